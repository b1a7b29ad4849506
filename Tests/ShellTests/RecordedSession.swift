import Foundation
import PtySupport

/// A session at a terminal as a page of Markdown quotes it: `$ dropcast` begins it, and behind each prompt stands what is
/// typed.
enum RecordedSession {
  /// The steps of a page; the first is the start of the program.
  static func page(_ file: URL) throws -> QuotingPage {
    QuotingPage(try String(contentsOf: file, encoding: .utf8), kind: "console") { line in
      if line.hasPrefix("$ ") { return String(line.dropFirst(2)) }
      return line.firstRange(of: "› ").map { String(line[$0.upperBound...]) }
        ?? (line.hasSuffix("›") ? "" : nil)
    }
  }

  /// Starts the program as the first step says, and enters the others on a terminal; gives what each was answered.
  static func answers(to steps: [QuotingPage.Step], in folder: TemporaryFolder) throws -> [String] {
    let start = steps.first?.command.split(separator: " ").map(String.init) ?? []
    let session = try PtySession(
      "dropcast", ["--color", "never"] + start.dropFirst(), prompt: "› ", rows: 1000,
      environment: ["HOME=\(folder.path)"], in: folder.path)
    return try steps.enumerated().map { index, step in
      if index > 0 { session.type(step.command + "\r") }
      let shown = try session.wait(for: "› ", seconds: 120).replacing("\r\n", with: "\n")
      // The line that was typed stands above the answer, the name of the store before the next prompt.
      let rows = shown.split(separator: "\n", omittingEmptySubsequences: false)
      // A bar that showed progress was erased before the answer was written over it.
      let answer = rows.dropFirst(index > 0 ? 1 : 0).dropLast().map { $0.split(separator: "\r").last ?? "" }
      return answer.joined(separator: "\n")
    }
  }
}
