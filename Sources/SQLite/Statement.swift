import CSQLite

/// A prepared statement; finalised with its last owner.
final class Statement {
  private let pointer: OpaquePointer
  private let database: OpaquePointer

  init(_ sql: String, in database: OpaquePointer) throws(DatabaseFault) {
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v3(
      database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT | SQLITE_PREPARE_NO_VTAB), &pointer, nil)
    guard code == SQLITE_OK, let pointer else { throw DatabaseFault(code: code, database) }
    (self.pointer, self.database) = (pointer, database)
  }

  deinit { sqlite3_finalize(pointer) }

  /// Steps through the rows.
  func run(_ values: [Value], _ take: (Row) -> Void) throws(DatabaseFault) {
    defer {
      sqlite3_reset(pointer)
      sqlite3_clear_bindings(pointer)
    }
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    while true {
      switch sqlite3_step(pointer) {
      case SQLITE_ROW: take(Row(pointer))
      case SQLITE_DONE: return
      case let code: throw DatabaseFault(code: code, database)
      }
    }
  }

  private func bind(_ value: Value, at place: Int32) throws(DatabaseFault) {
    let code: Int32 =
      switch value {
      case .null: sqlite3_bind_null(pointer, place)
      case .integer(let number): sqlite3_bind_int64(pointer, place, Int64(number))
      // SQLite has no NaN: it would become null, and be refused where null may not stand.
      case .real(let number): sqlite3_bind_double(pointer, place, number)
      case .text(let text): bind(text, at: place)
      }
    guard code == SQLITE_OK else { throw DatabaseFault(code: code, database) }
  }

  private func bind(_ text: String, at place: Int32) -> Int32 {
    // An empty buffer may have no address, which would mean null.
    if text.isEmpty { return csqlite_bind_text(pointer, place, "", 0) }
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { letters in
        guard let count = Int32(exactly: letters.count) else { return SQLITE_TOOBIG }
        return csqlite_bind_text(pointer, place, letters.baseAddress, count)
      }
    }
  }
}

/// A row of an answer, valid while it is taken. What a column does not hold is read as nothing, 0 or an empty text.
package struct Row {
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

  package func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(pointer, Int32(column))) }

  package func real(_ column: Int) -> Double {
    isNull(column) ? .nan : sqlite3_column_double(pointer, Int32(column))
  }

  package func text(_ column: Int) -> String {
    guard let letters = sqlite3_column_text(pointer, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: letters, count: count), as: UTF8.self)
  }

  package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  private func isNull(_ column: Int) -> Bool { sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL }
}
