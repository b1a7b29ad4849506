/// Figures at every point of a grid of values, in the same worlds, so that what differs between points is not luck.
package struct Sweep: Sendable {
  package let measures: [Measure]
  /// How many values each parameter takes; the last one runs fastest.
  package let counts: [Int]
  /// A row for each point that was finished, with its figures; nil for a figure that no world has.
  package private(set) var rows: [[Reading?]] = []

  /// How many points the grid has.
  package var points: Int { counts.reduce(1, *) }
  package var isFinished: Bool { rows.count == points }

  /// - Parameter evaluate: runs the worlds at a point, given as the place of each parameter's value; nil ends the sweep, which
  ///   keeps what is finished.
  package init(_ measures: [Measure], counts: [Int], evaluate: ([Int]) -> Summary?) {
    self.measures = measures
    self.counts = counts
    for point in 0..<points {
      guard let summary = evaluate(places(of: point)) else { return }
      rows.append(measures.map { $0.reading(in: summary) })
    }
  }

  /// The places of the values of a point.
  package func places(of point: Int) -> [Int] { Self.places(of: point, in: counts) }

  package static func places(of point: Int, in counts: [Int]) -> [Int] {
    var rest = point
    return Array(
      counts.reversed().map { count in
        defer { rest /= max(1, count) }
        return rest % max(1, count)
      }.reversed())
  }
}
