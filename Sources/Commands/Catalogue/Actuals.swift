import Analysis
import Importers
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let actuals = CommandSpec(
    "actuals", synonyms: ["实际"], "shows your actual numbers by month, beside the model's",
    syntax: "actuals [FOLDER] [by week] [of STORE]",
    examples: [
      "actuals lamp.actuals", "actuals lamp.actuals by week", "actuals lamp.actuals of shopify",
      "actuals lamp.actuals --json", "actuals lamp.actuals --csv",
    ],
    operand: .file(suffix: ".actuals/"), options: OptionSpec.rows + OptionSpec.output, scenario: .sometimes,
    answer: ActualsReport.shape, related: ["import", "run"]
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["by", "of"])
    if clauses.head.count > 1 {
      throw invocation.failure(
        say("unexpected word"), at: clauses.head[1].span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    var step = MonthlyActuals.Step.month
    if let word = try clauses.word("by") {
      guard word.isKeyword("week") || word.isKeyword("month") else {
        throw invocation.failure(say("by what?"), at: word.span, help: say("write: by week, or: by month"))
      }
      if word.isKeyword("week") { step = .week }
    }
    let folder = try session.actualsFolder(named: clauses.head.first, invocation)
    let store = try clauses.word("of")
    let report = try session.actualsReport(of: folder, by: step, store: store, invocation)
    var answer = Answer(report.document)
    answer.json = { report.json }
    answer.csv = { report.table.csv() }
    return answer
  }
}

extension Session {
  /// The tables of a folder, by their kind; those that were not asked for are empty.
  func tables(
    of folder: ActualsFolder, _ kinds: [TableKind]
  ) throws(CommandFailure) -> (TableKind) -> RowStore {
    var tables: [TableKind: RowStore] = [:]
    do throws(Files.Problem) {
      for kind in kinds { tables[kind] = try folder.table(kind) }
    } catch {
      throw CommandFailure([Finding(.error, error.message, help: error.help, source: folder.name)])
    }
    let read = tables
    return { read[$0] ?? RowStore($0) }
  }

  func actualsFolder(named word: Word?, _ invocation: Invocation) throws(CommandFailure) -> ActualsFolder {
    let folder: ActualsFolder
    if let word {
      var name = word.text
      while name.hasSuffix("/"), name.count > 1 { name.removeLast() }
      folder = ActualsFolder(name: name, path: resolve(name))
    } else if let own = actualsFolder {
      folder = own
    } else {
      throw invocation.failure(
        say("which folder?"), at: invocation.command.words[0].span,
        help: say("load a scenario, or name the folder, such as my-store.actuals"))
    }
    guard folder.exists else {
      throw invocation.failure(
        say("there are no actual numbers in \(folder.name)"), at: word?.span ?? invocation.command.words[0].span,
        help: say("import your data first: import FILE…"))
    }
    return folder
  }

  fileprivate func actualsReport(
    of folder: ActualsFolder, by step: MonthlyActuals.Step, store: Word?, _ invocation: Invocation
  ) throws(CommandFailure) -> ActualsReport {
    let actuals = try monthlyActuals(of: folder, by: step, store: store, invocation)
    // The model's figures are by month, and of all stores.
    let (model, origin) = step == .month && store == nil ? model(of: actuals) : ([:], nil)
    return ActualsReport(actuals: actuals, folder: folder.name, model: model, origin: origin, glyphs: glyphs)
  }

  /// What a folder holds by month, or by week, in the scenario's currency, or that of most rows.
  func monthlyActuals(
    of folder: ActualsFolder, by step: MonthlyActuals.Step = .month, store: Word? = nil, _ invocation: Invocation
  ) throws(CommandFailure) -> MonthlyActuals {
    let table = try tables(of: folder, [.orders, .adDays, .ledger, .payouts, .cash])
    let currency = isLoaded ? scenario.currency : Self.usualCurrency(table)
    let rates: [String: Amount]
    do throws(Files.Problem) { rates = try folder.rates() } catch {
      throw CommandFailure([Finding(.error, error.message, help: error.help, source: folder.name)])
    }
    let actuals = MonthlyActuals(currency: currency, rates: rates, by: step, store: store?.text, table)
    if let store, actuals.months.isEmpty {
      throw invocation.failure(
        say("\(folder.name) has no data from \(store.text)"), at: store.span,
        help: say("if a file is from \(store.text), write: import FILE… for \(store.text)"))
    }
    guard !actuals.months.isEmpty else {
      throw invocation.failure(
        say("\(folder.name) has no amounts in \(currency)"), at: invocation.command.span,
        help: say(
          "if the files name no currency but their amounts are in \(currency), write: import FILE… --currency \(currency)"
        ))
    }
    return actuals
  }

  /// That of most rows.
  private static func usualCurrency(_ table: (TableKind) -> RowStore) -> String {
    var counts: [String: Int] = [:]
    for kind in TableKind.allCases {
      for (currency, count) in table(kind).currencies { counts[currency, default: 0] += count }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }

  /// The same months of the last run, else of the plan; nothing where they do not begin with calendar months.
  private func model(
    of actuals: MonthlyActuals
  ) -> ([MonthlyActuals.Month: [MonthlyActuals.Figure: ActualsReport.Band]], String?) {
    guard isLoaded else { return ([:], nil) }
    let run = lastRun.flatMap { $0.summary == nil ? nil : $0 }
    let scenario = run?.scenario ?? scenario
    guard scenario.start.day == 1 else {
      return ([:], say("none, because the scenario's months do not begin on the first of a month"))
    }
    let plan = run?.plan ?? Program(scenario, seed: 1).plan()
    let figures = MonthlyActuals.Figure.allCases
    let bands = run?.summary?.monthlyQuantiles(figures.map { ($0.metric, [0.05, 0.5, 0.95]) })
    var model: [MonthlyActuals.Month: [MonthlyActuals.Figure: ActualsReport.Band]] = [:]
    for month in actuals.months {
      let index = (month.year - scenario.start.year) * 12 + month.month - scenario.start.month
      guard (0..<scenario.monthCount).contains(index) else { continue }
      for (place, figure) in figures.enumerated() {
        let band = bands?[place][index]
        model[month, default: [:]][figure] = ActualsReport.Band(
          p5: band?[0], p50: band?[1], p95: band?[2], plan: plan.monthly(figure.metric, month: index)[0])
      }
    }
    guard !model.isEmpty else { return ([:], say("none, because the scenario covers other months")) }
    guard let run else { return (model, say("averages of \(scenario.name), without luck; for ranges, write: run")) }
    return (model, say("90 % range (p5 … p95) of run \(finished.find(run)?.label ?? run.strategy)"))
  }
}
