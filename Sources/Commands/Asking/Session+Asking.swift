import Language

extension Session {
  /// Are there actual numbers beside the scenario?
  var hasActuals: Bool { actualsFolder?.exists ?? false }

  /// Answers a question in plain words: says which commands it means, and performs them.
  mutating func answer(
    _ question: PlainQuestion, to command: Command, in source: Source, _ reply: (Reply) -> Void
  ) throws(CommandFailure) -> Ending {
    let lines = question.commands(self)
    guard !lines.isEmpty else {
      let (message, help) =
        isLoaded
        ? (
          say("this scenario lacks the part that the question asks about"),
          say("to see what you can ask, write: questions")
        )
        : (say("this question needs a scenario"), say("load one: load FILE.yaml, or type start"))
      throw CommandFailure([Finding(.error, message, help: help, at: command.span, in: source)])
    }
    for line in lines {
      reply(.notice("= " + line))
      let meant = Source(name: source.name, text: line)
      let commands: CommandLine
      do throws(Fault) {
        commands = try CommandLine(parsing: meant.fragment)
      } catch {
        throw CommandFailure([Finding(error, in: meant)])
      }
      let ending = perform(commands.commands, in: meant, reply)
      if ending != .done { return ending }
    }
    return .done
  }

  /// What no verb begins may be a question that is put a little otherwise.
  func unknown(_ command: Command, _ failure: CommandFailure, in source: Source) -> CommandFailure {
    let nearest = PlainQuestion.nearest(to: command.fragment.text).map(\.words.said)
    guard !nearest.isEmpty else { return failure }
    return CommandFailure([
      Finding(
        .error, say("neither a command nor a known question"),
        help: say("did you mean: \(nearest.joined(separator: " · "))"), at: command.span, in: source)
    ])
  }
}
