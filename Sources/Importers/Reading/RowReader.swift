/// What a format does with the rows of a file, one after the other.
protocol RowReader {
  /// Takes a row into the harvest, or says why not.
  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault)

  /// Is a row no row of the table, such as a remark between two tables of one file? It is not counted.
  mutating func passesOver(_ row: Row) -> Bool

  /// Does it take rows of any number of cells? Else those that are too short or too long are refused.
  var takesRowsOfAnyWidth: Bool { get }

  /// The header has come again: what was begun above it has ended.
  mutating func headerRepeats(_ harvest: inout Harvest)

  /// After the last row: what only the whole file tells.
  ///
  /// - Returns: what the file was supposed to be, if it has turned out otherwise: it is then read again.
  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions?
}

extension RowReader {
  mutating func passesOver(_ row: Row) -> Bool { false }
  var takesRowsOfAnyWidth: Bool { false }

  mutating func headerRepeats(_ harvest: inout Harvest) {}

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? { nil }
}
