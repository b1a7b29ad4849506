package import Language

/// What the files of a shop tell, in the scenario's currency and by the names that the scenario gives its parts.
package struct SeenShop: Sendable {
  package struct AdDay: Sendable {
    package let channel: String
    package let day: CalendarDate
    package let spend: Double
    package let clicks: Double

    package init(channel: String, day: CalendarDate, spend: Double, clicks: Double) {
      (self.channel, self.day, self.spend, self.clicks) = (channel, day, spend, clicks)
    }
  }

  package struct Order: Sendable {
    package let name: String
    package let day: CalendarDate
    package let value: Double
    /// A digest; empty where the file names no customer.
    package let customer: String
    /// The scenario's names; empty where the files do not say.
    package let store, product: String

    package init(
      name: String, day: CalendarDate, value: Double, customer: String, store: String = "", product: String = ""
    ) {
      (self.name, self.day, self.value, self.customer) = (name, day, value, customer)
      (self.store, self.product) = (store, product)
    }
  }

  /// Money that went back.
  package struct Refund: Sendable {
    /// Empty where the file does not say.
    package let order: String
    /// nil where the file does not say.
    package let day: CalendarDate?
    package let amount: Double

    package init(order: String, day: CalendarDate?, amount: Double) {
      (self.order, self.day, self.amount) = (order, day, amount)
    }
  }

  /// A sale in the books of a processor.
  package struct Sale: Sendable {
    package let processor: String
    /// The scenario's name; empty where the files do not say.
    package let store: String
    package let day: CalendarDate
    package let gross: Double
    package let fee: Double
    /// The payout it is part of, and the day on which that was sent; nil while it is open.
    package let payout: String
    package let paid: CalendarDate?

    package init(
      processor: String, store: String = "", day: CalendarDate, gross: Double, fee: Double, payout: String,
      paid: CalendarDate?
    ) {
      (self.processor, self.store, self.day, self.gross, self.fee) = (processor, store, day, gross, fee)
      (self.payout, self.paid) = (payout, paid)
    }
  }

  /// Goods of an order, as a supplier billed them.
  package struct Cost: Sendable {
    package let supplier: String
    /// The scenario's name of what was bought; empty where the files do not say.
    package let product: String
    package let ordered: CalendarDate
    package let delivered: CalendarDate?
    /// Of a unit, and of the order.
    package let goods: Double?
    package let shipping: Double?

    package init(
      supplier: String, product: String = "", ordered: CalendarDate, delivered: CalendarDate?, goods: Double?,
      shipping: Double?
    ) {
      (self.supplier, self.product, self.ordered, self.delivered) = (supplier, product, ordered, delivered)
      (self.goods, self.shipping) = (goods, shipping)
    }
  }

  package var ads: [AdDay] = []
  package var orders: [Order] = []
  package var refunds: [Refund] = []
  package var chargebacks: [Refund] = []
  package var sales: [Sale] = []
  package var costs: [Cost] = []
  /// Platforms whose days belong to no channel of the scenario.
  package var strangers: [String] = []

  package init() {}

  /// What had arrived in the evening of a day.
  package func known(on last: CalendarDate) -> SeenShop {
    var shop = self
    shop.ads = ads.filter { $0.day <= last }
    shop.orders = orders.filter { $0.day <= last }
    shop.refunds = refunds.filter { $0.day.map { $0 <= last } ?? false }
    shop.chargebacks = chargebacks.filter { $0.day.map { $0 <= last } ?? false }
    shop.sales = sales.filter { $0.day <= last }.map { sale in
      sale.paid.map { $0 > last } ?? false
        ? Sale(
          processor: sale.processor, store: sale.store, day: sale.day, gross: sale.gross, fee: sale.fee, payout: "",
          paid: nil) : sale
    }
    shop.costs = costs.filter { $0.ordered <= last }.map { cost in
      cost.delivered.map { $0 > last } ?? false
        ? Cost(
          supplier: cost.supplier, product: cost.product, ordered: cost.ordered, delivered: nil, goods: cost.goods,
          shipping: cost.shipping) : cost
    }
    return shop
  }

  /// The days that both ads and orders are known of; nil where there are none. Without ads those of the orders.
  package var period: ClosedRange<CalendarDate>? {
    guard let first = orders.map(\.day).min(), let last = orders.map(\.day).max() else { return nil }
    guard let start = ads.map(\.day).min(), let end = ads.map(\.day).max() else { return first...last }
    // A day of ads without an order is a day without an order, up to a few days behind the last one: a file of orders may
    // be older than that of the ads.
    let between = Double(first.days(until: last)) / Double(max(1, orders.count - 1))
    let reach = last.adding(days: 3 + Int(3 * between)) ?? last
    let (from, to) = (start, min(end, reach))
    return from <= to ? from...to : nil
  }
}

/// The days of a period, cut into weeks from its first day on.
struct SeenWeeks {
  let first: CalendarDate
  let days: Int
  let starts: [Int]

  /// Days behind the last whole week are a week of their own where they are four or more, else part of the last.
  init(_ period: ClosedRange<CalendarDate>) {
    first = period.lowerBound
    days = period.lowerBound.days(until: period.upperBound) + 1
    var starts = Array(stride(from: 0, to: days, by: 7))
    if starts.count > 1, days - starts[starts.count - 1] < 4 { starts.removeLast() }
    self.starts = starts
  }

  var count: Int { starts.count }

  func index(of day: CalendarDate) -> Int? {
    let place = first.days(until: day)
    return (0..<days).contains(place) ? place : nil
  }

  /// Sums of days by week.
  func sums(_ daily: [Double]) -> [Double] {
    starts.indices.map { week in
      let end = week + 1 < starts.count ? starts[week + 1] : days
      return daily[starts[week]..<end].reduce(0, +)
    }
  }

  func daily<Rows: Sequence>(_ rows: Rows, _ day: (Rows.Element) -> CalendarDate, _ value: (Rows.Element) -> Double)
    -> [Double]
  {
    var sums = [Double](repeating: 0, count: days)
    for row in rows { if let place = index(of: day(row)) { sums[place] += value(row) } }
    return sums
  }
}
