extension Scanner {
  /// Whether a `:` comes next: the percentage before it is a weight.
  var beginsMixture: Bool {
    var copy = self
    copy.skipBlanks()
    return copy.next?.plain == ":"
  }

  /// `mixture = weight ":" simple {"|" weight ":" simple}`, the first weight read already.
  mutating func mixture(first quantity: Quantity) throws(Fault) -> ValueExpression {
    try advising(say("for example: 80%: 0 | 20%: 1000 to 4000")) { scanner throws(Fault) in
      var parts = [try scanner.part(weighing: quantity)]
      while scanner.takeAfterBlanks({ $0.take("|") ? true : nil }) != nil {
        scanner.skipBlanks()
        guard scanner.beginsNumber else { throw scanner.expected(say("a weight")) }
        parts.append(try scanner.part(weighing: try scanner.quantity(grouped: true)))
      }
      try scanner.checkWeights(parts)
      return .mixture(parts)
    }
  }

  private mutating func part(weighing quantity: Quantity) throws(Fault) -> ValueExpression.Part {
    guard beginsMixture else { throw Fault(say("expected a percentage before this value"), at: quantity.span) }
    let weight = try share(quantity, called: "weight")
    skipBlanks()
    advance()
    return ValueExpression.Part(weight: weight, value: try partValue())
  }

  /// `chance = percentage "chance" simple`, the word read already.
  mutating func chance(_ quantity: Quantity) throws(Fault) -> ValueExpression {
    try advising(say("for example: 25% chance 3000")) { scanner throws(Fault) in
      let share = try scanner.share(quantity, called: "chance")
      return .chance(share, try scanner.partValue())
    }
  }

  /// A value inside a mixture or chance, which holds none of its kind: whoever means it can multiply the percentages.
  private mutating func partValue() throws(Fault) -> ValueExpression {
    let value = try simpleValue()
    if beginsMixture || takeAfterBlanks(keyword: "chance") {
      let help = say("multiply the percentages and write one list, such as 80%: 0 | 15%: 500 | 5%: 1000 to 4000")
      throw Fault(say("percentages cannot be nested"), at: value.span, help: help)
    }
    return value
  }

  private func share(_ quantity: Quantity, called name: String) throws(Fault) -> ValueExpression.Share {
    guard quantity.isPercent, quantity.per == nil else {
      throw Fault(say("a \(name.said) must be a percentage"), at: quantity.span)
    }
    guard (0...100).contains(quantity.value) else {
      throw Fault(say("a \(name.said) must lie between 0% and 100%"), at: quantity.span)
    }
    return ValueExpression.Share(fraction: quantity.fraction, span: quantity.span)
  }

  /// All that is drawn must have a weight: nothing is guessed for what is missing.
  private func checkWeights(_ parts: [ValueExpression.Part]) throws(Fault) {
    let tolerance = 1e-9
    var sum = 0.0
    var excess: SourceSpan?
    for part in parts {
      sum += part.weight.fraction
      if sum > 1 + tolerance { excess = excess ?? part.weight.span }
    }
    if let excess {
      throw Fault(say("the percentages add up to \(percent(sum)), which is \(percent(sum - 1)) too much"), at: excess)
    }
    guard sum >= 1 - tolerance else {
      let behind = SourceSpan(lastEnd, lastEnd)
      throw Fault(say("the percentages add up to \(percent(sum)); \(percent(1 - sum)) is missing"), at: behind)
    }
  }

  /// A fraction as a percentage without the noise of binary sums: `99.9%`, not `99.89999999999999%`.
  private func percent(_ fraction: Double) -> String {
    let rounded = (fraction * 1e11).rounded() / 1e9
    let text = "\(rounded)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
  }
}
