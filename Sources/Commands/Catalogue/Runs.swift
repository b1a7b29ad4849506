import Analysis
import Language
import Reports
import Scenarios

extension CommandSpec {
  static let runs = CommandSpec(
    "runs", synonyms: ["运行记录"], "lists the runs of this session by number and name", syntax: "runs [TEXT]",
    examples: ["runs", "runs base", "runs --json"], options: OptionSpec.rows + OptionSpec.output, scenario: .never,
    related: ["run", "show", "compare", "explain"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    let wanted = invocation.operands.first?.text
    let shown = session.finished.all.filter { run in
      wanted.map { [run.label, run.name, run.strategy, run.scenario.name].contains($0) } ?? true
    }
    let table = session.table(of: shown)
    guard !shown.isEmpty else {
      var answer = Answer(wanted.map { say("no run is called \($0)") } ?? say("nothing has been run yet: write run"))
      answer.json = { table.json() }
      answer.csv = { table.csv() }
      return answer
    }
    var answer = Answer(Document([.table(table)]))
    let json = table.json(seeds: shown.map(\.seed))
    answer.json = { json }
    answer.csv = { table.csv() }
    answer.hint = say("Next: show #\(shown[0].number) · compare #1 #2 · run as NAME gives a run a name")
    return answer
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
  fileprivate func table(of runs: [FinishedRun]) -> Table {
    Table(
      columns: [
        Table.Column(say("Run"), key: "run", .text), Table.Column(say("Name"), key: "name", .text),
        Table.Column(say("Scenario"), key: "scenario", .text), Table.Column(say("Strategy"), key: "strategy", .text),
        Table.Column(say("Worlds"), key: "paths", .number(.count)), Table.Column(say("Seed"), key: "seed", .text),
        Table.Column(say("Runs out"), key: "ruin", .number(.share)),
        Table.Column(say("Cash P50"), short: "P50", key: "median_cash", .number(.money)),
        Table.Column(say("Since changed"), short: say("Changed"), key: "changed", .number(.count)),
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
