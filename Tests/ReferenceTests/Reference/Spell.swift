import Scenarios

/// Something that befalls now and then and passes: a failure, a stock-out, a slide of quality. It never begins on day
/// 0, and never on the day the last one ended.
struct Spell {
  /// Its first day; nil while there is none.
  private(set) var since: Int?
  private var endsOn = 0

  var isOn: Bool { since != nil }

  /// - Parameters:
  ///   - days: one number is the mean of a geometric length; anything else is drawn for each.
  ///   - isStruck: whether it begins anyway, by a common cause.
  mutating func begin(
    _ day: Int, chance: Double, days: Lag, isStruck: Bool = false, fault: ReferenceFault? = nil,
    _ random: inout RandomNumbers
  ) {
    if isOn {
      if day == endsOn { since = nil }
    } else if day > 0 {
      guard random.happens(chance) || isStruck else { return }
      since = day
      if case .fixed(let mean) = days {
        endsOn = day + random.geometric(mean: mean)
      } else if fault == .drawnLengthIsMean {
        endsOn = day + random.geometric(mean: days.mean)
      } else {
        endsOn = day + max(1, Time.wholeDays(random.days(days)))
      }
    }
  }

  mutating func end() { since = nil }

  func isKnown(_ day: Int, after days: Double) -> Bool { since.map { day >= $0 + Int(days) } ?? false }
}
