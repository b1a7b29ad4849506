/// The uniforms from which a run draws its uncertain parameters, one per parameter and path.
///
/// Each is a pure function of (seed, the parameter's name, path) and of what the kind of sampling needs besides: Latin
/// hypercubes the number of paths, Sobol' points the parameter's place. All lie strictly between 0 and 1.
///
/// Source of Latin hypercubes: McKay, Beckman and Conover, Technometrics 21 (1979), doi:10.2307/1268522.
package struct ParameterPoints: Sendable {
  package let sampling: ParameterSampling
  package let names: [String]
  package let paths: Int

  private enum Source: Sendable {
    case random
    case latinHypercube(KeyedPermutation)
    case sobol(SobolDimension, key: UInt32)
  }

  private let parameters: [(stream: Stream, source: Source)]

  /// - Parameters:
  ///   - names: the parameters' names, all different. Of Sobol' points they take the dimensions in this order; those
  ///     beyond the 64 dimensions of the table are drawn as a Latin hypercube.
  ///   - paths: the size of the run.
  package init(_ sampling: ParameterSampling, seed: UInt64, names: [String], paths: Int) {
    (self.sampling, self.names, self.paths) = (sampling, names, paths)
    parameters = names.enumerated().map { place, name in
      // A prefix of their own keeps these streams apart from those of the days.
      let stream = Stream(seed: seed, name: "parameter \(name)")
      return (stream, Self.source(sampling, place: place, paths: paths, keys: Self.keys(stream)))
    }
  }

  private static func source(
    _ sampling: ParameterSampling, place: Int, paths: Int, keys: [UInt32]
  ) -> Source {
    switch sampling {
    case .random: .random
    case .sobol where place < SobolDimension.most: .sobol(SobolDimension(place), key: keys[0])
    case .latinHypercube, .sobol: .latinHypercube(KeyedPermutation(count: paths, keys: keys))
    }
  }

  /// The uniforms of `count` consecutive paths.
  /// - Parameter parameter: the place of its name.
  package func uniforms(
    parameter: Int, firstPath: Int, into uniforms: UnsafeMutablePointer<Double>, count: Int
  ) {
    let (stream, source) = parameters[parameter]
    for i in 0..<count {
      uniforms[i] = Self.uniform(stream, source, path: firstPath + i, paths: paths)
    }
  }

  /// The uniform of one path, the same as in a row. Paths from `paths` on (which fill up the last block) are drawn at
  /// random.
  package func uniform(parameter: Int, path: Int) -> Double {
    let (stream, source) = parameters[parameter]
    return Self.uniform(stream, source, path: path, paths: paths)
  }

  private static func uniform(_ stream: Stream, _ source: Source, path: Int, paths: Int) -> Double {
    let words = stream.block(path: path, day: 0, index: 0)
    switch source {
    case .latinHypercube(let permutation) where path < permutation.count:
      let place = Double(permutation(path)) + Uniform.double(words.x)
      return inside(place / Double(permutation.count))
    case .sobol(let dimension, let key):
      let word = dimension.word(UInt32(truncatingIfNeeded: path))
      // The 32 bits of the point, and random ones below them.
      return Uniform.double(high: SobolDimension.scrambled(word, key: key), low: words.x)
    case .random, .latinHypercube: return Uniform.double(high: words.x, low: words.y)
    }
  }

  /// Rounding may reach 1 in the last slice.
  private static func inside(_ uniform: Double) -> Double { min(uniform, 1 - 0x1p-53) }

  /// Eight random words that belong to a parameter as a whole: day 1 of its stream, day 0 belongs to the paths.
  private static func keys(_ stream: Stream) -> [UInt32] {
    (0..<2).flatMap { index in
      let block = stream.block(path: 0, day: 1, index: index)
      return block.indices.map { block[$0] }
    }
  }
}
