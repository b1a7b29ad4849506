/// Why a workbook is not read.
package enum WorkbookFault: Error, Sendable, Equatable {
  /// A zip file of something else.
  case noWorkbook
  case encrypted
  case tooManyParts
  /// A part whose name leads out of the archive.
  case unsafeName
  case tooLarge
  case damaged(part: String)
  /// A part declares entities, which a workbook never needs and attackers do.
  case declarations(part: String)
  case tooDeep(part: String)
  case noSuchSheet(String, sheets: [String])
  /// Several sheets have headers of exports.
  case severalSheets([String])
}
