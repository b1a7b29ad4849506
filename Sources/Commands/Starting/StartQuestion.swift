import Language
import Scenarios

/// A question of `start`, declared once: the interview, the options of the command, completion and help read this row.
struct StartQuestion: Sendable {
  /// The option that answers it; the prompt shows it.
  let option: String
  /// What the option takes, such as `MONEY`.
  let value: String
  let asks: String
  /// Why it is asked, and what is known of the answer.
  let why: String
  /// A store of which it is asked; of others it makes no sense.
  let isAsked: @Sendable (StoreAnswers) -> Bool
  /// What Enter takes, as it would be typed.
  let usual: @Sendable (StoreAnswers) -> String
  /// Words that may be answered, and what each means; empty where a number is asked for.
  let choices: @Sendable (StoreAnswers) -> [(word: String, meaning: String)]
  /// Takes what was typed.
  let take: @Sendable (Fragment, inout StoreAnswers) throws(Fault) -> Void
  /// Takes "I do not know": a range with its source where there is one, else nothing said.
  let takeUnknown: @Sendable (inout StoreAnswers) -> Void

  init(
    _ option: String, _ value: String, asks: String, why: String,
    of isAsked: @escaping @Sendable (StoreAnswers) -> Bool = { $0.parts != nil },
    usual: @escaping @Sendable (StoreAnswers) -> String,
    choices: @escaping @Sendable (StoreAnswers) -> [(word: String, meaning: String)] = { _ in [] },
    unknown: @escaping @Sendable (inout StoreAnswers) -> Void = { _ in },
    take: @escaping @Sendable (Fragment, inout StoreAnswers) throws(Fault) -> Void
  ) {
    self.option = option
    self.value = value
    self.asks = asks
    self.why = why
    self.isAsked = isAsked
    self.usual = usual
    self.choices = choices
    self.take = take
    takeUnknown = unknown
  }

  /// Takes an answer: nothing is the usual one, which stays as beginners have it; a word for "unknown" is that.
  func answer(_ typed: Fragment, _ answers: inout StoreAnswers) throws(Fault) {
    let text = Fold.folded(typed.text).split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    if text.isEmpty || text == usual(answers).lowercased() { return }
    if Self.unknownWords.contains(text) {
      takeUnknown(&answers)
      answers.note(self, Self.unknown)
    } else {
      try take(typed, &answers)
      answers.note(self, typed.text.trimmingBlanks)
    }
  }

  /// What stands for "I do not know" as the value of an option.
  static let unknown = "unknown"
  private static let unknownWords: Set = [
    unknown, "typical", "i don't know", "don't know", "dont know", "i do not know", "no idea", "不知道", "不清楚", "不确定",
  ]
}

extension String {
  fileprivate var trimmingBlanks: String {
    split(omittingEmptySubsequences: true, whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
