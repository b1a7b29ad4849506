import Scenarios
import Statistics

/// A supplier of model 6, ready to run.
final class SupplierProgram: Sendable {
  let failureRate: Parameter
  let failureLength: SpellLength
  let canFail: Bool
  /// Its place among the regions.
  let region: Int
  let detectionDays: Parameter
  let capacity: Parameter?
  let lostRate: Parameter
  let defectRate: Parameter
  let recovery: Parameter
  let prices: SupplierPrices
  let slides: SlideProgram?
  let testOrderDays: Parameter?
  let dutyRate: Parameter
  let dutyPerOrder: Parameter
  let termsDays: Parameter
  let hasTerms: Bool
  /// The card that pays its bills, by its place.
  let card: Int?
  /// Scheduled closures by day.
  let closed: [Bool]

  init(_ supplier: Supplier, _ path: String, _ compiler: inout Compiler) {
    failureRate = compiler.parameter(path + ".failure_rate", supplier.failureRate)
    failureLength = SpellLength(supplier.failureDays, Stream(seed: compiler.seed, name: path + ".failure"))
    canFail = compiler.parameters.isUsed(failureRate)
    region = compiler.regions.firstIndex(of: supplier.region) ?? 0
    detectionDays = compiler.parameter(path + ".detection_days", supplier.detectionDays)
    capacity = compiler.parameter(path + ".capacity", supplier.capacity)
    lostRate = compiler.parameter(path + ".lost_rate", supplier.lostRate)
    defectRate = compiler.parameter(path + ".defect_rate", supplier.defectRate)
    recovery = compiler.parameter(path + ".supplier_recovery", supplier.supplierRecovery)
    prices = SupplierPrices(supplier, path, &compiler)
    slides = SlideProgram(supplier, path, &compiler)
    testOrderDays = compiler.parameter(path + ".test_order_days", supplier.testOrderDays)
    dutyRate = compiler.parameter(path + ".duty_rate", supplier.dutyRate)
    dutyPerOrder = compiler.parameter(path + ".duty_per_order", supplier.dutyPerOrder)
    termsDays = compiler.parameter(path + ".terms_days", supplier.termsDays)
    hasTerms = compiler.parameters.isUsed(termsDays)
    card = compiler.scenario.cards.index(of: supplier.card)
    var closed = [Bool](repeating: false, count: compiler.calendar.days)
    for closure in supplier.closures where !compiler.pins.skipsClosures {
      for first in compiler.scenario.occasions(of: closure.from) {
        for day in first..<(first + Int(closure.days)) where closed.indices.contains(day) { closed[day] = true }
      }
    }
    self.closed = closed
  }
}

/// How a supplier's prices move.
struct SupplierPrices {
  /// Its place among the currencies; nil for the scenario's own.
  let currency: Int?
  let drift: Parameter
  let jumpRate: Parameter
  let jump: Size
  let jumps: Bool
  /// Do its costs differ from day to day?
  let move: Bool
  /// Word 0 decides whether prices jump, word 1 by how much.
  let stream: Stream

  init(_ supplier: Supplier, _ path: String, _ compiler: inout Compiler) {
    currency = supplier.currency.isEmpty ? nil : compiler.scenario.currencies.index(of: supplier.currency)
    drift = compiler.parameter(path + ".price_drift", supplier.priceDrift)
    jumpRate = compiler.parameter(path + ".price_jump_rate", supplier.priceJumpRate)
    jump = supplier.priceJump
    jumps = compiler.parameters.isUsed(jumpRate)
    move = currency != nil || jumps || compiler.parameters.isUsed(drift)
    stream = Stream(seed: compiler.seed, name: path + ".price_jump")
  }
}

/// Hidden falls of a supplier's quality.
struct SlideProgram {
  let rate: Parameter
  let length: SpellLength
  let factor: Parameter

  /// nil for a supplier whose quality never slides.
  init?(_ supplier: Supplier, _ path: String, _ compiler: inout Compiler) {
    rate = compiler.parameter(path + ".slide_rate", supplier.slideRate)
    length = SpellLength(supplier.slideDays, Stream(seed: compiler.seed, name: path + ".slide"))
    factor = compiler.parameter(path + ".slide_factor", supplier.slideFactor)
    guard compiler.parameters.isUsed(rate) else { return nil }
  }
}
