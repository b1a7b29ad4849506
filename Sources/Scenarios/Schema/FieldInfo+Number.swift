package import Language

extension FieldInfo {
  /// A quantity as typed, as a value of this field.
  ///
  /// - Parameter old: the value now; money with a period keeps its period.
  package func value(of quantity: Quantity, like old: FieldValue?, currency: String) throws(Fault) -> FieldValue {
    if case .amount = kind, let per = quantity.per, PeriodAmount.Period(per) != old?.period {
      throw Fault(say("the period cannot be changed here"), at: quantity.span, help: say("write the amount without it"))
    }
    let number = kind.isLag ? try quantity.days() : try kind.number(of: quantity, currency)
    if let value = value(number, like: old) { return value }
    if let range, !range.contains(number) {
      let low = kind.write(.number(range.lowerBound), currency: currency)
      let high = kind.write(.number(range.upperBound), currency: currency)
      throw Fault(say("out of range"), at: quantity.span, help: say("allowed: \(low) to \(high)"))
    }
    throw Fault(say("expected whole numbers"), at: quantity.span)
  }

  /// A number as a value of this field, in the field's unit; nil where it may not have it.
  package func value(_ number: Double, like old: FieldValue?) -> FieldValue? {
    guard holdsNumbers, number.isFinite, range?.contains(number) ?? true else { return nil }
    guard !kind.isWhole || number == number.rounded() else { return nil }
    if kind.isLag { return .lag(.fixed(number)) }
    guard case .amount = kind else { return .number(number) }
    return .amount(PeriodAmount(number, old?.period ?? .month))
  }

  /// Does a plain number say all of a value, so that it can be varied step by step?
  package var holdsNumbers: Bool { kind.isNumber || kind.isLag }
}

extension Kind {
  fileprivate var isLag: Bool { self == .lag }
}

extension FieldValue {
  /// The number of a value that has one, in the unit of its field; of an uncertain one what the plan uses.
  package var number: Double? {
    switch self {
    case .number(let number): number
    case .amount(let amount): amount.value
    case .lag(.fixed(let days)): days
    case .uncertain(let uncertain): uncertain.planned?.number
    case .quoted(let value, _): value.number
    case .lag, .size, .opening, .chance, .text, .flag, .date, .list: nil
    }
  }

  fileprivate var period: PeriodAmount.Period? {
    switch self {
    case .amount(let amount): amount.period
    case .uncertain(let uncertain): uncertain.planned?.period
    case .quoted(let value, _): value.period
    default: nil
    }
  }
}
