import Glibc
import PtySupport
import Testing

/// The shell as an operator meets it, on a pseudo-terminal.
@Suite("At a terminal", .serialized)
struct AtTerminalTests {
  let shop = Shop()

  private func start(columns: Int32 = 80, rows: Int32 = 40, options: [String] = []) throws -> PtySession {
    let session = try PtySession(
      "dropcast", options + [shop.folder.path("shop.yaml")], prompt: "shop› ", columns: columns, rows: rows,
      environment: ["HOME=\(shop.folder.path)"])
    try session.waitForPrompt()
    return session
  }

  @Test("a line is answered and the prompt comes back, and no row is wider than the window", arguments: [80, 120])
  func answer(columns: Int32) throws {
    let session = try start(columns: columns, options: ["--color", "never"])
    session.type("show cash.budget\r")
    try session.wait(for: "3000 USD")
    try session.waitForPrompt()
    session.type("run 100\r")
    try session.wait(for: "run out of money")
    let answer = try session.wait(for: "Next:")
    try session.waitForPrompt()
    #expect(answer.split(separator: "\r\n").allSatisfy { $0.count <= columns })
  }

  @Test("Tab completes verbs, paths segment by segment, and files")
  func completion() throws {
    let session = try start()
    session.type("sho\tca\tb\t\r")
    try session.wait(for: "Cash on the first day.")
    try session.waitForPrompt()
    session.type("set ads.meta.cp\t")
    try session.wait(for: "0.5 USD per click")
    session.type("\u{3}")
    try session.waitForPrompt()
    session.type("load \(shop.folder.path)/sh\t\r")
    try session.wait(for: "small shop")
    try session.waitForPrompt()
  }

  @Test("without an argument the shell offers to write a store to start from, and that can be run")
  func starting() throws {
    let session = try PtySession(
      "dropcast", [], prompt: "dropcast› ", columns: 80, rows: 40, environment: ["HOME=\(shop.folder.path)"])
    try session.wait(for: "new my-store: a sample")
    try session.waitForPrompt()
    session.type("new \(shop.folder.path("my-store"))\r")
    try session.wait(for: "written: ")
    try session.wait(for: "Next: run")
    try session.wait(for: "my-store› ")
    session.type("run 100\r")
    try session.wait(for: "strategy calm { ads.*.budget x0.5 }")
    try session.wait(for: "my-store› ")
    session.type("\u{4}")
    #expect(try session.waitForExit() == 0)
  }

  @Test("a mistake is marked under what was typed, and the session goes on")
  func mistake() throws {
    let session = try start()
    session.type("set cash.bugdet 3\r")
    try session.wait(for: "    set cash.bugdet 3")
    try session.wait(for: "        ^^^^^^^^^^^\r\n  no such parameter: cash.bugdet\r\n  nearest: cash.budget")
    try session.waitForPrompt()
    for line in [
      "load nowhere.yaml", "load \(shop.folder.path)", "set cash.budget = nan", "set \"x\" y", "\u{FF1F}\u{FF1F}",
      ")))",
    ] {
      session.type(line + "\r")
      try session.waitForPrompt()
    }
    session.type("show cash.budget\r")
    try session.wait(for: "3000 USD")
  }

  @Test("Ctrl-C stops a long run within half a second; nothing is kept, and the session goes on")
  func interrupt() throws {
    let session = try start()
    session.type("run 1M\r")
    try session.wait(for: "running 1,000,000 worlds")
    try session.wait(for: "Ctrl-C: stop")
    let pressed = ContinuousClock.now
    session.type("\u{3}")
    try session.wait(for: "stopped; nothing was kept")
    try session.waitForPrompt()
    #expect(ContinuousClock.now - pressed < .milliseconds(500))
    session.type("plot\r")
    try session.wait(for: "nothing has been run yet")
    try session.waitForPrompt()
  }

  @Test("a setting holds for the rest of its line")
  func settingsAtOnce() throws {
    let session = try start(rows: 20)
    session.type("ui pager off ; ui glyphs ascii ; run 100\r")
    let answer = try session.wait(for: "Next:")
    #expect(answer.contains("100 worlds | ") && !answer.contains("·"))
  }

  @Test("progress is ASCII where ASCII was asked for")
  func progressInASCII() throws {
    let session = try start()
    session.type("ui glyphs ascii\r")
    try session.wait(for: "shop> ")
    session.type("run 1000k\r")
    let line = try session.wait(for: "Ctrl-C: stop")
    #expect(line.contains("[") && !line.contains("█"))
    session.type("\u{3}")
    try session.wait(for: "stopped; nothing was kept")
  }

  @Test("work of a blink shows no progress")
  func noProgress() throws {
    let session = try start()
    session.type("run 100\r")
    try session.wait(for: "Next:")
    #expect(!session.text.contains("Ctrl-C: stop"))
  }

  @Test("the last line comes back with the arrow key, in the next session too")
  func recall() throws {
    let session = try start()
    session.type("show cash.budget\r")
    try session.wait(for: "3000 USD")
    try session.waitForPrompt()
    session.type("\u{1B}[A\r")
    try session.wait(for: "3000 USD")
    try session.waitForPrompt()
    session.type("\u{4}")
    #expect(try session.waitForExit() == 0)
    let next = try start()
    next.type("\u{1B}[A\r")
    try next.wait(for: "3000 USD")
  }

  @Test("Ctrl-C at the prompt forgets the line, and never the session")
  func interruptLine() throws {
    let session = try start()
    session.type("nonsense\u{3}")
    try session.waitForPrompt()
    session.type("\u{3}")
    try session.wait(for: "to leave, press Ctrl-D or type quit")
    try session.waitForPrompt()
    session.type("show cash.budget\r")
    try session.wait(for: "3000 USD")
  }

  @Test("a block of several rows is edited, run and recalled whole; a pasted script keeps its rows and comments")
  func blocks() throws {
    let session = try start()
    session.type("for x in 1, 2 {\rlet y = $x ; let y\r}\r")
    try session.wait(for: "$y   1\r\n  $y   2\r\n")
    try session.waitForPrompt()
    session.type("\u{1B}[A\r")
    try session.wait(for: "$y   1\r\n  $y   2\r\n")
    try session.waitForPrompt()
    session.type("\u{1B}[200~let a = 1   # one\nlet b = 2\nlet b\u{1B}[201~\r")
    try session.wait(for: "$b   2")
    try session.waitForPrompt()
    session.type("let a\r")
    try session.wait(for: "$a   1")
  }

  @Test("a paste of a megabyte is one line, and the session goes on")
  func largePaste() throws {
    let session = try start(options: ["--no-history"])
    let row = "let pasted = 12345678901234567890\n"
    session.type("\u{1B}[200~" + String(repeating: row, count: (1 << 20) / row.utf8.count) + "\u{1B}[201~")
    session.type("\u{3}")
    try session.wait(for: "^C", seconds: 60)
    try session.waitForPrompt()
    session.type("show cash.budget\r")
    try session.wait(for: "3000 USD")
  }

  @Test("settings are kept for the next session, init.drop begins it, and --no-init does without both")
  func beginning() throws {
    let session = try start()
    session.type("ui glyphs ascii\r")
    try session.wait(for: "shop> ")
    session.type("\u{4}")
    #expect(try session.waitForExit() == 0)
    shop.folder.write("let begun = 12\nbogus\n".utf8, to: ".config/dropcast/init.drop")
    let next = try PtySession(
      "dropcast", [], prompt: "dropcast> ", environment: ["HOME=\(shop.folder.path)"])
    try next.wait(for: "init.drop:2:1: error: unknown command: bogus")
    try next.waitForPrompt()
    next.type("let begun\r")
    try next.wait(for: "$begun   12")
    let plain = try start(options: ["--no-init"])
    plain.type("let begun\r")
    try plain.wait(for: "no such variable: begun")
  }

  @Test("a pipe or a device in the place of init.drop keeps nobody waiting", arguments: ["pipe", "device"])
  func beginningWithoutFile(kind: String) throws {
    mkdir(shop.folder.path(".config"), 0o700)
    mkdir(shop.folder.path(".config/dropcast"), 0o700)
    let path = shop.folder.path(".config/dropcast/init.drop")
    if kind == "pipe" { mkfifo(path, 0o600) } else { shop.folder.link(".config/dropcast/init.drop", to: "/dev/zero") }
    let session = try PtySession(
      "dropcast", [], prompt: "dropcast› ", environment: ["HOME=\(shop.folder.path)"])
    try session.wait(for: "init.drop: error: this is not a regular file")
    try session.waitForPrompt()
  }

  @Test("a history file that is none costs a notice at most", arguments: ["link", "directory", "unreadable", "random"])
  func strangeHistory(kind: String) throws {
    let path = shop.folder.path(".local/state/dropcast/history")
    for folder in [".local", ".local/state", ".local/state/dropcast"] { mkdir(shop.folder.path(folder), 0o700) }
    switch kind {
    case "link": symlink("/etc/passwd", path)
    case "directory": mkdir(path, 0o700)
    case "unreadable":
      shop.folder.write("run\n".utf8, to: ".local/state/dropcast/history")
      chmod(path, 0)
    default:
      shop.folder.write(
        (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }, to: ".local/state/dropcast/history")
    }
    let session = try start()
    session.type("show cash.budget\r")
    try session.wait(for: "3000 USD")
    try session.waitForPrompt()
    session.type("\u{1B}[A\u{1B}[A\u{15}show cash.budget\r")
    try session.wait(for: "3000 USD")
    try session.waitForPrompt()
    session.type("\u{4}")
    #expect(try session.waitForExit() == 0)
    #expect(session.text.ranges(of: "the history file").count <= 1)
    #expect(session.isRestored)
  }

  @Test("two sessions write to one history, and a leading space keeps a line out")
  func sharedHistory() throws {
    let (one, other) = (try start(), try start())
    for (session, line) in [(one, "let a = 1"), (other, "let b = 2"), (one, " let secret = 3"), (one, "let c = 4")] {
      session.type(line + "\r")
      try session.waitForPrompt()
    }
    #expect(shop.folder.read(".local/state/dropcast/history") == "let a = 1\nlet b = 2\nlet c = 4\n")
    #expect(shop.folder.mode(".local/state/dropcast/history") == 0o600)
  }

  @Test("^C stops a loop of short commands, and what it changed so far stays")
  func interruptLoop() throws {
    let session = try start()
    session.type("for x in 1..9000 { run 20 }\r")
    try session.wait(for: "#3")
    session.type("\u{3}")
    try session.wait(for: "stopped")
    try session.waitForPrompt()
  }

  @Test("a change marks the prompt and takes effect, undo takes both back")
  func change() throws {
    let session = try start()
    session.type("set cash.budget +20%\r")
    try session.wait(for: "3000 → 3600 USD   undo takes it back")
    try session.wait(for: "shop*› ")
    session.type("undo\r")
    try session.wait(for: "3600 → 3000 USD")
    try session.waitForPrompt()
  }

  @Test("quit and Ctrl-D leave with 0 and the terminal as it was", arguments: ["quit\r", "exit\r", "退出\r", "\u{4}"])
  func leave(keys: String) throws {
    let session = try start()
    session.type(keys)
    #expect(try session.waitForExit() == 0)
    #expect(session.isRestored)
  }

  @Test(
    "SIGTERM and SIGHUP leave the terminal as it was, at the prompt and in a run", arguments: [SIGTERM, SIGHUP],
    [true, false])
  func ended(signal: Int32, running: Bool) throws {
    let session = try start()
    if running {
      session.type("run 1M\r")
      try session.wait(for: "running 1,000,000 worlds")
    }
    session.signal(signal)
    #expect(try session.waitForExit() == 128 + signal)
    #expect(session.isRestored)
  }

  @Test("unsaved changes are kept, and the notice names the file")
  func rescue() throws {
    let session = try start()
    session.type("set cash.budget 7\r")
    try session.wait(for: "shop*› ")
    session.type("\u{4}")
    #expect(try session.waitForExit() == 0)
    let path = ".local/state/dropcast/recovered/shop-1.yaml"
    // The terminal is 80 columns wide, but nothing breaks a line that is written to it.
    #expect(session.text.contains("unsaved changes are kept in \(shop.folder.path(path))"))
    #expect(shop.folder.read(path).contains("7 USD"))
    #expect(shop.folder.mode(".local/state/dropcast/recovered") == 0o700)
  }

  @Test("a closed terminal does not cost unsaved changes, at the prompt or in a run", arguments: [true, false])
  func hangUp(running: Bool) throws {
    let session = try start()
    session.type("set cash.budget 7\r")
    try session.wait(for: "shop*› ")
    if running {
      session.type("run 1M\r")
      try session.wait(for: "running 1,000,000 worlds")
    }
    session.signal(SIGHUP)
    #expect(try session.waitForExit() == 128 + SIGHUP)
    #expect(shop.folder.read(".local/state/dropcast/recovered/shop-1.yaml").contains("7 USD"))
  }
}
