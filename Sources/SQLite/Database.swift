import CSQLite

/// An open database file. What strangers may have written into it is only data: no trigger, no view and no function of its
/// schema is run, and its own tables cannot be written over.
package final class Database {
  package enum Access: Sendable {
    /// A file that is there.
    case existing
    /// A file that is made where it is missing.
    case creating
    /// Nothing but memory.
    case memory
  }

  private let pointer: OpaquePointer
  private var statements: [String: Statement] = [:]

  /// No text of ours is longer.
  private static let mostBytes: Int32 = 64 << 20

  /// - Parameters:
  ///   - path: without symbolic links; of them none is followed.
  ///   - patience: how long to wait for others that write, in milliseconds.
  package init(_ path: String, _ access: Access, patience: Int32 = 10_000) throws(DatabaseFault) {
    let flags =
      switch access {
      case .existing: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW
      case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW
      case .memory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY
      }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(access == .memory ? ":memory:" : path, &opened, flags, nil)
    guard let opened else { throw .system(0) }
    guard code == SQLITE_OK else {
      let fault = DatabaseFault(code: code, opened)
      sqlite3_close(opened)
      throw fault
    }
    pointer = opened
    sqlite3_extended_result_codes(pointer, 1)
    sqlite3_busy_timeout(pointer, patience)
    sqlite3_limit(pointer, SQLITE_LIMIT_LENGTH, Self.mostBytes)
    sqlite3_limit(pointer, SQLITE_LIMIT_ATTACHED, 0)
    for (setting, isOn) in Self.settings { csqlite_configure(pointer, setting, isOn) }
    try run("PRAGMA cell_size_check = ON")
    try run("PRAGMA mmap_size = 0")
  }

  private static let settings: [(Int32, Int32)] = [
    (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
    (SQLITE_DBCONFIG_ENABLE_VIEW, 0), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
    (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
  ]

  deinit {
    statements = [:]
    sqlite3_close_v2(pointer)
  }

  /// Runs a statement; its rows, if any, are given one after the other.
  package func run(_ sql: String, _ values: [Value] = [], _ take: (Row) -> Void = { _ in }) throws(DatabaseFault) {
    let statement = try statement(sql)
    try statement.run(values, take)
  }

  /// What is asked for once is kept prepared.
  private func statement(_ sql: String) throws(DatabaseFault) -> Statement {
    if let known = statements[sql] { return known }
    let made = try Statement(sql, in: pointer)
    statements[sql] = made
    return made
  }

  /// The first value of the first row, as a number.
  package func integer(_ sql: String, _ values: [Value] = []) throws(DatabaseFault) -> Int? {
    var found: Int?
    try run(sql, values) { row in if found == nil { found = row.integer(0) } }
    return found
  }

  /// The number that the last new row was given.
  package var lastNumber: Int { Int(sqlite3_last_insert_rowid(pointer)) }

  /// How many rows the last statement changed.
  package var changes: Int { Int(sqlite3_changes64(pointer)) }

  /// All of it or nothing of it is done; nobody else writes meanwhile.
  package func transaction<Result>(_ work: () throws(DatabaseFault) -> Result) throws(DatabaseFault) -> Result {
    try run("BEGIN IMMEDIATE")
    return try finish(work)
  }

  /// What is read is of one moment, whoever else writes.
  package func snapshot<Result>(_ work: () throws(DatabaseFault) -> Result) throws(DatabaseFault) -> Result {
    try run("BEGIN DEFERRED")
    return try finish(work)
  }

  private func finish<Result>(_ work: () throws(DatabaseFault) -> Result) throws(DatabaseFault) -> Result {
    do throws(DatabaseFault) {
      let result = try work()
      try run("COMMIT")
      return result
    } catch {
      // What failed may have ended the transaction itself.
      if sqlite3_get_autocommit(pointer) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  // MARK: The file as a whole

  /// Lets readers and a writer go on side by side, which needs memory that they share: between machines one waits for the
  /// other.
  package func letSideBySide(in folder: String) throws(DatabaseFault) {
    try run("PRAGMA journal_mode = \(csqlite_is_shared(folder) == 0 ? "WAL" : "TRUNCATE")")
  }

  /// Every page is read; false when they contradict each other.
  package func isSound() throws(DatabaseFault) -> Bool {
    var words: [String] = []
    try run("PRAGMA quick_check(1)") { words.append($0.text(0)) }
    return words == ["ok"]
  }

  /// What its tables and indexes are made of, in the order of their names.
  package func schema() throws(DatabaseFault) -> [String] {
    var parts: [String] = []
    let sql =
      "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' "
      + "ORDER BY type, name"
    try run(sql) { parts.append($0.text(0)) }
    return parts
  }

  /// Writes all of it into a file that is not there yet.
  package func copy(to path: String) throws(DatabaseFault) {
    // Nothing is attached by anybody else: the limit is lifted for the one statement that needs it.
    sqlite3_limit(pointer, SQLITE_LIMIT_ATTACHED, 1)
    defer { sqlite3_limit(pointer, SQLITE_LIMIT_ATTACHED, 0) }
    try run("VACUUM INTO ?", [.text(path)])
  }
}
