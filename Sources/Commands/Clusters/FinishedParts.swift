import Simulation

/// The shards of a run whose parts are there and whole. Only these tell what is done: a task that was killed may end as a
/// success, and one that is lost may have written its part.
struct FinishedParts {
  private let folder: RunFolder
  private let paths: Int
  private var isFinished: [Bool]

  init(of folder: RunFolder, paths: Int) {
    self.folder = folder
    self.paths = paths
    isFinished = Array(repeating: false, count: folder.contents.tasks)
  }

  /// Looks at the parts that have come since, each until it was found whole once.
  mutating func look() {
    let there = Set(Files.names(in: folder.path))
    for place in isFinished.indices where !isFinished[place] && there.contains(RunFolder.partName(place + 1)) {
      isFinished[place] = isWhole(place + 1)
    }
  }

  private func isWhole(_ shard: Int) -> Bool {
    guard let bytes = try? Files.read(folder.path(of: RunFolder.partName(shard)), atMost: RunPart.mostBytes),
      let part = try? RunPart(bytes)
    else { return false }
    return part.header.fingerprint == folder.contents.fingerprint
      && part.header.shard == Shard(shard, of: folder.contents.tasks)
  }

  /// Of the run.
  var name: String { folder.name }

  /// Numbers of shards.
  var missing: [Int] { isFinished.indices.filter { !isFinished[$0] }.map { $0 + 1 } }

  var count: Int { isFinished.count { $0 } }

  /// The worlds in them.
  var worlds: Int {
    isFinished.indices.reduce(0) { sum, place in
      isFinished[place] ? sum + Shard(place + 1, of: isFinished.count).worlds(of: paths).count : sum
    }
  }
}
