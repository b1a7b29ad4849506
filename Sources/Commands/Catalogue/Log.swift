import Language

extension CommandSpec {
  static let log = CommandSpec(
    "log", synonyms: ["日志"], "logs commands and answers to a Markdown file from now on",
    syntax: "log [FILE.md | off] [--force] [--append]", examples: ["log today.md --force", "log", "log off"],
    changes: .disk, operand: .file(suffix: ".md"),
    options: [
      OptionSpec("force", nil, "overwrite the file"), OptionSpec("append", nil, "append to the file"),
    ],
    scenario: .never, related: ["history", "script"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    guard let word = invocation.operands.first else {
      guard let log = session.transcript else {
        return Answer(say("there is no log; to start one, write: log FILE.md"))
      }
      return Answer(say("the log goes to \(log.name)"))
    }
    if word.isKeyword("off") {
      guard let log = session.transcript else { return Answer(say("there is no log")) }
      session.transcript = nil
      return Answer(say("the log in \(log.name) ends here"))
    }
    guard word.text.lowercased().hasSuffix(".md") else {
      throw invocation.failure(
        say("a log is written as Markdown"), at: word.span, help: say("use a name that ends in .md: log today.md"))
    }
    let path = session.resolve(word.text)
    var title = Transcript.title
    do throws(Files.Problem) {
      if invocation.has("append") {
        title = try Transcript.resume(path)
      } else {
        try Files.write(title, to: path, over: invocation.overwriting)
      }
    } catch {
      throw invocation.failure(say("cannot write \(word.text): \(error.message)"), at: word.span, help: error.help)
    }
    // Written to long after the folder may have changed.
    session.transcript = Transcript(name: word.text, path: Files.absolute(path), title: title)
    return Answer(say("the log goes to \(word.text); to end it, write: log off"))
  }
}
