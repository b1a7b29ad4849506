import Analysis
import Language
import Reports
import Scenarios

extension CommandSpec {
  static let runs = CommandSpec(
    "runs", synonyms: ["运行记录"], "lists finished runs; gives them names, tags and notes",
    syntax: "runs [TEXT | of SCENARIO | name|note|tag|untag|drop RUN …] [--all]",
    examples: ["runs", "runs base", "runs --all", "runs --json"],
    operand: .wordThenRuns(RunEdit.Kind.allCases.map(\.rawValue) + ["of"]),
    options: [OptionSpec("all", nil, "list the runs of all sessions")] + OptionSpec.rows + OptionSpec.output,
    scenario: .never,
    answer: Session.runsShape, standsAlone: false, related: ["run", "rerun", "show", "compare", "explain"]
  ) { session, invocation throws(CommandFailure) in
    if let edit = try RunEdit(invocation) { return try session.perform(edit, invocation) }
    var wanted = invocation.operands.first?.text
    let isOfScenario = invocation.operands.count == 2 && invocation.operands[0].isKeyword("of")
    if isOfScenario { wanted = invocation.operands[1].text } else { try invocation.expect(atMost: 1) }
    if !invocation.has("all"), !isOfScenario, !session.finished.all.isEmpty {
      let shown = session.finished.all.filter { run in
        wanted.map { [run.label, run.name, run.strategy, run.scenario.name].contains($0) } ?? true
      }
      if !shown.isEmpty { return session.list(shown) }
    }
    let filter: RunStore.Wanted = wanted.map { isOfScenario ? .ofScenario($0) : .called($0) } ?? .all
    return try session.listKept(filter, all: invocation.has("all"), called: wanted, invocation)
  }
}

extension Table {
  /// Its rows, each with its seed as a number: in the table seeds are words, whose digits are not grouped.
  fileprivate func json(seeds: [UInt64]) -> JSON {
    guard case .array(let rows) = json() else { return [] }
    return .array(
      zip(rows, seeds).map { row, seed in
        guard case .object(let members) = row else { return row }
        return .object(members.map { $0.key == "seed" ? JSON.Member("seed", JSON(seed: seed)) : $0 })
      })
  }
}

extension Session {
  /// Runs that were kept, or those of this session.
  static let runsShape = JSONShape.either([
    .array(KeptRun.shape),
    .array([
      "run": .string, "name": .string, "scenario": .string, "strategy": .string, "paths": .number, "seed": .seed,
      "ruin": .number, "median_cash": .number, "changed": .number,
    ]),
  ])

  /// The runs of this session.
  fileprivate func list(_ runs: [FinishedRun]) -> Answer {
    let table = table(of: runs)
    var answer = Answer(Document([.table(table)]))
    answer.json = { table.json(seeds: runs.map(\.seed)) }
    answer.csv = { table.csv() }
    answer.hint =
      keepsRuns
      ? say("Next: show #\(runs[0].number) · runs name #\(runs[0].number) NAME · earlier runs: runs --all")
      : say("Next: show #\(runs[0].number) · compare #1 #2 · to name your next run: run as NAME")
    return answer
  }

  fileprivate func table(of runs: [FinishedRun]) -> Table {
    Table(
      columns: [
        Table.Column(say("Run"), key: "run", .text), Table.Column(say("Name"), key: "name", .text),
        Table.Column(say("Scenario"), key: "scenario", .text), Table.Column(say("Strategy"), key: "strategy", .text),
        Table.Column(say("Worlds"), key: "paths", .number(.count)), Table.Column(say("Seed"), key: "seed", .text),
        Table.Column(say("Out of money"), key: "ruin", .number(.share)),
        Table.Column(say("Final cash, typical"), short: say("Cash"), key: "median_cash", .number(.money)),
        Table.Column(say("Changes since the run"), short: say("Changed"), key: "changed", .number(.count)),
      ],
      rows: runs.map { run in
        Table.Row([
          .text(run.label), .text(run.name ?? ""), .text(run.scenario.name), .text(run.strategy),
          .number(Double(run.paths)), .text(String(run.seed)), .number(run.ruin), .number(run.medianCash),
          .number(Double(changes(since: run))),
        ])
      })
  }

  /// How many parameters and rules of the scenario under that strategy are others by now.
  private func changes(since run: FinishedRun) -> Int {
    guard var now = scenario(under: run.strategy) else { return 0 }
    _ = now.normalizeSeasons()
    let slots = now.slots
    let paths = Set(slots.map(\.path))
    let gone = run.scenario.slots.count { !paths.contains($0.path) }
    let changed = slots.count { $0.get(now) != $0.get(run.scenario) }
    return gone + changed + (now.rules.map(\.text) == run.scenario.rules.map(\.text) ? 0 : 1)
  }
}
