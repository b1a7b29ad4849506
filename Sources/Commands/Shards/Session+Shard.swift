import Analysis
import Language
import Reports
import Simulation

extension Session {
  /// Runs one shard and answers with its part, which goes to the file that `--to` names.
  func run(_ shard: Shard, _ request: RunRequest, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    try checkTarget(shard, invocation)
    let scenario = request.scenario.normalized
    let program = Program(scenario, seed: request.seed)
    let (paths, worlds) = (request.options.paths, shard.worlds(of: request.options.paths))
    var options = request.options
    (options.firstPath, options.paths, options.worlds) = (worlds.lowerBound, worlds.count, paths)
    // What the whole run would keep: its size decides, not that of the shard.
    options.keeping = program.keeping(ofPaths: paths, within: surroundings.worldBudget)
    if options.keeping == .worlds { try checkMemory(for: program, worlds.count, invocation) }
    let watch = beginWork(
      say("running \(NumberFormat().count(worlds.count)) worlds, shard \(shard)"), worlds.count)
    defer { watch.end() }
    (options.shouldStop, options.progress) = (watch.shouldStop, watch.progress)
    let finished: Outcome?
    do throws(MemoryRefusal) {
      finished = try program.run(options)
    } catch { throw invocation.failure(error, surroundings.memory()) }
    guard let outcome = finished else { throw invocation.nothingFinished }
    let fingerprint = Fingerprint.text(
      of: scenario, strategy: request.strategy, seed: request.seed, paths: paths, sampling: options.sampling)
    let header = RunPart.Header(
      fingerprint: fingerprint, strategy: request.strategy, seed: request.seed, paths: paths,
      sampling: options.sampling, keepsWorlds: options.keeping == .worlds, shard: shard)
    var answer = Answer()
    answer.part = { RunPart.bytes(header, outcome) }
    return answer
  }

  /// A shard of a long run should not find out at its end that it has nowhere to go.
  private func checkTarget(_ shard: Shard, _ invocation: Invocation) throws(CommandFailure) {
    let example = "--to part-\(shard.number)\(RunPart.suffix)"
    guard let target = invocation.value("to") else {
      throw invocation.failure(
        say("a shard alone gives no answer"), at: invocation.value("shard")?.span ?? invocation.command.span,
        help: say("to merge it later, write it to a file: \(example)"))
    }
    guard target.text.lowercased().hasSuffix(RunPart.suffix) else {
      throw invocation.failure(
        say("the file name of a shard must end in .dropcast-part"), at: target.span, help: say("write: \(example)"))
    }
    guard invocation.has("force") || !Files.exists(resolve(target.text)) else {
      throw invocation.failure(
        say("cannot write \(target.text): \(target.text) exists"), at: target.span,
        help: say("add --force to overwrite it"))
    }
  }
}

extension RunRequest {
  /// What `--shard` asks for; nil without it.
  static func shard(_ invocation: Invocation, of paths: Int) throws(CommandFailure) -> Shard? {
    guard let word = invocation.value("shard") else { return nil }
    guard let shard = Shard(word.text) else {
      throw invocation.failure(
        say("which shard of how many?"), at: word.span, help: say("for the third of sixteen, write: --shard 3/16"))
    }
    guard shard.count <= paths else {
      throw invocation.failure(
        say("there are more shards than worlds"), at: word.span,
        help: say("use at most \(NumberFormat().count(paths)) shards"))
    }
    for option in ["plan", "partial", "json"] where invocation.has(option) {
      throw invocation.failure(
        say("--\(option) cannot be used together with --shard"), at: word.span,
        help: say("remove --\(option) or --shard"))
    }
    return shard
  }
}
