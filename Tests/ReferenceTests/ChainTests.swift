import Scenarios
import Simulation
import Testing

extension SimulatorTests {
  /// supplier shuts → orders are late → refunds and chargebacks → payouts are held → the money runs out. Each link is
  /// switched off in the same worlds: what stands before it stays as it was, what follows from it is gone.
  @Suite("The chain from a supplier to ruin") struct ChainTests {
    /// A supplier that often shuts and is found out late; late orders are the only ones that end badly, and payouts are
    /// held only because of disputes.
    private static func shop(budget: Double) throws -> Scenario {
      try scenario(
        """
        name: chain
        start: 2027-03-01
        months: 6
        cash: {budget: \(budget)}
        costs:
          owner: {amount: 25 USD per day, row: other}
        products:
          lamp: {price: 50, promised_days: 12, late_complaint: 40 %, offers: {yiwu: {unit_cost: 16, shipping_cost: 4}}}
        stores:
          shop: {conversion: 5 %, payout_days: 5, hold_rate: 0.1 % per month, hold_days: 60 days, hold_multiplier: [{above: 1 %, times: 500}]}
        ads:
          meta: {budget: 60, cpc: 0.8}
        suppliers:
          yiwu: {transit_days: 8, failure_rate: 25 % per month, failure_days: 9 days, detection_days: 7 days}
        returns: {dispute_share: 30 %, dispute_days: 25, refund_days: 3, chargeback_fee: 15}
        """)
    }

    private static let links: [(name: String, off: @Sendable (inout Scenario) -> Void)] = [
      ("the supplier shuts", { $0.suppliers["yiwu"]?.failureRate = 0 }),
      ("late orders are complained of", { $0.products["lamp"]?.lateComplaint = 0 }),
      ("complaints become chargebacks", { $0.returns.disputeShare = 0 }),
      ("disputes lead to holds", { $0.stores["shop"]?.holdMultiplier = [] }),
    ]

    private func worlds(budget: Double, without links: Int...) throws -> Outcome {
      var scenario = try Self.shop(budget: budget)
      for link in links { Self.links[link].off(&scenario) }
      return try engineWorlds(scenario, paths: 4_000, seed: 6)
    }

    private func isEqual(_ a: Outcome, _ b: Outcome, _ metrics: [Metric]) -> Bool {
      metrics.allSatisfy { a.total($0) == b.total($0) }
    }

    private let upTo = (
      supplier: [Metric.supplierDownDays], orders: [Metric.supplierDownDays, .orders, .cancelledOrders, .lostSales],
      late: [Metric.supplierDownDays, .orders, .cancelledOrders, .lostSales, .late]
    )

    /// With money enough for all of it, so that no world ends.
    private let rich = 1e6

    @Test("with all its links, something happens at each")
    func whole() throws {
      let chain = try worlds(budget: rich)
      for metric in [Metric.supplierDownDays, .late, .refunds, .chargebacks, .released] {
        #expect(chain.total(metric).reduce(0, +) > 0, "\(metric.name)")
      }
      #expect(chain.ruinDay.allSatisfy { $0 < 0 })
    }

    @Test("a supplier that never shuts: nothing is late, nothing comes back, nothing is held for it")
    func supplier() throws {
      let (chain, broken) = (try worlds(budget: rich), try worlds(budget: rich, without: 0))
      for metric in [Metric.supplierDownDays, .late, .cancelledOrders, .lostSales, .refunds, .chargebacks] {
        #expect(broken.total(metric).allSatisfy { $0 == 0 }, "\(metric.name)")
      }
      // In worlds in which it never shut there was nothing to take away.
      let calm = chain.total(.supplierDownDays).indices.filter { chain.total(.supplierDownDays)[$0] == 0 }
      #expect(!calm.isEmpty)
      for metric in Metric.allCases {
        let (a, b) = (chain.total(metric), broken.total(metric))
        #expect(calm.allSatisfy { a[$0] == b[$0] }, "\(metric.name)")
      }
    }

    @Test("nobody complains: the supplier shuts as before, and nothing comes back but what was cancelled")
    func complaints() throws {
      let (chain, broken) = (try worlds(budget: rich), try worlds(budget: rich, without: 1))
      #expect(isEqual(chain, broken, upTo.orders))
      #expect(broken.total(.late).allSatisfy { $0 == 0 })
      #expect(broken.total(.chargebacks).allSatisfy { $0 == 0 })
      #expect(broken.total(.refunds) == broken.total(.cancelledOrders))
    }

    @Test("nobody disputes: as many are late, all of them are refunded, and no processor minds")
    func disputes() throws {
      let (chain, broken) = (try worlds(budget: rich), try worlds(budget: rich, without: 2))
      #expect(isEqual(chain, broken, upTo.late))
      #expect(broken.total(.chargebacks).allSatisfy { $0 == 0 })
      // What is held then is what a processor holds that does not look at disputes at all.
      #expect(isEqual(broken, try worlds(budget: rich, without: 2, 3), Metric.allCases))
      #expect(broken.total(.released).reduce(0, +) < 0.6 * chain.total(.released).reduce(0, +))
    }

    @Test("no holds for disputes: profit is the same to the last bit, only the money is there sooner")
    func holds() throws {
      let (chain, broken) = (try worlds(budget: rich), try worlds(budget: rich, without: 3))
      #expect(isEqual(chain, broken, upTo.late + [.refunds, .chargebacks, .netProfit]))
      let (held, free) = (chain.total(.lowestCash), broken.total(.lowestCash))
      #expect(zip(held, free).contains { $0 < $1 - 1 })
      let sooner = zip(chain.total(.released), broken.total(.released)).enumerated().filter { $1.0 > $1.1 }
      #expect(!sooner.isEmpty)
    }

    @Test("where money is short each link ends worlds, and money enough ends none")
    func cash() throws {
      let poor = 2_200.0
      let all = try worlds(budget: poor)
      let ruined = all.ruinDay.count { $0 >= 0 }
      #expect(ruined > 200, "\(ruined) of 4,000")
      for link in Self.links.indices {
        let without = try worlds(budget: poor, without: link).ruinDay.count { $0 >= 0 }
        #expect(without < ruined, "\(Self.links[link].name): \(without), \(ruined) with it")
      }
      #expect(try worlds(budget: rich).ruinDay.allSatisfy { $0 < 0 })
    }
  }
}
