import Analysis
import Commands
import Language
import PtySupport
import Scenarios
import Testing

/// What an error says besides that it is one: the right place, the nearest name, the next step.
@Suite("Advice of errors")
struct AdviceTests {
  @Test(
    "a refusal says what is wrong, and what to do next",
    arguments: [
      ("run 20 as base", "base is the scenario itself\ngive the run another name"),
      ("run 20 --strategy lean as lean", "lean is a strategy\ngive the run another name"),
      ("run 20 --paths 10", "the number of worlds is given twice\nwrite: run 20, or run --paths 10"),
      ("run 0", "worlds: 0 is out of range\nallowed: 1 to 4,000,000,000"),
      ("run 1.5", "worlds: expected a whole number\nallowed: 1 to 4,000,000,000"),
      ("run 10 --months 1200", "months: 1200 is out of range\nallowed: 1 to 60"),
      ("run 10 --seed -1", "seed: -1 is out of range\nallowed: 0 to 18446744073709551615"),
      ("run 10 --seed x", "seed: expected a whole number\nallowed: 0 to 18446744073709551615"),
      ("undo 0", "steps: 0 is out of range\nallowed: 1 to 10,000"),
      ("need for ruin <= 5% and p50 cash > 0", "unexpected and\nonly one condition is allowed here: remove the rest"),
      ("compare lean --paths 50", "there is nothing to compare lean with\nwrite: compare lean base; available: base"),
      ("compare base base", "there is nothing to compare base with\nwrite: compare base lean; available: lean"),
      ("plot fan foo", "no such figure: foo\nto list them, write: help metrics"),
      ("plot fan net_profit of leen", "no such strategy: leen\nnearest: lean"),
      ("run 20; assert ruin of leen < 1%", "no such strategy: leen\nnearest: lean"),
      ("run 20 --set foo=1", "no such parameter: foo\nto list the parameters, write: show"),
      ("xyzzy", "unknown command: xyzzy\nto list the commands, write: help"),
      ("qqqq", "unknown command: qqqq\nto list the commands, write: help"),
      (".qit", "unknown command: .qit\nnearest: .quit"),
      ("ru 10", "unknown command: ru\nin scripts, write commands in full: run, runs"),
      ("for i in 1..1e9 { about }", "a loop takes at most 10000 values\nfor example: 10..50 step 10"),
      (
        "optimize name 1..2 maximize p50 cash",
        "name: the value of this parameter is not a number\nto try its values, use sweep; or name a parameter that is a number"
      ),
      ("log .", "a log is written as Markdown\nuse a name that ends in .md: log today.md"),
      (
        "log ~/.ssh/authorized_keys --append", "a log is written as Markdown\nuse a name that ends in .md: log today.md"
      ),
      ("save /dev/stdout", "scenarios are written as YAML\nuse a name that ends in .yaml: save my-store.yaml"),
      ("set", "expected a parameter\nwrite: PARAMETER = VALUE"),
      ("save \"\"", "the file name is empty\nwrite: save FILE.yaml"),
    ])
  func advice(line: String, complaint: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.complaint == complaint, "\(line)")
  }

  @Test(
    "quotes around a value are no part of it, however it is given",
    arguments: [
      ("set name = \"hello world\"", "hello world"), ("set name = 'it’s'", "it’s"),
      ("set name “hello world”", "hello world"),
      ("set name = \"a \\\"b\\\"\"", "a \"b\""), ("set name = say \"a\" b", "say \"a\" b"), ("set name = \"\"", ""),
    ])
  func quotes(line: String, name: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .done, "\(desk.complaint)")
    #expect(desk.session.scenario.name == name)
  }

  @Test("quotes around a value are no part of it in a strategy, a whatif and a --set")
  func quotesElsewhere() throws {
    let desk = try Desk()
    desk.perform("strategy calm { name = \"so calm\" }")
    #expect(desk.session.scenario(under: "calm")?.name == "so calm")
    desk.perform("run 20 --set 'name=\"so calm\"' --json")
    #expect(desk.data.contains("\"so calm\""))
    desk.perform("whatif name = \"so calm\" --paths 20; keep")
    #expect(desk.session.scenario.name == "so calm")
  }

  @Test(
    "--to is explained and offered with the endings that the command can write",
    arguments: [
      "run 20", "schema", "history", "show", "show preset meta", "diff", "presets", "runs",
      "strategy list", "strategy show lean", "compare --paths 20", "whatif cash.budget x2 --paths 20",
      "plot fan", "explain world 1", "stress --paths 20", "breakeven --paths 20", "need --paths 20", "niches 1",
      "sweep months over 1,2 --paths 20", "solve cash.budget for ruin <= 50% --paths 20", "scorecard",
      "optimize cash.budget 1k..2k maximize p50 cash --paths 90 --tries 2 --search 90",
    ])
  func endings(line: String) throws {
    let desk = try Desk()
    try #require(desk.perform("set cash.budget 2000; run 20") == .done)
    #expect(desk.perform(line + " --to x.zzz") == .failed(exitCode: 1))
    let endings = try #require(desk.findings.first?.help).replacing("possible file endings: ", with: "")
    let command = try #require(Catalogue.find(line.split(whereSeparator: \.isWhitespace).map(String.init)[0]))
    let option = try #require(command.options.first { $0.name == "to" })
    #expect(option.summary.hasSuffix(": " + endings), "\(line): \(endings)")
  }

  @Test(
    "every figure that the shell names has its help, also by its Chinese title",
    arguments: Figure.all.map(\.name) + Measure.statistics + ["gain", "净值", "期末净值"])
  func figures(topic: String) throws {
    let desk = try Desk()
    #expect(desk.perform("help " + topic) == .done && !desk.shown.contains("mentioned in"), "\(desk.shown)")
  }

  @Test("a parameter of whole numbers is told in whole numbers, and its unit once")
  func wholeNumbers() throws {
    let desk = try Desk()
    #expect(desk.perform("solve months for mean orders >= 100 over 1..3 --paths 50") == .done, "\(desk.complaint)")
    #expect(!desk.shown.contains("months, months") && desk.shown.contains("months   "), "\(desk.shown)")
    #expect(desk.shown.firstMatch(of: #/\d\.\d+ months/#) == nil, "\(desk.shown)")
    #expect(desk.perform("sweep months over 1,2 --paths 50") == .done)
    #expect(!desk.shown.contains("months, months"), "\(desk.shown)")
  }

  @Test("a file that is there is no slip: it is said what is wrong with it")
  func files() throws {
    let desk = try Desk(loaded: false)
    desk.folder.write([UInt8](repeating: 0x20, count: 1 << 21), to: "long.yaml")
    desk.perform("load long.yaml")
    #expect(desk.complaint == "the file is larger than 1 MiB\nthis file is too large: name a smaller one")
  }

  @Test("a tab that indents and a second document are told as what they are")
  func documents() throws {
    let desk = try Desk(loaded: false)
    desk.folder.write("name: x\ncash:\n\tbudget: 1 USD\n".utf8, to: "tab.yaml")
    desk.perform("load tab.yaml")
    #expect(desk.complaint == "a tab where only spaces are allowed\nindent with two spaces per level")
    #expect(desk.findings.first?.place?.line == 3)
    for text in ["name: x\n---\nname: y\n", "---\nname: x\n---\nname: y\n---\n"] {
      desk.folder.write(text.utf8, to: "two.yaml")
      desk.perform("load two.yaml")
      #expect(desk.complaint.hasPrefix("a scenario file can contain only one scenario\nremove --- "))
    }
  }
}
