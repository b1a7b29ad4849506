import Language

/// One thing that the program finds out about itself on the machine it runs on.
struct SelfCheck {
  enum Result {
    /// As it should be, and how that is known.
    case right(String)
    case wrong(String)
    /// Why it could not be asked here.
    case skipped(String)
  }

  let name: String
  let result: Result

  /// - Parameter find: what is wrong; nil where nothing is.
  init(_ name: String, by source: String, find: () -> String?) {
    self.name = name
    result = find().map(Result.wrong) ?? .right(source)
  }

  init(_ name: String, _ result: Result) { (self.name, self.result) = (name, result) }

  var isWrong: Bool { if case .wrong = result { true } else { false } }

  static func all(_ session: Session) -> [SelfCheck] {
    [randomWords, distributions, articleTable, cashHoles, dayOfRuin, randomWalk, sameBytes, knownBytes]
      + [glyphs(session.surroundings.cells), folder(session.surroundings.directory)]
  }
}
