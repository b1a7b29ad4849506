import Scenarios

/// One supplier's offer of one product (model 6).
struct ReferenceOffer {
  var terms: Offer
  /// Where it is own stock.
  var stock: ReferenceStock?
  private let fault: ReferenceFault?
  private var stockout = Spell()
  private var delistedOn: Int?
  private var today = 0

  init(_ terms: Offer, isOwnStock: Bool, days: Int, fault: ReferenceFault?) {
    self.terms = terms
    self.fault = fault
    stock = isOwnStock ? ReferenceStock(days: days, fault: fault) : nil
  }

  mutating func begin(_ day: Int, _ random: inout RandomNumbers) {
    today = day
    if delistedOn == nil, day > 0, random.happens(Time.daily(perMonth: terms.delistingRate)) { delistedOn = day }
    stockout.begin(
      day, chance: Time.daily(perMonth: terms.stockoutRate), days: terms.stockoutDays, fault: fault, &random)
    stock?.arrive(day)
  }

  /// Out of stock at the supplier, or delisted; empty own stock is another matter.
  var isGone: Bool { stockout.isOn || delistedOn != nil }

  func isKnownGone(after days: Double) -> Bool {
    let isDelisted = delistedOn.map { today >= $0 + Int(days) } ?? false
    return isDelisted || (fault != .stockoutNeverKnown && stockout.isKnown(today, after: days))
  }
}

/// Goods that the operator owns, at the average of what they cost.
struct ReferenceStock {
  private(set) var units = 0.0
  private(set) var value = 0.0
  /// Units that belong to waiting orders.
  private(set) var reserved = 0.0
  private let fault: ReferenceFault?
  private var unitsUnderWay: Schedule
  private var valueUnderWay: Schedule
  private var lastPrice = 0.0

  init(days: Int, fault: ReferenceFault?) {
    self.fault = fault
    unitsUnderWay = Schedule(days: days)
    valueUnderWay = Schedule(days: days)
  }

  /// Goods that cost `price` a unit come on that day; when that is today they are here at once.
  mutating func buy(_ count: Double, at price: Double, arriving day: Int, today: Int) {
    lastPrice = price
    unitsUnderWay.add(count, on: day)
    valueUnderWay.add(count * price, on: day)
    if day == today { arrive(today) }
  }

  mutating func arrive(_ day: Int) {
    units += unitsUnderWay.take(day)
    value += valueUnderWay.take(day)
  }

  /// Units that can be sold.
  var available: Double { fault == .reservedSoldTwice ? units : units - reserved }

  /// What a purchase is decided by.
  var expected: Double {
    available + (fault == .unitsUnderWayForgotten ? 0 : unitsUnderWay.outstanding)
  }

  mutating func reserve(_ count: Double) { reserved += count }

  /// - Returns: what those units cost.
  mutating func take(_ count: Double) -> Double {
    let price = fault == .stockAtLastPrice ? lastPrice : (units > 0 ? value / units : 0)
    units -= count
    value -= count * price
    return count * price
  }

  /// At cost, with what is under way.
  var worth: Double { value + valueUnderWay.outstanding }
}
