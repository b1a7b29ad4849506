/// One edit of a scenario: which parameter, and what happens to it.
///
///     ads.budget = 40      ads.budget 40       ads.budget=40       set
///     ads.budget += 5      ads.budget -= 5     ads.budget *= 1.2   arithmetic
///     ads.budget +20%      ads.budget -10%     ads.budget x2       relative
package struct Change: Hashable, Sendable {
  package enum Operation: Hashable, Sendable {
    /// The value as typed; what it may be depends on the parameter.
    case set(Fragment)
    case add(Quantity)
    case subtract(Quantity)
    /// Finite, not negative where it was given in percent.
    case multiply(Double)
  }

  /// The parameter, folded and unquoted; may hold `*` for any name.
  package let path: Word
  package let operation: Operation
  package let span: SourceSpan

  /// Reads the whole fragment as a change.
  package init(parsing fragment: Fragment) throws(Fault) {
    var scanner = Scanner(fragment)
    scanner.skipBlanks()
    let first = scanner.position
    path = try scanner.parameterPath()
    operation = try scanner.operation()
    scanner.skip { _ in true }
    span = scanner.span(from: first)
  }
}

extension Scanner {
  /// Everything up to a blank or an operator; quoted parts belong to it: `suppliers."义乌 1".price`.
  fileprivate mutating func parameterPath() throws(Fault) -> Word {
    let first = position
    while let letter = next {
      if letter.isBlank || letter.plain == "=" { break }
      let isOperator = letter.plain == "+" || letter.plain == "-" || letter.plain == "*"
      if isOperator && peek(1)?.plain == "=" { break }
      advance()
    }
    guard position > first else { throw expected(say("a parameter"), help: say("write: PARAMETER = VALUE")) }
    return word(from: first)
  }

  fileprivate mutating func operation() throws(Fault) -> Change.Operation {
    skipBlanks()
    let sign = here
    if take("+=") { return .add(try operand(after: sign)) }
    if take("-=") { return .subtract(try operand(after: sign)) }
    if take("*=") { return .multiply(try factor()) }
    if take("=") { return .set(try setValue()) }
    if next?.plain == "+" || next?.plain == "-" { return .multiply(try relativeFactor()) }
    if isTimes { return .multiply(try factorAfterTimes()) }
    return .set(try setValue())
  }

  private mutating func setValue() throws(Fault) -> Fragment {
    skipBlanks()
    guard next?.plain != "=" else { throw Fault(say("one = is enough"), at: here) }
    guard !isAtEnd else { throw expected(say("a value"), help: say("write: PARAMETER = VALUE")) }
    return rest().withoutQuotes
  }

  private mutating func operand(after sign: SourceSpan) throws(Fault) -> Quantity {
    skipBlanks()
    guard !isAtEnd else { throw expected(say("a number")) }
    let quantity = try quantity(grouped: true)
    try finish()
    return quantity
  }

  /// A plain number or a percentage: `*= 1.2`, `*= 120%`.
  private mutating func factor() throws(Fault) -> Double {
    let quantity = try quantity(grouped: true)
    try finish()
    guard quantity.isPlainNumber || (quantity.isPercent && quantity.per == nil) else {
      throw Fault(say("a factor must be a plain number or a percentage"), at: quantity.span)
    }
    return quantity.fraction
  }

  // MARK: Relative changes

  /// `+20%` is 1.2, `-10%` is 0.9.
  private mutating func relativeFactor() throws(Fault) -> Double {
    let first = position
    let isFall = next?.plain == "-"
    advance()
    skipBlanks()
    guard next?.plain != "+" && next?.plain != "-" else { throw expected(say("a percentage")) }
    let quantity = try quantity(grouped: true)
    let span = span(from: first)
    guard quantity.isPercent, quantity.per == nil else {
      let help =
        isFall ? say("write = to set a new value, -= to subtract") : say("write = to set a new value, += to add")
      throw Fault(say("write a percentage after + or -, such as +20%"), at: span, help: help)
    }
    try finish()
    guard !isFall || quantity.value <= 100 else { throw Fault(say("a value cannot fall by more than 100%"), at: span) }
    return (100 + (isFall ? -quantity.value : quantity.value)) / 100
  }

  /// `x` or `×` with a number behind it: `x2`, `x 1.5`.
  private var isTimes: Bool {
    guard let first = next?.plain, first == "x" || first == "X" || first == "×" else { return false }
    var copy = self
    copy.advance()
    copy.skipBlanks()
    return copy.next?.plain?.isDigit == true || (copy.next?.plain == "." && copy.peek(1)?.plain?.isDigit == true)
  }

  private mutating func factorAfterTimes() throws(Fault) -> Double {
    advance()
    return try factor()
  }
}
