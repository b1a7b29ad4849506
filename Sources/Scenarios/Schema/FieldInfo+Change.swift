package import Language

extension FieldInfo {
  /// Reads a value as typed; one that differs between worlds where the field allows that.
  ///
  /// - Parameter currency: what the parameter's amounts are in unless another one is written.
  package func read(_ text: Fragment, currency: String, columns: @escaping ColumnReader) throws(Fault) -> FieldValue {
    if kind.isMoney, let written = ValueExpression.currency(in: text), written != currency {
      return .quoted(try readAlone(text, currency: written, columns: columns), in: written)
    }
    return try readAlone(text, currency: currency, columns: columns)
  }

  private func readAlone(
    _ text: Fragment, currency: String, columns: @escaping ColumnReader
  ) throws(Fault) -> FieldValue {
    let value = try kind.read(text, in: range, currency: currency, columns: columns)
    guard case .uncertain = value, isCertain else { return value }
    throw Fault(say("this must be the same in every world"), at: text.span, help: say("write one value"))
  }

  /// The value after a change as typed: `= 40`, `+= 5`, `+20%`, `x2`.
  ///
  /// - Parameter old: the value now; nil where an optional field is open, which can only be set.
  package func value(
    after operation: Change.Operation, from old: FieldValue?, currency: String, columns: @escaping ColumnReader
  ) throws(Fault) -> FieldValue? {
    switch operation {
    case .set(let text):
      if isOptional, ["none", "~"].contains(text.text.lowercased()) { return nil }
      return try read(text, currency: currency, columns: columns)
    case .add(let quantity): return try sum(old, quantity, sign: 1, currency)
    case .subtract(let quantity): return try sum(old, quantity, sign: -1, currency)
    case .multiply(let factor):
      if case .uncertain(let uncertain) = old { return try product(uncertain, factor, currency, columns) }
      return try product(old, factor, currency)
    }
  }

  private func sum(_ old: FieldValue?, _ quantity: Quantity, sign: Double, _ currency: String) throws(Fault)
    -> FieldValue
  {
    if case .uncertain = old {
      throw Fault(
        say("\(name) is not a single number"), at: quantity.span,
        help: say("write +20% or x2, or set another range with ="))
    }
    if case .lag(.fixed(let days)) = old {
      return try checked(.lag(.fixed((days + sign * (try quantity.days())).withoutDust)), quantity.span, currency)
    }
    guard case .number(let number) = old else { throw notANumber(quantity.span) }
    if let other = quantity.currency, other != currency {
      throw quantity.wrongCurrency(other, currency)
    }
    let change = kind.hasUnitOfItsOwn ? try kind.number(of: quantity, currency) : quantity.fraction
    return try checked(.number((number + sign * change).withoutDust), quantity.span, currency)
  }

  private func product(_ old: FieldValue?, _ factor: Double, _ currency: String) throws(Fault) -> FieldValue {
    let span = SourceSpan(0, 0)
    switch old {
    case .number(let number): return try checked(.number((number * factor).withoutDust), span, currency)
    case .amount(let amount):
      return try checked(.amount(PeriodAmount((amount.value * factor).withoutDust, amount.period)), span, currency)
    case .lag(.fixed(let days)): return try checked(.lag(.fixed((days * factor).withoutDust)), span, currency)
    case .lag(.lognormal(let median, let sigma)):
      return try checked(.lag(.lognormal(median: median * factor, sigma: sigma)), span, currency)
    case .lag(.uniform(let low, let high)):
      return try checked(.lag(.uniform(low * factor, high * factor)), span, currency)
    case .size, .opening, .chance, .text, .flag, .date, .list, .uncertain, .quoted, nil: throw notANumber(span)
    }
  }

  /// Every value of a range or distribution, multiplied.
  private func product(
    _ old: Uncertain, _ factor: Double, _ currency: String, _ columns: @escaping ColumnReader
  ) throws(Fault) -> FieldValue {
    let span = SourceSpan(0, 0)
    switch old {
    case .same(let path):
      throw Fault(
        say("\(name) is the same as \(path)"), at: span, help: say("change \(path), or set \(name) with ="))
    case .spread(let spread):
      let text = Fragment(spread.text)
      let (expression, rest) = try ValueExpression.readPrefix(of: text)
      guard var words = Multiplication(text: text, factor: factor).words(expression) else {
        throw Fault(
          say("\(spread.text) cannot be multiplied"), at: span, help: say("set \(name) to another range with ="))
      }
      if !rest.isEmpty { words += " " + rest.text }
      do throws(Fault) {
        return try read(Fragment(words), currency: currency, columns: columns)
      } catch {
        throw Fault(say("the result would be \(words): \(error.message)"), at: span, help: error.help)
      }
    }
  }

  private func notANumber(_ span: SourceSpan) -> Fault {
    Fault(say("\(name) has no number to calculate with"), at: span, help: say("set it to a value with ="))
  }

  /// What cannot be read back from its own spelling is out of range.
  private func checked(_ value: FieldValue, _ span: SourceSpan, _ currency: String) throws(Fault) -> FieldValue {
    let text = kind.write(value, currency: currency)
    do throws(Fault) {
      _ = try kind.read(Fragment(text), in: range, currency: currency)
    } catch {
      throw Fault(say("the result would be \(text): \(error.message)"), at: span, help: error.help)
    }
    return value
  }
}

extension Double {
  /// The number that was meant where its binary neighbour came out: 155.1 for 155.10000000000002. A number that needs its
  /// digits keeps them.
  fileprivate var withoutDust: Double {
    var scale = 1.0
    while abs(self) * scale < 1e11, scale < 1e22 { scale *= 10 }
    guard abs(self) * scale >= 1e11, abs(self) < 1e11 else { return self }
    let short = (self * scale).rounded() / scale
    return short.description.utf8.count + 3 < description.utf8.count ? short : self
  }
}
