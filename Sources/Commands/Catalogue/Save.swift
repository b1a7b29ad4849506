import Language
import Scenarios

extension CommandSpec {
  static let save = CommandSpec(
    "save", synonyms: ["保存"], "writes the scenario with its changes to a file",
    syntax: "save FILE.yaml [--force]",
    examples: ["save my-store.yaml", "save my-store.yaml --force", "save ~/my-store.yaml --force"], changes: .disk,
    operand: .file(suffix: ".yaml"), options: [OptionSpec("force", nil, "overwrite the file, comments and all")],
    related: ["load", "diff"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    guard let word = invocation.operands.first else {
      throw invocation.failure(
        "save needs a file", at: invocation.command.words[0].span,
        help: "write save NAME.yaml; comments of the loaded file are not carried over")
    }
    do throws(Files.Problem) {
      try Files.write(
        session.scenario.yaml(strategies: session.strategies), to: session.resolve(word.text),
        overwrite: invocation.has("force"))
    } catch {
      throw invocation.failure("cannot save \(word.text): \(error.message)", at: word.span, help: error.help)
    }
    session.path = session.resolve(word.text)
    session.saved = session.scenario
    return Answer("saved to \(word.text)")
  }
}

extension Session {
  /// Writes unsaved changes where they can be found again; says where. nil when there are none or no place for them.
  package func rescue() -> String? {
    guard isChanged, surroundings.isInteractive, let state = surroundings.stateDirectory else { return nil }
    let directory = state + "/recovered"
    Files.makeDirectory(directory)
    for number in 1...999 {
      let path = "\(directory)/\(prompt.replacing("*", with: ""))-\(number).yaml"
      guard !Files.exists(path) else { continue }
      guard (try? Files.write(scenario.yaml(strategies: strategies), to: path, overwrite: false)) != nil else {
        return nil
      }
      return "unsaved changes kept in \(path)"
    }
    return nil
  }
}
