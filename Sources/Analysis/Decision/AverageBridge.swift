package import Simulation

/// From the net profit on averages, without chance, to that of the worlds in the middle, line by line. It is a mean over the
/// fiftieth of the worlds in the middle: one world alone has whims of its own.
package struct AverageBridge: Sendable {
  package enum Line: CaseIterable, Sendable {
    case grossProfit, ads, refunds, fees, toolsAndOther

    /// Costs count against the profit.
    package var metrics: [(metric: Metric, sign: Double)] {
      switch self {
      case .grossProfit: [(.grossProfit, 1)]
      case .ads: [(.ads, -1)]
      case .refunds: [(.refundsAndChargebacks, -1)]
      case .fees: [(.paymentFees, -1)]
      case .toolsAndOther: [(.platformAndTools, -1), (.other, -1), (.exchange, 1), (.financingCosts, -1)]
      }
    }
  }

  package struct Row: Sendable {
    package let line: Line
    package let averages: Double
    package let middle: Double
  }

  package let rows: [Row]
  /// How many worlds the middle is the mean of.
  package let worlds: Int

  /// Nil where no worlds were kept.
  package init?(_ run: RunRecord) {
    guard let outcome = run.summary?.outcome, let ranked = RankedWorlds(outcome) else { return nil }
    let middle = ranked.middle
    worlds = middle.count
    rows = Line.allCases.map { line in
      let parts = line.metrics.map { metric, sign -> (Double, Double) in
        let column = outcome.total(metric)
        let mean = middle.reduce(0) { $0 + column[$1] } / Double(middle.count)
        return (sign * run.plan.total(metric)[0], sign * mean)
      }
      return Row(
        line: line, averages: parts.reduce(0) { $0 + $1.0 }, middle: parts.reduce(0) { $0 + $1.1 })
    }
  }

  package var averages: Double { rows.reduce(0) { $0 + $1.averages } }
  package var middle: Double { rows.reduce(0) { $0 + $1.middle } }
}
