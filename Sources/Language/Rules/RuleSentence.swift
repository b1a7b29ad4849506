/// A rule as typed: `when roas(7) < 1.2 then ads.meta.budget *= 0.8 min 10 every 3 days`.
///
///     rule = [name ":"] "when" trigger "then" action {"," action} [repetition]
///          | [name ":"] "pay owner" … [repetition]
///     repetition = "every" days | "monthly"
package struct RuleSentence: Hashable, Sendable {
  /// What strategies call it by; nil for a rule without a name.
  package let name: Word?
  package let trigger: Trigger
  /// At least one.
  package let actions: [Action]
  /// Days from one firing to the next at least; 1 unless given.
  package let every: Int
  /// Does it act on the first days of months only?
  package let isMonthly: Bool
  package let span: SourceSpan

  /// Reads the whole fragment as a rule.
  package init(parsing fragment: Fragment) throws(Fault) {
    var scanner = Scanner(fragment)
    scanner.skipBlanks()
    let first = scanner.position
    name = scanner.ruleName()
    scanner.skipBlanks()
    if scanner.beginsPaymentToOwner {
      trigger = .always
    } else {
      guard scanner.takeKeyword("when") else {
        throw scanner.expected("when", help: say("for example: when cash < 500 then pause ads"))
      }
      trigger = try scanner.trigger()
      guard scanner.takeAfterBlanks(keyword: "then") else { throw scanner.expectedThen }
    }
    actions = try scanner.actions()
    isMonthly = scanner.takeAfterBlanks(keyword: "monthly")
    every =
      !isMonthly && scanner.takeAfterBlanks(keyword: "every") ? try scanner.dayCount(say("a number of days")).days : 1
    span = scanner.span(from: first)
    try scanner.finish { text in
      text.lowercased() == "for"
        ? say("put \"for N days\" before \"then\"") : Action.help(forUnexpected: text)
    }
  }
}

extension Scanner {
  /// One word with a colon behind it.
  fileprivate mutating func ruleName() -> Word? {
    takeAfterBlanks { scanner in
      let first = scanner.position
      scanner.skip { !$0.isBlank && $0.plain != ":" }
      guard scanner.position > first else { return nil }
      let name = scanner.word(from: first)
      scanner.skipBlanks()
      return scanner.take(":") ? name : nil
    }
  }

  fileprivate var expectedThen: Fault {
    var copy = self
    copy.skipBlanks()
    let found = copy.foundWord()?.text ?? ""
    return expected(
      say("\"and\", \"for\" or \"then\""),
      help: Trigger.help(forUnexpected: found) ?? say("write: when CONDITION then ACTION"))
  }
}
