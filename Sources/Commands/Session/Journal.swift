import Language

/// The commands of a session, in a form that a script can repeat.
package struct Journal {
  struct Entry {
    /// As typed, the verb written out.
    var text: String
    /// Files it names as seen from the session's directory, by their place in `text`.
    var files: [(span: SourceSpan, path: String)] = []
    /// Why it is no part of a script.
    var hasFailed = false
  }

  private(set) var entries: [Entry] = []
  private var isCut = false
  private var bytes = 0

  /// Beyond these the oldest are forgotten.
  private static let mostEntries = 10_000
  private static let mostBytes = 4 << 20
  /// What says nothing of the scenario.
  static let leftOut: Set = ["history", "log", "ui", "about", "help", "quit", "runs"]

  mutating func append(_ entry: Entry) {
    entries.append(entry)
    bytes += entry.text.utf8.count
    guard entries.count > Self.mostEntries || bytes > Self.mostBytes else { return }
    // In large steps, because each moves all that are kept.
    let count = max(1, entries.count / 10)
    bytes -= entries.prefix(count).reduce(0) { $0 + $1.text.utf8.count }
    entries.removeFirst(count)
    isCut = true
  }

  /// A script that does the same from the beginning.
  ///
  /// - Parameter absolute: the path to write for one that the session's directory leads to; nil where the script will
  ///   lie in that directory.
  func script(absolute: ((String) -> String)?) -> String {
    var lines = ["#!/usr/bin/env -S dropcast script"]
    if isCut { lines.append("# " + say("Older commands are no longer kept.")) }
    for entry in entries {
      let text = absolute.map { entry.text(withPathsAs: $0) } ?? entry.text
      lines += entry.hasFailed ? text.split(separator: "\n").map { "# " + say("failed: \(String($0))") } : [text]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Journal.Entry {
  fileprivate func text(withPathsAs absolute: (String) -> String) -> String {
    files.reversed().reduce(text) { text, file in
      guard !file.path.hasPrefix("/"), !file.path.hasPrefix("~") else { return text }
      let fragment = Fragment(text)
      let before = fragment.slice(SourceSpan(0, file.span.start)).text
      let after = fragment.slice(SourceSpan(file.span.end, text.utf8.count)).text
      return before + Journal.quoted(absolute(file.path)) + after
    }
  }
}

extension Journal {
  /// A word of the language that means exactly this text.
  package static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic && Fold.folded(scalar) == scalar
        || "0123456789-_=./%+*~".unicodeScalars.contains(scalar)
    }
    if isPlain, !word.isEmpty { return word }
    // Single quotes, because between them nothing is a variable.
    return "'" + word.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
