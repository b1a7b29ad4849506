import Scenarios
import Simulation
import Testing

/// Affiliates, messages, periods of tax and holidays, worked out by hand in both simulators (model 7, 9 and 16.75).
@Suite("The trade, by hand") struct TradeTests {
  /// Two orders a day at 250, for goods at 20 and ads at 20, paid on the same day.
  private static func shop(
    months: Int = 1, start: String = "2027-06-01", product: String = "", store: String = "", supplier: String = "",
    _ more: String = ""
  ) throws -> Scenario {
    try scenario(
      """
      name: by hand
      start: \(start)
      months: \(months)
      cash: {budget: 5000}
      products:
        product: {price: 250, \(product) offers: {supplier: {unit_cost: 20}}}
      stores:
        shop: {\(store) conversion: 5 %}
      ads:
        meta: {budget: 20, cpc: 0.5}
      suppliers:
        supplier: {\(supplier)}
      \(more)
      """)
  }

  /// Affiliates bring one more order a day, and take a tenth of its 250.
  @Test("affiliates take their part off the payouts") func affiliates() throws {
    let affiliates = "traffic: {affiliates: {visits: 20, commission: 10 %}}"
    expectPlans(
      try Self.shop(affiliates),
      [
        .orders: [90], .revenue: [30 * 750], .paymentFees: [30 * 25], .payouts: [30 * 725],
        .refundsAndChargebacks: [0], .refundPayments: [0], .netProfit: [30 * (750 - 60 - 20 - 25)],
        .closingCash: [5000 + 30 * (750 - 60 - 20 - 25)],
      ])
    // Two orders a day are all that the supplier takes: those of the ads.
    expectPlans(
      try Self.shop(supplier: "capacity: 2", affiliates), [.orders: [60], .lostSales: [30], .paymentFees: [0]])
    // Abroad the store owes them euros, and it is no refund.
    expectPlans(
      try Self.shop(
        store: "currency: EUR,", affiliates + "\nfx: {EUR: {rate: 1.25}}"),
      [.paymentFees: [30 * 25], .refundsAndChargebacks: [0], .payouts: [30 * 725], .exchange: [0]])
  }

  /// Every order comes after ten days and half of the customers complain; messages keep 40 % of them from it. Of June's
  /// orders those of twenty days have come by its end.
  @Test("messages spare tickets and complaints, and cost money") func messages() throws {
    let operations =
      "operations: {tickets_per_order: 0.5, ticket_cost: 2, messages: {cost: 0.1, fewer_tickets: 20 %, fewer_late_complaints: 40 %"
    let late = (product: "promised_days: 7, late_complaint: 50 %,", supplier: "transit_days: 10")
    expectPlans(
      try Self.shop(product: late.product, supplier: late.supplier, operations + "}}"),
      [.late: [20 * 2 * 0.3], .other: [60 * (0.5 * 0.8 * 2 + 0.1)]])
    expectPlans(
      try Self.shop(product: late.product, supplier: late.supplier, operations + ", sent: no}}"),
      [.late: [20 * 2 * 0.5], .other: [60 * 0.5 * 2]])
  }

  /// A tenth of 440 a day.
  @Test("income tax is due by the month, quarter or year") func incomeTax() throws {
    let days: [Double] = [30, 31, 31, 30, 31]
    expectPlans(
      try Self.shop(months: 5, "tax: {rate: 10 %, period: month}"),
      [.other: days.map { $0 * 44 }, .taxPayments: [0] + days.dropLast().map { $0 * 44 }])
    expectPlans(
      try Self.shop(months: 5, "tax: {rate: 10 %}"),
      [.other: [0, 0, 92 * 44, 0, 61 * 44], .taxPayments: [0, 0, 0, 92 * 44, 0]])
    expectPlans(
      try Self.shop(months: 5, "tax: {rate: 10 %, period: year}"),
      [.other: [0, 0, 0, 0, 153 * 44], .taxPayments: [0, 0, 0, 0, 0]])
  }

  /// A fifth of 500 a day.
  @Test("VAT is paid by the month or quarter") func vat() throws {
    let store = "vat_rate: 25 %,"
    expectPlans(
      try Self.shop(months: 5, store: store), [.taxPayments: [0, 3000, 3100, 3100, 3000]])
    expectPlans(
      try Self.shop(months: 5, store: store, "tax: {vat_period: quarter}"),
      [.taxPayments: [0, 0, 0, 9200, 0], .owedToState: [3000, 6100, 9200, 3000, 6100]])
  }

  /// The New Year of 2027 is on 6 February, that of 2028 on 26 January.
  @Test("a holiday closes suppliers every year, also where the run begins within it") func holidays() throws {
    let closures = "closures: [{from: chinese-new-year - 2 days, days: 17}]"
    let event =
      "events: [{name: holiday, from: chinese-new-year - 2 days, lasts: 17 days, then: close suppliers.supplier}]"
    for (supplier, more) in [(closures, ""), ("", event)] {
      expectPlans(
        try Self.shop(months: 1, start: "2027-02-10", supplier: supplier, more), [.supplierDownDays: [11]])
      let years = try Self.shop(months: 24, start: "2027-01-01", supplier: supplier, more)
      #expect(Program(years, seed: 1).plan().total(.supplierDownDays)[0] == 34)
      #expect(ReferenceOutcome(planOf: years).total(.supplierDownDays)[0] == 34)
    }
    // What does not last has been done before the start, and is done again in the next year.
    let dearer = "events: [{name: dearer, from: golden-week, then: products.product.price += 50}]"
    expectPlans(
      try Self.shop(months: 13, start: "2027-10-02", product: "elasticity: 0,", dearer),
      [.revenue: [31, 30, 31, 31, 29, 31, 30, 31, 30, 31, 31].map { $0 * 500 } + [29 * 500 + 600]])
  }
}
