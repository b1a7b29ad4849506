/// Poisson counts by inversion: one uniform word per count, and the count rises with the word and with the mean.
///
/// One word per draw, whatever the mean, keeps the luck of two strategies aligned; rejection methods would not.
package enum Poisson {
  /// Below this mean counts are exact; from it on they come from an expansion.
  package static let exactBelow: Float = 4

  /// Counts for a row of means (whole numbers as floats).
  ///
  /// Means below 4: exact inversion. Above: the quantile expansion, which at mean 4 moves 0.15 % of the draws by one, at
  /// 20 0.02 %, at 100 0.002 %. Means that are not positive (NaN too) give 0; means above 2³⁰ count as 2³⁰.
  /// - Parameter count: a multiple of 32; what is left over is not written. The rows must not overlap.
  package static func row(
    means: UnsafePointer<Float>, words: UnsafePointer<UInt32>, into counts: UnsafeMutablePointer<Float>, count: Int
  ) {
    assert(count % LaneInversion.lanes == 0, "rows are made of whole groups of 32 paths")
    withUnsafeTemporaryAllocation(of: Double.self, capacity: LaneInversion.scratchSize) { scratch in
      guard let base = scratch.baseAddress else { return }
      let inversion = LaneInversion(scratch: base)
      for start in stride(from: 0, through: count - LaneInversion.lanes, by: LaneInversion.lanes) {
        fill(means + start, words + start, counts + start, inversion)
      }
    }
  }

  private static func fill(
    _ means: UnsafePointer<Float>, _ words: UnsafePointer<UInt32>, _ counts: UnsafeMutablePointer<Float>,
    _ inversion: LaneInversion
  ) {
    var large: Int32 = 0
    var positive: Int32 = 0
    for i in 0..<LaneInversion.lanes {
      large &+= means[i] >= exactBelow ? 1 : 0
      positive &+= means[i] > 0 ? 1 : 0
    }
    // Stores that have closed leave whole groups without anything to draw.
    guard positive > 0 else { return counts.update(repeating: 0, count: LaneInversion.lanes) }
    if large > 0 { expand(means, words, counts) }
    if large < LaneInversion.lanes { invert(means, words, counts, inversion) }
  }

  /// The expansion in all lanes; those of smaller mean are filled again by `invert`.
  private static func expand(
    _ means: UnsafePointer<Float>, _ words: UnsafePointer<UInt32>, _ counts: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<LaneInversion.lanes {
      counts[i] = expanded(mean: means[i], z: Normal.quantile(word: words[i]))
    }
  }

  /// ⌊λ + √λ z + (1/3 + z²/6) − (z/36 + z³/72)/√λ + (z⁴/270 + 7z²/810 − 8/405)/λ⌋.
  ///
  /// Source: Giles, "Algorithm 955: approximation of the inverse Poisson cumulative distribution function", ACM TOMS 42
  /// (2016), doi:10.1145/2699466, section 2 (the Cornish–Fisher expansion with continuity correction).
  @inline(__always)
  private static func expanded(mean: Float, z: Float) -> Float {
    let atLeast = mean > exactBelow ? mean : exactBelow
    let bounded = atLeast < 0x1p30 ? atLeast : 0x1p30
    let deviation = Elementary.squareRoot(bounded)
    let inverse = 1 / deviation
    // At −2√λ the series is below 0, further out it would turn upward again.
    let z = z > -2 * deviation ? z : -2 * deviation
    let square = z * z
    let first = square * (1 / 6) + 1 / 3
    let second = z * (square * (-1 / 72) - 1 / 36)
    let third = (square * (1 / 270) + 7 / 810) * square - 8 / 405
    let correction = (third * inverse + second) * inverse + first
    return floor(deviation * z + bounded + correction)
  }

  private static func invert(
    _ means: UnsafePointer<Float>, _ words: UnsafePointer<UInt32>, _ counts: UnsafeMutablePointer<Float>,
    _ inversion: LaneInversion
  ) {
    for i in 0..<LaneInversion.lanes {
      let positive = means[i] > 0 ? means[i] : 0
      let mean = Double(positive < exactBelow ? positive : 0)
      let none = Elementary.expOfModerate(-mean)
      inversion.probability[i] = none
      inversion.excess[i] = Uniform.double(words[i]) - none
      inversion.factor[i] = mean
      inversion.step[i] = 0
    }
    inversion.run()
    for i in 0..<LaneInversion.lanes {
      counts[i] = means[i] >= exactBelow ? counts[i] : Float(inversion.counts[i])
    }
  }

  /// ⌊x⌋, and 0 for negative x. Adding 2²³ pushes the fraction out; from there on floats are whole anyway.
  @inline(__always)
  static func floor(_ x: Float) -> Float {
    let positive = x > 0 ? x : 0
    let nearest = (positive + 0x1p23) - 0x1p23
    let below = nearest > positive ? nearest - 1 : nearest
    return positive < 0x1p23 ? below : positive
  }
}
