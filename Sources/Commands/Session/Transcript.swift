import Disk
import Language
import Reports

/// What `log` writes: each command and its answer, as Markdown.
struct Transcript {
  /// As the operator named it.
  let name: String
  let path: String
  /// How its file begins.
  let title: String

  static var title: String { "# " + say("Dropcast session") + "\n" }

  /// Makes the log where there is none, else sees that it can be gone on with.
  ///
  /// - Returns: the title it has, which may be in another language.
  static func resume(_ path: String) throws(Files.Problem) -> String {
    do throws(DiskFault) {
      try FileWriter.write(Array(title.utf8), to: path, over: .nothing)
      return title
    } catch {
      guard error == .exists else { throw Files.problem(error, path) }
    }
    for tongue in [Tongue.current] + Tongue.allCases {
      let title = tongue.speaking { Self.title }
      do throws(DiskFault) {
        try FileAppender.append([], to: path, beginning: Array(title.utf8))
        return title
      } catch {
        guard error == .foreign else { throw Files.problem(error, path) }
      }
    }
    throw Files.problem(.foreign, path)
  }

  /// A command and what it answered.
  struct Entry {
    private let question: String
    private var answer = ""
    private let glyphs: Surface.Glyphs

    init(prompt: String, line: String, glyphs: Surface.Glyphs) {
      question = "\(prompt)> \(line.trimmingBlanks)\n"
      self.glyphs = glyphs
    }

    mutating func append(_ reply: Reply) {
      switch reply {
      case .document(let document): answer += document.rendered(on: Surface(width: 100, glyphs: glyphs))
      case .advice: break
      case .data(let text): answer += text
      case .notice(let text): answer += text.escapedForDisplay + "\n"
      case .failure(let failure): answer += failure.findings.map { $0.rendered() + "\n" }.joined()
      }
    }

    /// A block between fences that are longer than any inside it: answers hold names that strangers wrote.
    var markdown: String {
      let text =
        question.split(separator: "\n", omittingEmptySubsequences: false).map(\.escapedForDisplay)
        .joined(separator: "\n") + answer
      var longest = 0
      var run = 0
      for character in text.unicodeScalars {
        run = character == "`" ? run + 1 : 0
        longest = max(longest, run)
      }
      let fence = String(repeating: "`", count: max(3, longest + 1))
      return "\n\(fence)text\n\(text)\(fence)\n"
    }
  }

  /// A log that lacks an entry is no log of the session: that is an error.
  func append(_ entry: Entry) throws(CommandFailure) {
    do throws(DiskFault) {
      try FileAppender.append(Array(entry.markdown.utf8), to: path, beginning: Array(title.utf8))
    } catch {
      throw CommandFailure([
        Finding(
          .error, say("the log ends here: \(Files.problem(error, path).message)"),
          help: say("to continue it, write: log \(Journal.quoted(name)) --append"), source: name)
      ])
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(trimmingPrefix { $0.isWhitespace }.reversed().trimmingPrefix { $0.isWhitespace }.reversed())
  }
}
