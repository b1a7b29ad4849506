import Statistics
import Synchronization

/// The same question asked of many things at once.
package enum Parallel {
  /// The values of 0 ..< count, each found by itself: the answer is the same for any number of threads.
  /// - Parameter threads: at most so many; 0: as many as there are processors.
  package static func map<Value: Sendable>(
    _ count: Int, threads: Int, on make: Crew.Maker = Crew.makeThread, _ value: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    guard threads != 1, count > 1 else { return (0..<count).map(value) }
    let found = Locked([Value?](repeating: nil, count: count))
    let next = Atomic(0)
    let work: @Sendable () -> Void = {
      while case let place = next.add(1, ordering: .relaxed).oldValue, place < count {
        let value = value(place)
        found.withLock { $0[place] = value }
      }
    }
    let workers = min(count, threads > 0 ? threads : Program.processors)
    let helpers = Memory.has(Memory.thread + Memory.margin) ? workers - 1 : 0
    Crew.work(helpers: helpers, make, helping: work, calling: work)
    return found.withLock { $0.compactMap(\.self) }
  }
}
