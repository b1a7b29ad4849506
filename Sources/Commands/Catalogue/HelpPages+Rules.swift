import Language
import Reports
import Scenarios

extension HelpPages {
  /// How rules are written, beside the catalogue of what they look at.
  private static let ruleForms: [(text: String, meaning: String)] = [
    ("when cash < 500 then pause ads", "fires every morning the condition holds, on yesterday's figures"),
    ("… and suppliers.yiwu.open", "all must hold; not reverses a yes or no"),
    ("… for 3 days", "this many mornings in a row"),
    ("… every 7 days", "not again for this many days"),
    ("ads.meta.budget *= 1.2 max 200", "also = += -= +20%; * stands for any name; min and max limit the result"),
    ("pause ads · resume ads.meta", "a paused channel spends nothing; once resumed, it learns again"),
    ("close suppliers.yiwu · open …", "suppliers, stores, products, traffic and ads"),
    ("pay 200 USD", "once, that morning; events may pay a range: pay 500 to 4,000 USD"),
    ("quit", "ends the business by choice; only rules can"),
    ("less: when … then …", "its name: a rule with the same name replaces it; a strategy removes it with: no less"),
    ("no rules · no owner", "in a strategy: removes all, or those of owner: PRESET (presets owner)"),
  ]

  private static let eventForms: [(text: String, meaning: String)] = [
    ("chance: 2 % per month", "drawn every day from day 1 on; not on averages"),
    ("from: 2027-01-28", "happens that day, on averages too; with chance: 40 % decided once"),
    ("when: day > 90", "as in rules; with a chance, both are needed"),
    ("lasts: 3 to 30 days", "then its changes are undone; none: for good"),
    ("then: hold stores.shop", "its payouts are withheld while the event lasts, or for the store's hold_days"),
    ("then: pay damages 20,000 USD", "less what insurance.cover pays above insurance.deductible"),
    ("preset: ad-account-ban", "one from presets events; values written beside it override it"),
  ]

  /// How rules and events are written.
  static let ruleSpellings = ruleForms + eventForms

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
        TextRun(say("Rules are what you decide, events are what happens to you. Both are lists in the file."))
      ]),
      .blank, .paragraph([.dim("rules:")]), facts(ruleForms), .blank,
      .paragraph([.dim(say("events: {name: …, then: ACTIONS} and"))]), facts(eventForms), .blank,
      .paragraph([.dim(say("Figures of the whole business, or of a part: ads.meta.roas(7)"))]), .facts(figures), .blank,
      .paragraph([TextRun(say("show rules and show events list those of the scenario."))]),
    ])
  }
}
