package import Statistics

extension Program {
  /// What worlds 0 … `paths` − 1 draw for the uncertain parameters, without running them: a column for each, in the order of
  /// ``uncertain``; the same as ``Outcome/drawn(_:)`` of a run.
  /// - Parameter size: of the run that these worlds are the first of, where it is larger.
  package func drawn(paths: Int, of size: Int? = nil, sampling: ParameterSampling = .random) -> [[Double]] {
    guard !uncertain.isEmpty, paths > 0 else { return uncertain.map { _ in [] } }
    // Streams are read in groups of 32 paths.
    let lanes = (paths + Stream.lanes - 1) / Stream.lanes * Stream.lanes
    let draws = WorldDraws(self, sampling: sampling, paths: size ?? paths)
    var rows = [Double](repeating: 0, count: uncertain.count * lanes)
    rows.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      draws.draw(firstPath: 0, lanes: lanes, into: base)
    }
    return uncertain.indices.map { Array(rows[($0 * lanes)..<($0 * lanes + paths)]) }
  }
}
