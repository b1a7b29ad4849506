import Language

/// An Excel workbook (ECMA-376): its sheets as tables of text, which are read like any other.
///
/// Formulas are never calculated: the value that was stored counts, or none. Nothing else in a workbook is opened.
struct Workbook {
  struct SheetEntry {
    let name: String
    let part: String
    let isHidden: Bool
  }

  private(set) var sheets: [SheetEntry] = []
  private var archive: WorkbookParts
  private var strings: [String] = []
  /// By the number of a cell's style: does it show a date?
  private var datesByStyle: [Bool] = []
  private var countsFrom1904 = false

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    archive = try WorkbookParts(bytes)
    guard let book = try archive.part("xl/workbook.xml") else { throw .noWorkbook }
    let targets = try Self.targets(try archive.part("xl/_rels/workbook.xml.rels") ?? [])
    var xml = XMLPull(book, part: "xl/workbook.xml")
    while let piece = try xml.next() {
      guard case .start(let name, let attributes) = piece else { continue }
      switch name {
      case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
      case "sheet":
        guard let title = attributes["name"], let target = targets[attributes["id"] ?? ""] else { continue }
        let state = attributes["state"] ?? "visible"
        sheets.append(SheetEntry(name: title, part: target, isHidden: state != "visible"))
      default: break
      }
    }
    if let part = try archive.part("xl/sharedStrings.xml") { strings = try Self.strings(part) }
    if let part = try archive.part("xl/styles.xml") { datesByStyle = try Self.dates(part) }
  }

  /// Where the parts of relations stand, seen from the archive's root.
  private static func targets(_ part: [UInt8]) throws(WorkbookFault) -> [String: String] {
    var xml = XMLPull(part, part: "xl/_rels/workbook.xml.rels")
    var targets: [String: String] = [:]
    while let piece = try xml.next() {
      guard case .start("Relationship", let attributes) = piece, attributes["TargetMode"] != "External",
        let id = attributes["Id"], let target = attributes["Target"]
      else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return targets
  }

  private static func strings(_ part: [UInt8]) throws(WorkbookFault) -> [String] {
    var xml = XMLPull(part, part: "xl/sharedStrings.xml")
    var strings: [String] = []
    while let piece = try xml.next() {
      guard case .start("si", _) = piece else { continue }
      strings.append(try text(&xml, until: "si"))
    }
    return strings
  }

  /// The text of an element: of all its runs, but not how they are pronounced.
  private static func text(_ xml: inout XMLPull, until end: String) throws(WorkbookFault) -> String {
    var text = ""
    var isText = false
    var phonetic = 0
    while let piece = try xml.next() {
      switch piece {
      case .start(let name, _):
        isText = name == "t"
        if name == "rPh" { phonetic += 1 }
      case .end(let name):
        isText = false
        if name == "rPh" { phonetic -= 1 }
        if name == end { return text }
      case .text(let part): if isText, phonetic == 0 { text += part }
      }
    }
    return text
  }

  // MARK: Styles

  private static func dates(_ part: [UInt8]) throws(WorkbookFault) -> [Bool] {
    var xml = XMLPull(part, part: "xl/styles.xml")
    var own: [Int: Bool] = [:]
    var styles: [Bool] = []
    var isInCells = false
    while let piece = try xml.next() {
      switch piece {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) { own[id] = isDate(attributes["formatCode"] ?? "") }
      case .start("cellXfs", _): isInCells = true
      case .end("cellXfs"): isInCells = false
      case .start("xf", let attributes) where isInCells:
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        styles.append(own[id] ?? isBuiltInDate(id))
      default: break
      }
    }
    return styles
  }

  /// ECMA-376, part 1, 18.8.30: the formats that need no declaration.
  private static func isBuiltInDate(_ id: Int) -> Bool {
    (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
  }

  /// Has a format's code letters of days or hours, outside of quotes and brackets?
  private static func isDate(_ code: String) -> Bool {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for letter in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch letter {
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      case "\\", "_", "*": isEscaped = true
      case "d", "y", "h", "s", "m", "年", "月", "日": if !isQuoted && !isBracketed { return true }
      default: break
      }
    }
    return false
  }

  // MARK: Cells

  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384
  private static let mostText = 512 << 20

  /// A sheet as CSV in UTF-8, one line for each of its rows, empty ones too: a line is the number of a row.
  mutating func csv(of sheet: SheetEntry, rows most: Int = .max) throws(WorkbookFault) -> [UInt8] {
    guard let part = try archive.part(sheet.part) else { throw .damaged(part: sheet.part) }
    var xml = XMLPull(part, part: sheet.part)
    var csv: [UInt8] = []
    var line = 0
    var cells: [(column: Int, text: String)] = []
    var column = 0
    // Cells that a row lacks are empty: a sheet stores only what is there.
    var width = 0
    while let piece = try xml.next() {
      switch piece {
      case .start("row", let attributes):
        let number = attributes["r"].flatMap { Int($0) } ?? line + 1
        guard number > line, number <= Self.mostRows else { throw .damaged(part: sheet.part) }
        csv.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: number - line - 1))
        line = number
        (cells, column) = ([], 0)
      case .end("row"):
        width = max(width, (cells.last?.column ?? -1) + 1)
        Self.write(cells, width: width, to: &csv)
        guard csv.count <= Self.mostText else { throw .tooLarge }
        if line >= most { return csv }
      case .start("c", let attributes):
        if let place = attributes["r"].flatMap(Self.column) { column = place }
        guard column < Self.mostColumns else { throw .damaged(part: sheet.part) }
        let text = try cell(&xml, attributes)
        if !text.isEmpty { cells.append((column, text)) }
        column += 1
      default: break
      }
    }
    return csv
  }

  /// `AB12` is the column 27, counted from 0.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8.prefix(while: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) {
      column = column * 26 + Int((byte | 0x20) - 0x60)
      if column > mostColumns { return nil }
    }
    return column == 0 ? nil : column - 1
  }

  /// What a cell says: its stored value as text.
  private func cell(_ xml: inout XMLPull, _ attributes: [String: String]) throws(WorkbookFault) -> String {
    var value = ""
    var isValue = false
    var inline: String?
    loop: while let piece = try xml.next() {
      switch piece {
      case .start("v", _): isValue = true
      case .start("is", _): inline = try Self.text(&xml, until: "is")
      case .end("v"): isValue = false
      case .end("c"): break loop
      case .text(let text): if isValue { value += text }
      default: break
      }
    }
    if let inline { return inline }
    switch attributes["t"] {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { return "" }
      return strings[index]
    case "str", "d": return value
    case "b": return value == "1" ? "TRUE" : "FALSE"
    // An error of a formula is nothing known.
    case "e": return ""
    default:
      guard let number = Double(value), number.isFinite else { return "" }
      let style = attributes["s"].flatMap { Int($0) } ?? 0
      let isDate = datesByStyle.indices.contains(style) && datesByStyle[style]
      return isDate ? date(number) : Self.text(of: number)
    }
  }

  /// A number in as many digits as it takes to read it back.
  private static func text(of number: Double) -> String {
    // So many digits are an id, and no workbook keeps more than 15 of them.
    if number.magnitude >= 1e15 {
      let text = "\(number)".uppercased()
      return text.contains("E") ? text : scientific(text)
    }
    var text = "\(number)"
    if text.contains("e") {
      let millionths = Int((number * 1e6).rounded())
      return Amount(millionths: Int128(millionths)).text(decimals: 0)
    }
    if text.hasSuffix(".0") { return String(text.dropLast(2)) }
    // Three decimals could be grouped thousands; four could not.
    if let point = text.firstIndex(of: "."), text[point...].utf8.count == 4 { text += "0" }
    return text
  }

  /// `1234567890123456.0` is `1.23456789012345E+15`, as spreadsheets show it.
  private static func scientific(_ text: String) -> String {
    let digits = text.prefix { $0 != "." }.filter(\.isNumber)
    return "\(digits.prefix(1)).\(digits.dropFirst().prefix(14))E+\(digits.count - 1)"
  }

  /// A day and time by its serial number: 1 is the first of January 1900, or 0 that of 1904.
  private func date(_ serial: Double) -> String {
    let whole = serial.rounded(.down)
    let days = Int(max(-1e6, min(1e6, whole))) + (countsFrom1904 ? 1462 : 0)
    let seconds = Int(((serial - whole) * 86_400).rounded())
    guard days > 0, let day = CalendarDate(daysSinceEpoch: days - 25_569 + seconds / 86_400) else {
      return Self.text(of: serial)
    }
    return seconds % 86_400 == 0 ? day.description : Moment(day, seconds: seconds % 86_400).text
  }

  private static func write(_ cells: [(column: Int, text: String)], width: Int, to csv: inout [UInt8]) {
    var column = 0
    for cell in cells where cell.column >= column {
      csv.append(contentsOf: repeatElement(UInt8(ascii: ","), count: cell.column - column))
      column = cell.column
      csv.append(UInt8(ascii: "\""))
      for byte in cell.text.utf8 {
        if byte == UInt8(ascii: "\"") { csv.append(byte) }
        csv.append(byte < 0x20 ? 0x20 : byte)
      }
      csv.append(UInt8(ascii: "\""))
    }
    if !cells.isEmpty { csv.append(contentsOf: repeatElement(UInt8(ascii: ","), count: max(0, width - 1 - column))) }
    csv.append(UInt8(ascii: "\n"))
  }
}
