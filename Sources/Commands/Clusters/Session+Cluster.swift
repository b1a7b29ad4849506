import Analysis
import Disk
import Language
import Reports
import Scenarios
import Simulation
import Statistics

/// What `--on` asks for.
struct ClusterRequest {
  let engine: RunFolder.Engine
  let tasks: Int
  let with: [String]
  /// The folder to make, as named; nil: by the run.
  let folder: Word?
  let threads: Int?
  /// Worlds of a run.
  let paths: Int

  /// A task for each million worlds, and enough of them that losing one is no great loss.
  private static func usualTasks(_ paths: Int) -> Int { min(paths, max(16, min(1000, paths / 1_000_000))) }

  /// Nil where nothing of it is asked for.
  init?(_ invocation: Invocation, of request: RunRequest) throws(CommandFailure) {
    if invocation.has("on"), let goal = request.goal {
      throw invocation.failure(
        say("a run on a cluster needs a fixed number of worlds"), at: goal.span, help: say("write: run 10M --on slurm"))
    }
    try self.init(invocation, of: request.scenario, paths: request.options.paths, example: "run 10M")
  }

  /// - Parameter example: a command that may well be made on a cluster.
  init?(
    _ invocation: Invocation, of scenario: Scenario, paths: Int, example: String
  ) throws(CommandFailure) {
    guard let word = invocation.value("on") else {
      for option in ["tasks", "with", "folder"] where invocation.has(option) {
        throw invocation.failure(
          say("--\(option) is for a run on a cluster"), at: invocation.value(option)?.span ?? invocation.command.span,
          help: say("write: \(example) --on slurm, or remove --\(option)"))
      }
      return nil
    }
    guard let engine = RunFolder.Engine(rawValue: word.text.lowercased()) else {
      throw invocation.failure(
        say("no such kind of cluster: \(word.text)"), at: word.span,
        help: say("write \"slurm\"; for any other cluster, write \"files\", which makes a folder but starts nothing"))
    }
    for option in ["shard", "plan", "partial"] where invocation.has(option) {
      throw invocation.failure(
        say("--on cannot be combined with --\(option)"), at: word.span, help: say("remove --\(option) or --on"))
    }
    guard !Fingerprint.restsOnFiles(scenario) else {
      throw invocation.failure(
        say("some numbers of this scenario come from files, which other machines may not have"), at: word.span,
        help: say("run each part with --shard on a machine that has the files"))
    }
    self.paths = paths
    if let count = invocation.value("tasks") {
      tasks = try invocation.wholeNumber(count, in: 1...min(paths, Shard.most), say("tasks"))
    } else {
      tasks = Self.usualTasks(paths)
    }
    threads = try RunRequest.threads(invocation)
    if let with = invocation.value("with"), engine == .files {
      throw invocation.failure(
        say("--with is only for Slurm"), at: with.span, help: say("remove it, or write --on slurm"))
    }
    let cores = threads.map { ["--cpus-per-task=\($0)"] } ?? []
    self.with =
      engine == .files ? [] : cores + (invocation.value("with")?.text.split(separator: " ").map(String.init) ?? [])
    self.engine = engine
    folder = invocation.value("folder")
  }
}

extension RunRequest {
  /// The words behind `run` that ask for it anew, where the same scenario and strategies are loaded.
  func words(_ invocation: Invocation) -> [String] {
    var words = [String(options.paths), "--strategy", strategy, "--seed", String(seed)]
    if options.sampling != .random { words += ["--sampling", options.sampling.rawValue] }
    if let months = invocation.value("months") { words += ["--months", months.text] }
    for change in invocation.values("set") { words += ["--set", change.text] }
    return words
  }

  var fingerprint: String {
    Fingerprint.text(
      of: scenario.normalized, strategy: strategy, seed: seed, paths: options.paths, sampling: options.sampling)
  }
}

extension Session {
  // MARK: Making the folder

  /// Makes the folder, and has the shards made where an engine was named that can be asked.
  mutating func run(
    _ request: RunRequest, on cluster: ClusterRequest, as name: Word?, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    if cluster.engine == .slurm { try refuseInScript(invocation) }
    let folder = try write(request, cluster, invocation)
    guard cluster.engine == .slurm else {
      var answer = Answer(
        say(
          "Folder \(folder.name) is ready: \(NumberFormat().count(cluster.tasks)) parts. To run the first part, type in that folder: sh \(RunFolder.scriptName) 1"
        ))
      answer.next = Next([NextStep("merge", Journal.quoted(folder.name), to: say("once all parts are there"))])
      return answer
    }
    return try finish(folder, request, as: name, invocation)
  }

  private func write(
    _ request: RunRequest, _ cluster: ClusterRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> RunFolder {
    let fingerprint = request.fingerprint
    let words = request.words(invocation)
    let script = TaskScript(
      tasks: cluster.tasks, task: .run(words), threads: cluster.threads, program: surroundings.program)
    let folder = try write(
      yaml: scenario.yaml(strategies: strategies), script, cluster, fingerprint: fingerprint,
      command: (["run"] + words.map(Journal.quoted)).joined(separator: " "),
      named: cluster.folder?.text ?? "run-\(fingerprint.prefix(8))", invocation)
    try checkFrozen(folder, invocation)
    return folder
  }

  /// Writes the files of a folder that is not there yet.
  func write(
    yaml: String, _ script: TaskScript, _ cluster: ClusterRequest, fingerprint: String, command: String,
    named name: String, _ invocation: Invocation
  ) throws(CommandFailure) -> RunFolder {
    let span = cluster.folder?.span ?? invocation.command.words[0].span
    let path = Files.absolute(resolve(name))
    guard !Files.exists(path) else {
      throw invocation.failure(
        say("\(name) exists"), at: span,
        help: RunFolder.isOne(path)
          ? say(
            "to continue it, write: \(invocation.spec.verb) --resume \(Journal.quoted(name)); to name another folder, add --folder"
          )
          : say("name another folder with --folder"))
    }
    let folder = RunFolder(
      path: path, name: name,
      .init(
        fingerprint: fingerprint, tasks: cluster.tasks, engine: cluster.engine, with: cluster.with, command: command))
    do throws(Files.Problem) {
      try Files.makeDirectory(folder.path(of: RunFolder.logName))
      try Files.write(yaml, to: folder.path(of: RunFolder.scenarioName), over: .nothing)
      try Files.write(
        Array(script.text.utf8), to: folder.path(of: RunFolder.scriptName), over: .nothing, mode: 0o777)
      // Last: with it the folder holds a run.
      try Files.write(folder.text, to: folder.path(of: RunFolder.textName), over: .nothing)
    } catch {
      throw invocation.failure(say("cannot write \(name): \(error.message)"), at: span, help: error.help)
    }
    return folder
  }

  /// What was frozen must be what was asked for, before machines work on it for days.
  private func checkFrozen(_ folder: RunFolder, _ invocation: Invocation) throws(CommandFailure) {
    var other = Session(surroundings: surroundings)
    _ = try other.load(folder.path(of: RunFolder.scenarioName))
    _ = try other.request(of: folder, invocation.command.words[0], invocation)
  }

  // MARK: Going on with it

  /// The folder that a word names.
  func runFolder(_ word: Word, _ invocation: Invocation) throws(CommandFailure) -> RunFolder {
    let path = Files.absolute(resolve(word.text))
    guard let bytes = try? Files.read(path + "/" + RunFolder.textName),
      let folder = RunFolder(path: path, name: word.text, text: String(decoding: bytes, as: UTF8.self))
    else {
      throw invocation.failure(
        say("\(word.text) contains no run made by this version of dropcast"), at: word.span,
        help: say("to make a folder with a run, write: run 10M --on slurm"))
    }
    return folder
  }

  /// What the folder's text asks of the scenario on the desk, which must be the frozen one.
  private func request(
    of folder: RunFolder, _ word: Word, _ invocation: Invocation
  ) throws(CommandFailure) -> RunRequest {
    let source = Source(name: folder.name + "/" + RunFolder.textName, text: folder.contents.command)
    do throws(CommandFailure) {
      var frozen = try self.invocation(folder.contents.command, CommandSpec.run, source, invocation)
      let request = try RunRequest(&frozen, self)
      if request.fingerprint == folder.contents.fingerprint { return request }
    } catch {}
    throw invocation.failure(
      say("\(folder.name) contains a run of another scenario"), at: word.span,
      help: say("write: load \(Journal.quoted(folder.name + "/" + RunFolder.scenarioName))"))
  }

  func invocation(
    _ line: String, _ spec: CommandSpec, _ source: Source, _ outer: Invocation
  ) throws(CommandFailure) -> Invocation {
    guard let command = (try? CommandLine(parsing: Fragment(line)))?.commands.first else {
      throw outer.failure(say("this cannot be read: \(line)"), at: outer.command.span)
    }
    return try Invocation(command, spec, in: source)
  }

  /// `run --resume FOLDER`
  mutating func resume(_ word: Word, as name: Word?, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    for option in invocation.spec.options.map(\.name)
    where !["resume", "json", "to", "force", "all"].contains(option) && invocation.has(option) {
      throw invocation.failure(
        say("--resume cannot be combined with --\(option)"), at: word.span,
        help: say("the folder already says what to run: remove --\(option)"))
    }
    if let extra = invocation.operands.first {
      throw invocation.failure(
        say("with --resume, neither a number of worlds nor a strategy can be given"), at: extra.span,
        help: say("the folder already says what to run"))
    }
    let folder = try runFolder(word, invocation)
    let request = try request(of: folder, word, invocation)
    guard folder.contents.engine == .files else {
      try refuseInScript(invocation)
      return try finish(folder, request, as: name, invocation)
    }
    var parts = FinishedParts(of: folder, paths: request.options.paths)
    parts.look()
    guard parts.missing.isEmpty else {
      throw invocation.failure(
        say(
          "parts that are there: \(NumberFormat().count(parts.count)) of \(NumberFormat().count(folder.contents.tasks)); missing: \(Slurm.ranges(parts.missing))"
        ),
        at: word.span,
        help: say("in the folder \(folder.name), for each missing number, run: sh \(RunFolder.scriptName) NUMBER"))
    }
    return try merge(folder, as: name, invocation)
  }

  /// Scripts come from strangers, too, and options of sbatch can name any file.
  func refuseInScript(_ invocation: Invocation) throws(CommandFailure) {
    guard !nesting.scripts.isEmpty else { return }
    throw invocation.failure(
      say("a script cannot start a run on a cluster"), at: invocation.command.words[0].span,
      help: say("start it yourself: dropcast \(invocation.spec.verb) FILE.yaml … --on slurm"))
  }

  /// Has Slurm make what is missing, and merges.
  private mutating func finish(
    _ folder: RunFolder, _ request: RunRequest, as name: Word?, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    let paths = request.options.paths
    let notices = try waitForSlurm(FinishedParts(of: folder, paths: paths), paths, folder, invocation)
    var answer = try merge(folder, as: name, invocation)
    answer.notices = notices + answer.notices
    return answer
  }

  /// Has Slurm make parts until all are there.
  /// - Returns: what to know of it.
  func waitForSlurm(
    _ parts: FinishedParts, _ paths: Int, _ folder: RunFolder, _ invocation: Invocation
  ) throws(CommandFailure) -> [String] {
    var notices: [String] = []
    let tasks = NumberFormat().count(folder.contents.tasks)
    let watch = beginWork(say("\(tasks) Slurm tasks in \(parts.name)"), paths)
    var run = SlurmRun(folder, parts, Slurm(call: surroundings.call), watch, tell: { notices.append($0) })
    let ending: SlurmRun.Ending
    do throws(Slurm.Refusal) {
      defer { watch.end() }
      ending = try run.wait()
    } catch {
      throw invocation.failure(
        say("Slurm refuses: \(error.message)"), at: invocation.command.words[0].span,
        help: error.isMissing
          ? say("without Slurm, use --on files; see the manual's page on many machines")
          : say("once this is solved, write: \(invocation.spec.verb) --resume \(Journal.quoted(folder.name))"))
    }
    let jobs = run.jobs.joined(separator: " ")
    switch ending {
    case .finished: break
    case .left:
      throw invocation.failure(
        say("\(tasks) tasks keep running without you, as Slurm job \(jobs)") + "\n"
          + say(
            "to wait for them: \(invocation.spec.verb) --resume \(Journal.quoted(folder.name)); to end them: scancel \(jobs)"
          ),
        at: invocation.command.words[0].span, reason: .interrupted)
    case .failed(let shards):
      throw invocation.failure(
        say("these parts failed \(SlurmRun.mostAttempts) times each: \(Slurm.ranges(shards))"),
        at: invocation.command.words[0].span,
        help: say(
          "\(folder.name)/\(RunFolder.logName) contains their messages; after reading them, write: \(invocation.spec.verb) --resume \(Journal.quoted(folder.name))"
        ))
    }
    if !run.restarted.isEmpty {
      notices.append(say("parts that failed and were started again: \(Slurm.ranges(run.restarted))"))
    }
    return notices
  }

  /// The run whose parts a folder holds.
  private mutating func merge(_ folder: RunFolder, as name: Word?, _ invocation: Invocation) throws(CommandFailure)
    -> Answer
  {
    let clock = ContinuousClock()
    let begin = clock.now
    let record = try merged(try mergeInvocation(of: folder, invocation))
    return answer(
      keeping: record, as: name?.text, showsTables: invocation.has("all"), seconds: (clock.now - begin) / .seconds(1))
  }

  /// `merge` of the parts in a folder, with what the run has changed in the scenario.
  func mergeInvocation(of folder: RunFolder, _ invocation: Invocation) throws(CommandFailure) -> Invocation {
    let verb = folder.contents.command.prefix { $0 != " " }
    guard verb == CommandSpec.run.verb else {
      throw invocation.failure(
        say("\(folder.name) contains the runs for a question: \(folder.contents.command)"),
        at: invocation.command.words[0].span,
        help: say("write: \(String(verb)) --resume \(Journal.quoted(folder.name))"))
    }
    let source = Source(name: folder.name + "/" + RunFolder.textName, text: folder.contents.command)
    let run = try self.invocation(folder.contents.command, CommandSpec.run, source, invocation)
    var words = ["merge", folder.path(of: "part-*" + RunPart.suffix)]
    if let months = run.value("months") { words += ["--months", months.text] }
    for change in run.values("set") { words += ["--set", change.text] }
    let line = words.map(Journal.quoted).joined(separator: " ")
    return try self.invocation(line, CommandSpec.merge, Source(name: source.name, text: line), invocation)
  }

  /// Where nothing is loaded, the frozen scenario of the run that a command names is.
  mutating func loadFrozen(for invocation: Invocation) throws(CommandFailure) {
    guard !isLoaded, let folder = invocation.runFolder else { return }
    guard RunFolder.isOne(resolve(folder.text)) else { return }
    _ = try load(folder.text + "/" + RunFolder.scenarioName)
  }
}

extension Invocation {
  /// The folder that `--resume FOLDER`, a task of a question, and `merge FOLDER` name; nil in every other command.
  fileprivate var runFolder: Word? {
    spec.verb == "merge" ? operands.first : value("resume") ?? (has("shard") ? value("folder") : nil)
  }
}
