package import Analysis
import Language
import Scenarios
package import Simulation
import Statistics

/// A run month by month: the cash as a picture and as a table, and how one figure spreads.
extension RunRecord {
  private static let fanQuantiles = [0.05, 0.25, 0.5, 0.75, 0.95]

  // MARK: Cash

  func cashChart(_ summary: Summary) -> CashChart {
    let cash = summary.monthlyQuantiles([(.closingCash, Self.fanQuantiles)])[0]
    let start = summary.outcome.sample(.openingCash, month: 0).quantiles(at: Self.fanQuantiles)
    let periods = ([start] + cash).map { spread in
      FanChart.Period("", p5: spread[0], p25: spread[1], p50: spread[2], p75: spread[3], p95: spread[4])
    }
    return CashChart(
      currency: scenario.currency, start: periods[0], months: Array(periods.dropFirst()),
      // Narrow: in Chinese a blank would take the room of a month.
      names: (0..<scenario.monthCount).map { nameOfMonth($0).filter { !$0.isWhitespace } },
      out: Apportionment.of(
        EndingShares(summary).ofHundred.out, by: summary.ruined(monthOfDay: month(ofDay:))))
  }

  /// The months up to the last in which some world is still open, and what is said of the others.
  func monthBlocks(_ summary: Summary) -> [Block] {
    let shown = openMonths(summary)
    var blocks: [Block] = [.table(monthTable(summary, months: shown))]
    var notes: [String] = []
    if shown < scenario.monthCount { notes.append(closedMonths(after: shown)) }
    notes.append(
      say(
        "\"still open\", \"run out\" and \"so far\" are counts out of 100 worlds. \"out\" instead of an amount means that in this case (bad, typical or good) the money has run out by then."
      ))
    blocks += [.blank, .paragraph([.dim(notes.joined(separator: Tongue.current.sentenceGap))])]
    return blocks
  }

  private func closedMonths(after shown: Int) -> String {
    shown + 1 == scenario.monthCount
      ? say("Month \(scenario.monthCount): closed in every world.")
      : say("Months \(shown + 1) to \(scenario.monthCount): closed in every world.")
  }

  /// Worlds that have run out of money or were closed by a rule, up to each month's end.
  func closed(_ summary: Summary) -> (out: [Int], all: [Int]) {
    let (out, quit) = (summary.ruined(monthOfDay: month(ofDay:)), summary.quit(monthOfDay: month(ofDay:)))
    let sums = { (counts: [Int]) in
      counts.reduce(into: [Int]()) { sums, count in sums.append((sums.last ?? 0) + count) }
    }
    return (sums(out), sums(zip(out, quit).map(+)))
  }

  /// How many months pass until no world is open any more; at least one.
  private func openMonths(_ summary: Summary) -> Int {
    let all = closed(summary).all
    return min((all.firstIndex { $0 >= summary.outcome.paths } ?? all.count - 1) + 1, scenario.monthCount)
  }

  package static let monthsShape = JSONShape.rows(
    texts: ["month"],
    numbers: ["open", "orders", "cash_p5", "cash_p50", "cash_p95", "run_out", "run_out_so_far"])

  /// What `show months` writes as data: every month.
  package func monthTable() -> Table? {
    summary.map { monthTable($0, months: scenario.monthCount, tellsOut: false) }
  }

  /// - Parameter tellsOut: is it said of a case that it is out of money, instead of what cash it has?
  private func monthTable(_ summary: Summary, months: Int, tellsOut: Bool = true) -> Table {
    let found = summary.monthlyQuantiles([(.closingCash, Self.cases), (.orders, [0.5])])
    let (out, all) = closed(summary)
    let worlds = Double(summary.outcome.paths)
    let share = { (count: Int) in Double(count) / worlds }
    let hundred = { (value: Double) in Table.Cell.number(value * 100) }
    return Table(
      columns: [
        Table.Column(say("Month"), key: "month", .text),
        Table.Column(say("still open"), short: say("open"), key: "open", .number(.decimals(0))),
        Table.Column(say("orders"), key: "orders", .number(.count)),
        Table.Column(say("bad case"), key: "cash_p5", .number(.money)),
        Table.Column(say("typical"), key: "cash_p50", .number(.money)),
        Table.Column(say("good case"), key: "cash_p95", .number(.money)),
        Table.Column(say("run out"), key: "run_out", .number(.decimals(1))),
        Table.Column(say("so far"), key: "run_out_so_far", .number(.decimals(1))),
      ],
      rows: (0..<months).map { month in
        let cash = zip(found[0][month], Self.cases).map { value, part -> Table.Cell in
          tellsOut && share(out[month]) >= part ? .text(say("out"), .bad) : .number(value)
        }
        let before = month > 0 ? out[month - 1] : 0
        return Table.Row(
          [.text(label(month)), hundred(1 - share(all[month])), .number(found[1][month][0])] + cash
            + [hundred(share(out[month] - before)), hundred(share(out[month]))])
      })
  }

  // MARK: Fan

  /// How one metric spreads, month by month.
  package func fan(of metric: Metric, title: String, origin: String) -> FanChart {
    let months = summary?.monthlyQuantiles([(metric, Self.fanQuantiles)])[0] ?? []
    let periods = (0..<scenario.monthCount).map { month in
      let planned = plan.monthly(metric, month: month)[0]
      let spread = months.isEmpty ? Self.fanQuantiles.map { _ in planned } : months[month]
      return FanChart.Period(
        String(month + 1), p5: spread[0], p25: spread[1], p50: spread[2], p75: spread[3], p95: spread[4],
        plan: planned)
    }
    let isMoney = metric.row.unit == .money
    return FanChart(
      title: title, unit: isMoney ? scenario.currency : "", style: isMoney ? .money : .count,
      worlds: summary?.outcome.paths ?? 1, origin: say("seed \(seed)") + " · \(origin)", periods: periods)
  }
}
