import Disk
import Importers
import Language
import Tabular

/// The folder beside a scenario that holds what really happened: plain tables, which their owner can read, mend and delete
/// without this program.
struct ActualsFolder {
  /// As it was named, for messages.
  let name: String
  let path: String

  static let ending = ".actuals"
  private static let settingsFile = "folder.yaml"
  private static let listFile = "imports.csv"
  /// A folder of settings is a few lines; a list of imports has one for each file.
  private static let mostListBytes = 16 << 20

  func file(_ name: String) -> String { path + "/" + name }

  var exists: Bool { Files.exists(path) }

  // MARK: Reading

  /// A table as it stands there; none where it has never been written.
  func table(_ kind: TableKind) throws(Files.Problem) -> RowStore {
    let path = file(kind.file)
    guard Files.exists(path) else { return RowStore(kind) }
    let shown = name + "/" + kind.file
    let bytes = try FileBytes(path)
    do throws(StoredTableFault) {
      return try RowStore(reading: bytes, as: kind)
    } catch {
      switch error {
      case .table(let refusal):
        let (message, help) = refusal.words(of: shown)
        throw Files.Problem(message, help: help)
      case .header(let missing):
        throw Files.Problem(
          say("missing columns in \(shown): \(missing.joined(separator: ", "))"),
          help: say("correct its header, or delete the file and import again"))
      }
    }
  }

  /// What `folder.yaml` says, line by line.
  private func settings() throws(Files.Problem) -> [(key: String, value: String)] {
    try settingsLines().compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, !line.hasPrefix("#"), !line.hasPrefix(" ") else { return nil }
      return (String(parts[0]), parts[1].split(separator: " ").joined(separator: " "))
    }
  }

  private func settingsLines() throws(Files.Problem) -> [Substring] {
    let path = file(Self.settingsFile)
    guard Files.exists(path) else { return [] }
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    return text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
  }

  /// What one unit of other currencies is worth: `rates: {EUR: 1.08}`, or a line for each below `rates:`.
  func rates() throws(Files.Problem) -> [String: Amount] {
    var rates: [String: Amount] = [:]
    var isInside = false
    for line in try settingsLines() {
      let isIndented = line.first == " "
      if !isIndented { isInside = line.hasPrefix("rates:") }
      guard isInside else { continue }
      let written = (isIndented ? line : line.dropFirst("rates:".count)).prefix { $0 != "#" }
      for pair in written.filter({ !"{} \t\"'".contains($0) }).split(separator: ",") {
        let parts = pair.split(separator: ":")
        guard parts.count == 2, let rate = Amount(String(parts[1])), rate > .zero else {
          throw Files.Problem(
            say("\(Self.settingsFile): this is not an exchange rate: \(pair)"),
            help: say("write there: rates: {EUR: 1.08}"))
        }
        rates[parts[0].uppercased()] = rate
      }
    }
    return rates
  }

  /// The random word that makes digests of customers useless elsewhere; made where there is none yet.
  func salt() throws(Files.Problem) -> (text: String, isNew: Bool) {
    if let known = try settings().first(where: { $0.key == "salt" }) { return (known.value, false) }
    var random = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdef")
    return (String((0..<32).map { _ in digits[Int(random.next() & 15)] }), true)
  }

  /// The time zone in which its days begin and end.
  func zone() throws(Files.Problem) -> String? {
    guard let name = try settings().first(where: { $0.key == "zone" })?.value else { return nil }
    guard ZoneTables.zone(name) != nil else {
      throw Files.Problem(
        say("\(Self.settingsFile): no such time zone: \(name)"), help: say("write there: zone: America/New_York"))
    }
    return name
  }

  // MARK: Writing

  /// Keeps others out while tables are read, merged and written; until the value goes.
  func lock() throws(Files.Problem) -> FolderLock {
    do throws(DiskFault) {
      try Folder(path).make()
      return try FolderLock(file("lock"))
    } catch { throw Files.problem(error, name) }
  }

  func writeSettings(salt: String, zone: String?) throws(Files.Problem) {
    // What its owner has written there stays as it is.
    let known = try settingsLines()
    var lines = known.map(String.init)
    if known.isEmpty { lines.append(Self.remark) }
    if let zone {
      lines.removeAll { $0.hasPrefix("zone:") }
      lines.append("zone: \(zone)")
    }
    if !lines.contains(where: { $0.hasPrefix("salt:") }) { lines.append("salt: \(salt)") }
    guard lines != known.map(String.init) else { return }
    try Files.write(
      Array((lines.joined(separator: "\n") + "\n").utf8), to: file(Self.settingsFile), over: .anything, mode: 0o600)
  }

  private static let remark =
    "# Customers are digests made with this salt: whoever has it can test whether an e-mail is among them."

  func write(_ bytes: [UInt8], _ kind: TableKind) throws(Files.Problem) {
    try Files.write(bytes, to: file(kind.file), over: .anything)
  }

  /// Adds files to the list of those that were imported; each content stands there once.
  func note(_ imports: [ImportedFile]) throws(Files.Problem) {
    let path = file(Self.listFile)
    var lines: [String: String] = [:]
    if Files.exists(path) {
      let text = String(decoding: try Files.read(path, atMost: Self.mostListBytes), as: UTF8.self)
      for line in text.split(separator: "\n").dropFirst() {
        if let key = line.split(separator: ",").first { lines[String(key)] = String(line) }
      }
    }
    for file in imports { lines[file.sha256] = file.line }
    let rows = lines.sorted { $0.key < $1.key }.map { $0.value + "\n" }
    try Files.write(ImportedFile.header + "\n" + rows.joined(), to: path, over: .anything)
  }
}

/// A file that was imported, as the list of the folder keeps it.
struct ImportedFile {
  let file: String
  let sha256: String
  let harvest: Harvest

  static let header = "sha256,file,kind,read,used,from,to"

  var line: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let plain = String(name.map { $0 == "," || $0 == "\"" || $0.isNewline ? "_" : $0 })
    let period = harvest.period.map { [$0.lowerBound.description, $0.upperBound.description] } ?? ["", ""]
    return ([sha256, plain, harvest.format.name, String(harvest.read), String(harvest.used)] + period)
      .joined(separator: ",")
  }
}
