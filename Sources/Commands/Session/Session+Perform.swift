package import Language
package import Reports
import Scenarios

extension Session {
  /// How a line ended.
  package enum Ending: Equatable, Sendable {
    case done
    case failed(exitCode: Int32)
    case quit
  }

  /// Runs the commands of one logical line, up to the first that fails; all of them where errors are gone on after.
  package mutating func perform(_ source: Source, reply: (Reply) -> Void) -> Ending {
    tongue.speaking {
      guard var entry = beginEntry(source.text) else { return take(source, reply) }
      let ending = take(source) { answer in
        entry.append(answer)
        reply(answer)
      }
      return end(entry, ending, reply)
    }
  }

  // Where a line or a script begins the log, what follows in it is logged command by command and line by line; else the
  // line that somebody entered is one entry, whatever it performs.

  /// An entry of the log for what is performed next; nil where none is kept, or it belongs to one that was begun before.
  private mutating func beginEntry(_ text: String) -> Transcript.Entry? {
    guard !isLogging, transcript != nil else { return nil }
    isLogging = true
    return Transcript.Entry(prompt: prompt, line: text, glyphs: glyphs)
  }

  private mutating func end(_ entry: Transcript.Entry, _ ending: Ending, _ reply: (Reply) -> Void) -> Ending {
    isLogging = false
    // What was performed may have been what ends the log.
    guard let log = transcript else { return ending }
    do throws(CommandFailure) {
      try log.append(entry)
      return ending
    } catch {
      transcript = nil
      let failed = fail(error, reply)
      guard case .failed = ending else { return failed }
      return ending
    }
  }

  /// A line is commands, or the answer to what is being asked.
  private mutating func take(_ source: Source, _ reply: (Reply) -> Void) -> Ending {
    interview == nil ? performLine(source, reply) : answerInterview(source, reply)
  }

  private mutating func performLine(_ source: Source, _ reply: (Reply) -> Void) -> Ending {
    let line: CommandLine
    do throws(Fault) {
      line = try CommandLine(parsing: source.fragment)
      if let missing = line.missing { throw missing.fault }
    } catch {
      return fail(CommandFailure(FindingsError(error, in: source).findings), reply)
    }
    guard keepsGoing else { return perform(line.commands, in: source, reply) }
    var failure: Int32 = 0
    for (index, command) in line.commands.enumerated() {
      if index > 0, surroundings.isInterrupted() { return stopped(reply) }
      let ending = perform([command], in: source, reply)
      guard case .failed(let code) = ending, code != CommandFailure.Reason.interrupted.exitCode else {
        if ending == .done { continue }
        return ending == .quit && failure != 0 ? .failed(exitCode: failure) : ending
      }
      failure = CommandFailure.Reason.worse(failure, code)
    }
    return failure == 0 ? .done : .failed(exitCode: failure)
  }

  /// Runs commands up to the first that fails or ends the session.
  mutating func perform(_ commands: [Command], in source: Source, _ reply: (Reply) -> Void) -> Ending {
    for (index, command) in commands.enumerated() {
      if index > 0, surroundings.isInterrupted() { return stopped(reply) }
      let ending: Ending
      if var entry = beginEntry(command.fragment.text) {
        let performed = performOne(command, in: source) { answer in
          entry.append(answer)
          reply(answer)
        }
        ending = end(entry, performed, reply)
      } else {
        ending = performOne(command, in: source, reply)
      }
      if case .failed = ending { record(command, nil, in: source) }
      if ending != .done { return ending }
    }
    return .done
  }

  private mutating func performOne(_ command: Command, in source: Source, _ reply: (Reply) -> Void) -> Ending {
    do throws(CommandFailure) {
      return try tongue.speaking { () throws(CommandFailure) in try perform(command, in: source, reply) }
    } catch {
      return fail(error, reply)
    }
  }

  func fail(_ failure: CommandFailure, _ reply: (Reply) -> Void) -> Ending {
    reply(.failure(failure))
    return .failed(exitCode: failure.reason.exitCode)
  }

  /// Is somebody typing this, so that verbs may be shortened, questions asked, and advice is welcome?
  var isTyped: Bool { surroundings.isInteractive && nesting.scripts.isEmpty }

  /// Runs one command.
  private mutating func perform(
    _ written: Command, in writtenSource: Source, _ reply: (Reply) -> Void
  ) throws(CommandFailure) -> Ending {
    if let question = PlainQuestion.asked(with: written.fragment.text) {
      return try answer(question, to: written, in: writtenSource, reply)
    }
    let spec: CommandSpec
    do throws(CommandFailure) {
      spec = try Catalogue.command(for: written.words[0], mayShorten: isTyped, in: writtenSource)
    } catch {
      throw written.words.count > 1 || !written.fragment.text.utf8.allSatisfy { $0 < 0x80 }
        ? unknown(written, error, in: writtenSource) : error
    }
    let (command, source) = try expanded(written, spec, in: writtenSource)
    let invocation = try Invocation(command, spec, in: source)
    try loadFrozen(for: invocation)
    if spec.scenario == .always { try requireScenario(invocation) }
    if let perform = spec.perform {
      let ending = try perform(&self, invocation, reply)
      // What begins to ask is kept with the answers, once there are.
      if ending == .done, interview == nil { record(written, invocation, in: writtenSource) }
      return ending
    }
    let answer = try spec.shardsItsRuns ? sharded(invocation, spec.run) : spec.run(&self, invocation)
    if let value = answer.value { variables[VariableName.lastValue] = value }
    for notice in answer.notices + keeper.takeNotices() { reply(.notice(notice)) }
    if !answer.numbers.isEmpty, answer.stopped?.reason != .interrupted {
      told[spec.verb] = ToldNumbers(numbers: answer.numbers, of: work)
    }
    try deliver(answer, invocation, reply)
    if let stopped = answer.stopped { throw stopped }
    record(written, invocation, in: writtenSource)
    return answer.quits ? .quit : .done
  }

  /// The command with the values of its variables; those in a block get theirs when the block is performed.
  private func expanded(
    _ command: Command, _ spec: CommandSpec, in source: Source
  ) throws(CommandFailure) -> (Command, Source) {
    let block = spec.takesBlock ? command.words.last { !$0.wasQuoted && $0.text.hasPrefix("{") } : nil
    let head = SourceSpan(command.span.start, block?.span.start ?? command.span.end)
    let expansion: (source: Source, span: SourceSpan)
    do throws(Fault) {
      expansion = try source.expanding(head, known: Array(variables.keys)) { variables[$0] }
    } catch {
      throw CommandFailure([Finding(error, in: source)])
    }
    guard expansion.source.isExpanded(from: source) else { return (command, source) }
    let whole = SourceSpan(head.start, expansion.span.end + command.span.end - head.end)
    do throws(Fault) {
      let line = try CommandLine(parsing: expansion.source.fragment(whole))
      if let missing = line.missing { throw missing.fault }
      guard line.commands.count == 1 else {
        throw Fault(say("with these values filled in, this is no longer a single command"), at: whole)
      }
      return (line.commands[0], expansion.source)
    } catch {
      throw CommandFailure([Finding(error, in: expansion.source)])
    }
  }

  /// Keeps a command for `history`; without an invocation it has failed. A leading space at the prompt keeps it out.
  private mutating func record(_ command: Command, _ invocation: Invocation?, in source: Source) {
    guard nesting.isOutermost, !(surroundings.isInteractive && source.text.hasPrefix(" ")) else { return }
    var entry = Journal.Entry(text: command.fragment.text, hasFailed: invocation == nil)
    if let invocation {
      if Journal.leftOut.contains(invocation.spec.verb) { return }
      // What it continued stands there by its name.
      if invocation.spec.verb == "open", invocation.operands.isEmpty { return }
      let verb = command.words[0]
      // Scripts know no shortened verbs.
      let typed = Catalogue.find(verb.text.lowercased()) == nil ? invocation.spec.verb : command.fragment(of: 0).text
      let shift = typed.utf8.count - (verb.span.end - verb.span.start) - command.span.start
      entry.text = typed + command.fragment.slice(SourceSpan(verb.span.end, command.span.end)).text
      // Where variables took part the places are others.
      if !invocation.source.isExpanded {
        entry.files = invocation.fileWords.map { word in
          (SourceSpan(word.span.start + shift, word.span.end + shift), word.text)
        }
      }
    }
    journal.append(entry)
  }

  func requireScenario(_ invocation: Invocation) throws(CommandFailure) {
    guard !isLoaded else { return }
    // Outside of the shell a command takes the file behind its verb; so it may well stand here.
    let file = invocation.command.words.dropFirst().map(\.text).first { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    throw invocation.failure(
      say("\(invocation.spec.verb) needs a scenario"), at: invocation.command.words[0].span,
      help: say("load one: load \(file.map(Journal.quoted) ?? "scenarios/first-store.yaml")"))
  }

  /// Sends an answer where it was asked for: the screen, as data, or a file.
  private func deliver(_ answer: Answer, _ invocation: Invocation, _ reply: (Reply) -> Void) throws(CommandFailure) {
    if let target = invocation.value("to"), invocation.spec.writesAnswers {
      let bytes =
        if let part = answer.part { part() } else { Array(try text(of: answer, for: target, invocation).utf8) }
      let path = resolve(target.text)
      do throws(Files.Problem) {
        try Files.write(bytes, to: path, over: invocation.overwriting)
      } catch {
        throw invocation.failure(
          say("cannot write \(target.text): \(error.message)"), at: target.span, help: error.help)
      }
      return reply(.notice(say("written: \(target.text)")))
    }
    if invocation.has("json") || answersAsJSON {
      // What has no data is left out, so that every line can be parsed.
      if let json = answer.json { reply(.data(Tongue.english.speaking { json().text() + "\n" })) }
      return
    }
    if answer.isData, let json = answer.json {
      return reply(.data(Tongue.english.speaking { json().text(.pretty) + "\n" }))
    }
    if invocation.has("csv"), let csv = answer.csv { return reply(.data(Tongue.english.speaking(csv))) }
    if invocation.has("md") { return reply(.data(answer.document.markdown())) }
    let document = answer.document
    if !document.blocks.isEmpty { reply(.document(document)) }
    if let hint = answer.hint, isTyped, nesting.isOutermost {
      reply(.advice(Document([.blank, .paragraph([.dim(hint)])])))
    }
    if let next = answer.next, isTyped, nesting.isOutermost { reply(.advice(next.document)) }
  }

  private func text(of answer: Answer, for target: Word, _ invocation: Invocation) throws(CommandFailure) -> String {
    let name = target.text.lowercased()
    if name.hasSuffix(".drop"), let script = answer.script { return script(resolve(target.text)) }
    if name.hasSuffix(".yaml"), let scenario = answer.scenario { return scenario() }
    if name.hasSuffix(".json"), let json = answer.json {
      return Tongue.english.speaking { json().text(.pretty) + "\n" }
    }
    if name.hasSuffix(".csv"), let csv = answer.csv { return Tongue.english.speaking(csv) }
    if name.hasSuffix(".svg"), let picture = answer.picture { return picture() }
    if name.hasSuffix(".md") { return answer.document.markdown() }
    if name.hasSuffix(".txt") { return answer.document.rendered(on: Surface(width: 100)) }
    throw invocation.failure(
      say("the answer of \(invocation.spec.verb) cannot be written in that format"), at: target.span,
      help: say("possible file endings: \(answer.endings.joined(separator: " "))"))
  }

  func resolve(_ path: String) -> String {
    Files.resolve(path, from: surroundings.directory, home: surroundings.home)
  }

  /// Work that may take long begins: it can be stopped, and says how far it is.
  func beginWork(_ label: String, _ total: Int) -> WorkWatch { surroundings.beginWork(label, total, glyphs) }

  /// What the operator chose, else what the screen seems to show.
  package var glyphs: Surface.Glyphs { look.glyphs(usesUnicode: surroundings.usesUnicode) }
}
