import Foundation
import Glibc
import PtySupport
import Testing

/// What operators and their scripts rely on. Those that are not held here alone:
///
/// | contract | held by |
/// |---|---|
/// | 1 a session as a script gives the same bytes | `replay`, `replayTyped` |
/// | 2 examples run, each error has a line that provokes it | `CatalogueTests`, `ManualTests`, `ErrorTranscriptTests` |
/// | 3 standard output holds results, each line of `--json` parses | `results`, `OutputTests` |
/// | 4 no escapes, prompts or cuts in a pipe; constant memory | `piped`, `constantMemory`, `OutputTests` (a reader that has gone) |
/// | 5 ^C within half a second, a second one ends hard | `interrupted`, `AtTerminalTests`, `Signals.interruptTwice` |
/// | 6 the terminal as it was after any end | `ends`, `otherEnds`, `AtTerminalTests`, `Signals` |
/// | 7 edits of ASCII and Chinese as a model holds them | `ScreenTests` |
/// | 8 unknown words, all ties, nothing far | `nearest`, `NearestTests` |
/// | 9 full-width input, carets by cells | `fullWidth`, `CommandLineTests` |
/// | 10 no row wider than asked, ASCII is ASCII | `widths`, `SnapshotTests` |
///
/// Names that steer a terminal: `hostileNames`, `OutputTests`; histories that are none and a paste of a megabyte:
/// `AtTerminalTests`, `HistoryFileTests`.
@Suite("The shell's contracts")
struct ShellContractTests {
  let shop = Shop()

  @Test("contract 1: what history --to writes of a session gives the same bytes again")
  func replay() throws {
    let lines = [
      "load shop.yaml", "let share = 4 %", "set stores.*.conversion = $share", "for b in 20..40 step 20 {",
      "  set ads.meta.budget = $b", "  run 60 --seed $b", "}", "undo", "diff", "run 80 --strategy lean",
      "assert ruin <= 100% on lean", "show ads --json", "plot fan revenue", "reset ads", "show cash.budget",
      "history --to again.drop",
    ]
    let session = try shop.dropcast(input: lines.joined(separator: "\n") + "\n")
    #expect(session.exitCode == 0, "\(session.errors)")
    let again = try shop.dropcast("script", "again.drop")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(again.output == session.output && !again.output.isEmpty)
  }

  @Test("contract 1: a session that was typed, with shortened verbs and mistakes, gives its answers again")
  func replayTyped() throws {
    let session = try PtySession(
      "dropcast", ["--color", "never", "--width", "100", shop.folder.path("shop.yaml")], prompt: "› ",
      columns: 100, environment: ["HOME=\(shop.folder.path)"])
    try session.waitForPrompt()
    for line in [
      "se cash.budget = 4000", "set cash.bugdet = 3", "sho cash.budget", "for x in 1, 2 {\r let y = $x ; let y\r}",
      "log \(shop.folder.path("log.md"))", "run 70", "history --to \(shop.folder.path("typed.drop"))",
    ] {
      session.type(line + "\r")
      try session.wait(for: "\r\n")
      try session.wait(for: "shop")
      try session.waitForPrompt()
    }
    session.type("\u{4}")
    #expect(try session.waitForExit() == 0)
    let again = try shop.dropcast("script", "typed.drop")
    #expect(again.exitCode == 0, "\(again.errors) \(shop.folder.read("typed.drop"))")
    // The log is a hundred cells wide as scripts are, and without advice.
    let logged = shop.folder.read("log.md").split(separator: "```text\n").dropFirst().first ?? ""
    let answer = logged.drop { $0 != "\n" }.dropFirst().prefix { $0 != "`" }
    #expect(!answer.isEmpty && again.output.hasSuffix(answer))
    for row in again.output.split(separator: "\n").prefix(7) { #expect(session.text.contains(row)) }
  }

  @Test("contract 3: standard output holds results only; with --json each of its lines parses")
  func results() throws {
    let commands =
      "load shop.yaml; let a = 3; for x in 1, 2 { set cash.budget = $x }; show; run 50; let; ui; history; about; help"
    let result = try shop.dropcast("--json", "-c", commands)
    #expect(result.exitCode == 0, "\(result.errors)")
    for line in result.output.split(separator: "\n") {
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed)
      }
    }
    let failing = try shop.dropcast("--json", "-c", "load shop.yaml; nonsense")
    #expect(failing.output.isEmpty && failing.errors.contains("unknown command"))
  }

  @Test("contract 4: outside a terminal there is no escape byte, no prompt and no cut", arguments: ["40", "100"])
  func piped(width: String) throws {
    let commands = "load shop.yaml\nrun 50 --all\nshow\nschema\nplot\nhelp\nlet x = 1\nfor y in 1, 2 {\nlet z = $y\n}\n"
    let result = try shop.dropcast("--width", width, input: commands, environment: ["TERM=xterm-256color"])
    #expect(result.exitCode == 0 && !result.hasEscapes, "\(result.errors)")
    #expect(!result.output.contains("›") && !result.output.contains("more lines"))
    // Every parameter of the schema is there, whole.
    #expect(result.output.ranges(of: "price_sd").count >= 1)
    #expect(result.output.contains("M3 Mar") && result.output.contains("Total"))
  }

  /// A script of a million rows takes the memory of one of a thousand. In rows of comments and blanks it is the reader
  /// that is tried, and a hundred thousand commands behind them try the session: a million of those would take the test
  /// a minute and show no more.
  @Test("contract 4: a million rows of a script take constant memory")
  func constantMemory() throws {
    func peak(rows: Int, commands: Int) throws -> Int {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      defer { close(ends[1]) }
      let output = open("/dev/null", O_WRONLY | O_CLOEXEC)
      let process = try PlainProcess(
        "dropcast", [], files: [ends[0], output, output], in: shop.folder.path, environment: shop.environment)
      close(ends[0])
      close(output)
      _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
      let block = Array(String(repeating: "# a comment that stands for anything\n\n", count: 500).utf8)
      let command = Array(String(repeating: "let name = 123456\nlet other = \"$name more\"\n", count: 500).utf8)
      let parts = [(block, rows / 1000), (command, commands / 1000)]
      for (bytes, times) in parts {
        for _ in 0..<times {
          var start = 0
          while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
            try #require(count > 0)
            start += count
          }
        }
      }
      // The pipe takes 64 KiB ahead: what is read of this last part is behind all others.
      let last = Array("set nothing\n".utf8)
      let memory = try #require(process.peakMemory)
      _ = last.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
      close(ends[1])
      ends[1] = open("/dev/null", O_RDONLY | O_CLOEXEC)
      #expect(try process.waitForExit(seconds: 120) == 1)
      return memory
    }
    let small = try peak(rows: 20_000, commands: 20_000)
    let large = try peak(rows: 1_000_000, commands: 100_000)
    #expect(large < small + 16_000, "\(small) KiB, \(large) KiB")
  }

  @Test("contract 5: ^C leaves scenario and runs as they were")
  func interrupted() throws {
    let session = try PtySession(
      "dropcast", [shop.folder.path("shop.yaml")], prompt: "› ", environment: ["HOME=\(shop.folder.path)"])
    try session.waitForPrompt()
    session.type("run 50\r")
    try session.wait(for: "Next:")
    session.type("set cash.budget = 2500\r")
    try session.wait(for: "shop*› ")
    session.type("run 2M\r")
    try session.wait(for: "Ctrl-C: stop")
    let pressed = ContinuousClock.now
    session.type("\u{3}")
    try session.waitForPrompt()
    #expect(ContinuousClock.now - pressed < .milliseconds(500))
    session.type("show cash.budget\r")
    try session.wait(for: "2500 USD")
    session.type("plot\r")
    try session.wait(for: "#1")
  }

  @Test(
    "contract 6: after any end the terminal is as it was",
    arguments: [
      "quit\r", "\u{4}", "half a line\u{4}\u{3}\u{4}", "\u{1B}[200~half a paste", "let x = (\rquit\u{3}\u{4}",
    ])
  func ends(keys: String) throws {
    let session = try PtySession(
      "dropcast", [shop.folder.path("shop.yaml")], prompt: "› ", environment: ["HOME=\(shop.folder.path)"])
    try session.waitForPrompt()
    session.type(keys)
    if keys.hasSuffix("paste") {
      try session.wait(for: "")
      session.signal(SIGTERM)
    }
    _ = try session.waitForExit()
    #expect(session.isRestored)
  }

  @Test("contract 6: an error at the start and a stop in the pager leave it as it was, too")
  func otherEnds() throws {
    let session = try PtySession(
      "dropcast", ["nowhere.yaml"], prompt: "› ", environment: ["HOME=\(shop.folder.path)"])
    try session.wait(for: "no such file")
    try session.waitForPrompt()
    session.type("quit\r")
    #expect(try session.waitForExit() == 0)
    #expect(session.isRestored)
    let paged = try PtySession(
      "dropcast", [shop.folder.path("shop.yaml")], prompt: "› ", rows: 10, environment: ["HOME=\(shop.folder.path)"])
    try paged.waitForPrompt()
    paged.type("help\r")
    try paged.wait(for: "q: stop")
    paged.signal(SIGTERM)
    #expect(try paged.waitForExit() == 128 + SIGTERM)
    #expect(paged.isRestored)
  }

  @Test(
    "contract 8: unknown words name what is near, all ties, and nothing that is far",
    arguments: [
      ("sett cash.budget 3", "nearest: set"), ("lod x.yaml", "nearest: load, log"),
      ("set cash.bugdet = 3", "nearest: cash.budget"), ("run --strategy leen", "nearest: lean"),
      ("run 50; assert rian < 3", "nearest: gain, ruin"), ("ui glyfs", "nearest: glyphs"),
      ("xylophones", "to list the commands, write: help"),
      ("set zzzzzzzz.qqqqqqq = 3", "to list the parameters, write: show"),
    ])
  func nearest(line: String, advice: String) throws {
    let result = try shop.dropcast("-c", "load shop.yaml; \(line)")
    #expect(result.exitCode == 1)
    #expect(result.errors.split(separator: "\n").last == "  \(advice)", "\(result.errors)")
  }

  @Test("contract 9: full-width input means the same, and carets stand under the right cells")
  func fullWidth() throws {
    let plain = try shop.dropcast("-c", "load shop.yaml; set cash.budget = 4,500; show cash.budget")
    let wide = try shop.dropcast(
      "-c", "ｌｏａｄ　shop.yaml；ｓｅｔ　ｃａｓｈ．ｂｕｄｇｅｔ　＝　４，５００；show　cash.budget")
    #expect(plain.exitCode == 0 && wide.output == plain.output, "\(wide.errors)")
    let faulty = try shop.dropcast("-c", "load shop.yaml；　ｓｅｔ　ｃａｓｈ．ｂｕｇｄｅｔ　＝　３")
    let rows = faulty.errors.split(separator: "\n")
    let excerpt = try #require(rows.first { $0.contains("ｂｕｇｄｅｔ") })
    let carets = try #require(rows.first { $0.contains("^") })
    func cells(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
    let before = try #require(excerpt.firstRange(of: "ｃａｓｈ")).lowerBound
    #expect(carets.prefix { $0 == " " }.count == cells(excerpt[..<before]))
    #expect(carets.count { $0 == "^" } == 2 * "ｃａｓｈ．ｂｕｇｄｅｔ".count)
  }

  @Test("contract 10: on a screen no row is wider than asked, and ASCII is ASCII", arguments: [60, 80, 120])
  func widths(columns: Int32) throws {
    let session = try PtySession(
      "dropcast", ["--ascii", "--color", "never", shop.folder.path("shop.yaml")], prompt: "shop> ", columns: columns,
      rows: 5000, environment: ["HOME=\(shop.folder.path)"])
    try session.waitForPrompt()
    for line in [
      "ui pager off", "show", "run 60", "plot", "plot fan orders", "help", "help run", "schema", "ui", "history",
      "compare base lean", "plot compare", "whatif ads.meta.cpc +20%", "stress duty supplier-lost", "breakeven",
      "sweep cash.budget over 1k,2k,3k", "need", "optimize cash.budget 1..9 minimize ruin --tries 3",
      "explain world 3", "strategy list", "runs", "scorecard", "help all", "help metrics", "help ruin", "show #1",
    ] {
      session.type(line + "\r")
      let answer = try session.wait(for: "\r\nshop> ")
      for row in answer.split(separator: "\r\n", omittingEmptySubsequences: false) {
        // On a slow machine the line that shows how far long work is stands there first, and is drawn over.
        for layer in row.split(separator: "\r") { #expect(layer.count <= columns, "\(line): \(layer)") }
      }
      // Help names the Chinese synonyms, which are names.
      if !line.hasPrefix("help") {
        #expect(answer.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A || $0 == 0x0D }, "\(line)")
      }
    }
  }

  @Test("names with escapes, marks of direction, newlines and ten thousand characters do nothing to a terminal")
  func hostileNames() throws {
    let long = String(repeating: "x", count: 10_000)
    let names = [#""\e[31mred""#, #""\u202Eturned""#, #""two\nrows""#, #""\u009B2J""#, #""tab\tbed""#, long]
    for name in names {
      let yaml = Shop.yaml.replacing("  yiwu: {failure", with: "  \(name): {failure").replacing(
        "small shop", with: name.count > 9000 ? "long" : name)
      shop.folder.write(yaml.utf8, to: "bad.yaml")
      shop.folder.write(Shop.yaml.replacing("small shop", with: name).utf8, to: "named.yaml")
      shop.folder.write(Shop.yaml.replacing("    lean:", with: "    \(name):").utf8, to: "strategy.yaml")
      for file in ["bad", "named", "strategy"] {
        let session = try PtySession(
          "dropcast", ["--color", "never", "--no-history", "\(file).yaml"], prompt: "› ",
          environment: ["HOME=\(shop.folder.path)"], in: shop.folder.path)
        try session.waitForPrompt()
        for line in ["show name", "show", "set \(file)", "run --strategy \t\u{15}", "show suppliers.\t\u{15}"] {
          session.type(line + "\r")
          try session.waitForPrompt()
        }
        // On a busy machine the line may not be read key by key yet, and an end of input would be lost.
        session.type("quit\r")
        _ = try session.waitForExit()
        let output = String(decoding: session.raw, as: UTF8.self)
        #expect(!output.contains("\u{1B}[31m") && !output.contains("\u{202E}") && !output.contains("\u{9B}"))
        #expect(!output.contains("\u{1B}]"), "no window title is set")
        #expect(session.text.split(separator: "\r\n").allSatisfy { $0.count <= 11_000 })
      }
    }
  }
}
