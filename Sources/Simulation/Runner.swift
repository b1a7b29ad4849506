import Dispatch
package import Statistics
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
  /// The first path; a run may be made in batches, whose worlds are those of one run (under random sampling: the other
  /// kinds depend on the size of the run).
  package var firstPath = 0
  package var threads = 0
  /// Paths of a block; a multiple of 32. It changes speed, never results.
  package var blockSize = 128
  /// How uncertain parameters are drawn.
  package var sampling = ParameterSampling.random
  /// Asked between blocks; true ends the run without a result.
  package var shouldStop: @Sendable () -> Bool = { false }
  /// Told, on the calling thread, how many paths are done.
  package var progress: (Int) -> Void = { _ in }

  package init() {}
}

extension Program {
  /// Runs `options.paths` paths from `options.firstPath` on.
  ///
  /// Workers take whole blocks and fill their own rows, so the result is the same for any number of threads.
  /// - Returns: nil when the run was stopped.
  package func run(_ options: RunOptions) -> Outcome? {
    let batch = Batch(options)
    let work = SharedWork(
      monthly: Columns(count: Metric.allCases.count * months, paths: batch.paths.count),
      ends: Columns(count: End.allCases.count, paths: batch.paths.count),
      drawn: Columns(count: uncertain.count, paths: batch.paths.count))
    let workers = min(batch.blocks, options.threads > 0 ? options.threads : Self.processors)
    let stop = options.shouldStop
    let draws = WorldDraws(self, sampling: options.sampling, paths: batch.paths.upperBound)

    let group = DispatchGroup()
    for _ in 0..<workers {
      DispatchQueue.global(qos: .userInitiated).async(group: group) {
        let kernel = Kernel(self, draws: draws, lanes: batch.lanes)
        while let block = work.next(below: batch.blocks), !stop() {
          kernel.run(firstPath: batch.firstPath(ofBlock: block))
          work.store(kernel, batch.part(ofBlock: block))
        }
      }
    }
    while group.wait(timeout: .now() + .milliseconds(50)) == .timedOut { options.progress(work.done) }
    guard work.done == batch.paths.count else { return nil }
    return Outcome(
      paths: batch.paths.count, months: months, monthly: work.monthly, ends: work.ends, drawn: work.drawn)
  }

  /// The memory, in bytes, that the outcome of so many paths takes.
  package func bytesOfOutcome(paths: Int) -> Int {
    paths * (Metric.allCases.count * months + End.allCases.count + uncertain.count) * MemoryLayout<Double>.stride
  }

  private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The one path beside the worlds (model section 14).
  package func plan() -> Outcome {
    let kernel = Kernel(self, draws: nil, lanes: 1)
    let monthly = Columns(count: Metric.allCases.count * months, paths: 1)
    let ends = Columns(count: End.allCases.count, paths: 1)
    kernel.run(firstPath: 0)
    kernel.store(in: monthly, ends, Batch.Part(lane: 0, row: 0, count: 1))
    return Outcome(paths: 1, months: months, monthly: monthly, ends: ends, drawn: Columns(count: 0, paths: 1))
  }
}

/// The paths of a run, cut into blocks. Blocks begin at multiples of 32, as streams demand; the paths need not.
private struct Batch {
  /// The paths of one block that belong to the run.
  struct Part {
    /// The first of them within the block.
    let lane: Int
    /// Where it stands in the columns of the outcome.
    let row: Int
    let count: Int
  }

  let paths: Range<Int>
  let lanes: Int
  private let start: Int

  init(_ options: RunOptions) {
    let first = max(0, options.firstPath)
    paths = first..<(first + max(1, options.paths))
    lanes = max(32, options.blockSize / 32 * 32)
    start = first / lanes * lanes
  }

  var blocks: Int { (paths.upperBound - start + lanes - 1) / lanes }

  func firstPath(ofBlock block: Int) -> Int { start + block * lanes }

  func part(ofBlock block: Int) -> Part {
    let begin = firstPath(ofBlock: block)
    let kept = paths.clamped(to: begin..<(begin + lanes))
    return Part(lane: kept.lowerBound - begin, row: kept.lowerBound - paths.lowerBound, count: kept.count)
  }
}

/// What the workers of one run share.
private final class SharedWork: Sendable {
  let monthly: Columns
  let ends: Columns
  let drawn: Columns
  private let nextBlock = Atomic<Int>(0)
  private let finishedPaths = Atomic<Int>(0)

  init(monthly: Columns, ends: Columns, drawn: Columns) {
    self.monthly = monthly
    self.ends = ends
    self.drawn = drawn
  }

  func next(below count: Int) -> Int? {
    let block = nextBlock.add(1, ordering: .relaxed).oldValue
    return block < count ? block : nil
  }

  /// Takes the figures of a block that a worker has run.
  func store(_ kernel: Kernel, _ part: Batch.Part) {
    kernel.store(in: monthly, ends, part)
    kernel.storeDrawn(in: drawn, part)
    finishedPaths.add(part.count, ordering: .releasing)
  }

  var done: Int { finishedPaths.load(ordering: .acquiring) }
}

extension Kernel {
  /// Copies the figures of some of the block's paths into the columns of the run.
  fileprivate func store(in monthly: Columns, _ ends: Columns, _ part: Batch.Part) {
    for metric in Metric.allCases {
      for month in 0..<program.months {
        monthly.store(
          ledger.row(metric, month) + part.lane, lanes: part.count, column: metric.rawValue * program.months + month,
          first: part.row)
      }
    }
    ends.store(books.ruinDay + part.lane, lanes: part.count, column: End.ruinDay.rawValue, first: part.row)
    ends.store(books.leftover + part.lane, lanes: part.count, column: End.leftover.rawValue, first: part.row)
    ends.store(books.ruinCause + part.lane, lanes: part.count, column: End.ruinCause.rawValue, first: part.row)
    ends.store(books.quitDay + part.lane, lanes: part.count, column: End.quitDay.rawValue, first: part.row)
  }

  /// Copies what the worlds of these paths drew.
  fileprivate func storeDrawn(in columns: Columns, _ part: Batch.Part) {
    for index in program.uncertain.indices {
      columns.store(drawn + index * lanes + part.lane, lanes: part.count, column: index, first: part.row)
    }
  }
}
