import Language

/// One line of output: text and how it is painted, not yet escape codes.
struct StyledLine: Hashable {
  struct Span: Hashable {
    var text: String
    var ink: Ink
  }

  private(set) var spans: [Span] = []

  init(_ text: String = "", _ ink: Ink = .plain) {
    append(text, ink)
  }

  var width: Int { spans.reduce(0) { $0 + $1.text.displayWidth } }

  /// Neighbours of the same ink become one span, which keeps the escape codes few.
  mutating func append(_ text: String, _ ink: Ink = .plain) {
    if text.isEmpty { return }
    if let last = spans.indices.last, spans[last].ink == ink {
      spans[last].text += text
    } else {
      spans.append(Span(text: text, ink: ink))
    }
  }

  mutating func append(_ other: StyledLine) {
    for span in other.spans { append(span.text, span.ink) }
  }

  /// Fills up with plain spaces.
  mutating func pad(to width: Int) {
    append(String(repeating: " ", count: max(0, width - self.width)))
  }

  /// Without the spaces at its end.
  func trimmed() -> StyledLine {
    guard spans.last?.text.utf8.last == UInt8(ascii: " ") else { return self }
    var line = self
    while let last = line.spans.popLast() {
      let kept = last.text.lastIndex { $0 != " " }.map { last.text[...$0] } ?? ""
      line.append(String(kept), last.ink)
      if !kept.isEmpty { break }
    }
    return line
  }

  func indented(by cells: Int = indentation) -> StyledLine {
    if spans.isEmpty { return self }
    var line = StyledLine(String(repeating: " ", count: cells))
    line.append(self)
    return line
  }

  func painted(_ colour: Surface.Colour) -> String {
    spans.reduce(into: "") { text, span in
      if let sequence = Palette.sequence(span.ink, colour) {
        text += sequence + span.text + Palette.reset
      } else {
        text += span.text
      }
    }
  }
}
