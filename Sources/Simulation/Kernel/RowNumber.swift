import CRows
import Statistics

/// What rows of visits, orders and shares are made of. Worlds, of which there are thousands, have single precision, which
/// twice as many lanes of a vector hold; the plan, one lane, has double precision: a balance that is the small rest of large
/// sums is read from it to the cent.
protocol RowNumber: BinaryFloatingPoint & Sendable {
  associatedtype Loops: RowLoops where Loops.Number == Self
  associatedtype Draws: RowDraws where Draws.Number == Self

  static var loops: Loops { get }
  /// What is drawn into such rows; nil where nothing ever is.
  static var draws: Draws? { get }
  /// The same number, exactly.
  var double: Double { get }
}

/// The loops over rows of one precision (CRows, numbers.def, where each is described).
///
/// Methods, and not functions that are kept: these would be called by way of two more, and whoever holds them would be
/// counted at each call.
protocol RowLoops: Sendable {
  associatedtype Number: RowNumber
  typealias Reads = UnsafePointer<Number>
  typealias Writes = UnsafeMutablePointer<Number>
  typealias ReadsMoney = UnsafePointer<Double>

  func exp(_ x: Reads, _ results: Writes, _ count: Int)
  func log(_ x: Reads, _ results: Writes, _ count: Int)
  func ramp(
    _ day: Double, _ rampDays: ReadsMoney, _ full: ReadsMoney, _ alive: ReadsMoney, _ visits: Writes, _ count: Int)
  func pause(_ open: Reads, _ today: Number, _ started: Writes, _ paused: Writes, _ count: Int)
  func spend(
    _ budget: ReadsMoney, _ paused: Reads, _ alive: ReadsMoney, _ credit: ReadsMoney, _ cash: MoneyRow,
    _ spent: MoneyRow, _ planned: MoneyRow, _ paid: MoneyRow, _ count: Int)
  func click(
    _ spent: ReadsMoney, _ carryover: Reads, _ season: Double, _ price: ReadsMoney, _ inflation: ReadsMoney,
    _ adstock: Writes, _ clicks: Writes, _ count: Int)
  func saturate(_ adstock: Reads, _ saturation: Reads, _ clicks: Writes, _ count: Int)
  func scale(_ factor: ReadsMoney, _ row: Writes, _ count: Int)
  func season(_ season: Double, _ trend: ReadsMoney, _ demand: Writes, _ count: Int)
  func multiply(_ factor: Reads, _ row: Writes, _ count: Int)
  func convert(_ demand: Reads, _ copycats: ReadsMoney, _ conversion: Writes, _ count: Int)
  func tire(
    _ age: ReadsMoney, _ decay: ReadsMoney, _ least: ReadsMoney, _ freshness: MoneyRow, _ conversion: Writes,
    _ count: Int)
  func learn(
    _ today: Number, _ started: Reads, _ days: ReadsMoney, _ factor: ReadsMoney, _ conversion: Writes, _ count: Int)
  func visit(
    _ visits: Reads, _ share: Number, _ appeal: Reads, _ conversion: Reads, _ most: Number, _ onSale: Reads,
    _ means: Writes, _ lost: MoneyRow, _ count: Int)
  func bookTwice(_ row: Reads, _ sum: MoneyRow, _ other: MoneyRow, _ count: Int)
  func bookUntil(_ counts: Reads, _ amount: ReadsMoney, _ sum: MoneyRow, _ due: MoneyRow, _ count: Int)
  func take(
    _ refuses: Reads, _ shut: Reads, _ wanted: Writes, _ taken: Writes, _ open: Writes,
    _ found: UnsafeMutablePointer<Bool>, _ holdsBack: UnsafeMutablePointer<Bool>, _ count: Int)
  func cost(
    _ counts: Reads, _ cost: ReadsMoney, _ others: Reads?, _ otherCost: ReadsMoney, _ costs: MoneyRow,
    _ goods: MoneyRow, _ watched: MoneyRow?, _ payments: MoneyRow?, _ cash: MoneyRow, _ count: Int)
  func sellWatched(
    _ counts: Reads, _ value: ReadsMoney, _ vat: ReadsMoney, _ fee: ReadsMoney, _ revenue: MoneyRow, _ fees: MoneyRow,
    _ watchedRevenue: MoneyRow, _ watchedFees: MoneyRow, _ count: Int)
  func offer(_ most: Number, _ onSale: Reads, _ means: Writes, _ lost: MoneyRow, _ count: Int)
  func add(_ row: Reads, _ sum: Writes, _ count: Int)
  func book(_ row: Reads, _ sum: MoneyRow, _ count: Int)
  func bookProduct(_ counts: Reads, _ amount: ReadsMoney, _ sum: MoneyRow, _ count: Int)
  func any(_ row: Reads, _ found: UnsafeMutablePointer<Bool>, _ count: Int)
  func passOpen(_ row: Reads, _ shut: Reads, _ open: Writes, _ holdsBack: UnsafeMutablePointer<Bool>, _ count: Int)
  func sellThrough(_ refuses: Reads, _ onSale: Writes, _ count: Int)
  func join(_ joins: ReadsMoney, _ returning: Writes, _ count: Int)
  func comeBack(
    _ draws: Reads, _ onSale: Reads, _ alive: ReadsMoney, _ returning: Writes, _ wanted: Writes, _ lost: MoneyRow,
    _ count: Int)
  func sell(
    _ counts: Reads, _ value: ReadsMoney, _ vat: ReadsMoney, _ fee: ReadsMoney, _ revenue: MoneyRow, _ fees: MoneyRow,
    _ count: Int)
  func floor(_ x: ReadsMoney, _ results: Writes, _ count: Int)
  func shut(
    _ failed: Reads, _ failedOn: Reads, _ closed: Reads, _ today: Number, _ detection: ReadsMoney, _ shut: Writes,
    _ knownShut: Writes, _ count: Int)
  func schedule(
    _ counts: Reads, _ amount: ReadsMoney, _ lag: ReadsMoney, _ day: Int, _ days: Int, _ due: MoneyRow, _ width: Int,
    _ count: Int)
  func bookShare(_ amount: ReadsMoney, _ share: Reads, _ sum: MoneyRow, _ count: Int)
  func bookPart(_ counts: Reads, _ share: Reads, _ sum: MoneyRow, _ count: Int)
  func shareOut(_ total: Reads, _ left: Writes, _ wanted: Writes, _ count: Int)
}

/// What worlds draw (CRows, rows.def).
protocol RowDraws: Sendable {
  associatedtype Number: RowNumber
  typealias Reads = UnsafePointer<Number>
  typealias Writes = UnsafeMutablePointer<Number>
  typealias ReadsMoney = UnsafePointer<Double>
  typealias Words = UnsafePointer<UInt32>

  func normals(_ radii: Words, _ angles: Words, _ cosines: Writes, _ sines: Writes, _ count: Int)
  func cosines(_ radii: Words, _ angles: Words, _ cosines: Writes, _ count: Int)
  func poisson(_ means: Reads, _ words: Words, _ counts: Writes, _ count: Int)
  func binomial(_ trials: Reads, _ probabilities: Reads, _ words: Words, _ counts: Writes, _ count: Int)
  func swing(_ persistence: Reads, _ innovation: Reads, _ normals: Reads, _ state: Writes, _ count: Int)
  func scaleLognormal(_ state: Reads, _ deviation: Reads, _ sign: Number, _ row: Writes, _ count: Int)
  func blend(_ commonWeight: Reads, _ common: Reads, _ ownWeight: Reads, _ row: Writes, _ count: Int)
  func fail(
    _ words: Words, _ shared: Words?, _ common: ReadsMoney, _ failure: ReadsMoney, _ reopening: ReadsMoney,
    _ today: Number, _ failed: Writes, _ failedOn: Writes, _ count: Int)
  func total(_ row: Reads, _ sum: UnsafeMutablePointer<UInt64>, _ count: Int)
  func listOrders(_ counts: Reads, _ first: Reads, _ orders: UnsafePointer<crows_orders>, _ count: Int)
}
