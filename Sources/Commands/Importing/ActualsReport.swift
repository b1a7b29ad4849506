import Analysis
import Importers
import Language
import Reports
import Simulation

/// The months as they were, beside those of the model.
struct ActualsReport {
  /// What the model says of a figure in a month.
  struct Band {
    let p5, p50, p95: Double?
    let plan: Double
  }

  let actuals: MonthlyActuals
  let folder: String
  /// Figures by calendar month; empty without a scenario.
  let model: [MonthlyActuals.Month: [MonthlyActuals.Figure: Band]]
  /// What the model's numbers are: `p5 … p95 of run #12`.
  let origin: String?
  let glyphs: Surface.Glyphs

  private var format: NumberFormat { NumberFormat(glyphs: glyphs) }

  private var figures: [MonthlyActuals.Figure] { MonthlyActuals.Figure.allCases.filter { actuals.has($0.source) } }

  var document: Document {
    let hasModel = !model.isEmpty
    var columns = [Table.Column(actuals.currency, key: "month", .text)]
    for figure in figures {
      let style: NumberStyle = figure == .orders ? .count : .money
      columns.append(Table.Column(figure.title, short: figure.shortTitle, key: figure.rawValue, .number(style)))
      if hasModel { columns.append(Table.Column(say("model"), key: figure.rawValue + "_model", .text)) }
    }
    let rows = actuals.months.map { month in
      var cells: [Table.Cell] = [.text(month.description + (actuals.isWhole(month) ? "" : " *"))]
      for figure in figures {
        cells.append(actuals.value(figure, month).map { .number($0.approximate) } ?? .missing)
        if hasModel { cells.append(model[month]?[figure].map { .text(text(of: $0)) } ?? .missing) }
      }
      return Table.Row(cells)
    }
    return Document([.table(Table(columns: columns, rows: rows)), .blank] + notes.map { .paragraph([.dim($0)]) })
  }

  private func text(of band: Band) -> String {
    guard let low = band.p5, let high = band.p95 else { return format.money(band.plan) }
    return "\(format.money(low)) … \(format.money(high))"
  }

  private var notes: [String] {
    var notes: [String] = []
    let ends = actuals.months.flatMap { month in
      MonthlyActuals.Source.allCases.compactMap { source in
        actuals.end(of: source, in: month).map { say("\(source.title) only until \($0.description)") }
      }
    }
    if !ends.isEmpty { notes.append(say("* incomplete: \(ends.listed).")) }
    for source in MonthlyActuals.Source.allCases {
      let months = actuals.months.filter { actuals.missing(in: $0).contains(source) }
      if !months.isEmpty {
        notes.append(say("No \(source.title) in the files for \(months.map(\.description).listed)."))
      }
    }
    for source in MonthlyActuals.Source.allCases where !actuals.has(source) {
      notes.append(say("Not imported yet: \(source.title)."))
    }
    for (currency, count) in actuals.others.sorted(by: { $0.key < $1.key }) {
      let money = currency.isEmpty ? say("none given") : currency
      notes.append(say("Rows not added up because of their currency (\(money)): \(format.count(count))."))
    }
    for (currency, count) in actuals.converted.sorted(by: { $0.key < $1.key }) {
      notes.append(say("Rows in \(currency) converted at the exchange rate in the folder: \(format.count(count))."))
    }
    if actuals.spans > 0 {
      notes.append(
        say(
          "Ad rows not added up because they reach from one period of this table into the next: \(format.count(actuals.spans))."
        ))
    }
    for (kind, count) in actuals.unreadable.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      notes.append(say("Rows of \(kind.file) that cannot be read: \(format.count(count))."))
    }
    if let origin { notes.append(say("model: \(origin).")) }
    return notes
  }

  /// One row for each month and figure.
  var table: Table {
    Table(
      columns: [
        Table.Column(say("Month"), key: "month", .text), Table.Column(say("Figure"), key: "figure", .text),
        Table.Column(say("Actual"), key: "real", .number(.cents)), Table.Column("p5", .number(.cents)),
        Table.Column("p50", .number(.cents)), Table.Column("p95", .number(.cents)),
        Table.Column(say("Averages"), key: "plan", .number(.cents)),
        Table.Column(say("Whole month"), key: "whole", .text),
      ],
      rows: actuals.months.flatMap { month in
        figures.map { figure in
          let band = model[month]?[figure]
          return Table.Row([
            .text(month.description), .text(figure.rawValue),
            actuals.value(figure, month).map { .number($0.approximate) } ?? .missing,
            band?.p5.map { .number($0) } ?? .missing, band?.p50.map { .number($0) } ?? .missing,
            band?.p95.map { .number($0) } ?? .missing, band.map { .number($0.plan) } ?? .missing,
            .text(actuals.isWhole(month) ? "yes" : "no"),
          ])
        }
      })
  }

  static let shape: JSONShape = [
    "folder": .string, "currency": .string, "model": .either([.string, .null]),
    "months": .rows(texts: ["month", "figure", "whole"], numbers: ["real", "p5", "p50", "p95", "plan"]),
  ]

  var json: JSON {
    [
      "folder": .string(folder), "currency": .string(actuals.currency), "model": origin.map { .string($0) } ?? .null,
      "months": table.json(),
    ]
  }
}

extension MonthlyActuals.Figure {
  /// The figure of the model that it stands beside.
  var metric: Metric {
    switch self {
    case .orders: .orders
    case .sales: .revenue
    case .ads: .ads
    case .fees: .paymentFees
    case .refundsAndChargebacks: .refundsAndChargebacks
    case .payouts: .payouts
    case .cash: .closingCash
    }
  }

  var title: String {
    switch self {
    case .orders: say("Orders")
    case .sales: say("Sales")
    case .ads: say("Ads")
    case .fees: say("Fees")
    case .refundsAndChargebacks: say("Refunds and chargebacks")
    case .payouts: say("Payouts")
    case .cash: say("Cash at the end")
    }
  }
}

extension MonthlyActuals.Figure {
  /// For the head of a narrow column.
  fileprivate var shortTitle: String {
    switch self {
    case .refundsAndChargebacks: say("Refunds")
    case .cash: say("Cash")
    default: title
    }
  }
}

extension MonthlyActuals.Source {
  var title: String {
    switch self {
    case .orders: say("orders")
    case .ads: say("ads")
    case .payments: say("payments")
    case .payouts: say("payouts")
    case .bank: say("bank statement")
    }
  }
}
