import Commands
import Language
import PtySupport
import Scenarios
import Testing

@Suite("Words that are typed")
struct WordsTests {
  @Test("an unmistakable beginning of a verb will do at the prompt")
  func prefix() throws {
    let desk = try Desk(interactive: true)
    #expect(desk.perform("sho cash.budget") == .done)
    #expect(desk.shown.contains("3000 USD"))
  }

  @Test("a beginning of several verbs lists them")
  func ambiguous() throws {
    let desk = try Desk(interactive: true)
    #expect(desk.perform("s") == .failed(exitCode: 1))
    let verbs = "start, show, set, save, strategy, sweep, solve, stress, share, scorecard, script, selftest, schema"
    #expect(desk.complaint.contains("which of these? \(verbs)"))
  }

  @Test("scripts write verbs out, and are told which")
  func scripts() throws {
    let desk = try Desk()
    #expect(desk.perform("sho cash.budget") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("in scripts, write commands in full: show"))
  }

  @Test(
    "a mistyped verb, parameter, option, metric or strategy names what is near",
    arguments: [
      ("lod shop.yaml", "load"), ("set ads.meta.bugdet 40", "ads.meta.budget"), ("show cash.bugdet", "cash.budget"),
      ("run --sead 3", "--seed"), ("assert p50 revnue > 0", "revenue"), ("run --strategy laen", "lean"),
      ("plot fan ordrs", "orders"), ("load shp.yaml", "shop.yaml"), ("reset ads.meta.cpd", "ads.meta.cpc"),
    ])
  func nearest(line: String, wanted: String) throws {
    let desk = try Desk()
    desk.perform("run 100")
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.complaint.contains(wanted), "\(desk.complaint)")
  }

  @Test(
    "verbs may be Chinese",
    arguments: [
      ("加载 shop.yaml", "small shop"), ("显示 cash.budget", "3000 USD"), ("帮助 run", "simulates"), ("运行 50", "50 worlds"),
      ("重置", "nothing to reset"), ("撤销", "nothing to undo"), ("恢复", "nothing to redo"), ("差异", "no differences"),
    ])
  func chinese(line: String, shown: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .done, "\(desk.complaint)")
    #expect(desk.shown.contains(shown))
  }

  @Test("full-width signs and digits mean the same")
  func fullWidth() throws {
    let desk = try Desk()
    #expect(desk.perform("设置　cash.budget＝２０００；set ads.meta.cpc ＋１０％") == .done, "\(desk.complaint)")
    #expect(desk.value("cash.budget") == "2000 USD")
    #expect(desk.value("ads.meta.cpc") == "0.55 USD per click")
  }

  @Test("verbs may be written in capitals")
  func capitals() throws {
    #expect(try Desk().perform("SHOW cash.budget") == .done)
  }

  @Test("a line may hold several commands, and ends at the first that fails")
  func several() throws {
    let desk = try Desk()
    #expect(desk.perform("set cash.budget 10; set nonsense 3; set cash.budget 20") == .failed(exitCode: 1))
    #expect(desk.value("cash.budget") == "10 USD")
  }

  @Test("an empty line and a comment do nothing", arguments: ["", "   ", "# run", ";"])
  func nothing(line: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .done)
    #expect(desk.shown.isEmpty)
  }

  @Test("a command that needs a scenario says how to load one")
  func needsScenario() throws {
    let desk = try Desk(loaded: false)
    for line in ["run", "show", "set x 3", "save a.yaml", "undo", "plot", "assert ruin < 5%", "diff", "reset"] {
      #expect(desk.perform(line) == .failed(exitCode: 1))
      #expect(desk.complaint.contains("load"), "\(line)")
    }
    #expect(desk.perform("run 'my stores/lamp.yaml' 1k") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("load one: load 'my stores/lamp.yaml'"))
  }

  @Test(
    "too many words, missing values and values of switches are refused where they stand",
    arguments: [
      ("undo 1 2", 7), ("show a b", 7), ("run --seed", 4), ("run --plan=yes", 4), ("load", 0), ("save a b", 7),
      ("run 10 20", 7),
      ("run ten", 4), ("run 0", 4), ("run 99999999999", 4), ("run 1.5", 4), ("run --seed -1", 11),
      ("run --months 61", 13),
    ])
  func misused(line: String, column: Int) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.findings.first?.place?.column == column + 1, "\(line): \(String(describing: desk.findings.first))")
  }

  @Test("no line ends the session, whatever it holds")
  func hostile() throws {
    let desk = try Desk(interactive: true)
    let lines = [
      "set", "set =", "set cash.budget", "set cash.budget =", "set cash.budget = 1e400", "set cash.budget = nan",
      "set cash.budget = -inf", "set * = 1", "set *.* x1e300", "set cash.budget x1e300", "show .", "show ..", "show *",
      "reset .", "run --seed 99999999999999999999999", "run --months 1e9", "undo -1", "undo 1e9", "help .", "help --",
      "assert", "assert <", "assert ruin < 5% on", "assert ruin < 5% on x y", "plot fan fan fan", "run \"", "'", "\\",
      "run --set", "run --set x", "run --set =", "run --set cash.budget=", "load \u{1B}[2J", "load /", "load ''",
      "save ''", "save /", "save /nowhere/at/all.yaml", "diff --to", "diff --to /", "diff --to x.exe", "run -- ",
      "run --threads 0", "run --threads 1e9", "set months = 61", "set start = 2027-02-30", "设置", "＝", "\u{0}", "((((",
    ]
    for line in lines {
      let before = desk.session.scenario
      if case .failed = desk.perform(line) { #expect(desk.session.scenario == before, "\(line)") }
    }
    #expect(desk.perform("show cash.budget") == .done)
  }
}
