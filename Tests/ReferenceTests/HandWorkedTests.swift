import Language
import Scenarios
import Simulation
import Testing

/// Figures worked out by hand, day by day, against the reference simulator's plan: two orders a day, nothing by chance.
@Suite("By hand") struct HandWorkedTests {
  /// Two orders a day at 50, for goods at 20.
  private static func shop(months: Int = 1, start: String = "2027-06-01", _ more: String = "") throws -> Scenario {
    try scenario(
      """
      name: by hand
      start: \(start)
      months: \(months)
      cash: {budget: 5000}
      products:
        product: {price: 50, offers: {supplier: {unit_cost: 20}}}
      stores:
        shop: {conversion: 5 %}
      ads:
        meta: {budget: 20, cpc: 0.5}
      suppliers:
        supplier: {}
      \(more)
      """)
  }

  private func expect(
    _ scenario: Scenario, _ metric: Metric, _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let plan = ReferenceOutcome(planOf: scenario)
    let months = (0..<plan.months).map { plan.monthly(metric, month: $0)[0] }
    let isEqual = zip(months, expected).allSatisfy { abs($0 - $1) < 1e-6 } && months.count == expected.count
    #expect(isEqual, "\(metric.name) is \(months), expected \(expected)", sourceLocation: sourceLocation)
  }

  // MARK: - Own stock

  /// Opening 14 units; 20 more are bought in the morning that finds 8 or less here and under way, 5 days before they
  /// come. A unit costs 10 and 10 % duty.
  ///
  ///     day   morning   bought   sold   evening
  ///       0        14               2        12
  ///       1        12               2        10
  ///       2        10               2         8
  ///       3         8       20      2         6
  ///       4         6               2         4
  ///       5         4               2         2
  ///       6         2               2         0
  ///       7         0               0         0
  ///       8        20               2        18
  ///       …         …               …         …
  ///      14         8       20      2         6
  ///      18         0               0         0
  ///      19        20               2        18
  ///      25         8       20      2         6
  ///      29         0               0         0
  @Test("own stock over 30 days") func ownStock() throws {
    var scenario = try Self.shop()
    var offer = Offer()
    offer.unitCost = 10
    offer.shippingCost = 2
    offer.ownStock.orderQuantity = 20
    offer.ownStock.reorderPoint = 8
    offer.ownStock.openingUnits = 14
    offer.ownStock.leadDays = .fixed(5)
    offer.ownStock.storage = 3.65
    offer.ownStock.fulfilment = 1.5
    offer.ownStock.leftoverShare = 0.5
    scenario.products["product"]?.offers["supplier"] = offer
    scenario.suppliers["supplier"]?.dutyRate = 0.1
    scenario.suppliers["supplier"]?.dutyPerOrder = 0.5
    scenario.suppliers["supplier"]?.termsDays = 5

    let evenings: [Double] = [
      12, 10, 8, 6, 4, 2, 0, 0, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0, 0, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0, 0,
    ]
    var world = ReferenceWorld(ReferenceInput(planOf: scenario), seed: 0, world: 0)
    for (day, units) in evenings.enumerated() {
      world.live(day)
      let stock = try #require(world.offers[0][0].stock)
      #expect(abs(stock.units - units) < 1e-9 && abs(stock.value - 11 * units) < 1e-9, "evening of day \(day)")
    }

    expect(scenario, .orders, [54])
    expect(scenario, .lostSales, [6])
    // 54 units at 11, and 4 for shipping, fulfilment and duty.
    expect(scenario, .goodsAndShipping, [54 * 15])
    // 276 mornings of a unit, at 3.65 · 12 / 365.
    expect(scenario, .other, [276 * 0.12])
    // The opening, the purchases of days 3 and 14, and the orders of days 0 to 24.
    expect(scenario, .supplierPayments, [14 * 11 + 440 + 46 * 4])
    // The purchase of day 25 and eight orders; those goods are under way.
    expect(scenario, .owedToSuppliers, [220 + 32])
    expect(scenario, .stock, [220])
    expect(scenario, .netProfit, [2700 - 810 - 600 - 33.12])
    expect(scenario, .closingCash, [5000 + 2700 - 600 - 778 - 33.12])
    let worth = ReferenceOutcome(planOf: scenario).worlds[0].finalWorth
    #expect(abs(worth - (6288.88 + 110 - 252)) < 1e-6)
  }

  /// 80 units at 10 and 10 % duty are paid on day 0, two a day are sold at 50; shipping 2 and duty 0.50 an order, ads 20 a
  /// day. After ten days 60 are left, which cost 660 and would bring 264; after the month 20, 220 and 88. Net profit knows
  /// nothing of that, worth and gain do.
  @Test("unsold stock is no cost of the profit, and worth what it would bring") func unsoldStock() throws {
    var scenario = try Self.shop()
    var offer = Offer()
    offer.unitCost = 10
    offer.shippingCost = 2
    offer.ownStock.openingUnits = 80
    offer.ownStock.orderQuantity = 1
    offer.ownStock.leftoverShare = 0.4
    scenario.products["product"]?.offers["supplier"] = offer
    scenario.suppliers["supplier"]?.dutyRate = 0.1
    scenario.suppliers["supplier"]?.dutyPerOrder = 0.5

    var world = ReferenceWorld(ReferenceInput(planOf: scenario), seed: 0, world: 0)
    for day in 0..<10 { world.live(day) }
    let profit: Double = 10 * (2 * (50 - 11 - 2.5) - 20)
    #expect(profit == 530)
    #expect(abs(world.stockWorth.cost - 660) < 1e-9 && abs(world.stockWorth.leftover - 264) < 1e-9)
    #expect(abs(world.worth - (5000 + profit - 660 + 264)) < 1e-9)

    expect(scenario, .netProfit, [3 * profit])
    expect(scenario, .stock, [220])
    let plan = Program(scenario, seed: 1).plan()
    #expect(abs(plan.total(.netProfit)[0] - 3 * profit) < 1e-6)
    #expect(abs(plan.finalWorth[0] - (5000 + 3 * profit - 220 + 88)) < 1e-6)
  }

  /// 40 hours before the first order, 30 minutes a day of ads, 9.125 hours a month of writing: 0.3 a day.
  @Test("hours that no order causes") func hours() throws {
    var scenario = try Self.shop()
    scenario.traffic["search"] = NaturalTraffic()
    scenario.traffic["search"]?.hours = 9.125
    scenario.operations.setupHours = 40
    scenario.operations.adsMinutes = 30
    expect(scenario, .ownerHours, [40 + 30 * 0.5 + 30 * 0.3])
    // Ads of the last ten days only.
    scenario.ads["meta"]?.opens = .day(20)
    expect(scenario, .ownerHours, [40 + 10 * 0.5 + 30 * 0.3])
  }

  @Test("stock has the average price of what came together") func averagePrice() {
    var stock = ReferenceStock(days: 10, fault: nil)
    stock.buy(10, at: 1, arriving: 0, today: 0)
    stock.buy(30, at: 2, arriving: 4, today: 0)
    #expect(stock.units == 10 && stock.worth == 70)
    stock.arrive(4)
    #expect(stock.take(4) == 7)
    #expect(stock.value == 63)
  }

  // MARK: - The state

  /// A day: 100 of revenue without 20 % VAT, 40 for goods, 20 for ads, 6 for fees (5 % of 120), and a tenth comes back
  /// the same day: 24 are left. June has 30 days, July and August 31, September 30.
  @Test("VAT, and a quarter's income tax") func vatAndTax() throws {
    var scenario = try Self.shop(months: 4)
    scenario.products["product"]?.price = 60
    scenario.products["product"]?.referencePrice = 60
    scenario.products["product"]?.returnRate = 0.1
    scenario.stores["shop"]?.vatRate = 0.2
    scenario.stores["shop"]?.paymentFee = 0.05
    scenario.tax.rate = 0.25
    expect(scenario, .revenue, [3000, 3100, 3100, 3000])
    expect(scenario, .paymentFees, [180, 186, 186, 180])
    expect(scenario, .refundsAndChargebacks, [300, 310, 310, 300])
    // 720 + 744 + 744 = 2208 of which a quarter is 552; September alone is the last quarter.
    expect(scenario, .other, [0, 0, 552, 180])
    expect(scenario, .netProfit, [720, 744, 192, 540])
    // VAT of 20 a day less 2 of what comes back.
    expect(scenario, .taxPayments, [0, 540, 558, 558 + 552])
    expect(scenario, .owedToState, [540, 558, 1110, 540 + 180])
  }

  /// Two chargebacks a day from day 3; one of two is won ten days later.
  @Test("VAT of chargebacks, and of won ones") func vatOfChargebacks() throws {
    var scenario = try Self.shop()
    scenario.products["product"]?.price = 60
    scenario.products["product"]?.referencePrice = 60
    scenario.stores["shop"]?.vatRate = 0.2
    scenario.returns.fraudRate = 1
    scenario.returns.disputeDays = .fixed(3)
    scenario.returns.chargebackFee = 15
    scenario.returns.winRate = 0.5
    scenario.returns.disputeDecisionDays = .fixed(10)
    expect(scenario, .chargebacks, [27 * 2])
    expect(scenario, .refundsAndChargebacks, [27 * (2 * 50 + 30) - 17 * 50])
    expect(scenario, .owedToState, [30 * 20 - 27 * 20 + 17 * 10])
  }

  // MARK: - Payments

  @Test(
    "two business days after each day of a week",
    arguments: zip(
      ["2027-06-07", "2027-06-08", "2027-06-10", "2027-06-11", "2027-06-12", "2027-06-13"],
      [
        "2027-06-09", "2027-06-10", "2027-06-14", "2027-06-15", "2027-06-15", "2027-06-15",
      ]))
  func businessDays(order: String, payout: String) throws {
    let scenario = try Self.shop(start: order)
    let day = Time(scenario).businessDay(2, after: 0)
    #expect("\(scenario.date(ofDay: day))" == payout)
  }

  /// From a Monday: 100 a day, and fortnights.
  @Test("money comes on business days, and in cycles") func payoutDays() throws {
    var scenario = try Self.shop(start: "2027-06-07")
    scenario.ads["meta"]?.budget = 0
    scenario.traffic["search"] = NaturalTraffic()
    scenario.traffic["search"]?.visits = 40
    scenario.products["product"]?.offers["supplier"]?.unitCost = 0
    scenario.stores["shop"]?.payoutDays = 2
    scenario.stores["shop"]?.payoutBusinessDays = true
    #expect(receipts(scenario, days: 10) == [0, 0, 100, 100, 100, 0, 0, 100, 300, 100])
    scenario.stores["shop"]?.payoutCycle = 7
    #expect(receipts(scenario, days: 22) == [0, 0, 0, 0, 0, 0, 0, 400, 0, 0, 0, 0, 0, 0, 700, 0, 0, 0, 0, 0, 0, 700])
  }

  private func receipts(_ scenario: Scenario, days: Int) -> [Double] {
    var world = ReferenceWorld(ReferenceInput(planOf: scenario), seed: 0, world: 0)
    return (0..<days).map { day in
      let before = world.books.cash
      world.live(day)
      return (world.books.cash - before).rounded()
    }
  }

  /// 50 by card with 3 % and a 0.30 fee on six orders of ten; the rest by a wallet that keeps a tenth for 10 days.
  @Test("several ways to be paid") func ways() throws {
    var scenario = try Self.shop()
    var (card, wallet) = (PaymentWay(), PaymentWay())
    (card.share, card.paymentFee, card.paymentFeeFixed) = (0.6, 0.03, 0.3)
    (wallet.share, wallet.paymentFee, wallet.payoutDays) = (0.4, 0.05, 3)
    (wallet.reserveRate, wallet.reserveDays) = (0.1, 10)
    scenario.stores["shop"]?.payments["card"] = card
    scenario.stores["shop"]?.payments["wallet"] = wallet
    // A day: card 60 − 1.80 − 0.36 = 57.84; wallet 40 − 2 = 38, of which 3.80 are kept.
    expect(scenario, .paymentFees, [30 * 4.16])
    expect(scenario, .payouts, [30 * 57.84 + 27 * 34.2])
    expect(scenario, .released, [20 * 3.8])
    expect(scenario, .reserves, [10 * 3.8])
    expect(scenario, .owedByProcessors, [3 * 34.2])
  }

  @Test("interest of a thousandth a day on 500 from the credit line") func interest() throws {
    var scenario = try Self.shop()
    scenario.ads["meta"]?.budget = 0
    scenario.cash.budget = 0
    scenario.cash.creditLine = 1000
    scenario.cash.interestRate = 0.365
    var debt = FixedCost()
    debt.amount = PeriodAmount(500, .once)
    scenario.costs["debt"] = debt
    let factor = (0..<29).reduce(1.0) { product, _ in product * 1.001 }
    expect(scenario, .closingCash, [-500 * factor])
    expect(scenario, .otherPayments, [500 * (factor - 1)])
  }

  // MARK: - Currencies

  /// Sixty days of leap-year February and March, yuan at home. Two orders a day at 50 dollars, goods at 140 and ads at 140
  /// yuan a day. A dollar is 7 yuan, and 7.70 from the morning of day 29 on, the first of March. Sales are paid out after 3
  /// days, and are 2 days in an account that takes 1 %, 10 yuan a day and half a percent for changing them.
  ///
  ///     sold on      worth      is here on   at     gross   fee     spread   comes
  ///     0 … 23       700 each   5 … 28       7.00   700     17.00   3.50     679.50
  ///     24           700        29           7.00   700     17.00   3.50     679.50   in the morning, before the news
  ///     25 … 28      700 each   30 … 33      7.70   770     17.70   3.85     748.45   70 each by the new rate
  ///     29 … 54      770 each   34 … 59      7.70   770     17.70   3.85     748.45
  ///     55 … 59      770 each   owed at the end
  @Test("sixty days in two currencies, with a payout account") func twoCurrencies() throws {
    let scenario = try scenario(
      """
      name: two currencies
      currency: CNY
      start: 2028-02-01
      months: 2
      cash: {budget: 20000}
      fx: {USD: {rate: 7, volatility: 0, spread: 4 %}}
      payout_accounts: {pingpong: {fee: 1 %, fee_fixed: 10, spread: 0.5 %, days: 2}}
      products:
        product: {price: 50 USD, offers: {supplier: {unit_cost: 140}}}
      stores:
        shop: {currency: USD, payout_account: pingpong, conversion: 5 %, payout_days: 3}
      ads:
        meta: {budget: 140, cpc: 3.5}
      suppliers:
        supplier: {}
      events:
        - {name: devaluation, from: 2028-03-01, then: fx.USD.rate = 7.7}
      """)
    let expected: [Metric: [Double]] = [
      .revenue: [29 * 700, 31 * 770], .goodsAndShipping: [29 * 280, 31 * 280], .ads: [29 * 140, 31 * 140],
      .paymentFees: [24 * 17, 17 + 30 * 17.7], .exchange: [-24 * 3.5, 4 * 70 - 3.5 - 30 * 3.85],
      .netProfit: [7628, 10_463], .payouts: [24 * 679.5, 679.5 + 30 * 748.45], .released: [0, 0],
      .owedByProcessors: [5 * 700, 5 * 770], .closingCash: [24_128, 34_241],
      // A fifth of what is owed comes every morning, and takes its part with it.
      .unrealisedExchange: [0, 280 * (0..<30).reduce(1) { product, _ in product * 0.8 }],
    ]
    for (metric, months) in expected { expect(scenario, metric, months) }
    let plan = Program(scenario, seed: 1).plan()
    for (metric, months) in expected {
      let found = (0..<2).map { plan.monthly(metric, month: $0)[0] }
      #expect(zip(found, months).allSatisfy { abs($0 - $1) < 1e-6 }, "\(metric.name) is \(found)")
    }
    #expect(abs(plan.finalWorth[0] - (34_241 + 3850)) < 1e-6)
    let worth = ReferenceOutcome(planOf: scenario).worlds[0].finalWorth
    #expect(abs(worth - (34_241 + 3850)) < 1e-6)
  }

  /// 100 dollars of refunds that no payout covers are bought at 7 and 4 %; ads of 20 dollars a day cost 145.60.
  @Test("what is paid in another currency costs its spread") func spread() throws {
    let scenario = try scenario(
      """
      name: spread
      currency: CNY
      start: 2027-06-01
      months: 1
      cash: {budget: 20000}
      fx: {USD: {rate: 7, volatility: 0, spread: 4 %}}
      products:
        product: {price: 50 USD, return_rate: 100 %, offers: {supplier: {unit_cost: 0}}}
      stores:
        shop: {currency: USD, conversion: 5 %}
      ads:
        meta: {budget: 20 USD, cpc: 0.5 USD}
      suppliers:
        supplier: {}
      """)
    // Two orders a day are paid out, less 4 %, and bought back the same day for 4 % more.
    expect(scenario, .ads, [30 * 145.6])
    expect(scenario, .refundsAndChargebacks, [30 * 700])
    for metric in [Metric.payouts, .refundPayments, .exchange] {
      let plan = Program(scenario, seed: 1).plan()
      expect(scenario, metric, [plan.total(metric)[0]])
    }
  }

  // MARK: - Customers

  /// Half of all orders are bad: from the second day on conversion is e^−0.5 of what it was.
  @Test("a bad name") func reputation() throws {
    var scenario = try Self.shop()
    scenario.suppliers["supplier"]?.defectRate = 0.5
    scenario.brand.reputationWeight = 1
    expect(scenario, .orders, [2 + 29 * 2 * 0.606_530_659_712_633])
  }

  /// One order in four pays 10 for express. 5 tickets for each of them, 3 more for the tenth that is bad.
  @Test("express, tickets and hours") func express() throws {
    var scenario = try Self.shop()
    scenario.products["product"]?.express.uptake = 0.25
    scenario.products["product"]?.express.price = 10
    scenario.products["product"]?.express.cost = 8
    scenario.products["product"]?.express.transitDays = .fixed(2)
    scenario.suppliers["supplier"]?.transitDays = .fixed(5)
    scenario.suppliers["supplier"]?.defectRate = 0.1
    scenario.operations.ticketsPerOrder = 5
    scenario.operations.ticketsPerProblem = 3
    scenario.operations.ticketCost = 2
    scenario.operations.ticketMinutes = 6
    scenario.operations.orderMinutes = 12
    expect(scenario, .revenue, [60 * 50 + 15 * 10])
    expect(scenario, .goodsAndShipping, [60 * 20 + 15 * 8])
    // Express orders of days 0 to 27 are there by the end, and the others of days 0 to 24.
    let problems = 0.1 * (28 * 0.5 + 25 * 1.5)
    expect(scenario, .bad, [problems])
    expect(scenario, .other, [60 * 5 * 2 + problems * 3 * 2])
    expect(scenario, .ownerHours, [60 * 12 / 60 + (60 * 5 + problems * 3) * 6 / 60])
  }

  /// Doors open on the 11th: ads, visitors and their monthly cost; the fixed cost does not wait.
  @Test("a later opening") func opening() throws {
    var scenario = try Self.shop(months: 2)
    scenario.stores["shop"]?.opens = .day(10)
    scenario.traffic["search"] = NaturalTraffic()
    scenario.traffic["search"]?.visits = 20
    scenario.traffic["search"]?.cost = 30
    var plan = FixedCost()
    plan.amount = PeriodAmount(10, .month)
    scenario.costs["plan"] = plan
    expect(scenario, .ads, [20 * 20, 31 * 20])
    expect(scenario, .orders, [20 * 3, 31 * 3])
    expect(scenario, .platformAndTools, [10, 40])
  }

  // MARK: - Product tests

  /// 60 over three days, 40 clicks a day, roas 5 at first; the winner gets 40 a day until it has faded.
  @Test("a product test, a winner and its end") func productTest() throws {
    var scenario = try Self.shop()
    scenario.ads["meta"]?.budget = 40
    scenario.market.fadHalflife = 10
    scenario.productTests.candidates = 1
    scenario.productTests.testSpend = 60
    scenario.productTests.testDays = 3
    scenario.productTests.conversion = Size(0.05)
    scenario.productTests.keepIf = "roas(3) >= 4"
    scenario.productTests.stopIf = "roas(2) < 2.6"
    // roas is 5 · 0.5^(t/10): over two days below 2.6 first at days 9 and 10, which the morning of day 11 sees.
    expect(scenario, .candidatesTried, [1])
    expect(scenario, .winners, [1])
    expect(scenario, .testSpend, [60])
    expect(scenario, .ads, [60 + 8 * 40])
  }
}
