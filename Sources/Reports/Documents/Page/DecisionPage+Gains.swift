import Analysis
import Language
import Scenarios
import Simulation
import Statistics

/// How much: fifty dots of the gain, with the bad, the typical and the good case.
extension DecisionPage {
  var gains: Page.Section {
    let title = each(
      { say("\($0.typed) ends with a profit in \($0.shares.profit.worlds(numbers))") },
      { say("\($0.typed) does so in \($0.shares.profit.worlds(numbers))") })
    let scale = gainScale
    return Page.Section(
      kind: "gains", title: TypedNames.runs(title),
      told: [
        Page.Paragraph(
          say(
            "Each dot stands for 2 of 100 worlds and shows what you have gained or lost after \(scenario.length), in \(currency). Left of the solid line, you end with less than you had at the start."
          )),
        Page.Paragraph(
          say("Bad case: 1 in 20 worlds is worse. Typical: half are worse. Good case: 1 in 20 is better."),
          isSmall: true),
      ],
      figures: plans.map { plan in
        Page.Figure(caption: caption(plan), content: .picture(dots(plan, scale).picture()), cases: cases(plan))
      }, tables: [gainSheet])
  }

  private var gainScale: DotChart.Scale {
    let good = plans.map { Quantiles.of($0.worlds.gains, at: [0.95])[0] }.max() ?? 0
    let budget = plans.map(\.budget).max() ?? 0
    let low = min(-1.06 * budget, plans.map { Quantiles.of($0.worlds.gains, at: [0.05])[0] }.min() ?? 0)
    return DotChart.Scale(
      plans.map { plan in plan.worlds.representatives(DotChart.count).map { plan.worlds.gains[$0] } },
      from: low, to: max(good * 1.15, low.magnitude * 0.3))
  }

  private func dots(_ plan: Plan, _ scale: DotChart.Scale) -> DotChart {
    plan.run.gainDots(
      plan.worlds, scale: scale, budget: plan.budget,
      title: say("Gain after \(scenario.length) with \(plan.name), 50 dots"))
  }

  private func cases(_ plan: Plan) -> [Page.Case] {
    let labels = [say("bad case"), say("typical"), say("good case")]
    return zip(labels, RunRecord.cases).map { label, probability in
      let value = Quantiles.of(plan.worlds.gains, at: [probability])[0]
      let interval = plan.summary.quantileInterval(plan.worlds.gains, probability)
      let text = numbers.gain(value, interval.map { max($0.upperBound - value, value - $0.lowerBound) })
      return Page.Case(label: label, value: text.value, error: text.error)
    }
  }

  private var gainSheet: Page.Sheet {
    let percents = [1, 5, 10, 25, 50, 75, 90, 95, 99]
    let found = plans.map { Quantiles.of($0.worlds.gains, at: percents.map { Double($0) / 100 }) }
    let style = NumberStyle(.money(cents: false), showsPlus: true)
    let mean = Table.Row([.text(say("mean"))] + plans.map { .number($0.outlook.mean.value) })
    return Page.Sheet(
      caption: [
        TextRun(
          say(
            "Gain in \(currency). The number on the left shows how many of 100 worlds end below the amounts beside it.")
        )
      ],
      table: Table(
        columns: [Table.Column("", .text)] + plans.map { Table.Column($0.name, .number(style)) },
        rows: percents.enumerated().map { row, percent in
          Table.Row([.text(String(percent))] + found.map { .number($0[row]) })
        } + [mean]))
  }
}

extension DotChart {
  /// A few are counted at a glance, and 1 in 50 is still there.
  static let count = 50
}

extension RunRecord {
  /// What the worlds gain, held against not starting and against all the money.
  func gainDots(_ worlds: RankedWorlds, scale: DotChart.Scale, budget: Double, title: String, origin: String = "")
    -> DotChart
  {
    let signs = worlds.representatives(DotChart.count).map { world in
      DotChart.Dot(worlds.gains[world], WorldSign(worlds.endings[world]))
    }
    let numbers = NumberFormat()
    let gone = DotChart.Landmark(
      -budget, say("\(numbers.money(-budget)): all the money is gone"), isStrong: false)
    return DotChart(
      title: title, origin: origin, currency: scenario.currency, dots: signs,
      landmarks: (budget > 0 ? [gone] : []) + [
        DotChart.Landmark(0, say("0: neither gain nor loss"), isStrong: true)
      ],
      scale: scale)
  }
}

extension WorldSign {
  init(_ ending: RankedWorlds.Ending) {
    switch ending {
    case .out: self = .out
    case .loss: self = .loss
    case .profit: self = .profit
    }
  }
}
