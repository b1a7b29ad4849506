import Language

/// A horizontal axis of values: ticks at round numbers, with labels where there is room.
struct ValueAxis {
  private(set) var labels: [PeriodAxis.Label] = []
  private let columns: Int

  /// - Parameters:
  ///   - low: the value at the left edge of the first column.
  ///   - high: the value at the right edge of the last column; above `low`.
  init(from low: Double, to high: Double, columns: Int, _ style: NumberStyle, _ numbers: NumberFormat) {
    self.columns = columns
    for step in Self.steps(for: high - low) {
      let ticks = Self.multiples(of: step, from: low, to: high)
      let texts = Self.texts(of: ticks, style, numbers)
      labels = zip(ticks, texts).map { tick, text in
        let mark = min(max(Int((tick - low) / (high - low) * Double(columns)), 0), columns - 1)
        let width = text.displayWidth
        return PeriodAxis.Label(mark: mark, start: max(0, min(mark - width / 2, columns - width)), text: text)
      }
      if PeriodAxis.haveRoom(labels, in: columns) { return }
    }
    labels = []
  }

  func rule(_ glyphs: Surface.Glyphs) -> String { PeriodAxis.rule(under: labels, columns: columns, glyphs) }
  var text: String { PeriodAxis.text(of: labels) }

  /// 1, 2, 2.5 or 5 times a power of ten, from about six ticks down to one.
  private static func steps(for span: Double) -> [Double] {
    Axis.roundSteps(for: span).filter { span / $0 <= 6 && $0 <= span }
  }

  private static func multiples(of step: Double, from low: Double, to high: Double) -> [Double] {
    let (first, last) = ((low / step).rounded(.up), (high / step).rounded(.down))
    guard last >= first, last - first < 100 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// Compact, or written out where compact ones could not be told apart.
  private static func texts(of ticks: [Double], _ style: NumberStyle, _ numbers: NumberFormat) -> [String] {
    let compact = ticks.map { numbers.tick($0, style) }
    return Set(compact).count == ticks.count ? compact : ticks.map { numbers.text($0, .number) }
  }
}
