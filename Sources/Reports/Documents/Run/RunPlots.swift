package import Analysis
import Language
import Scenarios
import Simulation
import Statistics

/// What `plot result` and `plot survival` show.
extension RunRecord {
  /// How much the worlds gain, in steps of round amounts.
  package func resultChart(origin: String, glyphs: Surface.Glyphs) -> SignBars? {
    guard let summary, let bins = GainBins(summary) else { return nil }
    let format = NumberFormat(glyphs: glyphs)
    let counts = Apportionment.of(100, by: bins.counts.flatMap { $0 })
    let amount = { (value: Double) in format.text(value, NumberStyle(.money(cents: false), showsPlus: true)) }
    let rows = bins.counts.indices.reversed().map { bin in
      let parts = (0..<3).map { counts[3 * bin + $0] }
      let label =
        switch bin {
        case 0: say("below \(amount(bins.edges[0]))")
        case bins.edges.count: say("above \(amount(bins.edges[bin - 1]))")
        default: say("\(amount(bins.edges[bin - 1])) to \(amount(bins.edges[bin]))")
        }
      return SignBars.Row(label, parts.reduce(0, +), zip(Self.endingKey, parts).map { .init($0.sign, $1, $0.tone) })
    }
    return SignBars(
      title: say("Gain in \(scenario.currency)"), origin: origin, rows: rows,
      key: summary.outcome.keepsWorlds ? Self.endingKey : Array(Self.endingKey.dropFirst()),
      notes: [say("A gain of 0: you end with as much as you had at the start.")])
  }

  private static var endingKey: [(sign: Character, words: String, tone: Tone)] {
    [
      ("x", say("run out of money"), .bad), ("o", say("end with a loss"), .plain),
      ("+", say("end with a profit"), .good),
    ]
  }

  /// How many worlds are still in business at the end of each month.
  package func survivalChart(origin: String) -> SignBars? {
    guard let counts = survivalCounts else { return nil }
    let worlds = counts[0].reduce(0, +)
    let rows = counts.enumerated().map { month, counts in
      let parts = Apportionment.of(100, by: counts)
      return SignBars.Row(
        label(month), parts[0],
        [.init("+", parts[0], .good), .init("-", parts[1], .dim), .init("x", parts[2], .bad)])
    }
    return SignBars(
      title: say("Still open at the end of the month"), origin: "\(NumberFormat().worlds(worlds)) · \(origin)",
      rows: rows,
      key: [("+", say("still open"), .good), ("-", say("closed by a rule"), .dim), ("x", say("out of money"), .bad)])
  }

  /// Of each month's end: worlds still open, closed by a rule, and out of money.
  private var survivalCounts: [[Int]]? {
    guard let summary else { return nil }
    let (out, quit) = (summary.ruined(monthOfDay: month(ofDay:)), summary.quit(monthOfDay: month(ofDay:)))
    var (outs, quits) = (0, 0)
    return zip(out, quit).map { out, quit in
      (outs, quits) = (outs + out, quits + quit)
      return [summary.outcome.paths - outs - quits, quits, outs]
    }
  }

  // MARK: Data

  package var resultTable: Table? {
    guard let bins = summary.flatMap(GainBins.init) else { return nil }
    let columns = ["from", "to", "out", "loss", "profit"]
    return Table(
      columns: columns.map { Table.Column($0, .number(.number)) },
      rows: bins.counts.enumerated().map { bin, counts in
        let from: Table.Cell = bin > 0 ? .number(bins.edges[bin - 1]) : .missing
        let to: Table.Cell = bin < bins.edges.count ? .number(bins.edges[bin]) : .missing
        return Table.Row([from, to] + counts.map { .number(Double($0)) })
      })
  }

  package var survivalTable: Table? {
    survivalCounts.map { counts in
      Table(
        columns: ["month", "open", "closed", "out"].map { Table.Column($0, .number(.number)) },
        rows: counts.enumerated().map { month, counts in
          Table.Row(([month + 1] + counts).map { .number(Double($0)) })
        })
    }
  }
}

/// Worlds by how much they gain, in steps of a round amount with 0 among the edges; the first and the last step are open.
private struct GainBins {
  let edges: [Double]
  /// Worlds in each step: out of money, with a loss, with a profit. Where no worlds were kept those that are out are not told
  /// apart.
  let counts: [[Int]]

  init?(_ summary: Summary) {
    let gain = Figure.gain.sample(in: summary.outcome)
    let ends = gain.quantiles(at: [0.03, 0.97])
    // Not more than twelve steps fit a small screen.
    guard ends.allSatisfy(\.isFinite), let step = Self.step(ends[1] - ends[0], near: ends[1].magnitude) else {
      return nil
    }
    let first = (ends[0] / step).rounded(.up)
    let last = max(first, (ends[1] / step).rounded(.down))
    let edges = (0...Int(last - first)).map { (first + Double($0)) * step }
    let bin = { (value: Double) in edges.firstIndex { value <= $0 } ?? edges.count }
    var counts = [[Int]](repeating: [0, 0, 0], count: edges.count + 1)
    if summary.outcome.keepsWorlds {
      for (value, day) in zip(summary.outcome.gain, summary.outcome.ruinDay) {
        counts[bin(value)][day >= 0 ? 0 : value > 0 ? 2 : 1] += 1
      }
    } else {
      for (value, count) in gain.weighted { counts[bin(value)][value > 0 ? 2 : 1] += count }
    }
    (self.edges, self.counts) = (edges, counts)
  }

  private static func step(_ span: Double, near size: Double) -> Double? {
    let span = max(span, size * 1e-6, 1e-6)
    return Axis.roundSteps(for: span).first { span / $0 <= 10 }
  }
}
