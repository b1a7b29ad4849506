import Language

/// A hundred signs, a sign a world, in five rows; beside them how many there are of each kind.
package struct SignArray: Sendable {
  package struct Kind: Sendable {
    package var sign: Character
    package var count: Int
    package var words: String
    /// How sure the count is, such as `46–50`.
    package var range: String
    package var note: String
    package var tone: Tone

    package init(
      _ sign: Character, _ count: Int, _ words: String, range: String, note: String = "", tone: Tone = .plain
    ) {
      self.sign = sign
      self.count = count
      self.words = words
      self.range = range
      self.note = note
      self.tone = tone
    }
  }

  /// Their counts sum to 100.
  package var kinds: [Kind]
  /// Said below the kinds, more quietly.
  package var notes: [String]

  package init(kinds: [Kind], notes: [String]) {
    self.kinds = kinds
    self.notes = notes
  }
}

extension SignArray {
  private static let rows = 5
  private static let columns = 20
  private static let gap = 2

  func lines(on surface: Surface) -> [StyledLine] {
    let available = surface.width - indentation
    let (signs, legend) = (self.signs, legend(surface.glyphs))
    let start = (signs.first?.width ?? 0) + Self.gap
    guard legend.allSatisfy({ start + $0.width <= available }) else {
      return signs + legend.flatMap { $0.wrapped(to: available) }
    }
    return (0..<max(signs.count, legend.count)).map { row in
      var line = signs.indices.contains(row) ? signs[row] : StyledLine()
      guard legend.indices.contains(row) else { return line }
      line.pad(to: start)
      line.append(legend[row])
      return line
    }
  }

  /// Row by row, in tens: they are counted at a glance.
  private var signs: [StyledLine] {
    let all = kinds.flatMap { kind in (0..<max(0, kind.count)).map { _ in kind } }
    return (0..<Self.rows).map { row in
      var line = StyledLine()
      for (column, kind) in all.dropFirst(row * Self.columns).prefix(Self.columns).enumerated() {
        if column == Self.columns / 2 { line.append(" ") }
        line.append(String(kind.sign), Ink(kind.tone))
      }
      return line
    }
  }

  private func legend(_ glyphs: Surface.Glyphs) -> [StyledLine] {
    let texts = kinds.map { (words: $0.words.printable(glyphs), range: $0.range.printable(glyphs)) }
    let words = texts.map(\.words.displayWidth).max() ?? 0
    let ranges = texts.map(\.range.displayWidth).max() ?? 0
    let rows = zip(kinds, texts).map { kind, text in
      var line = StyledLine(String(kind.sign), Ink(kind.tone))
      line.append(String(kind.count).leftPadded(to: 5), Ink(kind.tone))
      line.append("  " + text.words.padded(to: words))
      line.append("  " + text.range.leftPadded(to: ranges), .faint)
      if !kind.note.isEmpty { line.append("  " + kind.note.printable(glyphs), .faint) }
      return line
    }
    return rows + notes.map { StyledLine($0.printable(glyphs), .faint) }
  }
}
