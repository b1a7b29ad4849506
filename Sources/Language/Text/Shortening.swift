extension String {
  /// The beginning of a text for a message: strangers write names of any length. Counted in scalars, because a single
  /// character may carry a million marks.
  package func shortened(to most: Int) -> String {
    let scalars = unicodeScalars
    guard scalars.count > most else { return self }
    return String(String.UnicodeScalarView(scalars.prefix(most))) + "…"
  }

  /// The text as a message may hold it, with room for what is unsafe to be written out: of a longer word the beginning
  /// and the end, of a longer text the beginning. What a message quotes may be of any length, and nobody reads it whole.
  package var boundedForMessage: String {
    guard utf8.count > MessageBounds.word else { return self }
    var text = String.UnicodeScalarView()
    var word: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      // A sentence in Chinese has no blanks: its parts end with its own marks.
      let endsWord = scalar.properties.isWhitespace || "，。；：、？".unicodeScalars.contains(scalar)
      if endsWord {
        text += MessageBounds.shortened(word)
        text.append(scalar)
        word = []
      } else {
        word.append(scalar)
      }
    }
    text += MessageBounds.shortened(word)
    let end = MessageBounds.end(of: text, within: MessageBounds.text)
    return String(text[..<end]) + (end == text.endIndex ? "" : "…")
  }
}

private enum MessageBounds {
  /// In bytes as they are shown. Paths of files stay whole.
  static let word = 240
  static let text = 1_500

  static func shortened(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard end(of: word, within: Self.word) < word.endIndex else { return word }
    let head = word[..<end(of: word, within: Self.word * 2 / 3)]
    let tail = Array(word.reversed())
    return head + ["…"] + tail[..<end(of: tail, within: Self.word / 4)].reversed()
  }

  /// The end of the longest beginning that fits.
  static func end<Scalars: Collection<Unicode.Scalar>>(of scalars: Scalars, within room: Int) -> Scalars.Index {
    var room = room
    return scalars.firstIndex { scalar in
      room -= scalar.isUnsafeToDisplay ? scalar.escapedForDisplay.utf8.count : UTF8.width(scalar)
      return room < 0
    } ?? scalars.endIndex
  }
}
