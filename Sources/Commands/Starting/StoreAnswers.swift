import Language
import Scenarios

/// What was answered to the questions of `start`, so far.
struct StoreAnswers: Sendable {
  /// What the store is made around.
  var starter: Starter
  var wishes = StoreWishes()
  /// The answers as options of `start`, in the order of the questions.
  private(set) var options: [(name: String, text: String)] = []

  /// - Parameter isRunning: whether the store sells already.
  init(_ starter: Starter, isRunning: Bool) {
    self.starter = starter
    wishes.running = isRunning ? RunningShop() : nil
    wishes.budget = .init("2000 USD", say("M: how-to articles advise 1,000 to 2,000, which seldom lasts"))
  }

  /// Nil for a niche, whose numbers are its own.
  var parts: StarterParts? { starter.preset.flatMap { StarterParts(around: $0, advertised: wishes.channel) } }

  /// An amount of the operator's, as the scenario takes it.
  mutating func value(_ money: StartMoney) throws(Fault) -> StoreWishes.Value {
    try money.check(in: wishes.currency)
    wishes.quote(in: money.currency)
    return .init(money.text, StartMoney.yours)
  }

  /// Keeps an answer as it would stand behind its option.
  mutating func note(_ question: StartQuestion, _ text: String) {
    options.removeAll { $0.name == question.option }
    options.append((question.option, text))
  }
}
