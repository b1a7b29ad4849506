import Tabular
import Testing

/// The rows of a table as text, or why it is none.
struct Reading: Equatable {
  var header: [String] = []
  var rows: [[String]] = []
  var lines: [Int] = []
  var encoding: TextEncoding?
  var separator = ""
  var refusal: Refusal?

  init(_ bytes: some Sequence<UInt8>, column: String = "cpc") {
    self.init(ByteArray(bytes), column: column)
  }

  init(_ text: String, column: String = "cpc") { self.init(text.utf8, column: column) }

  init(_ source: any ByteSource, column: String = "cpc") {
    do throws(Refusal) {
      var table = try TableReader(source) { $0.contains(column) }
      (header, encoding) = (table.header, table.encoding)
      separator = String(Unicode.Scalar(table.separator))
      while try table.next() {
        rows.append((0..<table.record.count).map { table.record.text($0) })
        lines.append(table.record.line)
      }
    } catch {
      refusal = error
    }
  }
}

/// Gives its bytes one by one.
final class Dripping: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func next(atMost count: Int) -> [UInt8] {
    defer { position += 1 }
    return Array(bytes.dropFirst(position).prefix(1))
  }

  func rewind() { position = 0 }
}

/// Fails after its first bytes.
final class Failing: ByteSource {
  private var isFirst = true

  func next(atMost count: Int) throws(ReadFailure) -> [UInt8] {
    defer { isFirst = false }
    if isFirst { return Array("cpc\n".utf8) }
    throw ReadFailure(code: 5)
  }

  func rewind() { isFirst = true }
}

@Suite("Tables in text: rows and cells")
struct TableReaderTests {
  @Test("a table is its header and its rows, each with the line it begins on")
  func plain() {
    let table = Reading("day,cpc\n1,0.5\n2,0.6\n")
    #expect(table.header == ["day", "cpc"])
    #expect(table.rows == [["1", "0.5"], ["2", "0.6"]])
    #expect(table.lines == [2, 3])
    #expect(table.separator == "," && table.encoding == .utf8 && table.refusal == nil)
  }

  @Test("lines end with LF, CR LF or CR, mixed, and the last needs no end", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let table = Reading("cpc\(end)1\r\n2\r3\n4")
    #expect(table.rows == [["1"], ["2"], ["3"], ["4"]])
    #expect(table.lines == [2, 3, 4, 5])
  }

  @Test("quotes hold separators, line ends, which count, and doubled quotes")
  func quotes() {
    let table = Reading("note,cpc\n\"a,\"\"b\"\"\r\nc\",\"1\" \n,2\n\"\",\"3\"")
    #expect(table.rows == [["a,\"b\"\r\nc", "1"], ["", "2"], ["", "3"]])
    #expect(table.lines == [2, 4, 5])
  }

  @Test("a quote within a cell is a letter")
  func inches() {
    #expect(Reading("what,cpc\n5\" pipe,1\n").rows == [["5\" pipe", "1"]])
  }

  @Test("marks that combine with a comma, a quote or a line end leave them what they are")
  func combining() {
    #expect(Reading("note,cpc\na,\u{301}1\n\"b\",\u{301}\n").rows == [["a", "\u{301}1"], ["b", "\u{301}"]])
    #expect(Reading("note,cpc\nx\u{200D},2\n\u{FE0F},3\n").rows == [["x\u{200D}", "2"], ["\u{FE0F}", "3"]])
  }

  @Test("rows of blanks are none, and empty cells behind the last column mean nothing")
  func blanks() {
    let table = Reading("day,cpc,,\n\n1,2\n , \n3,4,, \n\t\n,\n")
    #expect(table.header == ["day", "cpc"])
    #expect(table.rows == [["1", "2"], ["3", "4", "", " "]])
    #expect(table.lines == [3, 5])
  }

  @Test(
    "what is no table is refused with its line",
    arguments: [
      ("a,cpc\nx\n", Refusal.tooFewCells(line: 2, found: 1, expected: 2)),
      ("a,b,cpc\n1,2\n3,4\n", .tooFewCells(line: 2, found: 2, expected: 3)),
      ("a,cpc\n\"1\n2\",3\n1,2,3\n", .tooManyCells(line: 4, found: 3, expected: 2)),
      ("a,cpc\n1,2\n\"3,4\n5,6\n", .openQuote(line: 3)),
      ("a,cpc\n1,\"2\" x\n", .textBehindQuote(line: 2)),
      ("a,cpc\n1,2\n3,\"4\"5\"\n", .textBehindQuote(line: 3)),
      ("", .empty), ("\n \n\n", .noHeader), ("\u{FEFF}", .noHeader), ("cpc\n1\n\u{0}2\n", .zeroByte(line: 3)),
    ] as [(String, Refusal)])
  func refused(text: String, refusal: Refusal) {
    #expect(Reading(text).refusal == refusal)
  }

  @Test("a reader that fails says why")
  func failing() {
    #expect(Reading(Failing()).refusal == .unreadable(code: 5))
  }

  @Test("cells, rows and columns have limits")
  func limits() {
    let long = String(repeating: "x", count: Limits.cellBytes + 1)
    #expect(Reading("cpc\n1\n\(long)\n").refusal == .cellTooLong(line: 3))
    #expect(Reading("a,cpc\n1,\"\n\(long)\n").refusal == .cellTooLong(line: 2))
    let widest = String(repeating: ",", count: Limits.columns - 2)
    #expect(Reading("a\(widest),cpc\n").header.count == Limits.columns)
    #expect(Reading("a,cpc\n\(widest),,\n").refusal == .tooManyColumns(line: 2))
    let cell = String(repeating: "x", count: Limits.cellBytes)
    let row = Array(repeating: cell, count: Limits.rowBytes / Limits.cellBytes + 1).joined(separator: ",")
    #expect(Reading("a,cpc\n\(row)\n").refusal == .rowTooLong(line: 2))
  }

  @Test("the bytes may come one by one")
  func dripping() {
    for text in ["day,cpc\r\n\"1\r\n\"\"\",\u{301}2\r\n3,4", "\u{FEFF}cpc\n1\n", "cpc\n\"1"] {
      #expect(Reading(Dripping(Array(text.utf8))) == Reading(text))
    }
    let wide = bytes("\u{FEFF}day,cpc\n一,2\n", wide: .utf16LittleEndian)
    #expect(Reading(Dripping(wide)) == Reading(wide))
  }

  @Test("many rows, over many chunks of bytes")
  func manyRows() throws {
    var source = "day,cpc\n"
    for day in 2..<20_002 { source += "\(day),0.5\n" }
    var table = try TableReader(ByteArray(source.utf8)) { $0.contains("cpc") }
    var count = 0
    while try table.next() {
      #expect(table.record.text(0) == String(table.record.line))
      count += 1
    }
    #expect(count == 20_000)
  }
}

@Suite("Tables in text: separators and headers")
struct LayoutOfTablesTests {
  @Test("the separator is the one under which the header appears", arguments: [",", ";", "\t", "|"])
  func separators(separator: String) {
    let others = [",", ";", "\t", "|"].filter { $0 != separator }.joined()
    let table = Reading("\"a\(others)\"\(separator)cpc\n\"\(others)\"\(separator)1\n")
    #expect(table.separator == separator)
    #expect(table.rows == [[others, "1"]])
  }

  @Test("Excel's first line names it, and is none of the table's")
  func named() {
    let table = Reading("sep=;\r\ncpc;a,b\r\n1;2\r\n")
    #expect(table.header == ["cpc", "a,b"] && table.rows == [["1", "2"]] && table.lines == [3])
    #expect(Reading("sep=|\na|b\n1|2\n").header == ["a", "b"])
  }

  @Test("titles above the header are passed over, and are narrower than the table")
  func titles() {
    let table = Reading("Campaign report\n\"1 May 2027, to 3 May\"\n\nday,cpc\n1,2\n")
    #expect(table.header == ["day", "cpc"] && table.rows == [["1", "2"]])
    let noHeader = Reading("day,cost\n1,cpc\n2,3\n")
    #expect(noHeader.header == ["day", "cost"])
    #expect(Reading(String(repeating: "x\n", count: 40) + "day,cpc\n").header == ["x"])
  }

  @Test("a column that is not there is told among the ones that are, under the steadiest separator")
  func steadiest() {
    #expect(Reading("day;cost, all\n1;2\n3;4,5\n").header == ["day", "cost, all"])
    #expect(Reading("sep=;\nday;cost\n1;2\n").header == ["day", "cost"])
    #expect(Reading("cost\n1\n2\n").header == ["cost"])
    #expect(Reading("\n\n day , cost\n").header == ["day", "cost"])
  }

  @Test("a header of more than a megabyte and its rows are cut nowhere")
  func longHeader() {
    let names = (0..<16_000).map { "column \($0) " + String(repeating: "x", count: 40) }
    let table = Reading("cpc," + names.joined(separator: ",") + "\n")
    #expect(table.header.count == 16_001 && table.refusal == nil)
    let wide = String(repeating: "x", count: 70_000)
    let rows = Array(repeating: "1,\(wide)\n", count: 20).joined()
    #expect(Reading("cpc,note\n" + rows).rows.count == 20)
  }
}

/// A text in another encoding, written by hand.
func bytes(_ text: String, wide encoding: TextEncoding) -> [UInt8] {
  text.utf16.flatMap { unit -> [UInt8] in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return encoding == .utf16LittleEndian ? [low, high] : [high, low]
  }
}

@Suite("Tables in text: what the bytes are")
struct EncodingTests {
  @Test("UTF-16 with and without a mark", arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func wide(encoding: TextEncoding) {
    for mark in ["", "\u{FEFF}"] {
      let table = Reading(bytes("\(mark)cpc\tnote\r\n0.5\t一个 😀\r\n", wide: encoding))
      #expect(table.encoding == encoding && table.separator == "\t")
      #expect(table.rows == [["0.5", "一个 😀"]])
    }
  }

  @Test("a letter of UTF-16 cut in half is damage")
  func half() {
    let cut = bytes("\u{FEFF}cpc\n1\n", wide: .utf16LittleEndian) + [0x32]
    #expect(Reading(cut).refusal == .undecodable(.utf16LittleEndian))
    let alone = bytes("\u{FEFF}cpc\n", wide: .utf16LittleEndian) + [0x00, 0xD8, 0x0A, 0x00]
    #expect(Reading(alone).refusal == .undecodable(.utf16LittleEndian))
  }

  @Test("Chinese exports in GBK are read by their heading")
  func gbk() {
    // 日期,费用 / 一,1.5
    let file: [UInt8] = [
      0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xB7, 0xD1, 0xD3, 0xC3, 0x0A, 0xD2, 0xBB, 0x2C, 0x31, 0x2E, 0x35,
    ]
    let table = Reading(file, column: "费用")
    #expect(table.encoding == .gb18030)
    #expect(table.header == ["日期", "费用"] && table.rows == [["一", "1.5"]])
  }

  @Test("Western and Polish exports of Excel are read by their heading")
  func windows() {
    // Größe;cpc and Ilość;cpc
    let german: [UInt8] = [0x47, 0x72, 0xF6, 0xDF, 0x65, 0x3B, 0x63, 0x70, 0x63, 0x0A, 0x31, 0x3B, 0x32, 0x0A]
    #expect(Reading(german, column: "Größe").encoding == .windows1252)
    let polish: [UInt8] = [0x49, 0x6C, 0x6F, 0x9C, 0xE6, 0x3B, 0x63, 0x70, 0x63, 0x0A, 0x31, 0x3B, 0x32, 0x0A]
    #expect(Reading(polish, column: "Ilość").encoding == .windows1250)
    #expect(Reading(polish, column: "Ilość").header == ["Ilość", "cpc"])
  }

  @Test("bytes that give no heading that is looked for are refused, never shown as gibberish")
  func unknown() {
    let file = Array("cost,note\n1,a\n2,".utf8) + [0xE9, 0x0A]
    #expect(Reading(file).refusal == .unknownEncoding(line: 3, offset: 16))
    // What says it is UTF-8 and is not.
    #expect(Reading([0xEF, 0xBB, 0xBF] + Array("cpc\n".utf8) + [0xFF]).refusal == .unknownEncoding(line: 2, offset: 7))
  }

  @Test(
    "UTF-8 is what Unicode says it is",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8], [0xC3, 0xE4, 0xB8, 0x80],
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) {
    let file = Array("cost\r\n1\r".utf8) + bytes + [0x0A]
    #expect(String(validating: file, as: UTF8.self) == nil)
    #expect(Reading(file).refusal == .unknownEncoding(line: 3, offset: 8))
  }

  @Test("and every letter of it is")
  func wellFormed() {
    let letters = "é߿ࠀ一\u{D7FF}\u{E000}\u{FFFD}𐀀\u{10FFFF}"
    #expect(Reading("cpc,note\n1,\(letters)\n").rows == [["1", letters]])
  }

  @Test(
    "what is no text of rows is told as what it is",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], ForeignKind.workbook), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldWorkbook),
      ([0x1F, 0x8B, 0x08], .gzip), (Array("%PDF-1.7".utf8), .pdf), (Array("\n <!DOCTYPE html>".utf8), .webPage),
      (Array("<HTML><head>".utf8), .webPage), (Array("{\"a\": 1}".utf8), .json),
      (Array("\u{FEFF}[1]".utf8), .json),
    ] as [([UInt8], ForeignKind)])
  func foreign(bytes: [UInt8], kind: ForeignKind) {
    #expect(Reading(bytes).refusal == .foreign(kind))
  }
}
