import Language
import Reports
import Scenarios

extension HelpPages {
  /// How rules are written, beside the catalogue of what they look at.
  private static let ruleForms: [(text: String, meaning: String)] = [
    ("when cash < 500 then pause ads", "acts on every morning on which yesterday's figures meet the condition"),
    ("… and suppliers.yiwu.open", "all conditions must hold; \"not\" before a condition reverses it"),
    ("… for 3 days", "the condition must hold this many mornings in a row"),
    ("… every 7 days", "once the rule has acted, it waits this many days before it acts again"),
    (
      "ads.meta.budget *= 1.2 max 200",
      "changes a value; instead of *=, you can write =, +=, -= or +20%; * stands for any name; min and max limit the result"
    ),
    ("pause ads · resume ads.meta", "a paused channel spends nothing; once resumed, its learning phase starts again"),
    ("close suppliers.yiwu · open …", "you can close and open suppliers, stores, products, traffic and ads"),
    (
      "pay 200 USD",
      "pays this amount each time the rule or event acts; in events, the amount may be a range: pay 500 to 4,000 USD"
    ),
    (
      "pay owner 20 % of profit monthly",
      "on the first day of each month, you take this share of last month's profit, as far as your cash allows; also: pay owner 500 USD monthly; you may put a condition before it"
    ),
    ("… monthly", "acts only on the first day of each month, from the second month on"),
    ("quit", "you close the business for good; only a rule can do this, an event cannot"),
    (
      "less: when … then …",
      "the rule's name, here \"less\": a rule with the same name replaces it; in a strategy, the line \"no less\" removes it"
    ),
    (
      "no rules · no owner",
      "in a strategy: \"no rules\" removes all rules, \"no owner\" only those added by \"owner: PRESET\" (see presets owner)"
    ),
  ]

  private static let eventForms: [(text: String, meaning: String)] = [
    ("chance: 2 % per month", "may happen on any day after the first; the averages do not include it"),
    (
      "from: 2027-01-28",
      "happens on that day, also when only averages are computed; with \"chance: 40 %\" added, luck decides once whether it happens"
    ),
    (
      "when: day > 90",
      "a condition, as in rules: the event happens on every morning when the condition holds; if you add a chance per month or year, luck picks which of these mornings it happens on"
    ),
    (
      "lasts: 3 to 30 days",
      "after this many days, the event's changes are undone; without this line they are permanent"
    ),
    (
      "then: hold stores.shop",
      "the store's payouts are withheld while the event lasts; without \"lasts\", for as many days as the store's hold_days"
    ),
    ("then: pay damages 20,000 USD", "the insurance pays what exceeds insurance.deductible, up to insurance.cover"),
    (
      "preset: ad-account-ban",
      "a ready-made event (to list them: presets events); values that you write beside it replace those of the preset"
    ),
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
      .paragraph([.dim(say("events: {name: …, then: ACTIONS}, with lines such as these:"))]), facts(eventForms), .blank,
      .paragraph([.dim(say("Figures of the whole business, or of a part: ads.meta.roas(7)"))]), .facts(figures), .blank,
      .paragraph([TextRun(say("To list the rules and events of the scenario, write: show rules, or: show events"))]),
    ])
  }
}
