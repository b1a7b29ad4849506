/// A search backwards through remembered lines, which grows with the pattern.
package struct HistorySearch {
  private let entries: [String]
  /// The entry found; `entries.count` before any was.
  private var place: Int

  package private(set) var pattern = ""
  /// Whether the last step found nothing older.
  package private(set) var isAtEnd = false

  /// - Parameter entries: oldest first.
  package init(entries: [String]) {
    self.entries = entries
    place = entries.count
  }

  package var match: String? { place < entries.count ? entries[place] : nil }

  package mutating func append(_ scalar: Unicode.Scalar) {
    pattern.unicodeScalars.append(scalar)
    search(from: place)
  }

  /// A shorter pattern may be found in newer lines again.
  package mutating func removeLast() {
    guard !pattern.isEmpty else { return }
    pattern.removeLast()
    place = entries.count
    search(from: place)
  }

  /// The next older line that holds the pattern and is another one than the line found.
  package mutating func goOn() {
    let found = match
    search(from: place - 1) { $0 != found }
  }

  private mutating func search(from start: Int, where isWanted: (String) -> Bool = { _ in true }) {
    isAtEnd = false
    if pattern.isEmpty { return }
    if let found = entries.prefix(start + 1).lastIndex(where: { $0.contains(pattern) && isWanted($0) }) {
      place = found
    } else {
      isAtEnd = true
    }
  }
}

extension LineEditor {
  /// ^R. libedit's own search looks keys up by the low byte of a character, so many Chinese characters end it.
  ///
  /// Typed characters lengthen the pattern, Backspace shortens it, ^R goes on to an older line, ^G and ^C give the
  /// first line back; any other key takes what was found and then acts on it.
  func searchHistory() -> KeyOutcome {
    let original = currentLine.text
    var search = HistorySearch(entries: remembered)
    isReadingKeys = true
    defer { isReadingKeys = false }
    while true {
      show(
        prompt: "\(search.isAtEnd ? say("no more matches") : say("search")) \(search.pattern)› ",
        line: search.match ?? original
      )
      guard let key = nextScalar(isPasted: false) else { return .end }
      switch key {
      case "\u{12}": search.goOn()
      case "\u{8}", "\u{7F}": search.removeLast()
      case "\u{3}", "\u{7}":
        show(prompt: nil, line: original)
        return .nothing
      case _ where key.properties.generalCategory == .control:
        show(prompt: nil, line: search.match ?? original)
        push(String(key))
        return .nothing
      default: search.append(key)
      }
    }
  }
}
