package import Tabular

/// Reads an export of whatever kind it is, row by row.
package enum Importer {
  /// Rows between two looks at whether to stop.
  private static let rowsAtATime = 4096

  /// - Throws: why the whole file is refused. Then nothing of it counts.
  package static func read(_ source: any ByteSource, _ options: ImportOptions) throws(ImportFault) -> Harvest {
    guard let bytes = try WorkbookSheets.bytes(of: source) else { return try readText(source, options) }
    let (sheet, text) = try WorkbookSheets.chosen(of: bytes, options)
    var harvest = try readText(ByteArray(text), options)
    harvest.sheet = sheet
    return harvest
  }

  /// Reads a table of text.
  private static func readText(_ source: any ByteSource, _ options: ImportOptions) throws(ImportFault) -> Harvest {
    let encoding = options.encoding.flatMap { TextEncoding(named: $0) }
    var assumptions = Assumptions()
    var mark = options.mark
    var orders: [Int: DayOrder] = [:]
    // Each reading proves something that the one before had wrong: the mark, the order of days, what taxes are.
    for _ in 0..<4 {
      let table = try open(source, encoding, options)
      let match = try match(table.header, options)
      if let said = options.rules?.header, said != table.headerLine {
        throw .headerElsewhere(found: table.headerLine, said: said)
      }
      let language = match.format.isTranslated ? match.language : nil
      let order =
        options.dayOrder ?? match.format.dayOrder ?? (language == nil || language == .en ? .monthFirst : .dayFirst)
      let firstMark: Mark = [.de, .fr, .es].contains(language) ? .comma : .point
      let conventions = Conventions(
        mark: mark ?? firstMark, orders: orders, defaultOrder: order, zone: options.zone,
        clockOffset: match.format.clockOffset)
      let (harvest, wish) = try read(table, match, conventions, assumptions, options)
      let verdict = try conventions.verdict(
        language: language, separator: table.separator, given: (options.mark, options.dayOrder),
        fixed: match.format.dayOrder)
      guard conventions.holds(verdict), wish == nil || wish == assumptions else {
        (mark, orders, assumptions) = (verdict.mark, verdict.orders, wish ?? assumptions)
        continue
      }
      return try finished(harvest, verdict, match, table, options)
    }
    throw .unsettled
  }

  private static func open(
    _ source: any ByteSource, _ encoding: TextEncoding?, _ options: ImportOptions
  ) throws(ImportFault) -> TableReader {
    do throws(Refusal) {
      return try TableReader(source, as: encoding, separatedBy: options.separator) {
        Format.matching($0, options) != nil
      }
    } catch { throw .table(error) }
  }

  /// The format of a header: the one that was asked for, or the one that it looks like.
  private static func match(_ names: [String], _ options: ImportOptions) throws(ImportFault) -> HeaderMatch {
    let header = names.map(Heading.init)
    let found = Format.matching(names, options)
    if let rules = options.rules {
      guard let found else { throw .missingColumns(kind: rules.format.name, missing: rules.format.missing(in: header)) }
      return try single(found, header)
    }
    if let kind = options.kind, let asked = Format.named(kind) {
      guard let match = asked.match(header) else {
        if let found { throw .otherKind(found: found.format.name, asked: kind) }
        throw .missingColumns(kind: kind, missing: asked.missing(in: header))
      }
      return try single(match, header)
    }
    guard let found else {
      let nearest = Format.nearest(to: header)
      throw .unknownKind(nearest: nearest?.format.name, missing: nearest?.missing ?? [])
    }
    return try single(found, header)
  }

  private static func single(_ match: HeaderMatch, _ header: [Heading]) throws(ImportFault) -> HeaderMatch {
    guard let (name, first, second) = match.format.twice(in: header) else { return match }
    throw .columnTwice(name, first: first, second: second)
  }

  /// One reading, from the first row to the last.
  private static func read(
    _ opened: TableReader, _ match: HeaderMatch, _ conventions: Conventions, _ assumptions: Assumptions,
    _ options: ImportOptions
  ) throws(ImportFault) -> (Harvest, Assumptions?) {
    var table = opened
    let header = table.header.map(Heading.init)
    let sheet = Sheet(
      match: match, header: header, above: table.above, options: options, assumptions: assumptions)
    var reader = match.format.makeReader(sheet)
    let takesAll = reader.takesRowsOfAnyWidth
    var harvest = Harvest(match.format)
    let names = match.places.values.sorted().map { (place: $0, name: Array(table.header[$0].utf8)) }
    while let shape = try next(&table) {
      let row = Row(record: table.record, conventions: conventions)
      if reader.passesOver(row) { continue }
      harvest.read += 1
      if harvest.read % rowsAtATime == 0, options.shouldStop() { throw .stopped }
      do throws(RowFault) {
        if row.repeats(names) {
          reader.headerRepeats(&harvest)
          throw .skip(.headerAgain)
        }
        switch shape {
        case _ where takesAll: break
        case .short(let found): throw .refuse(.tooFewCells, "\(found) / \(table.header.count)")
        case .long(let found): throw .refuse(.tooManyCells, "\(found) / \(table.header.count)")
        case .whole: break
        }
        try reader.take(row, &harvest)
        harvest.used += 1
      } catch {
        harvest.leaveOut(row.line, error)
      }
    }
    let wish = try reader.finish(&harvest)
    return (harvest, wish)
  }

  private static func next(_ table: inout TableReader) throws(ImportFault) -> TableReader.Shape? {
    do throws(Refusal) { return try table.nextRow() } catch { throw .table(error) }
  }

  private static func finished(
    _ harvest: Harvest, _ verdict: Conventions.Verdict, _ match: HeaderMatch, _ table: TableReader,
    _ options: ImportOptions
  ) throws(ImportFault) -> Harvest {
    var harvest = harvest
    let allowed = options.isStrict ? 0 : max(3, harvest.read / 100)
    guard harvest.refused.count <= allowed else {
      throw .tooManyRefused(harvest.refused, read: harvest.read, allowed: allowed)
    }
    (harvest.encoding, harvest.separator) = (table.encoding, table.separator)
    (harvest.headerLine, harvest.language, harvest.unknownColumns) = (table.headerLine, match.language, match.unknown)
    if table.encoding.isLegacy { harvest.note(.readAs(table.encoding)) }
    for (place, order) in verdict.sortedColumns.sorted(by: { $0.key < $1.key }) {
      harvest.note(.datesBySorting(column: table.header[place], order))
    }
    return harvest
  }
}

extension Harvest {
  fileprivate mutating func leaveOut(_ line: Int, _ fault: RowFault) {
    switch fault {
    case .skip(let reason, let detail):
      skipped.append(SkippedRow(line: line, reason: reason, detail: detail, column: ""))
    case .refuse(let reason, let detail, let column):
      refused.append(RefusedRow(line: line, reason: reason, detail: detail, column: column))
    }
  }
}

extension Row {
  /// Is it the header once more, as in exports that were pasted together?
  fileprivate func repeats(_ names: [(place: Int, name: [UInt8])]) -> Bool {
    names.allSatisfy { record[$0.place].withoutBlanks.elementsEqual($0.name) }
  }
}
