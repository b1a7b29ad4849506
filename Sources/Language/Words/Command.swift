/// A word as it is read: folded and without its quotes, with the stretch of source it stands for.
package struct Word: Hashable, Sendable {
  package let text: String
  package let span: SourceSpan
  /// Whether quotes took part: `"run"` is a text, never a keyword.
  package let wasQuoted: Bool

  package init(_ text: String, at span: SourceSpan, wasQuoted: Bool = false) {
    self.text = text
    self.span = span
    self.wasQuoted = wasQuoted
  }

  /// Whether the word is this keyword, in any case; a quoted word is none. `keyword` is given in lower case.
  package func isKeyword(_ keyword: String) -> Bool {
    !wasQuoted && text.lowercased() == keyword
  }
}

/// One command of a line: at least one word.
package struct Command: Hashable, Sendable {
  package let words: [Word]
  /// The command as typed, from its first word to its last: without blanks and comments around it.
  package let fragment: Fragment

  package var span: SourceSpan { fragment.span }

  /// One word as typed. A bracketed word is parsed from here, since its `text` has lost its spans.
  package func fragment(of index: Int) -> Fragment {
    guard words.indices.contains(index) else { return remainder(from: words.count) }
    return fragment.slice(words[index].span)
  }

  /// The rest of the command as typed, from a word on: a value, a change, a condition. Empty, at the end of the
  /// command, when there are no more words.
  package func remainder(from index: Int) -> Fragment {
    let start = words.indices.contains(index) ? words[index].span.start : span.end
    return fragment.slice(SourceSpan(start, span.end))
  }
}
