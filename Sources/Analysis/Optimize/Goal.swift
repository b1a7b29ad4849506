/// What is looked for: the most or the least of one figure, as far as conditions allow.
package struct Goal: Equatable, Sendable {
  package let measure: Measure
  package let maximizes: Bool
  package let conditions: [Target]

  package init(_ measure: Measure, maximizes: Bool, conditions: [Target] = []) {
    self.measure = measure
    self.maximizes = maximizes
    self.conditions = conditions
  }
}

/// A parameter that a search may set.
package struct Decision: Equatable, Sendable {
  package let range: ClosedRange<Double>
  package let isWhole: Bool

  package init(_ range: ClosedRange<Double>, isWhole: Bool = false) {
    self.range = range
    self.isWhole = isWhole
  }

  /// From a place in the unit cube.
  func value(_ place: Double) -> Double {
    let value = range.lowerBound + (range.upperBound - range.lowerBound) * min(max(place, 0), 1)
    // Finer than a three-hundredth of the range nobody decides.
    let rounded = isWhole ? value.rounded() : value.rounded(to: Self.grain(range))
    return min(max(rounded, range.lowerBound), range.upperBound)
  }

  func place(_ value: Double) -> Double {
    let width = range.upperBound - range.lowerBound
    return width > 0 ? min(max((value - range.lowerBound) / width, 0), 1) : 0
  }

  private static func grain(_ range: ClosedRange<Double>) -> Double {
    let width = range.upperBound - range.lowerBound
    var grain = 1.0
    while grain > width / 300 && grain > 1e-12 { grain /= 10 }
    while grain * 10 <= width / 300 { grain *= 10 }
    return grain
  }

  /// Is a value at an end of the range?
  package func isAtBound(_ value: Double) -> Bool { value == range.lowerBound || value == range.upperBound }

  /// The end of the range that a value is close to, to within a twentieth of it.
  func bound(near value: Double) -> Double? {
    let margin = (range.upperBound - range.lowerBound) / 20
    if value <= range.lowerBound + margin { return range.lowerBound }
    return value >= range.upperBound - margin ? range.upperBound : nil
  }

  /// Are two values so near each other that it makes no difference to anybody?
  func isNear(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= (range.upperBound - range.lowerBound) / 20 }
}
