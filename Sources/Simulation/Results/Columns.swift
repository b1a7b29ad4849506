/// Columns of numbers, one value per path, filled by several workers.
///
/// Unsafe, and kept to this file: workers write disjoint rows of lanes while the run lasts, nobody reads before all
/// have ended, and nobody writes after.
final class Columns: @unchecked Sendable {
  private let storage: UnsafeMutablePointer<Double>
  private let paths: Int
  private let count: Int

  init(count: Int, paths: Int) {
    self.paths = paths
    self.count = count
    storage = .allocate(capacity: max(1, count * paths))
    storage.initialize(repeating: 0, count: max(1, count * paths))
  }

  deinit { storage.deallocate() }

  /// A copy, so that nobody can hold a column longer than the columns live.
  func column(_ index: Int) -> [Double] {
    withExtendedLifetime(self) { Array(UnsafeBufferPointer(start: storage + index * paths, count: paths)) }
  }

  /// Copies `lanes` values of a worker's row into a column, from path `first` on.
  func store(_ row: UnsafePointer<Double>, lanes: Int, column: Int, first: Int) {
    (storage + column * paths + first).update(from: row, count: lanes)
  }
}
