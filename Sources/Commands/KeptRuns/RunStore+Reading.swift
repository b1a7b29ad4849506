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
    try database.run("SELECT \(KeptRun.columns) FROM runs \(condition)", values) { found = KeptRun($0, isWhole: true) }
    guard var run = found else { return nil }
    try database.run("SELECT tag FROM tags WHERE run = ? ORDER BY tag", [.integer(run.number)]) {
      run.tags.append($0.text(0))
    }
    return run
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
  ///
  /// - Parameter isWhole: with everything that is known of each, or only with what a list shows?
  package func list(
    _ wanted: Wanted = .all, last most: Int? = nil, isWhole: Bool = true
  ) throws(DatabaseFault) -> [KeptRun] {
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
    let columns = isWhole ? KeptRun.columns : KeptRun.listedColumns
    try database.run(
      "SELECT \(columns) FROM runs \(condition) ORDER BY number DESC LIMIT \(most ?? -1)", values
    ) { runs.append(KeptRun($0, isWhole: isWhole)) }
    runs.reverse()
    try readTags(of: &runs)
    return runs
  }

  /// All in one pass: most runs have none.
  ///
  /// - Parameter runs: in the order of their numbers.
  private func readTags(of runs: inout [KeptRun]) throws(DatabaseFault) {
    guard let first = runs.first?.number, let last = runs.last?.number else { return }
    var place = 0
    try database.run(
      "SELECT run, tag FROM tags WHERE run BETWEEN ? AND ? ORDER BY run, tag", [.integer(first), .integer(last)]
    ) { row in
      let number = row.integer(0)
      while place < runs.count, runs[place].number < number { place += 1 }
      if place < runs.count, runs[place].number == number { runs[place].tags.append(row.text(1)) }
    }
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

  /// What `why` found of a run, in the order of its events: nothing where it was not asked.
  package func causes(of run: KeptRun) throws(DatabaseFault) -> [KeptCauses] {
    var rows: [WhyTarget.Kind: [KeptCauses.Row]] = [:]
    try database.run(
      "SELECT event, cause, worlds, before, saved, newly FROM causes WHERE run = ? ORDER BY event, place",
      [.integer(run.number)]
    ) { row in
      let counts = (2..<6).map { max(0, row.integer($0)) }
      guard let event = WhyTarget.Kind(rawValue: row.text(0)), counts[1] > 0, counts[1] <= counts[0],
        counts[2] <= counts[1], counts[3] <= counts[0] - counts[1]
      else { return }
      let change = PairedChange(worlds: counts[0], before: counts[1], saved: counts[2], newly: counts[3])
      rows[event, default: []].append(KeptCauses.Row(cause: row.text(1), change: change))
    }
    return WhyTarget.Kind.allCases.compactMap { event in rows[event].map { KeptCauses(event: event, rows: $0) } }
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
