import Language

/// Amounts in rules and events that are written in another currency than what they are compared with or change: they are
/// converted once, at the rates of the first day (model 16.63).
extension RuleBinder {
  /// The quantity in that currency.
  func converted(_ quantity: Quantity, to currency: String) throws(Fault) -> Quantity {
    guard let code = quantity.currency, code != currency else { return quantity }
    let factor = try rate(of: code, in: currency, at: quantity.span)
    return Quantity(
      quantity.value * factor, isPercent: quantity.isPercent, currency: currency, unit: quantity.unit,
      per: quantity.per, span: quantity.span)
  }

  /// Reads a value that may be written in another currency.
  func read(
    _ text: Fragment, as kind: Kind, in range: ClosedRange<Double>?, currency: String
  ) throws(Fault) -> FieldValue {
    guard kind.isMoney, let code = ValueExpression.currency(in: text), code != currency else {
      return try kind.read(text, in: range, currency: currency)
    }
    let factor = try rate(of: code, in: currency, at: text.span)
    let (expression, rest) = try ValueExpression.readPrefix(of: text)
    guard let words = Multiplication(text: text, factor: factor).words(expression) else {
      throw Fault(say("this cannot be converted"), at: text.span, help: say("write it in \(currency)"))
    }
    do throws(Fault) {
      return try kind.read(Fragment(rest.isEmpty ? words : "\(words) \(rest.text)"), in: range, currency: code)
    } catch {
      throw Fault(error.message, at: text.span, help: error.help)
    }
  }

  private func rate(of code: String, in currency: String, at span: SourceSpan) throws(Fault) -> Double {
    guard let rate = scenario.rate(of: code, in: currency) else {
      throw Fault(
        say("no exchange rate is given for \(code)"), at: span,
        help: say("give fx: {\(code): {rate: …, volatility: …}}"))
    }
    return rate
  }
}
