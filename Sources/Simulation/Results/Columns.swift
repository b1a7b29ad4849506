/// Columns of numbers, one value per path, filled by several workers.
///
/// Unsafe, and kept to this file: workers write disjoint rows of lanes while the run lasts, nobody reads before all
/// have ended, and nobody writes after. Memory is left as it comes, so that a large run begins, and can be stopped, at
/// once: an outcome is made only when every path has been stored.
final class Columns: @unchecked Sendable {
  private let storage: UnsafeMutablePointer<Double>
  private let paths: Int

  init(count: Int, paths: Int) {
    self.paths = paths
    storage = .allocate(capacity: max(1, count * paths))
  }

  deinit { storage.deallocate() }

  /// A copy, so that nobody can hold a column longer than the columns live.
  func column(_ index: Int) -> [Double] {
    withExtendedLifetime(self) { Array(UnsafeBufferPointer(start: storage + index * paths, count: paths)) }
  }

  /// Copies `lanes` values of a worker's row into a column, from path `first` on.
  func store(_ row: UnsafePointer<Double>, lanes: Int, column: Int, first: Int) {
    (storage + column * paths + first).initialize(from: row, count: lanes)
  }
}
