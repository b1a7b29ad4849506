/// A figure over two parameters: a cell for each pair of values, the darker the lower.
package struct HeatMap: Sendable {
  package var title: String
  /// Said after values; empty when the style says it all.
  package var unit: String
  package var style: NumberStyle
  /// Where the cells come from: `10,000 worlds · seed 1`.
  package var origin: String
  /// What goes down, and what goes across.
  package var rowName: String
  package var columnName: String
  package var rowLabels: [String]
  package var columnLabels: [String]
  /// Row by row; nil where there is no value (yet).
  package var values: [[Double?]]

  package init(
    title: String, unit: String, style: NumberStyle, origin: String, rowName: String, columnName: String,
    rowLabels: [String], columnLabels: [String], values: [[Double?]]
  ) {
    self.title = title
    self.unit = unit
    self.style = style
    self.origin = origin
    self.rowName = rowName
    self.columnName = columnName
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.values = values
  }

  func value(_ row: Int, _ column: Int) -> Double? {
    guard values.indices.contains(row), values[row].indices.contains(column) else { return nil }
    return values[row][column].flatMap { $0.isFinite ? $0 : nil }
  }

  /// From the lowest to the highest value; nil when there is none.
  var scale: Sparkline.Scale? { Sparkline.Scale(of: values.map { $0.compactMap(\.self) }) }
}
