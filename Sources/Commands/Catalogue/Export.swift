import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let export = CommandSpec(
    "export", synonyms: ["导出"], "writes worlds, months, books or orders to files for other programs",
    syntax: "export paths | months | journal | orders FILE [of plan | world N | actuals]",
    examples: [
      "export paths worlds.csv", "export months months.csv", "export months months.csv --bom --force",
      "export paths ~/worlds.csv --force", "export journal plan.journal --force",
      "export journal world-7.beancount of world 7 --force", "export journal real.iif of actuals --force",
      "export orders orders-to-place.csv --force",
    ],
    changes: .disk, operand: .wordThenFile(ExportKind.allCases.map(\.rawValue), suffix: ""),
    options: [
      OptionSpec("bom", nil, "for Excel: mark the file as UTF-8 (with a byte order mark)"),
      OptionSpec("force", nil, "overwrite the file"), OptionSpec("json", nil, "answer as JSON"),
    ],
    answer: ExportKind.answer, related: ["run", "explain", "import", "actuals"],
    glossary: ExportKind.allCases.map { ($0.rawValue, $0.meaning) }
  ) { session, invocation throws(CommandFailure) in
    guard let word = invocation.operands.first,
      let kind = ExportKind.allCases.first(where: { word.isKeyword($0.rawValue) })
    else {
      throw invocation.failure(
        say("what should be written, and where?"),
        at: (invocation.operands.first ?? invocation.command.words[0]).span,
        help: say("write: export paths FILE.csv, export journal FILE.journal or export orders FILE.csv"))
    }
    let clauses = Clauses(invocation, keywords: ["of"])
    guard clauses.head.count == 2 else {
      throw invocation.failure(
        clauses.head.count < 2 ? say("into which file?") : say("unexpected word"),
        at: (clauses.head.count < 2 ? word : clauses.head[2]).span,
        help: say("write: export \(kind.rawValue) FILE\(kind.ending)"))
    }
    let request = ExportRequest(kind: kind, invocation: invocation, file: clauses.head[1], clauses: clauses)
    return switch kind {
    case .paths, .months: try request.table(session)
    case .journal: try request.journal(session)
    case .orders: try request.orders(session)
    }
  }
}

/// What can be written for other programs.
enum ExportKind: String, CaseIterable {
  case paths, months, journal, orders

  var ending: String { self == .journal ? ".journal" : ".csv" }

  static let answer = JSONShape.either([
    ["dropcast": .integer, "file": .string, "run": .string, "worlds?": .integer, "months?": .integer],
    JournalPage.shape, ["dropcast": .integer, "file": .string, "lines": .integer],
  ])

  /// A text, said by whoever shows it.
  var meaning: String {
    switch self {
    case .paths: "one row per world of the last run"
    case .months: "one row per month and figure of the last run"
    case .journal: "double-entry books, for accounting programs"
    case .orders: "your imported orders, for DSers"
    }
  }
}

/// `journal plan.beancount of world 7`
struct ExportRequest {
  let kind: ExportKind
  let invocation: Invocation
  let file: Word
  let clauses: Clauses

  /// What stands behind each `of`.
  var sources: [Clauses.Clause] { clauses.all }

  func write(_ bytes: [UInt8], _ session: Session) throws(CommandFailure) {
    do throws(Files.Problem) {
      try Files.write(bytes, to: session.resolve(file.text), over: invocation.overwriting)
    } catch {
      throw invocation.failure(say("cannot write \(file.text): \(error.message)"), at: file.span, help: error.help)
    }
  }

  func expectCSV() throws(CommandFailure) {
    guard file.text.lowercased().hasSuffix(".csv") else {
      throw invocation.failure(
        say("paths, months and orders can only be written as CSV"), at: file.span, help: say("name it \(file.text).csv")
      )
    }
  }

  func expectNoSource() throws(CommandFailure) {
    guard let clause = sources.first else { return }
    throw invocation.failure(
      say("unexpected word"), at: clause.keyword.span, help: say("write: export \(kind.rawValue) FILE.csv"))
  }
}

extension ExportRequest {
  /// Worlds or months of the last run.
  fileprivate func table(_ session: Session) throws(CommandFailure) -> Answer {
    try expectNoSource()
    try expectCSV()
    guard let run = session.lastRun, let summary = run.summary else {
      throw invocation.failure(
        say("nothing has been run yet"), at: invocation.command.words[0].span, help: say("first write: run"))
    }
    guard kind == .months || summary.outcome.keepsWorlds else {
      let worlds = NumberFormat().count(summary.outcome.paths)
      throw invocation.failure(
        say("\(worlds) worlds are too many to keep one by one; only summaries were kept"),
        at: invocation.operands[0].span,
        help: say(
          "run at most \(NumberFormat().count(session.mostKept(of: run))) worlds; to see a single world, write: explain world 7"
        ))
    }
    let text = kind == .paths ? run.pathsCSV : run.monthsCSV
    try write(Array(((invocation.has("bom") ? "\u{FEFF}" : "") + text).utf8), session)
    let label = session.finished.find(run)?.label ?? ""
    let (name, worlds, months) = (file.text, summary.outcome.paths, run.scenario.monthCount)
    let count = NumberFormat(glyphs: session.glyphs).count(worlds)
    var answer = Answer(
      kind == .paths
        ? say("written to \(name): run \(label) (\(run.strategy)), worlds: \(count)")
        : say("\(months) months of run \(label) (\(run.strategy)) written to \(name)"))
    let size: JSON.Member = kind == .paths ? .init("worlds", .integer(worlds)) : .init("months", .integer(months))
    answer.json = {
      .object([.init("dropcast", 1), .init("file", .string(name)), .init("run", .string(label)), size])
    }
    return answer
  }
}

extension Session {
  /// The most worlds of which a run of that scenario keeps each.
  fileprivate func mostKept(of run: RunRecord) -> Int {
    Program(run.scenario, seed: run.seed).worldsWithin(surroundings.worldBudget)
  }
}
