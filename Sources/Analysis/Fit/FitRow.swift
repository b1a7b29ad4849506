package import Scenarios

/// What the files of a shop say of one number of its scenario.
package struct FitRow: Sendable {
  package enum Method: String, Sendable {
    case conjugate, grid
    case readOff = "read_off"
    case worlds
  }

  package enum Verdict: String, Sendable, Comparable {
    case pass = "PASS"
    case review = "REVIEW"
    case fail = "FAIL"

    package static func < (a: Verdict, b: Verdict) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .pass ? 0 : self == .review ? 1 : 2 }
  }

  /// What it was seen in, for the eye.
  package enum Seen: Sendable, Equatable {
    case weeks(Int)
    case orders(Double, of: Double)
    case ripe(Double, of: Double)
    case events(Int, months: Double)
    case payouts(Int)
    case sales(Int)
    case costs(Int)
    case deliveries(Int)
    case customers(Int, of: Int)
  }

  package enum Reason: Sendable, Equatable {
    /// A single number of the scenario counts as so many of what was seen.
    case oneNumber(worth: Double, unit: Unit)
    case surprising(Double)
    /// From one rate to another, in the first and the second half.
    case drift(first: Double, second: Double)
    case gaps(days: Int, of: Int)
    case oddWeeks(Int)
    case tooFew(orders: Int, weeks: Int)
    case worlds(shape: Double?, effective: Double)
    case plannedVisits
    case noCustomers
    case saturated
    case partsInProportion
    case scattered

    package enum Unit: Sendable { case visits, orders, months, weeks, customers }
  }

  /// A change of the scenario that the row proposes.
  package struct Change: Sendable {
    package let path: String
    package let value: FieldValue
    package let text: String
  }

  /// Its path; or what several together are, such as `returns.refunds`.
  package let parameter: String
  /// The path whose unit its numbers have.
  package let unit: String
  package let method: Method
  package let prior: Quantiles3
  /// What one number of the scenario was taken to be worth; nil for a range.
  package var priorWorth: Double?
  /// As the scenario has it.
  package let given: String
  package var posterior: Quantiles3
  package var seen: Seen
  package var k: Double?
  package var n: Double?
  package var dispersion: Double?
  package var surprise: Double?
  package var moved = true
  package var verdict = Verdict.pass
  package var reasons: [Reason] = []
  package var changes: [Change] = []
}
