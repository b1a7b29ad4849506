/// How often worlds earn where a number is low and where it is high: what decides has its ends far apart.
package struct DumbbellChart: Sendable {
  package struct Row: Sendable {
    package var label: String
    /// The values up to which it is low and from which it is high.
    package var lowAt: String
    package var highAt: String
    /// Shares of worlds.
    package var low: Double
    package var high: Double

    package init(_ label: String, lowAt: String, highAt: String, low: Double, high: Double) {
      (self.label, self.lowAt, self.highAt, self.low, self.high) = (label, lowAt, highAt, low, high)
    }
  }

  package var title: String
  package var origin: String
  package var rows: [Row]
  /// The share of all worlds.
  package var overall: Double
  /// Ends that are no farther apart than this may be chance.
  package var noise: Double

  package init(title: String, origin: String = "", rows: [Row], overall: Double, noise: Double) {
    self.title = title
    self.origin = origin
    self.rows = rows
    self.overall = overall
    self.noise = noise
  }

  package var table: Table {
    Table(
      columns: ["input", "low_at", "high_at"].map { Table.Column($0, .text) }
        + ["low", "high"].map { Table.Column($0, .number(.number)) },
      rows: rows.map { row in
        Table.Row([.text(row.label), .text(row.lowAt), .text(row.highAt), .number(row.low), .number(row.high)])
      })
  }
}
