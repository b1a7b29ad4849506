import Language

/// A text as answers print it, with places such as `{1}` for what changes; case, width and blanks mean nothing.
struct PrintedText {
  /// What stands between the places.
  private let pieces: [String]

  init(_ pattern: String) {
    pieces = Self.key(pattern).split(omittingEmptySubsequences: false) { $0 == "{" || $0 == "}" }.enumerated()
      .compactMap { $0.offset.isMultiple(of: 2) ? String($0.element) : nil }
  }

  /// The form under which texts are compared.
  static func key(_ text: some StringProtocol) -> String {
    Fold.key(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Is the text this one, with anything at its places? A place that a letter touches takes a number alone: the `{1}` of
  /// `M{1}` is no end of a word.
  ///
  /// - Parameter key: of the text.
  func fits(_ key: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last, key.hasPrefix(first) else { return false }
    guard pieces.count > 1 else { return key == first }
    var rest = key.dropFirst(first.count)
    var before = first
    for (place, piece) in pieces.dropFirst().enumerated() {
      // Something stands at each place.
      guard let end = place == pieces.count - 2 ? endOfLast(rest, last) : rest.dropFirst().firstRange(of: piece)
      else { return false }
      let value = rest[..<end.lowerBound]
      guard !value.isEmpty, !Self.isTouched(before, piece) || value.allSatisfy(\.isNumber) else { return false }
      rest = rest[end.upperBound...]
      before = piece
    }
    return true
  }

  private func endOfLast(_ rest: Substring, _ last: String) -> Range<Substring.Index>? {
    guard rest.count > last.count, rest.hasSuffix(last) else { return nil }
    return rest.index(rest.endIndex, offsetBy: -last.count)..<rest.endIndex
  }

  private static func isTouched(_ before: String, _ behind: String) -> Bool {
    func isLetter(_ character: Character?) -> Bool { character.map { $0.isASCII && $0.isLetter } ?? false }
    return isLetter(before.last) || isLetter(behind.first)
  }
}
