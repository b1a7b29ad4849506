package import Language

/// A trigger with its names found and its numbers in their units.
package struct BoundTrigger: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    case compares(Figure, Condition.Relation, Comparand)
    case holds(Figure, isNegated: Bool)
  }

  package enum Comparand: Hashable, Sendable {
    case number(Double)
    case figure(Figure)
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
  case quit
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
}

/// An event, ready to be compiled.
package struct BoundEvent: Equatable, Sendable {
  package let name: String
  package let chance: Chance?
  /// The day of the run that `from` names; below 0 for a date before the start.
  package let from: Int?
  package let trigger: BoundTrigger?
  package let lasts: Lag?
  package let actions: [BoundAction]
}
