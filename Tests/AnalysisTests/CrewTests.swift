import Analysis
import Language
import Scenarios
import Simulation
import Statistics
import Testing

@Suite("Threads that help")
struct CrewTests {
  private static let none: Crew.Maker = { _ in nil }

  /// One thread, and no more.
  private static func only(_ most: Int) -> Crew.Maker {
    let made = Locked(0)
    return { work in
      let isAllowed = made.withLock { count in
        count += 1
        return count <= most
      }
      return isAllowed ? Crew.makeThread(work) : nil
    }
  }

  @Test("where no thread can be made, the calling one does all the work")
  func alone() {
    #expect(Parallel.map(300, threads: 4, on: Self.none) { $0 * $0 } == (0..<300).map { $0 * $0 })
    #expect(Parallel.map(300, threads: 4, on: Self.only(1)) { $0 * $0 } == (0..<300).map { $0 * $0 })
  }

  @Test("a run has the same figures with no thread, one and several beside the calling one")
  func run() throws {
    let shop = try scenario(plainShop)
    var options = RunOptions()
    (options.paths, options.threads) = (600, 4)
    func cash(_ make: @escaping Crew.Maker) throws -> [Double] {
      options.makeThread = make
      var told = 0
      options.progress = { told = $0 }
      let outcome = try #require(try Program(shop, seed: 3).run(options))
      #expect(told > 0)
      return outcome.total(.closingCash)
    }
    let alone = try cash(Self.none)
    #expect(try cash(Self.only(1)) == alone)
    #expect(try cash(Crew.makeThread) == alone)
  }

  @Test("a run whose results no machine holds is refused with what it needs, and takes nothing")
  func refused() throws {
    let shop = try scenario(plainShop)
    var options = RunOptions()
    options.paths = 1 << 42
    let program = Program(shop, seed: 1)
    let refusal = #expect(throws: MemoryRefusal.self) { try program.run(options) }
    #expect((refusal?.bytes ?? 0) > program.bytesOfResults(.everything, paths: options.paths))
    options.paths = 100
    #expect(try program.run(options)?.paths == 100)
  }
}
