import Foundation
import Language
import Testing

@testable import Reports

/// Pictures that were looked at once and must not change unseen.
enum Snapshot {
  /// Compares with `Fixtures/NAME.txt`; with `RECORD_SNAPSHOTS` in the environment it writes that file instead.
  static func check(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: url, encoding: .utf8)
    #expect(
      text == expected,
      "\(name) looks different. If it should: RECORD_SNAPSHOTS=1 swift test --filter ReportsTests, and read the diff.",
      sourceLocation: location)
  }

  /// The text with its inks beside it, readable in a diff: below each painted line stands a letter under each cell,
  /// and below all what the letters mean.
  static func inked(_ lines: [StyledLine]) -> String {
    var inks: [Ink] = []
    var text = ""
    for line in lines {
      let letters = line.spans.map { span -> String in
        guard span.ink != .plain else { return String(repeating: " ", count: span.text.displayWidth) }
        if !inks.contains(span.ink) { inks.append(span.ink) }
        let letter = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")[inks.firstIndex(of: span.ink) ?? 0]
        return String(repeating: letter, count: span.text.displayWidth)
      }
      let picture = letters.joined()
      text += line.painted(.none) + "\n" + (picture.contains { $0 != " " } ? picture + "\n" : "")
    }
    for (letter, ink) in zip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", inks) {
      let codes = (Palette.sequence(ink, .ansi256) ?? "").dropFirst(2).dropLast()
      text += "\(letter) = \(codes)\n"
    }
    return text
  }
}

extension Document {
  func lines(on surface: Surface) -> [StyledLine] { blocks.flatMap { $0.lines(on: surface) } }
}

extension String {
  /// Lines without the newline at the end of the last.
  var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }
}
