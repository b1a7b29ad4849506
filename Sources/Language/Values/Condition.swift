/// A claim about a number: `ruin < 5%`, `p50 cash >= 5k`, `mean net_profit > 0`.
package struct Condition: Hashable, Sendable {
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
    case notEqual = "!="

    /// Whether the relation holds; with NaN on either side only `!=` does.
    package func holds(_ a: Double, _ b: Double) -> Bool {
      switch self {
      case .less: a < b
      case .lessOrEqual: a <= b
      case .greater: a > b
      case .greaterOrEqual: a >= b
      case .equal: a == b
      case .notEqual: a != b
      }
    }
  }

  /// `p50`, `mean`; nil when the metric stands alone.
  package let statistic: Word?
  /// The metric, brackets included: `net_profit`, `roas(7)`.
  package let metric: Word
  package let relation: Relation
  package let bound: Quantity
  package let span: SourceSpan

  /// Reads the whole fragment as a condition.
  package init(parsing fragment: Fragment) throws(Fault) {
    var scanner = Scanner(fragment)
    self = try scanner.condition()
    try scanner.finish { found in
      let isJoint = ["and", "or", "&&", "||"].contains(found.lowercased())
      return isJoint ? say("only one condition is allowed here: remove the rest") : nil
    }
  }

  /// Reads a condition from the start of a fragment, and gives back what follows it, e.g. `on base`.
  package static func readPrefix(of fragment: Fragment) throws(Fault) -> (condition: Condition, rest: Fragment) {
    var scanner = Scanner(fragment)
    let condition = try scanner.condition()
    return (condition, scanner.rest())
  }

  fileprivate init(_ names: [Word], _ relation: Relation, _ bound: Quantity, at span: SourceSpan) {
    statistic = names.count > 1 ? names.first : nil
    metric = names[names.count - 1]
    self.relation = relation
    self.bound = bound
    self.span = span
  }
}

extension Scanner {
  /// `[statistic] metric relation quantity`
  fileprivate mutating func condition() throws(Fault) -> Condition {
    skipBlanks()
    let first = position
    var names: [Word] = []
    var relation = relation()
    while relation == nil {
      guard names.count < 2, let name = name() else {
        throw names.isEmpty ? expected(say("a figure, such as cash")) : expected(say("one of < <= > >= = !="))
      }
      names.append(name)
      skipBlanks()
      relation = self.relation()
    }
    guard let relation, !names.isEmpty else {
      throw Fault(say("expected a figure, such as cash"), at: span(from: first))
    }
    let bound = try quantity(grouped: true)
    return Condition(names, relation, bound, at: span(from: first))
  }

  /// A run without blanks and relations; blanks inside brackets belong to it.
  mutating func name() -> Word? {
    let first = position
    var depth = 0
    while let letter = next {
      if depth == 0 && (letter.isBlank || letter.plain?.beginsRelation == true) { break }
      if letter.plain == "(" { depth += 1 }
      if letter.plain == ")" { depth = max(0, depth - 1) }
      advance()
    }
    return position > first ? word(from: first) : nil
  }

  mutating func relation() -> Condition.Relation? {
    if take("<=") || take("≤") { return .lessOrEqual }
    if take(">=") || take("≥") { return .greaterOrEqual }
    if take("!=") || take("≠") { return .notEqual }
    if take("==") || take("=") { return .equal }
    if take("<") { return .less }
    if take(">") { return .greater }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var beginsRelation: Bool {
    switch self {
    case "<", ">", "=", "!", "≤", "≥", "≠": true
    default: false
    }
  }
}
