#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Columns of numbers, one value per path, filled by several workers.
///
/// Unsafe, and kept to this file: workers write disjoint rows of lanes while the run lasts, nobody reads before all
/// have ended, and nobody writes after. The system gives memory when it is first written to, and rows of zeros are not
/// written: a large run begins, and can be stopped, at once, and what a scenario does not have takes no room.
final class Columns: @unchecked Sendable {
  private let storage: UnsafeMutablePointer<Double>
  private let paths: Int

  init(count: Int, paths: Int) throws(MemoryRefusal) {
    self.paths = paths
    storage = try Memory.zeros(count * paths, of: Double.self)
  }

  deinit { free(storage) }

  /// A copy of the first values, so that nobody can hold a column longer than the columns live.
  func column(_ index: Int, paths count: Int) -> [Double] {
    withExtendedLifetime(self) { Array(UnsafeBufferPointer(start: row(index, from: 0), count: count)) }
  }

  /// The column from a path on. Whoever holds it also holds the columns.
  func row(_ index: Int, from path: Int) -> UnsafePointer<Double> { UnsafePointer(storage + index * paths + path) }

  /// Copies `lanes` values of a worker's row into a column, from path `first` on. Each place is filled once.
  func store(_ row: UnsafePointer<Double>, lanes: Int, column: Int, first: Int) {
    var bits: UInt64 = 0
    for i in 0..<lanes { bits |= row[i].bitPattern }
    if bits != 0 { (storage + column * paths + first).update(from: row, count: lanes) }
  }
}
