package import Analysis
import Language
package import Statistics

extension Outlook.Recommendation {
  /// In the middle of a sentence or a table.
  package var words: String {
    switch self {
    case .doNotStart: say("do not start")
    case .coinToss: say("a coin toss")
    case .worthATry: say("worth a try")
    case .mayBreak: say("earns, but may break you")
    case .tooFewWorlds: say("too few worlds to tell")
    case .notAChoice: say("not a choice")
    }
  }

  /// In a column of a narrow table.
  var shortWords: String { self == .mayBreak ? say("may break you") : words }

  fileprivate var sentence: String {
    switch self {
    case .doNotStart: say("Do not start like this.")
    case .coinToss: say("A coin toss.")
    case .worthATry: say("Worth a try.")
    case .mayBreak: say("Earns, but may break you.")
    case .tooFewWorlds: say("Too few worlds for a verdict.")
    case .notAChoice: say("Not a choice: it is shown only for comparison, never recommended.")
    }
  }
}

extension Outlook {
  /// May I start with this plan, and what happens if I do not.
  package func verdict(_ currency: String, _ format: NumberFormat) -> [TextRun] {
    var sentences = [EndingWords(ending).sentence(recommendation)]
    if isLottery { sentences.append(lottery(currency, format)) }
    sentences.append(
      isRunning
        ? say(
          "If you stop today, you keep about \(format.money(moneyPutIn)) \(currency): your cash, your stock and what you are still owed, minus what you owe."
        )
        : say("If you do not start, you keep your \(format.money(moneyPutIn)) \(currency)."))
    let gap = Tongue.current.sentenceGap
    return [.strong(recommendation.sentence), TextRun(gap + sentences.joined(separator: gap))]
  }

  /// Why the average gains though most worlds lose.
  func lottery(_ currency: String, _ format: NumberFormat) -> String {
    let average = "\(format.money(mean.value)) \(currency)"
    let good = "\(format.money(goodCase)) \(currency)"
    return goodCase > 0
      ? say(
        "The average gain of \(average) comes only from the 5 of 100 worlds that gain more than \(good): a lottery.")
      : say("The average gain of \(average) comes only from a few worlds that gain very much: a lottery.")
  }

  /// What becomes of the money that is asked for.
  func fate(_ currency: String, _ format: NumberFormat) -> String {
    let earns = ending.profitWorlds(format)
    let amount = { (value: Double) in "\(format.money(value)) \(currency)" }
    switch medianSign {
    case .negative:
      return say("the median case loses \(amount(-median.value)); there is a profit in \(earns)")
    case .zero: return say("the median case roughly breaks even; there is a profit in \(earns)")
    case .positive: return say("the median case gains \(amount(median.value)); there is a profit in \(earns)")
    }
  }
}

extension Proportion {
  /// `17 of 100 worlds`, in whole worlds unless that would make it half of them; all or none only where it is all or none.
  /// - Parameter count: how many of 100, where a table beside it says so; nil: rounded.
  package func worlds(_ format: NumberFormat, ofHundred count: Int? = nil) -> String {
    let count = count ?? Int((estimate * 100).rounded(.toNearestOrEven))
    if successes == 0 { return say("no world") }
    if successes == trials { return say("every world") }
    if count == 0 { return say("fewer than 1 of 100 worlds") }
    if count == 100 { return say("more than 99 of 100 worlds") }
    let isAlmostHalf = count == 50 && estimate != 0.5
    return say("\(isAlmostHalf ? format.text(estimate * 100, .decimals(1)) : format.count(count)) of 100 worlds")
  }
}

extension EndingShares {
  /// As the tables of endings count them, whose parts sum to 100.
  func profitWorlds(_ format: NumberFormat) -> String { profit.worlds(format, ofHundred: ofHundred.profit) }
  func outWorlds(_ format: NumberFormat) -> String { out.worlds(format, ofHundred: ofHundred.out) }
}

extension Tongue {
  /// Between sentences.
  var sentenceGap: String { self == .english ? " " : "" }
}
