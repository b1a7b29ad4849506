/// A vertical axis whose ticks are round numbers and stand exactly on rows, evenly spaced.
struct Axis: Hashable {
  /// From one tick to the next: 1, 2, 2.5 or 5 times a power of ten.
  private let step: Double
  private let rowsPerTick: Int
  /// The lowest row, counted from the row of zero.
  private let firstRow: Double
  let rows: Int

  /// Larger values are drawn as this one, so that sums and differences of values stay finite.
  static let largest = 1e300

  /// The axis that shows the values in most detail with four to six ticks, or with fewer where rows are few.
  ///
  /// - Parameter rows: the axis has at most so many; at least 4.
  init(from low: Double, to high: Double, rows: Int) {
    let (low, high) = Self.widened(low, high)
    let steps = Self.roundSteps(for: high - low)
    let finest = { ticks in Self.finest(low, high, steps, rows: rows, ticks: ticks) }
    self = finest(4...6) ?? finest(2...6) ?? Axis(low, high, step: steps[steps.count - 1], rowsPerTick: 1)
  }

  /// The tick's value if the row, counted from below, has one.
  func tick(atRow row: Int) -> Double? {
    let ticks = (firstRow + Double(row)) / Double(rowsPerTick)
    return ticks == ticks.rounded() ? ticks * step : nil
  }

  /// The height of a value in rows above the lowest; below 0 or above `rows` for values beyond the axis.
  func height(of value: Double) -> Double {
    let height = value / step * Double(rowsPerTick) - firstRow
    // Far outside is far enough: heights are subtracted from each other, and infinities would give NaN.
    return min(max(height, -1e6), 1e6)
  }

  // MARK: The choice

  private init(_ low: Double, _ high: Double, step: Double, rowsPerTick: Int) {
    self.step = step
    self.rowsPerTick = rowsPerTick
    // A row is as high above its middle as below, so the nearest rows hold the ends.
    firstRow = (low / step * Double(rowsPerTick)).rounded()
    let lastRow = (high / step * Double(rowsPerTick)).rounded()
    rows = Int(lastRow - firstRow) + 1
  }

  private var tickCount: Int { (0..<rows).filter { tick(atRow: $0) != nil }.count }

  private static func finest(
    _ low: Double, _ high: Double, _ steps: [Double], rows: Int, ticks: ClosedRange<Int>
  ) -> Axis? {
    let axes = steps.flatMap { step in (1...6).map { Axis(low, high, step: step, rowsPerTick: $0) } }
    return axes.filter { $0.rows <= rows && ticks.contains($0.tickCount) }
      .min { $0.step / Double($0.rowsPerTick) < $1.step / Double($1.rowsPerTick) }
  }

  /// Where all values are equal, half of their size on either side; around zero, one.
  private static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
    let (low, high) = (max(low, -largest), min(high, largest))
    let magnitude = max(low.magnitude, high.magnitude)
    guard high - low <= max(magnitude * 1e-9, 1e-290) else { return (low, high) }
    let margin = magnitude > 1e-290 ? magnitude / 2 : 1
    return (low - margin, high + margin)
  }

  /// Ascending, from less than a sixth of the span to more than the span.
  static func roundSteps(for span: Double) -> [Double] {
    // From the binary exponent, because log10(2) is about 0.301; one decade less for safety.
    let power = Int((Double(span.exponent) * 0.301).rounded(.down)) - 1
    return (power...power + 2).flatMap { power in [1, 2, 2.5, 5].map { $0 * tenTo(power) } }
  }

  private static func tenTo(_ power: Int) -> Double {
    let scale = (0..<power.magnitude).reduce(1.0) { product, _ in product * 10 }
    return power < 0 ? 1 / scale : scale
  }
}
