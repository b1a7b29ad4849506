package import Language

extension FieldInfo {
  /// The value after a change as typed: `= 40`, `+= 5`, `+20%`, `x2`.
  ///
  /// - Parameter old: the value now; nil where an optional field is open, which can only be set.
  package func value(
    after operation: Change.Operation, from old: FieldValue?, currency: String
  ) throws(Fault) -> FieldValue? {
    switch operation {
    case .set(let text):
      if isOptional, ["none", "~"].contains(text.text.lowercased()) { return nil }
      return try kind.read(text, in: range, currency: currency)
    case .add(let quantity): return try sum(old, quantity, sign: 1, currency)
    case .subtract(let quantity): return try sum(old, quantity, sign: -1, currency)
    case .multiply(let factor): return try product(old, factor, currency)
    }
  }

  private func sum(_ old: FieldValue?, _ quantity: Quantity, sign: Double, _ currency: String) throws(Fault)
    -> FieldValue
  {
    guard case .number(let number) = old else { throw notANumber(quantity.span) }
    if let other = quantity.currency, other != currency {
      throw Fault("wrong currency: this scenario is in \(currency)", at: quantity.span)
    }
    return try checked(.number(number + sign * quantity.fraction), quantity.span, currency)
  }

  private func product(_ old: FieldValue?, _ factor: Double, _ currency: String) throws(Fault) -> FieldValue {
    let span = SourceSpan(0, 0)
    switch old {
    case .number(let number): return try checked(.number(number * factor), span, currency)
    case .amount(let amount):
      return try checked(.amount(PeriodAmount(amount.value * factor, amount.period)), span, currency)
    case .lag(.fixed(let days)): return try checked(.lag(.fixed(days * factor)), span, currency)
    case .lag(.lognormal(let median, let sigma)):
      return try checked(.lag(.lognormal(median: median * factor, sigma: sigma)), span, currency)
    case .lag(.uniform(let low, let high)):
      return try checked(.lag(.uniform(low * factor, high * factor)), span, currency)
    case .text, .flag, .date, .list, nil: throw notANumber(span)
    }
  }

  private func notANumber(_ span: SourceSpan) -> Fault {
    Fault("\(name) has no number to calculate with", at: span, help: "give it a value with =")
  }

  /// What cannot be read back from its own spelling is out of range.
  private func checked(_ value: FieldValue, _ span: SourceSpan, _ currency: String) throws(Fault) -> FieldValue {
    let text = kind.write(value, currency: currency)
    do throws(Fault) {
      _ = try kind.read(Fragment(text), in: range, currency: currency)
    } catch {
      throw Fault("that makes \(text): \(error.message)", at: span, help: error.help)
    }
    return value
  }
}
