/// A logical line: commands between `;` or line ends, each a list of words.
///
/// Words are separated by blanks. A bracketed group is part of one word with all that is in it, blanks, `;` and line
/// ends included: `uniform(3, 10)` is one word, and so is `{ ads.budget = 20 ; pause ads }`.
package struct CommandLine: Hashable, Sendable {
  /// What a line still lacks. A reader asks for more lines; at the end of a script it reports the fault.
  package enum Missing: Hashable, Sendable {
    /// A quote opened here is not closed.
    case quote(SourceSpan)
    /// A bracket opened here is not closed by `partner`.
    case bracket(SourceSpan, partner: Character)
    /// The line ends in `\`.
    case line(SourceSpan)

    package var fault: Fault {
      switch self {
      case .quote(let span): Fault(say("this quote is not closed"), at: span)
      case .bracket(let span, let partner): Fault(say("this bracket needs a closing \(partner)"), at: span)
      case .line(let span): Fault(say("nothing follows the \\ at the end of the line"), at: span)
      }
    }
  }

  package let commands: [Command]
  /// nil when the line is complete. The commands are given all the same: completion and hints work on them.
  package let missing: Missing?

  package var isIncomplete: Bool { missing != nil }

  /// Throws when a bracket closes what was not opened.
  package init(parsing fragment: Fragment) throws(Fault) {
    var reader = WordReader(fragment)
    let letters = Letters(fragment)
    for letter in letters.all { try reader.read(letter) }
    reader.endCommand()
    commands = reader.commands

    if let quote = letters.openQuote {
      missing = .quote(quote)
    } else if let bracket = reader.brackets.last {
      missing = .bracket(bracket.span, partner: Character(bracket.partner))
    } else {
      missing = letters.openJoin.map { .line($0) }
    }
  }
}

/// Collects letters into words, words into commands.
private struct WordReader {
  let fragment: Fragment
  var commands: [Command] = []
  var brackets: [(partner: Unicode.Scalar, span: SourceSpan)] = []
  private var words: [Word] = []
  private var text = String.UnicodeScalarView()
  private var span: SourceSpan?
  private var wasQuoted = false

  init(_ fragment: Fragment) {
    self.fragment = fragment
  }

  mutating func read(_ letter: Letter) throws(Fault) {
    switch letter.role {
    case .quoted: extendWord(letter)
    case .mark where brackets.isEmpty:
      wasQuoted = true
      extendWord(letter, with: nil)
    case .mark: extendWord(letter)
    case .plain where brackets.isEmpty && letter.scalar.isBlank:
      if letter.scalar.isLineEnd { endCommand() } else { endWord() }
    case .plain where brackets.isEmpty && letter.scalar == ";": endCommand()
    case .plain: try readBracketOrText(letter)
    }
  }

  private mutating func readBracketOrText(_ letter: Letter) throws(Fault) {
    switch letter.scalar {
    case "(": brackets.append((")", letter.span))
    case "[": brackets.append(("]", letter.span))
    case "{": brackets.append(("}", letter.span))
    case ")", "]", "}":
      guard let open = brackets.popLast() else {
        throw Fault(say("\(letter.scalar) has no opening bracket"), at: letter.span)
      }
      guard open.partner == letter.scalar else {
        throw Fault(say("found \(letter.scalar), expected \(open.partner)"), at: letter.span)
      }
    default: break
    }
    extendWord(letter)
  }

  private mutating func extendWord(_ letter: Letter) {
    extendWord(letter, with: letter.scalar)
  }

  private mutating func extendWord(_ letter: Letter, with scalar: Unicode.Scalar?) {
    if let scalar { text.append(scalar) }
    span = span?.joined(with: letter.span) ?? letter.span
  }

  private mutating func endWord() {
    if let span { words.append(Word(String(text), at: span, wasQuoted: wasQuoted)) }
    text = String.UnicodeScalarView()
    span = nil
    wasQuoted = false
  }

  mutating func endCommand() {
    endWord()
    if let first = words.first, let last = words.last {
      commands.append(Command(words: words, fragment: fragment.slice(first.span.joined(with: last.span))))
    }
    words = []
  }
}
