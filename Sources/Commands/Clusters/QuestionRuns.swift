import Disk
import Language
import Scenarios
import Simulation

/// The large runs of a question, which a folder holds run by run and shard by shard.
///
/// The question is performed everywhere in the same way, so it comes everywhere to the same runs in the same order, and the
/// number of a run is its name: what has been made of it lies in the folder's `run-7`. A task takes the runs that are whole
/// from there, makes its shard of the first that is not, and ends. Whoever asked does the same, but has that run made and
/// waits for it. So the answer rests on the same outcomes as without a cluster, and has the same bytes.
final class QuestionRuns {
  /// What is done about a run that is not whole yet.
  enum Role {
    /// Make this shard of it.
    case shard(Shard)
    /// Have all shards made; false where that fails, or where nobody waits any more.
    case answer(_ make: (_ run: RunFolder, _ paths: Int) -> Bool)
  }

  /// Smaller runs are made by everybody: to have them made costs more. Every shard has at least one world.
  static let leastWorlds = Shard.most
  private static let wholeName = "whole" + RunPart.suffix

  private let folder: RunFolder
  private let role: Role
  private var number = 0
  /// Shards that this task has made.
  private(set) var made = 0
  /// The first run that is not whole.
  private(set) var missing: (run: RunFolder, paths: Int)?
  private(set) var problem: Files.Problem?

  init(_ folder: RunFolder, _ role: Role) { (self.folder, self.role) = (folder, role) }

  /// The outcome of the next run; nil where it is not there and nobody waits for it, or where the work was stopped.
  func outcome(of program: Program, _ options: RunOptions) throws(MemoryRefusal) -> Outcome? {
    guard missing == nil, problem == nil else { return nil }
    guard options.paths >= Self.leastWorlds else { return try program.run(options) }
    number += 1
    let run = run(number)
    if let outcome = try whole(run, program, options) { return outcome }
    if case .shard(let shard) = role, try !make(shard, of: run, program, options) { return nil }
    if let outcome = try joined(run, program, options) { return outcome }
    if case .answer(let make) = role, make(run, options.paths), let outcome = try joined(run, program, options) {
      return outcome
    }
    missing = (run, options.paths)
    return nil
  }

  /// Makes this task's shard of a run that comes soon, whatever the outcomes of those before it.
  /// - Parameter next: 1 for the very next one.
  /// - Returns: false where nothing more is to be made ahead.
  func prepare(_ program: Program, _ options: RunOptions, next: Int) throws(MemoryRefusal) -> Bool {
    guard case .shard(let shard) = role, missing == nil, problem == nil, options.paths >= Self.leastWorlds else {
      return false
    }
    let run = run(number + next)
    if Files.exists(run.path(of: Self.wholeName)) { return true }
    return try make(shard, of: run, program, options)
  }

  private func run(_ number: Int) -> RunFolder {
    var contents = folder.contents
    contents.fingerprint = Fingerprint.sha256(Array("\(folder.contents.fingerprint) \(number)".utf8))
    return RunFolder(path: folder.path(of: "run-\(number)"), name: "run-\(number)", contents)
  }

  private func header(_ run: RunFolder, _ shard: Shard, _ program: Program, _ options: RunOptions) -> RunPart.Header {
    RunPart.Header(
      fingerprint: run.contents.fingerprint, strategy: Strategy.base, seed: program.seed, paths: options.paths,
      sampling: options.sampling, keepsWorlds: options.keeping != .tallies, shard: shard)
  }

  // MARK: Making a shard

  /// - Returns: false where the work was stopped, or the part could not be written.
  private func make(
    _ shard: Shard, of run: RunFolder, _ program: Program, _ options: RunOptions
  ) throws(MemoryRefusal) -> Bool {
    let header = header(run, shard, program, options)
    let path = run.path(of: RunFolder.partName(shard.number))
    if part(at: path, header) != nil { return true }
    var mine = options
    let worlds = shard.worlds(of: options.paths)
    (mine.firstPath, mine.paths, mine.worlds) = (worlds.lowerBound, worlds.count, options.worlds ?? options.paths)
    guard let outcome = try program.run(mine) else { return false }
    do throws(Files.Problem) {
      try Files.makeDirectory(run.path)
      try Files.write(RunPart.bytes(header, outcome), to: path, over: .anything)
    } catch {
      problem = error
      return false
    }
    made += 1
    return true
  }

  // MARK: Joining them

  private func whole(_ run: RunFolder, _ program: Program, _ options: RunOptions) throws(MemoryRefusal) -> Outcome? {
    try outcome(run, [Shard(1, of: 1)], program, options) { _ in Self.wholeName }
  }

  /// Nil while shards are missing. What was joined is kept as one part, which every task reads from then on.
  private func joined(_ run: RunFolder, _ program: Program, _ options: RunOptions) throws(MemoryRefusal) -> Outcome? {
    guard run.shards.allSatisfy({ Files.exists(run.path(of: RunFolder.partName($0.number))) }),
      let outcome = try outcome(run, run.shards, program, options, name: { RunFolder.partName($0.number) })
    else { return nil }
    let header = header(run, Shard(1, of: 1), program, options)
    // Who cannot write it has lost time, no result.
    try? Files.write(RunPart.bytes(header, outcome), to: run.path(of: Self.wholeName), over: .anything)
    return outcome
  }

  private func outcome(
    _ run: RunFolder, _ shards: [Shard], _ program: Program, _ options: RunOptions, name: (Shard) -> String
  ) throws(MemoryRefusal) -> Outcome? {
    var assembly: Assembly?
    for shard in shards {
      let header = header(run, shard, program, options)
      guard let part = part(at: run.path(of: name(shard)), header) else { return nil }
      var figures = part.figures
      if assembly == nil { assembly = try Assembly(program, options.keeping, paths: options.paths) }
      guard assembly?.add(&figures, worlds: shard.worlds(of: options.paths)) == true else { return nil }
    }
    return assembly?.outcome
  }

  private func part(at path: String, _ header: RunPart.Header) -> RunPart? {
    guard let bytes = try? Files.read(path, atMost: RunPart.mostBytes), let part = try? RunPart(bytes) else {
      return nil
    }
    return part.header == header ? part : nil
  }
}
