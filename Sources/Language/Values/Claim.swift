/// A claim about figures of runs, with a number or with another figure: `ruin < 5%`, `ruin of lean <= 5%`,
/// `p50 cash of lean > p50 cash of base`.
package struct Claim: Hashable, Sendable {
  /// `p50 cash of lean`
  package struct Figure: Hashable, Sendable {
    /// `p50`, `mean`; nil when the metric stands alone.
    package let statistic: Word?
    /// The metric, brackets included: `net_profit`, `roas(7)`.
    package let metric: Word
    /// The strategy behind `of`, or the row of an answer; nil when none is named.
    package let owner: Word?
    /// The command behind `in` whose answer it stands in: `share of ban in why`; nil for a figure of a run.
    package let place: Word?
    package let span: SourceSpan
  }

  package enum Bound: Hashable, Sendable {
    case quantity(Quantity)
    case figure(Figure)

    package var span: SourceSpan {
      switch self {
      case .quantity(let quantity): quantity.span
      case .figure(let figure): figure.span
      }
    }
  }

  package let figure: Figure
  package let relation: Condition.Relation
  package let bound: Bound
  package let span: SourceSpan

  /// Reads a claim from the start of a fragment, and gives back what follows it, e.g. `on base`.
  package static func readPrefix(of fragment: Fragment) throws(Fault) -> (claim: Claim, rest: Fragment) {
    var scanner = Scanner(fragment)
    let claim = try scanner.claim()
    return (claim, scanner.rest())
  }
}

extension Scanner {
  fileprivate mutating func claim() throws(Fault) -> Claim {
    skipBlanks()
    let first = position
    let figure = try figure { $0.startsRelation }
    skipBlanks()
    guard let relation = relation() else { throw expected(say("one of < <= > >= = !=")) }
    let bound = try bound()
    return Claim(figure: figure, relation: relation, bound: bound, span: span(from: first))
  }

  private mutating func bound() throws(Fault) -> Claim.Bound {
    skipBlanks()
    // Figures begin with a letter, quantities with a digit, a sign or a currency.
    var copy = self
    if let quantity = try? copy.quantity(grouped: true) {
      self = copy
      return .quantity(quantity)
    }
    guard next?.plain?.isNameLetter == true else { return .quantity(try quantity(grouped: true)) }
    return .figure(try figure { $0.isAtEnd || $0.startsKeyword("on") })
  }

  /// `[statistic] metric [of NAME] [in COMMAND]`, up to where `isOver` says so.
  private mutating func figure(until isOver: (Scanner) -> Bool) throws(Fault) -> Claim.Figure {
    let first = position
    var names: [Word] = []
    while !isOver(self), !startsKeyword("of"), names.isEmpty || !startsKeyword("in") {
      guard names.count < 2, let name = name() else {
        throw names.isEmpty
          ? expected(say("a figure, such as cash")) : expected(say("one of < <= > >= = !=, or \"of STRATEGY\""))
      }
      names.append(name)
      skipBlanks()
    }
    guard let metric = names.last else { throw expected(say("a figure, such as cash")) }
    var owner: Word?
    if takeKeyword("of") {
      skipBlanks()
      guard let name = rowName(until: isOver) ?? name() else { throw expected(say("a strategy")) }
      owner = name
      skipBlanks()
    }
    var place: Word?
    if takeKeyword("in") {
      skipBlanks()
      guard let name = name() else { throw expected(say("a command, such as why")) }
      place = name
    }
    return Claim.Figure(
      statistic: names.count > 1 ? names[0] : nil, metric: metric, owner: owner, place: place, span: span(from: first))
  }

  /// The row of an answer, up to `in`: events have names of several words. Nil where no `in` follows.
  private mutating func rowName(until isOver: (Scanner) -> Bool) -> Word? {
    var copy = self
    let first = copy.position
    var last = first
    while !copy.isAtEnd, !isOver(copy) {
      if last > first, copy.startsKeyword("in") {
        let found = copy
        rewind(to: last)
        let word = word(from: first)
        self = found
        return word
      }
      guard copy.name() != nil else { return nil }
      last = copy.position
      copy.skipBlanks()
    }
    return nil
  }

  /// Whether a keyword comes next, without taking it.
  private func startsKeyword(_ keyword: String) -> Bool {
    var copy = self
    return copy.takeKeyword(keyword)
  }

  private var startsRelation: Bool {
    var copy = self
    return copy.relation() != nil
  }
}
