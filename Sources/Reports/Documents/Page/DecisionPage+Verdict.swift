import Analysis
import Language

/// The title and the opening: never in praise of what loses, and not starting is always one of the choices.
extension DecisionPage {
  var title: String {
    let refused = named(.doNotStart)
    let tried = named(.worthATry)
    if !named(.tooFewWorlds).isEmpty { return say("Too few worlds for a verdict.") }
    if !tried.isEmpty {
      let praise =
        tried.count == 1 ? say("\(tried[0]) is worth a try.") : say("\(tried.listed) are worth a try.")
      return refused.isEmpty ? praise : say("Do not start with \(refused.listed).") + gap + praise
    }
    let risky = named(.mayBreak)
    let open = named(.coinToss)
    if !risky.isEmpty {
      return say("Not yet.") + gap
        + say("\(risky.listed): a profit more often than not, but the money runs out too often.")
    }
    if !open.isEmpty { return say("Not yet.") + gap + say("\(open.listed): a coin toss.") }
    switch plans.count {
    case 1: return say("Do not start like this.")
    case 2: return say("Do not start.") + gap + say("Neither of these strategies pays.")
    default: return say("Do not start.") + gap + say("None of these strategies pays.")
    }
  }

  private func named(_ recommendation: Outlook.Recommendation) -> [String] {
    plans.filter { $0.outlook.recommendation == recommendation }.map(\.typed)
  }

  /// A line for each strategy, and one for not starting.
  var lede: [[TextRun]] {
    let lines = plans.map { plan -> String in
      let sentence = EndingWords(plan.shares).sentence(plan.outlook.recommendation)
      let lottery = plan.outlook.isLottery ? gap + plan.outlook.lottery(currency, numbers) : ""
      return (plans.count > 1 ? plan.typed + " · " : "") + sentence + lottery
    }
    let otherwise =
      base.outlook.isRunning
      ? say(
        "If you stop today, you keep about \(money(base.budget)): your cash, your stock and what you are still owed, minus what you owe."
      )
      : say("If you do not start, you keep your \(money(base.budget)).")
    return (lines + [otherwise]).map(TypedNames.runs)
  }
}
