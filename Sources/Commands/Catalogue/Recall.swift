import Language
import Reports

extension CommandSpec {
  static let history = CommandSpec(
    "history", synonyms: ["历史"], "lists what you entered, or writes it as a script",
    syntax: "history [TEXT] [--to FILE.drop]",
    examples: ["history", "history budget", "history --to session.drop --force"], changes: .disk,
    options: OptionSpec.scripts, scenario: .never, answer: .array(.string), standsAlone: false,
    related: ["script", "log", "undo"]
  ) { session, invocation throws(CommandFailure) in
    let wanted = invocation.operands.map(\.text).joined(separator: " ")
    let own = session.journal.entries
    let earlier = session.surroundings.remembered
    let lines = (earlier + own.map(\.text)).filter { wanted.isEmpty || $0.contains(wanted) }
    var answer = Answer(Recall.document(lines, isSearch: !wanted.isEmpty))
    answer.json = { .array(lines.map { .string($0) }) }
    let (journal, directory) = (session.journal, session.surroundings.directory)
    answer.script = { path in
      // Where the script will lie elsewhere, names of files are written from the root.
      let isHere = Files.real(Files.directory(of: path)) == Files.real(directory)
      return journal.script(absolute: isHere ? nil : { Files.absolute(Files.resolve($0, from: directory, home: nil)) })
    }
    return answer
  }
}

private enum Recall {
  /// As many as are looked at; a search shows more.
  private static let recent = 20
  private static let found = 200

  static func document(_ lines: [String], isSearch: Bool) -> Document {
    guard !lines.isEmpty else { return Document([.paragraph([.dim(say("no earlier command found"))])]) }
    let shown = lines.suffix(isSearch ? found : recent)
    var blocks: [Block] = []
    if shown.count < lines.count {
      blocks.append(
        .paragraph([.dim(say("… earlier commands: \(lines.count - shown.count); to search them, write: history TEXT"))])
      )
    }
    for line in shown {
      blocks += line.split(separator: "\n", omittingEmptySubsequences: false).map { .paragraph([TextRun(String($0))]) }
    }
    return Document(blocks)
  }
}
