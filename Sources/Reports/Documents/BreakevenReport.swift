package import Analysis
import Language
import Statistics

/// What `breakeven` answers.
package struct BreakevenReport: Report {
  private let breakeven: Breakeven
  private let circumstances: Circumstances
  private let carriesFixed: Bool

  package init(_ breakeven: Breakeven, carriesFixed: Bool, _ circumstances: Circumstances) {
    self.breakeven = breakeven
    self.carriesFixed = carriesFixed
    self.circumstances = circumstances
  }

  /// One world is no spread, whether there are others or not.
  private var isOneWorld: Bool { breakeven.worlds == 1 }
  private var currency: String { circumstances.currency }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [headline, .blank, .table(orderTable), .blank]
    for line in breakeven.lines { blocks += section(line, glyphs) }
    blocks += [.paragraph([.dim(fixedNote(glyphs))])]
    return Document(blocks)
  }

  private var headline: Block {
    let worlds =
      breakeven.isCertain
      ? say("no uncertain numbers")
      : NumberFormat().worlds(breakeven.worlds, seed: circumstances.seed)
    return .paragraph([
      .dim(say("computed from the parameters, without simulating days · \(worlds) · \(circumstances.strategy)"))
    ])
  }

  // MARK: An order

  /// What becomes of the price of one order, a column for each product.
  private var orderTable: Table {
    let rows: [(String, (OrderEconomics) -> Double)] = [
      (say("The customer pays"), \.value), (say("VAT"), { -$0.vat }),
      (say("Commission and payment fees"), { -$0.fees }), (say("Goods"), { -$0.goods }), (say("Duty"), { -$0.duty }),
      (say("Shipping and handling"), { -$0.shipping }), (say("Refunds"), { -$0.refunds }),
      (say("Chargebacks"), { -$0.chargebacks }), (say("Paid back by suppliers"), \.recovered),
      (say("Support"), { -$0.support }),
    ]
    let orders = breakeven.orders
    let shown = rows.filter { row in orders.contains { row.1($0.planned) != 0 } }
    let left = Table.Row(
      [.text(say("Left for ads and profit"))] + orders.map { .number($0.planned.contribution) }, .total)
    let shares = Table.Row(
      [.text(say("as a share of the price without VAT"))]
        + orders.map { .number($0.planned.contribution / $0.planned.net) },
      .dim,
      style: .share)
    return Table(
      columns: [Table.Column(say("One order, \(currency)"), .text)]
        + orders.map { Table.Column($0.product, .number(.cents)) },
      rows: shown.map { row in Table.Row([.text(row.0)] + orders.map { .number(row.1($0.planned)) }) } + [left, shares])
  }

  // MARK: A product in a channel

  private func section(_ line: Breakeven.Line, _ glyphs: Surface.Glyphs) -> [Block] {
    [
      .paragraph([.strong(say("\(line.product) via \(line.channel)")), TextRun("   "), verdict(line, glyphs)]),
      .table(table(of: line, glyphs)), .blank,
    ]
  }

  private func verdict(_ line: Breakeven.Line, _ glyphs: Surface.Glyphs) -> TextRun {
    let chance = line.chance.estimate
    if isOneWorld { return chance == 1 ? .good(say("pays for its ads")) : .bad(say("does not pay for its ads")) }
    let text = NumberFormat(glyphs: glyphs).share(chance)
    return TextRun(say("pays for its ads in \(text) of the worlds"), chance >= 0.5 ? .good : .bad)
  }

  private func table(of line: Breakeven.Line, _ glyphs: Surface.Glyphs) -> Table {
    let columns =
      isOneWorld
      ? [say("Now"), say("Break-even value")].map { Table.Column($0, .number(.cents)) }
      : [
        Table.Column(say("Now, middle (P50)"), short: say("Now"), .number(.cents)),
        Table.Column(say("Break-even value, low (P5)"), short: say("Needed: low"), .number(.cents)),
        Table.Column(say("middle (P50)"), short: say("middle"), .number(.cents)),
        Table.Column(say("high (P95)"), short: say("high"), .number(.cents)),
      ]
    // All figures say the same: whether an order leaves what its clicks cost.
    let isMet = line.now.costPerOrder.p50 <= line.needed.costPerOrder.p50
    return Table(
      columns: [Table.Column("", .text)] + columns + [Table.Column("", .text)],
      rows: rows(line).map { row in
        let needed = row.needed
        let numbers: [Table.Cell] =
          isOneWorld
          ? [.number(row.now.p50), cell(needed.p50)]
          : [.number(row.now.p50), cell(needed.p5), cell(needed.p50), cell(needed.p95)]
        let room = Self.room(row, isMet: isMet, NumberFormat(glyphs: glyphs))
        return Table.Row([.text(row.title)] + numbers + [.text(room)], style: row.style)
      })
  }

  /// Where nothing will do there is no value to tell.
  private func cell(_ value: Double) -> Table.Cell {
    value.isFinite && value >= 0 ? .number(value) : .text(say("none"))
  }

  private struct FigureRow {
    let title: String
    let key: String
    let now: Distribution
    let needed: Distribution
    let style: NumberStyle
  }

  private func rows(_ line: Breakeven.Line) -> [FigureRow] {
    let (now, needed) = (line.now, line.needed)
    func row(
      _ title: String, _ key: String, _ path: KeyPath<Breakeven.Figures, Distribution>, _ style: NumberStyle
    ) -> FigureRow {
      FigureRow(title: title, key: key, now: now[keyPath: path], needed: needed[keyPath: path], style: style)
    }
    return [
      row("ROAS", "roas", \.roas, .decimals(2)),
      row(say("Ad cost per order, \(currency)"), "cost_per_order", \.costPerOrder, .cents),
      row(say("Price of a click, \(currency)"), "click_price", \.clickPrice, .cents),
      row(say("Conversion (orders per click)"), "conversion", \.conversion, NumberStyle(.share(decimals: 2))),
      row(say("Product price, \(currency)"), "price", \.price, .cents),
    ]
      + (needed.highestPrice.p50.isFinite
        ? [row(say("Product price, upper limit, \(currency)"), "highest_price", \.highestPrice, .cents)] : [])
  }

  /// `must rise 4.8 times`, `may fall by 20 %`
  private static func room(_ row: FigureRow, isMet: Bool, _ format: NumberFormat) -> String {
    let (now, needed) = (row.now.p50, row.needed.p50)
    guard now.isFinite, needed.isFinite, now > 0, needed > 0 else { return "" }
    let ratio = needed / now
    // Of two prices only the one that stands in the way has to be told.
    if !isMet, row.key == "price", needed < now { return "" }
    if !isMet, row.key == "highest_price", needed > now { return "" }
    let rises = ratio >= 1
    if ratio >= 100 || row.key == "conversion" && needed > 1 { return say("out of reach") }
    if ratio >= 2 {
      let times = format.text(ratio, .decimals(1))
      return isMet ? say("can be \(times)x as high") : say("must be \(times)x as high")
    }
    let percent = format.text((ratio - 1).magnitude * 100, .decimals(0))
    if percent == "0" { return say("breaks even") }
    return switch (isMet, rises) {
    case (true, true): say("can rise by \(percent) %")
    case (true, false): say("can fall by \(percent) %")
    case (false, true): say("must rise by \(percent) %")
    case (false, false): say("must fall by \(percent) %")
    }
  }

  private func fixedNote(_ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    let costs = say("\(format.money(breakeven.fixedCosts)) \(currency) a month")
    guard breakeven.fixedCosts > 0 else { return say("There are no fixed costs.") }
    if carriesFixed {
      return say(
        "Here the ads also have to pay for the fixed costs of \(costs). Each channel pays a share in proportion to its budget."
      )
    }
    let carried = breakeven.lines.compactMap { line -> String? in
      guard line.ordersNeeded.p50.isFinite else { return nil }
      let needed = format.text(line.ordersNeeded.p50.rounded(.up), .count)
      let brings = format.text(line.orders.p50, .count)
      let line = say("\(line.product) via \(line.channel)")
      return say("\(line) would need \(needed) orders a month to cover them (it now brings \(brings))")
    }
    let rest =
      carried.isEmpty
      ? say("no number of orders would cover them") : carried.joined(separator: Tongue.current.semicolon)
    return say("Fixed costs of \(costs) come on top: \(rest). To include them in the break-even values, add --fixed.")
  }

  // MARK: Data

  package var table: Table {
    let spreads = ["now", "needed"].flatMap { side in ["mean", "p5", "p50", "p95"].map { "\(side) \($0)" } }
    return Table(
      columns: ["product", "channel", "figure"].map { Table.Column($0, .text) }
        + spreads.map { Table.Column($0, .number(.number)) } + [Table.Column("chance", .number(.share))],
      rows: breakeven.lines.flatMap { line in
        rows(line).map { row in
          let numbers = [row.now, row.needed].flatMap { [$0.mean, $0.p5, $0.p50, $0.p95] }
          return Table.Row(
            [.text(line.product), .text(line.channel), .text(row.key)] + numbers.map { .number($0) }
              + [.number(line.chance.estimate)])
        }
      })
  }

  package static let shape: JSONShape =
    Circumstances.shape + [
      "fixed_costs_a_month": .number, "orders": .array(Breakeven.Order.shape),
      "rows": .rows(
        texts: ["product", "channel", "figure"],
        numbers: ["now", "needed"].flatMap { side in ["mean", "p5", "p50", "p95"].map { "\(side) \($0)" } } + ["chance"]
      ),
    ]

  package var json: JSON {
    .object(
      circumstances.json + [
        JSON.Member("fixed_costs_a_month", .number(breakeven.fixedCosts)),
        JSON.Member("orders", .array(breakeven.orders.map(\.json))), JSON.Member("rows", table.json()),
      ])
  }
}

extension Breakeven.Order {
  fileprivate static let shape: JSONShape =
    ["product": .string, "supplier": .string]
    + .members(
      [
        "value", "vat", "fees", "goods", "duty", "shipping", "refunds", "chargebacks", "recovered", "support",
        "contribution", "contribution_p5", "contribution_p50", "contribution_p95", "orders_per_customer",
      ], .number)

  fileprivate var json: JSON {
    [
      "product": .string(product), "supplier": .string(supplier), "value": .number(planned.value),
      "vat": .number(planned.vat), "fees": .number(planned.fees), "goods": .number(planned.goods),
      "duty": .number(planned.duty), "shipping": .number(planned.shipping), "refunds": .number(planned.refunds),
      "chargebacks": .number(planned.chargebacks), "recovered": .number(planned.recovered),
      "support": .number(planned.support),
      "contribution": .number(planned.contribution), "contribution_p5": .number(contribution.p5),
      "contribution_p50": .number(contribution.p50), "contribution_p95": .number(contribution.p95),
      "orders_per_customer": .number(planned.ordersPerCustomer),
    ]
  }
}
