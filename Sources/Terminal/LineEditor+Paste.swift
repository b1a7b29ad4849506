extension LineEditor {
  /// Reads up to the mark that ends a paste and puts all of it into the line at once: pasted tabs do not complete,
  /// pasted newlines do not run anything.
  func paste() -> KeyOutcome {
    isReadingKeys = true
    defer { isReadingKeys = false }
    let text: String
    switch readPaste() {
    case .text(let pasted): text = pasted
    case .interrupted: return interrupt()
    case .ended: return .end
    }
    let before = currentLine.textBeforeCursor
    insert(PastedText.joined(text, after: before, isIncomplete: isIncomplete, joint: pasteJoint))
    return .lineChanged
  }

  private enum Paste {
    case text(String)
    /// Somebody pressed ^C: the mark that ends the paste was lost.
    case interrupted
    /// Input ended, or a signal came.
    case ended
  }

  private func readPaste() -> Paste {
    let mark = Array("\u{1B}[201~".unicodeScalars)
    var text: [Unicode.Scalar] = []
    var matched = 0
    while matched < mark.count {
      guard let next = nextScalar(isPasted: true) else { return .ended }
      // Within pasted text more follows at once.
      if next == "\u{3}", isAlone { return .interrupted }
      if next == mark[matched] {
        matched += 1
        continue
      }
      // The beginning of a mark that was none, then the character itself, unless a mark may begin with it.
      let isStart = next == mark[0]
      let read = mark[..<matched] + (isStart ? [] : [next])
      text.append(contentsOf: read.prefix(PastedText.limit - text.count))
      matched = isStart ? 1 : 0
    }
    return .text(String(String.UnicodeScalarView(text)))
  }
}
