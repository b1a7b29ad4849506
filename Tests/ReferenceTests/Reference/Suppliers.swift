import Language
import Scenarios

/// One supplier, open or shut, with its prices and its quality (model 6).
struct ReferenceSupplier {
  var terms: Boxed<Supplier>
  /// First day and number of days of each scheduled closure.
  private let closures: [Range<Int>]
  private var failure = Spell()
  private var slide = Spell()
  private var takenToday = 0.0
  private var isClosed = false
  /// Shut by a rule or event, which is known at once.
  var isShutByRule = false
  private var today = 0
  /// What its unit costs are multiplied by.
  private(set) var priceLevel = 1.0

  private let fault: ReferenceFault?

  init(_ terms: Supplier, in scenario: Scenario, fault: ReferenceFault?) {
    self.terms = Boxed(terms)
    self.fault = fault
    closures = terms.closures.flatMap { closure in
      Time.days(of: closure.from, in: scenario).map { $0..<$0 + Int(closure.days) }
    }
  }

  /// Closures do not stop the drawing of failures.
  ///
  /// - Parameter regionLuck: one draw for all suppliers of its region.
  mutating func begin(_ day: Int, regionLuck: Double, commonCause: Double, _ random: inout RandomNumbers) {
    today = day
    takenToday = 0
    isClosed = closures.contains { $0.contains(day) }
    let chance = Time.daily(perMonth: terms.failureRate)
    failure.begin(
      day, chance: (1 - commonCause) * chance, days: terms.failureDays,
      isStruck: regionLuck < commonCause * chance, fault: fault, &random)
  }

  /// After the events of the morning its quality and its prices change.
  mutating func change(_ day: Int, _ random: inout RandomNumbers) {
    slide.begin(day, chance: Time.daily(perMonth: terms.slideRate), days: terms.slideDays, fault: fault, &random)
    guard day > 0 else { return }
    priceLevel *= Time.growth(terms.priceDrift)
    if random.happens(Time.daily(perMonth: terms.priceJumpRate)) { priceLevel *= 1 + random.size(terms.priceJump) }
  }

  var isShut: Bool { isShutByRule || isClosed || failure.isOn }

  /// Does the operator know that it is shut?
  var isKnownShut: Bool { isShutByRule || isClosed || failure.isKnown(today, after: terms.detectionDays) }

  /// Orders it still takes today.
  var room: Double { terms.capacity.map { max(0, $0 - takenToday) } ?? .infinity }

  mutating func take(_ orders: Double) { takenToday += orders }

  /// The share of its shipped orders that are bad, during a slide unless other fates leave no room.
  func defectRate(otherFates: Double) -> Double {
    slide.isOn ? min(terms.defectRate * terms.slideFactor, max(0, 1 - otherFates)) : terms.defectRate
  }

  /// Is this a day on which the operator orders something to see how good it is?
  func isTested(_ day: Int) -> Bool {
    terms.testOrderDays.map { day > 0 && day.isMultiple(of: Int($0)) } ?? false
  }

  mutating func endSlide() { slide.end() }
}
