import Language
import Reports
import Scenarios

extension CommandSpec {
  static let forEach = CommandSpec(
    "for", synonyms: ["对于"], "repeats commands for each of several values",
    syntax: "for NAME in VALUE, VALUE … { COMMANDS }   (or 10..50 step 10)",
    examples: [
      "for b in 10, 20 { set ads.*.budget = $b ; run 100 }", "for m in 3..6 step 3 { run 100 --months $m }",
      "for s in base lean { run 100 --strategy $s }",
    ],
    takesRest: true, takesBlock: true, related: ["let", "script", "run"]
  ) { session, invocation, reply throws(CommandFailure) in
    let loop = try Loop(invocation)
    guard session.nesting.loops < Nesting.deepest else {
      throw invocation.failure(
        say("loops can be nested at most \(Nesting.deepest) deep"), at: invocation.command.words[0].span)
    }
    let before = session.variables[loop.name]
    if session.nesting.loops == 0 { session.nesting.steps = 0 }
    session.nesting.loops += 1
    defer {
      session.nesting.loops -= 1
      session.variables[loop.name] = before
    }
    for value in loop.values {
      if session.surroundings.isInterrupted() { return session.stopped(reply) }
      session.nesting.steps += 1
      guard session.nesting.steps <= Nesting.mostSteps else {
        throw invocation.failure(
          say(
            "a loop can repeat its commands at most \(NumberFormat().count(Nesting.mostSteps)) times, nested loops included"
          ),
          at: invocation.command.words[0].span)
      }
      session.variables[loop.name] = value
      let ending = session.perform(loop.commands, in: invocation.source, reply)
      if ending != .done { return ending }
    }
    return .done
  }
}

/// A `for` as written.
private struct Loop {
  let name: String
  let values: [String]
  let commands: [Command]

  static let mostValues = 10_000

  init(_ invocation: Invocation) throws(CommandFailure) {
    let words = invocation.operands
    guard words.count >= 4, words[1].isKeyword("in"), let block = words.last, !block.wasQuoted,
      let body = invocation.command.fragment(of: words.count).insideBrackets("{", "}")
    else {
      throw invocation.failure(
        say("a loop needs a name, values, and commands between { and }"), at: invocation.command.words[0].span,
        help: say("for example: for b in 10, 20, 30 { set ads.meta.budget = $b ; run }"))
    }
    name = words[0].text
    guard VariableName.isValid(name) else { throw invocation.invalidName(name, at: words[0].span) }
    let list = invocation.source.fragment(SourceSpan(words[2].span.start, block.span.start))
    values = try Self.values(list, Array(words[2..<(words.count - 1)]), invocation)
    do throws(Fault) {
      let line = try CommandLine(parsing: body)
      if let missing = line.missing { throw missing.fault }
      commands = line.commands
    } catch {
      throw invocation.failure(error)
    }
    guard !commands.isEmpty else {
      throw invocation.failure(say("there are no commands between { and }"), at: block.span)
    }
  }

  /// `10, 20, 30`, `base lean`, `10..50 step 10`.
  private static func values(
    _ list: Fragment, _ words: [Word], _ invocation: Invocation
  ) throws(CommandFailure) -> [String] {
    if words[0].text.contains(".."), !words[0].wasQuoted {
      return try Steps(words, invocation).values
    }
    let items = list.separatedByCommas(thousands: false)
    let texts = items.count > 1 ? items.map(\.text) : words.map { list.slice($0.span).text }
    let values = texts.map(Session.unquoted)
    guard values.allSatisfy({ !$0.isEmpty }) else { throw invocation.failure(say("a value is missing"), at: list.span) }
    guard values.count <= mostValues else {
      throw invocation.failure(say("a loop takes at most \(mostValues) values"), at: words[0].span)
    }
    return values
  }
}

/// `10..50 step 10`, with a sign behind the numbers if there is one: `5%..15%`.
private struct Steps {
  let values: [String]

  init(_ words: [Word], _ invocation: Invocation) throws(CommandFailure) {
    let range = words[0]
    func refusal(_ message: String, _ word: Word) -> CommandFailure {
      invocation.failure(message, at: word.span, help: say("for example: 10..50 step 10"))
    }
    guard let dots = range.text.firstRange(of: "..") else { throw refusal(say("expected a range"), range) }
    guard let low = Self.number(range.text[..<dots.lowerBound]),
      let high = Self.number(range.text[dots.upperBound...]), low.sign.isEmpty || low.sign == high.sign
    else { throw refusal(say("a range needs two numbers"), range) }
    var step = 1.0
    if words.count > 1 {
      guard words.count == 3, words[1].isKeyword("step") else { throw refusal(say("cannot read this"), words[1]) }
      guard let given = Self.number(words[2].text[...]), given.value != 0 else {
        throw refusal(say("the step must be a number other than 0"), words[2])
      }
      guard given.sign != "%" || high.sign == "%" else {
        throw refusal(say("the step is in %, but the range is not"), words[2])
      }
      // A step without a sign is in % beside a range in %, and a plain number beside one in thousands.
      step = abs(given.value) * Self.scale(given.sign) / Self.scale(high.sign)
    }
    let count = (abs(high.value - low.value) / step + 1e-9).rounded(.down) + 1
    guard count <= Double(Loop.mostValues) else {
      throw refusal(say("a loop takes at most \(Loop.mostValues) values"), range)
    }
    let signed = low.value <= high.value ? step : -step
    values = (0..<Int(count)).map { index in
      // Sums of decimal fractions end in noise: 0.30000000000000004.
      let value = low.value + Double(index) * signed
      return (abs(value) < 1e6 ? (value * 1e9).rounded() / 1e9 : value).plain + high.sign
    }
  }

  private static func scale(_ sign: String) -> Double { ["k": 1000, "M": 1_000_000][sign] ?? 1 }

  private static func number(_ text: Substring) -> (value: Double, sign: String)? {
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || ".-+eE".contains($0)) }
    let digits = isPlain ? text : text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
    guard let value = Double(digits), value.isFinite else { return nil }
    let sign = String(text.dropFirst(digits.count))
    return ["", "%", "k", "M"].contains(sign) ? (value, sign) : nil
  }
}
