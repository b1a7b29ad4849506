import Commands
import Foundation
import Language
import PtySupport
import Reports
import Testing

/// The same session in Chinese: what is read is Chinese, what is typed and what other programs read stays as it is.
@Suite("Answers in Chinese", .serialized)
struct ChineseAnswersTests {
  private func inChinese<Result>(_ make: () throws -> Result) rethrows -> Result {
    try Tongue.$current.withValue(.chinese, operation: make)
  }

  @Test("every example of every command runs in Chinese, and answers without an English sentence")
  func examples() throws {
    for step in try ExampleWalk.inLanguage(.chinese).steps where step.verb != "quit" {
      #expect(step.ending == .done, "\(step.example): \(step.complaint)")
      // Sources and niches are named as their files have it, and what is typed is told as it is.
      if ["presets", "show", "history", "strategy", "new", "niches", "ui", "schema", "questions"].contains(step.verb) {
        continue
      }
      if ["help ranges", "help rules"].contains(step.example) { continue }
      for line in step.shown.split(separator: "\n").map(String.init) + step.notices {
        #expect(!isEnglish(line), "\(step.example): \(line)")
      }
    }
  }

  @Test("no blank stands between a full-width sign and the Chinese behind it")
  func noStrayBlanks() throws {
    try inChinese {
      let desk = try Desk()
      for line in ["sweep cash.budget over 1k..3k step 1k --paths 50", "breakeven"] {
        desk.perform(line)
        #expect(!desk.shown.contains(/[）。，；：] [\u{4E00}-\u{9FFF}]/), "\(desk.shown)")
      }
    }
  }

  @Test("the profit tables of a run fit 80 columns in Chinese as they do in English")
  func profitTables() throws {
    try inChinese {
      let desk = try Desk()
      desk.perform("run 100 --all")
      #expect(desk.shown.ranges(of: "\n  月份 ").count == 3, "\(desk.shown)")
    }
  }

  /// Three small words in a row that nobody types.
  private func isEnglish(_ line: String) -> Bool {
    let typed = Catalogue.commands.flatMap { $0.examples + [$0.syntax] } + ["why by group", "why by cause"]
    let bare = typed.reduce(line.replacing(/compare( [a-z]+)+/, with: "")) { $0.replacing($1, with: "") }
    return !bare.contains("#") && bare.contains(/(^|[\s(])[a-z]{2,} [a-z]{2,} [a-z]{2,}($|[\s,.;:)])/)
  }

  @Test(
    "data are the same bytes in both languages",
    arguments: [
      "run 200 --json", "run --plan --json", "run 200; compare --json", "run 200; compare --csv",
      "run 200; whatif ads.*.cpc +20% --json", "run 200; whatif ads.*.cpc +20% --csv", "show --json",
      "show ads.meta.cpc --json", "set cash.budget = 2000; diff --json", "presets --json",
      "show preset meta --json", "strategy list --json", "strategy list --csv",
      "strategy show lean --json", "scorecard --json", "run 200; runs --json", "run 200; runs --csv",
      "run 200; plot fan --json", "run 200; explain world 7 --json",
      "run 200; explain world 7 --csv", "stress --paths 200 --json", "stress --paths 200 --csv",
      "breakeven --json", "breakeven --csv", "solve cash.budget for ruin <= 50% --paths 200 --json",
      "solve cash.budget for ruin <= 50% --paths 200 --csv", "need --paths 200 --json",
      "sweep cash.budget over 1000..3000 step 1000 --paths 200 --json",
      "sweep cash.budget over 1000..3000 step 1000 --paths 200 --csv",
      "optimize ads.meta.budget 0..60 maximize p50 cash --tries 5 --paths 200 --json",
      "optimize ads.meta.budget 0..60 maximize p50 cash --tries 5 --paths 200 --csv", "niches 50 --json",
      "schema --json", "let a = 3; let --json", "history --json",
    ])
  func sameData(line: String) throws {
    func data() throws -> String {
      let desk = try Desk()
      desk.perform(line)
      return desk.data
    }
    let english = try data()
    let chinese = try inChinese(data)
    #expect(english == chinese)
    #expect(line.hasPrefix("let") || line.hasPrefix("history") || !english.isEmpty)
  }

  @Test("files for other programs are the same, and reports for people are Chinese")
  func files() throws {
    func written(_ name: String) throws -> String {
      let desk = try Desk()
      switch name {
      case "worlds.csv": desk.perform("run 100; export paths worlds.csv")
      case "other.yaml": desk.perform("set cash.budget = 2000; save other.yaml")
      case "all.drop": desk.perform("run 100; history --to all.drop")
      default: desk.perform("run 100 --to \(name)")
      }
      return try String(contentsOfFile: desk.folder.path(name), encoding: .utf8)
    }
    for name in ["run.json", "worlds.csv", "other.yaml", "all.drop"] {
      #expect(try written(name) == inChinese { try written(name) }, "\(name)")
    }
    #expect(try inChinese { try written("run.md") }.contains("把钱花光"))
  }

  @Test(
    "what is wrong is said in Chinese, with the same place under its caret",
    arguments: [
      "runn", "set cash.budgett = 3", "set cash.budget = 1 CHF", "run -3", "run --seeed 3", "assert ruin",
      "load nothing.yaml",
      "compare base nobody", "plot fan nothing", "show preset nothing", "strategy x", "help zzyzx",
      "need for ruin = 3",
      "sweep cash.budget", "whatif", "explain", "for a in 1 2", "let 3 = 4", "new", "ui colour blue",
      "run until ruin < 3",
      "set ads.meta.budget = 10 to 5", "set cash.budget = \"3", "optimize cash.budget", "stress nothing",
    ])
  func errors(line: String) throws {
    let desk = try Desk()
    desk.perform(line)
    let english = desk.findings
    inChinese { _ = desk.perform(line) }
    #expect(!english.isEmpty && desk.findings.map(\.place) == english.map(\.place))
    for finding in desk.findings {
      #expect(isChinese(finding.message), "\(finding.message)")
      if let help = finding.help { #expect(isChinese(help), "\(help)") }
    }
    let told = inChinese { desk.findings.first?.headline ?? "" }
    #expect(told.contains("错误："))
  }

  private func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test("help finds what a Chinese word is about")
  func help() throws {
    let desk = try Desk()
    let topics = [
      ("退款", "refunds"), ("毛利润", "gross_profit"), ("现金流", "payouts"), ("备选供应商", "suppliers.NAME.failure_rate"),
      ("准备金", "released"), ("广告花费占销售额比例", "roas"), ("净利率", "net_profit"), ("把钱花光", "cash.credit_line"),
      ("客单价", "revenue"), ("转化率", "products.NAME.conversion_factor"),
    ]
    for (word, name) in topics {
      inChinese { _ = desk.perform("help \(word)") }
      #expect(desk.findings.isEmpty && desk.shown.contains(name) && desk.shown.contains(word), "\(word)")
    }
    desk.perform("help ruin")
    #expect(desk.shown.contains("credit line"))
    desk.perform("help roas")
    #expect(desk.shown.contains("roas(days)"))
    inChinese { _ = desk.perform("help 天气") }
    #expect(desk.complaint.contains("没有关于 天气 的帮助"))
  }

  @Test("ui lang sets the language for the session, whatever it began in")
  func setting() throws {
    let desk = try Desk()
    desk.perform("ui lang zh")
    #expect(desk.shown.contains("语言"))
    desk.perform("show cash.budget")
    #expect(desk.shown.contains("含义"))
    desk.perform("ui lang en ; undo")
    #expect(desk.shown.contains("nothing to undo"))
    inChinese { _ = desk.perform("undo") }
    #expect(desk.shown.contains("nothing to undo"))
    desk.perform("ui lang auto")
    inChinese { _ = desk.perform("undo") }
    #expect(desk.shown.contains("没有可撤销的"))
  }
}
