import Language

extension Table {
  func lines(on surface: Surface) -> [StyledLine] {
    let sheet = TableSheet(self, surface.glyphs)
    let layout = TableLayout(sheet, available: surface.keepsRowsWhole ? nil : surface.width - indentation)
    let rule = surface.glyphs == .ascii ? "-" : "─"
    var lines = layout.groups.enumerated().flatMap { index, group in
      (index > 0 ? [StyledLine()] : []) + GroupText(sheet, layout, group, rule).lines
    }
    for note in sheet.notes {
      lines += StyledLine(note, .faint).wrapped(to: surface.width - indentation)
    }
    return lines
  }
}

/// One group of columns as lines: titles, rows, thin rules above totals.
private struct GroupText {
  private let sheet: TableSheet
  private let layout: TableLayout
  private let group: TableLayout.Group
  private let rule: String
  /// Where each column begins.
  private let starts: [Int]

  init(_ sheet: TableSheet, _ layout: TableLayout, _ group: TableLayout.Group, _ rule: String) {
    self.sheet = sheet
    self.layout = layout
    self.group = group
    self.rule = rule
    starts = group.widths.indices.map { group.widths.prefix($0).reduce(0, +) + layout.gap * $0 }
  }

  var lines: [StyledLine] {
    let titles = layout.titles.map { TableSheet.Entry(text: $0, tone: .dim) }
    return row(titles, .none, standing: .bottom) + sheet.lines.flatMap(lines(of:))
  }

  private var width: Int { group.widths.reduce(0, +) + layout.gap * (group.widths.count - 1) }

  private func lines(of line: TableSheet.Line) -> [StyledLine] {
    switch line {
    case .blank: [StyledLine()]
    case .section(let title): StyledLine(title, .bold).wrapped(to: max(width, 20))
    case .row(let entries, .total):
      [StyledLine(String(repeating: rule, count: width), .faint)] + row(entries, .total)
    case .row(let entries, let emphasis): row(entries, emphasis)
    }
  }

  /// Where cells of fewer lines than others stand: titles just above their column.
  private enum Standing { case top, bottom }

  private func row(
    _ entries: [TableSheet.Entry], _ emphasis: Table.Row.Emphasis, standing: Standing = .top
  ) -> [StyledLine] {
    if let line = oneLine(entries, emphasis) { return [line] }
    let blocks = zip(group.columns, group.widths).map { column, width in
      let entry = entries[column]
      let text = StyledLine(entry.text, ink(entry.tone, emphasis))
      let lines = text.wrapped(to: width)
      guard standing == .bottom, lines.count > 1 else { return lines }
      return text.wrapped(to: min(width, Wrapping(text.spans).narrowest(lines: lines.count)))
    }
    let height = blocks.map(\.count).max() ?? 0
    return (0..<height).map { line in
      joined(
        blocks.map { block in
          let place = standing == .top ? line : line - (height - block.count)
          return block.indices.contains(place) ? block[place] : StyledLine()
        })
    }
  }

  /// Of a row whose cells all fit their columns, as nearly all do: a list of thousands is made of these.
  private func oneLine(_ entries: [TableSheet.Entry], _ emphasis: Table.Row.Emphasis) -> StyledLine? {
    var line = StyledLine()
    var filled = 0
    for (index, column) in group.columns.enumerated() {
      let entry = entries[column]
      let width = entry.text.displayWidth
      guard width <= group.widths[index] else { return nil }
      guard width > 0 else { continue }
      let place = starts[index] + (sheet.isRightAligned(column) ? group.widths[index] - width : 0)
      line.append(String(repeating: " ", count: max(0, place - filled)))
      line.append(entry.text, ink(entry.tone, emphasis))
      filled = place + width
    }
    return line.trimmed()
  }

  private func joined(_ cells: [StyledLine]) -> StyledLine {
    var line = StyledLine()
    for (index, cell) in cells.enumerated() where cell.width > 0 {
      let start = starts[index]
      let isRight = sheet.isRightAligned(group.columns[index])
      line.pad(to: isRight ? start + group.widths[index] - cell.width : start)
      line.append(cell)
    }
    return line.trimmed()
  }

  private func ink(_ tone: Tone, _ emphasis: Table.Row.Emphasis) -> Ink {
    var ink = Ink(tone)
    switch emphasis {
    case .none: break
    case .strong, .total: ink.weight = .bold
    case .dim: ink.weight = .faint
    }
    return ink
  }
}
