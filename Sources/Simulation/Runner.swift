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
  /// The first path; a run may be made in batches, whose worlds are those of one run. Under other sampling than random
  /// they are so where ``worlds`` says how large that is.
  package var firstPath = 0
  /// The size of the run that these paths are a piece of; nil: they end it.
  package var worlds: Int?
  package var threads = 0
  /// Paths of a block; a multiple of 32. It changes speed, never results.
  package var blockSize = 128
  /// How uncertain parameters are drawn.
  package var sampling = ParameterSampling.random
  package var keeping = Keeping.everything
  /// Does a run that is stopped end with the worlds that are finished, rather than without a result?
  package var keepsFinished = false
  /// Asked between blocks; true ends the run.
  package var shouldStop: @Sendable () -> Bool = { false }
  /// Told, on the calling thread, how many paths are done.
  package var progress: (Int) -> Void = { _ in }

  package init() {}
}

extension Program {
  /// Runs `options.paths` paths from `options.firstPath` on.
  ///
  /// Workers take whole blocks and fill their own rows, or add whole numbers, so the result is the same for any number of
  /// threads.
  /// - Returns: nil when the run was stopped; fewer paths, the first ones, when it was to keep what was finished.
  package func run(_ options: RunOptions) -> Outcome? {
    let batch = Batch(options)
    let work = SharedWork(Harvest(self, options.keeping, paths: batch.paths))
    let workers = min(batch.blocks, options.threads > 0 ? options.threads : Self.processors)
    let stop = options.shouldStop
    let draws = WorldDraws(self, sampling: options.sampling, paths: options.worlds ?? batch.paths.upperBound)

    let group = DispatchGroup()
    for worker in 0..<workers {
      DispatchQueue.global(qos: .userInitiated).async(group: group) {
        // Its own: threads that share a program fight over the counts of who holds its parts, and the lines they lie in.
        let program = worker == 0 ? self : compiledAgain()
        var kernel = Kernel<Float>(program, worlds: draws, lanes: batch.lanes(ofBlock: 0))
        let arena = Arena(lanes: batch.lanes)
        let scratch = arena.money()
        // Asked before a block is taken: those that were taken are finished, so that no world is left out between others.
        while work.hasMore(below: batch.blocks), !stop(), let block = work.next(below: batch.blocks) {
          // The last block may have fewer paths; to run it with lanes that nobody asked for takes as long as with all.
          if batch.lanes(ofBlock: block) < kernel.lanes {
            kernel = Kernel(program, worlds: draws, lanes: batch.lanes(ofBlock: block))
          }
          kernel.run(firstPath: batch.firstPath(ofBlock: block))
          work.store(kernel.strip(batch.part(ofBlock: block)), scratch: scratch)
        }
        withExtendedLifetime(arena) {}
      }
    }
    while group.wait(timeout: .now() + .milliseconds(50)) == .timedOut { options.progress(work.done) }
    guard work.done == batch.paths.count || options.keepsFinished && work.done > 0 else { return nil }
    return work.harvest.outcome(paths: work.done)
  }

  /// One world of a run of so many, run again.
  package func world(_ number: Int, of paths: Int, _ sampling: ParameterSampling) -> Outcome? {
    var options = RunOptions()
    (options.firstPath, options.paths, options.worlds) = (number, 1, paths)
    (options.sampling, options.blockSize, options.keeping) = (sampling, Stream.lanes, .worlds)
    return run(options)
  }

  private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The one path beside the worlds (model 14), in double precision: it is one lane, and a balance that is the
  /// small rest of large ones must be right in it.
  package func plan() -> Outcome {
    let kernel = Kernel<Double>(self, worlds: nil, lanes: 1)
    let columns = WorldColumns(Metric.allCases, months: months, drawn: 0, paths: 1)
    kernel.run(firstPath: 0)
    columns.store(kernel.strip(Batch.Part(lane: 0, first: 0, count: 1)), first: 0)
    return Outcome(paths: 1, columns)
  }
}

/// Where the figures of a run go.
private enum Harvest: Sendable {
  case worlds(WorldColumns, first: Int)
  case tallies(TallyBoard)

  init(_ program: Program, _ keeping: Keeping, paths: Range<Int>) {
    self =
      keeping == .tallies
      ? .tallies(TallyBoard(months: program.months))
      : .worlds(
        WorldColumns(
          keeping.metrics, months: program.months, drawn: program.uncertain.count, paths: paths.count),
        first: paths.lowerBound)
  }

  func store(_ strip: Strip, scratch: MoneyRow) {
    switch self {
    case .worlds(let columns, let first): columns.store(strip, first: strip.paths.lowerBound - first)
    case .tallies(let board): board.add(strip, scratch: scratch)
    }
  }

  /// - Parameter paths: how many of the first ones have been stored.
  func outcome(paths: Int) -> Outcome {
    switch self {
    case .worlds(let columns, _): Outcome(paths: paths, columns)
    case .tallies(let board): Outcome(board.tallies)
    }
  }
}

/// The paths of a run, cut into blocks. Blocks begin at multiples of 32, as streams demand; the paths need not.
private struct Batch {
  /// The paths of one block that belong to the run.
  struct Part {
    /// The first of them within the block.
    let lane: Int
    /// Its number.
    let first: Int
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

  /// As many as its paths need.
  func lanes(ofBlock block: Int) -> Int {
    min(lanes, (paths.upperBound - firstPath(ofBlock: block) + 31) / 32 * 32)
  }

  func part(ofBlock block: Int) -> Part {
    let begin = firstPath(ofBlock: block)
    let kept = paths.clamped(to: begin..<(begin + lanes))
    return Part(lane: kept.lowerBound - begin, first: kept.lowerBound, count: kept.count)
  }
}

/// What the workers of one run share.
private final class SharedWork: Sendable {
  let harvest: Harvest
  private let nextBlock = Atomic<Int>(0)
  private let finishedPaths = Atomic<Int>(0)

  init(_ harvest: Harvest) { self.harvest = harvest }

  func hasMore(below count: Int) -> Bool { nextBlock.load(ordering: .relaxed) < count }

  func next(below count: Int) -> Int? {
    let block = nextBlock.add(1, ordering: .relaxed).oldValue
    return block < count ? block : nil
  }

  /// Takes the figures of a block that a worker has run.
  func store(_ strip: Strip, scratch: MoneyRow) {
    harvest.store(strip, scratch: scratch)
    finishedPaths.add(strip.count, ordering: .releasing)
  }

  var done: Int { finishedPaths.load(ordering: .acquiring) }
}

extension Kernel {
  /// The figures of some of the block's paths, to be read before the next block is run.
  fileprivate func strip(_ part: Batch.Part) -> Strip {
    Strip(
      paths: part.first..<(part.first + part.count), months: program.months,
      monthly: { UnsafePointer(self.ledger.row($0, $1) + part.lane) },
      end: { end in
        let row =
          switch end {
          case .ruinDay: self.books.ruinDay
          case .ruinCause: self.books.ruinCause
          case .quitDay: self.books.quitDay
          case .worth: self.books.worth
          case .breakEvenMonth: self.books.breakEvenMonth
          }
        return UnsafePointer(row + part.lane)
      },
      drawn: { UnsafePointer(self.drawn + $0 * self.lanes + part.lane) })
  }
}
