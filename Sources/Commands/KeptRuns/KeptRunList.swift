import Language
import Reports
import SQLite

extension Session {
  /// On a screen of 24 rows there is room for the line before and the prompt.
  private static let latest = 20

  /// Runs of all sessions.
  ///
  /// - Parameter all: else the last ones only.
  func listKept(
    _ wanted: RunStore.Wanted, all: Bool, called name: String?, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    let isWhole = all || wanted != .all
    let most = isWhole ? nil : Self.latest
    let isData = answersAsJSON || ["json", "csv", "to"].contains(where: invocation.has)
    let found = try asking(invocation) { store throws(DatabaseFault) in
      (runs: try store.list(wanted, last: most, isWhole: isData), count: try store.count)
    }
    let runs = found?.runs ?? []
    let json = { JSON.array(runs.map(\.json)) }
    let csv = { KeptRun.data(of: runs).csv() }
    guard !runs.isEmpty else {
      var answer = Answer(name.map { say("no run is called \($0)") } ?? say("nothing has been run yet; write: run"))
      (answer.json, answer.csv) = (json, csv)
      return answer
    }
    var answer = Answer(lazily: { Document([.table(KeptRun.table(of: runs))]) })
    (answer.json, answer.csv) = (json, csv)
    let last = runs[runs.count - 1].label
    answer.hint =
      isWhole || runs.count == found?.count
      ? say("Next: show \(last) · rerun \(last) · runs note \(last) 'TEXT'")
      : say("Next: show \(last) · to list all \(NumberFormat().count(found?.count ?? 0)) runs: runs --all")
    return answer
  }
}

extension KeptRun {
  /// For the eye: what one looks for a run by. Names and words that nobody uses here take no room.
  static func table(of runs: [KeptRun]) -> Table {
    let isNamed = runs.contains { $0.name != nil }
    let isRemarked = runs.contains { $0.note != nil || !$0.tags.isEmpty }
    let areOfSeveral = Set(runs.map(\.scenario)).count > 1
    var columns = [Table.Column(say("Run"), .text), Table.Column(say("Kept"), .text)]
    if isNamed { columns.append(Table.Column(say("Name"), .text)) }
    if areOfSeveral { columns.append(Table.Column(say("Scenario"), .text)) }
    columns += [
      Table.Column(say("Strategy"), .text), Table.Column(say("Worlds"), .number(.count)),
      Table.Column(say("Out of money"), .number(.share)),
      Table.Column(say("Final cash, typical"), short: say("Cash"), .number(.money)),
    ]
    if isRemarked { columns.append(Table.Column(say("Note"), .text)) }
    let rows = runs.map { run in
      var cells: [Table.Cell] = [.text(run.label), .text(run.madeInWords)]
      if isNamed { cells.append(.text(run.name?.shortened(to: mostLetters) ?? "")) }
      if areOfSeveral { cells.append(.text(run.scenario.shortened(to: mostLetters))) }
      cells += [
        .text(run.strategy.shortened(to: mostLetters)), .number(Double(run.paths)), .number(run.ruin),
        .number(run.medianCash),
      ]
      if isRemarked {
        let words = run.tags.map { "[\($0)]" } + [run.note].compactMap(\.self)
        cells.append(.text(words.joined(separator: " ").shortened(to: mostLetters)))
      }
      return Table.Row(cells)
    }
    return Table(columns: columns, rows: rows)
  }

  /// A longer word would push the figures off the screen.
  private static let mostLetters = 24

  /// For programs.
  static func data(of runs: [KeptRun]) -> Table {
    let texts: [(key: String, text: (KeptRun) -> String)] = [
      ("run", \.label), ("name", { $0.name ?? "" }), ("scenario", \.scenario), ("file", \.file),
      ("strategy", \.strategy), ("seed", { String($0.seed) }), ("sampling", \.sampling), ("start", \.start),
      ("currency", \.currency), ("note", { $0.note ?? "" }), ("tags", { $0.tags.joined(separator: " ") }),
      ("fingerprint", \.fingerprint), ("version", \.version),
    ]
    let numbers: [(key: String, number: (KeptRun) -> Double)] = [
      ("made", { Double($0.made) }), ("paths", { Double($0.paths) }), ("months", { Double($0.months) }),
      ("streams", { Double($0.streams) }), ("ruin", \.ruin), ("median_cash", \.medianCash),
    ]
    return Table(
      columns: texts.map { Table.Column($0.key, .text) } + numbers.map { Table.Column($0.key, .number(.number)) },
      rows: runs.map { run in
        Table.Row(texts.map { .text($0.text(run)) } + numbers.map { .number($0.number(run)) })
      })
  }

  static let shape: JSONShape = [
    "run": .string, "name": .string, "scenario": .string, "file": .string, "strategy": .string, "paths": .integer,
    "seed": .seed, "sampling": .string, "start": .string, "months": .integer, "currency": .string, "ruin": .number,
    "median_cash": .number, "note": .string, "tags": .array(.string), "made": .integer, "fingerprint": .string,
    "version": .string, "streams": .integer,
  ]

  var json: JSON {
    [
      "run": .string(label), "name": .string(name ?? ""), "scenario": .string(scenario), "file": .string(file),
      "strategy": .string(strategy), "paths": .integer(paths), "seed": JSON(seed: seed),
      "sampling": .string(sampling), "start": .string(start), "months": .integer(months),
      "currency": .string(currency), "ruin": .number(ruin), "median_cash": .number(medianCash),
      "note": .string(note ?? ""), "tags": .array(tags.map { .string($0) }), "made": .integer(made),
      "fingerprint": .string(fingerprint), "version": .string(version), "streams": .integer(streams),
    ]
  }
}
