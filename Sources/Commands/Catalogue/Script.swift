import Language

extension CommandSpec {
  static let script = CommandSpec(
    "script", synonyms: ["脚本"], "runs the commands in a file; paths are relative to its folder",
    syntax: "script FILE.drop [NAME=VALUE …] [--keep-going]",
    examples: [
      "script scenarios/ad-budget.drop", "script scenarios/ad-budget.drop budget=15 worlds=100",
      "script scenarios/ad-budget.drop worlds=100 --keep-going",
    ],
    operand: .file(suffix: ".drop"),
    options: [OptionSpec("keep-going", nil, "continue after errors; the exit code still reports them")],
    related: ["let", "for", "assert", "history"]
  ) { session, invocation, reply throws(CommandFailure) in
    guard let word = invocation.operands.first else {
      throw invocation.failure(
        say("script needs a file"), at: invocation.command.words[0].span, help: say("write: script FILE.drop"))
    }
    let values = try invocation.scriptValues
    let path = session.resolve(word.text)
    let identity = Files.real(path)
    guard !session.nesting.scripts.contains(identity) else {
      throw invocation.failure(
        say("this script is running already"), at: word.span,
        help: say("a script cannot run itself, directly or through another script"))
    }
    guard session.nesting.scripts.count < Nesting.deepest else {
      throw invocation.failure(say("scripts can be nested at most \(Nesting.deepest) deep"), at: word.span)
    }
    let rows: ScriptRows
    do throws(Files.Problem) {
      rows = try session.surroundings.openScript(path)
    } catch {
      throw CommandFailure([
        Finding(.error, say("cannot read the script: \(error.message)"), help: error.help, source: word.text)
      ])
    }
    // What a script gives names to is its own affair.
    let (directory, variables) = (session.surroundings.directory, session.variables)
    session.surroundings.directory = Files.directory(of: path)
    session.variables.merge(values) { $1 }
    session.nesting.scripts.append(identity)
    defer {
      session.nesting.scripts.removeLast()
      session.surroundings.directory = directory
      session.variables = variables
    }
    let ending = session.perform(rows, named: path, keepsGoing: invocation.has("keep-going"), reply: reply)
    // quit ends the script that says so, and only that.
    return ending == .quit ? .done : ending
  }
}

extension Invocation {
  /// The `NAME=VALUE` behind a script's file.
  fileprivate var scriptValues: [String: String] {
    get throws(CommandFailure) {
      var values: [String: String] = [:]
      for word in operands.dropFirst() {
        guard let equals = word.text.firstIndex(of: "=") else {
          throw failure(say("unexpected word"), at: word.span, help: say("write: \(spec.saidSyntax)"))
        }
        let name = String(word.text[..<equals])
        guard VariableName.isValid(name) else { throw invalidName(name, at: word.span) }
        values[name] = String(word.text[word.text.index(after: equals)...])
      }
      return values
    }
  }

  func invalidName(_ name: String, at span: SourceSpan) -> CommandFailure {
    failure(
      say("this cannot be a name"), at: span,
      help: say("a name has at most 40 letters, digits or _, and does not begin with a digit"))
  }
}
