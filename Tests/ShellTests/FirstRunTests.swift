import Foundation
import PtySupport
import Testing

/// What somebody sees who starts the shell for the first time and reads nothing but what it says: the READMEs' pictures.
@Suite("The first session")
struct FirstRunTests {
  /// A README, and what its comparison says in its language.
  struct Picture: CustomTestStringConvertible {
    let name: String
    /// The row of worlds that run out of money.
    let runsOut: String

    var file: URL {
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: name)
    }

    var testDescription: String { name }
  }

  static let pictures = [
    Picture(name: "README.md", runsOut: "Of 100 worlds"), Picture(name: "README.zh.md", runsOut: "每 100 次"),
  ]

  private let folder = TemporaryFolder()

  /// The picture's steps; the first is the start of the program.
  private func page(_ picture: Picture) throws -> QuotingPage {
    try RecordedSession.page(picture.file)
  }

  /// What each step of a picture is answered.
  private func answers(to steps: [QuotingPage.Step]) throws -> [String] {
    try RecordedSession.answers(to: steps, in: folder)
  }

  /// The cells that a row takes on a terminal: a Chinese sign takes two.
  private func cells(_ row: Substring) -> Int { row.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }

  @Test(
    "three commands lead to a comparison of owners, each of them named by the answer before it", arguments: pictures)
  func threeCommands(picture: Picture) throws {
    let page = try page(picture)
    try #require(page.steps.first?.command.hasPrefix("dropcast") == true && page.steps.count == 4)
    let answers = try answers(to: page.steps)
    for (step, before) in zip(page.steps.dropFirst(), answers) {
      let last = before.split(separator: "\n").suffix(4).joined(separator: " ")
      #expect(last.contains(step.command), "\(step.command) is not what this suggests: \(last)")
    }
    for row in answers.flatMap({ $0.split(separator: "\n") }) { #expect(cells(row) <= 80, "\(row)") }
    #expect(answers.last?.contains("never_stops") == true && answers.last?.contains(picture.runsOut) == true)
  }

  @Test("each README shows that session as it is", arguments: pictures)
  func shows(picture: Picture) throws {
    let page = try page(picture)
    let answers = try answers(to: page.steps)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let renewed = zip(page.steps, answers).map { step, answer in
        step.quotation.lines.isEmpty ? nil : step.quotation.renewed(from: answer)
      }
      try page.text(quoting: renewed).write(to: picture.file, atomically: true, encoding: .utf8)
      return
    }
    for (step, answer) in zip(page.steps, answers) {
      #expect(
        step.quotation.fits(answer),
        """
        The picture of \(picture.name) is old. If it should change: RECORD_SNAPSHOTS=1 swift test --filter FirstRunTests, and read \
        the diff.
        \(step.command)
        \(answer)
        """)
    }
  }
}
