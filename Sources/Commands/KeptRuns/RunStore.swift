import SQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file of finished runs that several processes share: a run is in it whole or not at all.
package final class RunStore {
  package let path: String
  let database: Database

  /// Opens a store, or makes one where nothing stands. A file that is not ours, or damaged, is left as it is.
  ///
  /// - Parameters:
  ///   - path: without symbolic links.
  ///   - now: seconds since 1970.
  ///   - steps: what makes the tables, version by version.
  package init(
    _ path: String, creating: Bool, now: Int = 0, steps: [[String]] = RunStore.steps
  ) throws(StoreProblem) {
    self.path = path
    try Self.inspect(path)
    let name = path
    database = try Self.told { () throws(DatabaseFault) in try Database(name, creating ? .creating : .existing) }
    try prepare(steps, now)
  }

  package static let steps = RunSchema.steps

  static func told<Result>(_ work: () throws(DatabaseFault) -> Result) throws(StoreProblem) -> Result {
    do throws(DatabaseFault) { return try work() } catch { throw .fault(error) }
  }

  // MARK: Opening

  private static let magic = Array("SQLite format 3".utf8) + [0]

  /// What can be told before the file is opened: SQLite takes an empty file for a new one, and throws away the changes that
  /// wait beside it.
  private static func inspect(_ path: String) throws(StoreProblem) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .fault(.system(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign }
    if status.st_size == 0 {
      var waiting = stat()
      if lstat(path + "-wal", &waiting) == 0, waiting.st_size > 0 { throw .fault(.damaged) }
      return
    }
    guard try beginning(of: path, magic.count) == magic else { throw .foreign }
  }

  private static func beginning(of path: String, _ count: Int) throws(StoreProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .fault(.system(errno)) }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, read(descriptor, buffer.baseAddress, count))
    }
  }

  private func prepare(_ steps: [[String]], _ now: Int) throws(StoreProblem) {
    let version = try state(steps)
    if version == 0 {
      try Self.told { () throws(DatabaseFault) in try make(steps) }
    } else {
      guard try Self.told({ () throws(DatabaseFault) in try isSound(now) }) else { throw .fault(.damaged) }
      if version < steps.count { try migrate(from: version, steps) }
    }
    // Where that cannot be had, because others are in the file just now, the slower way is as safe.
    try? database.letSideBySide(in: Files.directory(of: path))
    try Self.told { () throws(DatabaseFault) in try database.run("PRAGMA synchronous = NORMAL") }
  }

  /// To look at all pages of thousands of runs takes longer than a run may: of a large file it is done once a day. What is
  /// damaged since is found where it is read.
  private func isSound(_ now: Int) throws(DatabaseFault) -> Bool {
    let bytes = try (database.integer("PRAGMA page_count") ?? 0) * (database.integer("PRAGMA page_size") ?? 0)
    guard bytes > Self.quicklyChecked else { return try database.isSound() }
    let checked = try database.integer("SELECT checked FROM health") ?? 0
    if checked > 0, abs(now - checked) < Self.secondsOfADay { return true }
    guard try database.isSound() else { return false }
    // Whoever only reads may have no right to write.
    try? database.run("UPDATE health SET checked = ?", [.integer(now)])
    return true
  }

  private static let quicklyChecked = 1 << 20
  private static let secondsOfADay = 86_400

  /// The version of its tables, which are as that version has made them; 0 of a new file.
  private func state(_ steps: [[String]]) throws(StoreProblem) -> Int {
    let (mark, version, schema) = try Self.told { () throws(DatabaseFault) in
      // Of one moment: somebody else may be making the tables.
      try database.snapshot { () throws(DatabaseFault) in
        (
          try database.integer("PRAGMA application_id") ?? 0, try database.integer("PRAGMA user_version") ?? 0,
          try database.schema()
        )
      }
    }
    if mark == 0, version == 0, schema.isEmpty { return 0 }
    guard mark == RunSchema.applicationID, version > 0 else { throw .foreign }
    guard version <= steps.count else { throw .newer }
    let expected = try Self.told { () throws(DatabaseFault) in
      let model = try Database("", .memory)
      for sql in steps.prefix(version).joined() { try model.run(sql) }
      return try model.schema()
    }
    guard schema == expected else { throw .altered }
    return version
  }

  /// Several processes may find the file new at once: one of them makes the tables.
  private func make(_ steps: [[String]]) throws(DatabaseFault) {
    try database.transaction { () throws(DatabaseFault) in
      guard try database.integer("PRAGMA user_version") == 0 else { return }
      for sql in steps.joined() { try database.run(sql) }
      try database.run("PRAGMA application_id = \(RunSchema.applicationID)")
      try database.run("PRAGMA user_version = \(steps.count)")
    }
  }

  private func migrate(from version: Int, _ steps: [[String]]) throws(StoreProblem) {
    try Self.told { () throws(DatabaseFault) in
      try database.copy(to: backup(of: version))
      try database.transaction { () throws(DatabaseFault) in
        // Another process may have been quicker.
        let now = try database.integer("PRAGMA user_version") ?? version
        for sql in steps.dropFirst(now).joined() { try database.run(sql) }
        try database.run("PRAGMA user_version = \(steps.count)")
      }
    }
  }

  /// A name that nothing has.
  private func backup(of version: Int) -> String {
    let names = (1...99).map { "\(path).version-\(version)" + ($0 == 1 ? "" : ".\($0)") }
    return names.first { !Files.exists($0) } ?? names[0]
  }
}
