import Scenarios

/// What happened, day by day: what rules and events look back at (model 11).
struct Diary {
  /// Of a channel or a product on one day.
  struct Entry {
    var spend = 0.0
    var clicks = 0.0
    var orders = 0.0
    var revenue = 0.0
    var goods = 0.0
    var fees = 0.0
    var refunds = 0.0
    var disputes = 0.0

    static func + (a: Entry, b: Entry) -> Entry {
      var sum = a
      sum.spend += b.spend
      sum.clicks += b.clicks
      sum.orders += b.orders
      sum.revenue += b.revenue
      sum.goods += b.goods
      sum.fees += b.fees
      sum.refunds += b.refunds
      sum.disputes += b.disputes
      return sum
    }

    static func * (entry: Entry, share: Double) -> Entry {
      var part = Entry()
      part.spend = entry.spend * share
      part.clicks = entry.clicks * share
      part.orders = entry.orders * share
      part.revenue = entry.revenue * share
      part.goods = entry.goods * share
      part.fees = entry.fees * share
      return part
    }
  }

  /// By place and day; refunds and disputes also of days to come.
  private var channels: [[Entry]]
  private var products: [[Entry]]
  /// By channel, product and day: the part of the product's orders that the channel brought.
  private var brought: [[[Double]]]
  /// Cash at the end of each day so far.
  var cash: [Double] = []
  /// Units in own stock, of yesterday evening.
  var stock: [Subject: Double] = [:]

  init(channels: Int, products: Int, days: Int) {
    let none = [Entry](repeating: Entry(), count: days)
    self.channels = [[Entry]](repeating: none, count: channels)
    self.products = [[Entry]](repeating: none, count: products)
    brought = (0..<channels).map { _ in
      [[Double]](repeating: [Double](repeating: 0, count: days), count: products)
    }
  }

  mutating func note(channel: Int, spend: Double, clicks: Double, on day: Int) {
    channels[channel][day].spend += spend
    channels[channel][day].clicks += clicks
  }

  mutating func note(product: Int, on day: Int, _ change: (inout Entry) -> Void) {
    guard products[product].indices.contains(day) else { return }
    change(&products[product][day])
  }

  /// The channels' orders for a product, of which so many could be taken: those of the first channels.
  mutating func note(orders: [Double], of product: Int, taken: Double, on day: Int) {
    var left = taken
    for (channel, wanted) in orders.enumerated() where channel < channels.count {
      let part = min(wanted, left)
      left -= part
      brought[channel][product][day] = part > 0 ? part / taken : 0
    }
  }

  func ofChannel(_ channel: Int, _ days: Range<Int>, allOrders: Bool) -> Entry {
    days.reduce(Entry()) { sum, day in
      let own = products.indices.reduce(channels[channel][day]) { sum, product in
        sum + products[product][day] * (allOrders ? 1 : brought[channel][product][day])
      }
      return sum + own
    }
  }

  func spendOfChannel(_ channel: Int, _ days: Range<Int>) -> Entry {
    days.reduce(Entry()) { $0 + channels[channel][$1] }
  }

  func ofProduct(_ product: Int, _ days: Range<Int>) -> Entry { days.reduce(Entry()) { $0 + products[product][$1] } }
}
