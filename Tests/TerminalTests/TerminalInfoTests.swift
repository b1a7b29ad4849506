import Terminal
import Testing

@Suite("Colour, size and characters")
struct TerminalInfoTests {
  func environment(_ values: [String: String]) -> (String) -> String? { { values[$0] } }

  func depth(_ choice: ColourChoice, terminal: Bool, _ values: [String: String]) -> ColourDepth {
    ColourDepth(choice: choice, isTerminal: terminal, environment: environment(values))
  }

  @Test("the user's choice goes before every variable")
  func choice() {
    #expect(depth(.never, terminal: true, ["TERM": "xterm", "FORCE_COLOR": "1"]) == .none)
    #expect(depth(.always, terminal: false, ["TERM": "dumb", "NO_COLOR": "1"]) == .ansi16)
  }

  @Test("NO_COLOR goes before FORCE_COLOR, and both count only when not empty")
  func variables() {
    #expect(depth(.automatic, terminal: true, ["TERM": "xterm", "NO_COLOR": "0", "FORCE_COLOR": "1"]) == .none)
    #expect(depth(.automatic, terminal: true, ["TERM": "xterm", "NO_COLOR": ""]) == .ansi16)
    #expect(depth(.automatic, terminal: false, ["TERM": "xterm", "FORCE_COLOR": "1"]) == .ansi16)
    #expect(depth(.automatic, terminal: false, ["TERM": "xterm", "FORCE_COLOR": ""]) == .none)
    #expect(depth(.automatic, terminal: false, ["TERM": "xterm", "CLICOLOR_FORCE": "1"]) == .ansi16)
  }

  @Test("without a wish, a terminal that is not dumb has colour")
  func automatic() {
    #expect(depth(.automatic, terminal: true, ["TERM": "xterm"]) == .ansi16)
    #expect(depth(.automatic, terminal: false, ["TERM": "xterm"]) == .none)
    #expect(depth(.automatic, terminal: true, ["TERM": "dumb"]) == .none)
    #expect(depth(.automatic, terminal: true, [:]) == .none)
  }

  @Test("24 bits only by COLORTERM, 256 colours by TERM")
  func depths() {
    #expect(depth(.automatic, terminal: true, ["TERM": "xterm-256color"]) == .ansi256)
    #expect(depth(.automatic, terminal: true, ["TERM": "xterm-256color", "COLORTERM": "yes"]) == .ansi256)
    #expect(depth(.automatic, terminal: true, ["TERM": "xterm", "COLORTERM": "truecolor"]) == .trueColour)
    #expect(depth(.automatic, terminal: true, ["TERM": "xterm", "COLORTERM": "24bit"]) == .trueColour)
  }

  func size(
    _ width: Int?, terminal: Bool = true, reported: (Int, Int) = (0, 0), _ values: [String: String] = [:]
  ) -> TerminalSize {
    TerminalSize(width: width, isTerminal: terminal, reported: reported, environment: environment(values))
  }

  @Test("width: the wish, the terminal, COLUMNS, 80")
  func columns() {
    let columns = ["COLUMNS": "90"]
    #expect(size(60, reported: (120, 40), columns).columns == 60)
    #expect(size(nil, reported: (120, 40), columns).columns == 120)
    #expect(size(nil, columns).columns == 90)
    #expect(size(nil).columns == 80)
    #expect(size(0, reported: (120, 40)).columns == 120)
  }

  @Test("a window that no screen has is bounded")
  func bounded() {
    let size = size(nil, reported: (65_535, 65_535))
    #expect(size.columns == 10_000 && size.rows == 1_000)
  }

  @Test("nonsense in COLUMNS is no width", arguments: ["", "x", "0", "-5", "99999999999999999999"])
  func badColumns(value: String) {
    #expect(size(nil, ["COLUMNS": value]).columns == 80)
  }

  @Test("a pipe is 100 wide whatever the window, unless asked, and has no rows")
  func pipes() {
    #expect(size(nil, terminal: false, ["COLUMNS": "90"]).columns == 100)
    #expect(size(70, terminal: false).columns == 70)
    #expect(size(nil, terminal: false).rows == nil)
  }

  @Test("rows: the terminal, LINES, 24; no size is larger than 10,000")
  func rows() {
    #expect(size(nil, reported: (80, 50)).rows == 50)
    #expect(size(nil, ["LINES": "30"]).rows == 30)
    #expect(size(nil).rows == 24)
    #expect(size(1_000_000_000).columns == 10_000)
  }

  @Test("the first locale variable that is set decides about characters")
  func characters() {
    #expect(TerminalInfo.isUTF8(environment: environment(["LANG": "zh_CN.UTF-8"])))
    #expect(TerminalInfo.isUTF8(environment: environment(["LC_ALL": "", "LC_CTYPE": "C.utf8", "LANG": "C"])))
    #expect(!TerminalInfo.isUTF8(environment: environment(["LC_ALL": "C", "LANG": "zh_CN.UTF-8"])))
    #expect(!TerminalInfo.isUTF8(environment: environment([:])))
  }
}
