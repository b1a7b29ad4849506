extension Scanner {
  // MARK: Range

  /// `range = quantity [("to" | "..") quantity ["likely" quantity]]`
  mutating func range() throws(Fault) -> ValueExpression {
    let low = try quantity(grouped: true)
    guard takeUpTo() else { return .quantity(low) }
    let high = try advising(say("for example: 10 to 30")) { scanner throws(Fault) in
      try scanner.quantity(of: say("the upper bound"))
    }
    let units = try SharedUnits(of: [low, high])
    try checkBounds(units.completing(low), units.completing(high))
    guard takeAfterBlanks(keyword: "likely") else {
      return .range(low: units.completing(low), high: units.completing(high))
    }
    return try advising(say("for example: 10 to 30 likely 18")) { scanner throws(Fault) in
      try scanner.likely(from: low, to: high)
    }
  }

  /// What stands behind `likely`. The bounds come as written: their unit may follow only now.
  private mutating func likely(from low: Quantity, to high: Quantity) throws(Fault) -> ValueExpression {
    let likely = try quantity(of: say("the likely value"))
    let units = try SharedUnits(of: [low, high, likely])
    let (first, last, middle) = (units.completing(low), units.completing(high), units.completing(likely))
    guard !middle.isBelow(first), !last.isBelow(middle) else {
      throw Fault(say("the likely value lies outside the range"), at: likely.span)
    }
    return .rangeLikely(low: first, high: last, likely: middle)
  }

  private mutating func takeUpTo() -> Bool {
    takeAfterBlanks { $0.takeKeyword("to") || $0.take("..") || $0.take("到") || $0.take("至") ? true : nil } ?? false
  }

  private func checkBounds(_ low: Quantity, _ high: Quantity) throws(Fault) {
    guard high.isBelow(low) else { return }
    let help = say("write: \(excerpt(high.span)) to \(excerpt(low.span))")
    throw Fault(say("the upper bound is below the lower one"), at: low.span.joined(with: high.span), help: help)
  }

  /// A quantity that must follow; at the end of the text the fault says which one is missing.
  private mutating func quantity(of role: String) throws(Fault) -> Quantity {
    skipBlanks()
    guard !isAtEnd else { throw expected(role) }
    return try quantity(grouped: true)
  }

  // MARK: Percentiles

  /// `p` or `P` directly before a digit.
  var beginsPercentile: Bool {
    (next?.plain == "p" || next?.plain == "P") && peek(1)?.plain?.isDigit == true
  }

  /// `percentiles = percentile percentile {percentile}`, `percentile = "p" number quantity`
  mutating func percentiles() throws(Fault) -> [ValueExpression.Percentile] {
    try advising(say("for example: p10 20 p90 60")) { scanner throws(Fault) in
      var read: [ValueExpression.Percentile] = []
      while let percentile = try scanner.percentile(above: read.last?.percent) { read.append(percentile) }
      guard read.count >= 2 else { throw scanner.expected(say("a second percentile")) }

      let units = try SharedUnits(of: read.map(\.value))
      let values = read.map { units.completing($0.value) }
      for (lower, higher) in zip(values, values.dropFirst()) where higher.isBelow(lower) {
        throw Fault(say("a higher percentile cannot have a smaller value"), at: higher.span)
      }
      return zip(read, values).map { .init(percent: $0.percent, value: $1, span: $0.span) }
    }
  }

  private mutating func percentile(above lower: Double?) throws(Fault) -> ValueExpression.Percentile? {
    let before = position
    skipBlanks()
    guard beginsPercentile else {
      rewind(to: before)
      return nil
    }
    let first = position
    advance()
    let percent = try number(grouped: false)
    guard percent > 0, percent < 100 else {
      throw Fault(say("a percentile must be above p0 and below p100"), at: span(from: first))
    }
    guard percent > lower ?? 0 else { throw Fault(say("percentiles must be in rising order"), at: span(from: first)) }
    let value = try quantity(of: say("the value of \(excerpt(span(from: first)))"))
    return .init(percent: percent, value: value, span: span(from: first))
  }
}
