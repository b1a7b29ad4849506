package import Language

/// A claim about a figure of a run: `ruin <= 5%`.
package struct Target: Equatable, Sendable {
  package let measure: Measure
  package let relation: Condition.Relation
  package let bound: Double

  package init(_ measure: Measure, _ relation: Condition.Relation, _ bound: Double) {
    self.measure = measure
    self.relation = relation
    self.bound = bound
  }

  /// Does the figure itself hold? One that no world has does not, unless something stands for it.
  package func holds(_ reading: Reading?) -> Bool {
    (reading?.value ?? measure.whenNone).map { relation.holds($0, bound) } ?? false
  }

  /// Is it beyond doubt whether the figure holds: does its whole interval lie on one side?
  package func isClear(_ reading: Reading?) -> Bool {
    guard let interval = reading?.interval else { return true }
    return relation.holds(interval.lowerBound, bound) == relation.holds(interval.upperBound, bound)
  }

  /// How far the figure is on the wrong side; 0 where it holds.
  package func violation(_ reading: Reading?) -> Double {
    guard let value = reading?.value ?? measure.whenNone, !value.isNaN else { return .infinity }
    return wantsLess ? max(0, value - bound) : max(0, bound - value)
  }

  package var wantsLess: Bool { relation == .less || relation == .lessOrEqual }
}
