import Terminal
import Testing

@Suite("Width, prompt, lists, paste and progress as text")
struct TextTests {
  @Test("Chinese takes two cells, marks none")
  func width() {
    #expect(DisplayWidth.of("a预，é") == 6)
    #expect(DisplayWidth.of("e\u{301}\u{200B}") == 1)
    #expect(DisplayWidth.of("█±…") == 3)
    #expect(DisplayWidth.prefix(of: "预算表", cells: 5) == "预算")
  }

  @Test(
    "colours in a prompt become one marked run each, never at its end",
    arguments: [
      ("lamp> ", "lamp> ", 6),
      ("\u{1B}[1m\u{1B}[31mlamp\u{1B}[0m> ", "\u{1}\u{1B}[1m\u{1B}[31m\u{1}lamp\u{1}\u{1B}[0m\u{1}> ", 6),
      ("\u{1B}[36m灯> \u{1B}[0m", "\u{1}\u{1B}[36m\u{1}灯>\u{1}\u{1B}[0m\u{1} ", 4),
      ("\u{1B}[36m>\u{1B}[0m", "\u{1}\u{1B}[36m\u{1B}[0m\u{1}>", 1),
      ("a\nb\u{1}\u{1B}[2J\u{1B}c> ", "abc> ", 5),
      ("\u{1B}[31m", "", 0),
      ("", "", 0),
    ])
  func prompt(given: String, text: String, cells: Int) {
    let markup = PromptMarkup(given)
    #expect(markup.text == text)
    #expect(markup.cells == cells)
  }

  func completion(_ range: Range<Int>, _ texts: String...) -> Completion {
    Completion(replace: range, candidates: texts.map { Completion.Candidate($0) })
  }

  @Test("one candidate is inserted whole, several as far as they agree, else they are listed")
  func steps() {
    #expect(completion(0..<2, "set").step(in: "se") == .insert(text: "set ", range: 0..<2))
    #expect(completion(0..<2, "set").step(in: "se x") == .insert(text: "set", range: 0..<2))
    #expect(completion(0..<1, "compare", "compute").step(in: "c") == .insert(text: "comp", range: 0..<1))
    #expect(completion(0..<4, "compare", "compute").step(in: "comp") == .list)
    #expect(completion(0..<2, "预算", "表").step(in: "预测") == .list)
    #expect(completion(0..<0).step(in: "x") == .nothing)
  }

  @Test("a candidate that goes on gets no space")
  func unfinished() {
    let completion = Completion(replace: 0..<2, candidates: [.init("ads.", isFinal: false)])
    #expect(completion.step(in: "ad") == .insert(text: "ads.", range: 0..<2))
  }

  @Test("a range outside the line is cut to it")
  func outside() {
    #expect(completion(1..<99, "b").step(in: "ab") == .insert(text: "b ", range: 1..<2))
    #expect(completion(50..<99, "b").step(in: "ab") == .insert(text: "b ", range: 2..<2))
    #expect(completion(-5 ..< -1, "b").step(in: "ab") == .insert(text: "b ", range: 0..<0))
  }

  @Test("a list is aligned by cells, with notes")
  func list() {
    let candidates = [
      Completion.Candidate("budget", note: "30 USD/day   0 … 10,000"), .init("预算", note: "0.80 USD"), .init("cpc"),
    ]
    #expect(
      CandidateList.layOut(candidates, columns: 80, rows: 10) == [
        "budget   30 USD/day   0 … 10,000   预算     0.80 USD", "cpc",
      ])
  }

  @Test("no row of a list is wider than the terminal", arguments: [1, 5, 20, 40, 79])
  func listWidth(columns: Int) {
    let candidates = (1...30).map { Completion.Candidate("预算\($0)", note: "note \($0) 到一百") }
    let rows = CandidateList.layOut(candidates, columns: columns, rows: 1000)
    #expect(rows.allSatisfy { DisplayWidth.of($0) <= columns })
  }

  @Test("a list higher than the screen tells how many are left out")
  func longList() {
    let candidates = (1...100).map { Completion.Candidate("word\($0)") }
    let rows = CandidateList.layOut(candidates, columns: 7, rows: 5)
    #expect(rows == ["word1", "word2", "word3", "word4", "… 96 more: keep typing"])
  }

  @Test("escape sequences and bidirectional marks in candidates do not act")
  func hostileList() {
    let rows = CandidateList.layOut([.init("a\u{1B}[2J\u{202E}b", note: "\n")], columns: 40, rows: 5)
    #expect(rows == ["a\u{FFFD}[2J\u{FFFD}b   \u{FFFD}"])
  }

  func pasted(_ text: String, after before: String = "") -> String {
    PastedText.joined(
      text, after: before,
      isIncomplete: { text in text.count { $0 == "{" } > text.count { $0 == "}" } },
      joint: { $0.contains("#") ? "\n" : "; " })
  }

  @Test("pasted rows become one line; an open block and a comment keep their newline")
  func paste() {
    #expect(pasted("a\r\nb\n\rc\n\n  \n") == "a; b; c")
    #expect(pasted("x {\n\ty\n}\nz") == "x {\n y\n}; z")
    #expect(pasted("y\n}\nz", after: "x {") == "y\n}; z")
    #expect(pasted("a # why\nb") == "a # why\nb")
    #expect(pasted("a\u{1B}[31m\u{7}b\0") == "a[31mb")
    #expect(pasted("\n") == "")
  }

  @Test("a progress line holds its width, in Unicode and ASCII")
  func progressLine() {
    let line = ProgressLine(label: "running", total: 200, columns: 79, isUTF8: true)
    #expect(line.text(done: 0, elapsed: .seconds(1)).contains("  0 %"))
    #expect(
      line.text(done: 125, elapsed: .seconds(10)) == "running ███████████████           62 %  0:06 left  Ctrl-C: stop")
    #expect(DisplayWidth.of(line.text(done: 201, elapsed: .seconds(1))) <= 79)
    let narrow = ProgressLine(label: "预算预算", total: 10, columns: 9, isUTF8: false)
    #expect(narrow.text(done: -3, elapsed: .zero) == "预算预算 ")
    let ascii = ProgressLine(label: "x", total: 2, columns: 79, isUTF8: false)
    #expect(ascii.text(done: 1, elapsed: .seconds(90)) == "x [############............]  50 %  1:30 left  Ctrl-C: stop")
  }

  @Test("progress is drawn after half a second, ten times a second, and erased")
  func progressTiming() {
    var now = Duration.zero
    var written: [String] = []
    let progress = Progress(
      line: ProgressLine(label: "x", total: 100, columns: 79, isUTF8: true), isShown: true, clock: { now },
      write: { written.append($0) })
    for step in 1...100 {
      now += .milliseconds(10)
      progress.update(done: step)
    }
    #expect(written.count == 6)
    progress.finish()
    progress.finish()
    #expect(written.count == 7)
    #expect(written.last == "\r\u{1B}[K")
  }

  @Test("what is told while work goes on stays above the line, and nothing is told where nobody sees it")
  func progressTells() {
    var now = Duration.zero
    var written: [String] = []
    func progress(isShown: Bool) -> Progress {
      Progress(
        line: ProgressLine(label: "x", total: 100, columns: 79, isUTF8: true), isShown: isShown, clock: { now },
        write: { written.append($0) })
    }
    let shown = progress(isShown: true)
    now += .milliseconds(600)
    shown.update(done: 1)
    shown.tell(["one", "two"])
    shown.finish()
    #expect(written.dropFirst() == ["\r\u{1B}[K", "one\ntwo\n"])
    progress(isShown: false).tell(["three"])
    #expect(written.count == 3)
  }

  @Test("progress that is over soon, or of nothing, is never drawn", arguments: [(100, true), (0, true), (100, false)])
  func progressQuiet(total: Int, isShown: Bool) {
    var now = Duration.zero
    var written: [String] = []
    let progress = Progress(
      line: ProgressLine(label: "x", total: total, columns: 79, isUTF8: true), isShown: isShown, clock: { now },
      write: { written.append($0) })
    now += .milliseconds(total == 100 && isShown ? 499 : 5000)
    progress.update(done: 50)
    progress.finish()
    #expect(written.isEmpty)
  }
}
