import Language

extension CommandSpec {
  static let mcp = CommandSpec(
    "mcp", synonyms: ["接口"], "lets other programs ask questions (Model Context Protocol)",
    syntax: "mcp [FOLDER] [--worlds N] [--days N] [--seconds N]",
    examples: ["mcp", "mcp scenarios", "mcp scenarios --worlds 100k --seconds 30"], operand: .file(suffix: "/"),
    options: [
      OptionSpec("worlds", "N", "the most worlds that a request may take (2,000,000 by default)"),
      OptionSpec("days", "N", "the most days that a scenario may last (1,900 by default)"),
      OptionSpec("seconds", "N", "how many seconds a request may take (60 by default)"),
    ], related: ["schema", "script"]
  ) { session, invocation, reply throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    var limits = ProgramLimits()
    if let word = invocation.value("worlds") {
      limits.worlds = try invocation.wholeNumber(word, in: 1...ProgramLimits.mostWorlds, say("worlds"))
    }
    if let word = invocation.value("days") {
      limits.days = try invocation.wholeNumber(word, in: 1...ProgramLimits.mostDays, say("days"))
    }
    if let word = invocation.value("seconds") {
      limits.seconds = try invocation.wholeNumber(word, in: 1...ProgramLimits.mostSeconds, say("seconds"))
    }
    let word = invocation.operands.first
    let folder: ServedFolder
    do throws(Files.Problem) {
      folder = try ServedFolder(session.resolve(word?.text ?? "."))
    } catch {
      throw invocation.failure(
        "\(word?.text ?? "."): \(error.message)", at: word?.span ?? invocation.command.words[0].span, help: error.help)
    }
    guard let channel = session.surroundings.messages else {
      reply(.notice(say("other programs start this command themselves: dropcast mcp FOLDER")))
      return .done
    }
    var server = ProgramServer(folder, limits, session.surroundings, channel)
    server.serve()
    return .done
  }
}
