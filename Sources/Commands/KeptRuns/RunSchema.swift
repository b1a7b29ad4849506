/// The tables of a run store, version by version. A version that was given out is never changed: what comes later is another
/// step.
enum RunSchema {
  /// Tells our files from other databases: "Drop" as a number.
  static let applicationID = 0x4472_6F70

  static let steps: [[String]] = [
    [
      // Frozen scenarios, each once: most runs are of a text that was run before.
      """
      CREATE TABLE texts (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT
      """,
      // Numbers of dropped runs are never given again.
      """
      CREATE TABLE runs (number INTEGER PRIMARY KEY AUTOINCREMENT, made INTEGER NOT NULL, name TEXT, note TEXT, \
      scenario TEXT NOT NULL, file TEXT NOT NULL, strategy TEXT NOT NULL, changes TEXT NOT NULL, seed INTEGER NOT NULL, \
      paths INTEGER NOT NULL, sampling TEXT NOT NULL, start TEXT NOT NULL, months INTEGER NOT NULL, \
      currency TEXT NOT NULL, fingerprint TEXT NOT NULL, version TEXT NOT NULL, streams INTEGER NOT NULL, \
      ruin REAL, median_cash REAL, frozen INTEGER NOT NULL REFERENCES texts (id)) STRICT
      """,
      "CREATE INDEX runs_by_name ON runs (name) WHERE name IS NOT NULL",
      // How the worlds of a run end, and what it would gain without chance.
      """
      CREATE TABLE endings (run INTEGER PRIMARY KEY REFERENCES runs (number) ON DELETE CASCADE, \
      ruined INTEGER NOT NULL, starved INTEGER NOT NULL, quit INTEGER NOT NULL, profit INTEGER NOT NULL, \
      planned_gain REAL, planned_lowest_cash REAL) STRICT
      """,
      // Month 0 is before the first, or the whole run; ruined counts the worlds of that month alone.
      """
      CREATE TABLE amounts (run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE, figure TEXT NOT NULL, \
      month INTEGER NOT NULL, p5 REAL, p25 REAL, p50 REAL, p75 REAL, p95 REAL, ruined INTEGER NOT NULL, \
      PRIMARY KEY (run, figure, month)) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE tags (run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE, tag TEXT NOT NULL, \
      PRIMARY KEY (run, tag)) STRICT, WITHOUT ROWID
      """,
      // When all pages were last looked at.
      "CREATE TABLE health (id INTEGER PRIMARY KEY CHECK (id = 1), checked INTEGER NOT NULL) STRICT",
      "INSERT INTO health (id, checked) VALUES (1, 0)",
    ],
    [
      // What `why` found of a run: how many of the worlds looked at end as the event says, how many of these do not where
      // a cause is taken away, and how many others then do.
      """
      CREATE TABLE causes (run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE, event TEXT NOT NULL, \
      place INTEGER NOT NULL, cause TEXT NOT NULL, worlds INTEGER NOT NULL, before INTEGER NOT NULL, \
      saved INTEGER NOT NULL, newly INTEGER NOT NULL, PRIMARY KEY (run, event, place)) STRICT, WITHOUT ROWID
      """
    ],
  ]
}
