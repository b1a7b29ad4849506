package import Language

/// Names of suppliers, products and so on: they become parts of paths.
package enum EntityName {
  static let length = 40

  /// What is wrong with a name; nil where nothing is.
  package static func fault(_ name: String, at span: SourceSpan) -> Fault? {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-")
        && !scalar.isUnsafeToDisplay
    }
    guard isPlain, !name.isEmpty, name.unicodeScalars.count <= length else {
      return Fault(
        say("a name is made of letters, digits, _ and -, at most \(length) characters"), at: span,
        help: say("put longer text in a comment"))
    }
    // The prompt reads full-width letters as ordinary ones, so it could never say such a name.
    let folded = Fold.folded(name)
    return folded == name
      ? nil : Fault(say("a name cannot have full-width letters"), at: span, help: say("write: \(folded)"))
  }
}

/// What to say of a name that does not exist.
package enum Suggestion {
  /// `nearest: budget`, or all there is when that is little; nil when neither helps.
  package static func text(for typed: String, among known: [String]) -> String? {
    let nearest = Nearest.names(to: typed, among: known)
    if !nearest.isEmpty { return say("nearest: \(nearest.joined(separator: ", "))") }
    return known.isEmpty || known.count > 30 ? nil : say("available: \(known.joined(separator: ", "))")
  }
}

extension String {
  /// The beginning of a name for a message: strangers write names of any length.
  var shortened: String { shortened(to: 80) }
}
