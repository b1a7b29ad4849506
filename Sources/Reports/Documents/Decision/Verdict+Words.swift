package import Analysis
import Language
import Statistics

/// The sentences of a verdict.
package struct VerdictWords {
  private let verdict: Verdict
  private let names: [String]
  private let format: NumberFormat
  private let currency: String

  /// - Parameter names: of the plans, by their places.
  package init(_ verdict: Verdict, names: [String], currency: String, _ glyphs: Surface.Glyphs) {
    self.verdict = verdict
    self.names = names
    self.currency = currency
    format = NumberFormat(glyphs: glyphs)
  }

  /// Whether to start at all.
  package var baseline: String? {
    let plan = verdict.outlooks[verdict.contender]
    let (name, profit) = (names[verdict.contender], plan.ending.profitWorlds(format))
    switch verdict.baseline {
    case .none:
      let bad = listed(verdict.notToStart)
      switch verdict.notToStart.count {
      case 0: return nil
      case 1: return say("Do not start with \(bad): most worlds run out of money or end with a loss.")
      default:
        return say("Do not start with \(bad): with each of them most worlds run out of money or end with a loss.")
      }
    case .keep:
      let loss = money(-plan.median.value)
      return verdict.choices.count == 1
        ? say("Keeping the money is better: \(name) loses \(loss) in the median case and makes a profit in \(profit).")
        : say(
          "Keeping the money beats every strategy here: the best, \(name), loses \(loss) in the median case and makes a profit in \(profit)."
        )
    case .lottery:
      let lottery = plan.lottery(currency, format)
      return say("In most worlds keeping the money is better: \(name) makes a profit in \(profit). \(lottery)")
    case .close where verdict.notToStart.contains(verdict.contender):
      let bad = listed(verdict.notToStart)
      return say(
        "Do not start with \(bad): in most worlds keeping the money is better. \(name) makes a profit in \(profit); whether it gains or loses on average is too close to call."
      )
    case .close:
      return say("It is too close to call whether \(name) beats keeping the money: there is a profit in \(profit).")
    }
  }

  package var claims: [String] { verdict.claims.map(words) }

  /// Which of them nobody may choose, whatever their figures are.
  package var withheld: String? {
    let plans = listed(verdict.withheld)
    switch verdict.withheld.count {
    case 0: return nil
    case 1: return say("\(plans) is not a choice: it is shown only for comparison, never recommended.")
    default: return say("\(plans) are not choices: they are shown only for comparison, never recommended.")
    }
  }

  package var all: String {
    ([baseline].compactMap(\.self) + claims + [withheld].compactMap(\.self)).joined(
      separator: Tongue.current.sentenceGap)
  }

  private func words(_ claim: Verdict.Claim) -> String {
    let isPair = verdict.choices.count == 2
    switch claim {
    case .earnsMore(let plan): return isPair ? say("\(names[plan]) earns more.") : say("\(names[plan]) earns most.")
    case .comesOutEven(let plan): return say("\(names[plan]) does best, and roughly breaks even.")
    case .losesLess(let plan): return isPair ? say("\(names[plan]) loses less.") : say("\(names[plan]) loses least.")
    case .gainTooClose(let plans, let allLose):
      return allLose
        ? say("It is too close to call which of these loses least: \(listed(plans)).")
        : say("It is too close to call which of these does best: \(listed(plans)).")
    case .safer(let plan): return isPair ? say("\(names[plan]) is safer.") : say("\(names[plan]) is safest.")
    case .runsOutLessOften(let plan):
      return isPair
        ? say("\(names[plan]) runs out of money less often.") : say("\(names[plan]) runs out of money least often.")
    case .ruinTooClose(let plans):
      return say("It is too close to call which of these runs out of money least often: \(listed(plans)).")
    case .stillRunsOut(let plan):
      return say("Yet \(names[plan]) still runs out of money in \(verdict.outlooks[plan].ending.outWorlds(format)).")
    }
  }

  private func listed(_ places: [Int]) -> String { places.map { names[$0] }.listed }

  private func money(_ amount: Double) -> String { "\(format.money(amount)) \(currency)" }
}
