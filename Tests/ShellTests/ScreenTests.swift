import PtySupport
import Testing

/// What stands on the screen, by tmux: wrapping, redrawing and job control are the terminal's part, and no model of ours.
@Suite("On the screen of tmux", .serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct ScreenTests {
  let shop = Shop()

  private func start(columns: Int, rows: Int = 24) throws -> Tmux {
    let tmux = try Tmux(
      "dropcast", ["--color", "never", shop.folder.path("shop.yaml")], columns: columns, rows: rows,
      in: shop.folder.path, environment: ["HOME=\(shop.folder.path)"])
    try tmux.wait("the prompt") { $0.last == "shop›" }
    return tmux
  }

  @Test("Chinese text wraps, is edited inside, and survives a narrower and a wider window", arguments: [80, 120])
  func chinese(columns: Int) throws {
    let tmux = try start(columns: columns)
    let text = "set name = 广告预算每天四十美元，转化率百分之三，退款率百分之二十五，备选供应商义乌二号"
    try tmux.type(text)
    func shows(_ wanted: String) -> ([String]) -> Bool {
      { rows in rows.joined().hasSuffix("shop› " + wanted) || rows.joined().contains("shop› " + wanted) }
    }
    try tmux.wait("the line", until: shows(text))
    for width in [40, 97, 33, columns] {
      try tmux.resize(columns: width)
      try tmux.wait("the line at \(width)", until: shows(text))
    }
    // Home, eleven characters to the right, a character deleted and another put in its place.
    try tmux.type("\u{1B}[H" + String(repeating: "\u{1B}[C", count: 11) + "\u{1B}[3~店")
    let edited = "set name = 店" + text.dropFirst(12)
    try tmux.wait("the edited line", until: shows(edited))
    try tmux.press("Enter")
    try tmux.wait(for: "undo takes it back")
    try tmux.wait("the prompt with its star") { $0.last == "shop*›" }
  }

  @Test(
    "with a Chinese locale the first screen, help, errors and tables are Chinese, and the tables line up",
    arguments: [80, 120])
  func chineseLocale(columns: Int) throws {
    let tmux = try Tmux(
      "dropcast", ["--color", "never"], columns: columns, rows: 80, in: shop.folder.path,
      environment: ["HOME=\(shop.folder.path)", "LC_ALL=", "LC_CTYPE=C.UTF-8", "LANG=zh_CN.UTF-8"])
    try tmux.wait("the prompt") { $0.last == "dropcast›" }
    #expect(try tmux.screen.joined().contains("start：问几个问题建店"))
    try tmux.type("help\r")
    try tmux.wait("help") { $0.last == "dropcast›" && $0.joined().contains("Ctrl-D 退出") }
    try tmux.type("help 退款\r")
    try tmux.wait("the term") { $0.last == "dropcast›" && $0.contains { $0.hasPrefix("  refunds_and_chargebacks") } }
    try tmux.type("load shop.yaml\r")
    try tmux.wait("the shop") { $0.last == "shop›" }
    try tmux.type("set cash.budgett = 3\r")
    try tmux.wait("the error") { $0.last == "shop›" && $0.contains { $0.contains("没有这个参数：cash.budgett") } }
    let caret = try #require(try tmux.screen.last { $0.contains("^") })
    #expect(caret == "        ^^^^^^^^^^^^" || caret.trimmingPrefix { $0 == " " } == "^^^^^^^^^^^^")
    try tmux.type("ui pager off ; run 200 --all\r")
    try tmux.wait("the run") { $0.last == "shop›" && $0.contains { $0.contains("show months · show pnl") } }
    let screen = try tmux.screen
    #expect(screen.contains { $0.contains("销售收入") || $0.contains("收入") })
    // Rows of months end with a number, right-aligned below the widest title.
    let rows = screen.filter { $0.hasPrefix("  M") && $0.contains(" 月") }
    let tables = rows.split { $0.hasPrefix("  M1 ") }
    #expect(!tables.isEmpty)
    for table in tables { #expect(Set(table.map(cells)).count == 1, "\(table)") }
    for row in screen where !row.contains("›") && !row.contains("接下来") {
      #expect(!row.contains(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/), "\(row)")
    }
  }

  /// As the terminal counts: two for a Chinese character.
  private func cells(_ row: String) -> Int {
    row.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFE6).contains($1.value) ? 2 : 1) }
  }

  @Test("^Z gives the terminal back, fg brings the line back")
  func suspend() throws {
    let tmux = try Tmux(
      "TerminalProbe", [], columns: 80, in: shop.folder.path, environment: ["HOME=\(shop.folder.path)"],
      isJob: true)
    try tmux.wait("the prompt") { $0.last?.hasPrefix("probe›") == true }
    try tmux.type("预算 half")
    try tmux.wait("the line") { $0.last == "probe› 预算 half" }
    try tmux.press("C-z")
    try tmux.wait("the shell's prompt") { $0.last == "outer$" }
    try tmux.type("echo mo''des: $(stty -a | grep -o -- '-*icanon')\r")
    try tmux.wait(for: "modes: icanon")
    try tmux.type("fg\r")
    try tmux.wait("the line again") { $0.last == "probe› 预算 half" }
    try tmux.type(" whole\r")
    try tmux.wait(for: "line: \"预算 half whole\"")
  }

  @Test("a hint stands behind the cursor, goes with the next key, and leaves nothing behind")
  func hint() throws {
    let tmux = try start(columns: 80)
    try tmux.type("ui hints on\r")
    try tmux.wait("the prompt") { $0.last == "shop›" && $0.contains { $0.contains("hints") } }
    try tmux.type("sav")
    try tmux.wait(forLastRow: "shop› save [FILE.yaml] [--force]", cursor: 9)
    try tmux.type("e ")
    try tmux.wait(forLastRow: "shop› save [FILE.yaml] [--force]", cursor: 11)
    try tmux.type("x")
    try tmux.wait(forLastRow: "shop› save x", cursor: 12)
    try tmux.press("C-u")
    try tmux.type("set cash.budget ")
    try tmux.wait(forLastRow: "shop› set cash.budget = VALUE   now 3000 USD", cursor: 22)
    try tmux.press("C-c")
    try tmux.wait("the line forgotten") { $0.last == "shop›" && $0.contains("shop› set cash.budget ^C") }
  }

  @Test("what is taller than the screen stops at each screenful; q ends it, and the prompt comes back")
  func pager() throws {
    let tmux = try start(columns: 80, rows: 12)
    try tmux.type("help all\r")
    try tmux.wait(for: "Space: a page, Enter: a line")
    let first = try tmux.screen
    #expect(first.count == 12)
    let seen = try #require(first.dropLast().last { !$0.isEmpty })
    try tmux.press("Enter")
    try tmux.wait("one more line") { $0.count == 12 && $0[9] == first[10] }
    try tmux.press("Space")
    try tmux.wait("another page") { !$0.contains(seen) && $0.last?.contains("Space: a page") == true }
    try tmux.press("q")
    try tmux.wait("the prompt") { $0.last == "shop›" }
    try tmux.type("ui pager off\r")
    try tmux.wait("the prompt") { $0.last == "shop›" }
    try tmux.type("help all\r")
    try tmux.wait("the end of help") {
      $0.last == "shop›" && $0.contains { $0.contains("rules and events: help rules") }
    }
  }

  @Test(
    "contract 7: random edits of ASCII and Chinese on one row show what a model of the line holds",
    arguments: [24, 31, 40, 60, 80, 101, 120])
  func randomEdits(columns: Int) throws {
    let tmux = try Tmux(
      "TerminalProbe", [], columns: columns, in: shop.folder.path, environment: ["HOME=\(shop.folder.path)"])
    try tmux.wait("the prompt") { $0.last?.hasPrefix("probe›") == true }
    var model = LineModel(room: columns - 8, seed: UInt64(columns))
    for _ in 0..<12 {
      let keys = (0..<12).map { _ in model.edit() }.joined()
      try tmux.type(keys)
      try tmux.wait(forLastRow: ("probe› " + model.text).trimmingEnd, cursor: 7 + model.cellsBeforeCursor)
    }
  }
}

/// A line under a cursor, and random keys that change both.
private struct LineModel {
  private(set) var characters: [Character] = []
  private var cursor = 0
  private let room: Int
  private static let letters = Array("abz09.-预算广告钱一")
  private var state: UInt64

  init(room: Int, seed: UInt64) {
    self.room = room
    state = seed
  }

  var text: String { String(characters) }
  var cellsBeforeCursor: Int { Self.cells(characters[..<cursor]) }

  private static func cells(_ characters: some Sequence<Character>) -> Int {
    characters.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }

  private mutating func draw(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  /// Changes the line as the keys do that it gives back.
  mutating func edit() -> String {
    switch draw(10) {
    case 0:
      cursor = max(0, cursor - 1)
      return "\u{1B}[D"
    case 1:
      cursor = min(characters.count, cursor + 1)
      return "\u{1B}[C"
    case 2:
      cursor = 0
      return "\u{1B}[H"
    case 3:
      cursor = characters.count
      return "\u{1B}[F"
    case 4, 5:
      guard cursor > 0 else { return insert("a") }
      cursor -= 1
      characters.remove(at: cursor)
      return "\u{7F}"
    case 6:
      guard cursor < characters.count else { return insert("预") }
      characters.remove(at: cursor)
      return "\u{1B}[3~"
    default: return insert(Self.letters[draw(Self.letters.count)])
    }
  }

  /// Only what fits on the row.
  private mutating func insert(_ character: Character) -> String {
    guard Self.cells(characters + [character]) <= room else { return "" }
    characters.insert(character, at: cursor)
    cursor += 1
    return String(character)
  }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
