import Terminal
import Testing

@Suite("The pager")
struct PagerTests {
  /// What is shown for these keys.
  private func shown(_ text: String, keys: String, rows: Int = 5, columns: Int = 40) throws -> String {
    var keys = Array(keys.utf8)[...]
    var written = ""
    let pager = Pager(
      rows: rows, columns: columns, write: { text throws(Output.Failure) in written += text },
      key: { keys.popFirst() })
    try pager.show(text)
    return written.replacing(/\u{1B}\[2m… (\d+) more.*?\u{1B}\[0m\r\u{1B}\[K/) { "<\($0.1)>" }
  }

  private let ten = (1...10).map { "\($0)\n" }.joined()

  @Test("what fits is written as it is")
  func fits() throws {
    #expect(try shown("a\nb\nc\nd\n", keys: "") == "a\nb\nc\nd\n")
    #expect(try shown("", keys: "") == "")
  }

  @Test("a page, a line, all the rest, or no more")
  func steps() throws {
    #expect(try shown(ten, keys: "  ") == "1\n2\n3\n4\n<6>5\n6\n7\n8\n<2>9\n10\n")
    #expect(try shown(ten, keys: "\rxq") == "1\n2\n3\n4\n<6>5\n<5>")
    #expect(try shown(ten, keys: "G") == "1\n2\n3\n4\n<6>5\n6\n7\n8\n9\n10\n")
    #expect(try shown(ten, keys: "\u{3}") == "1\n2\n3\n4\n<6>")
    #expect(try shown(ten, keys: "") == "1\n2\n3\n4\n<6>")
  }

  @Test("wrapped rows, wide characters and colours count as the screen shows them")
  func height() throws {
    let wide = String(repeating: "预", count: 30) + "\n"
    #expect(try shown(wide + wide + "end\n", keys: "q") == wide + wide + "<1>")
    let coloured = "\u{1B}[31m" + String(repeating: "x", count: 40) + "\u{1B}[0m\n"
    #expect(try shown(coloured + coloured + coloured + coloured, keys: "") == coloured + coloured + coloured + coloured)
  }

  @Test("a line higher than the screen is shown all the same")
  func highLine() throws {
    let high = String(repeating: "x", count: 1000) + "\n"
    #expect(try shown(high + "end\n", keys: " ") == high + "<1>end\n")
  }
}
