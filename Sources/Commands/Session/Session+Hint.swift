import Language
import Scenarios

extension Session {
  /// What may follow the end of a line, to be shown dimly behind it: the rest of a verb, then of its syntax.
  ///
  /// Only advice: nothing takes it over.
  package func hint(after line: String) -> String {
    guard !isInterviewing, Self.unclosedChanges(line) == nil else { return "" }
    let command = Fragment(line).openCommand.text.drop(while: \.isWhitespace)
    let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return "" }
    let isInWord = !(command.last?.isWhitespace ?? true)
    if words.count == 1, isInWord { return verbHint(first.lowercased()) }
    guard let spec = verb(meantBy: first.lowercased()) else { return "" }
    if let last = words.last, last.hasPrefix("--") { return optionHint(String(last.dropFirst(2)), spec, isInWord) }
    // Inside a word there is nothing to say but of parameters: those are for Tab.
    guard !isInWord else { return "" }
    if case .parameter = spec.operand, words.count == 2, spec.takesRest, let slot = scenario.slot(words[1]) {
      return say("= VALUE   now \(text(slot, in: scenario))")
    }
    if case .wordThenStrategy(let verbs) = spec.operand, words.count > 1, verbs.contains(words[1]) {
      return Self.names(behind: words[1]).dropFirst(words.count - 2).joined(separator: " ")
    }
    let tail = SyntaxTail(spec.saidSyntax)
    return tail.behindKeyword(of: words.dropFirst()) ?? tail.after(words.count - 1 + tail.passedOver(by: words[1...]))
  }

  /// What these words of `strategy` are followed by.
  private static func names(behind word: String) -> [String] {
    switch word {
    case "list": []
    case "rename": ["A", "B"]
    default: ["NAME"]
    }
  }

  /// `sw` is the beginning of one verb only.
  private func verbHint(_ typed: String) -> String {
    guard let spec = verb(meantBy: typed) else { return "" }
    let rest = spec.verb.hasPrefix(typed) ? String(spec.verb.dropFirst(typed.count)) : ""
    let tail = SyntaxTail(spec.saidSyntax).after(0)
    return tail.isEmpty ? rest : rest + " " + tail
  }

  private func optionHint(_ name: String, _ spec: CommandSpec, _ isInWord: Bool) -> String {
    guard let option = spec.options.first(where: { $0.name == name }), let value = option.value else { return "" }
    return (isInWord ? " " : "") + value
  }

  private func verb(meantBy typed: String) -> CommandSpec? {
    if let exact = Catalogue.find(typed) { return exact }
    let begun = Catalogue.commands.filter { $0.verb.hasPrefix(typed) }
    return begun.count == 1 ? begun[0] : nil
  }
}

/// The parts of a syntax line behind its verb; what stands in brackets is one part.
private struct SyntaxTail {
  private var parts: [String] = []

  init(_ syntax: String) {
    var depth = 0
    for word in syntax.split(separator: " ", omittingEmptySubsequences: false).dropFirst() {
      if depth > 0, !parts.isEmpty {
        parts[parts.count - 1] += " " + word
      } else {
        parts.append(String(word))
      }
      depth += word.count { "[{(".contains($0) } - word.count { "]})".contains($0) }
    }
  }

  /// Behind the last keyword that was typed: what it asks for, and the clauses that may follow, such as
  /// `CONDITION [over A..B]` behind `for`. Once something stands there, only the further clauses. Nil without a keyword.
  func behindKeyword(of words: ArraySlice<String>) -> String? {
    for place in words.indices.reversed() {
      let typed = words[place].lowercased()
      for (index, part) in parts.enumerated() where typed.allSatisfy(\.isLetter) {
        let tokens = part.split(separator: " ").map { $0.drop { $0 == "[" }.prefix { $0 != "]" } }
        guard let key = tokens.firstIndex(where: { $0 == typed }) else { continue }
        let isLast = place == words.endIndex - 1
        let clause = isLast ? tokens[(key + 1)...].prefix { $0 != "|" }.map(String.init) : []
        let next = parts[(index + 1)...].prefix { $0 != "|" && !$0.hasPrefix("(") && !$0.hasPrefix("（") }
        return (clause + next.filter { isLast || $0.hasPrefix("[") }).joined(separator: " ")
      }
    }
    return nil
  }

  /// A number is no strategy: the place for one was left out.
  func passedOver(by words: ArraySlice<String>) -> Int {
    guard let first = words.first, first.first?.isNumber == true else { return 0 }
    return parts.prefix { $0.contains("STRATEGY") || $0.contains("方案") }.count
  }

  func after(_ count: Int) -> String {
    // A remark on the whole is of no use behind half of it.
    let rest = parts.dropFirst(count).prefix { count == 0 || !$0.hasPrefix("(") && !$0.hasPrefix("（") }
    return rest.joined(separator: " ")
  }
}
