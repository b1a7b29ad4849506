import Glibc
import PtySupport
import Testing

@Suite("The line editor on a pseudo-terminal", .serialized)
struct LineEditorTests {
  let home = TemporaryFolder()

  func start(columns: Int32 = 80, history: String? = nil) throws -> ProbeSession {
    let session = try ProbeSession(columns: columns, home: home, history: history)
    try session.waitForPrompt()
    return session
  }

  /// Types a key sequence and waits until the line has been answered.
  func expect(_ keys: String, gives line: String, in session: ProbeSession) throws {
    session.type(keys + "\r")
    try session.wait(for: "line: \"\(line)\"")
    try session.waitForPrompt()
  }

  @Test("a typed line is read as it was typed")
  func typing() throws {
    try expect("show ads", gives: "show ads", in: start())
  }

  @Test("the prompt's colours reach the terminal as one run, and its text stays")
  func prompt() throws {
    let session = try start()
    #expect(String(decoding: session.raw, as: UTF8.self).contains("\u{1B}[1m\u{1B}[36mprobe\u{1B}[0m› "))
  }

  // MARK: Completion

  @Test("a unique word is completed, with a space behind it")
  func completeUnique() throws {
    try expect("se\tx", gives: "set x", in: start())
  }

  @Test("the common beginning of several words is inserted")
  func completePrefix() throws {
    try expect("c\tu\t!", gives: "compute !", in: start())
  }

  @Test("words that share no more are listed with their notes, and the line stays")
  func completeList() throws {
    let session = try start()
    session.type("comp\t")
    try session.wait(for: "compare   7 letters   compute   7 letters")
    try session.wait(for: "probe› comp")
    try expect("are", gives: "compare", in: session)
  }

  @Test("a list from the middle of a line brings the cursor back there")
  func completeListInside() throws {
    let session = try start()
    session.type("comp tail\u{1}\u{1B}[1;5C\t")
    try session.wait(for: "compute   7 letters")
    try session.wait(for: "probe› comp tail")
    try expect("x", gives: "compx tail", in: session)
  }

  @Test("Chinese words are completed")
  func completeChinese() throws {
    try expect("预\t算\t!", gives: "预算 !", in: start())
  }

  // MARK: Editing

  @Test("Chinese text is edited without shifting cells")
  func chinese() throws {
    let session = try start()
    try expect("预算增加到五百\u{1B}[D\u{1B}[D每天\u{7F}日\u{1B}[H\u{1B}[3~A", gives: "A算增加到每日五百", in: session)
    let output = String(decoding: session.raw, as: UTF8.self)
    #expect(output.firstMatch(of: /\u{1B}\[\d*[@P]|\u{1B}\[4h/) == nil)
  }

  @Test("undo takes changes back, the last one first")
  func undo() throws {
    try expect("set price\u{17}\u{1F}x\u{1F}!", gives: "set price!", in: start())
  }

  @Test("keys without a meaning leave nothing in the line")
  func silentKeys() throws {
    try expect("a\u{1B}[5~\u{1B}[6~\u{1B}[2~\u{1B}OP\u{1B}[24~\u{1B}[Z\u{1C}b", gives: "ab", in: start())
  }

  @Test("Enter starts a row while the command is incomplete")
  func continuation() throws {
    let session = try start()
    session.type("strategy { a\r")
    try session.wait(for: "\n")
    try expect("b }", gives: "strategy { a\\n  b }", in: session)
    try expect("\u{1B}[A", gives: "strategy { a\\n  b }", in: session)
  }

  @Test("in vi's style ESC leaves insertion, keys with ESC still work, and v starts no other program")
  func viStyle() throws {
    home.write("bind -v\n".utf8, to: ".editrc")
    let session = try start()
    session.type("set\u{1B}[D\u{1B}[Dx")
    try session.wait(for: "x")
    session.type("\u{1B}")
    usleep(100_000)
    try expect("v0ia", gives: "asxet", in: session)
  }

  // MARK: Paste

  @Test("a pasted tab does not complete and pasted newlines do not run")
  func paste() throws {
    try expect("\u{1B}[200~se\tx\rset y\r\n\u{1B}[201~", gives: "se x; set y", in: start())
  }

  @Test("a pasted command of several rows stays one command")
  func pasteBlock() throws {
    try expect(
      "\u{1B}[200~strategy {\n  a\n}\nrun\u{1B}[201~", gives: "strategy {\\n  a\\n}; run", in: start())
  }

  @Test("^C ends a paste whose end was lost; within one it is text and left out")
  func pasteWithoutEnd() throws {
    let session = try start()
    session.type("\u{1B}[200~half a paste")
    usleep(200_000)
    session.type("\u{3}")
    try session.wait(for: "interrupted")
    try session.waitForPrompt()
    session.type("\u{1B}[200~a\u{3}b\u{1B}[201~\r")
    try session.wait(for: "line: \"ab\"")
  }

  @Test("a paste of 200 kB arrives whole")
  func pasteLarge() throws {
    let session = try start()
    session.type("\u{1B}[200~" + String(repeating: "0123456789", count: 20_000) + "\u{1B}[201~")
    session.type("\u{3}")
    try session.wait(for: "interrupted", seconds: 20)
  }

  // MARK: History

  @Test("arrows recall lines that begin as the typed text does")
  func recall() throws {
    let session = try start()
    for line in ["run 1", "set a", "run 2"] { try expect(line, gives: line, in: session) }
    try expect("ru\u{1B}[A\u{1B}[A", gives: "run 1", in: session)
    try expect("\u{1B}[A\u{1B}[A\u{1B}[B", gives: "run 1", in: session)
  }

  @Test("^R finds a line by what it contains, and again the one before; Chinese words, too")
  func search() throws {
    let session = try start()
    for line in ["广告预算 40", "广告预算 50", "丁", "show"] { try expect(line, gives: line, in: session) }
    session.type("\u{12}预算")
    try session.wait(for: "search 预算› 广告预算 50")
    session.type("\u{12}")
    try session.wait(for: "search 预算› 广告预算 40")
    session.type("\u{12}")
    try session.wait(for: "no more matches 预算› 广告预算 40")
    try expect("", gives: "广告预算 40", in: session)
    try expect("\u{12}x\u{7F}丁", gives: "丁", in: session)
  }

  @Test("^G leaves the search, and the line is as it was")
  func searchCancelled() throws {
    let session = try start()
    try expect("show", gives: "show", in: session)
    session.type("half\u{12}sh")
    try session.wait(for: "search sh› show")
    try expect("\u{7}!", gives: "half!", in: session)
  }

  @Test("lines of an earlier session are recalled; those with a leading space are not kept")
  func historyAcrossSessions() throws {
    let file = home.path("state/history")
    let first = try start(history: file)
    try expect("kept", gives: "kept", in: first)
    try expect(" secret", gives: " secret", in: first)
    #expect(home.read("state/history") == "kept\n")
    try expect("\u{1B}[A", gives: "kept", in: start(history: file))
  }

  // MARK: Resize

  @Test("the line survives a narrower and a wider window")
  func resize() throws {
    let session = try start()
    session.type("一二三四五六七八九十一二三四五六七八九十")
    try session.wait(for: "九十")
    session.resize(columns: 30)
    try session.wait(for: "probe› ")
    session.resize(columns: 120)
    try session.wait(for: "probe› ")
    try expect("x", gives: "一二三四五六七八九十一二三四五六七八九十x", in: session)
    session.type("size\r")
    try session.wait(for: "columns: 120")
  }
}
