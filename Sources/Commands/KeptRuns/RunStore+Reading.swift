package import Analysis
package import SQLite

extension RunStore {
  package func run(_ number: Int) throws(DatabaseFault) -> KeptRun? {
    try first("WHERE number = ?", [.integer(number)])
  }

  package func run(named name: String) throws(DatabaseFault) -> KeptRun? {
    try first("WHERE name = ? ORDER BY number DESC LIMIT 1", [.text(name)])
  }

  private func first(_ condition: String, _ values: [Value]) throws(DatabaseFault) -> KeptRun? {
    var found: KeptRun?
    try database.run("SELECT \(KeptRun.columns) FROM runs \(condition)", values) { found = KeptRun($0) }
    return found
  }

  package var count: Int {
    get throws(DatabaseFault) { try database.integer("SELECT count(*) FROM runs") ?? 0 }
  }

  /// Which runs are listed.
  package enum Wanted: Equatable {
    case all
    /// Those whose scenario, or its file, has that name.
    case ofScenario(String)
    /// Those with that name, tag, strategy or scenario.
    case called(String)
  }

  /// Runs in the order of their numbers; of many the last ones.
  package func list(_ wanted: Wanted = .all, last most: Int? = nil) throws(DatabaseFault) -> [KeptRun] {
    var values: [Value] = []
    let condition: String
    switch wanted {
    case .all: condition = ""
    case .ofScenario(let name):
      condition =
        "WHERE scenario = ?1 OR file = ?1 OR file LIKE '%/' || ?2 ESCAPE '\\' "
        + "OR file LIKE '%/' || ?2 || '.yaml' ESCAPE '\\'"
      let literal = name.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
      values = [.text(name), .text(literal)]
    case .called(let name):
      condition =
        "WHERE name = ?1 OR strategy = ?1 OR scenario = ?1 "
        + "OR EXISTS (SELECT 1 FROM tags WHERE run = number AND tag = ?1)"
      values = [.text(name)]
    }
    var runs: [KeptRun] = []
    try database.run(
      "SELECT \(KeptRun.columns) FROM runs \(condition) ORDER BY number DESC LIMIT \(most ?? -1)", values
    ) { runs.append(KeptRun($0)) }
    return runs.reversed()
  }

  /// The figures of a run; nil where there are none.
  package func digest(of run: KeptRun) throws(DatabaseFault) -> RunDigest? {
    var endings: (counts: [Int], planned: [Double])?
    let columns = "ruined, starved, quit, profit, planned_gain, planned_lowest_cash"
    try database.run("SELECT \(columns) FROM endings WHERE run = ?", [.integer(run.number)]) { row in
      endings = ((0..<4).map { max(0, row.integer($0)) }, [row.real(4), row.real(5)])
    }
    var spreads: [String: [RunDigest.Spread]] = [:]
    var out: [Int] = []
    try database.run(
      "SELECT figure, month, p5, p25, p50, p75, p95, ruined FROM amounts WHERE run = ? ORDER BY figure, month",
      [.integer(run.number)]
    ) { row in
      spreads[row.text(0), default: []].append(RunDigest.Spread((2..<7).map { row.real($0) }))
      if row.text(0) == "cash", row.integer(1) > 0 { out.append(max(0, row.integer(7))) }
    }
    guard let endings, let gain = spreads["gain"]?.first, let lowest = spreads["lowest_cash"]?.first,
      let cash = spreads["cash"], endings.counts.allSatisfy({ $0 <= run.paths })
    else { return nil }
    return RunDigest(
      paths: run.paths, out: endings.counts[0], starved: endings.counts[1], quit: endings.counts[2],
      profit: endings.counts[3], gain: gain, lowestCash: lowest, plannedGain: endings.planned[0],
      plannedLowestCash: endings.planned[1], cash: cash, outByMonth: out)
  }

  /// The scenario of a run as it was then, under its strategy; nil where the run is gone.
  package func frozen(_ run: KeptRun) throws(DatabaseFault) -> String? {
    var text: String?
    try database.run(
      "SELECT text FROM texts WHERE id = (SELECT frozen FROM runs WHERE number = ?)", [.integer(run.number)]
    ) { text = $0.text(0) }
    return text
  }

  /// What its strategy changes; empty of the scenario itself.
  package func changes(of run: KeptRun) throws(DatabaseFault) -> String {
    var text = ""
    try database.run("SELECT changes FROM runs WHERE number = ?", [.integer(run.number)]) { text = $0.text(0) }
    return text
  }
}
