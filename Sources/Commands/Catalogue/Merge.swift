import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let merge = CommandSpec(
    "merge", synonyms: ["合并"], "joins the parts written by run --shard into one run",
    syntax: "merge FILE… | FOLDER [as NAME] [OPTIONS]",
    examples: [
      "merge half-1.dropcast-part half-2.dropcast-part", "merge half-*.dropcast-part as whole",
      "merge half-*.dropcast-part --json",
    ],
    operand: .files(suffix: RunPart.suffix),
    options: OptionSpec.changes.filter { $0.name != "strategy" } + OptionSpec.documents, answer: RunRecord.shape,
    standsAlone: false, related: ["run", "runs"]
  ) { session, invocation throws(CommandFailure) in
    var invocation = invocation
    let name = try invocation.takeName()
    guard !invocation.operands.isEmpty else {
      throw invocation.failure(
        say("which parts?"), at: invocation.command.words[0].span, help: say("write: merge part-*.dropcast-part"))
    }
    if let folder = invocation.operands.first, invocation.operands.count == 1,
      RunFolder.isOne(session.resolve(folder.text))
    {
      for option in ["months", "set"] where invocation.has(option) {
        throw invocation.failure(
          say("when you merge the folder of a run, --\(option) cannot be used"), at: folder.span,
          help: say("the folder already says what to run"))
      }
      invocation = try session.mergeInvocation(of: try session.runFolder(folder, invocation), invocation)
    }
    let clock = ContinuousClock()
    let begin = clock.now
    let record = try session.merged(invocation)
    if let name { try session.checkRunName(name, invocation) }
    return session.answer(keeping: record, as: name?.text, seconds: (clock.now - begin) / .seconds(1))
  }
}

extension Session {
  /// The run whose parts the operands name.
  func merged(_ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    let files = PartFiles(invocation, self)
    guard files.findings.isEmpty, let first = files.parts.first?.header else {
      throw CommandFailure(files.findings)
    }
    let asked = try scenario(asked: invocation, under: Word(first.strategy, at: invocation.command.span))
    let scenario = asked.scenario.normalized
    let program = Program(scenario, seed: first.seed)
    let keeping: Keeping = first.keepsWorlds ? .worlds : .tallies
    if first.keepsWorlds { try checkMemory(for: program, first.paths, invocation) }
    let watch = beginWork(say("merging \(files.parts.count) parts"), first.paths)
    defer { watch.end() }
    var assembly: Assembly
    do throws(MemoryRefusal) {
      assembly = try Assembly(program, keeping, paths: first.paths)
    } catch { throw invocation.failure(error, surroundings.memory()) }
    var done = 0
    for part in files.parts {
      guard !watch.shouldStop() else { throw invocation.nothingFinished }
      let worlds = part.header.shard.worlds(of: first.paths)
      let read = try PartFiles.read(part.path, part.word, invocation, self)
      var figures = read.figures
      guard read.header == part.header, assembly.add(&figures, worlds: worlds) else {
        throw invocation.failure(
          "\(part.path): \(RunPart.Problem.damaged.message.said)", at: part.word.span,
          help: RunPart.Problem.damaged.help.said)
      }
      done += worlds.count
      watch.progress(done)
    }
    return RunRecord(
      program, of: scenario, under: first.strategy, seed: first.seed, Summary(assembly.outcome), first.sampling)
  }
}
