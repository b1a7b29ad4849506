import Language
import Scenarios
import Simulation
import Statistics
import Testing

/// A shop that is entered in the middle of its life goes on as the same shop, run from its beginning (model 17).
@Suite("A run that is split at a day") struct SplittingTests {
  /// Orders of both kinds of payout, terms, a reserve, refunds, chargebacks and customers who come back. No parcel is lost:
  /// one that was is neither delivered nor still due, so that no owner could say what it is (AgreementTests have such).
  private static func shop(payoutFrom: String) -> String {
    """
    name: split
    start: 2027-01-04
    months: 4
    cash: {budget: 5000}
    costs: {apps: {amount: 3 USD per day}}
    products:
      lamp:
        price: 40
        promised_days: 13
        late_complaint: 30 %
        return_rate: 8 %
        repeat_rate: 30 %
        repeat_days: 12 days
        offers: {yiwu: {unit_cost: 11, shipping_cost: 4}}
    stores:
      shop: {conversion: 5 %, payment_fee: 3 %, payout_days: 5, payout_from: \(payoutFrom), reserve_rate: 8 %, reserve_days: 15}
    ads:
      meta: {budget: 50, cpc: 0.5, carryover: 60 %, fatigue_halflife: 20 days, creative_refresh: 14, creative_cost: 25, learning_days: 12, learning_factor: 0.6}
    traffic:
      search: {visits: 30, ramp_days: 60 days}
    suppliers:
      yiwu: {handling_days: 1, transit_days: "lognormal(10, 0.35)", defect_rate: 5 %, supplier_recovery: 60 %, terms_days: 6}
    returns:
      fraud_rate: 2 %
      refund_days: "uniform(1, 6)"
      dispute_share: 30 %
      dispute_days: "lognormal(15, 0.4)"
      chargeback_fee: 15
      keep_it_threshold: 30
      resale_share: 40 %
    """
  }

  @Test("states in, the same law out", arguments: [("order", 24), ("delivery", 41)])
  func sameLaw(payoutFrom: String, day: Int) throws {
    try Self.expectSameLaw(payoutFrom: payoutFrom, day: day, worlds: 80)
  }

  /// Each world goes on, and its state is entered in 32 others: among these its own end may have any place, each as likely.
  static func expectSameLaw(payoutFrom: String, day: Int, worlds: Int) throws {
    let whole = try scenario(Self.shop(payoutFrom: payoutFrom))
    let input = ReferenceInput(whole)
    let others = 32
    var places = Ending.figures.map { _ in [Double]() }
    for number in 0..<worlds {
      var world = ReferenceWorld(input, seed: 21, world: number)
      world.shipments = []
      for today in 0..<day { world.live(today) }
      let rest = try entering(world, whole, on: day)
      let before = world.books
      for today in day..<day + rest.dayCount { world.live(today) }
      let goneOn = Ending(world, since: before)
      var options = RunOptions()
      options.paths = others
      let outcome = try #require(try Program(rest, seed: UInt64(number)).run(options))
      let entered = (0..<others).map { Ending(outcome, $0) }
      for (place, figure) in Ending.figures.map(\.1).enumerated() {
        let (own, all) = (figure(goneOn), entered.map(figure))
        let (less, equal) = (all.count { $0 < own }, all.count { $0 == own })
        places[place].append((Double(less) + Double(equal) / 2) / Double(others))
      }
    }
    let uniform = (1.0 / 12).squareRoot()
    for (figure, places) in zip(Ending.figures, places) {
      let moments = Moments(places)
      let error = uniform / Double(worlds).squareRoot()
      #expect(abs(moments.mean - 0.5) < 4 * error, "\(figure.0): \(moments.mean) on average, not 0.5")
      // One standard error of a standard deviation of so many is a share of 0.45/√n; ends that are counts have steps.
      let spread = moments.standardDeviation / uniform
      #expect(abs(spread - 1) < 2.5 / Double(worlds).squareRoot() + 0.05, "\(figure.0): spread \(spread), not 1")
    }
  }

  /// What a world has on its way on the morning of a day, as an operator would write it down.
  private static func entering(_ world: ReferenceWorld, _ whole: Scenario, on day: Int) throws -> Scenario {
    var rest = whole
    func date(_ today: Int) -> CalendarDate { whole.date(ofDay: today) }
    rest.start = date(day)
    rest.months = 1
    rest.cash.budget = world.books.cash
    rest.stores["shop"]?.opens = .day(Double(-day))
    rest.ads["meta"]?.opens = .day(Double(-day))
    rest.traffic["search"]?.opens = .day(Double(-day))
    let account = world.accounts[0]
    for due in day..<whole.dayCount {
      if let amount = account.payout(on: due) {
        var payout = OpeningPayout()
        (payout.due, payout.amount) = (date(due), amount)
        rest.opening.payouts.append(payout)
      }
      if let amount = account.reserve(until: due) {
        var reserve = OpeningReserve()
        (reserve.until, reserve.amount) = (date(due), amount)
        rest.opening.reserves.append(reserve)
      }
      if world.bills.amount(due) > 0 {
        var debt = OpeningDebt()
        (debt.to, debt.due, debt.amount) = ("suppliers.yiwu", date(due), world.bills.amount(due))
        rest.opening.owed.append(debt)
      }
    }
    if account.deduction > 0 {
      var deduction = OpeningDeduction()
      deduction.amount = account.deduction
      rest.opening.deductions.append(deduction)
    }
    // Payouts from delivery have their dates in the reference as soon as orders are shipped, so they are listed above.
    for (key, orders) in Dictionary(grouping: world.shipments ?? [], by: { [$0.day, $0.due < day ? 1 : 0] }) {
      var old = OpeningOrders()
      (old.product, old.ordered, old.count) = ("lamp", date(key[0]), Double(orders.count))
      old.delivered = key[1] == 1
      rest.opening.orders.append(old)
    }
    rest.opening.orders.sort { ($0.ordered, $0.delivered == true ? 1 : 0) < ($1.ordered, $1.delivered == true ? 1 : 0) }
    try #require(rest.issues.isEmpty)
    return rest
  }
}

extension SimulatorTests {
  /// The same in many worlds and at several days.
  @Suite("A run that is split at any day") struct LongSplittingTests {
    @Test(
      "states in, the same law out",
      arguments: ["order", "delivery"].flatMap { start in [9, 24, 41, 60].map { (start, $0) } })
    func sameLaw(payoutFrom: String, day: Int) throws {
      try SplittingTests.expectSameLaw(payoutFrom: payoutFrom, day: day, worlds: isDeep ? 4_000 : 1_000)
    }
  }
}

/// How the days after the split went.
private struct Ending {
  let cash: Double
  let orders: Double
  let refunds: Double
  let chargebacks: Double
  let supplierPayments: Double

  static let figures: [(String, @Sendable (Ending) -> Double)] = [
    ("cash", { $0.cash }), ("orders", { $0.orders }), ("refunds", { $0.refunds }),
    ("chargebacks", { $0.chargebacks }), ("supplier payments", { $0.supplierPayments }),
  ]

  init(_ world: ReferenceWorld, since before: Books) {
    func grown(_ metric: Metric) -> Double { world.books.sum(metric) - before.sum(metric) }
    (cash, orders) = (world.books.cash, grown(.orders))
    (refunds, chargebacks, supplierPayments) = (grown(.refunds), grown(.chargebacks), grown(.supplierPayments))
  }

  init(_ outcome: Outcome, _ path: Int) {
    func sum(_ metric: Metric) -> Double { outcome.total(metric)[path] }
    (cash, orders) = (sum(.closingCash), sum(.orders))
    (refunds, chargebacks, supplierPayments) = (sum(.refunds), sum(.chargebacks), sum(.supplierPayments))
  }
}
