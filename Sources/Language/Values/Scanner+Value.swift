extension Scanner {
  /// `value = mixture | chance | simple`
  ///
  /// Mixtures and chances both begin with a percentage, which only what follows tells from a plain value.
  mutating func value() throws(Fault) -> ValueExpression {
    let head = try simpleValue()
    guard case .quantity(let share) = head else { return head }
    if beginsMixture { return try mixture(first: share) }
    if takeAfterBlanks(keyword: "chance") { return try chance(share) }
    return head
  }

  /// `simple = sample | percentiles | call | range | quantity`
  mutating func simpleValue() throws(Fault) -> ValueExpression {
    skipBlanks()
    if let sample = try sample() { return .sample(sample) }
    if beginsPercentile { return .percentiles(try percentiles()) }
    if let call = try call() { return .call(call) }
    return try range()
  }

  // MARK: Sample

  /// `"from" file "column" name`, or nil if no `from` comes next.
  private mutating func sample() throws(Fault) -> ValueExpression.Sample? {
    let first = position
    guard takeKeyword("from") else { return nil }
    return try advising(say("for example: from sales.csv column cpc")) { scanner throws(Fault) in
      let file = try scanner.text(say("a file"))
      guard scanner.takeAfterBlanks(keyword: "column") else { throw scanner.expected(say("column NAME")) }
      let column = try scanner.text(say("the name of a column"))
      return ValueExpression.Sample(file: file, column: column, span: scanner.span(from: first))
    }
  }

  /// A word up to a blank or `|`; blanks between quotes belong to it.
  private mutating func text(_ what: String) throws(Fault) -> Word {
    skipBlanks()
    let first = position
    skip { !$0.isBlank && $0.plain != "|" }
    let word = word(from: first)
    if let openQuote, openQuote.start >= word.span.start, openQuote.end <= word.span.end {
      throw CommandLine.Missing.quote(openQuote).fault
    }
    guard !word.text.isEmpty else {
      rewind(to: first)
      throw expected(what)
    }
    return word
  }

  // MARK: Call

  /// A name before `(`, or nil.
  private mutating func call() throws(Fault) -> ValueExpression.Call? {
    let first = position
    guard next?.plain?.isNameLetter == true else { return nil }
    skip { $0.plain?.isNameLetter == true || $0.plain?.isDigit == true }
    let name = word(from: first)
    skipBlanks()
    let open = here
    guard take("(") else {
      rewind(to: first)
      return nil
    }
    let arguments = try advising(say("separate the numbers with commas: lognormal(24, 0.5)")) {
      scanner throws(Fault) in
      try scanner.arguments(openedAt: open)
    }
    return ValueExpression.Call(name: name, arguments: arguments, span: span(from: first))
  }

  /// Quantities between commas, up to and with the `)`.
  private mutating func arguments(openedAt open: SourceSpan) throws(Fault) -> [Quantity] {
    var arguments: [Quantity] = []
    while true {
      skipBlanks()
      guard next?.plain != ")" && next?.plain != "," else { throw expected(say("a number")) }
      guard !isAtEnd else { throw Fault(say("this bracket needs a closing )"), at: open) }
      arguments.append(try quantity(grouped: false))
      skipBlanks()
      if take(")") { return arguments }
      guard !isAtEnd else { throw Fault(say("this bracket needs a closing )"), at: open) }
      guard take(",") else { throw expected(say("a comma or )")) }
    }
  }
}
