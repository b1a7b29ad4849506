/// One character of the language: folded outside quotes, with the bytes of the original it stands for.
struct Letter {
  enum Role {
    /// Outside quotes: may be syntax.
    case plain
    /// Between quotes: text only.
    case quoted
    /// A quote mark that opens or closes.
    case mark
  }

  let scalar: Unicode.Scalar
  let role: Role
  let span: SourceSpan

  /// The scalar if it may be syntax, else nil.
  var plain: Unicode.Scalar? { role == .plain ? scalar : nil }
  var isBlank: Bool { plain?.isBlank == true }
}

extension Unicode.Scalar {
  /// Blanks of the language, after folding.
  var isBlank: Bool { self == " " || self == "\t" || isLineEnd }
  var isLineEnd: Bool { self == "\n" || self == "\r" }
  var isDigit: Bool { ("0"..."9").contains(self) }
  /// Letters of any script, and `_`: what names are made of, beside digits.
  var isNameLetter: Bool { self == "_" || properties.isAlphabetic }
}

/// The one place that knows quotes, comments, continuation and folding. Everything else reads letters.
///
/// - `"…"` and `'…'` quote; inside, `\` before a closing mark or another `\` takes it literally, and nothing is folded.
///   Typographic and full-width marks quote too and close one another; an ASCII quote is closed only by its like, so
///   that `"他说“好”"` is one text. A single mark directly after a letter or digit is an apostrophe.
/// - `#` at the start of a word begins a comment to the end of the line, unless a digit follows: `#3` names a run.
/// - `\` at the end of a line joins the next one.
/// Comments and joined line ends are read as one blank.
struct Letters {
  private(set) var all: [Letter] = []
  /// The mark of a quote that is not closed.
  private(set) var openQuote: SourceSpan?
  /// A `\` that ends the text: the next line belongs to it.
  private(set) var openJoin: SourceSpan?
  /// Offset after the last byte.
  let end: Int

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var offset: Int

  init(_ fragment: Fragment) {
    scalars = Array(fragment.text.unicodeScalars)
    offset = fragment.start
    end = fragment.span.end
    all.reserveCapacity(scalars.count)
    while index < scalars.count { read() }
  }

  private mutating func read() {
    let scalar = Fold.folded(scalars[index])
    if scalar == "\"" || (scalar == "'" && !followsName) {
      readQuote(scalar)
    } else if scalar == "#" && startsWord && !(peek(1)?.isDigit ?? false) {
      readComment()
    } else if scalar == "\\" && (peek(1)?.isLineEnd ?? true) {
      readJoin()
    } else {
      append(scalar, .plain, count: 1)
    }
  }

  private mutating func readQuote(_ kind: Unicode.Scalar) {
    let opening = scalars[index]
    openQuote = append(kind, .mark, count: 1)
    func closes(_ scalar: Unicode.Scalar) -> Bool {
      opening.isASCII ? scalar == opening : Fold.folded(scalar) == kind
    }
    while index < scalars.count {
      let scalar = scalars[index]
      if closes(scalar) {
        append(kind, .mark, count: 1)
        openQuote = nil
        return
      }
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == "\\", let next, next == "\\" || closes(next) {
        append(next, .quoted, count: 2)
      } else {
        append(scalar, .quoted, count: 1)
      }
    }
  }

  private mutating func readComment() {
    let length = scalars[index...].prefix { !$0.isLineEnd }.count
    append(" ", .plain, count: length)
  }

  private mutating func readJoin() {
    let atEnd = index + 1 >= scalars.count
    let isReturnAndFeed = peek(1) == "\r" && peek(2) == "\n"
    let span = append(" ", .plain, count: atEnd ? 1 : isReturnAndFeed ? 3 : 2)
    if index == scalars.count { openJoin = span }
  }

  /// Takes `count` scalars of the source as one letter.
  @discardableResult
  private mutating func append(_ scalar: Unicode.Scalar, _ role: Letter.Role, count: Int) -> SourceSpan {
    let bytes = scalars[index..<index + count].reduce(0) { $0 + UTF8.width($1) }
    let span = SourceSpan(offset, offset + bytes)
    all.append(Letter(scalar: scalar, role: role, span: span))
    index += count
    offset += bytes
    return span
  }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    index + distance < scalars.count ? Fold.folded(scalars[index + distance]) : nil
  }

  private var startsWord: Bool {
    guard let last = all.last else { return true }
    return last.isBlank || last.plain == ";" || last.plain == "{"
  }

  private var followsName: Bool {
    guard let last = all.last?.plain else { return false }
    return last.isNameLetter || last.isDigit
  }
}
