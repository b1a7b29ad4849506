/// A cursor over letters, shared by all value parsers.
struct Scanner {
  private let fragment: Fragment
  private let letters: [Letter]
  private let end: Int
  /// The mark of a quote that nothing closes.
  let openQuote: SourceSpan?
  private(set) var position = 0

  init(_ fragment: Fragment) {
    self.fragment = fragment
    let letters = Letters(fragment)
    self.letters = letters.all
    end = letters.end
    openQuote = letters.openQuote
  }

  var next: Letter? { peek(0) }
  var isAtEnd: Bool { position >= letters.count }

  func peek(_ distance: Int) -> Letter? {
    letters.indices.contains(position + distance) ? letters[position + distance] : nil
  }

  mutating func advance(_ count: Int = 1) {
    position = min(position + count, letters.count)
  }

  /// Goes back to a position read before.
  mutating func rewind(to position: Int) {
    self.position = min(position, letters.count)
  }

  mutating func skip(while belongs: (Letter) -> Bool) {
    while let next, belongs(next) { advance() }
  }

  mutating func skipBlanks() {
    skip(while: \.isBlank)
  }

  /// Takes a plain character if it comes next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next?.plain == scalar else { return false }
    advance()
    return true
  }

  /// Takes a plain string if it comes next.
  mutating func take(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where peek(index)?.plain != scalar { return false }
    advance(scalars.count)
    return true
  }

  /// The run of name letters that comes next, without taking it.
  func peekName() -> String {
    var name = String.UnicodeScalarView()
    var index = 0
    while let scalar = peek(index)?.plain, scalar.isNameLetter {
      name.append(scalar)
      index += 1
    }
    return String(name)
  }

  /// Takes a keyword, in any case, if it comes next as a whole word.
  mutating func takeKeyword(_ keyword: String) -> Bool {
    let name = peekName()
    guard name.lowercased() == keyword, peek(name.unicodeScalars.count)?.plain?.isDigit != true else { return false }
    advance(name.unicodeScalars.count)
    return true
  }

  /// Skips blanks and reads; if nothing was read the blanks are not taken either.
  mutating func takeAfterBlanks<Result>(_ read: (inout Scanner) -> Result?) -> Result? {
    let before = position
    skipBlanks()
    if let result = read(&self) { return result }
    rewind(to: before)
    return nil
  }

  mutating func takeAfterBlanks(keyword: String) -> Bool {
    takeAfterBlanks { $0.takeKeyword(keyword) ? true : nil } ?? false
  }
}

// MARK: - Where things stand

extension Scanner {
  /// The span of the next letter; empty at the end of the text.
  var here: SourceSpan { next?.span ?? SourceSpan(end, end) }

  /// The end of the last letter taken.
  var lastEnd: Int { position > 0 ? letters[position - 1].span.end : fragment.start }

  /// From a position to here, without the blanks before here.
  func span(from first: Int) -> SourceSpan {
    guard letters.indices.contains(first) else { return here }
    var last = position
    while last > first + 1, letters[last - 1].isBlank { last -= 1 }
    guard last > first else { return SourceSpan(letters[first].span.start, letters[first].span.start) }
    return SourceSpan(letters[first].span.start, letters[last - 1].span.end)
  }

  /// The source from a position to here, without blanks at either end.
  func trimmed(from first: Int) -> Fragment {
    var start = first
    while start < position, letters[start].isBlank { start += 1 }
    guard start < position else { return fragment.slice(SourceSpan(here.start, here.start)) }
    return fragment.slice(span(from: start))
  }

  /// The letters from a position to here as a word: folded, unquoted.
  func word(from first: Int) -> Word {
    var text = String.UnicodeScalarView()
    var wasQuoted = false
    for letter in letters[min(first, position)..<position] {
      if letter.role == .mark { wasQuoted = true } else { text.append(letter.scalar) }
    }
    return Word(String(text), at: span(from: first), wasQuoted: wasQuoted)
  }

  /// The source of a span, short enough for a message.
  func excerpt(_ span: SourceSpan) -> String {
    fragment.slice(span).text.truncated(to: 24)
  }

  /// All that is left, without blanks at either end.
  func rest() -> Fragment {
    var copy = self
    copy.advance(letters.count)
    return copy.trimmed(from: position)
  }
}

// MARK: - Faults

extension Scanner {
  /// `expected …, found …`, the caret under what was found or behind the text.
  func expected(_ what: String, help: String? = nil) -> Fault {
    var copy = self
    copy.skipBlanks()
    guard let found = copy.foundWord() else {
      let behind = SourceSpan(lastEnd, lastEnd)
      return Fault(say("expected \(what)"), at: behind, help: help)
    }
    return Fault(say("expected \(what), found \(found.text)"), at: found.span, help: help)
  }

  /// Throws unless only blanks are left. `advice` may know better than the common slips what was meant.
  mutating func finish(advice: (String) -> String? = { _ in nil }) throws(Fault) {
    skipBlanks()
    guard let found = foundWord() else { return }
    // Of a percentage, no currency follows.
    let isAfterShare = letters[..<position].last { !$0.isBlank }?.plain == "%"
    let help = advice(found.text) ?? Self.help(forUnexpected: found.text, mayBeCurrency: !isAfterShare)
    throw Fault(say("unexpected \(found.text)"), at: found.span, help: help)
  }

  /// Gives the faults of a reading that have no help of their own the right spelling as help.
  mutating func advising<Result>(
    _ help: String, _ read: (inout Scanner) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    do {
      return try read(&self)
    } catch {
      throw Fault(error.message, at: error.span, help: error.help ?? help)
    }
  }

  /// What comes next, for a message: one mark of punctuation, or a word up to a blank or such a mark; at most 24
  /// characters of it.
  func foundWord() -> (text: String, span: SourceSpan)? {
    guard let first = next else { return nil }
    var copy = self
    copy.advance()
    if !Self.isPunctuation(first) { copy.skip { !$0.isBlank && !Self.isPunctuation($0) } }
    let source = fragment.slice(SourceSpan(first.span.start, copy.lastEnd))
    return (excerpt(source.span), source.span)
  }

  private static func isPunctuation(_ letter: Letter) -> Bool {
    switch letter.plain {
    case "(", ")", "[", "]", "{", "}", ",", ";", ":", "|": true
    default: false
    }
  }

  private static func help(forUnexpected text: String, mayBeCurrency: Bool) -> String? {
    let folded = Fold.folded(text)
    if folded == "," {
      return say("write thousands as 10,000 and decimals with a point: 1.5")
    }
    if folded == "m" { return say("M means million; for months, write \"month\" in full") }
    if folded.hasPrefix("x"), UInt64(folded.dropFirst(), radix: 16) != nil {
      return say("hexadecimal numbers, such as 0x1F, cannot be read")
    }
    let isCode = mayBeCurrency && folded.utf8.count == 3 && folded.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return isCode ? say("write currencies in capitals: \(folded.uppercased())") : nil
  }
}
