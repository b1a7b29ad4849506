import Language

/// The name of a column as it is compared: whatever a platform's version, language or spreadsheet does to it.
package struct Heading: Hashable, Sendable {
  /// Without full-width forms, capitals, doubled blanks, `*`, `:` and `(UTC)`.
  package let name: String
  /// The currency that stood in it, `Amount spent (USD)`.
  package let currency: String?

  package init(_ text: String) {
    var name = Self.plain(text)
    var currency: String?
    if let (rest, code) = Self.withoutCurrency(name) { (name, currency) = (rest, code) }
    self.name = name
    self.currency = currency
  }

  /// Without the differences that mean nothing. Swift compares composed and decomposed letters as equal, which is the rest
  /// of Unicode's NFKC that headings need.
  package static func plain(_ text: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2013}", "\u{2014}", "\u{2011}", "\u{2010}": letters.append("-")
      case "\u{FEFF}", "\u{200B}", "\u{200E}", "\u{200F}", "*": continue
      case "\u{2019}", "\u{2018}": letters.append("'")
      case "\t", "\n", "\r": letters.append(" ")
      default: letters.append(Fold.folded(scalar))
      }
    }
    var plain = String(letters).lowercased()
    for dropped in ["(utc)"] { plain = plain.replacing(dropped, with: " ") }
    plain = plain.split(separator: " ").joined(separator: " ")
    while let last = plain.last, last == ":" || last == " " { plain.removeLast() }
    while let first = plain.first, first == ":" || first == " " { plain.removeFirst() }
    return plain
  }

  /// `cost (usd)` without what stands in its brackets, and `price $` without the sign.
  private static func withoutCurrency(_ name: String) -> (String, String?)? {
    if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
      let inner = String(name[name.index(after: open)...].dropLast())
      guard case .money(let code) = Currency.word(inner) else { return nil }
      return (trimmed(name[..<open]), code)
    }
    if let blank = name.lastIndex(of: " "), case .money(let code) = Currency.word(String(name[blank...].dropFirst())) {
      return code == nil && name[blank...].dropFirst().allSatisfy(\.isLetter) ? nil : (trimmed(name[..<blank]), code)
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// The languages in which platforms head their columns.
package enum HeadingLanguage: String, CaseIterable, Sendable { case en, zh, de, fr, es }
