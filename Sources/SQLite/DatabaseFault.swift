import CSQLite

/// Why a database did not do what it was asked.
package enum DatabaseFault: Error, Equatable, Sendable {
  /// The file is no database, or its pages contradict each other.
  case damaged
  /// Somebody else has been writing for longer than we wait.
  case busy
  case full
  case readOnly
  /// The system refuses the file; its `errno`, 0 where that is not known.
  case system(Int32)
  case other(String)

  init(code: Int32, _ database: OpaquePointer?) {
    switch code & 0xFF {
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT, SQLITE_MISMATCH: self = .damaged
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
    case SQLITE_FULL: self = .full
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_PERM, SQLITE_AUTH:
      self = .system(database.map { sqlite3_system_errno($0) } ?? 0)
    default: self = .other(String(cString: sqlite3_errstr(code)))
    }
  }
}
