import Commands
import Simulation
import Testing

@Suite("Same seed, same bytes")
struct SameBytesTests {
  private func run(paths: Int, threads: Int = 2, blockSize: Int = 128, seed: UInt64 = 1) throws -> Outcome {
    var options = RunOptions()
    options.paths = paths
    options.threads = threads
    options.blockSize = blockSize
    return try #require(try Program(try Desk().session.scenario, seed: seed).run(options))
  }

  /// The bits of every figure of the first `paths` worlds.
  private func bits(_ outcome: Outcome, paths: Int) -> [UInt64] {
    let months = Metric.allCases.flatMap { metric in
      (0..<outcome.months).flatMap { outcome.monthly(metric, month: $0).prefix(paths) }
    }
    return (months + outcome.ruinDay.prefix(paths) + outcome.ruinCause.prefix(paths)).map(\.bitPattern)
  }

  @Test("whatever the number of threads and the size of blocks")
  func threadsAndBlocks() throws {
    let wanted = bits(try run(paths: 1000, threads: 1, blockSize: 128), paths: 1000)
    for threads in [1, 2, 7] {
      for blockSize in [32, 64, 256, 1024] {
        #expect(bits(try run(paths: 1000, threads: threads, blockSize: blockSize), paths: 1000) == wanted)
      }
    }
  }

  @Test("a world is the same in a run of 100 and of 10,000")
  func prefix() throws {
    #expect(bits(try run(paths: 10_000), paths: 100) == bits(try run(paths: 100), paths: 100))
  }

  @Test("another seed gives other worlds")
  func seeds() throws {
    #expect(bits(try run(paths: 32, seed: 1), paths: 32) != bits(try run(paths: 32, seed: 2), paths: 32))
  }
}
