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
}
