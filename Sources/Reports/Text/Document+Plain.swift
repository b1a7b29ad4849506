import Language

/// The document for somebody who hears it, or sees a few words at a time: nothing stands in columns and nothing is drawn. A row
/// of a table is a line that names each of its values, a chart the words that stand for it.
extension Block {
  func plainLines(on surface: Surface) -> [StyledLine] {
    switch self {
    case .heading, .paragraph, .blank: lines(on: surface)
    case .facts(let facts): facts.flatMap { $0.plainLines(on: surface) }
    case .table(let table): table.plainLines(on: surface)
    case .chart(let chart):
      [TextRun(chart.words)].styled(surface.glyphs).wrapped(to: surface.width - indentation).map { $0.indented() }
    }
  }
}

extension Fact {
  fileprivate func plainLines(on surface: Surface) -> [StyledLine] {
    let words = value.map(\.text).joined().withoutPadding
    let text = words.isEmpty ? label : say("\(label.withoutPadding): \(words)")
    let remark = note.isEmpty ? "" : " (\(note.withoutPadding))"
    return [TextRun(text + remark)].styled(surface.glyphs).wrapped(to: surface.width - indentation).map {
      $0.indented()
    }
  }
}

extension Chart {
  /// As a picture is told to those who do not see it.
  fileprivate var words: String {
    let picture = picture
    // Its title says what these words say.
    if case .signs = self { return picture.told }
    return picture.told.isEmpty ? picture.title : say("\(picture.title): \(picture.told)")
  }
}

extension Table {
  fileprivate func plainLines(on surface: Surface) -> [StyledLine] {
    let sheet = TableSheet(self, surface.glyphs)
    var rows = sections.flatMap(\.rows).makeIterator()
    let lines = sheet.lines.flatMap { line -> [StyledLine] in
      switch line {
      case .blank: return [StyledLine()]
      case .section(let title): return StyledLine(title, .bold).wrapped(to: surface.width - indentation)
      case .row(let entries, _):
        guard let row = rows.next() else { return [] }
        let text = words(row, entries.map(\.text), surface)
        return StyledLine(text).wrapped(to: surface.width - indentation)
      }
    }
    return lines.map { $0.indented() }
  }

  /// `Month 2027-03: sales 1,200; ads 300`; what is missing is not said.
  private func words(_ row: Row, _ texts: [String], _ surface: Surface) -> String {
    let named = columns.indices.compactMap { place -> String? in
      if case .missing = row.cell(place) { return nil }
      let title = columns[place].title.printable(surface.glyphs)
      let text = span(row, place, surface) ?? texts[place].withoutPadding
      return text.isEmpty ? nil : title.isEmpty ? text : "\(title) \(text)"
    }
    guard let first = named.first, named.count > 1 else { return named.first ?? "" }
    return say("\(first): \(named.dropFirst().joined(separator: Tongue.current.semicolon))")
  }

  /// A small curve, by its ends.
  private func span(_ row: Row, _ place: Int, _ surface: Surface) -> String? {
    guard case .series(let values) = row.cell(place), let first = values.first, let last = values.last else {
      return nil
    }
    let style = row.style(in: columns[place])
    return say("\(surface.numbers.text(first, style)) to \(surface.numbers.text(last, style))")
  }
}

extension String {
  /// Without the blanks that line words up.
  fileprivate var withoutPadding: String { split(separator: " ").joined(separator: " ") }
}
