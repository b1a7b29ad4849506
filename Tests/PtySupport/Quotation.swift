/// What a page quotes of an answer: whole, or lines of it with `…` where some are left out.
///
/// How long something took is no part of it: any time fits any other.
package struct Quotation {
  package let lines: [String]

  package init(_ lines: [String]) { self.lines = lines }

  private static let gap = "…"

  /// Stretches of lines that stand together in the answer.
  private var stretches: [ArraySlice<String>] { lines.split(separator: Self.gap, omittingEmptySubsequences: false) }

  package func fits(_ answer: String) -> Bool {
    let answer = Self.rows(answer).map(Self.timeless)
    let stretches = stretches.map { $0.map(Self.timeless) }
    guard stretches.count > 1 else { return answer == stretches.first }
    guard let first = stretches.first, let last = stretches.last, answer.starts(with: first) else { return false }
    var rest = answer.dropFirst(first.count)
    for stretch in stretches.dropFirst().dropLast() {
      let starts = rest.indices.first { rest[$0...].starts(with: stretch) }
      guard let starts else { return false }
      rest = rest[(starts + stretch.count)...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  /// The same lines as the answer has them now, always with the same time: a stretch is found by the words of its first line. Nil where it is gone.
  package func renewed(from answer: String) -> [String]? {
    let answer = Self.rows(answer).map(Self.timeless)
    guard lines.contains(Self.gap) else { return answer }
    var renewed: [String] = []
    var place = 0
    for (index, stretch) in stretches.enumerated() {
      if index > 0 { renewed.append(Self.gap) }
      guard let first = stretch.first else { continue }
      let words = Self.words(first)
      let isLast = index == stretches.count - 1
      let found =
        index == 0
        ? 0
        : isLast && words.isEmpty
          ? answer.count - stretch.count
          : answer.indices.dropFirst(place).first { Self.words(answer[$0]) == words }
            ?? answer.indices.dropFirst(place).first { Self.words(answer[$0]).hasPrefix(words) }
      guard let found, found >= place else { return nil }
      let end = isLast ? answer.count : min(found + stretch.count, answer.count)
      renewed += answer[found..<end]
      place = end
    }
    return renewed
  }

  /// Without blanks at the ends of rows, and without empty rows before and behind all.
  private static func rows(_ text: String) -> [String] {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      String(row.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return Array(rows.drop(while: \.isEmpty))
  }

  private static func timeless(_ line: String) -> String {
    line.replacing(#/\b\d+(?:\.\d+)? (?<unit>s|秒) ·/#) { "0.1 \($0.output.unit) ·" }
  }

  private static func words(_ line: String) -> String { line.filter(\.isLetter) }
}

/// A page of Markdown whose blocks of a kind hold commands and what they answer.
package struct QuotingPage {
  package struct Step {
    /// What is entered, without the mark before it.
    package let command: String
    package let quotation: Quotation
    /// The lines of the page that the quotation takes.
    let place: Range<Int>
  }

  package private(set) var lines: [String]
  package private(set) var steps: [Step] = []

  /// - Parameters:
  ///   - kind: what stands behind the fence, such as `console`.
  ///   - command: what a line enters; nil for a line of an answer.
  ///   - isComplete: may a command end here, or does the next line belong to it?
  package init(
    _ text: String, kind: String, isComplete: (String) -> Bool = { _ in true }, command: (String) -> String?
  ) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index] == "```" + kind else { continue }
      index += 1
      while index < lines.count, lines[index] != "```" {
        guard var entered = command(lines[index]) else {
          index += 1
          continue
        }
        index += 1
        while !isComplete(entered), index < lines.count, lines[index] != "```" {
          entered += "\n" + lines[index]
          index += 1
        }
        let start = index
        while index < lines.count, lines[index] != "```", command(lines[index]) == nil { index += 1 }
        steps.append(Step(command: entered, quotation: Quotation(Array(lines[start..<index])), place: start..<index))
      }
    }
  }

  /// The page with other quotations, one for each step; nil keeps what stands there.
  package func text(quoting quotations: [[String]?]) -> String {
    var lines = lines
    for (step, quotation) in zip(steps, quotations).reversed() {
      if let quotation { lines.replaceSubrange(step.place, with: quotation) }
    }
    return lines.joined(separator: "\n")
  }
}
