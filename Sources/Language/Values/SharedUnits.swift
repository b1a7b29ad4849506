/// What stands beside the numbers of one range, where it may be written once for all: `0.60 to 1.40 USD` are both USD,
/// `2 to 5 %` both percent, `$3 to 4 per day` both USD per day.
struct SharedUnits {
  private let measure: Quantity.Measure?
  private let per: Quantity.Per?

  /// Throws where two differ and a third is left out: nobody can say which was meant.
  init(of quantities: [Quantity]) throws(Fault) {
    let measures = quantities.compactMap(\.measure)
    let pers = quantities.compactMap(\.per)
    measure = measures.first
    per = pers.first
    let (areMixed, ratesAreMixed) = (measures.contains { $0 != measures.first }, pers.contains { $0 != pers.first })
    for quantity in quantities
    where areMixed && quantity.measure == nil || ratesAreMixed && quantity.per == nil {
      throw Fault(
        say("this number has no unit, and the other numbers do not all have the same unit"), at: quantity.span,
        help: say("write the unit after every number"))
    }
  }

  /// The quantity with what it lacks.
  func completing(_ quantity: Quantity) -> Quantity {
    let measure = quantity.measure ?? measure
    return Quantity(
      quantity.value, isPercent: measure?.isPercent ?? false, currency: measure?.currency, unit: measure?.unit,
      per: quantity.per ?? per, span: quantity.span)
  }
}

extension Quantity {
  /// What a quantity is counted in, the `per` aside.
  fileprivate struct Measure: Hashable {
    let isPercent: Bool
    let currency: String?
    let unit: UnitWord?
  }

  fileprivate var measure: Measure? {
    let hasMeasure = isPercent || currency != nil || unit != nil
    return hasMeasure ? Measure(isPercent: isPercent, currency: currency, unit: unit) : nil
  }

  /// Whether it is the smaller of two quantities in the same unit. Days and weeks are not compared here: to convert is
  /// for the field.
  func isBelow(_ other: Quantity) -> Bool {
    measure == other.measure && per == other.per && value < other.value
  }
}
