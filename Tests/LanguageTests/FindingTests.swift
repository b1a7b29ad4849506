import Testing

@testable import Language

@Suite("Finding")
struct FindingTests {
  private func finding(_ text: String, _ start: Int, _ end: Int, help: String? = nil) -> Finding {
    let source = Source(name: "shop.yaml", text: text)
    return Finding(.error, "wrong", help: help, at: SourceSpan(start, end), in: source)
  }

  @Test("place, message, line, carets and help")
  func rendered() {
    let source = Source(name: "shop.yaml", text: "ads:\n    bugdet: 40\n")
    let fault = Fault("no such parameter: bugdet", at: SourceSpan(9, 15), help: "nearest: budget")
    #expect(
      Finding(fault, in: source).rendered() == """
        shop.yaml:2:5: error: no such parameter: bugdet
            bugdet: 40
            ^^^^^^
          nearest: budget
        """)
  }

  @Test("a finding about a whole source has no excerpt")
  func whole() {
    let finding = Finding(.warning, "is empty", help: "write something", source: "a.yaml")
    #expect(finding.rendered() == "a.yaml: warning: is empty\n  write something")
  }

  @Test("carets stand under the cells of wide characters")
  func wide() {
    #expect(finding("价格: 错误 x", 8, 14).rendered().hasSuffix("\n    价格: 错误 x\n          ^^^^"))
  }

  @Test("an empty span gets one caret, also at the end of the line and of the text")
  func emptySpan() {
    #expect(finding("ab", 2, 2).rendered().hasSuffix("\n    ab\n      ^"))
    #expect(finding("ab\ncd", 2, 2).rendered().hasSuffix("\n    ab\n      ^"))
    #expect(finding("", 0, 0).rendered().hasSuffix("\n    \n    ^"))
  }

  @Test("a span over several lines is marked on its first")
  func severalLines() {
    #expect(finding("ab\ncd", 1, 5).rendered().hasSuffix("\n    ab\n     ^"))
  }

  @Test("hostile characters are written out and the carets move with them")
  func hostile() {
    let rendered = finding("\u{1B}[31m\u{202E}x y", 10, 11, help: "try \u{1B}c").rendered()
    let expected = "\n    \\u{1B}[31m\\u{202E}x y\n" + String(repeating: " ", count: 24) + "^\n  try \\u{1B}c"
    #expect(rendered.hasSuffix(expected), "\(rendered)")
  }

  @Test("hostile names and messages cannot break out of their line")
  func hostileNames() {
    let source = Source(name: "a\u{1B}]0;x\u{7}\n.yaml", text: "x")
    let finding = Finding(.note, "no\nsuch\u{2028}", at: SourceSpan(0, 1), in: source)
    #expect(finding.headline == "a\\u{1B}]0;x\\u{7}\\u{A}.yaml:1:1: note: no\\u{A}such\\u{2028}")
  }

  @Test("a long line is cut around the carets", arguments: [0, 1, 40, 50_000, 99_990, 99_999])
  func long(_ start: Int) {
    let text = String(repeating: "a", count: start) + "X" + String(repeating: "b", count: 99_999 - start)
    let lines = finding(text, start, start + 1).rendered(width: 80).split(separator: "\n")
    #expect(lines[1].displayWidth <= 80 && lines[1].displayWidth > 70)
    #expect(lines[2].displayWidth <= 80 && lines[2].hasSuffix("^"))
    let column = lines[2].displayWidth
    #expect(lines[1].unicodeScalars.dropFirst(column - 1).first == "X")
    #expect(lines[1].contains("…"))
  }

  @Test("a long marked part is cut as well")
  func longMark() {
    let lines = finding(String(repeating: "价", count: 10_000), 3, 30_000).rendered(width: 60).split(separator: "\n")
    #expect(lines[1].displayWidth <= 60 && lines[1].hasSuffix("…"))
    #expect(lines[2].displayWidth <= 60)
  }

  @Test("a million combining marks do not flood the screen")
  func combining() {
    let text = "e" + String(repeating: "\u{301}", count: 1_000_000)
    #expect(finding(text, 0, 1).rendered(width: 80).utf8.count < 1000)
  }

  @Test("sorted by source and place, whole sources first, graver first")
  func sorting() {
    let source = Source(name: "b", text: "one\ntwo")
    let findings = [
      Finding(.error, "3", at: SourceSpan(4, 5), in: source), Finding(.note, "2", at: SourceSpan(1, 2), in: source),
      Finding(.error, "1", at: SourceSpan(1, 3), in: source), Finding(.error, "0", source: "b"),
      Finding(.error, "z", source: "a"),
    ]
    #expect(findings.sortedByPlace().map(\.message) == ["z", "0", "1", "2", "3"])
    #expect(findings.hasErrors)
    #expect(![findings[1]].hasErrors)
  }

  @Test("spans far outside the text are clipped")
  func outside() {
    #expect(finding("ab", -7, 900).rendered().hasSuffix("\n    ab\n    ^^"))
    #expect(finding("ab", 70, 900).rendered().hasSuffix("\n    ab\n      ^"))
  }

  @Test(
    "whatever a message quotes, it stays below four kilobytes",
    arguments: ["a", "字", "\u{1B}", "e\u{301}", "a ", "，", "a\n", "😀"])
  func bounded(piece: String) {
    let long = String(repeating: piece, count: 50_000)
    let source = Source(name: "shop.yaml", text: long)
    let finding = Finding(.error, "no such word: \(long)", help: "not \(long)", at: SourceSpan(0, 1), in: source)
    #expect(finding.rendered().utf8.count < 4096, "\(finding.rendered().utf8.count)")
    #expect(Finding(.error, "no", source: long).rendered().utf8.count < 4096)
    #expect(finding.message.hasPrefix("no such word: ") && finding.message.contains("…"))
  }

  @Test("of a long word both ends are told; names of files and sentences stay whole")
  func longWords() {
    let word = "begin" + String(repeating: "x", count: 50_000) + "end"
    let told = Finding(.error, "no such parameter: \(word)", source: "a.yaml").message
    #expect(told.hasPrefix("no such parameter: beginxxx") && told.hasSuffix("xxxend") && told.count < 260)
    let path = String(repeating: "folder/", count: 33)
    let sentence = String(repeating: "文件不在场景所在的文件夹里，请把它移进来。", count: 20)
    for text in [path, sentence] { #expect(Finding(.error, text, source: "a.yaml").message == text) }
  }
}
