import Language

/// A table whose values have become text, so that widths can be measured and columns aligned.
struct TableSheet {
  struct Entry: Hashable {
    var text: String
    var tone: Tone = .plain
  }

  enum Line {
    case blank
    case section(String)
    case row([Entry], Table.Row.Emphasis)
  }

  let columns: [Table.Column]
  private(set) var lines: [Line] = []
  /// The scales of the sparklines, in words.
  private(set) var notes: [String] = []

  private let numbers: NumberFormat
  private let glyphs: Surface.Glyphs

  init(_ table: Table, _ glyphs: Surface.Glyphs) {
    numbers = NumberFormat(glyphs: glyphs)
    self.glyphs = glyphs
    columns = table.columns.map { column in
      var column = column
      column.title = column.title.printable(glyphs)
      column.short = column.short.printable(glyphs)
      return column
    }
    let rows = table.sections.flatMap(\.rows)
    let texts = Self.transposed(columns.indices.map { entries(of: rows, column: $0) }, rows: rows.count)
    appendLines(of: table.sections, texts)
  }

  func isRightAligned(_ column: Int) -> Bool {
    if case .number = columns[column].kind { true } else { false }
  }

  private mutating func appendLines(of sections: [Table.Section], _ texts: [[Entry]]) {
    var next = texts.makeIterator()
    for section in sections {
      if !lines.isEmpty { lines.append(.blank) }
      if let title = section.title { lines.append(.section(title.printable(glyphs))) }
      for row in section.rows {
        if let entries = next.next() { lines.append(.row(entries, row.emphasis)) }
      }
    }
  }

  // MARK: One column

  private mutating func entries(of rows: [Table.Row], column: Int) -> [Entry] {
    if case .sparkline = columns[column].kind { return sparklines(of: rows, column: column) }
    let entries = rows.map { entry($0.cell(column), $0.style(in: columns[column])) }
    return isRightAligned(column) ? aligned(entries, rows, column) : entries
  }

  private func entry(_ cell: Table.Cell, _ style: NumberStyle) -> Entry {
    switch cell {
    case .text(let text, let tone): Entry(text: text.printable(glyphs), tone: tone)
    case .number(let value, let tone): Entry(text: numbers.text(value, style), tone: tone)
    case .series(let values):
      Entry(text: Sparkline.text(values, on: Sparkline.Scale(of: [values]), glyphs))
    case .missing: Entry(text: "–".printable(glyphs), tone: .dim)
    }
  }

  /// Fills up behind the shorter fractions, so that the points stand below each other. Only numbers of one style are
  /// aligned: a count among shares stays at the right edge.
  private func aligned(_ entries: [Entry], _ rows: [Table.Row], _ column: Int) -> [Entry] {
    var widest: [NumberStyle: Int] = [:]
    var tails: [(style: NumberStyle, cells: Int)?] = []
    for (entry, row) in zip(entries, rows) {
      guard case .number(let value, _) = row.cell(column), value.isFinite else {
        tails.append(nil)
        continue
      }
      let style = row.style(in: columns[column])
      let cells = entry.text.firstIndex(of: ".").map { entry.text[$0...].count } ?? 0
      widest[style] = max(widest[style] ?? 0, cells)
      tails.append((style, cells))
    }
    return zip(entries, tails).map { entry, tail in
      guard let tail, case .plain(nil) = tail.style.unit, let fraction = widest[tail.style] else { return entry }
      return Entry(text: entry.text + String(repeating: " ", count: fraction - tail.cells), tone: entry.tone)
    }
  }

  /// Rows of one style share a scale: counts would be a flat line among money.
  private mutating func sparklines(of rows: [Table.Row], column: Int) -> [Entry] {
    let styles = rows.map { $0.style(in: columns[column]) }
    var scales: [NumberStyle: Sparkline.Scale] = [:]
    var ranges: [String] = []
    for style in styles where scales[style] == nil {
      let series = zip(rows, styles).compactMap { $1 == style ? $0.series(column) : nil }
      guard let scale = Sparkline.Scale(of: series) else { continue }
      scales[style] = scale
      ranges.append(say("\(numbers.text(scale.low, style)) to \(numbers.text(scale.high, style))"))
    }
    if !ranges.isEmpty { notes.append(say("\(columns[column].title): \(ranges.joined(separator: ", "))")) }
    return zip(rows, styles).map { row, style in
      guard let values = row.series(column) else { return entry(row.cell(column), style) }
      return Entry(text: Sparkline.text(values, on: scales[style], glyphs))
    }
  }

  private static func transposed(_ columns: [[Entry]], rows: Int) -> [[Entry]] {
    (0..<rows).map { row in columns.map { $0[row] } }
  }
}

extension Table.Row {
  fileprivate func series(_ column: Int) -> [Double]? {
    if case .series(let values) = cell(column) { values } else { nil }
  }
}
