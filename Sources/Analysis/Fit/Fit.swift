package import Language
package import Scenarios
import Simulation
import Statistics

/// What the files of a shop teach about its scenario, and what they do not.
package struct Fit: Sendable {
  package struct NotSeen: Sendable, Equatable {
    package enum Why: Sendable, Equatable {
      case weeks(Int, needed: Int)
      case noFile
      case months(needed: Int)
      case payouts(Int, needed: Int)
      case deliveries(Int, needed: Int)
      case costs(Int, needed: Int)
      case customers(Int, needed: Int)
      case severalWays
      case severalProducts
      case severalStores
      case oneNumberAmongRanges
      case productTests
      case pricedByViews
      case noClicks
      case noReader
      case notLearnt
      case fromDelivery
    }

    package let parameter: String
    package let why: Why
  }

  package struct Together: Sendable {
    package let first, second: String
    package let rho: Double
  }

  package struct Worlds: Sendable {
    package let paths: Int
    package let seed: UInt64
    package let shape: Double?
    package let mostShape: Double
    package let effective: Double
  }

  package let period: ClosedRange<CalendarDate>
  package let weeks: Int
  package let orders: Int
  package let clicks: Double
  package let spend: Double
  package var rows: [FitRow] = []
  package var worlds: Worlds?
  package var correlations: [Together] = []
  package var notSeen: [NotSeen] = []
  package let strangers: [String]

  /// The worst of those that moved. Where none did: was there anything that could not be fitted?
  package var verdict: FitRow.Verdict {
    rows.filter(\.moved).map(\.verdict).max() ?? (rows.contains { $0.verdict == .fail } ? .fail : .pass)
  }

  /// What it proposes, in the order of the rows.
  package var changes: [FitRow.Change] { rows.filter { $0.moved && $0.verdict != .fail }.flatMap(\.changes) }

  /// Why nothing can be learnt at all.
  package enum Refusal: Error, Sendable {
    case noOrders
    case tooFew(orders: Int)
  }

  package static let leastOrders = 10
  package static let leastWeeks = 4
  package static let usualWorlds = 10_000

  /// - Parameters:
  ///   - scenario: whose ranges are what was believed before.
  ///   - paths: how many draws of the scenario's numbers are weighed where no formula does it.
  package init(
    _ shop: SeenShop, _ scenario: Scenario, seed: UInt64, paths: Int = Fit.usualWorlds
  ) throws(Refusal) {
    guard let period = shop.period else { throw .noOrders }
    let inside = shop.orders.filter { period.contains($0.day) }
    guard inside.count >= Self.leastOrders else { throw .tooFew(orders: inside.count) }
    let desk = FitDesk(shop, scenario, period, seed: seed, paths: paths)
    self.period = period
    weeks = desk.weeks.count
    orders = inside.count
    clicks = shop.ads.filter { period.contains($0.day) }.reduce(0) { $0 + $1.clicks }
    spend = shop.ads.filter { period.contains($0.day) }.reduce(0) { $0 + $1.spend }
    strangers = shop.strangers
    desk.fitClicks(&self)
    desk.fitOrders(&self)
    desk.fitRefunds(&self)
    desk.fitRepeats(&self)
    desk.fitPayments(&self)
    desk.fitSupply(&self)
    desk.tellRest(&self)
  }
}

/// What the parts of a fit work with.
struct FitDesk {
  let shop: SeenShop
  let scenario: Scenario
  /// Without ranges, its seasons of mean 1.
  let planned: Scenario
  let period: ClosedRange<CalendarDate>
  let weeks: SeenWeeks
  /// The day from which levels such as trend and learning count.
  let start: CalendarDate
  let seed: UInt64
  let paths: Int

  init(_ shop: SeenShop, _ scenario: Scenario, _ period: ClosedRange<CalendarDate>, seed: UInt64, paths: Int) {
    self.shop = shop
    self.scenario = scenario
    var plain = scenario.settled
    plain.uncertain = [:]
    plain.correlations = []
    _ = plain.normalizeSeasons()
    planned = plain
    self.period = period
    weeks = SeenWeeks(period)
    start = min(scenario.start, period.lowerBound)
    self.seed = seed
    self.paths = paths
  }

  /// The path whose number a path has: itself, or what it is the same as.
  func slot(_ path: String) -> Slot? { scenario.origin(of: path).flatMap { scenario.slot($0) } }

  func spread(_ slot: Slot) -> Spread? {
    if case .spread(let spread) = scenario.uncertain[slot.path] { spread } else { nil }
  }

  func isUncertain(_ path: String) -> Bool { scenario.uncertain[path] != nil }

  /// Does something that the files put into one store belong to this one? To the only store everything does.
  func isOf(_ store: String, _ told: String) -> Bool { scenario.stores.names.count == 1 || told == store }

  /// As the scenario has it.
  func given(_ slot: Slot) -> String {
    switch slot.get(scenario) {
    case .number(let number): words(number, slot)
    case let value?: slot.info.kind.write(value, currency: scenario.currency(of: slot))
    case nil: ""
    }
  }

  /// A range of p5 to p95 in the words of a field, rounded outward to three digits, so that it is never narrower.
  func change(_ slot: Slot, to range: Quantiles3) -> FitRow.Change? {
    let bounds = slot.info.range ?? -.infinity ... .infinity
    let low = max(range.p5, bounds.lowerBound)
    let high = min(range.p95, bounds.upperBound)
    let kind = slot.info.kind
    if kind.isWhole || high - low <= 1e-9 * high.magnitude {
      let number = kind.isWhole ? range.p50.rounded() : range.p50.threeDigits(.toNearestOrEven)
      return change(slot, text: words(number, slot))
    }
    let (from, to) = (rounded(low, slot, .down), rounded(high, slot, .up))
    guard from < to else { return change(slot, text: words(range.p50, slot)) }
    switch kind {
    case .share: return change(slot, text: "\((from * 100).clean) to \((to * 100).clean) %")
    case .rate(let per): return change(slot, text: "\((from * 100).clean) to \((to * 100).clean) % per \(per.rawValue)")
    default:
      return change(slot, text: "\(from.plain) to \(words(to, slot))")
    }
  }

  func change(_ slot: Slot, text: String) -> FitRow.Change? {
    guard
      let value = try? slot.info.read(
        Fragment(text), currency: scenario.currency(of: slot), columns: noColumns)
    else { return nil }
    return FitRow.Change(path: slot.path, value: value, text: text)
  }

  /// Shares as percentages, to three digits.
  func words(_ number: Double, _ slot: Slot) -> String {
    switch slot.info.kind {
    case .share: "\((number * 100).clean) %"
    case .rate(let per): "\((number * 100).clean) % per \(per.rawValue)"
    default: slot.info.kind.write(.number(number), currency: scenario.currency(of: slot))
    }
  }

  private func rounded(_ number: Double, _ slot: Slot, _ rule: FloatingPointRoundingRule) -> Double {
    switch slot.info.kind {
    // Nobody reads hundredths of a point.
    case .share, .rate: number < 5e-5 ? 0 : (number * 100).threeDigits(rule) / 100
    default: number.threeDigits(rule)
    }
  }
}

extension Double {
  /// Three significant digits.
  func threeDigits(_ rule: FloatingPointRoundingRule) -> Double {
    guard isFinite, self != 0 else { return self }
    var scale = 1.0
    if magnitude >= 1000 {
      while magnitude / scale >= 1000 { scale *= 10 }
      return (self / scale).rounded(rule) * scale
    }
    while magnitude * scale < 100, scale < 1e12 { scale *= 10 }
    return (self * scale).rounded(rule) / scale
  }

  /// A percentage without the dust of its multiplication.
  fileprivate var clean: String { threeDigits(.toNearestOrEven).plain }
}
