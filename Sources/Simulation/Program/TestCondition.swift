import Language

/// What a candidate of product tests must show to be kept, or shows when it is dropped.
struct TestCondition: Sendable {
  struct Test: Sendable {
    let left: Side
    let relation: Condition.Relation
    let right: Side
  }

  enum Side: Sendable {
    case number(Double)
    /// A figure of the business or of one of its parts.
    case register(Int)
    /// The candidate's own, a figure for each slot.
    case slots([TrailingFigure])
  }

  /// All of them must hold.
  let tests: [Test]
}
