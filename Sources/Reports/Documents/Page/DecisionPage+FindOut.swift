import Analysis
import Language
import Simulation
import Statistics

/// What to do before money is spent: what to find out, and when to stop. Of the strategy that is worth most thought: the one
/// that the title praises, else the first.
extension DecisionPage {
  var findOut: Page.Section? {
    let order: [Outlook.Recommendation] = [.worthATry, .mayBreak, .coinToss]
    let places = order.compactMap { wanted in plans.lastIndex { $0.outlook.recommendation == wanted } }
    let place = places.first ?? 0
    let plan = plans[place]
    let lines = [number(place), rule(plan), amount(plan)].compactMap(\.self)
    guard !lines.isEmpty else { return nil }
    return Page.Section(
      kind: "before", title: TypedNames.runs(say("Before you choose \(plan.typed)")),
      figures: lines.map { Page.Figure(caption: [], content: .lines([$0])) })
  }

  private func line(_ head: String, _ tail: String) -> Page.Line {
    Page.Line(head: [.strong(head)], tail: TypedNames.runs(tail))
  }

  /// The number that is worth most to know; where that was not weighed, the one that sets good and bad worlds farthest apart.
  private func number(_ place: Int) -> Page.Line? {
    switch lessons {
    case .none: return apart(place, fifths[place]?.clear.first)
    case .tooMany:
      let command = TypedNames.marked("learn")
      return apart(
        place, fifths[place]?.clear.first, say("To see what it is worth to know this number, type \(command)."))
    case .found(let learn):
      guard let known = learn.clear.first else {
        return line(
          say("Nothing to find out first:"),
          say("knowing any one of the uncertain numbers would not change what you do."))
      }
      let circumstances = Circumstances(scenario, strategy: base.name, seed: base.run.seed, paths: worlds)
      let words = LearnWords(learn, circumstances, .unicode)
      let worth = ([say("Knowing it for sure is worth up to \(money(known.value.value)).")] + words.verdict.dropFirst())
        .joined(separator: gap)
      let row = fifths[place]?.clear.first { $0.input.path == known.path }
      return apart(place, row, worth)
        ?? line(
          say("Find out first:"),
          say("\(TypedNames.marked(known.path)). It changes your choice: \(words.decision(known)).") + gap + worth)
    }
  }

  private func apart(_ place: Int, _ row: Fifths.Row?, _ worth: String = "") -> Page.Line? {
    guard let row else { return nil }
    let words = words(row, plans[place].run)
    let path = TypedNames.marked(row.input.path)
    let (low, high) = (hundred(row.low.profit.estimate), hundred(row.high.profit.estimate))
    let sentence = say(
      "\(path). Below \(words.low), there is a profit in \(low) of 100 worlds; above \(words.high), in \(high).")
    return line(say("Find out first:"), worth.isEmpty ? sentence : sentence + gap + worth)
  }

  private func rule(_ plan: Plan) -> Page.Line? {
    let days = plan.summary.outcome.quitDay
    let losses = zip(days, plan.worlds.gains).filter { $0.0 >= 0 }.map(\.1)
    let quits = plan.summary.quit(monthOfDay: plan.run.month(ofDay:))
    guard !losses.isEmpty, let most = quits.max(), let month = quits.firstIndex(of: most) else { return nil }
    let typical = signed(Quantiles.of(losses, at: [0.5])[0].toTwoDigits)
    let (share, number) = (plan.summary.quit.worlds(numbers), month + 1)
    return line(
      say("Stop when your rule says so."),
      say(
        "It closes the shop in \(share), most often in month \(number); the gain is then typically \(typical) \(currency)."
      ))
  }

  private func amount(_ plan: Plan) -> Page.Line? {
    guard plan.shares.out.estimate > 0.05 else { return nil }
    let command = TypedNames.marked("need cash.budget for ruin <= 5%")
    return line(
      say("Know how much money it takes."),
      say(
        "\(numbers.money(plan.budget)) \(currency) runs out in \(plan.shares.out.worlds(numbers)). To see how much money you need, type \(command)."
      ))
  }
}
