import Commands
import PtySupport
import Testing

@Suite("Completion")
struct CompletionTests {
  private func candidates(_ line: String) throws -> [String] {
    let desk = try Desk()
    return desk.session.completions(of: line, at: line.count).candidates.map(\.text)
  }

  @Test("at the start of a command stand verbs, also after a semicolon")
  func verbs() throws {
    #expect(
      try candidates("s") == [
        "start", "show", "set", "save", "strategy", "sweep", "solve", "stress", "share", "scorecard", "script",
        "selftest", "schema",
      ])
    #expect(try candidates("run 5; pl") == ["plot"])
    #expect(try candidates("运") == ["运行", "运行记录"])
    #expect(try candidates("").count > 10)
  }

  @Test("paths are completed a segment at a time")
  func paths() throws {
    #expect(try candidates("set ad") == ["ads."])
    #expect(try candidates("set ads.") == ["ads.meta."])
    #expect(try candidates("set ads.meta.b") == ["ads.meta.budget"])
    #expect(try candidates("show products.lamp.offers.") == ["products.lamp.offers.yiwu."])
    #expect(try candidates("run --set cash.b") == ["cash.budget"])
    #expect(try candidates("run --set=cash.b") == ["--set=cash.budget"])
  }

  @Test("inside a block, on a new row and behind = stands what belongs there")
  func places() throws {
    #expect(try candidates("for x in 1 { unde") == [])
    #expect(try candidates("for x in 1 { und") == ["undo"])
    #expect(try candidates("run\nund") == ["undo"])
    #expect(try candidates("set cash.budget ") == ["="])
    #expect(try candidates("set name = ") == [])
    #expect(try candidates("ui gl") == ["glyphs"])
    #expect(try candidates("ui glyphs ") == ["auto", "blocks", "ascii"])
    let desk = try Desk()
    desk.perform("let budget = 3")
    #expect(desk.session.completions(of: "set cash.budget = $b", at: 20).candidates.map(\.text) == ["$budget"])
  }

  @Test("a parameter shows its value with unit and its range")
  func notes() throws {
    let desk = try Desk()
    let budget = try #require(desk.session.completions(of: "set ads.meta.bu", at: 15).candidates.first)
    #expect(budget.note.hasPrefix("30 USD per day  0 "))
    #expect(budget.isFinal)
    let conversion = try #require(desk.session.completions(of: "set stores.shop.conversion", at: 26).candidates.first)
    #expect(conversion.note == "3 %  0 % to 100 %")
  }

  @Test("files of the right kind and folders are offered where a file belongs")
  func files() throws {
    let desk = try Desk()
    desk.folder.write([], to: "notes.txt")
    #expect(desk.session.completions(of: "load ", at: 5).candidates.map(\.text) == ["shop.yaml"])
    let all = desk.session.completions(of: "load \(desk.folder.path)/sh", at: 8 + desk.folder.path.count)
    #expect(all.candidates.map(\.text) == ["\(desk.folder.path)/shop.yaml"])
  }

  @Test("options, strategies, metrics and topics are offered where they belong")
  func others() throws {
    #expect(try candidates("run --se") == ["--seed", "--set"])
    #expect(try candidates("run --strategy ") == ["base", "lean"])
    #expect(try candidates("assert p5") == ["p5", "p50"])
    #expect(try candidates("assert p7") == ["p75"] && candidates("assert cv") == ["cvar5"])
    #expect(try candidates("optimize n") == [] && candidates("solve cu") == [])
    #expect(try candidates("optimize mon") == ["months"] && candidates("sweep cu") == ["currency"])
    #expect(try candidates("assert p50 net") == ["net_profit"])
    #expect(try candidates("plot fan gross") == ["gross_profit"])
    #expect(try candidates("help und") == ["undo"])
    #expect(try candidates("strategy dr") == ["drop"])
    #expect(try candidates("strategy drop ") == ["lean"])
    #expect(try candidates("strategy calm { ads.meta.budget = 3 ; cash.b") == ["cash.budget"])
    #expect(try candidates("strategy calm {\n  cash.b") == ["cash.budget"])
    #expect(try candidates("compare base l") == ["lean"])
    #expect(try candidates("compare base lean by p50 final_w") == ["final_worth"])
    #expect(try candidates("whatif cash.budget x2, cash.b") == ["cash.budget"])
    #expect(try candidates("plot co") == ["compare"])
  }

  @Test("the candidate takes the place of the word before the cursor, whatever follows it")
  func replaced() throws {
    let desk = try Desk()
    let completions = desk.session.completions(of: "sho cash.budget", at: 3)
    #expect(completions.replace == 0..<3)
    #expect(completions.candidates.map(\.text) == ["show"])
  }

  @Test(
    "no line and no cursor is too strange",
    arguments: ["", " ", ";", "set  ", "见 x", "\u{0}", "set 'a b", "--", "e\u{301}"])
  func strange(line: String) throws {
    let desk = try Desk()
    for cursor in 0...line.count {
      let completions = desk.session.completions(of: line, at: cursor)
      #expect(completions.replace.upperBound == cursor)
      #expect(completions.replace.lowerBound >= 0)
    }
  }
}
