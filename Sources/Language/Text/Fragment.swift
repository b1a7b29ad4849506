/// A piece of source text exactly as typed, with the byte offset it begins at: what every parser here reads.
///
/// Parsers fold and unquote while they read, so the spans they give back point into the original text.
package struct Fragment: Hashable, Sendable, ExpressibleByStringLiteral {
  package let text: String
  package let start: Int

  package init(_ text: String, start: Int = 0) {
    self.text = text
    self.start = start
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package var span: SourceSpan { SourceSpan(start, start + text.utf8.count) }
  package var isEmpty: Bool { text.isEmpty }

  /// The part that a span of the source covers, clipped to this fragment.
  package func slice(_ span: SourceSpan) -> Fragment {
    let first = min(max(span.start, self.span.start), self.span.end)
    let last = min(max(span.end, first), self.span.end)
    return Fragment(String(text.slice(first - start, last - start)), start: first)
  }
}

extension Fragment {
  /// Splits at the commas outside quotes and brackets; each item is without blanks around it.
  ///
  /// `cash +1,000, price x2` is two changes, but `100,200,300` may be three prices: with `thousands` a comma that
  /// groups digits by three belongs to its number, without it every comma separates.
  package func separatedByCommas(thousands: Bool) -> [Fragment] {
    var scanner = Scanner(self)
    var items: [Fragment] = []
    var depth = 0
    var first = scanner.position
    while let letter = scanner.next {
      switch letter.plain {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth = max(0, depth - 1)
      case "," where depth == 0:
        items.append(scanner.trimmed(from: first))
        first = scanner.position + 1
      default: break
      }
      if thousands, letter.plain?.isDigit == true {
        _ = scanner.wholeDigits(grouped: true)
      } else if letter.plain?.isNameLetter == true {
        scanner.skip { $0.plain?.isNameLetter == true || $0.plain?.isDigit == true }
      } else {
        scanner.advance()
      }
    }
    items.append(scanner.trimmed(from: first))
    return items
  }

  /// What stands between an opening bracket at the start and its partner at the end, e.g. the body of `{ a ; b }`;
  /// nil when the fragment is not one bracketed group.
  package func insideBrackets(_ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Fragment? {
    let letters = Letters(self).all
    guard let first = letters.first, letters.count >= 2, first.plain == open else { return nil }
    var depth = 0
    for (index, letter) in letters.enumerated() {
      if letter.plain == open { depth += 1 }
      if letter.plain == close { depth -= 1 }
      if depth == 0 {
        guard index == letters.count - 1 else { return nil }
        return slice(SourceSpan(first.span.end, letter.span.start))
      }
    }
    return nil
  }
}
