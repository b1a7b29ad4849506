/// Why a file is not read as a table. Lines count from 1, as editors count them.
package enum Refusal: Error, Hashable, Sendable {
  case unreadable(code: Int32)
  case empty
  case foreign(ForeignKind)
  /// A byte zero, as no text has.
  case zeroByte(line: Int)
  /// Not UTF-8 from this byte on, and no other encoding gives a header that was looked for.
  case unknownEncoding(line: Int, offset: Int)
  /// The bytes are not what the encoding allows.
  case undecodable(TextEncoding)
  /// The system has no table of this encoding.
  case encodingNotInstalled(TextEncoding)
  case noHeader
  /// A quote opens here and never closes.
  case openQuote(line: Int)
  /// Letters stand between a closing quote and the end of its cell.
  case textBehindQuote(line: Int)
  case tooFewCells(line: Int, found: Int, expected: Int)
  case tooManyCells(line: Int, found: Int, expected: Int)
  case tooManyColumns(line: Int)
  case cellTooLong(line: Int)
  case rowTooLong(line: Int)
}

/// What a file may be instead of a table in text.
package enum ForeignKind: Hashable, Sendable, CaseIterable {
  case workbook, oldWorkbook, gzip, pdf, webPage, json

  /// The kind that the first bytes tell, blanks before markup left out.
  init?(beginning bytes: some Collection<UInt8>) {
    let text = bytes.drop { " \t\r\n".utf8.contains($0) }.prefix(9).map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: "%PDF".utf8) {
      self = .pdf
    } else if text.starts(with: "<html".utf8) || text.starts(with: "<!doctype".utf8) {
      self = .webPage
    } else if text.starts(with: "{".utf8) || text.starts(with: "[".utf8) {
      self = .json
    } else {
      return nil
    }
  }
}

/// How large a table may be. Real exports are far below; what is beyond fills the memory of whoever opens it.
package enum Limits {
  package static let columns = 16_384
  package static let cellBytes = 1 << 20
  package static let rowBytes = 16 << 20
  /// The header stands in one of the first rows.
  package static let headerRows = 40
}
