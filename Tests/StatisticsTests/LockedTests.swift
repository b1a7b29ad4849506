import Dispatch
import Statistics
import Testing

@Suite struct LockedTests {
  @Test("what many threads add to a guarded value is all there")
  func counts() {
    let sum = Locked(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for number in 1...10_000 { sum.withLock { $0 += number } }
    }
    #expect(sum.withLock { $0 } == 8 * 50_005_000)
  }

  @Test("a value is free again when what was done with it failed")
  func failing() {
    struct Failure: Error {}
    let value = Locked("kept")
    #expect(throws: Failure.self) { try value.withLock { _ in throw Failure() } }
    #expect(value.withLock { $0 } == "kept")
  }
}
