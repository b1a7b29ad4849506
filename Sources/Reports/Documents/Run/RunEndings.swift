package import Analysis
import Language
import Scenarios
import Statistics

/// How the worlds of a run end: of 100, and with which of two kinds of ruin.
extension RunRecord {
  /// Nothing of a plan alone.
  package func endingBlocks(_ glyphs: Surface.Glyphs) -> [Block] {
    summary.map { [.chart(.signs(signs($0)))] + ruinKinds($0, NumberFormat(glyphs: glyphs)) } ?? []
  }

  func signs(_ summary: Summary) -> SignArray { SignArray(EndingShares(summary), note: when(summary)) }

  /// The month in which most of the ruined worlds run out.
  private func when(_ summary: Summary) -> String {
    summary.commonRuinMonth(monthOfDay: month(ofDay:)).map { say("most often in month \($0 + 1)") } ?? ""
  }

  /// A world can be out of money with money in the bank: it cannot pay for the ads it lives by.
  private func ruinKinds(_ summary: Summary, _ format: NumberFormat) -> [Block] {
    let out = EndingShares(summary).ofHundred.out
    let starved = summary.starved.successes
    guard out > 0 else { return [] }
    let kinds = Apportionment.of(out, by: [summary.ruin.successes - starved, starved])
    let left = summary.cashOfStarved.map { cash in
      cash >= 1
        ? say(" (typically with \(format.money(cash)) \(scenario.currency) still in cash, too little for the ads)") : ""
    }
    let starving = left ?? ""
    let sentence: String
    switch (summary.ruin.successes - starved, starved) {
    case _ where out == 1 && kinds[0] == 1:
      sentence = say("The one world that runs out was overdrawn at the end of a day, beyond any credit line.")
    case _ where out == 1: sentence = say("The one world that runs out had no money left for ads\(starving).")
    case (_, 0):
      sentence = say(
        "All \(out) worlds that run out of money were overdrawn at the end of a day, beyond any credit line.")
    case (0, _): sentence = say("All \(out) worlds that run out of money had no money left for ads\(starving).")
    case _ where kinds[1] == 0:
      sentence = say(
        "Nearly all of the \(out) worlds that run out of money were overdrawn at the end of a day, beyond any credit line."
      )
    case _ where kinds[0] == 0:
      sentence = say("Nearly all of the \(out) worlds that run out of money had no money left for ads\(starving).")
    default:
      sentence = say(
        "Of the \(out) worlds that run out of money: in \(kinds[0]) the cash was overdrawn at the end of a day, beyond any credit line; in \(kinds[1]) there was no money left for ads\(starving)."
      )
    }
    return [.paragraph([.dim(sentence)])]
  }
}

extension SignArray {
  /// How the worlds end, of 100.
  ///
  /// - Parameter note: what to say of those that run out of money.
  init(_ ending: EndingShares, note: String) {
    let counts = ending.ofHundred
    let range = { (share: Proportion, count: Int) in share.rangeOfHundred(around: count) }
    var notes = [say("Each sign is one of 100 worlds.")]
    let ranges = [range(ending.out, counts.out), range(ending.loss, counts.loss), range(ending.profit, counts.profit)]
    if let told = ranges.first(where: { $0.contains("–") }) {
      notes.append(say("\(told): where the true number lies (95% sure)."))
    }
    self.init(
      kinds: [
        Kind("x", counts.out, say("run out of money"), range: ranges[0], note: note, tone: .bad),
        Kind("o", counts.loss, say("end with a loss"), range: ranges[1]),
        Kind("+", counts.profit, say("end with a profit"), range: ranges[2], tone: .good),
      ], notes: notes)
  }
}

extension Proportion {
  /// `46–50`: whole worlds of 100, with the count that stands beside it inside; one number where that is all.
  func rangeOfHundred(around count: Int) -> String {
    let interval = interval(confidence: Precision.confidence)
    let low = min(Int((interval.lowerBound * 100).rounded()), count)
    let high = max(Int((interval.upperBound * 100).rounded()), count)
    guard low == high else { return "\(low)–\(high)" }
    if high == 0 { return successes > 0 || interval.upperBound > 0 ? "<1" : "0" }
    return low == 100 ? ">99" : "\(low)"
  }
}
