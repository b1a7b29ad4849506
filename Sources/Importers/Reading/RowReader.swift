/// What a format does with the rows of a file, one after the other.
protocol RowReader {
  /// Takes a row into the harvest, or says why not.
  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault)

  /// The header has come again: what was begun above it has ended.
  mutating func headerRepeats(_ harvest: inout Harvest)

  /// After the last row: what only the whole file tells.
  ///
  /// - Returns: what the file was supposed to be, if it has turned out otherwise: it is then read again.
  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions?
}

extension RowReader {
  mutating func headerRepeats(_ harvest: inout Harvest) {}

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? { nil }
}
