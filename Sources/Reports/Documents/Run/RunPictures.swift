package import Analysis
import Language
import Scenarios
import Simulation
import Statistics

/// What `plot` draws of all worlds of a run, by the words it knows.
package enum RunPicture: String, CaseIterable, Sendable {
  case result, survival, dots, cdf, waterfall, drivers
}

extension RunRecord {
  /// The chart and the numbers in it; nil where there is nothing to draw, or no world was kept.
  package func drawn(_ picture: RunPicture, origin: String, glyphs: Surface.Glyphs) -> (chart: Chart, table: Table)? {
    switch picture {
    case .result:
      guard let chart = resultChart(origin: origin, glyphs: glyphs), let table = resultTable else { return nil }
      return (.bars(chart), table)
    case .survival:
      guard let chart = survivalChart(origin: origin), let table = survivalTable else { return nil }
      return (.bars(chart), table)
    case .dots: return dots(origin).map { (.dots($0), $0.table) }
    case .cdf: return shares(origin)
    case .waterfall:
      guard let bridge = AverageBridge(self) else { return nil }
      let chart = waterfall(bridge, title: say("From averages to the typical world"), origin: origin)
      return (.waterfall(chart), chart.table)
    case .drivers:
      guard let fifths = Fifths(self), !fifths.clear.isEmpty else { return nil }
      let chart = dumbbells(
        fifths, most: 10, title: say("What decides the result (shown: how many of 100 worlds make a profit)"),
        origin: origin)
      return (.dumbbells(chart), chart.table)
    }
  }

  private func dots(_ origin: String) -> DotChart? {
    guard let summary, let worlds = RankedWorlds(summary.outcome) else { return nil }
    let shown = worlds.representatives(DotChart.count).map { worlds.gains[$0] }
    let budget = Outlook(summary).moneyPutIn
    let good = Quantiles.of(worlds.gains, at: [0.95])[0]
    let scale = DotChart.Scale([shown], from: min(-1.06 * budget, shown[0]), to: max(good * 1.15, budget * 0.3))
    return gainDots(
      worlds, scale: scale, budget: budget, title: say("Gain in \(scenario.currency), 50 dots"), origin: origin)
  }

  /// How many worlds gain no more than an amount.
  private func shares(_ origin: String) -> (chart: Chart, table: Table)? {
    guard let summary else { return nil }
    let percents = Array(1...99)
    let amounts = Figure.gain.sample(in: summary.outcome).quantiles(at: percents.map { Double($0) / 100 })
    guard amounts.allSatisfy(\.isFinite) else { return nil }
    let numbers = NumberFormat()
    let points = zip(amounts, percents).map { amount, percent in
      LineChart.Point(amount, numbers.money(amount), Double(percent) / 100)
    }
    let chart = LineChart(
      title: say("Share of worlds whose gain is at most the amount on the axis below"), unit: "", style: .share,
      placeStyle: .money,
      origin: origin, points: points)
    let table = Table(
      columns: [Table.Column("percent", .number(.number)), Table.Column("gain", .number(.number))],
      rows: zip(percents, amounts).map { Table.Row([.number(Double($0)), .number($1)]) })
    return (.line(chart), table)
  }
}
