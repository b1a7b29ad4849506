/// Breaking of sentences into lines, in display cells.
///
/// Lines break at spaces and beside wide characters, which Chinese allows nearly everywhere; only words that are
/// longer than a line are cut, names such as `ads.meta.price_sd` behind a point or an underscore. Nothing is lost but the
/// spaces at the breaks.
struct Wrapping {
  private struct Glyph {
    var character: Character
    var ink: Ink
    var cells: Int
  }

  private let glyphs: [Glyph]

  /// - Parameter spans: text that is already printable.
  init(_ spans: [StyledLine.Span]) {
    glyphs = spans.flatMap { span in
      span.text.map { Glyph(character: $0, ink: span.ink, cells: $0.cells) }
    }
  }

  /// Always at least one line, none wider than `width` (unless one character alone is).
  func lines(width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var start = 0
    repeat {
      let end = endOfLine(from: start, width: width)
      lines.append(line(start..<end))
      start = end
      while start < glyphs.count, glyphs[start].character == " " { start += 1 }
    } while start < glyphs.count
    return lines
  }

  /// The least width that takes so many lines and cuts no word: lines of like length.
  func narrowest(lines count: Int) -> Int {
    let most = glyphs.reduce(0) { $0 + $1.cells }
    let least = min(widestWord(breakingNames: true), most)
    return (least...most).first { lines(width: $0).count <= count } ?? most
  }

  private func endOfLine(from start: Int, width: Int) -> Int {
    var cells = 0
    var lastBreak: Int?
    var lastJoint: Int?
    for index in start..<glyphs.count {
      if index > start, isBreak(before: index) { lastBreak = index }
      if index > start, isJoint(before: index) { lastJoint = index }
      cells += glyphs[index].cells
      // A space may hang over the edge: it is dropped there.
      if cells > width, glyphs[index].character != " " { return lastBreak ?? lastJoint ?? max(index, start + 1) }
    }
    return glyphs.count
  }

  /// The cells of the widest part that a line does not break, or, where names may break, of the widest part of those.
  func widestWord(breakingNames: Bool) -> Int {
    var (widest, cells) = (0, 0)
    for index in glyphs.indices {
      if index > 0, isBreak(before: index) || breakingNames && isJoint(before: index) { cells = 0 }
      cells += glyphs[index].cells
      if glyphs[index].character != " " { widest = max(widest, cells) }
    }
    return widest
  }

  /// What never begins a line, and what never ends one, in Chinese.
  private static let closing = Set("，。；：、！？）」』》】〉％,.;:!?)]}%")
  private static let opening = Set("（「『《【〈([{")

  private func isBreak(before index: Int) -> Bool {
    let (previous, next) = (glyphs[index - 1], glyphs[index])
    // A percent sign stays with its number.
    if previous.character == " " { return next.character != " " && next.character != "%" }
    guard next.character != " ", previous.cells == 2 || next.cells == 2 else { return false }
    return !Self.closing.contains(next.character) && !Self.opening.contains(previous.character)
  }

  /// Between the parts of a name; not in a number.
  private func isJoint(before index: Int) -> Bool {
    guard index > 1 else { return false }
    let (before, joint, next) = (glyphs[index - 2].character, glyphs[index - 1].character, glyphs[index].character)
    switch joint {
    case "_": return next.isLetter || next.isNumber
    case ".": return before.isLetter && next.isLetter
    default: return false
    }
  }

  private func line(_ range: Range<Int>) -> StyledLine {
    let kept = glyphs[range]
    let end = kept.lastIndex { $0.character != " " }.map { $0 + 1 } ?? range.lowerBound
    return kept[range.lowerBound..<end].reduce(into: StyledLine()) { line, glyph in
      line.append(String(glyph.character), glyph.ink)
    }
  }
}

extension [TextRun] {
  /// The runs as one line, printable, in the inks of their tones.
  func styled(_ glyphs: Surface.Glyphs) -> StyledLine {
    reduce(into: StyledLine()) { line, run in line.append(run.text.printable(glyphs), Ink(run.tone)) }
  }
}

extension StyledLine {
  func wrapped(to width: Int) -> [StyledLine] {
    self.width <= width ? [self] : Wrapping(spans).lines(width: width)
  }
}
