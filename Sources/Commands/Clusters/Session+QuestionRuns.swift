import Language
import Reports
import Scenarios
import Simulation

extension OptionSpec {
  /// What questions take whose large runs a cluster may make.
  static let cluster: [OptionSpec] = [
    OptionSpec(
      "on", "ENGINE", "make the large runs on a cluster: \"slurm\" starts them, \"files\" only writes the folder"),
    OptionSpec("tasks", "N", "with --on: how many parts to cut each run into"),
    OptionSpec("with", "OPTIONS", "with --on slurm: options for sbatch, such as '-p main -t 120'"),
    OptionSpec("folder", "NAME", "with --on: the folder to make; with --shard: the folder to work in"),
    OptionSpec("resume", "FOLDER", "wait until a cluster has made the runs in FOLDER, then answer"),
    OptionSpec(
      "shard", "K/N",
      "split each missing run into N parts and run part K of it; name the folder of the runs with --folder"),
  ]
}

extension CommandSpec {
  /// Does it take the options above? Then what they ask for is done around it, and it knows nothing of clusters.
  var shardsItsRuns: Bool { OptionSpec.cluster.allSatisfy(options.contains) }
}

extension Session {
  typealias QuestionBody = (inout Session, Invocation) throws(CommandFailure) -> Answer

  /// Performs a question here, or as the cluster options ask.
  mutating func sharded(_ invocation: Invocation, _ body: QuestionBody) throws(CommandFailure) -> Answer {
    if let word = invocation.value("resume") {
      try refuseOthers(than: ["resume"], invocation, at: word)
      return try answer(from: try runFolder(word, invocation), invocation, body)
    }
    if let word = invocation.value("shard") { return try makeShard(word, invocation, body) }
    guard
      let cluster = try ClusterRequest(
        invocation, of: scenario, paths: try SharedWorlds(invocation, self).paths, example: invocation.spec.verb)
    else { return try body(&self, invocation) }
    guard cluster.paths >= QuestionRuns.leastWorlds else {
      throw invocation.failure(
        say("a cluster is for runs of \(NumberFormat().count(QuestionRuns.leastWorlds)) worlds or more"),
        at: invocation.value("paths")?.span ?? invocation.command.words[0].span,
        help: say("add --paths 1M, or remove --on"))
    }
    if cluster.engine == .slurm { try refuseInScript(invocation) }
    let folder = try write(cluster, invocation)
    guard cluster.engine == .slurm else {
      var answer = Answer(
        say(
          "Folder \(folder.name) is ready: \(NumberFormat().count(cluster.tasks)) tasks. To run the first task, type in that folder: sh \(RunFolder.scriptName) 1"
        ))
      answer.next = Next([
        NextStep(
          invocation.spec.verb, "--resume", Journal.quoted(folder.name), to: say("once all tasks have ended"))
      ])
      return answer
    }
    return try answer(from: folder, invocation, body)
  }

  /// The question without what says where it is performed, as it was typed.
  private func line(of invocation: Invocation) -> String {
    let left = OptionSpec.cluster.map(\.name) + ["threads", "json", "csv", "md", "to", "force"]
    var words: [String] = []
    var skips = false
    for word in invocation.command.words {
      if skips {
        skips = false
        continue
      }
      let name = word.text.hasPrefix("--") ? String(word.text.dropFirst(2).prefix { $0 != "=" }) : ""
      if let option = invocation.spec.options.first(where: { $0.name == name }), left.contains(name) {
        skips = option.value != nil && !word.text.contains("=")
      } else {
        words.append(invocation.source.fragment(word.span).text)
      }
    }
    words[0] = invocation.spec.verb
    return words.joined(separator: " ")
  }

  private func refuseOthers(
    than allowed: [String], _ invocation: Invocation, at word: Word
  ) throws(CommandFailure) {
    for option in invocation.spec.options.map(\.name)
    where !(allowed + ["json", "csv", "md", "to", "force"]).contains(option) && invocation.has(option) {
      throw invocation.failure(
        say("--\(allowed[0]) cannot be combined with --\(option)"), at: word.span,
        help: say("the folder already says what to run: remove --\(option)"))
    }
  }

  // MARK: The folder

  private func write(_ cluster: ClusterRequest, _ invocation: Invocation) throws(CommandFailure) -> RunFolder {
    let line = line(of: invocation)
    let yaml = scenario.yaml(strategies: strategies)
    let fingerprint = Self.fingerprint(yaml: Array(yaml.utf8), line: line)
    let script = TaskScript(
      tasks: cluster.tasks, task: .question(invocation.spec.verb), threads: cluster.threads,
      program: surroundings.program)
    let folder = try write(
      yaml: yaml, script, cluster, fingerprint: fingerprint, command: line,
      named: cluster.folder?.text ?? "\(invocation.spec.verb)-\(fingerprint.prefix(8))", invocation)
    var frozen = Session(surroundings: surroundings)
    _ = try frozen.load(folder.path(of: RunFolder.scenarioName))
    guard frozen.scenario == scenario, frozen.strategies == strategies else {
      throw invocation.failure(
        say("written to a file and read again, the scenario would not be the same"),
        at: invocation.command.words[0].span,
        help: say("save it, load it again, and repeat the command"))
    }
    return folder
  }

  private static func fingerprint(yaml: [UInt8], line: String) -> String {
    Fingerprint.sha256(yaml + Array("\n\(line)\n\(Program.streamVersion)".utf8))
  }

  /// A session of the frozen scenario with nothing else in it, and the question of the folder.
  private func frozen(
    _ folder: RunFolder, _ invocation: Invocation
  ) throws(CommandFailure) -> (session: Session, question: Invocation) {
    let span = invocation.command.words[0].span
    let path = folder.path(of: RunFolder.scenarioName)
    let line = folder.contents.command
    guard let bytes = try? Files.read(path),
      Self.fingerprint(yaml: bytes, line: line) == folder.contents.fingerprint
    else {
      throw invocation.failure(
        say("\(folder.name) has changed since it was made"), at: span, help: say("make it again with --on"))
    }
    guard line.split(separator: " ").first.map(String.init) == invocation.spec.verb else {
      throw invocation.failure(
        say("\(folder.name) belongs to another question: \(line)"), at: span,
        help: say("repeat its command with --resume \(Journal.quoted(folder.name))"))
    }
    var session = Session(surroundings: surroundings)
    _ = try session.load(path)
    let source = Source(name: folder.name + "/" + RunFolder.textName, text: line)
    return (session, try self.invocation(line, invocation.spec, source, invocation))
  }

  // MARK: A task

  private func makeShard(
    _ word: Word, _ invocation: Invocation, _ body: QuestionBody
  ) throws(CommandFailure) -> Answer {
    try refuseOthers(than: ["shard", "folder", "threads"], invocation, at: word)
    guard let shard = Shard(word.text) else {
      throw invocation.failure(
        say("which shard of how many?"), at: word.span, help: say("for the third of sixteen, write: --shard 3/16"))
    }
    guard let place = invocation.value("folder") else {
      throw invocation.failure(
        say("in which folder should the shard be made?"), at: word.span,
        help: say(
          "to make a folder for it, write: \(invocation.spec.verb) … --on files; then type there: sh \(RunFolder.scriptName) NUMBER"
        ))
    }
    let folder = try runFolder(place, invocation)
    guard shard.count == folder.contents.tasks else {
      throw invocation.failure(
        say("the runs in \(folder.name) are cut into \(folder.contents.tasks) parts"), at: word.span,
        help: say("write: --shard 1/\(folder.contents.tasks)"))
    }
    var (session, question) = try frozen(folder, invocation)
    question.take("threads", from: invocation)
    let runs = QuestionRuns(folder, .shard(shard))
    session.questionRuns = runs
    var stopped: CommandFailure?
    do throws(CommandFailure) { stopped = try body(&session, question).stopped } catch { stopped = error }
    if let problem = runs.problem { throw invocation.failure(problem.message, at: place.span, help: problem.help) }
    if runs.missing == nil, let stopped { throw stopped }
    let made = NumberFormat().count(runs.made)
    return Answer(
      runs.missing.map {
        say("parts made: \(made); the next ones can be made only when all parts of \($0.run.name) are there")
      }
        ?? say("parts made: \(made); all runs are there"))
  }

  // MARK: The answer

  /// Answers with the runs of a folder; what is missing there is made first, where an engine can be asked.
  private func answer(
    from folder: RunFolder, _ invocation: Invocation, _ body: QuestionBody
  ) throws(CommandFailure) -> Answer {
    if folder.contents.engine == .slurm { try refuseInScript(invocation) }
    var (session, question) = try frozen(folder, invocation)
    var failure: CommandFailure?
    var notices: [String] = []
    let runs = QuestionRuns(
      folder,
      .answer { run, paths in
        guard folder.contents.engine == .slurm else { return false }
        do throws(CommandFailure) {
          notices += try waitForSlurm(FinishedParts(of: run, paths: paths), paths, folder, invocation)
          return true
        } catch {
          failure = error
          return false
        }
      })
    session.questionRuns = runs
    do throws(CommandFailure) {
      var answer = try body(&session, question)
      guard runs.missing == nil else { throw failure ?? self.missing(runs, folder, invocation) }
      answer.notices = notices + answer.notices
      return answer
    } catch {
      throw failure ?? (runs.missing == nil ? error : missing(runs, folder, invocation))
    }
  }

  private func missing(_ runs: QuestionRuns, _ folder: RunFolder, _ invocation: Invocation) -> CommandFailure {
    var there = 0
    var lacking: [Int] = []
    if let (run, paths) = runs.missing {
      var parts = FinishedParts(of: run, paths: paths)
      parts.look()
      (there, lacking) = (parts.count, parts.missing)
    }
    let format = NumberFormat()
    return invocation.failure(
      say(
        "parts of \(runs.missing?.run.name ?? folder.name) that are there: \(format.count(there)) of \(format.count(folder.contents.tasks)); missing: \(Slurm.ranges(lacking))"
      ),
      at: invocation.command.words[0].span,
      help: say("in the folder \(folder.name), for each missing number, run: sh \(RunFolder.scriptName) NUMBER"))
  }
}
