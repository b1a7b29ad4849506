import Analysis
import Language

extension DensityChart {
  private static let plotRows = 8

  func lines(on surface: Surface) -> [StyledLine] {
    let available = min(surface.width, 100) - indentation
    let profile = profile(columns: available)
    let rest = unit.isEmpty ? "" : " · \(unit)"
    let head = [TextRun.strong(title), .dim(rest)].styled(surface.glyphs).wrapped(to: available)
    let foot = [words(), say("The chart leaves out the lowest and the highest 1 % of values.")].flatMap {
      StyledLine($0.printable(surface.glyphs)).wrapped(to: available)
    }
    // Four lines of the screen stay free for the prompt and the line before; three are axis and marks.
    let rows = min(Self.plotRows, (surface.rows ?? .max) - 4 - head.count - foot.count - 3)
    guard rows >= 3 else { return head + [curve(profile, surface)] + foot }
    return head + plot(profile, rows: rows, surface) + axis(profile, surface) + foot
  }

  // MARK: The picture

  private func plot(_ profile: LawProfile, rows: Int, _ surface: Surface) -> [StyledLine] {
    let most = profile.probabilities.max() ?? 0
    let inks = inks(profile)
    return (0..<rows).reversed().map { row in
      profile.probabilities.indices.reduce(into: StyledLine()) { line, column in
        let probability = profile.probabilities[column]
        let height = most > 0 ? probability / most * Double(rows) : 0
        let glyph = Self.glyph(height - Double(row), isLowest: row == 0, surface.glyphs)
        line.append(glyph, glyph == " " ? .plain : inks[column])
      }
    }
  }

  /// The piece of a bar that lies in one line of text. What is possible at all is seen in the lowest line.
  private static func glyph(_ height: Double, isLowest: Bool, _ glyphs: Surface.Glyphs) -> String {
    let levels = glyphs == .ascii ? [" ", ".", ":", "#"] : [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let steps = Double(levels.count - 1)
    let level = Int(min(max((height * steps).rounded(), 0), steps))
    return levels[isLowest && height > 0 ? max(1, level) : level]
  }

  private func inks(_ profile: LawProfile) -> [Ink] {
    let columns = marks.map { profile.bin(of: $0.value) }
    let middle = columns.isEmpty ? nil : columns[columns.count / 2]
    return profile.probabilities.indices.map { column in
      if column == middle { return Ink(foreground: .median) }
      let isInside = column >= columns.first ?? 0 && column <= columns.last ?? .max
      return Ink(foreground: isInside ? .innerBand : .outerBand)
    }
  }

  /// On screens too low for a plot.
  private func curve(_ profile: LawProfile, _ surface: Surface) -> StyledLine {
    StyledLine(Sparkline.profile(profile.probabilities, surface.glyphs), Ink(foreground: .innerBand))
  }

  // MARK: The axis

  private func axis(_ profile: LawProfile, _ surface: Surface) -> [StyledLine] {
    let ticks = ValueAxis(
      from: profile.low, to: profile.high, columns: profile.probabilities.count, style, surface.numbers)
    let pointer = surface.glyphs == .ascii ? "^" : "↑"
    let pointed = marks.map { (column: profile.bin(of: $0.value), text: $0.label.printable(surface.glyphs)) }
    return [
      StyledLine(ticks.rule(surface.glyphs), .faint), StyledLine(ticks.text, .faint),
      StyledLine(Self.pointers(pointed, pointer, columns: profile.probabilities.count)),
    ]
  }

  /// `↑ p5        ↑ p50           p95 ↑`: labels that would run into each other share the first one's arrow.
  private static func pointers(_ marks: [(column: Int, text: String)], _ pointer: String, columns: Int) -> String {
    var groups: [(column: Int, text: String)] = []
    for mark in marks {
      if let last = groups.last, mark.column < last.column + last.text.displayWidth + 4 {
        groups[groups.count - 1].text += ", " + mark.text
      } else {
        groups.append(mark)
      }
    }
    return groups.reduce("") { line, group in
      let text = "\(pointer) \(group.text)"
      guard group.column + text.displayWidth > columns else { return line.padded(to: group.column) + text }
      // At the right edge the label stands before its arrow.
      let start = max(0, group.column - text.displayWidth + 1)
      return line.padded(to: start) + "\(group.text) \(pointer)"
    }
  }

  // MARK: The words

  /// The marked values in a sentence, for those who do not see the picture.
  private func words() -> String {
    say("\(marks.map { "\($0.label) \($0.text)" }.joined(separator: Tongue.current.comma)).")
  }
}
