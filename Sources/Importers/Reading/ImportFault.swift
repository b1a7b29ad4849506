package import Tabular

/// Why a whole file is refused. The words are for whoever asked.
package enum ImportFault: Error, Sendable {
  case table(Refusal)
  case workbook(WorkbookFault)
  /// No format has such headings; the nearest and the columns it lacks.
  case unknownKind(nearest: String?, missing: [String])
  /// It was said to be one kind, and looks like another.
  case otherKind(found: String, asked: String)
  /// It was said to be of a kind whose columns it lacks.
  case missingColumns(kind: String, missing: [String])
  /// The rules say that the header stands on another line than it does.
  case headerElsewhere(found: Int, said: Int)
  /// What its cells prove changes with each reading.
  case unsettled
  case columnTwice(String, first: Int, second: Int)
  case twoMarks(line: Int, cell: String, otherLine: Int, other: String)
  case notThatMark(line: Int, cell: String)
  case unclearMark(line: Int, cell: String)
  case twoOrders(line: Int, cell: String, otherLine: Int, other: String)
  case unclearDates(line: Int, lastLine: Int)
  /// More rows cannot be read than may be left out.
  case tooManyRefused([RefusedRow], read: Int, allowed: Int)
  /// What only the format knows to be wrong with the file.
  case contradiction(Contradiction)
  case stopped

  /// What makes a file of a known kind useless.
  package enum Contradiction: Sendable {
    /// Google Ads: the rows have no costs, the total has.
    case costsOnlyInTotal
  }
}
