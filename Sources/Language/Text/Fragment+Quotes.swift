extension Fragment {
  /// What stands between the quotes around all of it, with its place; itself where it has no such quotes.
  package var withoutQuotes: Fragment {
    let letters = Letters(self).all
    let marks = letters.indices.filter { letters[$0].role == .mark }
    guard let open = letters.first, let close = letters.last, marks == [0, letters.count - 1] else { return self }
    // A quote inside is written with a backslash, which is no part of the value.
    var text = String.UnicodeScalarView()
    for letter in letters.dropFirst().dropLast() { text.append(letter.scalar) }
    let inside = slice(SourceSpan(open.span.end, close.span.start))
    return text.count == inside.text.unicodeScalars.count ? inside : Fragment(String(text), start: inside.start)
  }

  /// The fragment with blanks in the place of the quotes around all of it, or around all behind its `=`: what is inside is
  /// read as if it stood alone, and keeps its columns. Nil where quotes stand elsewhere, or hide marks of their kind.
  package var withBlanksForQuotes: Fragment? {
    let letters = Letters(self).all
    let marks = letters.indices.filter { letters[$0].role == .mark }
    guard let first = marks.first, let last = marks.last else { return self }
    guard marks.count == 2, last == letters.count - 1, first == 0 || letters[first - 1].plain == "=" else { return nil }
    let (open, close) = (letters[first].span, letters[last].span)
    let isEscaped = letters[first..<last].contains { slice($0.span).text.unicodeScalars.count > 1 }
    guard !isEscaped else { return nil }
    let inside = slice(SourceSpan(open.end, close.start)).text
    return Fragment(
      slice(SourceSpan(start, open.start)).text + Self.blanks(open) + inside + Self.blanks(close), start: start)
  }

  private static func blanks(_ span: SourceSpan) -> String { String(repeating: " ", count: span.end - span.start) }
}
