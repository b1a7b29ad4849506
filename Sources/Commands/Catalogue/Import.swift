import Importers
import Language
import Reports
import Scenarios
import Tabular

extension CommandSpec {
  static let importActuals = CommandSpec(
    "import", synonyms: ["导入"], "reads your exports (store, ads, payments): your actual numbers",
    syntax: "import FILE… [as KIND | FILE.rules] [for STORE] [--to FOLDER]",
    examples: [
      "import orders.csv --to lamp.actuals", "import orders.csv as shopify-orders --to lamp.actuals",
      "import orders.csv --to lamp.actuals --dry-run",
    ],
    changes: .disk, operand: .files(suffix: ".csv"),
    options: [
      OptionSpec("to", "FOLDER", "the folder to keep the numbers in (default: NAME.actuals beside the scenario)"),
      OptionSpec("dry-run", nil, "only show what would be read; write nothing"),
      OptionSpec("strict", nil, "refuse a file if any of its rows cannot be read"),
      OptionSpec("replace", nil, "where these files contradict the folder, keep what these files say"),
      OptionSpec("decimal", "MARK", "the decimal mark, if a file does not make it clear: comma or dot"),
      OptionSpec(
        "dates", "ORDER", "whether dates are day-month-year (dmy) or month-day-year (mdy), if it is not clear"),
      OptionSpec("encoding", "NAME", "the text encoding, such as GB18030, if a file does not name it"),
      OptionSpec("currency", "CODE", "the currency of amounts that do not name one"),
      OptionSpec("sheet", "NAME", "which sheet of a workbook to read, if several are possible"),
      OptionSpec(
        "zone", "NAME",
        "your time zone, such as America/New_York (decides when a day begins); saved in the folder for later imports"
      ),
      OptionSpec("json", nil, "answer as JSON"),
    ],
    scenario: .sometimes, answer: ImportReport.shape, related: ["actuals", "load", "run"],
    glossary: Format.all.map { ($0.name, $0.title) }
  ) { session, invocation throws(CommandFailure) in
    let request = try ImportRequest(invocation, session)
    let report = try request.perform(session)
    var answer = Answer(report.document)
    answer.json = { report.json }
    return answer
  }
}

/// `import orders.csv pay.csv as stripe for shop --to lamp.actuals`
struct ImportRequest {
  private let invocation: Invocation
  private let files: [Word]
  private let folder: ActualsFolder
  private var options = ImportOptions()
  private let isTrial: Bool
  private let replaces: Bool
  private let zone: String?

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    self.invocation = invocation
    let clauses = Clauses(invocation, keywords: ["as", "for"])
    guard !clauses.head.isEmpty else {
      throw invocation.failure(
        say("which file?"), at: invocation.command.words[0].span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    files = clauses.head
    isTrial = invocation.has("dry-run")
    replaces = invocation.has("replace")
    folder = try Self.folder(invocation, session)
    options.isStrict = invocation.has("strict")
    options.kind = try Self.kind(clauses, invocation)
    if let word = try clauses.word("as"), word.text.hasSuffix(RulesFile.ending) {
      options = options.following(try RulesFile.read(word.text, at: session.resolve(word.text)))
    }
    options.owner = try Self.owner(clauses, invocation, session)
    options.mark = try Self.mark(invocation)
    options.dayOrder = try Self.dayOrder(invocation)
    options.encoding = try Self.encoding(invocation)
    options.currency = try Self.currency(invocation)
    options.sheet = invocation.value("sheet")?.text
    zone = try Self.zone(invocation)
  }

  // MARK: Words

  private static func folder(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ActualsFolder {
    if let word = invocation.value("to") {
      return ActualsFolder(name: word.text, path: session.resolve(word.text))
    }
    guard let folder = session.actualsFolder else {
      throw invocation.failure(
        say("into which folder?"), at: invocation.command.words[0].span,
        help: say("load a scenario, or write --to my-store.actuals"))
    }
    return folder
  }

  private static func kind(_ clauses: Clauses, _ invocation: Invocation) throws(CommandFailure) -> String? {
    guard let word = try clauses.word("as"), !word.text.hasSuffix(RulesFile.ending) else { return nil }
    let name = word.text.lowercased()
    guard Format.named(name) != nil else {
      throw invocation.failure(
        say("there is no kind of export called \(word.text)"), at: word.span,
        help: Invocation.suggestion(name, Format.all.map(\.name)) ?? say("to list the kinds, write: help import"))
    }
    return name
  }

  /// Whose file it is; with several stores it must be said.
  private static func owner(
    _ clauses: Clauses, _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> String? {
    if let word = try clauses.word("for") { return word.text }
    let stores = session.isLoaded && invocation.value("to") == nil ? session.scenario.stores.names : []
    guard stores.count > 1 else { return nil }
    throw invocation.failure(
      say("which of the \(stores.count) stores is the file from?"), at: invocation.command.words[0].span,
      help: say("add: for \(stores.joined(separator: say(", or for ")))"))
  }

  private static func mark(_ invocation: Invocation) throws(CommandFailure) -> Mark? {
    guard let word = invocation.value("decimal") else { return nil }
    guard let mark = Mark(rawValue: word.text.lowercased()) else {
      throw invocation.failure(say("no such decimal mark"), at: word.span, help: say("allowed: comma, dot"))
    }
    return mark
  }

  private static func dayOrder(_ invocation: Invocation) throws(CommandFailure) -> DayOrder? {
    guard let word = invocation.value("dates") else { return nil }
    guard let order = DayOrder(rawValue: word.text.lowercased()) else {
      throw invocation.failure(say("no such date format"), at: word.span, help: say("allowed: dmy, mdy"))
    }
    return order
  }

  private static func encoding(_ invocation: Invocation) throws(CommandFailure) -> String? {
    guard let word = invocation.value("encoding") else { return nil }
    guard let encoding = TextEncoding(named: word.text) else {
      let names = TextEncoding.allCases.map(\.rawValue)
      throw invocation.failure(
        say("no such encoding: \(word.text)"), at: word.span, help: say("allowed: \(names.joined(separator: ", "))"))
    }
    return encoding.rawValue
  }

  private static func currency(_ invocation: Invocation) throws(CommandFailure) -> String? {
    guard let word = invocation.value("currency") else { return nil }
    let code = word.text.uppercased()
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw invocation.failure(
        say("a currency is three letters"), at: word.span, help: say("write: --currency USD"))
    }
    return code
  }

  private static func zone(_ invocation: Invocation) throws(CommandFailure) -> String? {
    guard let word = invocation.value("zone") else { return nil }
    guard ZoneTables.zone(word.text) != nil else {
      throw invocation.failure(
        say("no such time zone: \(word.text)"), at: word.span, help: say("write: --zone America/New_York"))
    }
    return word.text
  }

  // MARK: Performing

  /// Reads all files before one is kept.
  func perform(_ session: Session) throws(CommandFailure) -> ImportReport {
    let salt = try known { () throws(Files.Problem) in try folder.salt() }
    var options = options
    let kept = try known { () throws(Files.Problem) in try folder.zone() }
    let zone = zone ?? kept
    options.zone = zone.flatMap { ZoneTables.zone($0) }
    let prefix = Array(salt.text.utf8)
    options.digest = { Customers.digest($0, salt: prefix) }
    let watch = session.beginWork(say("import"), files.count)
    defer { watch.end() }
    options.shouldStop = watch.shouldStop
    var read: [ImportReport.File] = []
    var findings: [Finding] = []
    for (index, word) in files.enumerated() {
      do throws(ImportRefusal) {
        read.append(try Self.read(word.text, at: session.resolve(word.text), options))
      } catch {
        findings += error.findings
        if error.isStopped { throw stopped }
      }
      watch.progress(index + 1)
    }
    guard findings.isEmpty else { throw CommandFailure(findings) }
    let merged = isTrial ? nil : try keep(read, salt: salt.text, zone: zone)
    return ImportReport(files: read, folder: folder.name, merged: merged, glyphs: session.glyphs)
  }

  private var stopped: CommandFailure {
    invocation.failure(say("stopped"), at: invocation.command.words[0].span, reason: .interrupted)
  }

  private struct ImportRefusal: Error {
    let findings: [Finding]
    var isStopped = false
  }

  private static func read(
    _ name: String, at path: String, _ options: ImportOptions
  ) throws(ImportRefusal) -> ImportReport.File {
    var options = options
    if options.kind == nil, options.rules == nil, Files.exists(path + RulesFile.ending) {
      do throws(CommandFailure) {
        options = options.following(try RulesFile.read(name + RulesFile.ending, at: path + RulesFile.ending))
      } catch { throw ImportRefusal(findings: error.findings) }
    }
    let bytes: FileBytes
    do throws(Files.Problem) { bytes = try FileBytes(path) } catch {
      throw ImportRefusal(findings: [Finding(.error, error.message, help: error.help, source: name)])
    }
    do throws(ImportFault) {
      let harvest = try Importer.read(bytes, options)
      return ImportReport.File(name: name, sha256: Fingerprint.sha256(of: bytes) ?? "", harvest: harvest)
    } catch {
      if case .stopped = error { throw ImportRefusal(findings: [], isStopped: true) }
      throw ImportRefusal(findings: error.findings(in: name))
    }
  }

  /// Merges table by table; the list of imports comes last, so that what stands there has been kept.
  private func keep(
    _ read: [ImportReport.File], salt: String, zone: String?
  ) throws(CommandFailure) -> [(kind: TableKind, count: MergeCount)] {
    try known { () throws(Files.Problem) in
      let lock = try folder.lock()
      defer { withExtendedLifetime(lock) {} }
      try folder.writeSettings(salt: salt, zone: zone)
      var merged: [(kind: TableKind, count: MergeCount)] = []
      for kind in TableKind.allCases {
        let new = read.compactMap { $0.harvest.tables[kind] }
        guard !new.isEmpty else { continue }
        var rows = new[0]
        for other in new.dropFirst() { rows.append(contentsOf: other) }
        var table = try folder.table(kind)
        let (bytes, count) = table.merged(with: &rows, replacing: replaces)
        if count.added + count.changed > 0 { try folder.write(bytes, kind) }
        merged.append((kind, count))
      }
      try folder.note(read.map { ImportedFile(file: $0.name, sha256: $0.sha256, harvest: $0.harvest) })
      return merged
    }
  }

  private func known<Value>(_ work: () throws(Files.Problem) -> Value) throws(CommandFailure) -> Value {
    do throws(Files.Problem) { return try work() } catch {
      throw CommandFailure([Finding(.error, error.message, help: error.help, source: folder.name)])
    }
  }
}

/// Customers without their names.
enum Customers {
  /// 48 bits of SHA-256 over the folder's salt and an e-mail in lower case.
  static func digest(_ email: ArraySlice<UInt8>, salt: [UInt8]) -> UInt64 {
    var input = salt
    input.reserveCapacity(salt.count + email.count)
    if email.allSatisfy({ $0 < 0x80 }) {
      for byte in email { input.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    } else {
      input += Array(String(decoding: email, as: UTF8.self).lowercased().utf8)
    }
    return Fingerprint.digest(input[...]).prefix(6).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension Session {
  /// The folder of actual numbers beside the scenario.
  var actualsFolder: ActualsFolder? {
    guard let path else { return nil }
    var base = path
    for ending in [".yaml", ".yml"] where base.hasSuffix(ending) { base.removeLast(ending.count) }
    let name = base.split(separator: "/").last.map(String.init) ?? base
    return ActualsFolder(name: name + ActualsFolder.ending, path: base + ActualsFolder.ending)
  }
}
