extension Document {
  /// The document as terminal text; every line ends with a newline.
  ///
  /// No line is wider than the surface, except rows of a table where there is no screen.
  package func rendered(on surface: Surface) -> String {
    blocks.flatMap { surface.isPlain ? $0.plainLines(on: surface) : $0.lines(on: surface) }
      .map { $0.painted(surface.colour) + "\n" }.joined()
  }
}

extension Block {
  func lines(on surface: Surface) -> [StyledLine] {
    switch self {
    case .heading(let text):
      StyledLine(text.printable(surface.glyphs), .bold).wrapped(to: surface.width)
    case .paragraph(let runs):
      runs.styled(surface.glyphs).wrapped(to: surface.width - indentation).map { $0.indented() }
    case .facts(let facts): FactsLayout(facts, on: surface).lines
    case .table(let table): table.lines(on: surface).map { $0.indented() }
    case .chart(let chart): chart.lines(on: surface).map { $0.indented() }
    case .blank: [StyledLine()]
    }
  }
}

/// Labels, values and notes in three columns. What does not fit beside its neighbour goes below it.
private struct FactsLayout {
  private static let gap = 3
  private let facts: [(label: StyledLine, value: StyledLine, note: StyledLine)]
  private let available: Int

  init(_ facts: [Fact], on surface: Surface) {
    available = surface.width - indentation
    self.facts = facts.map { fact in
      (
        StyledLine(fact.label.printable(surface.glyphs)), fact.value.styled(surface.glyphs),
        StyledLine(fact.note.printable(surface.glyphs), .faint)
      )
    }
  }

  var lines: [StyledLine] { facts.flatMap(lines(of:)).map { $0.indented() } }

  /// Labels never take more than a good third of the line.
  private var labelWidth: Int { min(facts.map(\.label.width).max() ?? 0, available * 2 / 5) }
  private var valueStart: Int { labelWidth + Self.gap }
  /// Behind the widest of those values that leave room for their notes.
  private var noteStart: Int {
    let values = facts.filter { $0.note.width > 0 && room(beside: $0.value) >= $0.note.width }.map(\.value.width)
    return valueStart + (values.max() ?? 0) + Self.gap
  }

  private func room(beside value: StyledLine) -> Int { available - valueStart - value.width - Self.gap }

  private func lines(of fact: (label: StyledLine, value: StyledLine, note: StyledLine)) -> [StyledLine] {
    // A path is not cut: where it is too long the value begins below it.
    let isLongWord = fact.label.width > labelWidth && !fact.label.spans.contains { $0.text.contains(" ") }
    var lines = isLongWord ? fact.label.wrapped(to: available) : fact.label.wrapped(to: labelWidth)
    let first = isLongWord ? lines.count : 0
    var values = fact.value.wrapped(to: available - valueStart)
    if fact.note.width > 0 {
      if room(beside: fact.value) >= fact.note.width {
        // Below the other notes if possible, else as far left as the note needs.
        values[0].pad(to: min(noteStart, available - fact.note.width) - valueStart)
        values[0].append(fact.note)
      } else {
        values += fact.note.wrapped(to: available - valueStart)
      }
    }
    for (index, value) in zip(first..., values) {
      if index == lines.count { lines.append(StyledLine()) }
      lines[index].pad(to: valueStart)
      lines[index].append(value)
    }
    return lines
  }
}
