import Foundation
import PtySupport
import Testing

/// What somebody sees who starts the shell for the first time and reads nothing but what it says: the README's picture.
@Suite("The first session")
struct FirstRunTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "README.md")

  private let folder = TemporaryFolder()

  /// The picture's steps; the first is the start of the program.
  private func page() throws -> QuotingPage {
    QuotingPage(try String(contentsOf: Self.file, encoding: .utf8), kind: "console") { line in
      if line.hasPrefix("$ ") { return String(line.dropFirst(2)) }
      return line.firstRange(of: "› ").map { String(line[$0.upperBound...]) }
    }
  }

  /// Enters the steps on a terminal; gives what each was answered.
  private func answers(to steps: [QuotingPage.Step]) throws -> [String] {
    let session = try PtySession(
      "dropcast", ["--color", "never"], prompt: "› ", rows: 1000, environment: ["HOME=\(folder.path)"], in: folder.path)
    return try steps.enumerated().map { index, step in
      if index > 0 { session.type(step.command + "\r") }
      let shown = try session.wait(for: "› ", seconds: 60).replacing("\r\n", with: "\n")
      // The line that was typed stands above the answer, the name of the store before the next prompt.
      let rows = shown.split(separator: "\n", omittingEmptySubsequences: false)
      // A bar that showed progress was erased before the answer was written over it.
      let answer = rows.dropFirst(index > 0 ? 1 : 0).dropLast().map { $0.split(separator: "\r").last ?? "" }
      return answer.joined(separator: "\n")
    }
  }

  @Test("three commands lead to a comparison of owners, each of them named by the answer before it")
  func threeCommands() throws {
    let page = try page()
    try #require(page.steps.first?.command == "dropcast" && page.steps.count == 4)
    let answers = try answers(to: page.steps)
    for (step, before) in zip(page.steps.dropFirst(), answers) {
      let last = before.split(separator: "\n").suffix(4).joined(separator: " ")
      #expect(last.contains(step.command), "\(step.command) is not what this suggests: \(last)")
    }
    for row in answers.flatMap({ $0.split(separator: "\n") }) { #expect(row.count <= 80, "\(row)") }
    #expect(answers.last?.contains("never_stops") == true && answers.last?.contains("Runs out of money") == true)
  }

  @Test("the README shows that session as it is")
  func picture() throws {
    let page = try page()
    let answers = try answers(to: page.steps)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let renewed = zip(page.steps, answers).map { step, answer in
        step.quotation.lines.isEmpty ? nil : step.quotation.renewed(from: answer)
      }
      try page.text(quoting: renewed).write(to: Self.file, atomically: true, encoding: .utf8)
      return
    }
    for (step, answer) in zip(page.steps, answers) {
      #expect(
        step.quotation.fits(answer),
        """
        The README's picture is old. If it should change: RECORD_SNAPSHOTS=1 swift test --filter FirstRunTests, and read \
        the diff.
        \(step.command)
        \(answer)
        """)
    }
  }
}
