import Language

/// A question in an operator's own words, and the commands that answer it.
package struct PlainQuestion: Sendable {
  /// The question as it is listed; its translation is asked as well.
  package let words: String
  /// Other ways to ask it, in either language.
  let others: [String]
  /// What answers it, made from the store at hand; nothing where the store gives no occasion to ask.
  let commands: @Sendable (Session) -> [String]

  init(_ words: String, others: [String] = [], answeredBy commands: @escaping @Sendable (Session) -> [String]) {
    self.words = words
    self.others = others
    self.commands = commands
  }

  /// One that is answered the same way whatever is sold.
  init(_ words: String, others: [String] = [], answeredBy commands: String...) {
    self.init(words, others: others) { _ in commands }
  }

  /// Every way to ask it in the language of the moment.
  var wordings: [String] { Array(Set([words, words.said] + others)).sorted() }
}

extension PlainQuestion {
  /// The question that somebody asks with these words; case, blanks and punctuation mean nothing.
  static func asked(with text: String) -> PlainQuestion? {
    let table = Tongue.current == .english ? englishTable : chineseTable
    return table[String(Wording(text))].map { all[$0] }
  }

  /// Places of questions by the letters of their wordings: every command of a script is looked up.
  private static let englishTable = Tongue.english.speaking(table)
  private static let chineseTable = Tongue.chinese.speaking(table)

  private static func table() -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, question) in all.enumerated() {
      for wording in question.wordings { places[String(Wording(wording))] = place }
    }
    return places
  }

  /// The questions most like what was typed, at most three, the most similar first; none where nothing is like it.
  static func nearest(to text: String) -> [PlainQuestion] {
    let typed = Wording(text)
    let rated = all.enumerated().map { place, question in
      (place, question, likeness: question.wordings.map { Wording($0).likeness(to: typed) }.max() ?? 0)
    }
    return rated.filter { $0.likeness >= leastLikeness }
      .sorted { ($1.likeness, $0.0) < ($0.likeness, $1.0) }.prefix(3).map(\.1)
  }

  private static let leastLikeness = 0.4
}

extension String {
  fileprivate init(_ wording: Wording) {
    self.init(String.UnicodeScalarView(wording.letters))
  }
}

/// Words as they are compared: folded lower-case letters and digits, nothing between them.
private struct Wording {
  let letters: [Unicode.Scalar]

  init(_ text: String) {
    letters = Fold.key(text).unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
  }

  /// The share of neighbouring pairs of letters that two wordings have in common (Dice's coefficient, 0 to 1): it needs no
  /// words, which Chinese does not part by blanks.
  func likeness(to other: Wording) -> Double {
    let (mine, theirs) = (pairs, other.pairs)
    guard !mine.isEmpty, !theirs.isEmpty else { return 0 }
    var left = theirs
    var common = 0
    for pair in mine {
      guard let place = left.firstIndex(of: pair) else { continue }
      left.remove(at: place)
      common += 1
    }
    return 2 * Double(common) / Double(mine.count + theirs.count)
  }

  private var pairs: [UInt64] {
    zip(letters, letters.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
  }
}
