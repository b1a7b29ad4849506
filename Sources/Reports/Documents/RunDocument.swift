package import Analysis
import Language
import Scenarios
package import Simulation
import Statistics

extension RunRecord {
  /// What `run` shows: ruin first, money second, then months, a fan of cash and the profit and loss statement.
  ///
  /// - Parameters:
  ///   - title: what to call the run, such as `#1`; empty for one that is not kept.
  ///   - glyphs: decide how numbers inside sentences are written.
  package func document(title: String, glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [.paragraph([TextRun(headline(title), .dim)]), .blank]
    if let summary {
      blocks += [.paragraph(Outlook(summary).verdict(scenario.currency, NumberFormat(glyphs: glyphs))), .blank]
      // Cash is both in the table of months and in the fan below it.
      let months = summary.monthlyQuantiles([
        (.closingCash, Self.fanQuantiles), (.lowestCash, [0.05]), (.orders, [0.5]), (.netProfit, [0.5]),
      ])
      blocks += [.facts(facts(summary, glyphs)), .blank]
      blocks +=
        [.table(moneyTable(summary))] + samplingNote + tallyNote(summary) + [
          .blank, .table(monthTable(summary, months)), .blank,
        ]
      blocks += [
        .chart(
          .fan(fan(of: .closingCash, months[0], title: say("Cash at the end of each month"), origin: title))), .blank,
      ]
      blocks += middleStatement(summary)
    }
    blocks += statement(of: plan, path: 0, title: say("Profit and loss of the plan, without chance"))
    if summary == nil { blocks += [.blank, .table(planCash)] }
    return Document(blocks)
  }

  private func headline(_ title: String) -> String {
    let worlds = summary.map { NumberFormat().worlds($0.outcome.paths) } ?? say("the plan")
    let span = say("\(scenario.length) from \(scenario.start)")
    let seed = summary == nil ? [] : [say("seed \(seed)")] + [sampling.words].compactMap(\.self)
    return ([worlds, span] + seed + [strategy] + (title.isEmpty ? [] : [title])).joined(separator: " · ")
  }

  /// The statement of one world: rows of medians would not add up.
  private func middleStatement(_ summary: Summary) -> [Block] {
    guard let middle = middleWorld else { return [] }
    let title =
      summary.outcome.keepsWorlds
      ? say("Profit and loss of the middle world, number \(middle.number)")
      : say("Profit and loss of a world in the middle, number \(middle.number)")
    return statement(of: middle.figures, path: middle.row, title: title) + [.blank]
  }

  // MARK: Ruin

  private func facts(_ summary: Summary, _ glyphs: Surface.Glyphs) -> [Fact] {
    [ruinFact(summary, glyphs), profitFact(summary, glyphs)] + breakEvenFacts(summary, glyphs)
      + quitFacts(summary, glyphs) + winnerFacts(summary, glyphs) + hourFacts(summary, glyphs)
  }

  private func ruinFact(_ summary: Summary, _ glyphs: Surface.Glyphs) -> Fact {
    let format = NumberFormat(glyphs: glyphs)
    let (ruin, interval) = (summary.ruin, summary.ruinInterval)
    guard ruin.successes > 0 else {
      return Fact(
        say("Runs out of money"), [.strong(say("in no world"))],
        note: say("so below \(format.text(interval.upperBound, .shareOfWorlds)) (95 % sure)"))
    }
    guard ruin.successes < ruin.trials else {
      return Fact(
        say("Runs out of money"), [.bad(say("in every world"))],
        note: say("so above \(format.text(interval.lowerBound, .shareOfWorlds)) (95 % sure); \(when(summary))"))
    }
    // As many decimals as tell the ends apart.
    let decimals = interval.upperBound - interval.lowerBound < 0.002 ? 2 : 1
    let share = { (value: Double) in format.text(value, NumberStyle(.share(decimals: decimals))) }
    let low = format.text(interval.lowerBound * 100, .decimals(decimals))
    return Fact(
      say("Runs out of money"),
      [
        TextRun(share(ruin.estimate), ruin.estimate >= 0.05 ? .bad : .strong),
        TextRun("   " + say("between \(low) and \(share(interval.upperBound)) (95 % sure)")),
      ],
      note: when(summary))
  }

  private func profitFact(_ summary: Summary, _ glyphs: Surface.Glyphs) -> Fact {
    let format = NumberFormat(glyphs: glyphs)
    let outlook = Outlook(summary)
    let (share, interval) = (outlook.profit.estimate, outlook.profitInterval)
    let low = format.text(interval.lowerBound * 100, .decimals(1))
    let keeping = Proportion(
      successes: outlook.profit.trials - outlook.profit.successes, trials: outlook.profit.trials)
    let money = "\(format.money(outlook.moneyPutIn)) \(scenario.currency)"
    return Fact(
      say("Makes a profit"),
      [
        .strong(format.share(share)),
        TextRun("   " + say("between \(low) and \(format.share(interval.upperBound)) (95 % sure)")),
      ],
      note: say("keeping the \(money) is at least as good in \(keeping.worlds(format))"))
  }

  /// When the money put in is back, in the worlds in which it is.
  private func breakEvenFacts(_ summary: Summary, _ glyphs: Surface.Glyphs) -> [Fact] {
    let months = Figure.breakEvenMonth.sample(in: summary.outcome)
    guard let half = months.wholeQuantile(0.5), let most = months.wholeQuantile(0.9) else { return [] }
    let planned = Int(plan.breakEvenMonth[0])
    let asPlanned = planned > 0 ? say("in month \(planned) of the plan") : say("never in the plan")
    return [
      Fact(
        say("Money back"), [.strong(say("month \(half)"))],
        note: say("by then in half of the worlds that make a profit, in 9 of 10 by month \(most); \(asPlanned)"))
    ]
  }

  /// Worlds in which a rule ended the business; nothing where none does.
  private func quitFacts(_ summary: Summary, _ glyphs: Surface.Glyphs) -> [Fact] {
    guard summary.quit.successes > 0 else { return [] }
    let share = NumberFormat(glyphs: glyphs).text(summary.quit.estimate, .shareOfWorlds)
    return [Fact(say("Quits by its own rule"), [.strong(share)], note: say("not counted as running out of money"))]
  }

  /// Of stores that test products.
  private func winnerFacts(_ summary: Summary, _ glyphs: Surface.Glyphs) -> [Fact] {
    guard scenario.testedProduct != nil else { return [] }
    let format = NumberFormat(glyphs: glyphs)
    let found = summary.share(.winnerFound)
    let interval = found.interval(confidence: Precision.confidence)
    let low = format.text(interval.lowerBound * 100, .decimals(1))
    let high = format.text(interval.upperBound, .share)
    return [
      Fact(
        say("Finds a winner"), [.strong(format.share(found.estimate))],
        note: say("between \(low) and \(high) (95 % sure); a tested product that is kept, before the money ends"))
    ]
  }

  /// Of stores that take their owner an hour a month or more.
  private func hourFacts(_ summary: Summary, _ glyphs: Surface.Glyphs) -> [Fact] {
    let hoursOfAMonth = summary.total(.ownerHours).mean / Double(scenario.monthCount)
    guard let profit = summary.profitOfAnHour, hoursOfAMonth >= 1 else { return [] }
    let format = NumberFormat(glyphs: glyphs)
    let hours = format.text(hoursOfAMonth, .decimals(1))
    return [
      Fact(
        say("An hour of the owner"), [.strong("\(format.money(profit, cents: true)) \(scenario.currency)")],
        note: say("mean net profit over mean hours, \(hours) a month"))
    ]
  }

  /// The month that ends most of the ruined worlds, and the days of their middle half.
  private func when(_ summary: Summary) -> String {
    guard let days = summary.ruinDay, let month = summary.commonRuinMonth(monthOfDay: month(ofDay:)) else { return "" }
    let starved = summary.starved.estimate / summary.ruin.estimate
    let cause = starved > 0.5 ? say("; mostly no money left for ads") : ""
    let (first, last) = (Int(days.p25), Int(days.p75))
    let middle = first == last ? say("day \(first)") : say("half of them on days \(first) to \(last)")
    return say("most often in month \(month + 1), \(middle)\(cause)")
  }

  // MARK: Money

  /// Under each figure, between which ends it is at 95 %: half a width would hide that many reach further to one side.
  private func moneyTable(_ summary: Summary) -> Table {
    let rows: [(label: String, values: Sample, plan: Double)] = [
      (say("Cash at the end"), summary.outcome.sample(.closingCash), planTotal(.closingCash)),
      (say("Worth at the end"), summary.outcome.worthSample, plan.finalWorth[0]),
      (say("Gain"), Figure.gain.sample(in: summary.outcome), plan.gain[0]),
      (say("Lowest cash"), summary.outcome.sample(.lowestCash), planTotal(.lowestCash)),
      (say("Net profit"), summary.outcome.sample(.netProfit), planTotal(.netProfit)),
    ]
    let spreads = summary.spreads(rows.map(\.values))
    return Table(
      columns: [Table.Column(scenario.currency, .text)]
        + ["P5", "P50", "P95", say("Mean"), say("Plan")].map { Table.Column($0, .number(.money)) },
      rows: zip(rows, spreads).flatMap { row, found -> [Table.Row] in
        let (spread, intervals) = found
        let figures = [spread.p5, spread.p50, spread.p95, spread.mean, row.plan]
        return [
          Table.Row([.text(row.label)] + figures.map { .number($0) }),
          Table.Row([.text("  " + say("from (95 %)"))] + intervals.map { .end($0?.lowerBound) } + [.text("")], .dim),
          Table.Row([.text("  " + say("to"))] + intervals.map { .end($0?.upperBound) } + [.text("")], .dim),
        ]
      })
  }

  /// Where the worlds are not independent of each other.
  private var samplingNote: [Block] {
    guard let words = sampling.words, !uncertain.isEmpty else { return [] }
    return [.paragraph([.dim(say("The ends are those of random sampling: too far apart for the \(words)."))])]
  }

  /// How quantiles were found, where that is not exactly.
  private func tallyNote(_ summary: Summary) -> [Block] {
    guard !summary.outcome.keepsWorlds else { return [] }
    let error = NumberFormat().text(Tally.error, NumberStyle(.share(decimals: 1)))
    let note = say(
      "So many worlds are counted, not kept: quantiles are from histograms, exact to \(error); shares and means are exact."
    )
    return [.paragraph([.dim(note)])]
  }

  private func planTotal(_ metric: Metric) -> Double { plan.total(metric)[0] }

  // MARK: Months

  /// - Parameter quantiles: of cash, lowest cash, orders and net profit, month by month.
  private func monthTable(_ summary: Summary, _ quantiles: [[[Double]]]) -> Table {
    let ruined = ruinedByMonth(summary)
    return Table(
      columns: [
        Table.Column(say("Month"), .text), Table.Column(say("Cash P5"), .number(.money)),
        Table.Column(say("Cash P50"), short: "P50", .number(.money)),
        Table.Column(say("Cash P95"), short: "P95", .number(.money)),
        Table.Column(say("Lowest P5"), short: say("Low P5"), .number(.money)),
        Table.Column(say("Orders P50"), short: say("Orders"), .number(.count)),
        Table.Column(say("Net profit P50"), short: say("Profit"), .number(.money)),
        Table.Column(say("Out of money so far"), short: say("Out so far"), .number(.share)),
      ],
      rows: (0..<scenario.monthCount).map { month in
        let cash = quantiles[0][month]
        return Table.Row([
          .text(label(month)), .number(cash[0]), .number(cash[2]), .number(cash[4]),
          .number(quantiles[1][month][0]), .number(quantiles[2][month][0]), .number(quantiles[3][month][0]),
          .number(ruined[month]),
        ])
      })
  }

  /// The month's number and the calendar month it begins in.
  private func label(_ month: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return say("M\(month + 1) \(names[scenario.date(ofDay: scenario.monthStarts[month]).month - 1].said)")
  }

  private func ruinedByMonth(_ summary: Summary) -> [Double] {
    var sum = 0
    return summary.ruined(monthOfDay: month(ofDay:)).map { count in
      sum += count
      return Double(sum) / Double(summary.outcome.paths)
    }
  }

  // MARK: Fan

  private static let fanQuantiles = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// How one metric spreads, month by month.
  package func fan(of metric: Metric, title: String, origin: String) -> FanChart {
    let months = summary?.monthlyQuantiles([(metric, Self.fanQuantiles)])[0] ?? []
    return fan(of: metric, months, title: title, origin: origin)
  }

  /// - Parameter months: the quantiles of each; none of a plan.
  private func fan(of metric: Metric, _ months: [[Double]], title: String, origin: String) -> FanChart {
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

  // MARK: Statements

  /// The columns of the monthly profit and loss statement, costs positive.
  private static let statementColumns: [(metric: Metric, title: String, short: String)] = [
    (.revenue, "Revenue", "Revenue"), (.goodsAndShipping, "Goods and shipping", "Goods"),
    (.grossProfit, "Gross profit", "Gross"), (.ads, "Ads", "Ads"), (.platformAndTools, "Platform and tools", "Tools"),
    (.paymentFees, "Payment fees", "Fees"), (.refundsAndChargebacks, "Refunds and chargebacks", "Refunds"),
    (.other, "Other", "Other"), (.netProfit, "Net profit", "Net"),
  ]

  /// Months go down: a year then fits beside the nine rows of a statement on a narrow screen.
  private func statement(of outcome: Outcome, path: Int, title: String) -> [Block] {
    let metrics = Self.statementColumns.map(\.metric)
    let months = (0..<scenario.monthCount).map { month in
      Table.Row([.text(label(month))] + metrics.map { .number(outcome.monthly($0, month: month)[path]) })
    }
    let total = Table.Row([.text(say("Total"))] + metrics.map { .number(outcome.total($0)[path]) }, .total)
    let columns = Self.statementColumns.map { Table.Column($0.title.said, short: $0.short.said, .number(.money)) }
    return [
      .paragraph([.dim(title)]),
      .table(Table(columns: [Table.Column(say("Month"), .text)] + columns, rows: months + [total])),
    ]
  }

  /// The plan's cash, where there are no worlds to show it beside.
  private var planCash: Table {
    let metrics: [Metric] = [.openingCash, .closingCash, .lowestCash]
    return Table(
      columns: [Table.Column(say("Month"), .text)]
        + [say("Opening cash"), say("Closing cash"), say("Lowest cash")].map { Table.Column($0, .number(.money)) },
      rows: (0..<scenario.monthCount).map { month in
        Table.Row([.text(label(month))] + metrics.map { .number(plan.monthly($0, month: month)[0]) })
      })
  }
}

extension NumberStyle {
  /// Shares that may be far below one percent.
  fileprivate static let shareOfWorlds = NumberStyle(.share(decimals: 2))
}

extension ParameterSampling {
  /// nil for random sampling, which goes without saying.
  package var words: String? {
    switch self {
    case .random: nil
    case .latinHypercube: say("Latin hypercube")
    case .sobol: say("Sobol points")
    }
  }
}

extension Table.Cell {
  /// A gap where there are too few worlds to tell.
  fileprivate static func end(_ value: Double?) -> Table.Cell { value.map { .number($0) } ?? .missing }
}

extension Sample {
  /// Of whole numbers: the lowest that so many of them do not exceed; nil when there are none.
  fileprivate func wholeQuantile(_ share: Double) -> Int? {
    let (values, wanted) = (weighted, share * Double(count))
    var sum = 0
    return values.first { value in
      sum += value.count
      return Double(sum) >= wanted
    }.map { Int($0.value) }
  }
}
