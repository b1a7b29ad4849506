package import Simulation

/// One world month by month, beside averages.
package struct WorldWalk: Sendable {
  package struct Month: Sendable {
    /// Counted from 0.
    package let month: Int
    package let orders: Double
    package let averageOrders: Double
    /// Of what happened in it, what weighs most.
    package let happening: WorldStory.Happening?
    /// The row of profit and loss that is farthest from averages, and what that does to the profit; nil where it is less than
    /// a tenth of their revenue.
    package let farthest: (metric: Metric, effect: Double)?
    package let cash: Double
  }

  package let number: Int
  package let story: WorldStory
  /// Until it closes.
  package let months: [Month]
  /// Refunds and chargebacks of the months after it closed.
  package let refundsAfterEnd: Double

  /// - Parameters:
  ///   - run: one that kept its worlds.
  ///   - story: that of the world of this number.
  package init(_ run: RunRecord, world: Int, of outcome: Outcome, _ story: WorldStory) {
    number = world
    self.story = story
    let end = [story.replay.ruinDay, story.replay.quitDay].compactMap(\.self).min()
    let open = end.map { run.month(ofDay: $0) + 1 } ?? outcome.months
    let figure = { (metric: Metric, month: Int) in outcome.monthly(metric, month: month)[world] }
    months = (0..<open).map { month in
      Month(
        month: month, orders: figure(.orders, month), averageOrders: run.plan.monthly(.orders, month: month)[0],
        happening: story.weightiest {
          run.month(ofDay: $0.lowerBound) <= month && run.month(ofDay: $0.upperBound) >= month
        },
        farthest: Self.farthest(month, run.plan, figure), cash: figure(.closingCash, month))
    }
    refundsAfterEnd = (open..<max(open, outcome.months)).reduce(0) { $0 + figure(.refundsAndChargebacks, $1) }
  }

  private static let rows: [(metric: Metric, sign: Double)] = [
    (.revenue, 1), (.goodsAndShipping, -1), (.ads, -1), (.platformAndTools, -1), (.paymentFees, -1),
    (.refundsAndChargebacks, -1), (.other, -1), (.exchange, 1), (.financingCosts, -1),
  ]

  private static func farthest(
    _ month: Int, _ plan: Outcome, _ figure: (Metric, Int) -> Double
  ) -> (metric: Metric, effect: Double)? {
    let effects = rows.map { row in
      (metric: row.metric, effect: row.sign * (figure(row.metric, month) - plan.monthly(row.metric, month: month)[0]))
    }
    let revenue = plan.monthly(.revenue, month: month)[0]
    guard let most = effects.map(\.effect.magnitude).max(), most > revenue / 10 else { return nil }
    return effects.first { $0.effect.magnitude == most }
  }
}

extension WorldStory {
  /// Of what happened on days that count, what weighs most; of two that weigh the same the earlier one.
  package func weightiest(besidesEnd: Bool = false, where counts: (ClosedRange<Int>) -> Bool = { _ in true })
    -> Happening?
  {
    happenings.enumerated().filter {
      counts($0.element.days) && $0.element.weight > 0 && !(besidesEnd && $0.element.isEnd)
    }
    .max { ($0.element.weight, -$0.offset) < ($1.element.weight, -$1.offset) }?.element
  }
}

extension WorldStory.Happening {
  /// A closure of one or two days is none that anybody would tell of.
  fileprivate var weight: Int {
    switch kind {
    case .ruined, .quit: 6
    case .hold: 5
    case .event: 4
    case .shut: days.count >= 3 ? 3 : 0
    case .soldOut: days.count >= 3 ? 2 : 0
    case .rule: 1
    case .adsStopped: days.count >= 3 ? 3 : 0
    case .trial, .paidBack, .balanceLost: 0
    }
  }

  /// Does it end the business?
  package var isEnd: Bool {
    switch kind {
    case .ruined, .quit: true
    default: false
    }
  }
}
