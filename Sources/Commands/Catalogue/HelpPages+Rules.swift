import Language
import Reports
import Scenarios

extension HelpPages {
  /// How rules are written, beside the catalogue of what they look at.
  private static let ruleForms: [(text: String, meaning: String)] = [
    ("when cash < 500 then pause ads", "fires every morning on which it holds, on yesterday's figures"),
    ("… and suppliers.yiwu.open", "all must hold; not turns a yes or no round"),
    ("… for 3 days", "so many mornings in a row"),
    ("… every 7 days", "not again for so many days"),
    ("ads.meta.budget *= 1.2 max 200", "also = += -= +20%; * stands for any name; min and max hold the result"),
    ("pause ads · resume ads.meta", "a paused channel spends nothing; resumed, it learns anew"),
    ("close suppliers.yiwu · open …", "suppliers, stores, products, traffic and ads"),
    ("pay 200 USD", "once, that morning; events may pay a range: pay 500 to 4,000 USD"),
    ("quit", "ends the business by choice; only rules can"),
    ("less: when … then …", "a name: a rule of the same name takes its place, in a strategy no less takes it away"),
    ("no rules · no owner", "in a strategy: takes away all, or those of owner: PRESET (presets owner)"),
  ]

  private static let eventForms: [(text: String, meaning: String)] = [
    ("chance: 2 % per month", "drawn every day from day 1 on; not in the plan"),
    ("from: 2027-01-28", "happens that day, in the plan too; with chance: 40 % decided once"),
    ("when: day > 90", "as in rules; with a chance, both are needed"),
    ("lasts: 3 to 30 days", "then what it changed is put back; none: for good"),
    ("then: hold stores.shop", "its payouts are withheld while the event lasts, or for the store's hold_days"),
    ("then: pay damages 20,000 USD", "less what insurance.cover bears above insurance.deductible"),
    ("preset: ad-account-ban", "what presets events lists; what is given beside it overrides it"),
  ]

  /// The topic `rules`.
  static var rules: Document {
    let facts = { (rows: [(text: String, meaning: String)]) in
      Block.facts(rows.map { Fact($0.text, [TextRun($0.meaning.said)]) })
    }
    let figures = Observable.allCases.map { observable in
      Fact(observable.rawValue + (observable.row.hasWindow ? say("(days)") : ""), [TextRun(observable.row.doc.said)])
    }
    return Document([
      .paragraph([
        TextRun(say("Rules are what you decide, events what the world does. Both stand in the file, as lists."))
      ]),
      .blank, .paragraph([.dim("rules:")]), facts(ruleForms), .blank,
      .paragraph([.dim(say("events: {name: …, then: ACTIONS} and"))]), facts(eventForms), .blank,
      .paragraph([.dim(say("Figures, of the business or as in ads.meta.roas(7)"))]), .facts(figures), .blank,
      .paragraph([TextRun(say("show rules and show events list those of the scenario."))]),
    ])
  }
}
