package import Language
import Reports
import Scenarios

extension Session {
  /// How a line ended.
  package enum Ending: Equatable, Sendable {
    case done
    case failed(exitCode: Int32)
    case quit
  }

  /// Runs the commands of one logical line, up to the first that fails.
  package mutating func perform(_ source: Source, reply: (Reply) -> Void) -> Ending {
    let line: CommandLine
    do throws(Fault) {
      line = try CommandLine(parsing: source.fragment)
      if let missing = line.missing { throw missing.fault }
    } catch {
      return fail(CommandFailure(FindingsError(error, in: source).findings), reply)
    }
    for command in line.commands {
      do throws(CommandFailure) {
        if try perform(command, in: source, reply) { return .quit }
      } catch {
        return fail(error, reply)
      }
    }
    return .done
  }

  private func fail(_ failure: CommandFailure, _ reply: (Reply) -> Void) -> Ending {
    reply(.failure(failure))
    return .failed(exitCode: failure.reason.exitCode)
  }

  /// Runs one command. True when it ends the session.
  private mutating func perform(
    _ command: Command, in source: Source, _ reply: (Reply) -> Void
  ) throws(CommandFailure) -> Bool {
    let spec = try Catalogue.command(for: command.words[0], mayShorten: surroundings.isInteractive, in: source)
    let invocation = try Invocation(command, spec, in: source)
    if spec.scenario == .always { try requireScenario(invocation) }
    let answer = try spec.run(&self, invocation)
    for notice in answer.notices { reply(.notice(notice)) }
    try deliver(answer, invocation, reply)
    if let stopped = answer.stopped { throw stopped }
    return answer.quits
  }

  func requireScenario(_ invocation: Invocation) throws(CommandFailure) {
    guard !isLoaded else { return }
    throw invocation.failure(
      "\(invocation.spec.verb) needs a scenario", at: invocation.command.words[0].span,
      help: "load one: load scenarios/first-store.yaml")
  }

  /// Sends an answer where it was asked for: the screen, as data, or a file.
  private func deliver(_ answer: Answer, _ invocation: Invocation, _ reply: (Reply) -> Void) throws(CommandFailure) {
    if let target = invocation.value("to") {
      let text = try text(of: answer, for: target, invocation)
      let path = resolve(target.text)
      do throws(Files.Problem) {
        try Files.write(text, to: path, overwrite: invocation.has("force"))
      } catch {
        throw invocation.failure("cannot write \(target.text): \(error.message)", at: target.span, help: error.help)
      }
      return reply(.notice("written: \(target.text)"))
    }
    if invocation.has("json") || answersAsJSON {
      // What has no data is left out, so that every line can be parsed.
      if let json = answer.json { reply(.data(json().text() + "\n")) }
      return
    }
    if invocation.has("csv"), let csv = answer.csv { return reply(.data(csv())) }
    if invocation.has("md") { return reply(.data(answer.document.markdown())) }
    if !answer.document.blocks.isEmpty { reply(.document(answer.document)) }
    if let hint = answer.hint, surroundings.isInteractive {
      reply(.document(Document([.blank, .paragraph([.dim(hint)])])))
    }
  }

  private func text(of answer: Answer, for target: Word, _ invocation: Invocation) throws(CommandFailure) -> String {
    let name = target.text.lowercased()
    if name.hasSuffix(".json"), let json = answer.json { return json().text(.pretty) + "\n" }
    if name.hasSuffix(".csv"), let csv = answer.csv { return csv() }
    if name.hasSuffix(".md") { return answer.document.markdown() }
    if name.hasSuffix(".txt") { return answer.document.rendered(on: Surface(width: 100)) }
    throw invocation.failure(
      "\(invocation.spec.verb) cannot be written as that", at: target.span,
      help: "endings: " + (answer.json == nil ? "" : ".json ") + (answer.csv == nil ? "" : ".csv ") + ".md .txt")
  }

  func resolve(_ path: String) -> String {
    Files.resolve(path, from: surroundings.directory, home: surroundings.home)
  }

  var glyphs: Surface.Glyphs { surroundings.usesUnicode ? .unicode : .ascii }
}
