import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How to run a program.
package struct RunOptions {
  package var paths = 10_000
  package var threads = 0
  /// Paths of a block; a multiple of 32. It changes speed, never results.
  package var blockSize = 128
  /// Asked between blocks; true ends the run without a result.
  package var shouldStop: @Sendable () -> Bool = { false }
  /// Told, on the calling thread, how many paths are done.
  package var progress: (Int) -> Void = { _ in }

  package init() {}
}

extension Program {
  /// Runs paths 0 ..< `options.paths`.
  ///
  /// Workers take whole blocks and fill their own rows, so the result is the same for any number of threads.
  /// - Returns: nil when the run was stopped.
  package func run(_ options: RunOptions) -> Outcome? {
    let paths = max(1, options.paths)
    let lanes = max(32, options.blockSize / 32 * 32)
    let blocks = (paths + lanes - 1) / lanes
    let work = SharedWork(
      monthly: Columns(count: Metric.allCases.count * months, paths: paths),
      ends: Columns(count: End.allCases.count, paths: paths))
    let workers = min(blocks, options.threads > 0 ? options.threads : Self.processors)
    let stop = options.shouldStop

    let group = DispatchGroup()
    for _ in 0..<workers {
      DispatchQueue.global(qos: .userInitiated).async(group: group) {
        let kernel = Kernel(self, mode: .worlds, lanes: lanes)
        while let block = work.next(below: blocks), !stop() {
          kernel.run(firstPath: block * lanes)
          let kept = min(lanes, paths - block * lanes)
          kernel.store(in: work.monthly, work.ends, first: block * lanes, count: kept)
          work.finished(kept)
        }
      }
    }
    while group.wait(timeout: .now() + .milliseconds(50)) == .timedOut { options.progress(work.done) }
    guard work.done == paths else { return nil }
    return Outcome(paths: paths, months: months, monthly: work.monthly, ends: work.ends)
  }

  /// The memory, in bytes, that the outcome of so many paths takes.
  package func bytesOfOutcome(paths: Int) -> Int {
    paths * (Metric.allCases.count * months + End.allCases.count) * MemoryLayout<Double>.stride
  }

  private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The one path beside the worlds (model section 14).
  package func plan() -> Outcome {
    let kernel = Kernel(self, mode: .plan, lanes: 1)
    let monthly = Columns(count: Metric.allCases.count * months, paths: 1)
    let ends = Columns(count: End.allCases.count, paths: 1)
    kernel.run(firstPath: 0)
    kernel.store(in: monthly, ends, first: 0, count: 1)
    return Outcome(paths: 1, months: months, monthly: monthly, ends: ends)
  }
}

/// What the workers of one run share.
private final class SharedWork: Sendable {
  let monthly: Columns
  let ends: Columns
  private let nextBlock = Atomic<Int>(0)
  private let finishedPaths = Atomic<Int>(0)

  init(monthly: Columns, ends: Columns) {
    self.monthly = monthly
    self.ends = ends
  }

  func next(below count: Int) -> Int? {
    let block = nextBlock.add(1, ordering: .relaxed).oldValue
    return block < count ? block : nil
  }

  func finished(_ paths: Int) { finishedPaths.add(paths, ordering: .releasing) }

  var done: Int { finishedPaths.load(ordering: .acquiring) }
}

extension Kernel {
  /// Copies the figures of the block's first paths into the columns of the run.
  func store(in monthly: Columns, _ ends: Columns, first: Int, count: Int) {
    for metric in Metric.allCases {
      for month in 0..<program.months {
        monthly.store(
          ledger.row(metric, month), lanes: count, column: metric.rawValue * program.months + month, first: first)
      }
    }
    ends.store(books.ruinDay, lanes: count, column: End.ruinDay.rawValue, first: first)
    ends.store(books.ruinCause, lanes: count, column: End.ruinCause.rawValue, first: first)
  }
}
