import Scenarios

/// A daily figure that is looked back at: of some channels or products, kept as running totals.
struct DailySum: Hashable, Sendable {
  enum Measure: Sendable { case spend, clicks, orders, revenue, goods, fees, refunds, chargebacks }

  /// Whose it is, by places in the program.
  enum Source: Hashable, Sendable {
    case channels([Int])
    case products([Int])
    /// What channels spend and bring for some products, by the products' shares of their visitors.
    case visitors(of: [Int])
    /// What some channels brought, by their part of each day's orders.
    case brought(by: [Int])
  }

  let measure: Measure
  let source: Source
}

/// All that rules, events and product tests look back at, each figure once. Nothing is kept for what nobody watches.
struct WatchProgram: Sendable {
  private(set) var sums: [DailySum] = []
  /// The longest window in which each is looked at.
  private(set) var windows: [Int] = []

  mutating func add(_ sum: DailySum, window: Int) -> Int {
    if let index = sums.firstIndex(of: sum) {
      windows[index] = max(windows[index], window)
      return index
    }
    sums.append(sum)
    windows.append(max(1, window))
    switch sum.measure {
    case .revenue, .goods, .fees: watchesSales = true
    case .refunds: watchesRefunds = true
    case .chargebacks: watchesChargebacks = true
    case .spend, .clicks, .orders: break
    }
    if case .brought = sum.source { watchesOrigins = true }
    return sums.count - 1
  }

  /// Somebody takes a part of what natural traffic brings.
  mutating func watchAllOrigins() { (watchesOrigins, watchesNaturalOrigins) = (true, true) }

  /// Does anybody look at what orders bring and cost, at refunds, at chargebacks, at who brought an order?
  private(set) var watchesSales = false
  private(set) var watchesRefunds = false
  private(set) var watchesChargebacks = false
  private(set) var watchesOrigins = false
  private(set) var watchesNaturalOrigins = false
}

/// A figure over the last days, made of sums.
struct TrailingFigure: Hashable, Sendable {
  let observable: Observable
  /// Days it looks back.
  let window: Int
  /// Places of the sums among those watched, in the order that the figure is made of them.
  let sums: [Int]

  /// From the sums of its window. Money spent for no order is an endless cost per order, so that a rule against dear
  /// orders sees it; nothing for nothing is no number.
  func value(_ sum: (Int) -> Double) -> Double {
    switch shape {
    case .sum: return sum(0)
    case .ratio: return sum(0) / sum(1)
    case .margin:
      let revenue = sum(0)
      return (revenue - sum(1) - sum(2) - sum(3)) / revenue
    }
  }

  enum Shape { case sum, ratio, margin }

  var shape: Shape {
    switch observable {
    case .roas, .cpa, .refundRate, .disputeRate: .ratio
    case .margin: .margin
    default: .sum
    }
  }
}

extension Observable {
  /// The daily figures it is made of: a ratio's upper, then its lower one.
  fileprivate var measures: [DailySum.Measure] {
    switch self {
    case .spend: [.spend]
    case .clicks: [.clicks]
    case .orders: [.orders]
    case .revenue: [.revenue]
    case .roas: [.revenue, .spend]
    case .cpa: [.spend, .orders]
    case .margin: [.revenue, .goods, .fees, .spend]
    case .refundRate: [.refunds, .orders]
    case .disputeRate: [.chargebacks, .orders]
    case .cash, .day, .month, .stock, .open: []
    }
  }
}

/// The channels and products that belong to somebody, by places in the program.
struct Crowd: Sendable {
  /// How a channel and a product share what both have a part in.
  enum Side: Sendable {
    /// It has its channels and its products whole.
    case whole
    /// Of the channels' spend a product has its share of their visitors.
    case product
    /// Of the products' orders a channel has those it brought.
    case channel
  }

  let channels: [Int]
  let products: [Int]
  let side: Side

  /// Where the daily figures of it come from.
  func source(of measure: DailySum.Measure) -> DailySum.Source {
    switch measure {
    case .spend, .clicks: side == .product ? .visitors(of: products) : .channels(channels)
    case .refunds, .chargebacks: .products(products)
    case .orders, .revenue, .goods, .fees: side == .channel ? .brought(by: channels) : .products(products)
    }
  }
}

extension WatchProgram {
  /// Watches what a figure is made of.
  mutating func add(_ observable: Observable, window: Int, of crowd: Crowd) -> TrailingFigure {
    let sums = observable.measures.map { add(DailySum(measure: $0, source: crowd.source(of: $0)), window: window) }
    return TrailingFigure(observable: observable, window: window, sums: sums)
  }
}
