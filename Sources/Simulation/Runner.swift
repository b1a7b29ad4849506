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
  /// Are worlds that have ended left out of what no longer concerns them? It changes speed, never results.
  package var leavesOutEnded = true
  /// How uncertain parameters are drawn.
  package var sampling = ParameterSampling.random
  /// The uncertain parameters of the worlds from 0 on, a column for each, in place of what the seed draws: worlds of the same
  /// numbers and another luck. Columns that are too few or too short are not taken.
  package var drawn: [[Double]]?
  package var keeping = Keeping.everything
  /// Does a run that is stopped end with the worlds that are finished, rather than without a result?
  package var keepsFinished = false
  /// Asked between blocks; true ends the run.
  package var shouldStop: @Sendable () -> Bool = { false }
  /// Told, on the calling thread, how many paths are done.
  package var progress: (Int) -> Void = { _ in }
  /// What the threads beside the calling one are made by.
  package var makeThread = Crew.makeThread

  package init() {}
}

extension Program {
  /// Runs `options.paths` paths from `options.firstPath` on.
  ///
  /// Workers take whole blocks and fill their own rows, or add whole numbers, so the result is the same for any number of
  /// threads. The calling thread is one of them.
  /// - Returns: nil when the run was stopped; fewer paths, the first ones, when it was to keep what was finished.
  /// - Throws: before it begins where the memory it needs is not there, with all that it needs; else when the system
  ///   refuses some on the way.
  package func run(_ options: RunOptions) throws(MemoryRefusal) -> Outcome? {
    let batch = Batch(options)
    let bytes = Kernel<Float>.bytes(self, lanes: batch.lanes(ofBlock: 0))
    let needed = bytesOfResults(options.keeping, paths: batch.paths.count) + bytes
    guard Memory.has(needed + Memory.margin) else { throw MemoryRefusal(bytes: needed + Memory.margin) }
    let work = SharedWork(try Harvest(self, options.keeping, paths: batch.paths), batch, options.shouldStop)
    let workers = min(batch.blocks, options.threads > 0 ? options.threads : Self.processors)
    let draws = WorldDraws(
      self, sampling: options.sampling, paths: options.worlds ?? batch.paths.upperBound, given: options.drawn)

    let helping: @Sendable () -> Void = {
      // Its own: threads that share a program fight over the counts of who holds its parts, and the lines they lie in.
      // Where its rows are refused, the others do its work.
      guard Memory.has(bytes + Memory.margin), let kernel = try? batch.kernel(compiledAgain(), draws, bytes) else {
        return
      }
      work.run(kernel, draws, bytes) {}
    }
    let kernel = try batch.kernel(self, draws, bytes)
    let hasRoom = workers > 1 && Memory.has((workers - 1) * (bytes + Memory.thread) + Memory.margin)
    Crew.work(helpers: hasRoom ? workers - 1 : 0, options.makeThread, helping: helping) {
      work.run(kernel, draws, bytes) { options.progress(work.done) }
    }
    // The others may have been faster than the calling thread, which then had nothing to tell.
    options.progress(work.done)
    if let refusal = work.refusal { throw refusal }
    guard work.done == batch.paths.count || options.keepsFinished && work.done > 0 else { return nil }
    return work.harvest.outcome(paths: work.done)
  }

  /// One world of a run of so many, run again.
  package func world(
    _ number: Int, of paths: Int, _ sampling: ParameterSampling
  ) throws(MemoryRefusal) -> Outcome? {
    var options = RunOptions()
    (options.firstPath, options.paths, options.worlds) = (number, 1, paths)
    (options.sampling, options.blockSize, options.keeping) = (sampling, Stream.lanes, .worlds)
    return try run(options)
  }

  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The one path beside the worlds (model 14), in double precision: it is one lane, and a balance that is the
  /// small rest of large ones must be right in it.
  package func plan() -> Outcome {
    let kernel = Kernel<Double>(self, worlds: nil, lanes: 1)
    let columns = WorldColumns.few(1, months: months)
    kernel.run(firstPath: 0)
    columns.store(kernel.strip(Batch.Part(lane: 0, first: 0, count: 1)), first: 0)
    return Outcome(paths: 1, columns)
  }
}

/// Where the figures of a run go.
private enum Harvest: Sendable {
  case worlds(WorldColumns, first: Int)
  case tallies(TallyBoard)

  init(_ program: Program, _ keeping: Keeping, paths: Range<Int>) throws(MemoryRefusal) {
    self =
      keeping == .tallies
      ? .tallies(TallyBoard(months: program.months))
      : .worlds(
        try WorldColumns(
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
private struct Batch: Sendable {
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
  private let leavesOutEnded: Bool
  private let start: Int

  init(_ options: RunOptions) {
    let first = max(0, options.firstPath)
    paths = first..<(first + max(1, options.paths))
    lanes = max(32, options.blockSize / 32 * 32)
    leavesOutEnded = options.leavesOutEnded
    start = first / lanes * lanes
  }

  var blocks: Int { (paths.upperBound - start + lanes - 1) / lanes }

  func firstPath(ofBlock block: Int) -> Int { start + block * lanes }

  /// As many as its paths need.
  func lanes(ofBlock block: Int) -> Int {
    min(lanes, (paths.upperBound - firstPath(ofBlock: block) + 31) / 32 * 32)
  }

  /// For a block, and all that are as large.
  /// - Parameter bytes: what the rows of a whole block take.
  func kernel(
    _ program: Program, _ draws: WorldDraws, _ bytes: Int, block: Int = 0
  ) throws(MemoryRefusal) -> Kernel<Float> {
    let kernel = try Kernel<Float>(program, worlds: draws, lanes: lanes(ofBlock: block), bytes: bytes)
    kernel.leavesOutEnded = leavesOutEnded
    return kernel
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
  private let batch: Batch
  private let shouldStop: @Sendable () -> Bool
  private let nextBlock = Atomic<Int>(0)
  private let finishedPaths = Atomic<Int>(0)
  private let firstRefusal = Locked<MemoryRefusal?>(nil)

  init(_ harvest: Harvest, _ batch: Batch, _ shouldStop: @escaping @Sendable () -> Bool) {
    (self.harvest, self.batch, self.shouldStop) = (harvest, batch, shouldStop)
  }

  var refusal: MemoryRefusal? { firstRefusal.withLock { $0 } }

  /// Runs blocks until there are no more, the run is stopped, or memory is refused, which ends all workers' work.
  /// - Parameters:
  ///   - bytes: what the rows of a block take.
  ///   - told: after each block.
  func run(_ first: Kernel<Float>, _ draws: WorldDraws, _ bytes: Int, told: () -> Void) {
    var kernel = first
    let arena = Arena(lanes: batch.lanes)
    let scratch = arena.money()
    do throws(MemoryRefusal) {
      // Asked before a block is taken: those that were taken are finished, so that no world is left out between others.
      while hasMore, !shouldStop(), refusal == nil, let block = next() {
        // The last block may have fewer paths; to run it with lanes that nobody asked for takes as long as with all.
        if batch.lanes(ofBlock: block) < kernel.width {
          kernel = try batch.kernel(kernel.program, draws, bytes, block: block)
        }
        kernel.run(firstPath: batch.firstPath(ofBlock: block))
        if let refusal = kernel.refusal { throw refusal }
        store(kernel.strip(batch.part(ofBlock: block)), scratch: scratch)
        told()
      }
    } catch { firstRefusal.withLock { $0 = $0 ?? error } }
    withExtendedLifetime(arena) {}
  }

  private var hasMore: Bool { nextBlock.load(ordering: .relaxed) < batch.blocks }

  private func next() -> Int? {
    let block = nextBlock.add(1, ordering: .relaxed).oldValue
    return block < batch.blocks ? block : nil
  }

  /// Takes the figures of a block that a worker has run.
  private func store(_ strip: Strip, scratch: MoneyRow) {
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
          case .openingWorth: self.books.openingWorth
          }
        return UnsafePointer(row + part.lane)
      },
      drawn: { UnsafePointer(self.drawn + $0 * self.width + part.lane) })
  }
}
