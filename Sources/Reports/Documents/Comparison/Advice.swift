package import Analysis
import Language
import Simulation
import Statistics

extension Comparison {
  /// One or two sentences that follow from the numbers: what is safer, what earns more, what is too close to call.
  package func advice(_ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    guard let safest = verdict.safest.first, let earning = verdict.earning.first else { return "" }
    if duels.allSatisfy({ $0.ties == $0.worlds }) { return say("They differ in no world.") }
    let isSafetyClear = verdict.safest.count == 1
    let isEarningClear = verdict.earning.count == 1
    var sentence: String
    switch (isSafetyClear, isEarningClear) {
    case (true, true) where safest == earning: sentence = say("\(names[safest]) is safer and earns more.")
    case (true, true): sentence = say("\(names[safest]) is safer, \(names[earning]) earns more.")
    case (true, false) where verdict.earning.contains(safest):
      sentence = say(
        "\(names[safest]) is safer; what is earned is too close to call between \(listed(verdict.earning)).")
    case (true, false):
      sentence = say("\(names[safest]) is safer; more is earned by \(listed(verdict.earning)), too close to call.")
    case (false, true) where verdict.safest.contains(earning):
      sentence = say(
        "\(names[earning]) earns more; which is safer is too close to call between \(listed(verdict.safest)).")
    case (false, true):
      sentence = say("\(names[earning]) earns more; safer are \(listed(verdict.safest)), too close to call.")
    case (false, false): return closeCalls + warning(safest, format)
    }
    return sentence + warning(safest, format)
  }

  private var closeCalls: String {
    let (safe, earning) = (verdict.safest.sorted(), verdict.earning.sorted())
    guard safe != earning else { return say("Too close to call between \(listed(safe)), in safety and in earnings.") }
    return say("Too close to call: in safety between \(listed(safe)), in earnings between \(listed(earning)).")
  }

  /// In the order of the columns.
  private func listed(_ places: [Int]) -> String { places.sorted().map { names[$0] }.listed }

  /// The safest of bad choices is no good one, nor is the one that loses least.
  private func warning(_ safest: Int, _ format: NumberFormat) -> String {
    guard let ruin = runs[safest].summary?.ruin, ruin.estimate >= 0.5 else {
      let lose = runs.allSatisfy { $0.summary.map { $0.total(.netProfit).p50 < 0 } ?? false }
      return lose ? say(" But none earns money in the middle world: to earn more is to lose less.") : ""
    }
    let isAlike = verdict.safest.count == runs.count
    let share = format.text(ruin.estimate, .share)
    return switch (isAlike, ruin.successes == ruin.trials) {
    case (true, true): say(" But none is safe: they run out of money in every world.")
    case (true, false): say(" But none is safe: they run out of money in at least \(share) of the worlds.")
    case (false, true): say(" But none is safe: even \(names[safest]) runs out of money in every world.")
    case (false, false): say(" But none is safe: even \(names[safest]) runs out of money in \(share) of the worlds.")
    }
  }
}
