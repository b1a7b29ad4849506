import Analysis
import Language
import Statistics

/// The strategies against the first of them, world by world.
extension DecisionPage {
  /// Two strategies in the same worlds, the one that does better more often first.
  private struct Pair {
    let plan: Plan
    let other: Plan
    let gains: PairedGains

    init?(_ plan: Plan, _ other: Plan) {
      guard let gains = PairedGains(plan.run, less: other.run) else { return nil }
      guard gains.duel.wins < gains.duel.losses, let turned = PairedGains(other.run, less: plan.run) else {
        (self.plan, self.other, self.gains) = (plan, other, gains)
        return
      }
      (self.plan, self.other, self.gains) = (other, plan, turned)
    }

    var isSame: Bool { gains.duel.ties == gains.duel.worlds }
  }

  var paired: [Page.Section] {
    let pairs = plans.dropFirst().compactMap { Pair(base, $0) }
    guard !pairs.isEmpty else { return [] }
    let title = pairs.map { pair in
      let share = pair.gains.duel.win.worlds(numbers)
      return say("\(pair.plan.typed) does better than \(pair.other.typed) in \(share)")
    }
    let shown = pairs.filter { !$0.isSame }
    let figures = shown.map { pair in
      let note = say("gain minus the gain of \(pair.other.name), in \(currency)")
      return Page.Figure(caption: caption(pair.plan, note), content: .picture(chart(pair).picture(height: 76)))
    }
    return [
      Page.Section(
        kind: pairs.count == 1 ? "half paired" : "paired",
        title: TypedNames.runs(title.joined(separator: Tongue.current.semicolon)),
        told: [
          Page.Paragraph(shown.isEmpty ? say("In every world, the strategies end with the same result.") : told(shown))
        ],
        figures: figures,
        tables: shown.isEmpty ? [] : [sheet(shown)])
    ]
  }

  private func told(_ pairs: [Pair]) -> String {
    let typical = pairs.map { pair -> String in
      let reading = pair.gains.median
      let text = numbers.gain(reading.value, reading.reach)
      return pairs.count == 1 ? text.value + text.error : "\(pair.plan.typed) \(text.value)\(text.error)"
    }.joined(separator: Tongue.current.comma)
    return say(
      "The strategies face the same click prices, buyers and delays. Each dot stands for 2 of 100 worlds and shows the gain of the strategy named above the picture, minus the gain of the other. The typical difference: \(typical) \(currency)."
    )
  }

  private func sheet(_ pairs: [Pair]) -> Page.Sheet {
    let percents = [1, 5, 25, 50, 75, 95, 99]
    let found = pairs.map { Quantiles.of($0.gains.differences, at: percents.map { Double($0) / 100 }) }
    let style = NumberStyle(.money(cents: false), showsPlus: true)
    return Page.Sheet(
      caption: [
        TextRun(
          say(
            "Difference in gain, in \(currency). The number on the left shows how many of 100 worlds lie below the amounts beside it."
          ))
      ],
      table: Table(
        columns: [Table.Column("", .text)]
          + pairs.map { Table.Column(say("\($0.plan.name) minus \($0.other.name)"), .number(style)) },
        rows: percents.enumerated().map { row, percent in
          Table.Row([.text(String(percent))] + found.map { .number($0[row]) })
        }))
  }

  private func chart(_ pair: Pair) -> DotChart {
    let (all, gains) = (pair.gains.differences, pair.gains)
    let dots = (0..<DotChart.count).map { all[min((2 * $0 + 1) * all.count / (2 * DotChart.count), all.count - 1)] }
    let ends = Quantiles.of(all, at: [0.02, 0.98])
    // Rounded as the title rounds them.
    let (wins, losses) = (hundred(gains.duel.win.estimate), hundred(gains.duel.loss.estimate))
    return DotChart(
      title: say("Difference in gain in the same worlds, 50 dots"), currency: currency,
      dots: dots.map { DotChart.Dot($0, $0 > 0 ? .profit : .worse) },
      landmarks: [
        DotChart.Landmark(
          0, "\(pair.plan.name) \(wins) →", before: "← \(pair.other.name) \(losses)",
          isStrong: true)
      ], scale: DotChart.Scale([dots], from: min(0, ends[0]), to: max(0, ends[1]), bins: 30))
  }
}
