import Foundation
import PtySupport
import Testing

/// Three people who have never seen the program and read nothing but the screen: what they type and what they are answered
/// is on record, whole. After a change that is meant: `RECORD_SNAPSHOTS=1 swift test --filter NewUserTests`, and read the
/// diff as each of them would.
@Suite("Sessions of new users", .serialized)
struct NewUserTests {
  struct User: CustomTestStringConvertible {
    let file: String
    /// The answers that say whether to start, in the order in which they are given.
    let verdicts: [String]
    /// What is asked, in the words of the program.
    let questions: [String]

    var url: URL {
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts/\(file).md")
    }

    var testDescription: String { file }
  }

  static let users = [
    User(
      file: "Beginner", verdicts: ["Do not start like this.", "Worth a try."],
      questions: [
        "Is it worth starting?", "How much money do I need to start?", "Why do I lose money?",
        "What should I find out first?", "How many products can I test?",
        "When do I stop an ad, a product or the shop?", "Own store or marketplace first?",
      ]),
    User(
      file: "Owner", verdicts: ["Do not start like this.", "Earns, but may break you.", "Do not start with double"],
      questions: [
        "What if my supplier stops shipping?", "What if clicks get 30 % more expensive?", "What price should I set?",
        "How much should I spend on ads?", "How many returns can I afford?", "Which supplier should I choose?",
        "I have sales but no money: where is it?", "Do I need stock of my own?",
        "Should I use a credit card, borrow, or wait for payouts?",
        "Am I on track, or was it luck?", "What do my last months say about the next?",
        "How do I show this to my partner?",
      ]),
    User(
      file: "Shenzhen", verdicts: ["别这样开店。", "值得一试。"],
      questions: ["启动资金要多少？", "点击涨价三成会怎样？", "回款被冻结 90 天怎么办？", "供应商不发货了怎么办？"]),
  ]

  /// The cells that a row takes on a terminal: a Chinese sign takes two.
  private func cells(_ row: Substring) -> Int { row.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }

  @Test("each is answered as on record, on 80 cells, with what was asked", arguments: users)
  func session(user: User) throws {
    let page = try RecordedSession.page(user.url)
    let answers = try RecordedSession.answers(to: page.steps, in: TemporaryFolder())
    // What a question means is told whole, to be copied.
    for row in answers.flatMap({ $0.split(separator: "\n") }) where !row.hasPrefix("= ") {
      #expect(cells(row) <= 80, "\(row)")
    }
    let commands = page.steps.map(\.command)
    for question in user.questions { #expect(commands.contains(question), "\(question)") }
    let all = answers.joined(separator: "\n")
    for verdict in user.verdicts { #expect(all.contains(verdict), "\(verdict)") }
    #expect(!all.contains("^"), "nothing that a new user types is refused")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let renewed = zip(page.steps, answers).map { Quotation([]).renewed(from: $1) }
      try page.text(quoting: renewed).write(to: user.url, atomically: true, encoding: .utf8)
      return
    }
    for (step, answer) in zip(page.steps, answers) {
      #expect(step.quotation.fits(answer), "\(user.file): \(step.command) answers otherwise:\n\(answer)")
    }
  }
}
