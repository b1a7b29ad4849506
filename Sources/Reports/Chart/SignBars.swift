import Language

/// Rows of signs, each sign so many of 100 worlds.
package struct SignBars: Sendable {
  package struct Part: Sendable {
    package var sign: Character
    package var count: Int
    package var tone: Tone

    package init(_ sign: Character, _ count: Int, _ tone: Tone = .plain) {
      self.sign = sign
      self.count = count
      self.tone = tone
    }
  }

  package struct Row: Sendable {
    package var label: String
    /// What is written before the signs.
    package var count: Int
    package var parts: [Part]

    package init(_ label: String, _ count: Int, _ parts: [Part]) {
      self.label = label
      self.count = count
      self.parts = parts
    }
  }

  package var title: String
  /// Said more quietly behind the title.
  package var origin: String
  package var rows: [Row]
  /// What the signs mean.
  package var key: [(sign: Character, words: String, tone: Tone)]
  package var notes: [String]

  package init(
    title: String, origin: String, rows: [Row], key: [(sign: Character, words: String, tone: Tone)],
    notes: [String] = []
  ) {
    self.title = title
    self.origin = origin
    self.rows = rows
    self.key = key
    self.notes = notes
  }
}

extension SignBars {
  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 120) - indentation
    let labels = rows.map { $0.label.printable(surface.glyphs) }
    let width = labels.map(\.displayWidth).max() ?? 0
    let start = width + 7
    let longest = rows.map { row in row.parts.reduce(0) { $0 + $1.count } }.max() ?? 0
    let room = max(1, available - start)
    let unit = [1, 2, 5, 10].first { longest <= room * $0 } ?? 10
    let bars = zip(rows, labels).map { row, label in
      var line = StyledLine(label.leftPadded(to: width))
      line.append(String(row.count).leftPadded(to: 5) + "  ")
      for (part, signs) in zip(row.parts, Self.signs(of: row.parts, unit)) {
        line.append(String(repeating: part.sign, count: signs), Ink(part.tone))
      }
      return line.trimmed()
    }
    let head = [TextRun.strong(title), .dim(" · " + origin)].styled(surface.glyphs)
    return head.wrapped(to: available) + bars + keyLine(unit, surface.glyphs).wrapped(to: available)
      + notes.flatMap { StyledLine($0.printable(surface.glyphs), .faint).wrapped(to: available) }
  }

  /// So many signs for each part that together they are as many as the row has, rounded up: what is there is seen.
  private static func signs(of parts: [Part], _ unit: Int) -> [Int] {
    var (worlds, drawn) = (0, 0)
    return parts.map { part in
      worlds += part.count
      let signs = (worlds + unit - 1) / unit - drawn
      drawn += signs
      return signs
    }
  }

  private func keyLine(_ unit: Int, _ glyphs: Surface.Glyphs) -> StyledLine {
    var line = StyledLine(
      (unit == 1 ? say("Each sign is one of 100 worlds.") : say("Each sign stands for \(unit) of 100 worlds."))
        .printable(
          glyphs),
      .faint)
    for (sign, words, tone) in key {
      line.append("  " + String(sign), Ink(tone))
      line.append(" " + words.printable(glyphs), .faint)
    }
    return line
  }
}
