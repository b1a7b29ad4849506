package import Language

/// A trigger with its names found and its numbers in their units.
package struct BoundTrigger: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    case compares(RuleFigure, Condition.Relation, Comparand)
    case holds(RuleFigure, isNegated: Bool)
  }

  package enum Comparand: Hashable, Sendable {
    case number(Double)
    case figure(RuleFigure)
  }

  package let tests: [Test]
  /// So many mornings in a row.
  package let days: Int
}

/// One thing that a rule or event does.
package enum BoundAction: Hashable, Sendable {
  case assign(Assignment)
  /// Pauses or closes.
  case shut(Subject)
  /// Resumes or opens.
  case reopen(Subject)
  /// The processor begins to withhold a store's payouts, on the store's terms.
  case hold(Subject)
  case pay(Payment)
  /// The owner takes money out of the business.
  case payOwner(OwnerDraw)
  case quit
}

/// What the owner takes.
package enum OwnerDraw: Hashable, Sendable {
  case amount(Double)
  /// A share of the profit of the month before.
  case shareOfProfit(Double)
}

/// Money that is paid once.
package struct Payment: Equatable, Hashable, Sendable {
  /// Drawn anew each time where it is no single amount.
  package let amount: Size
  /// Damages, of which an insurance may bear a part.
  package let isDamages: Bool

  /// As typed, an amount stands for its law.
  package func hash(into hasher: inout Hasher) { hasher.combine(amount.text) }
}

/// A change of a live parameter inside a run, in the unit of its kind.
package struct Assignment: Hashable, Sendable {
  package enum Operation: Hashable, Sendable {
    case set(Double)
    case add(Double)
    case multiply(Double)
  }

  package let path: String
  package let operation: Operation
  /// The result is held within: what the parameter allows, and `min` and `max`.
  package let bounds: ClosedRange<Double>
  /// Is the result rounded to a whole number?
  package let isWhole: Bool
}

/// A rule, ready to be compiled.
package struct BoundRule: Hashable, Sendable {
  package let text: String
  package let trigger: BoundTrigger
  package let actions: [BoundAction]
  /// Days from one firing to the next at least.
  package let every: Int
  /// Does it fire on the first days of months only?
  package let isMonthly: Bool
}

/// An event, ready to be compiled.
package struct BoundEvent: Equatable, Sendable {
  package let name: String
  package let chance: Chance?
  /// The days of the run that `from` names, below 0 for one before the start: one, or those of a holiday of every year.
  package let days: [Int]
  package let isYearly: Bool
  package let trigger: BoundTrigger?
  package let lasts: Lag?
  package let actions: [BoundAction]

  /// The day that `from` names, where it does not come back.
  package var from: Int? { isYearly ? nil : days.first }
}
