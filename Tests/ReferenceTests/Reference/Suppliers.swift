import Language
import Scenarios

/// Section 6 of the model: one supplier, open or shut.
struct ReferenceSupplier {
  var terms: Supplier
  /// First day and number of days of each scheduled closure.
  private let closures: [Range<Int>]
  private var failedOn: Int?
  private var opensAgainOn = 0
  private var takenToday = 0.0
  private var isClosed = false
  /// Shut by a rule or event, which is known at once.
  var isShutByRule = false
  private var today = 0

  init(_ terms: Supplier, in scenario: Scenario) {
    self.terms = terms
    closures = terms.closures.map { closure in
      let first = scenario.start.days(until: closure.from)
      return first..<first + Int(closure.days)
    }
  }

  /// A failure is drawn from day 1 on, never on the day of reopening; closures do not stop the drawing.
  mutating func begin(_ day: Int, _ random: inout RandomNumbers) {
    today = day
    takenToday = 0
    isClosed = closures.contains { $0.contains(day) }
    if failedOn != nil {
      if day == opensAgainOn { failedOn = nil }
    } else if day > 0, random.happens(Time.daily(perMonth: terms.failureRate)) {
      failedOn = day
      opensAgainOn = day + random.geometric(mean: terms.failureDays)
    }
  }

  var isShut: Bool { isShutByRule || isClosed || failedOn != nil }

  /// Does the operator know that it is shut?
  var isKnownShut: Bool {
    if isClosed || isShutByRule { return true }
    guard let failedOn else { return false }
    return today >= failedOn + Int(terms.detectionDays)
  }

  private var hasCapacity: Bool { terms.capacity.map { takenToday < $0 } ?? true }

  /// Takes an order into today's capacity; false when it is known to be shut or full.
  mutating func takes() -> Bool {
    guard !isKnownShut, hasCapacity else { return false }
    takenToday += 1
    return true
  }
}
