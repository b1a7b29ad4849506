import Analysis
package import Statistics

/// What is believed about one uncertain number: a bar for each stretch of values, as high as it is likely.
package struct DensityChart: Sendable {
  /// A value that is pointed at below the axis.
  package struct Mark: Hashable, Sendable {
    package var label: String
    package var value: Double
    /// With its unit, for the sentence below the picture.
    package var text: String

    package init(_ label: String, _ value: Double, _ text: String) {
      self.label = label
      self.value = value
      self.text = text
    }
  }

  package var title: String
  /// Said after the title, such as `USD per click`.
  package var unit: String
  /// How the ticks of the axis are written.
  package var style: NumberStyle
  package var law: Law
  /// In ascending order; the stretch from the first to the last is drawn in the stronger colour.
  package var marks: [Mark]

  package init(title: String, unit: String, style: NumberStyle, law: Law, marks: [Mark]) {
    self.title = title
    self.unit = unit
    self.style = style
    self.law = law
    self.marks = marks
  }

  /// One bin for each column.
  func profile(columns: Int) -> LawProfile { LawProfile(law, bins: columns) }
}
