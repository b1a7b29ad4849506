@testable import Reports

/// Documents that the tests draw again and again.
enum Samples {
  static let headline = Document([
    .heading("pet feeder · US store · 12 months"),
    .paragraph(["10,000 worlds · 12 months · seed 1 · base"]),
    .blank,
    .facts([
      Fact("Runs out of money", [.bad("18.3 %"), "  ± 0.4"], note: "usually day 70–121, month 3 or 4"),
      Fact("Cash at the end", ["P5 −410   P50 ", .strong("4,910"), "   P95 14,200"], note: "start 3,000"),
      Fact("Lowest cash", ["P5 −980   P50 640"], note: "on day 97"),
    ]),
    .blank,
    .paragraph(["Next: ", .accent("why"), " · ", .accent("plot fan cash"), " · ", .accent("need")]),
  ])

  /// A year of profit and loss: a wide table with sections, totals, a row of counts and sparklines.
  static let statement: Table = {
    let months = (1...12).map { Table.Column("\($0)", key: "m\($0)", .number(.money)) }
    let columns = [Table.Column("Statement", key: "metric", .text)] + months
    return Table(
      columns: columns + [Table.Column("Trend", key: "trend", .sparkline(.money))],
      sections: [
        Table.Section(rows: [row("Orders", scale: 21, style: .count)]),
        Table.Section(
          "Profit and loss",
          rows: [
            row("Revenue", scale: 840.5), row("Goods and shipping", scale: 390), row("Ads", scale: 512),
            row("Net profit", scale: -61.5, .total),
          ]),
      ])
  }()

  private static func row(
    _ name: String, scale: Double, _ emphasis: Table.Row.Emphasis = .none, style: NumberStyle? = nil
  ) -> Table.Row {
    let values = (1...12).map { month in scale * Double(month * month + 7) / 10 }
    return Table.Row([.text(name)] + values.map { .number($0) } + [.series(values)], emphasis, style: style)
  }

  /// What `compare` shows: names, also Chinese, shares beside money.
  static let comparison = Table(
    columns: [
      Table.Column("Strategy", key: "strategy", .text),
      Table.Column("Ruin", key: "ruin", .number(.share)),
      Table.Column("Cash P5", short: "P5", key: "cash_p5", .number(.money)),
      Table.Column("Cash P50", short: "P50", key: "cash_p50", .number(.money)),
      Table.Column("Return on ads", short: "ROAS", key: "roas", .number(.number)),
      Table.Column("What it changes", short: "Changes", key: "changes", .text),
    ],
    rows: [
      Table.Row([
        .text("base"), .number(0.183), .number(-410), .number(4910), .number(2.1), .text("nothing"),
      ]),
      Table.Row([
        .text("稳健方案"), .number(0.061), .number(120), .number(3050), .number(1.85),
        .text("ads.meta.budget = 20, and pauses the ads as soon as there are less than 500 USD of cash left"),
      ]),
      Table.Row(
        [.text("difference"), .number(-0.122), .number(530), .number(-1860), .missing, .text("")], .total,
        isDifference: true),
    ])

  /// Cash over a year: falls below zero, then recovers; the plan is merrier than the median.
  static let cash = FanChart(
    title: "Cash at the end of the month", unit: "USD", worlds: 10_000, origin: "seed 1 · #3",
    periods: (1...12).map { month in
      let time = Double(month)
      let middle = 3000 - 900 * time + 90 * time * time
      let spread = 420 * time
      return FanChart.Period(
        "\(month)", p5: middle - 0.8 * spread, p25: middle - 0.35 * spread, p50: middle,
        p75: middle + 0.45 * spread, p95: middle + 1.5 * spread, plan: middle + 0.7 * spread)
    })

  static func flatFan(_ value: Double, periods: Int = 6) -> FanChart {
    FanChart(
      title: "Flat", worlds: 1, origin: "seed 1",
      periods: (0..<periods).map {
        FanChart.Period("\($0 + 1)", p5: value, p25: value, p50: value, p75: value, p95: value)
      })
  }

  static let everything = Document(
    headline.blocks + [.blank, .table(comparison), .blank, .table(statement), .blank, .chart(.fan(cash)), .blank]
      + [.chart(.sparkline(Sparkline(title: "Orders a day", style: .count, values: [3, 4, 9, 2, 7, .nan, 12])))])
}
