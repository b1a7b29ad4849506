import Language
package import Scenarios
package import Simulation

/// What `opening` answers: what a running business has on its way, and what it is worth.
package struct OpeningReport: Report {
  private let scenario: Scenario
  private let opening: OpeningSummary
  /// Where the numbers come from, and what was left out.
  private let remarks: [String]
  /// Is the cash a number that somebody has just typed?
  private let isTyped: Bool

  package init(_ scenario: Scenario, _ opening: OpeningSummary, remarks: [String] = [], isTyped: Bool = false) {
    (self.scenario, self.opening, self.remarks, self.isTyped) = (scenario, opening, remarks, isTyped)
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    let columns = [
      Table.Column(say("What you have and owe on \(scenario.start.inWords)"), .text),
      Table.Column(scenario.currency, .number(.cents)), Table.Column("", .text),
    ]
    let rows = lines.map { line in Table.Row([.text(line.title), .number(line.amount), .text(line.note)]) }
    let worth = Table.Row([.text(say("Worth")), .number(opening.worth), .text("")], .total)
    var blocks: [Block] = [.table(Table(columns: columns, rows: rows + [worth]))]
    let told = sentences(NumberFormat(glyphs: glyphs))
    if !told.isEmpty { blocks += [.blank] + told.map { .paragraph([TextRun($0)]) } }
    if !remarks.isEmpty { blocks += [.blank] + remarks.map { .paragraph([.dim($0)]) } }
    return Document(blocks)
  }

  private struct Line {
    let title: String
    let key: String
    let amount: Double
    var note = ""
  }

  /// Cash always; of the rest what there is.
  private var lines: [Line] {
    let given = scenario.opening
    let all = [
      Line(title: say("Cash"), key: "cash", amount: opening.cash, note: isTyped ? say("as you entered it") : ""),
      Line(title: say("Payouts"), key: "payouts", amount: opening.payouts, note: dates(given.payouts.map(\.due))),
      Line(title: say("Payouts after delivery"), key: "claims", amount: opening.claims),
      Line(
        title: say("Held in reserve"), key: "reserves", amount: opening.reserves,
        note: dates(given.reserves.map(\.until))),
      Line(title: say("Withheld"), key: "held", amount: opening.held, note: dates(given.holds.map(\.until))),
      Line(title: say("Stock"), key: "stock", amount: opening.stock),
      Line(title: say("You owe"), key: "owed", amount: -opening.owed, note: dates(given.owed.map(\.due))),
    ]
    return all.filter { $0.key == "cash" || $0.amount != 0 }
  }

  /// `3, from 2 to 5 June`: how many, and between which days.
  private func dates(_ dates: [CalendarDate]) -> String {
    guard let first = dates.min(), let last = dates.max() else { return "" }
    if first == last { return say("on \(first.inWords)") }
    return say("\(dates.count) amounts, \(first.inWords) to \(last.inWords)")
  }

  private func sentences(_ format: NumberFormat) -> [String] {
    var sentences: [String] = []
    if opening.orders > 0 {
      let orders = format.count(Int(opening.orders.rounded()))
      let cost = format.money(opening.refundsAndChargebacks.reduce(0, +))
      let refunds = format.text(opening.refunds, .decimals(0))
      let chargebacks = format.text(opening.chargebacks, .decimals(0))
      sentences.append(
        say(
          "Earlier orders: \(orders). Number of refunds still to come from them: about \(refunds); of chargebacks: about \(chargebacks). Together these cost \(cost) \(scenario.currency)."
        ))
    }
    let carried = scenario.opening.ads.entries.compactMap { entry in
      entry.value.adstock.map { say("\(entry.name) \(format.money($0)) \(scenario.currency) a day") }
    }
    if !carried.isEmpty {
      sentences.append(say("Earlier ads still have an effect, as if you were still spending: \(carried.listed)."))
    }
    return sentences
  }

  // MARK: Data

  package var table: Table {
    Table(
      columns: [Table.Column("balance", .text), Table.Column("amount", .number(.cents))],
      rows: lines.map { Table.Row([.text($0.key), .number($0.amount)]) }
        + [Table.Row([.text("worth"), .number(opening.worth)])])
  }

  package static let shape: JSONShape =
    ["start": .string, "currency": .string] + OpeningSummary.shape + ["remarks": .array(.string)]

  package var json: JSON {
    var members = [
      JSON.Member("start", .string(scenario.start.description)), JSON.Member("currency", .string(scenario.currency)),
    ]
    if case .object(let own) = opening.json { members += own }
    return .object(members + [JSON.Member("remarks", .array(remarks.map { .string($0) }))])
  }
}

extension OpeningSummary {
  static let shape: JSONShape = [
    "cash": .number, "payouts": .number, "claims": .number, "reserves": .number, "held": .number, "stock": .number,
    "owed": .number, "worth": .number, "orders": .number, "refunds_and_chargebacks": .array(.number),
  ]

  /// As the plan sees it.
  var json: JSON {
    [
      "cash": .number(cash), "payouts": .number(payouts), "claims": .number(claims), "reserves": .number(reserves),
      "held": .number(held), "stock": .number(stock), "owed": .number(owed), "worth": .number(worth),
      "orders": .number(orders), "refunds_and_chargebacks": .array(refundsAndChargebacks.map { .number($0) }),
    ]
  }
}
