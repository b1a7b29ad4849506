import Analysis
import Language
import Statistics

/// How many of 100 worlds end in which way, in a sentence: whole numbers that sum to 100, with what the verdict is for first.
struct EndingWords {
  private let shares: EndingShares
  private let counts: (out: Int, loss: Int, profit: Int)

  init(_ shares: EndingShares) {
    self.shares = shares
    counts = shares.ofHundred
  }

  func sentence(_ recommendation: Outlook.Recommendation) -> String {
    let isRefused = recommendation == .doNotStart
    let head = isRefused ? unpaid : paid(isSure: recommendation == .worthATry || recommendation == .mayBreak)
    return isRefused ? say("\(head): \(out), \(loss).") : say("\(head); \(out), \(loss).")
  }

  // MARK: The head

  /// All or none only where it is all or none, and no half where it is surely more.
  private var unpaid: String {
    let (share, count) = (shares.profit, 100 - counts.profit)
    if share.successes == 0 { return say("No world makes a profit") }
    if count == 100 { return say("More than 99 of 100 worlds make no profit") }
    return count == 50
      ? say("More than 50 of 100 worlds make no profit") : say("\(count) of 100 worlds make no profit")
  }

  private func paid(isSure: Bool) -> String {
    let (share, count) = (shares.profit, counts.profit)
    if share.successes == share.trials { return say("Every world ends with a profit") }
    if share.successes == 0 { return say("No world ends with a profit") }
    if count == 100 { return say("More than 99 of 100 worlds end with a profit") }
    if count == 0 { return say("Fewer than 1 of 100 worlds ends with a profit") }
    return isSure && count == 50
      ? say("More than 50 of 100 worlds end with a profit") : say("\(count) of 100 worlds end with a profit")
  }

  // MARK: The parts

  private var out: String {
    if shares.out.successes == 0 { return say("none runs out of money") }
    if shares.out.successes == shares.out.trials { return say("all run out of money") }
    switch counts.out {
    case 0: return say("fewer than 1 runs out of money")
    case 1: return say("1 runs out of money")
    case 100: return say("more than 99 run out of money")
    case let count: return say("\(count) run out of money")
    }
  }

  private var loss: String {
    if shares.loss.successes == 0 { return say("none ends with a loss") }
    if shares.loss.successes == shares.loss.trials { return say("all end with a loss") }
    switch counts.loss {
    case 0: return say("fewer than 1 ends with a loss")
    case 1: return say("1 ends with a loss")
    case 100: return say("more than 99 end with a loss")
    case let count: return say("\(count) end with a loss")
    }
  }
}
