package import Analysis

/// A number of an answer to which a script may hold it: `share of ban in why`.
package struct AnswerNumber: Sendable {
  package enum Unit: Sendable {
    /// Of worlds, of a whole, or by how much such a share changes.
    case share
    case money
    case plain
    /// That of the parameter it is a value of.
    case parameter
  }

  /// What it is: `share`.
  package let figure: String
  /// The row it stands in, as data names it: `event:ban`; nil for a number of the answer as a whole.
  package let row: String?
  package let value: Double
  package let unit: Unit
  /// How far its 95 % interval reaches to either side; nil where it has none.
  package let reach: Double?

  package init(_ figure: String, of row: String? = nil, _ value: Double, _ unit: Unit, reach: Double? = nil) {
    (self.figure, self.row, self.value, self.unit, self.reach) = (figure, row, value, unit, reach)
  }

  package init(_ figure: String, of row: String? = nil, _ estimate: Estimated, _ unit: Unit) {
    self.init(figure, of: row, estimate.value, unit, reach: estimate.halfWidth)
  }

  /// Does a row as typed mean this one? `event:ad account ban`, `ad account ban` and `ad_account_ban` do.
  package func isRow(_ typed: String) -> Bool {
    guard let row else { return false }
    return Self.plain(row) == Self.plain(typed) || Self.plain(shortRow ?? row) == Self.plain(typed)
  }

  /// Without what says which kind of row it is.
  package var shortRow: String? {
    row.map { row in row.firstIndex(of: ":").map { String(row[row.index(after: $0)...]) } ?? row }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().replacing("_", with: " ").replacing("-", with: " ")
  }
}
