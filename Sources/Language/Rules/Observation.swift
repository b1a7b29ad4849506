/// A whole number of days as typed: `7`, `3 days`, `2 weeks`.
package struct DayCount: Hashable, Sendable {
  /// At least 1.
  package let days: Int
  package let span: SourceSpan

  package init(_ days: Int, at span: SourceSpan = SourceSpan(0, 0)) {
    self.days = days
    self.span = span
  }
}

/// What a rule looks at: `cash`, `roas(7)`, `ads.meta.cpa(14 days)`, `suppliers.yiwu.open`.
///
/// Which figures there are, and of whom, is for the caller.
package struct Observation: Hashable, Sendable {
  /// Whose figure it is, such as `ads.meta`; nil for the whole business.
  package let subject: Word?
  package let name: Word
  /// How far it looks back; nil without brackets.
  package let window: DayCount?
  package let span: SourceSpan
}

extension Scanner {
  /// `{name "."} name ["(" days ")"]`
  mutating func observation() throws(Fault) -> Observation {
    skipBlanks()
    let first = position
    guard beginsObservation else { throw expected(say("a figure to look at, such as cash or roas(7)")) }
    var lastPoint: Int?
    while let letter = next, !letter.isBlank, !endsObservation(letter) {
      if letter.plain == "." { lastPoint = position }
      advance()
    }
    let end = position
    let (subject, name) = try parts(from: first, point: lastPoint)
    var window: DayCount?
    if takeAfterBlanks({ $0.take("(") ? true : nil }) != nil {
      window = try self.window(openedAt: SourceSpan(lastEnd - 1, lastEnd))
    } else {
      rewind(to: end)
    }
    return Observation(subject: subject, name: name, window: window, span: span(from: first))
  }

  /// A name that is no keyword of rules.
  var beginsObservation: Bool {
    guard next?.plain?.isNameLetter == true else { return next?.role == .mark }
    return !["and", "or", "for", "then", "when", "every"].contains(peekName().lowercased())
  }

  private func endsObservation(_ letter: Letter) -> Bool {
    switch letter.plain {
    case "(", ")", ",", "<", ">", "=", "!", "≤", "≥", "≠": true
    default: false
    }
  }

  private mutating func parts(from first: Int, point: Int?) throws(Fault) -> (subject: Word?, name: Word) {
    guard let point else { return (nil, word(from: first)) }
    let end = position
    rewind(to: point)
    let subject = word(from: first)
    rewind(to: end)
    let name = word(from: point + 1)
    guard !name.text.isEmpty, !subject.text.isEmpty else {
      throw Fault(say("expected a name on both sides of the dot"), at: span(from: first))
    }
    return (subject, name)
  }

  private mutating func window(openedAt open: SourceSpan) throws(Fault) -> DayCount {
    let window = try dayCount(say("a number of days"))
    skipBlanks()
    guard take(")") else {
      throw isAtEnd
        ? Fault(say("this bracket needs a closing )"), at: open) : expected(")", help: say("for example: roas(7)"))
    }
    return window
  }

  /// A number of days that must follow; what it is for is told where it is missing.
  mutating func dayCount(_ what: String) throws(Fault) -> DayCount {
    skipBlanks()
    let first = position
    if takeKeyword("day") { return DayCount(1, at: span(from: first)) }
    if takeKeyword("week") { return DayCount(7, at: span(from: first)) }
    guard beginsNumber else { throw expected(what, help: say("for example: 7, 3 days or 2 weeks")) }
    let quantity = try quantity(grouped: false)
    let factor: Double
    switch quantity.unit {
    case nil, .day: factor = 1
    case .week: factor = 7
    case .some(let unit):
      throw Fault(
        say("expected days, not \((unit.description + "s").said)"), at: quantity.span, help: say("for example: 7 days"))
    }
    let days = quantity.value * factor
    guard !quantity.isPercent, quantity.currency == nil, quantity.per == nil else {
      throw Fault(say("expected days"), at: quantity.span, help: say("for example: 7 days"))
    }
    guard days == days.rounded(), (1...Self.mostDays).contains(days) else {
      throw Fault(say("expected a whole number of days, 1 to 3650"), at: quantity.span)
    }
    return DayCount(Int(days), at: quantity.span)
  }

  private static var mostDays: Double { 3650 }
}
