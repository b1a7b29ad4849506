import Analysis
import Language
import Statistics

/// The strategies against the first of them, world by world.
extension DecisionPage {
  var paired: [Page.Section] {
    let pairs = plans.dropFirst().compactMap { plan -> (plan: Plan, gains: PairedGains)? in
      PairedGains(plan.run, less: base.run).map { (plan, $0) }
    }
    guard let first = pairs.first else { return [] }
    let title = pairs.map { pair in
      let share = pair.gains.duel.win.worlds(numbers)
      return say("\(pair.plan.typed) does better than \(base.typed) in \(share)")
    }
    let typical = pairs.map { pair -> String in
      let reading = pair.gains.median
      let text = numbers.gain(reading.value, reading.reach)
      return pairs.count == 1 ? text.value + text.error : "\(pair.plan.typed) \(text.value)\(text.error)"
    }.joined(separator: Tongue.current.comma)
    let figures = pairs.filter { $0.gains.duel.ties < $0.gains.duel.worlds }.map { pair in
      let note = say("less \(base.name), gain in \(currency)")
      return Page.Figure(caption: caption(pair.plan, note), content: .picture(chart(pair.plan, pair.gains).picture))
    }
    let told = say(
      "Both meet the same click prices, buyers and delays. Each dot is the gain of one less that of the other; typically \(typical) \(currency)."
    )
    let percents = [1, 5, 25, 50, 75, 95, 99]
    let found = pairs.map { Quantiles.of($0.gains.differences, at: percents.map { Double($0) / 100 }) }
    let style = NumberStyle(.money(cents: false), showsPlus: true)
    let sheet = Page.Sheet(
      caption: [TextRun(say("Difference of the gain in \(currency): of 100 worlds, so many lie below"))],
      table: Table(
        columns: [Table.Column("", .text)] + pairs.map { Table.Column($0.plan.name, .number(style)) },
        rows: percents.enumerated().map { row, percent in
          Table.Row([.text(String(percent))] + found.map { .number($0[row]) })
        }))
    let same = first.gains.duel.ties == first.gains.duel.worlds && pairs.count == 1
    return [
      Page.Section(
        kind: "half paired", title: TypedNames.runs(title.joined(separator: Tongue.current.semicolon)),
        told: [Page.Paragraph(same ? say("They differ in no world.") : told)], figures: figures,
        tables: same ? [] : [sheet])
    ]
  }

  private func chart(_ plan: Plan, _ gains: PairedGains) -> DotChart {
    let all = gains.differences
    let dots = (0..<DotChart.count).map { all[min((2 * $0 + 1) * all.count / (2 * DotChart.count), all.count - 1)] }
    let ends = Quantiles.of(all, at: [0.02, 0.98])
    let parts = Apportionment.of(100, by: [gains.duel.wins, gains.duel.ties, gains.duel.losses])
    return DotChart(
      title: say("Difference in the same worlds, 50 dots"), currency: currency,
      dots: dots.map { DotChart.Dot($0, $0 > 0 ? .profit : .worse) },
      landmarks: [
        DotChart.Landmark(
          0, say("\(plan.name) is better in \(parts[0]) →"), before: say("← \(base.name) in \(parts[2])"),
          isStrong: true)
      ], scale: DotChart.Scale([dots], from: min(0, ends[0]), to: max(0, ends[1]), bins: 30))
  }
}
