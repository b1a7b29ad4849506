import Analysis
import Language
import Scenarios
import Statistics

/// Which drawn numbers set worlds that earn and worlds that do not apart.
extension DecisionPage {
  /// More would be small print.
  private static let mostShown = 3

  var drivers: [Page.Section] {
    let found = zip(plans, fifths).compactMap { plan, fifths in fifths.map { (plan: plan, fifths: $0) } }
    guard found.contains(where: { !$0.fifths.rows.isEmpty }) else { return [] }
    let first = found.first { !$0.fifths.clear.isEmpty }
    let title = first.map {
      say("What decides the result of \($0.plan.typed): \(TypedNames.marked($0.fifths.clear[0].input.path))")
    }
    let figures = found.filter { !$0.fifths.clear.isEmpty }.map { pair in
      let title = say("What decides the result of \(pair.plan.name) (shown: how many of 100 worlds make a profit)")
      return Page.Figure(
        caption: caption(pair.plan, say("how many of 100 worlds make a profit")),
        content: .picture(pair.plan.run.dumbbells(pair.fifths, most: Self.mostShown, title: title).picture))
    }
    var told = [
      Page.Paragraph(
        say(
          "How many of 100 worlds make a profit. ▽: in the 20 % of worlds where the number is lowest (its lowest fifth). ▲: in the 20 % where it is highest (its highest fifth). Differences inside the grey band may be chance."
        ))
    ]
    if let quiet = found.first.map({ quiet($0.plan, $0.fifths) }) { told += quiet }
    return [
      Page.Section(
        kind: "decides", title: TypedNames.runs(title ?? say("No single uncertain number decides the result")),
        told: told,
        figures: figures, tables: found.map { sheet($0.plan, $0.fifths) })
    ]
  }

  private func quiet(_ plan: Plan, _ fifths: Fifths) -> [Page.Paragraph] {
    let quiet = fifths.quiet.map(\.input.path)
    guard !quiet.isEmpty else { return [] }
    let shown = quiet.prefix(6).joined(separator: Tongue.current.comma)
    let rest = quiet.count - 6
    return [
      Page.Paragraph(
        rest > 0
          ? say("With \(plan.typed), these numbers have no visible effect: \(shown) and \(rest) more.")
          : say("No visible effect with \(plan.typed): \(shown)."), isSmall: true)
    ]
  }

  func words(_ row: Fifths.Row, _ run: RunRecord) -> (low: String, high: String) { run.words(row) }

  private func sheet(_ plan: Plan, _ fifths: Fifths) -> Page.Sheet {
    let noise = hundred(fifths.noise)
    let share = { (value: Proportion) in Table.Cell.number(value.estimate * 100) }
    let titles = [
      say("profit, lowest fifth"), say("profit, highest fifth"), say("out of money, lowest fifth"),
      say("out of money, highest fifth"),
    ]
    return Page.Sheet(
      caption: TypedNames.runs(
        say("\(plan.typed): counts out of 100 worlds; differences below \(noise) may be chance")),
      table: Table(
        columns: [Table.Column(say("Number"), .text)] + titles.map { Table.Column($0, .number(.decimals(0))) },
        rows: fifths.rows.map { row in
          Table.Row([
            .text(row.input.path, .accent), share(row.low.profit), share(row.high.profit), share(row.low.out),
            share(row.high.out),
          ])
        }))
  }
}

extension RunRecord {
  func words(_ row: Fifths.Row) -> (low: String, high: String) {
    guard let slot = scenario.slot(row.input.path) else { return ("", "") }
    let words = ParameterWords(slot, in: scenario, .unicode)
    return (words.short(row.edges.low.toThreeDigits), words.short(row.edges.high.toThreeDigits))
  }

  func dumbbells(_ fifths: Fifths, most: Int, title: String, origin: String = "") -> DumbbellChart {
    DumbbellChart(
      title: title, origin: origin,
      rows: fifths.clear.prefix(most).map { row in
        let words = words(row)
        return DumbbellChart.Row(
          row.input.path, lowAt: words.low, highAt: words.high, low: row.low.profit.estimate,
          high: row.high.profit.estimate)
      }, overall: fifths.all.profit.estimate, noise: fifths.noise)
  }
}
