/// How a table is laid out in its text: what parts its cells, and which row names its columns.
struct Layout {
  let separator: UInt8
  /// How many rows stand above the header.
  let rowsAbove: Int
  let header: [String]
  let headerLine: Int
  /// The cells of the rows above it.
  let above: [[String]]

  static let separators = Array(",;\t|".utf8)

  /// The first layout under which one of the first rows is the header that is looked for.
  ///
  /// A title above a table is narrower than the table: a row below others as wide is no header.
  static func finding(_ isHeader: ([String]) -> Bool, in samples: [Sample]) -> Layout? {
    for sample in samples {
      var widest = 0
      for (index, row) in sample.rows.enumerated() {
        if row.headings.count > widest, isHeader(row.headings) { return Layout(sample, index) }
        widest = max(widest, row.headings.count)
      }
    }
    return nil
  }

  /// The layout with the steadiest number of cells, and its first row as the header.
  static func steadiest(of samples: [Sample]) -> Layout? {
    let best = samples.max { $0.steadiness < $1.steadiness }
    guard let best, let index = best.rows.firstIndex(where: { !$0.headings.isEmpty }) else { return nil }
    return Layout(best, index)
  }

  private init(_ sample: Sample, _ index: Int) {
    separator = sample.separator
    rowsAbove = index
    (header, headerLine) = (sample.rows[index].headings, sample.rows[index].line)
    above = sample.rows[..<index].map(\.headings)
  }

  /// The first rows of a text, cut by one separator.
  struct Sample {
    let separator: UInt8
    private(set) var rows: [(line: Int, headings: [String])] = []
    /// How many rows have the commonest number of cells, if that is more than one.
    private(set) var steadiness = 0

    /// A text that is cut has no last row; what does not read under this separator ends the sample.
    init(_ text: [UInt8], separator: UInt8, isCut: Bool, isNamed: Bool) {
      self.separator = separator
      var scanner = RecordScanner(separator: separator)
      var position = 0
      var widths: [Int] = []
      while rows.count < Limits.headerRows {
        guard let isRow = try? scanner.scan(text, from: &position), isRow || !isCut else { break }
        if !isRow, (try? scanner.finish()) != true { break }
        rows.append((scanner.record.line, scanner.record.headings))
        widths.append(scanner.record.count)
        if !isRow { break }
      }
      // The line that names the separator is none of the table's.
      if isNamed, !rows.isEmpty { rows[0].headings = [] }
      steadiness = Set(widths.filter { $0 > 1 }).map { width in widths.count { $0 == width } }.max() ?? 0
    }
  }

  /// Samples of a text under every separator, or only under the one that its first line names, as `sep=;`.
  static func samples(of text: [UInt8], isCut: Bool) -> [Sample] {
    let named = text.starts(with: "sep=".utf8) && text.count > 4 ? separators.filter { $0 == text[4] } : []
    return (named.isEmpty ? separators : named).map {
      Sample(text, separator: $0, isCut: isCut, isNamed: !named.isEmpty)
    }
  }
}
