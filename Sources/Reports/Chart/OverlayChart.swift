/// Several runs over time in one plot: of each the median and, below it, the worst in twenty.
package struct OverlayChart: Sendable {
  package struct Series: Sendable {
    package var name: String
    /// A value per period.
    package var p50: [Double]
    package var p5: [Double]

    package init(_ name: String, p50: [Double], p5: [Double]) {
      self.name = name
      self.p50 = p50
      self.p5 = p5
    }
  }

  package var title: String
  /// Said after values, such as `USD`; empty when the style says it all.
  package var unit: String
  package var style: NumberStyle
  /// Which worlds these are, such as `10,000 worlds · seed 1`.
  package var origin: String
  /// One for each period.
  package var labels: [String]
  package var series: [Series]

  package init(
    title: String, unit: String, style: NumberStyle, origin: String, labels: [String], series: [Series]
  ) {
    self.title = title
    self.unit = unit
    self.style = style
    self.origin = origin
    self.labels = labels
    self.series = series
  }

  /// With more series than this only medians are drawn: nobody could follow the rest.
  static let mostWithP5 = 4

  var drawsP5: Bool { series.count <= Self.mostWithP5 }

  /// What a series is drawn with, beside its colour: A, B, C …
  static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String(letters[index % letters.count])
  }
}
