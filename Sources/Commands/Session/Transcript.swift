import Language
import Reports

/// What `log` writes: each command and its answer, as Markdown.
struct Transcript {
  /// As the operator named it.
  let name: String
  let path: String

  static var title: String { "# " + say("Dropcast session") + "\n" }

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

  /// Why it could not be written.
  func append(_ entry: Entry) -> String? {
    do throws(Files.Problem) {
      try Files.append(entry.markdown, to: path)
      return nil
    } catch {
      return say("the log \(name) ends here: \(error.message)")
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(trimmingPrefix { $0.isWhitespace }.reversed().trimmingPrefix { $0.isWhitespace }.reversed())
  }
}
