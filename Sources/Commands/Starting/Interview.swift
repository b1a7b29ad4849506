import Language
import Reports

/// What `start` was asked for beside the answers.
struct StoreRequest: Sendable {
  /// The store's, and so the file's.
  let name: String
  let mayOverwrite: Bool
  /// How many worlds are run; nil for as many as usual.
  let paths: Int?
}

/// The questions of `start`, asked one after the other of somebody at a terminal. It is a value: what the next line means is
/// all that it knows.
package struct Interview {
  /// What a line came to.
  enum Step {
    /// The next question is to be asked, or the same again.
    case ask
    /// Why it is asked.
    case explain
    case done
    case stopped
  }

  let request: StoreRequest
  private(set) var answers: StoreAnswers
  /// Options that were given with the command: these are not asked for.
  private let given: Set<String>
  private var past: [(place: Int, answers: StoreAnswers)] = []
  private var place = 0

  /// Nil when there is nothing left to ask.
  init?(_ request: StoreRequest, _ answers: StoreAnswers, given: Set<String>) {
    self.request = request
    self.answers = answers
    self.given = given
    guard let first = next(from: 0) else { return nil }
    place = first
  }

  var question: StartQuestion { StartQuestion.all[place] }
  private var asked: [Int] {
    StartQuestion.all.indices.filter { isAsked($0) }
  }

  private func isAsked(_ place: Int) -> Bool {
    let question = StartQuestion.all[place]
    return !given.contains(question.option) && question.isAsked(answers)
  }

  private func next(from place: Int) -> Int? { StartQuestion.all.indices.first { $0 >= place && isAsked($0) } }

  /// Takes a line.
  mutating func take(_ line: Fragment) throws(Fault) -> Step {
    switch Fold.folded(line.trimmed.text).lowercased() {
    case "?", "why", "help", "为什么": return .explain
    case "stop", "quit", "exit", "退出", "停止": return .stopped
    case "back", "返回", "上一步":
      guard let before = past.popLast() else { return .ask }
      (place, answers) = before
      return .ask
    default: break
    }
    var answered = answers
    try question.answer(line, &answered)
    past.append((place, answers))
    answers = answered
    guard let next = next(from: place + 1) else { return .done }
    place = next
    return .ask
  }

  // MARK: What is shown

  static var introduction: Document {
    Document([
      .paragraph([
        TextRun(
          say(
            "Answer a few questions to make your own store. Press Enter to take the answer in brackets, or type ? to see why we ask."
          ))
      ]),
      .paragraph([
        .dim(
          say(
            "You can also answer “unknown” (takes a typical value), “back” (to the previous question) or “stop” (leaves without writing a file)."
          ))
      ]),
    ])
  }

  /// The question, with its choices.
  var document: Document {
    let number = (asked.firstIndex(of: place) ?? 0) + 1
    let count = say("\(number) of \(asked.count)")
    let usual = question.usual(answers)
    var blocks: [Block] = [
      .blank, .paragraph([.dim(count + "  "), .strong(question.asks.said), TextRun("  [\(usual)]")]),
    ]
    let choices = question.choices(answers)
    if !choices.isEmpty { blocks.append(.facts(choices.map { Fact($0.word, [.dim($0.meaning)]) })) }
    return Document(blocks)
  }

  var explanation: Document { Document([.paragraph([TextRun(question.why.said)])]) }

  var completions: [(word: String, meaning: String)] { question.choices(answers) }
}
