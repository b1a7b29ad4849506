package import Analysis
import Language

/// What `stress` answers.
package struct StressReport: Report {
  private let stress: Stress
  private let circumstances: Circumstances

  package init(_ stress: Stress, _ circumstances: Circumstances) {
    self.stress = stress
    self.circumstances = circumstances
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [circumstances.headline, .blank, .table(sheet), .blank]
    blocks += sentences(glyphs).map { .paragraph([TextRun($0)]) }
    blocks += remarks.map { .paragraph([.dim($0)]) }
    return Document(blocks)
  }

  /// For the eye: changes against the base, in the same worlds, with how far off they may be.
  private var sheet: Table {
    let currency = circumstances.currency
    return Table(
      columns: [
        Table.Column(currency, .text), Table.Column(say("Out of money"), short: say("Out"), .number(.share)),
        Table.Column(say("Makes a profit"), short: say("Earns"), .number(.share)),
        Table.Column(
          say("Out of money, change"), short: say("Out diff"),
          .number(NumberStyle(.points(decimals: 1), showsPlus: true))
        ),
        Table.Column(say("Final cash, bad case"), short: say("bad"), .number(.money)),
        Table.Column(say("typical"), .number(.money)),
        Table.Column(say("good case"), short: say("good"), .number(.money)),
        Table.Column(
          say("Mean cash, change"), short: say("cash diff"), .number(NumberStyle(.money(cents: false), showsPlus: true))
        ),
        Table.Column("± (95 %)", short: "±", .number(.money)),
      ],
      rows: stress.rows.map { row in
        Table.Row(
          [
            .text(row.kind.title), .number(row.summary.ruin.value), .number(row.summary.profit.value),
            row.ruinChange.map { .number($0.value, $0.value > 0 ? .bad : .plain) } ?? .text(""),
            .number(row.summary.cash.p5), .number(row.summary.cash.p50), .number(row.summary.cash.p95),
            row.cashChange.map { .number($0.value, $0.value < 0 ? .bad : .plain) } ?? .text(""),
            row.cashChange?.reach.map { .number($0, .dim) } ?? .text(""),
          ], row.kind.isShock ? .none : .strong)
      })
  }

  private func sentences(_ glyphs: Surface.Glyphs) -> [String] {
    let format = NumberFormat(glyphs: glyphs)
    guard let base = stress.rows.first, let worst = stress.worst, let change = worst.cashChange else { return [] }
    guard change.value < 0 || worst.ruinChange?.value ?? 0 > 0 else {
      return [say("On average, none of these shocks does harm.")]
    }
    let cash = format.text(change.value, NumberStyle(.money(cents: false), showsPlus: true))
    let money = "\(cash) \(circumstances.currency)"
    let ruin = worst.ruinChange.flatMap { $0.value.magnitude >= 0.0005 ? $0.value : nil }
    let risk = ruin.map { format.spelled($0, NumberStyle(.points(decimals: 1), showsPlus: true)) }
    let title = worst.kind.title
    var sentence =
      risk.map {
        say(
          "Worst single shock: \(title). On average the final cash changes by \(money), and the chance of running out of money by \($0)."
        )
      }
      ?? say("Worst single shock: \(title). On average the final cash changes by \(money).")
    if base.summary.ruin.value > 0.95 { sentence += say(" Nearly every world runs out of money even without a shock.") }
    if change.value > 0 { sentence += say(" Cash is higher because worlds that are out of money stop paying for ads.") }
    return [sentence]
  }

  private var remarks: [String] {
    let unfit = stress.unfit.map { say("\($0.shock.title.said): \($0.reason.said)") }
    let left = unfit.isEmpty ? nil : say("Shocks left out: \(unfit.joined(separator: Tongue.current.semicolon)).")
    return [relief, left].compactMap(\.self)
  }

  /// Bad luck that lowers ruin looks like a mistake, and is none: what stops the sales stops their losses as well.
  private var relief: String? {
    let rows = stress.rows.filter { row in
      guard case .shock(let shock) = row.kind, shock.stopsSales else { return false }
      return (row.ruinChange?.interval?.upperBound ?? 0) < 0
    }
    guard !rows.isEmpty else { return nil }
    let names = rows.map(\.kind.title.said).joined(separator: Tongue.current.semicolon)
    // Where the cash falls with the ruin, orders earned more than their ads cost.
    guard rows.allSatisfy({ ($0.cashChange?.value ?? 0) >= 0 }) else {
      return say(
        "Shocks under which fewer worlds run out of money, not more: \(names). While nothing is sold, no ads are paid for either: less can be lost, and less is earned."
      )
    }
    return say(
      "Shocks under which fewer worlds run out of money, not more: \(names). While nothing is sold, no ads are paid for, and here ads cost more than orders earn."
    )
  }

  // MARK: Data

  package var table: Table {
    let money = Table.Column.Kind.number(.money)
    return Table(
      columns: [Table.Column("shock", .text)] + ["ruin", "profit"].map { Table.Column($0, .number(.share)) }
        + ["ruin_change", "ruin_change_low", "ruin_change_high"].map { Table.Column($0, .number(.points)) }
        + ["p5 final_cash", "p50 final_cash", "p95 final_cash", "p5 lowest_cash"].map { Table.Column($0, money) }
        + ["mean_cash_change", "mean_cash_change_low", "mean_cash_change_high"].map { Table.Column($0, money) },
      rows: stress.rows.map { row in
        let figures = row.summary
        return Table.Row(
          [.text(row.kind.name), .number(figures.ruin.value), .number(figures.profit.value)]
            + Self.cells(row.ruinChange)
            + [
              .number(figures.cash.p5), .number(figures.cash.p50), .number(figures.cash.p95),
              .number(figures.lowestCash.p5),
            ] + Self.cells(row.cashChange))
      })
  }

  private static func cells(_ difference: Difference?) -> [Table.Cell] {
    guard let difference else { return [.missing, .missing, .missing] }
    let ends = difference.interval.map { [Table.Cell.number($0.lowerBound), .number($0.upperBound)] }
    return [.number(difference.value)] + (ends ?? [.missing, .missing])
  }

  package static let shape: JSONShape =
    Circumstances.shape + [
      "wanted": .integer, "finished": .integer,
      "rows": .rows(
        texts: ["shock"],
        numbers: [
          "ruin", "profit", "ruin_change", "ruin_change_low", "ruin_change_high", "p5 final_cash", "p50 final_cash",
          "p95 final_cash", "p5 lowest_cash", "mean_cash_change", "mean_cash_change_low", "mean_cash_change_high",
        ]), "left_out": .array(["shock": .string, "reason": .string]),
    ]

  package var json: JSON {
    .object(
      circumstances.json + [
        JSON.Member("wanted", .integer(stress.wanted)), JSON.Member("finished", .integer(stress.rows.count)),
        JSON.Member("rows", table.json()),
        JSON.Member(
          "left_out",
          .array(stress.unfit.map { ["shock": .string($0.shock.name), "reason": .string($0.reason)] })),
      ])
  }
}

extension Stress.Row.Kind {
  fileprivate var title: String {
    switch self {
    case .base: say("No shock")
    case .shock(let shock): shock.title.said
    case .all: say("All together")
    }
  }

  fileprivate var name: String {
    switch self {
    case .base: "base"
    case .shock(let shock): shock.name
    case .all: "all"
    }
  }

  fileprivate var isShock: Bool {
    if case .shock = self { true } else { false }
  }
}
