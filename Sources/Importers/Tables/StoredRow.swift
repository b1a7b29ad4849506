package import Language

/// A row of a table of a folder, by its columns.
package struct StoredRow {
  let cells: [String]
  private let kind: TableKind
  /// What a unit of its currency is worth where that is asked for; nil for what is in the right one.
  var rate: Amount?

  init(_ cells: [String], _ kind: TableKind) { (self.cells, self.kind) = (cells, kind) }

  package func text(_ column: String) -> String {
    guard let place = kind.columns.firstIndex(of: column), cells.indices.contains(place) else { return "" }
    return cells[place]
  }

  package func amount(_ column: String) -> Amount? {
    DecimalText(Array(text(column).utf8)[...], assuming: .point)?.amount
  }

  /// An amount of money, at the rate of its currency.
  package func money(_ column: String) -> Amount? { amount(column).map { rate.map($0.times) ?? $0 } }

  package func day(_ column: String) -> CalendarDate? { DateText(Array(text(column).utf8)[...])?.dayFirst?.day }
}

extension RowStore {
  /// Its rows, in the order of the table.
  package var storedRows: some Sequence<StoredRow> {
    rows.lazy.map { StoredRow(CSVLine.cells(bytes($0)), kind) }
  }
}
