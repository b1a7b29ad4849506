/// What the operator does when something is seen (model 11), as a sentence:
/// `when roas(7) < 1.2 then ads.meta.budget *= 0.8 min 10 every 3 days`.
package struct Rule: Equatable, Sendable {
  package var text: String

  package init(_ text: String) { self.text = text }

  /// Not a rule but what takes rules away: in a strategy, all that it has inherited up to here.
  package static let none = Rule("no rules")
}

/// What the world does (model 11): the same in every strategy.
///
/// Events happen in the morning after suppliers have failed or reopened, rules fire after them; both see the figures of
/// the days before. A chance that they change is drawn with from the next day on, prices and budgets count at once.
///
/// What an event with `lasts` changes lies over what rules and other events decide: these go on changing the value
/// beneath, and what is in force is that value, changed by the events that last, in the order in which they are written.
/// So nothing of it is left when it ends, whatever else happened meanwhile. What the world has paused or closed no rule
/// opens; of two events that close the same both must end.
///
/// What is paid is paid once, that morning, while the business goes on: an amount that is a range is drawn each time. Of
/// damages the insurance bears what exceeds the deductible, at most its cover. `hold` begins a hold of the store's payouts
/// at once, for as long as the event lasts or, where it has no `lasts`, for the store's `hold_days`, unless one goes on.
package struct Event: Equatable, Sendable {
  package var name = ""
  package var chance: Chance?
  package var from: Opening?
  package var when = ""
  package var lasts: Lag?
  package var then = ""
  package init() {}
}

extension Event: Described {
  package static let shape = Shape<Event>(fields: [
    Field("name", \.name, .text, required: true, "What it is called; its luck is named after it."),
    Field(
      "chance", \.chance,
      "Chance that it happens, by the month or year, from day 1 on; or without a period, decided once, on the day of from."
    ),
    Field(
      "from", \.from,
      "The day or date it happens on; with when or a chance by the month, the first day on which it may happen."),
    Field("when", \.when, .condition, "What must be seen for it to happen, such as day > 90; as in rules."),
    Field(
      "lasts", \.lasts, 1...3650,
      "Days that it lasts, drawn each time; then what it changed is put back and what it withheld is released. None: for good, and payouts are held for the store's hold_days. It does not begin again while it lasts, nor on the day it ends."
    ),
    Field(
      "then", \.then, .actions, required: true, "What it changes: one or more actions between commas, as in rules."),
  ])
}

/// How likely an event is.
package struct Chance: Equatable, Sendable {
  package var share: Double
  /// nil: decided once.
  package var per: Kind.RatePeriod?

  package init(_ share: Double, per: Kind.RatePeriod?) {
    self.share = share
    self.per = per
  }
}
