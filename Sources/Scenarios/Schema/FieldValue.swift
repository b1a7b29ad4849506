package import Language

/// The value of one parameter, whatever its owner.
package enum FieldValue: Equatable, Sendable {
  /// In the unit of the field's kind; shares and rates as fractions of one.
  case number(Double)
  case amount(PeriodAmount)
  case lag(Lag)
  case size(Size)
  case opening(Opening)
  case chance(Chance)
  case text(String)
  case flag(Bool)
  case date(CalendarDate)
  case list([Double])
  /// A number that is not the same in every world.
  indirect case uncertain(Uncertain)
  /// Money that was written in another currency than the one its parameter has unless told, by its three letters. Only
  /// what is read or set is such a value: a scenario keeps the amount and its currency apart.
  indirect case quoted(FieldValue, in: String)
}

extension FieldValue {
  /// The value without its currency.
  package var amountAlone: FieldValue {
    if case .quoted(let value, _) = self { value } else { self }
  }

  /// The currency that was written beside it, where that is another than its parameter's own.
  package var writtenCurrency: String? {
    if case .quoted(_, let code) = self { code } else { nil }
  }
}
