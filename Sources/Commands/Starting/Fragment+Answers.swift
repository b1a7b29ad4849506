import Language

extension Fragment {
  /// Without the blanks around it.
  var trimmed: Fragment {
    let head = text.prefix(while: \.isWhitespace).utf8.count
    guard head < text.utf8.count else { return slice(SourceSpan(start, start)) }
    let tail = text.reversed().prefix(while: \.isWhitespace).reduce(0) { $0 + $1.utf8.count }
    return slice(SourceSpan(start + head, span.end - tail))
  }

  /// What stands before the first blank, and the rest.
  var firstWord: (word: Fragment, rest: Fragment) {
    let end = start + text.prefix { !$0.isWhitespace }.utf8.count
    return (slice(SourceSpan(start, end)), slice(SourceSpan(end, span.end)))
  }

  /// The pieces between the occurrences of a letter.
  func split(at letter: Character) -> [Fragment] {
    var pieces: [Fragment] = []
    var place = start
    for piece in text.split(separator: letter, omittingEmptySubsequences: false) {
      pieces.append(slice(SourceSpan(place, place + piece.utf8.count)))
      place += piece.utf8.count + letter.utf8.count
    }
    return pieces
  }
}
