import Disk
import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Has Slurm make the shards of a run until all parts are there: what is lost on the way is started again.
struct SlurmRun {
  enum Ending: Equatable {
    case finished
    /// Nobody waits any more; the tasks go on.
    case left
    /// These shards were lost as often as it was tried.
    case failed([Int])
  }

  static let jobsName = "jobs.txt"
  /// How often a shard is started, the first time counted.
  static let mostAttempts = 3
  /// So often a shard has to be found neither waiting nor running nor finished: a part may be seen here later than it was
  /// written there.
  private static let looksUntilLost = 3
  private static let longestPause = 10.0
  /// Seconds in which no task begins, after which it is said why.
  private static let patience = 30.0

  private let folder: RunFolder
  private let slurm: Slurm
  private let watch: WorkWatch
  private let tell: (String) -> Void
  private(set) var parts: FinishedParts
  private(set) var jobs: [String]
  private var attempts: [Int]
  private var looks: [Int]
  /// Shards that were started again.
  private(set) var restarted: [Int] = []

  /// - Parameter parts: of the run that the tasks make, or of the next one that they make for a question.
  init(
    _ folder: RunFolder, _ parts: FinishedParts, _ slurm: Slurm, _ watch: WorkWatch, tell: @escaping (String) -> Void
  ) {
    (self.folder, self.slurm, self.watch, self.tell) = (folder, slurm, watch, tell)
    self.parts = parts
    jobs = Self.jobs(of: folder)
    attempts = Array(repeating: 0, count: folder.contents.tasks + 1)
    looks = attempts
  }

  /// The jobs that were started for a run, by their numbers.
  static func jobs(of folder: RunFolder) -> [String] {
    let bytes = (try? Files.read(folder.path(of: jobsName))) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { $0.allSatisfy(\.isNumber) }
  }

  mutating func wait() throws(Slurm.Refusal) -> Ending {
    var (pause, waited, isTold) = (0.25, 0.0, false)
    while true {
      // Tasks first: one that ends between the two has written its part.
      let tasks = jobs.isEmpty ? [] : try slurm.tasks(of: jobs)
      parts.look()
      watch.progress(parts.worlds)
      let missing = parts.missing
      if missing.isEmpty { return .finished }
      if let tasks {
        let lost = lost(among: missing, tasks)
        let hopeless = lost.filter { attempts[$0] >= Self.mostAttempts }
        if !hopeless.isEmpty { return .failed(hopeless) }
        if !lost.isEmpty {
          try start(lost)
          (pause, waited) = (0.25, 0)
        }
        if !isTold, waited > Self.patience, parts.count == 0, !tasks.isEmpty, !tasks.contains(where: \.isRunning) {
          isTold = true
          hint(say("no task has begun yet: \(tasks[0].reason)"))
        }
      }
      guard sleep(pause) else { return .left }
      waited += pause
      pause = min(pause * 1.5, Self.longestPause)
    }
  }

  /// Says it at once to who sits at a terminal, for whom it is meant; to others with the answer.
  private func hint(_ text: String) {
    guard let show = watch.showFirst else { return tell(text) }
    show([text])
  }

  /// The shards to be started: those that nobody works on any more. At first each that no job of ours has.
  private mutating func lost(among missing: [Int], _ tasks: [Slurm.Task]) -> [Int] {
    let alive = Set(tasks.map(\.shard))
    for shard in missing { looks[shard] = alive.contains(shard) ? 0 : looks[shard] + 1 }
    return missing.filter { looks[$0] >= (attempts[$0] == 0 ? 1 : Self.looksUntilLost) }
  }

  private mutating func start(_ shards: [Int]) throws(Slurm.Refusal) {
    jobs.append(try slurm.submit(shards, of: folder))
    for shard in shards {
      if attempts[shard] > 0 { restarted.append(shard) }
      attempts[shard] += 1
      looks[shard] = 0
    }
    // Without it a later session would start anew what still runs: that costs time, no result.
    try? Files.write(jobs.joined(separator: "\n") + "\n", to: folder.path(of: Self.jobsName), over: .anything)
  }

  /// False when somebody wants an end.
  private func sleep(_ seconds: Double) -> Bool {
    var left = seconds
    while left > 0 {
      if watch.shouldStop() { return false }
      usleep(50_000)
      left -= 0.05
    }
    return !watch.shouldStop()
  }
}
