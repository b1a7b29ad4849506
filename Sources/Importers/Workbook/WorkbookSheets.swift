import Tabular

/// Finds the sheet of a workbook that holds an export.
enum WorkbookSheets {
  /// An honest workbook of a million cells is a tenth of it.
  private static let mostBytes = 256 << 20
  private static let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// The bytes of a workbook; nil where the file is none.
  static func bytes(of source: any ByteSource) throws(ImportFault) -> [UInt8]? {
    do throws(ReadFailure) {
      try source.rewind()
      var bytes: [UInt8] = []
      while true {
        let next = try source.next(atMost: 1 << 16)
        if next.isEmpty { return bytes.starts(with: mark) ? bytes : nil }
        bytes += next
        if bytes.count >= mark.count, !bytes.starts(with: mark) { return nil }
        guard bytes.count <= mostBytes else { return bytes }
      }
    } catch {
      throw .table(.unreadable(code: error.code))
    }
  }

  /// The sheet that was named, or the one whose header a format knows, as text.
  static func chosen(
    of bytes: [UInt8], _ options: ImportOptions
  ) throws(ImportFault) -> (name: String, text: [UInt8]) {
    guard bytes.count <= mostBytes else { throw .workbook(.tooLarge) }
    do throws(WorkbookFault) {
      var book = try Workbook(bytes)
      let sheet = try sheet(of: &book, options)
      return (sheet.name, try book.csv(of: sheet))
    } catch { throw .workbook(error) }
  }

  private static func sheet(
    of book: inout Workbook, _ options: ImportOptions
  ) throws(WorkbookFault) -> Workbook.SheetEntry {
    if let name = options.sheet {
      guard let sheet = book.sheets.first(where: { $0.name == name }) else {
        throw .noSuchSheet(name, sheets: book.sheets.map(\.name))
      }
      return sheet
    }
    var known: [Workbook.SheetEntry] = []
    let visible = book.sheets.filter { !$0.isHidden }
    for sheet in visible {
      let beginning = try book.csv(of: sheet, rows: Limits.headerRows)
      let table = try? TableReader(ByteArray(beginning), as: .utf8) { Format.matching($0, options) != nil }
      if let table, Format.matching(table.header, options) != nil { known.append(sheet) }
    }
    guard known.count < 2 else { throw .severalSheets(known.map(\.name)) }
    // Where no sheet holds an export, the first is told of.
    guard let sheet = known.first ?? visible.first else { throw .noWorkbook }
    return sheet
  }
}
