/// A figure over a parameter: a line through points, with a band around it for how sure it is.
package struct LineChart: Sendable {
  package struct Point: Hashable, Sendable {
    /// Where it stands along the axis; for words its number in the row.
    package var place: Double
    package var label: String
    package var value: Double
    package var interval: ClosedRange<Double>?

    package init(_ place: Double, _ label: String, _ value: Double, _ interval: ClosedRange<Double>? = nil) {
      self.place = place
      self.label = label
      self.value = value
      self.interval = interval
    }
  }

  /// A level to compare with.
  package struct Level: Hashable, Sendable {
    package var name: String
    package var value: Double

    package init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  package var title: String
  /// Said after values; empty when the style says it all.
  package var unit: String
  package var style: NumberStyle
  /// How the places below the axis are written; nil where the points' labels stand there.
  package var placeStyle: NumberStyle?
  /// Where the points come from: `10,000 worlds · seed 1`.
  package var origin: String
  /// By rising place.
  package var points: [Point]
  package var level: Level?

  package init(
    title: String, unit: String, style: NumberStyle, placeStyle: NumberStyle?, origin: String, points: [Point],
    level: Level? = nil
  ) {
    self.title = title
    self.unit = unit
    self.style = style
    self.placeStyle = placeStyle
    self.origin = origin
    self.points = points
    self.level = level
  }
}
