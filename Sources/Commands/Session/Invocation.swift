import Language
import Reports
import Scenarios

/// One command as called: its words after the verb, sorted into operands and options.
struct Invocation {
  let source: Source
  let command: Command
  let spec: CommandSpec
  /// Words that are no options.
  var operands: [Word] = []
  private var options: [(name: String, value: Word?)] = []

  init(_ command: Command, _ spec: CommandSpec, in source: Source) throws(CommandFailure) {
    self.command = command
    self.spec = spec
    self.source = source
    guard !spec.takesRest else {
      operands = Array(command.words.dropFirst())
      return
    }
    var index = 1
    while index < command.words.count {
      let word = command.words[index]
      index += 1
      guard word.text.hasPrefix("--"), !(word.wasQuoted && word.text.contains(" ")) || word.text.contains("=") else {
        operands.append(word)
        continue
      }
      let name = word.text.dropFirst(2).prefix { $0 != "=" }
      guard let option = spec.options.first(where: { $0.name == name }) else {
        let names = spec.options.map { "--" + $0.name }
        throw failure(
          say("\(spec.verb) has no option --\(name)"), at: word.span,
          help: Self.suggestion("--" + name, names) ?? say("see help \(spec.verb)"))
      }
      options.append((option.name, try value(of: option, word, &index)))
    }
  }

  /// The value behind `=`, or the next word.
  private func value(of option: OptionSpec, _ word: Word, _ index: inout Int) throws(CommandFailure) -> Word? {
    let prefix = 2 + option.name.utf8.count
    if word.text.utf8.count > prefix {
      guard option.value != nil else { throw failure(say("--\(option.name) takes no value"), at: word.span) }
      let text = String(word.text.dropFirst(option.name.count + 3))
      return Word(
        text, at: SourceSpan(min(word.span.start + prefix + 1, word.span.end), word.span.end), wasQuoted: true)
    }
    guard option.value != nil else { return nil }
    guard command.words.indices.contains(index) else {
      throw failure(
        say("--\(option.name) needs a value"), at: word.span, help: say("write: --\(option.name) \(option.value ?? "")")
      )
    }
    defer { index += 1 }
    return command.words[index]
  }

  func has(_ option: String) -> Bool { options.contains { $0.name == option } }

  /// The last value given for an option.
  func value(_ option: String) -> Word? { options.last { $0.name == option }?.value }

  /// Takes the value of an option from another call.
  mutating func take(_ option: String, from other: Invocation) {
    if let value = other.value(option) { options.append((option, value)) }
  }

  func values(_ option: String) -> [Word] { options.filter { $0.name == option }.compactMap(\.value) }

  /// Takes `as NAME` from the end of the operands.
  mutating func takeName() throws(CommandFailure) -> Word? {
    if let last = operands.last, last.isKeyword("as"), !last.wasQuoted {
      throw failure(say("a name is missing after \"as\""), at: last.span, help: say("write: as NAME"))
    }
    guard operands.count > 1, operands[operands.count - 2].isKeyword("as") else { return nil }
    let name = operands[operands.count - 1]
    operands.removeLast(2)
    if let fault = EntityName.fault(name.text, at: name.span) { throw failure(fault) }
    return name
  }

  /// Everything after the verb, as typed.
  var rest: Fragment { command.remainder(from: 1) }

  /// The words that name files.
  var fileWords: [Word] {
    let named: [Word?] =
      switch spec.operand {
      case .file, .starter: [operands.first]
      // Behind these words stand names of other things.
      case .files: Array(operands.prefix { !$0.isKeyword("as") && !$0.isKeyword("for") })
      case .wordThenFile: [operands.dropFirst().first]
      case .fileOfStrategies: [operands.first.flatMap { $0.isKeyword("of") ? nil : $0 }]
      case .none, .parameter, .strategy, .run, .wordThenRuns, .wordThenStrategy, .comparison, .changes, .metric, .topic,
        .words, .setting,
        .parameterAndClauses:
        []
      }
    // A value behind `=` has no place of its own.
    let target = value("to").flatMap { word in command.words.contains(word) ? word : nil }
    return (named + [target]).compactMap(\.self).sorted { $0.span.start < $1.span.start }
  }

  /// A word as typed, ready to parse: where it was quoted, without its quotes and yet with its columns.
  func fragment(of word: Word) -> Fragment {
    func letters(_ text: String) -> String { Fold.folded(text).filter { !$0.isWhitespace } }
    guard let typed = source.fragment(word.span).withBlanksForQuotes, letters(typed.text) == letters(word.text) else {
      return Fragment(word.text, start: word.span.start)
    }
    return typed
  }

  /// The operands as pieces of text, cut where options or quoted words stand: what is written between blanks at the prompt
  /// is one piece, and each quoted word of a process's command line is one.
  var phrases: [Fragment] {
    var phrases: [Fragment] = []
    var last: Word?
    for word in operands {
      // Behind an = it is the value of what was begun.
      let isValue = last?.text.hasSuffix("=") == true
      if !isValue, word.wasQuoted, word.text.contains(" ") || word.text.contains(",") {
        phrases.append(Fragment(word.text, start: word.span.start + 1))
        last = nil
      } else if let before = last, isFollowed(before, by: word), let begun = phrases.last {
        phrases[phrases.count - 1] = source.fragment(begun.span.joined(with: word.span))
        last = word
      } else {
        phrases.append(source.fragment(word.span))
        last = word
      }
    }
    return phrases
  }

  /// Does no option stand between two operands?
  private func isFollowed(_ word: Word, by next: Word) -> Bool {
    guard let index = command.words.firstIndex(of: word) else { return false }
    return command.words.indices.contains(index + 1) && command.words[index + 1] == next
  }

  func failure(
    _ message: String, at span: SourceSpan, help: String? = nil, reason: CommandFailure.Reason = .refused
  ) -> CommandFailure {
    CommandFailure([Finding(.error, message, help: help, at: span, in: source)], reason: reason)
  }

  func failure(_ fault: Fault) -> CommandFailure { CommandFailure([Finding(fault, in: source)]) }

  /// Refuses words that the command has no use for.
  func expect(atMost count: Int) throws(CommandFailure) {
    guard operands.count > count else { return }
    throw failure(say("unexpected word"), at: operands[count].span, help: say("write: \(spec.saidSyntax)"))
  }

  private func count(_ value: Int) -> String { NumberFormat().count(value) }

  /// A whole number within bounds, written as `10000`, `10,000` or `10k`.
  func wholeNumber(_ word: Word, in range: ClosedRange<Int>, _ what: String) throws(CommandFailure) -> Int {
    let fragment = Fragment(word.text, start: word.span.start)
    let help = say("allowed: \(count(range.lowerBound)) to \(count(range.upperBound))")
    guard let quantity = try? Quantity(parsing: fragment), quantity.isPlainNumber,
      quantity.value == quantity.value.rounded()
    else { throw failure(say("\(what): expected a whole number"), at: word.span, help: help) }
    guard quantity.value >= Double(range.lowerBound), quantity.value <= Double(range.upperBound) else {
      throw failure(say("\(what): \(word.text) is out of range"), at: word.span, help: help)
    }
    return Int(quantity.value)
  }

  /// What `--seed` asks for.
  func seed() throws(CommandFailure) -> UInt64? {
    guard let word = value("seed") else { return nil }
    guard let seed = UInt64(word.text) else {
      let isWhole = !word.text.isEmpty && word.text.trimmingPrefix("-").allSatisfy { $0.isASCII && $0.isNumber }
      throw failure(
        isWhole ? say("seed: \(word.text) is out of range") : say("seed: expected a whole number"),
        at: word.span, help: say("allowed: 0 to \(UInt64.max)"))
    }
    return seed
  }

  static func suggestion(_ typed: String, _ known: [String]) -> String? {
    let nearest = Nearest.names(to: typed, among: known)
    return nearest.isEmpty ? nil : say("nearest: \(nearest.joined(separator: ", "))")
  }
}
