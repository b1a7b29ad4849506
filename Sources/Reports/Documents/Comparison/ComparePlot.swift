package import Analysis
import Language
import Scenarios
package import Simulation
import Statistics

extension Comparison {
  /// What `plot compare` shows: the months of one metric, and how the worlds end.
  package func plot(of metric: Metric, title: String) -> Document {
    Document([.chart(.overlay(overlay(of: metric, title: title))), .blank, .chart(.strips(strips))])
  }

  /// Its months alone, as a picture.
  package func picture(of metric: Metric, title: String) -> Chart { .overlay(overlay(of: metric, title: title)) }

  private func overlay(of metric: Metric, title: String) -> OverlayChart {
    let run = runs[reference]
    let isMoney = metric.row.unit == .money
    let series = runs.map { run in
      let months = (0..<run.scenario.monthCount).compactMap { run.summary?.monthly(metric, month: $0) }
      return OverlayChart.Series(run.strategy, p50: months.map(\.p50), p5: months.map(\.p5))
    }
    let months = runs.map(\.scenario.monthCount).max() ?? 0
    return OverlayChart(
      title: title, unit: isMoney ? run.scenario.currency : "", style: isMoney ? .money : .count,
      origin: NumberFormat().worlds(run.summary?.outcome.paths ?? 0, seed: run.seed),
      labels: (0..<months).map { String($0 + 1) },
      series: series.map { $0.filled(to: months) })
  }

  private var strips: StripChart {
    let columns = runs.map { run in run.summary.map { criterion.column(in: $0.outcome) } ?? [] }
    // Without the last worlds at either end the picture shows what is usual.
    let ends = columns.map { Quantiles.of($0, at: [0.005, 0.995]) }
    return StripChart(
      title: say("\(criterion.title): the higher the curve, the more worlds end there"),
      unit: criterion.measure.isMoney ? runs[reference].scenario.currency : "", style: criterion.measure.style,
      low: ends.map { $0[0] }.min() ?? 0, high: ends.map { $0[1] }.max() ?? 0,
      strips: zip(names, columns).map { StripChart.Strip($0, $1) })
  }

  /// The numbers behind the months.
  package func table(of metric: Metric) -> Table {
    let columns = ["strategy", "month", "p5", "p25", "p50", "p75", "p95"]
    let rows = runs.flatMap { run in
      (0..<run.scenario.monthCount).map { month -> Table.Row in
        let spread = run.summary?.monthly(metric, month: month)
        let values = [spread?.p5, spread?.p25, spread?.p50, spread?.p75, spread?.p95]
        return Table.Row(
          [.text(run.strategy), .number(Double(month + 1))] + values.map { $0.map { .number($0) } ?? .missing })
      }
    }
    return Table(columns: columns.map { Table.Column($0, .text) }, rows: rows)
  }
}

extension OverlayChart.Series {
  /// Strategies may run for fewer months than others.
  fileprivate func filled(to periods: Int) -> OverlayChart.Series {
    let gap = [Double](repeating: .nan, count: max(0, periods - p50.count))
    return OverlayChart.Series(name, p50: p50 + gap, p5: p5 + gap)
  }
}
