package import Analysis
package import SQLite

extension RunStore {
  /// A finished run, ready to be kept.
  package struct Entry {
    package var run: KeptRun
    /// What its strategy changes, as files have it.
    package var changes: String
    /// The scenario under its strategy, as files have it, and the digest that tells it from others.
    package var frozen: (text: String, digest: String)
    package var digest: RunDigest

    package init(_ run: KeptRun, changes: String, frozen: (text: String, digest: String), digest: RunDigest) {
      (self.run, self.changes, self.frozen, self.digest) = (run, changes, frozen, digest)
    }
  }

  /// Keeps a run. A name that another run had is now this one's.
  ///
  /// - Returns: the number it is given.
  package func keep(_ entry: Entry) throws(DatabaseFault) -> Int {
    try database.transaction { () throws(DatabaseFault) in
      if let name = entry.run.name { try forget(name: name) }
      try database.run(
        "INSERT OR IGNORE INTO texts (digest, text) VALUES (?, ?)",
        [
          .text(entry.frozen.digest), .text(entry.frozen.text),
        ])
      let run = entry.run
      let values: [Value] = [
        .integer(run.made), Value(run.name), Value(run.note), .text(run.scenario), .text(run.file), .text(run.strategy),
        .text(entry.changes), .integer(Int(Int64(bitPattern: run.seed))), .integer(run.paths), .text(run.sampling),
        .text(run.start), .integer(run.months), .text(run.currency), .text(run.fingerprint), .text(run.version),
        .integer(run.streams), .real(run.ruin), .real(run.medianCash), .text(entry.frozen.digest),
      ]
      try database.run(
        """
        INSERT INTO runs (made, name, note, scenario, file, strategy, changes, seed, paths, sampling, start, months, \
        currency, fingerprint, version, streams, ruin, median_cash, frozen) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM texts WHERE digest = ?))
        """, values)
      let number = database.lastNumber
      try keep(entry.digest, of: number)
      return number
    }
  }

  private func keep(_ digest: RunDigest, of number: Int) throws(DatabaseFault) {
    try database.run(
      """
      INSERT INTO endings (run, ruined, starved, quit, profit, planned_gain, planned_lowest_cash) \
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(number), .integer(digest.out), .integer(digest.starved), .integer(digest.quit),
        .integer(digest.profit), .real(digest.plannedGain), .real(digest.plannedLowestCash),
      ])
    try keep(digest.gain, "gain", 0, 0, of: number)
    try keep(digest.lowestCash, "lowest_cash", 0, 0, of: number)
    for (month, cash) in digest.cash.enumerated() {
      let out = month > 0 && month <= digest.outByMonth.count ? digest.outByMonth[month - 1] : 0
      try keep(cash, "cash", month, out, of: number)
    }
  }

  private func keep(
    _ spread: RunDigest.Spread, _ figure: String, _ month: Int, _ ruined: Int, of number: Int
  ) throws(DatabaseFault) {
    try database.run(
      "INSERT INTO amounts (run, figure, month, p5, p25, p50, p75, p95, ruined) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [.integer(number), .text(figure), .integer(month)] + spread.values.map(Value.real) + [.integer(ruined)])
  }

  /// Keeps what `why` found, in the place of what it found of the same event before.
  package func keep(_ causes: KeptCauses, of number: Int) throws(DatabaseFault) {
    try database.transaction { () throws(DatabaseFault) in
      // Somebody else may have dropped the run.
      guard try database.integer("SELECT number FROM runs WHERE number = ?", [.integer(number)]) != nil else { return }
      let event = Value.text(causes.event.rawValue)
      try database.run("DELETE FROM causes WHERE run = ? AND event = ?", [.integer(number), event])
      for (place, row) in causes.rows.enumerated() {
        let counts = [row.change.worlds, row.change.before, row.change.saved, row.change.newly]
        try database.run(
          "INSERT INTO causes (run, event, place, cause, worlds, before, saved, newly) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          [.integer(number), event, .integer(place), .text(row.cause)] + counts.map(Value.integer))
      }
    }
  }

  // MARK: What the operator writes

  /// Gives a run a name, which it takes from any other.
  ///
  /// - Returns: false where there is no such run.
  package func name(_ number: Int, _ name: String?) throws(DatabaseFault) -> Bool {
    try database.transaction { () throws(DatabaseFault) in
      if let name { try forget(name: name) }
      try database.run("UPDATE runs SET name = ? WHERE number = ?", [Value(name), .integer(number)])
      return database.changes > 0
    }
  }

  private func forget(name: String) throws(DatabaseFault) {
    try database.run("UPDATE runs SET name = NULL WHERE name = ?", [.text(name)])
  }

  package func note(_ number: Int, _ note: String?) throws(DatabaseFault) -> Bool {
    try database.run("UPDATE runs SET note = ? WHERE number = ?", [Value(note), .integer(number)])
    return database.changes > 0
  }

  package func tag(_ number: Int, _ tag: String) throws(DatabaseFault) {
    try database.run("INSERT OR IGNORE INTO tags (run, tag) VALUES (?, ?)", [.integer(number), .text(tag)])
  }

  package func untag(_ number: Int, _ tag: String) throws(DatabaseFault) -> Bool {
    try database.run("DELETE FROM tags WHERE run = ? AND tag = ?", [.integer(number), .text(tag)])
    return database.changes > 0
  }

  /// Forgets runs, and texts that no other run has.
  package func drop(_ numbers: [Int]) throws(DatabaseFault) {
    try database.transaction { () throws(DatabaseFault) in
      for number in numbers { try database.run("DELETE FROM runs WHERE number = ?", [.integer(number)]) }
      try database.run("DELETE FROM texts WHERE id NOT IN (SELECT frozen FROM runs)")
    }
  }
}
