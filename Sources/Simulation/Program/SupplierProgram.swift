import Scenarios
import Statistics

/// A supplier of model section 6, ready to run.
struct SupplierProgram {
  let failureRate: Parameter
  let failureDays: Parameter
  let canFail: Bool
  let detectionDays: Parameter
  let capacity: Parameter?
  let lostRate: Parameter
  let defectRate: Parameter
  let recovery: Parameter
  /// Scheduled closures by day.
  let closed: [Bool]
  let stream: Stream

  init(_ supplier: Supplier, _ path: String, _ compiler: inout Compiler) {
    failureRate = compiler.parameter(path + ".failure_rate", supplier.failureRate)
    failureDays = compiler.parameter(path + ".failure_days", supplier.failureDays)
    canFail = compiler.parameters.isUsed(failureRate)
    detectionDays = compiler.parameter(path + ".detection_days", supplier.detectionDays)
    capacity = compiler.parameter(path + ".capacity", supplier.capacity)
    lostRate = compiler.parameter(path + ".lost_rate", supplier.lostRate)
    defectRate = compiler.parameter(path + ".defect_rate", supplier.defectRate)
    recovery = compiler.parameter(path + ".supplier_recovery", supplier.supplierRecovery)
    var closed = [Bool](repeating: false, count: compiler.calendar.days)
    for closure in supplier.closures {
      let first = compiler.calendar.day(of: closure.from)
      for day in first..<(first + Int(closure.days)) where closed.indices.contains(day) { closed[day] = true }
    }
    self.closed = closed
    stream = Stream(seed: compiler.seed, name: path + ".failure")
  }
}
