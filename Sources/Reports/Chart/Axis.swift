/// A vertical axis whose ticks are round numbers and stand exactly on rows, evenly spaced.
struct Axis: Hashable {
  /// The value of the lowest row.
  let bottom: Double
  /// From one tick to the next: 1, 2, 2.5 or 5 times a power of ten.
  let step: Double
  let intervals: Int
  let rowsPerInterval: Int

  var rows: Int { intervals * rowsPerInterval + 1 }

  /// Larger values are drawn as this one; so sums and differences of values stay finite.
  static let largest = 1e300

  /// The finest axis over the values with at most five intervals, that is, mostly four to six ticks.
  ///
  /// - Parameter rows: at most so many; at least 4, of which the axis takes as many as its ticks divide evenly.
  init(from low: Double, to high: Double, rows: Int) {
    let (low, high) = Self.widened(low, high)
    let most = min(5, rows - 1)
    (step, bottom, intervals) = Self.roundStep(low, high, most)
    rowsPerInterval = max(1, (rows - 1) / intervals)
  }

  /// The tick's value if the row, counted from below, has one.
  func tick(atRow row: Int) -> Double? {
    guard row.isMultiple(of: rowsPerInterval) else { return nil }
    return (bottom / step + Double(row / rowsPerInterval)) * step
  }

  /// The height of a value in rows above the bottom; beyond the axis for values beyond it.
  func height(of value: Double) -> Double {
    let value = min(max(value, -Self.largest), Self.largest)
    return (value - bottom) / step * Double(rowsPerInterval)
  }

  /// Where all values are equal, half of their size on either side; around zero, one.
  private static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
    let low = max(low, -largest)
    let high = min(high, largest)
    let magnitude = max(low.magnitude, high.magnitude)
    guard high - low <= max(magnitude * 1e-9, 1e-290) else { return (low, high) }
    let margin = magnitude > 1e-290 ? magnitude / 2 : 1
    return (low - margin, high + margin)
  }

  private static func roundStep(_ low: Double, _ high: Double, _ most: Int) -> (Double, Double, Int) {
    // A step below the one sought, from the binary exponent: log10(2) is about 0.301.
    var power = Int((Double(((high - low) / Double(most)).exponent) * 0.301).rounded(.down)) - 1
    while true {
      for multiple in [1, 2, 2.5, 5] {
        let step = multiple * tenTo(power)
        let first = (low / step).rounded(.down)
        let intervals = (high / step).rounded(.up) - first
        if intervals <= Double(most) { return (step, first * step, max(1, Int(intervals))) }
      }
      power += 1
    }
  }

  private static func tenTo(_ power: Int) -> Double {
    let scale = (0..<power.magnitude).reduce(1.0) { product, _ in product * 10 }
    return power < 0 ? 1 / scale : scale
  }
}
