/// A value as a scenario or a `set` gives it: certain, or between bounds, or drawn from a distribution.
package enum ValueExpression: Hashable, Sendable {
  /// `lognormal(24, 0.5)`. Which names exist, and what arguments they take, is for the caller.
  package struct Call: Hashable, Sendable {
    package let name: Word
    /// At least one.
    package let arguments: [Quantity]
    package let span: SourceSpan
  }

  case quantity(Quantity)
  /// `3 to 30` or `3..30`, bounds as written: neither ordered nor made to agree in unit.
  case range(Quantity, Quantity)
  case call(Call)

  package var span: SourceSpan {
    switch self {
    case .quantity(let quantity): quantity.span
    case .range(let low, let high): low.span.joined(with: high.span)
    case .call(let call): call.span
    }
  }

  /// Reads the whole fragment as a value.
  package init(parsing fragment: Fragment) throws(Fault) {
    var scanner = Scanner(fragment)
    self = try scanner.value()
    try scanner.finish()
  }

  /// Reads a value from the start of a fragment, and gives back what follows it, e.g. `step 10`.
  package static func readPrefix(of fragment: Fragment) throws(Fault) -> (value: ValueExpression, rest: Fragment) {
    var scanner = Scanner(fragment)
    let value = try scanner.value()
    return (value, scanner.rest())
  }
}

extension Scanner {
  /// `value = call | quantity [("to" | "..") quantity]`
  ///
  /// Further spellings begin here: one that opens with a word (`p10 20 p90 60`) beside the call, one that goes on from
  /// a quantity (`likely 18`) behind the range.
  mutating func value() throws(Fault) -> ValueExpression {
    skipBlanks()
    if let call = try call() { return .call(call) }
    let low = try quantity(grouped: true)
    guard let high = try upperBound() else { return .quantity(low) }
    return .range(low, high)
  }

  private mutating func upperBound() throws(Fault) -> Quantity? {
    let before = position
    skipBlanks()
    guard takeKeyword("to") || take("..") else {
      rewind(to: before)
      return nil
    }
    skipBlanks()
    guard !isAtEnd else { throw expected("the upper bound") }
    return try quantity(grouped: true)
  }

  /// A name directly before `(`, or nil.
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
    let arguments = try arguments(openedAt: open)
    return ValueExpression.Call(name: name, arguments: arguments, span: span(from: first))
  }

  /// Quantities between commas, up to and with the `)`.
  private mutating func arguments(openedAt open: SourceSpan) throws(Fault) -> [Quantity] {
    var arguments: [Quantity] = []
    while true {
      skipBlanks()
      guard next?.plain != ")" && next?.plain != "," else { throw expected("a number") }
      guard !isAtEnd else { throw Fault("no ) closes this bracket", at: open) }
      arguments.append(try quantity(grouped: false))
      skipBlanks()
      if take(")") { return arguments }
      guard !isAtEnd else { throw Fault("no ) closes this bracket", at: open) }
      guard take(",") else { throw expected(", or )") }
    }
  }
}
