/// When something is to happen: `roas(7) < 1.2 and cash > 500 for 3 days`.
///
///     trigger = test {"and" test} ["for" days]
///     test    = ["not"] observation | observation relation (quantity | observation)
package struct Trigger: Hashable, Sendable {
  /// One claim about what is observed.
  package enum Test: Hashable, Sendable {
    case compares(Observation, Condition.Relation, Comparand)
    /// The observation is itself a yes or no: `suppliers.yiwu.open`; or is to be a no: `not suppliers.yiwu.open`.
    case holds(Observation, isNegated: Bool)

    package var observation: Observation {
      switch self {
      case .compares(let observation, _, _), .holds(let observation, _): observation
      }
    }
  }

  /// What an observation is compared with.
  package enum Comparand: Hashable, Sendable {
    case quantity(Quantity)
    case observation(Observation)
  }

  /// All of them must hold; none only of what always holds.
  package let tests: [Test]
  /// So many mornings in a row; 1 unless given.
  package let days: Int
  package let span: SourceSpan

  /// Of a rule without a condition.
  static let always = Trigger([], days: 1, at: SourceSpan(0, 0))

  /// Reads the whole fragment as a trigger.
  package init(parsing fragment: Fragment) throws(Fault) {
    var scanner = Scanner(fragment)
    self = try scanner.trigger()
    try scanner.finish { Self.help(forUnexpected: $0) }
  }

  fileprivate init(_ tests: [Test], days: Int, at span: SourceSpan) {
    self.tests = tests
    self.days = days
    self.span = span
  }

  /// The spelling that was probably meant.
  static func help(forUnexpected text: String) -> String? {
    switch Fold.key(text) {
    case "or", "||": say("rules have no \"or\": write a separate rule for each condition")
    case "&&", "&", ",": say("join conditions with \"and\"")
    default: nil
    }
  }
}

extension Scanner {
  mutating func trigger() throws(Fault) -> Trigger {
    skipBlanks()
    let first = position
    var tests = [try test()]
    while takeAfterBlanks(keyword: "and") { tests.append(try test()) }
    let days = takeAfterBlanks(keyword: "for") ? try dayCount(say("a number of days")).days : 1
    return Trigger(tests, days: days, at: span(from: first))
  }

  private mutating func test() throws(Fault) -> Trigger.Test {
    skipBlanks()
    if takeKeyword("not") { return .holds(try observation(), isNegated: true) }
    let observation = try observation()
    skipBlanks()
    guard let relation = relation() else { return .holds(observation, isNegated: false) }
    return .compares(observation, relation, try comparand())
  }

  private mutating func comparand() throws(Fault) -> Trigger.Comparand {
    skipBlanks()
    // `USD 500` begins like a name.
    var copy = self
    if beginsObservation, (try? copy.quantity(grouped: true)) == nil { return .observation(try observation()) }
    return .quantity(try quantity(grouped: true))
  }
}
