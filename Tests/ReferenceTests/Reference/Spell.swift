/// Something that befalls now and then and passes: a failure, a stock-out, a slide of quality. It never begins on day
/// 0, and never on the day the last one ended.
struct Spell {
  /// Its first day; nil while there is none.
  private(set) var since: Int?
  private var endsOn = 0

  var isOn: Bool { since != nil }

  /// - Parameter isStruck: whether it begins anyway, by a common cause.
  mutating func begin(
    _ day: Int, chance: Double, meanDays: Double, isStruck: Bool = false, _ random: inout RandomNumbers
  ) {
    if isOn {
      if day == endsOn { since = nil }
    } else if day > 0 {
      guard random.happens(chance) || isStruck else { return }
      since = day
      endsOn = day + random.geometric(mean: meanDays)
    }
  }

  mutating func end() { since = nil }

  func isKnown(_ day: Int, after days: Double) -> Bool { since.map { day >= $0 + Int(days) } ?? false }
}
