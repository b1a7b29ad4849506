import Language

/// How words are read.
extension Fragment {
  /// A line of text to be shown: names come from strangers, so nothing a terminal would obey or hide.
  func title() throws(Fault) -> String {
    guard text.unicodeScalars.count <= 80 else { throw Fault(say("at most 80 characters are allowed"), at: span) }
    guard !text.unicodeScalars.contains(where: \.isUnsafeToDisplay) else {
      throw Fault(
        say("this contains characters that cannot be shown"), at: span,
        help: say("remove control characters and invisible marks"))
    }
    return text
  }

  /// A rule, a condition or actions as they are kept: blanks made one, nothing a terminal would obey or hide.
  func sentence() throws(Fault) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.unicodeScalars.count <= 500 else { throw Fault(say("at most 500 characters are allowed"), at: span) }
    guard !words.unicodeScalars.contains(where: \.isUnsafeToDisplay) else {
      throw Fault(
        say("this contains characters that cannot be shown"), at: span,
        help: say("remove control characters and invisible marks"))
    }
    return words
  }

  func currencyCode() throws(Fault) -> String {
    let code = text
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw Fault(say("a currency has three capital letters"), at: span, help: say("for example: USD"))
    }
    return code
  }

  func flag() throws(Fault) -> Bool {
    switch text.lowercased() {
    case "yes", "true", "on", "是": return true
    case "no", "false", "off", "否": return false
    default: throw Fault(say("expected yes or no"), at: span)
    }
  }

  func choice(of words: [String]) throws(Fault) -> String {
    let word = text.lowercased()
    guard words.contains(word) else {
      throw Fault(say("not one of the choices"), at: span, help: say("allowed: \(words.joined(separator: ", "))"))
    }
    return word
  }
}
