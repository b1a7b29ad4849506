import Language
import Scenarios
import Simulation
import Statistics

/// How many visits of a fresh creative on an average day the clicks of a shop were worth: the orders of a day are expected
/// to be the store's conversion times this (model 3 and 4, without chance).
struct OrderExposure {
  private let days: Int
  private let first: CalendarDate
  /// The day of the scenario on which the first one falls.
  private let offset: Int
  /// Clicks by channel and day.
  private let clicks: [(channel: String, daily: [Double])]
  private let store: Int

  /// - Parameter start: the scenario's first day, or an earlier one of the shop's.
  init(_ weeks: SeenWeeks, start: CalendarDate, clicks: [(channel: String, daily: [Double])], store: Int) {
    (days, first) = (weeks.days, weeks.first)
    offset = max(0, start.days(until: weeks.first))
    self.clicks = clicks
    self.store = store
  }

  /// By day, of one world: a scenario without ranges, its seasons of mean 1.
  func daily(in world: Scenario) -> [Double] {
    var sums = [Double](repeating: 0, count: days)
    let appeal = appeal(in: world)
    for (name, daily) in clicks {
      guard let channel = world.ads[name], world.storeIndex(channel.store) == store else { continue }
      let opens = world.day(of: channel.opens)
      let decay = channel.fatigueHalflife.map { Elementary.pow(0.5, 1 / $0) } ?? 1
      let refresh = channel.creativeRefresh.map { max(1, Int($0)) }
      var left = Elementary.pow(decay, Double(age(on: offset, opens, refresh)))
      for day in 0..<days {
        let today = offset + day
        if day > 0 { left = age(on: today, opens, refresh) == 0 ? 1 : left * decay }
        let learns = today >= opens && Double(today - opens) < channel.learningDays
        let fresh = channel.fatigueHalflife == nil ? 1 : max(channel.fatigueFloor, left)
        sums[day] += daily[day] * channel.intent * fresh * (learns ? channel.learningFactor : 1)
      }
    }
    for source in world.traffic.entries.map(\.value) where world.storeIndex(source.store) == store {
      let opens = world.day(of: source.opens)
      for day in 0..<days where offset + day >= opens {
        sums[day] += source.visits * Self.grown(offset + day - opens, source.rampDays) * source.intent
      }
    }
    let demand = demand(in: world)
    for day in 0..<days { sums[day] *= demand[day] * appeal }
    return sums
  }

  private func age(on day: Int, _ opens: Int, _ refresh: Int?) -> Int {
    let age = max(0, day - opens)
    return refresh.map { age % $0 } ?? age
  }

  /// Price, delivery and the products' own factors, by their shares of visitors.
  private func appeal(in world: Scenario) -> Double {
    world.products.entries.map(\.value).filter { world.storeIndex($0.store) == store }.reduce(0) { sum, product in
      let reference = product.referencePrice ?? product.price
      let price = product.price == reference ? 1 : Elementary.pow(product.price / reference, -product.elasticity)
      let speed = max(0.65, 1 - world.market.deliverySensitivity * max(0, product.promisedDays - 7))
      return sum + world.share(of: product) * product.conversionFactor * price * speed
    }
  }

  private func demand(in world: Scenario) -> [Double] {
    let market = world.market
    let step =
      Elementary.pow(1 + market.trend, 1.0 / 365) * Elementary.pow(1 - market.copycats, 1.0 / 365)
      * (market.fadHalflife.map { Elementary.pow(0.5, 1 / $0) } ?? 1)
    var level = Elementary.pow(step, Double(offset))
    return (0..<days).map { day in
      let month = (first.adding(days: day) ?? first).month - 1
      defer { level *= step }
      return market.season[month] * level
    }
  }

  /// From 5 % to 95 % along a logistic curve.
  private static func grown(_ day: Int, _ ramp: Double) -> Double {
    guard ramp > 0 else { return 1 }
    let steepness = 2 * Elementary.log(19) / ramp
    return 1 / (1 + Elementary.exp(-steepness * (Double(day) - ramp / 2)))
  }
}
