import Tabular
import Testing

@Suite("Numbers of a column")
struct NumberColumnTests {
  /// The numbers, or why there are none. Cells stand on lines 2, 3 …
  private func read(_ cells: [String], separator: Character = ",") -> Result<[Double], NumberColumn.Problem> {
    var column = NumberColumn()
    do throws(NumberColumn.Problem) {
      for (index, cell) in cells.enumerated() { try column.append(Array(cell.utf8)[...], line: index + 2) }
      return .success(try column.numbers(separator: separator.asciiValue ?? 0))
    } catch {
      return .failure(error)
    }
  }

  @Test(
    "as programs and people spell them",
    arguments: [
      ("5", 5), ("0", 0), ("-0", 0), (" 5\t", 5), ("+5", 5), ("-5", -5), ("\u{2212}5", -5), (".5", 0.5), ("0.85", 0.85),
      ("1,200.25", 1200.25), ("1.200,25", 1200.25), ("0,85", 0.85), ("0,850", 0.85), ("1,2000", 1.2),
      ("1234,567", 1234.567), ("1,200,300", 1_200_300), ("1.200.300", 1_200_300), ("1 200", 1200), ("1_200", 1200),
      ("1'200.5", 1200.5), ("1\u{2019}200,5", 1200.5), ("1\u{A0}200,567", 1200.567), ("\u{202F}7\u{A0}", 7),
      ("1\u{202F}200", 1200), ("1e3", 1000), ("1.5E-3", 0.0015), ("20k", 20_000), ("1.5K", 1500), ("1.2M", 1_200_000),
      ("\u{FF11}\u{FF0E}\u{FF15}", 1.5), ("\u{FF11}\u{FF0C}\u{FF15}", 1.5), ("0e9", 0),
    ])
  func numbers(cell: String, value: Double) {
    #expect(read([cell]) == .success([value]))
  }

  @Test(
    "what is none is refused with its line",
    arguments: [
      "x", "5 USD", "5%", "$5", "0x10", "1_0", "1,0,0", "017", "00.5", "5.", "1.2.3", "1,2,3", "1,200.300.4", "--5",
      "nan", "inf", "-", "1e", "1e9999999999", "1e400", "1e-400", "1e-9223372036854775808", "1 2", "1,,200", ",", ".",
      "1 234,567.8.9", "1 234.567,8", "٣", "1e99999", "5 k", "\u{301}5", String(repeating: "1", count: 65),
    ])
  func refused(cell: String) {
    guard cell != "-" else { return }
    #expect(read(["1", cell]) == .failure(.notANumber(line: 3)))
  }

  @Test("cells without a value are left out", arguments: ["", " ", "\u{A0}", "-", "--", "—", "N/A", "未抓取"])
  func unknown(cell: String) {
    #expect(read(["1", cell, "2"]) == .success([1, 2]))
  }

  @Test("one cell tells how all are meant: 1.200 and 1,200 follow it")
  func oneMark() {
    #expect(read(["1,200", "0,85", "3.400"]) == .success([1.2, 0.85, 3400]))
    #expect(read(["1,200", "0.85", "3.400"]) == .success([1200, 0.85, 3.4]))
    #expect(read(["1,200", "1,200,300"]) == .success([1200, 1_200_300]))
  }

  @Test("where none tells, numbers have points as everywhere else; beside semicolons it is asked about")
  func unclear() {
    #expect(read(["7", "1,200"]) == .success([7, 1200]))
    #expect(read(["7", "1.200"]) == .success([7, 1.2]))
    #expect(read(["7", " 1,200", "1.300"], separator: ";") == .failure(.unclear(line: 3, cell: "1,200")))
    #expect(read(["7", "1.200", "0.5"], separator: ";") == .success([7, 1.2, 0.5]))
    #expect(read(["7", "8"], separator: ";") == .success([7, 8]))
  }

  @Test("cells that contradict one another are told with both lines")
  func contradiction() {
    #expect(read(["0.85", "0,85"]) == .failure(.twoMarks(pointLine: 2, commaLine: 3)))
    #expect(read(["0,85", "7", "1,200.5"]) == .failure(.twoMarks(pointLine: 4, commaLine: 2)))
  }

  @Test("money keeps its cents: the nearest number to what was written")
  func nearest() {
    #expect(read(["1588.816", "0.1", "1588.8159999999982"]) == .success([1588.816, 0.1, 1588.8159999999982]))
  }
}
