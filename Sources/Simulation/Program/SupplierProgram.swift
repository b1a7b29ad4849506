import Scenarios
import Statistics

/// A supplier of model section 6, ready to run.
struct SupplierProgram {
  /// Chance a day to shut, and, once shut, to open again.
  let failure: Double
  let reopening: Double
  let detectionDays: Int
  let capacity: Double?
  /// Scheduled closures by day.
  let closed: [Bool]
  let stream: Stream

  init(_ supplier: Supplier, name: String, calendar: Calendar, seed: UInt64) {
    failure = Rates.dailyProbability(perMonth: supplier.failureRate)
    reopening = 1 / supplier.failureDays
    detectionDays = Int(supplier.detectionDays)
    capacity = supplier.capacity.map { $0.rounded(.down) }
    var closed = [Bool](repeating: false, count: calendar.days)
    for closure in supplier.closures {
      let first = calendar.day(of: closure.from)
      for day in first..<(first + Int(closure.days)) where closed.indices.contains(day) { closed[day] = true }
    }
    self.closed = closed
    stream = Stream(seed: seed, name: "suppliers.\(name).failure")
  }

  var canFail: Bool { failure > 0 }
}
