import CRows
import Statistics

/// What rows of visits, orders and shares are made of. Worlds, of which there are thousands, have single precision, which
/// twice as many lanes of a vector hold; the plan, one lane, has double precision: a balance that is the small rest of large
/// sums is read from it to the cent.
protocol RowNumber: BinaryFloatingPoint & Sendable {
  static var loops: RowLoops<Self> { get }
  /// What is drawn into such rows; nil where nothing ever is.
  static var draws: RowDraws<Self>? { get }
  /// The same number, exactly.
  var double: Double { get }
}

/// The loops over rows of one precision (CRows, numbers.def, where each is described).
struct RowLoops<Number: RowNumber>: Sendable {
  typealias Reads = UnsafePointer<Number>
  typealias Writes = UnsafeMutablePointer<Number>
  typealias ReadsMoney = UnsafePointer<Double>

  let exp: @Sendable (_ x: Reads, _ results: Writes, _ count: Int) -> Void
  let log: @Sendable (_ x: Reads, _ results: Writes, _ count: Int) -> Void
  let ramp:
    @Sendable (
      _ day: Double, _ rampDays: ReadsMoney, _ full: ReadsMoney, _ alive: ReadsMoney, _ visits: Writes, _ count: Int
    ) -> Void
  let pause: @Sendable (_ open: Reads, _ today: Number, _ started: Writes, _ paused: Writes, _ count: Int) -> Void
  let spend:
    @Sendable (
      _ budget: ReadsMoney, _ paused: Reads, _ alive: ReadsMoney, _ credit: ReadsMoney, _ cash: MoneyRow,
      _ spent: MoneyRow, _ planned: MoneyRow, _ paid: MoneyRow, _ count: Int
    ) -> Void
  let click:
    @Sendable (
      _ spent: ReadsMoney, _ carryover: Reads, _ season: Double, _ price: ReadsMoney, _ inflation: ReadsMoney,
      _ adstock: Writes, _ clicks: Writes, _ count: Int
    ) -> Void
  let saturate: @Sendable (_ adstock: Reads, _ saturation: Reads, _ clicks: Writes, _ count: Int) -> Void
  let scale: @Sendable (_ factor: ReadsMoney, _ row: Writes, _ count: Int) -> Void
  let season: @Sendable (_ season: Double, _ trend: ReadsMoney, _ demand: Writes, _ count: Int) -> Void
  let multiply: @Sendable (_ factor: Reads, _ row: Writes, _ count: Int) -> Void
  let convert: @Sendable (_ demand: Reads, _ copycats: ReadsMoney, _ conversion: Writes, _ count: Int) -> Void
  let tire:
    @Sendable (
      _ age: ReadsMoney, _ decay: ReadsMoney, _ least: ReadsMoney, _ freshness: MoneyRow, _ conversion: Writes,
      _ count: Int
    ) -> Void
  let learn:
    @Sendable (
      _ today: Number, _ started: Reads, _ days: ReadsMoney, _ factor: ReadsMoney, _ conversion: Writes, _ count: Int
    ) -> Void
  let expect:
    @Sendable (
      _ visits: Reads, _ share: Number, _ appeal: Reads, _ conversion: Reads, _ means: Writes, _ count: Int
    ) -> Void
  let offer: @Sendable (_ most: Number, _ onSale: Reads, _ means: Writes, _ lost: MoneyRow, _ count: Int) -> Void
  let add: @Sendable (_ row: Reads, _ sum: Writes, _ count: Int) -> Void
  let book: @Sendable (_ row: Reads, _ sum: MoneyRow, _ count: Int) -> Void
  let bookProduct: @Sendable (_ counts: Reads, _ amount: ReadsMoney, _ sum: MoneyRow, _ count: Int) -> Void
  let take: @Sendable (_ refuses: Reads, _ wanted: Writes, _ taken: Writes, _ count: Int) -> Void
  let any: @Sendable (_ row: Reads, _ found: UnsafeMutablePointer<Bool>, _ count: Int) -> Void
  let passOpen:
    @Sendable (
      _ row: Reads, _ shut: Reads, _ open: Writes, _ holdsBack: UnsafeMutablePointer<Bool>, _ count: Int
    ) -> Void
  let cost:
    @Sendable (
      _ counts: Reads, _ cost: ReadsMoney, _ others: Reads, _ otherCost: ReadsMoney, _ costs: MoneyRow, _ count: Int
    ) -> Void
  let sellThrough: @Sendable (_ refuses: Reads, _ onSale: Writes, _ count: Int) -> Void
  let join: @Sendable (_ joins: ReadsMoney, _ returning: Writes, _ count: Int) -> Void
  let comeBack:
    @Sendable (
      _ draws: Reads, _ onSale: Reads, _ alive: ReadsMoney, _ returning: Writes, _ wanted: Writes, _ lost: MoneyRow,
      _ count: Int
    ) -> Void
  let sell:
    @Sendable (
      _ counts: Reads, _ value: ReadsMoney, _ vat: ReadsMoney, _ fee: ReadsMoney, _ revenue: MoneyRow, _ fees: MoneyRow,
      _ count: Int
    ) -> Void
  let floor: @Sendable (_ x: ReadsMoney, _ results: Writes, _ count: Int) -> Void
  let shut:
    @Sendable (
      _ failed: Reads, _ failedOn: Reads, _ closed: Reads, _ today: Number, _ detection: ReadsMoney, _ shut: Writes,
      _ knownShut: Writes, _ count: Int
    ) -> Void
  let schedule:
    @Sendable (
      _ counts: Reads, _ amount: ReadsMoney, _ lag: ReadsMoney, _ day: Int, _ days: Int, _ due: MoneyRow, _ width: Int,
      _ count: Int
    ) -> Void
  let bookShare: @Sendable (_ amount: ReadsMoney, _ share: Reads, _ sum: MoneyRow, _ count: Int) -> Void
  let bookPart: @Sendable (_ counts: Reads, _ share: Reads, _ sum: MoneyRow, _ count: Int) -> Void
  let shareOut: @Sendable (_ total: Reads, _ left: Writes, _ wanted: Writes, _ count: Int) -> Void
}

/// What worlds draw (CRows, rows.def). A class, because it is asked for many times a day: each copy of a value would count
/// the references of every function in it.
final class RowDraws<Number: RowNumber>: Sendable {
  typealias Reads = UnsafePointer<Number>
  typealias Writes = UnsafeMutablePointer<Number>
  typealias Words = UnsafePointer<UInt32>

  let normals: @Sendable (_ radii: Words, _ angles: Words, _ cosines: Writes, _ sines: Writes, _ count: Int) -> Void
  let cosines: @Sendable (_ radii: Words, _ angles: Words, _ cosines: Writes, _ count: Int) -> Void
  let poisson: @Sendable (_ means: Reads, _ words: Words, _ counts: Writes, _ count: Int) -> Void
  let binomial:
    @Sendable (_ trials: Reads, _ probabilities: Reads, _ words: Words, _ counts: Writes, _ count: Int) -> Void
  let swing:
    @Sendable (_ persistence: Reads, _ innovation: Reads, _ normals: Reads, _ state: Writes, _ count: Int) -> Void
  let scaleLognormal:
    @Sendable (_ state: Reads, _ deviation: Reads, _ sign: Number, _ row: Writes, _ count: Int) -> Void
  let blend: @Sendable (_ commonWeight: Reads, _ common: Reads, _ ownWeight: Reads, _ row: Writes, _ count: Int) -> Void
  let fail:
    @Sendable (
      _ words: Words, _ shared: Words?, _ common: UnsafePointer<Double>, _ failure: UnsafePointer<Double>,
      _ reopening: UnsafePointer<Double>, _ today: Number, _ failed: Writes, _ failedOn: Writes, _ count: Int
    ) -> Void
  let total: @Sendable (_ row: Reads, _ sum: UnsafeMutablePointer<UInt64>, _ count: Int) -> Void
  let listOrders:
    @Sendable (_ counts: Reads, _ first: Reads, _ orders: UnsafePointer<crows_orders>, _ count: Int) -> Void

  init(
    normals:
      @escaping @Sendable (_ radii: Words, _ angles: Words, _ cosines: Writes, _ sines: Writes, _ count: Int) -> Void,
    cosines: @escaping @Sendable (_ radii: Words, _ angles: Words, _ cosines: Writes, _ count: Int) -> Void,
    poisson: @escaping @Sendable (_ means: Reads, _ words: Words, _ counts: Writes, _ count: Int) -> Void,
    binomial:
      @escaping @Sendable (_ trials: Reads, _ probabilities: Reads, _ words: Words, _ counts: Writes, _ count: Int) ->
      Void,
    swing:
      @escaping @Sendable (_ persistence: Reads, _ innovation: Reads, _ normals: Reads, _ state: Writes, _ count: Int)
      -> Void,
    scaleLognormal:
      @escaping @Sendable (_ state: Reads, _ deviation: Reads, _ sign: Number, _ row: Writes, _ count: Int) -> Void,
    blend:
      @escaping @Sendable (_ commonWeight: Reads, _ common: Reads, _ ownWeight: Reads, _ row: Writes, _ count: Int) ->
      Void,
    fail:
      @escaping @Sendable (
        _ words: Words, _ shared: Words?, _ common: UnsafePointer<Double>, _ failure: UnsafePointer<Double>,
        _ reopening: UnsafePointer<Double>, _ today: Number, _ failed: Writes, _ failedOn: Writes, _ count: Int
      ) -> Void,
    total: @escaping @Sendable (_ row: Reads, _ sum: UnsafeMutablePointer<UInt64>, _ count: Int) -> Void,
    listOrders:
      @escaping @Sendable (_ counts: Reads, _ first: Reads, _ orders: UnsafePointer<crows_orders>, _ count: Int) -> Void
  ) {
    self.normals = normals
    self.cosines = cosines
    self.poisson = poisson
    self.binomial = binomial
    self.swing = swing
    self.scaleLognormal = scaleLognormal
    self.blend = blend
    self.fail = fail
    self.total = total
    self.listOrders = listOrders
  }
}

extension Float: RowNumber {
  var double: Double { Double(self) }

  static let loops = RowLoops<Float>(
    exp: crows_exp, log: crows_log,
    ramp: crows_ramp, pause: crows_pause, spend: crows_spend, click: crows_click, saturate: crows_saturate,
    scale: crows_scale, season: crows_season, multiply: crows_multiply, convert: crows_convert, tire: crows_tire,
    learn: crows_learn, expect: crows_expect, offer: crows_offer, add: crows_add, book: crows_book,
    bookProduct: crows_book_product, take: crows_take, any: crows_any, passOpen: crows_pass_open, cost: crows_cost,
    sellThrough: crows_sell_through, join: crows_join, comeBack: crows_come_back, sell: crows_sell, floor: crows_floor,
    shut: crows_shut, schedule: crows_schedule, bookShare: crows_book_share, bookPart: crows_book_part,
    shareOut: crows_share_out)

  static let draws: RowDraws<Float>? = RowDraws(
    normals: crows_normals, cosines: crows_cosines, poisson: crows_poisson, binomial: crows_binomial,
    swing: crows_swing, scaleLognormal: crows_scale_lognormal, blend: crows_blend, fail: crows_fail,
    total: crows_total, listOrders: crows_list_orders)
}

extension Double: RowNumber {
  var double: Double { self }

  static let loops = RowLoops<Double>(
    exp: { x, results, count in for i in 0..<count { results[i] = Elementary.exp(x[i]) } },
    log: { x, results, count in for i in 0..<count { results[i] = Elementary.log(x[i]) } },
    ramp: crows_double_ramp, pause: crows_double_pause, spend: crows_double_spend, click: crows_double_click,
    saturate: crows_double_saturate, scale: crows_double_scale, season: crows_double_season,
    multiply: crows_double_multiply, convert: crows_double_convert, tire: crows_double_tire, learn: crows_double_learn,
    expect: crows_double_expect, offer: crows_double_offer, add: crows_double_add, book: crows_double_book,
    bookProduct: crows_double_book_product, take: crows_double_take, any: crows_double_any,
    passOpen: crows_double_pass_open, cost: crows_double_cost, sellThrough: crows_double_sell_through,
    join: crows_double_join, comeBack: crows_double_come_back, sell: crows_double_sell, floor: crows_double_floor,
    shut: crows_double_shut, schedule: crows_double_schedule, bookShare: crows_double_book_share,
    bookPart: crows_double_book_part, shareOut: crows_double_share_out)

  static let draws: RowDraws<Double>? = nil
}
