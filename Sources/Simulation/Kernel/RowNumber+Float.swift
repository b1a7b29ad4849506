import CRows

/// Rows of worlds, in single precision.
extension Float: RowNumber {
  static var loops: FloatLoops { FloatLoops() }
  static var draws: FloatDraws? { FloatDraws() }
  var double: Double { Double(self) }
}

struct FloatLoops: RowLoops {
  typealias Number = Float

  func exp(_ x: Reads, _ results: Writes, _ count: Int) { crows_exp(x, results, count) }
  func log(_ x: Reads, _ results: Writes, _ count: Int) { crows_log(x, results, count) }
  func ramp(
    _ day: Double, _ rampDays: ReadsMoney, _ full: ReadsMoney, _ alive: ReadsMoney, _ visits: Writes, _ count: Int
  ) { crows_ramp(day, rampDays, full, alive, visits, count) }
  func pause(_ open: Reads, _ today: Number, _ started: Writes, _ paused: Writes, _ count: Int) {
    crows_pause(open, today, started, paused, count)
  }
  func spend(
    _ budget: ReadsMoney, _ paused: Reads, _ alive: ReadsMoney, _ credit: ReadsMoney, _ cash: MoneyRow,
    _ spent: MoneyRow, _ planned: MoneyRow, _ paid: MoneyRow, _ count: Int
  ) { crows_spend(budget, paused, alive, credit, cash, spent, planned, paid, count) }
  func click(
    _ spent: ReadsMoney, _ carryover: Reads, _ season: Double, _ price: ReadsMoney, _ inflation: ReadsMoney,
    _ adstock: Writes, _ clicks: Writes, _ count: Int
  ) { crows_click(spent, carryover, season, price, inflation, adstock, clicks, count) }
  func saturate(_ adstock: Reads, _ saturation: Reads, _ clicks: Writes, _ count: Int) {
    crows_saturate(adstock, saturation, clicks, count)
  }
  func scale(_ factor: ReadsMoney, _ row: Writes, _ count: Int) { crows_scale(factor, row, count) }
  func season(_ season: Double, _ trend: ReadsMoney, _ demand: Writes, _ count: Int) {
    crows_season(season, trend, demand, count)
  }
  func multiply(_ factor: Reads, _ row: Writes, _ count: Int) { crows_multiply(factor, row, count) }
  func convert(_ demand: Reads, _ copycats: ReadsMoney, _ conversion: Writes, _ count: Int) {
    crows_convert(demand, copycats, conversion, count)
  }
  func tire(
    _ age: ReadsMoney, _ decay: ReadsMoney, _ least: ReadsMoney, _ freshness: MoneyRow, _ conversion: Writes,
    _ count: Int
  ) { crows_tire(age, decay, least, freshness, conversion, count) }
  func learn(
    _ today: Number, _ started: Reads, _ days: ReadsMoney, _ factor: ReadsMoney, _ conversion: Writes, _ count: Int
  ) { crows_learn(today, started, days, factor, conversion, count) }
  func visit(
    _ visits: Reads, _ share: Number, _ appeal: Reads, _ conversion: Reads, _ most: Number, _ onSale: Reads,
    _ means: Writes, _ lost: MoneyRow, _ count: Int
  ) { crows_visit(visits, share, appeal, conversion, most, onSale, means, lost, count) }
  func bookTwice(_ row: Reads, _ sum: MoneyRow, _ other: MoneyRow, _ count: Int) {
    crows_book_twice(row, sum, other, count)
  }
  func bookUntil(_ counts: Reads, _ amount: ReadsMoney, _ sum: MoneyRow, _ due: MoneyRow, _ count: Int) {
    crows_book_until(counts, amount, sum, due, count)
  }
  func take(
    _ refuses: Reads, _ shut: Reads, _ wanted: Writes, _ taken: Writes, _ open: Writes,
    _ found: UnsafeMutablePointer<Bool>, _ holdsBack: UnsafeMutablePointer<Bool>, _ count: Int
  ) { crows_take(refuses, shut, wanted, taken, open, found, holdsBack, count) }
  func cost(
    _ counts: Reads, _ cost: ReadsMoney, _ others: Reads?, _ otherCost: ReadsMoney, _ costs: MoneyRow,
    _ goods: MoneyRow, _ watched: MoneyRow?, _ payments: MoneyRow?, _ cash: MoneyRow, _ count: Int
  ) { crows_cost(counts, cost, others, otherCost, costs, goods, watched, payments, cash, count) }
  func sellWatched(
    _ counts: Reads, _ value: ReadsMoney, _ vat: ReadsMoney, _ fee: ReadsMoney, _ revenue: MoneyRow, _ fees: MoneyRow,
    _ watchedRevenue: MoneyRow, _ watchedFees: MoneyRow, _ count: Int
  ) { crows_sell_watched(counts, value, vat, fee, revenue, fees, watchedRevenue, watchedFees, count) }
  func offer(_ most: Number, _ onSale: Reads, _ means: Writes, _ lost: MoneyRow, _ count: Int) {
    crows_offer(most, onSale, means, lost, count)
  }
  func add(_ row: Reads, _ sum: Writes, _ count: Int) { crows_add(row, sum, count) }
  func book(_ row: Reads, _ sum: MoneyRow, _ count: Int) { crows_book(row, sum, count) }
  func bookProduct(_ counts: Reads, _ amount: ReadsMoney, _ sum: MoneyRow, _ count: Int) {
    crows_book_product(counts, amount, sum, count)
  }
  func any(_ row: Reads, _ found: UnsafeMutablePointer<Bool>, _ count: Int) { crows_any(row, found, count) }
  func passOpen(_ row: Reads, _ shut: Reads, _ open: Writes, _ holdsBack: UnsafeMutablePointer<Bool>, _ count: Int) {
    crows_pass_open(row, shut, open, holdsBack, count)
  }
  func sellThrough(_ refuses: Reads, _ onSale: Writes, _ count: Int) { crows_sell_through(refuses, onSale, count) }
  func join(_ joins: ReadsMoney, _ returning: Writes, _ count: Int) { crows_join(joins, returning, count) }
  func comeBack(
    _ draws: Reads, _ onSale: Reads, _ alive: ReadsMoney, _ returning: Writes, _ wanted: Writes, _ lost: MoneyRow,
    _ count: Int
  ) { crows_come_back(draws, onSale, alive, returning, wanted, lost, count) }
  func sell(
    _ counts: Reads, _ value: ReadsMoney, _ vat: ReadsMoney, _ fee: ReadsMoney, _ revenue: MoneyRow, _ fees: MoneyRow,
    _ count: Int
  ) { crows_sell(counts, value, vat, fee, revenue, fees, count) }
  func floor(_ x: ReadsMoney, _ results: Writes, _ count: Int) { crows_floor(x, results, count) }
  func shut(
    _ failed: Reads, _ failedOn: Reads, _ closed: Reads, _ today: Number, _ detection: ReadsMoney, _ shut: Writes,
    _ knownShut: Writes, _ count: Int
  ) { crows_shut(failed, failedOn, closed, today, detection, shut, knownShut, count) }
  func schedule(
    _ counts: Reads, _ amount: ReadsMoney, _ lag: ReadsMoney, _ day: Int, _ days: Int, _ due: MoneyRow, _ width: Int,
    _ count: Int
  ) { crows_schedule(counts, amount, lag, day, days, due, width, count) }
  func bookShare(_ amount: ReadsMoney, _ share: Reads, _ sum: MoneyRow, _ count: Int) {
    crows_book_share(amount, share, sum, count)
  }
  func bookPart(_ counts: Reads, _ share: Reads, _ sum: MoneyRow, _ count: Int) {
    crows_book_part(counts, share, sum, count)
  }
  func shareOut(_ total: Reads, _ left: Writes, _ wanted: Writes, _ count: Int) {
    crows_share_out(total, left, wanted, count)
  }
}

struct FloatDraws: RowDraws {
  typealias Number = Float

  func normals(_ radii: Words, _ angles: Words, _ cosines: Writes, _ sines: Writes, _ count: Int) {
    crows_normals(radii, angles, cosines, sines, count)
  }
  func cosines(_ radii: Words, _ angles: Words, _ cosines: Writes, _ count: Int) {
    crows_cosines(radii, angles, cosines, count)
  }
  func poisson(_ means: Reads, _ words: Words, _ counts: Writes, _ count: Int) {
    crows_poisson(means, words, counts, count)
  }
  func binomial(_ trials: Reads, _ probabilities: Reads, _ words: Words, _ counts: Writes, _ count: Int) {
    crows_binomial(trials, probabilities, words, counts, count)
  }
  func swing(_ persistence: Reads, _ innovation: Reads, _ normals: Reads, _ state: Writes, _ count: Int) {
    crows_swing(persistence, innovation, normals, state, count)
  }
  func scaleLognormal(_ state: Reads, _ deviation: Reads, _ sign: Number, _ row: Writes, _ count: Int) {
    crows_scale_lognormal(state, deviation, sign, row, count)
  }
  func blend(_ commonWeight: Reads, _ common: Reads, _ ownWeight: Reads, _ row: Writes, _ count: Int) {
    crows_blend(commonWeight, common, ownWeight, row, count)
  }
  func fail(
    _ words: Words, _ shared: Words?, _ common: ReadsMoney, _ failure: ReadsMoney, _ reopening: ReadsMoney,
    _ today: Number, _ failed: Writes, _ failedOn: Writes, _ count: Int
  ) { crows_fail(words, shared, common, failure, reopening, today, failed, failedOn, count) }
  func total(_ row: Reads, _ sum: UnsafeMutablePointer<UInt64>, _ count: Int) { crows_total(row, sum, count) }
  func listOrders(_ counts: Reads, _ first: Reads, _ orders: UnsafePointer<crows_orders>, _ count: Int) {
    crows_list_orders(counts, first, orders, count)
  }
}
