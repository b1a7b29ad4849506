/// What may stand at the cursor of an edited line.
package struct Completion: Equatable, Sendable {
  /// One way to go on.
  package struct Candidate: Equatable, Sendable {
    /// What replaces the text in question.
    package var text: String
    /// Shown beside it in a list: a unit, a range, a value. May be empty.
    package var note: String
    /// Whether the word is over after it, so that a space may follow.
    package var isFinal: Bool

    package init(_ text: String, note: String = "", isFinal: Bool = true) {
      self.text = text
      self.note = note
      self.isFinal = isFinal
    }
  }

  /// Which characters of the line the candidates replace. Outside the line it is cut to the line.
  package var replace: Range<Int>
  /// In the order in which a list shows them.
  package var candidates: [Candidate]

  package init(replace: Range<Int>, candidates: [Candidate]) {
    self.replace = replace
    self.candidates = candidates
  }
}

extension Completion {
  /// What the completion key does with a line.
  package enum Step: Equatable {
    case nothing
    /// Put `text` in place of the characters `range`.
    case insert(text: String, range: Range<Int>)
    /// Nothing can be inserted that all candidates share.
    case list
  }

  /// One candidate is inserted whole; of several, the beginning they share, if that says more than the line does.
  package func step(in line: String) -> Step {
    let characters = Array(line)
    let range = replace.clamped(to: 0..<characters.count)
    let typed = String(characters[range])
    guard let first = candidates.first else { return .nothing }
    if candidates.count == 1 {
      let isFollowedBySpace = range.upperBound < characters.count && characters[range.upperBound] == " "
      return .insert(text: first.text + (first.isFinal && !isFollowedBySpace ? " " : ""), range: range)
    }
    let shared = candidates.dropFirst().reduce(first.text) { sharedPrefix($0, $1.text) }
    return shared.count >= typed.count && shared != typed ? .insert(text: shared, range: range) : .list
  }

  private func sharedPrefix(_ one: String, _ other: String) -> String {
    String(zip(one, other).prefix { $0 == $1 }.map(\.0))
  }
}
