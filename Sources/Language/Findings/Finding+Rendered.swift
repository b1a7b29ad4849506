extension Finding {
  /// The finding as plain text without a final newline, made safe for a terminal:
  ///
  ///     shop.yaml:12:5: error: no such parameter: bugdet
  ///         bugdet: 40
  ///         ^^^^^^
  ///       nearest: budget
  ///
  /// `width` bounds the excerpt, in cells; a longer line is cut around the carets. `wrapping` breaks the help where it
  /// is too long for one line.
  package func rendered(width: Int = 100, _ wrapping: (String) -> [String] = { [$0] }) -> String {
    var lines = [headline]
    if let marked = markedExcerpt(width: width) {
      lines.append(marked.line)
      lines.append(marked.carets)
    }
    if let help { lines += wrapping(help.escapedForDisplay).map { "  " + $0 } }
    return lines.joined(separator: "\n")
  }

  /// Source, place, severity and message, on one line.
  package var headline: String {
    let origin = place.map { "\(source):\($0)" } ?? source
    return "\(origin.boundedForMessage): \(say("\(severity.rawValue.said): \(message)"))".escapedForDisplay
  }

  /// The excerpt and its carets, both indented by four; nil when the finding has no place. Leading blanks of the line
  /// are left out.
  package func markedExcerpt(width: Int = 100) -> (line: String, carets: String)? {
    guard let excerpt else { return nil }
    let indent = String(repeating: " ", count: 4)
    let window = ExcerptWindow(excerpt, width: max(20, width - indent.count))
    return (indent + window.line, indent + window.carets)
  }
}

/// A line laid out in cells, cut to a width around its marked part.
///
/// It draws no more than `width` scalars before, in and after the marked part, so that not even a line of a million
/// combining marks, which have no width, floods the screen.
private struct ExcerptWindow {
  var line = ""
  var carets = ""

  init(_ excerpt: Finding.Excerpt, width: Int) {
    let text = String(excerpt.line)
    let before = text.slice(0, excerpt.marked.start).drop { $0 == " " || $0 == "\t" }.unicodeScalars
    let marked = text.slice(excerpt.marked.start, excerpt.marked.end).unicodeScalars
    let after = text.slice(excerpt.marked.end, text.utf8.count).unicodeScalars

    // Two cells are kept back for the `…` at either end. The marked part gets at most half of the rest, what follows
    // it leaves a third to what comes before.
    let room = width - 2
    let middle = Cells(marked.prefix(width), fitting: room / 2)
    let lead = Cells.width(of: before.suffix(width))
    let tail = Cells(after.prefix(width), fitting: room - middle.width - min(lead, room / 3))
    let head = Cells(before.suffix(width).reversed(), fitting: room - middle.width - tail.width)

    let cutBefore = head.count < before.count
    let cutMark = middle.count < marked.count
    let cutAfter = !cutMark && tail.count < after.count
    line = (cutBefore ? "…" : "") + head.glyphs.reversed().joined() + middle.glyphs.joined()
    line += cutMark ? "…" : tail.glyphs.joined() + (cutAfter ? "…" : "")
    carets = String(repeating: " ", count: (cutBefore ? 1 : 0) + head.width)
    carets += String(repeating: "^", count: max(1, middle.width))
  }
}

/// Scalars as they are drawn: escaped where unsafe, one glyph each, as many as fit.
private struct Cells {
  var glyphs: [String] = []
  var width = 0
  var count: Int { glyphs.count }

  init(_ scalars: some Sequence<Unicode.Scalar>, fitting room: Int) {
    for scalar in scalars {
      let glyph = scalar.escapedForDisplay
      guard width + glyph.displayWidth <= room else { return }
      glyphs.append(glyph)
      width += glyph.displayWidth
    }
  }

  static func width(of scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + $1.escapedForDisplay.displayWidth }
  }
}
