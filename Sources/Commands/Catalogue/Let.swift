import Language
import Reports

extension CommandSpec {
  static let letValue = CommandSpec(
    "let", synonyms: ["令"], "names a value; commands then use it as $NAME",
    syntax: "let [NAME = VALUE|QUESTION]   (?= sets it only if it has no value yet)",
    examples: ["let budget = 40", "let budget ?= 20", "let money = need for ruin <= 50% --paths 200", "let"],
    scenario: .never, takesRest: true,
    answer: .either([.map(.string)] + [CommandSpec.need, .solve, .show].compactMap(\.answer)), standsAlone: false,
    related: ["for", "script"]
  ) { session, invocation throws(CommandFailure) in
    guard !invocation.operands.isEmpty else { return session.variableList }
    let text = invocation.rest.text
    guard let equals = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
      return try session.variable(invocation)
    }
    var name = text[..<equals].trimmed
    let isDefault = name.hasSuffix("?") || name.hasSuffix("？")
    if isDefault { name = name.dropLast().trimmed }
    guard VariableName.isValid(String(name)) else {
      throw invocation.invalidName(String(name), at: invocation.operands[0].span)
    }
    let given = text[text.index(after: equals)...]
    let start = invocation.rest.span.start + text[..<given.startIndex].utf8.count
    if let asked = try invocation.asked(SourceSpan(start, invocation.rest.span.end)) {
      guard !isDefault || session.variables[String(name)] == nil else { return Answer() }
      return try session.name(String(name), asked)
    }
    let value = Session.unquoted(String(given.trimmed))
    guard !value.isEmpty else {
      throw invocation.failure(
        say("expected a value"), at: invocation.rest.span, help: say("write: let \(name) = VALUE"))
    }
    guard value.utf8.count <= 1 << 16 else {
      throw invocation.failure(say("a value can be at most 64 KiB long"), at: invocation.operands[0].span)
    }
    if !isDefault || session.variables[String(name)] == nil { session.variables[String(name)] = value }
    return Answer()
  }
}

extension Invocation {
  /// A question that stands behind the `=`, such as `need for ruin <= 5%`: a command whose answer is one value.
  fileprivate func asked(_ span: SourceSpan) throws(CommandFailure) -> Invocation? {
    guard let line = try? CommandLine(parsing: source.fragment(span)), line.missing == nil,
      let command = line.commands.first, line.commands.count == 1, !command.words[0].wasQuoted,
      let spec = Catalogue.find(command.words[0].text.lowercased()), spec.leavesValue
    else { return nil }
    return try Invocation(command, spec, in: source)
  }
}

extension Session {
  /// Answers the question and names what it comes to.
  fileprivate mutating func name(_ name: String, _ asked: Invocation) throws(CommandFailure) -> Answer {
    try requireScenario(asked)
    var answer = try asked.spec.run(&self, asked)
    if let stopped = answer.stopped { throw stopped }
    guard let value = answer.value else {
      throw asked.failure(
        say("the answer is not a single value, so $\(name) stays as it was"), at: asked.command.span,
        help: say("ask for a single value, for example: need for ruin <= 5%, or: show cash.budget"))
    }
    variables[name] = value
    answer.hint = nil
    answer.notices.append("$\(name) = \(value)")
    return answer
  }

  fileprivate var variableList: Answer {
    let names = variables.keys.sorted()
    guard !names.isEmpty else {
      return Answer(say("no value has a name yet; to give one a name, write: let budget = 40"))
    }
    var answer = Answer(Document([.facts(names.map { Fact("$" + $0, [TextRun(variables[$0] ?? "")]) })]))
    let members = names.map { JSON.Member($0, .string(variables[$0] ?? "")) }
    answer.json = { .object(members) }
    return answer
  }

  /// `let budget` shows one.
  fileprivate func variable(_ invocation: Invocation) throws(CommandFailure) -> Answer {
    try invocation.expect(atMost: 1)
    let word = invocation.operands[0]
    guard let value = variables[word.text] else {
      throw invocation.failure(
        say("no such variable: \(word.text)"), at: word.span,
        help: Invocation.suggestion(word.text, Array(variables.keys)) ?? say("write: let NAME = VALUE"))
    }
    return Answer(Document([.facts([Fact("$" + word.text, [TextRun(value)])])]))
  }

  /// A value that is one quoted word is what the quotes hold; anything else is as typed.
  static func unquoted(_ text: String) -> String {
    let commands = (try? CommandLine(parsing: Fragment(text)))?.commands ?? []
    guard commands.count == 1, let words = commands.first?.words, words.count == 1, let word = words.first,
      word.wasQuoted
    else { return text }
    return word.text
  }
}

extension StringProtocol {
  var trimmed: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return Substring()
    }
    return Substring(self[first...last])
  }
}
