import Language
import Reports

/// A command that another program may call: one that changes nothing, answers with data, and means the same whatever was
/// asked before.
struct CommandTool {
  let spec: CommandSpec

  static let all = Catalogue.commands.filter { spec in
    spec.changes == .nothing && spec.perform == nil && spec.answer != nil && spec.standsAlone
  }.map(CommandTool.init)

  /// Options about where an answer goes, and about the machine it is made on: the server knows both.
  private static let kept: Set = ["json", "csv", "md", "to", "force", "shard", "threads", "partial"]

  private var options: [OptionSpec] { spec.options.filter { !Self.kept.contains($0.name) } }

  // MARK: For the list

  var description: JSON {
    var members: [JSON.Member] = [
      JSON.Member("name", .string(spec.verb)), JSON.Member("title", .string("dropcast \(spec.verb)")),
      JSON.Member("description", .string(text)), JSON.Member("inputSchema", input),
    ]
    // Only an object can be told as one.
    if let answer = spec.answer, answer.isObject { members.append(JSON.Member("outputSchema", answer.schema)) }
    return .object(
      members + [
        JSON.Member(
          "annotations",
          ["readOnlyHint": true, "destructiveHint": false, "idempotentHint": true, "openWorldHint": false])
      ])
  }

  private var text: String {
    let summary = spec.summary.prefix(1).uppercased() + spec.summary.dropFirst() + "."
    return "\(summary) Syntax: \(spec.syntax). Examples: \(spec.examples.joined(separator: " · "))"
  }

  private var input: JSON {
    var members: [(String, JSON)] = []
    if spec.scenario != .never {
      members.append(("scenario", text("the scenario's file, seen from the served folder")))
    }
    if spec.about != .none {
      members.append(("run", text("what to run before, as after the verb run: a strategy, a number of worlds")))
    }
    members.append(("words", text("what stands after \(spec.verb), without options: \(spec.syntax)")))
    return CommandSchema.object(
      members + options.map { ($0.name, $0.schema) }, required: spec.scenario == .always ? ["scenario"] : [])
  }

  private func text(_ description: String) -> JSON { ["type": "string", "description": .string(description)] }

  // MARK: For a call

  /// What is to be performed, one after the other.
  struct Call {
    let scenario: String?
    /// The run that has to be made before.
    let run: String?
    let line: String
  }

  /// The call that arguments mean.
  func call(_ arguments: JSON) throws(ToolRefusal) -> Call {
    guard case .object(let members) = arguments else { throw ToolRefusal(say("the arguments must be an object")) }
    var texts: [String: String] = [:]
    var line = spec.verb
    for member in members {
      if let option = options.first(where: { $0.name == member.key }) {
        for value in try Self.values(of: option, member.value) { line += " --\(option.name)" + value }
      } else if known.contains(member.key) {
        guard let text = member.value.string else { throw ToolRefusal(say("\(member.key): expected text")) }
        texts[member.key] = text
      } else {
        throw ToolRefusal(
          say("\(spec.verb) has no argument \(member.key)"),
          help: Invocation.suggestion(member.key, known + options.map(\.name)))
      }
    }
    if spec.scenario == .always, texts["scenario"] == nil {
      throw ToolRefusal(say("\(spec.verb) needs a scenario"))
    }
    let words = texts["words"] ?? ""
    try Self.check(words, behind: spec.verb)
    var run = texts["run"]
    if let run { try Self.check(run, behind: "run") }
    if spec.about == .always, run == nil { run = "" }
    return Call(scenario: texts["scenario"], run: run, line: words.isEmpty ? line : line + " " + words)
  }

  private var known: [String] {
    (spec.scenario == .never ? [] : ["scenario"]) + (spec.about == .none ? [] : ["run"]) + ["words"]
  }

  /// What stands behind the option on a line, for each time it is given.
  private static func values(of option: OptionSpec, _ value: JSON) throws(ToolRefusal) -> [String] {
    guard option.value != nil else {
      guard case .bool(let isOn) = value else { throw ToolRefusal(say("\(option.name): expected true or false")) }
      return isOn ? [""] : []
    }
    if option.repeats, case .array(let values) = value {
      var texts: [String] = []
      for value in values { texts.append(try text(of: option, value)) }
      return texts
    }
    return [try text(of: option, value)]
  }

  private static func text(of option: OptionSpec, _ value: JSON) throws(ToolRefusal) -> String {
    switch value {
    case .string(let text): return " " + Journal.quoted(text)
    case .integer(let number): return " " + Journal.quoted(String(number))
    case .number: return " " + Journal.quoted(value.text())
    default: throw ToolRefusal(say("\(option.name): expected a number or text"))
    }
  }

  /// Words may be no second command, and no option: those have names of their own, and some are not for other programs.
  private static func check(_ words: String, behind verb: String) throws(ToolRefusal) {
    let line = verb + " " + words
    guard let parsed = try? CommandLine(parsing: Fragment(line)), parsed.missing == nil else {
      throw ToolRefusal(say("the words cannot be read: \(words)"))
    }
    guard parsed.commands.count == 1, let command = parsed.commands.first, command.words.first?.text == verb,
      PlainQuestion.asked(with: command.fragment.text) == nil
    else {
      throw ToolRefusal(
        say("these words contain more than the command \(verb)"), help: say("call one tool at a time"))
    }
    if let option = command.words.first(where: { $0.text.hasPrefix("--") }) {
      throw ToolRefusal(say("give \(option.text) as an argument, not among the words"))
    }
  }
}

/// Why a call is not performed.
struct ToolRefusal: Error {
  let message: String
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// As the shell would show it.
  var text: String { Finding(.error, message, help: help, source: ToolRefusal.source).rendered() }

  /// What findings call a line that another program has asked for.
  static let source = "<request>"
}
