import Language
import Reports

extension CommandSpec {
  static let open = CommandSpec(
    "open", synonyms: ["打开", "继续"], "continues the last session, or reads a scenario file",
    syntax: "open [FILE.yaml]",
    examples: [
      "open scenarios/pet-feeder.yaml", "open scenarios/article-shop.yaml", "open scenarios/first-store.yaml",
    ], changes: .scenario,
    operand: .file(suffix: ".yaml"), scenario: .never, related: ["load", "save", "runs"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    if let word = invocation.operands.first { return try session.load(word.text) }
    return try session.continueLast(invocation)
  }
}
