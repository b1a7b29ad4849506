import Language
import Reports

extension CommandSpec {
  static let questions = CommandSpec(
    "questions", synonyms: ["问题"], "lists what can be asked in plain words", syntax: "questions",
    examples: ["questions", "questions --csv", "questions --json"], options: OptionSpec.rows + OptionSpec.output,
    scenario: .sometimes, answer: .rows(texts: ["question", "command"]), related: ["help", "run", "why"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 0)
    let table = Table(
      columns: [
        Table.Column(say("Question"), key: "question", .text), Table.Column(say("Answered by"), key: "command", .text),
      ],
      rows: PlainQuestion.all.map { question in
        let commands = question.commands(session)
        return Table.Row([
          .text(question.words.said),
          .text(commands.isEmpty ? say("nothing in this scenario") : commands.joined(separator: "; ")),
        ])
      })
    var answer = Answer(Document([.table(table)]))
    answer.json = { table.json() }
    answer.csv = { table.csv() }
    answer.hint = say("Type a question as shown here, or in similar words.")
    return answer
  }
}
