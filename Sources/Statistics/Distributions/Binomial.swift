/// Binomial counts by inversion: one uniform word per count, and the count rises with the word.
package enum Binomial {
  /// While trials · min(p, 1 − p) lies below this, counts are exact; from it on they come from an expansion.
  package static let exactBelow: Float = 10

  /// How many of `trials` succeed (whole numbers as floats), for a row of trials and a row of probabilities.
  ///
  /// Below 10 expected successes (or failures): exact inversion. Above: the quantile expansion, which moves about 0.05 %
  /// of the draws by one. Never below 0 or above `trials`. A probability outside 0…1 counts as the nearer end and NaN as
  /// 0; trials that are not positive (NaN too) give 0. Trials are whole and at most 2²⁴.
  /// - Parameter count: a multiple of 32; what is left over is not written. The rows must not overlap.
  package static func row(
    trials: UnsafePointer<Float>, probabilities: UnsafePointer<Float>, words: UnsafePointer<UInt32>,
    into counts: UnsafeMutablePointer<Float>, count: Int
  ) {
    assert(count % LaneInversion.lanes == 0, "rows are made of whole groups of 32 paths")
    withUnsafeTemporaryAllocation(of: Double.self, capacity: LaneInversion.scratchSize) { scratch in
      guard let base = scratch.baseAddress else { return }
      let inversion = LaneInversion(scratch: base)
      for start in stride(from: 0, through: count - LaneInversion.lanes, by: LaneInversion.lanes) {
        let group = Group(
          trials: trials + start, probabilities: probabilities + start, words: words + start, counts: counts + start)
        group.fill(inversion)
      }
    }
  }
}

/// 32 lanes of the rows.
private struct Group {
  let trials: UnsafePointer<Float>
  let probabilities: UnsafePointer<Float>
  let words: UnsafePointer<UInt32>
  let counts: UnsafeMutablePointer<Float>

  func fill(_ inversion: LaneInversion) {
    var large: Int32 = 0
    var positive: Int32 = 0
    for i in 0..<LaneInversion.lanes {
      large &+= isLarge(i) ? 1 : 0
      positive &+= trials[i] > 0 ? 1 : 0
    }
    guard positive > 0 else { return counts.update(repeating: 0, count: LaneInversion.lanes) }
    if large > 0 { expand() }
    if large < LaneInversion.lanes { invert(inversion) }
  }

  @inline(__always)
  private func bounded(_ probability: Float) -> Float {
    let positive = probability > 0 ? probability : 0
    return positive < 1 ? positive : 1
  }

  @inline(__always)
  private func isLarge(_ i: Int) -> Bool {
    let p = bounded(probabilities[i])
    return trials[i] * (p < 0.5 ? p : 1 - p) >= Binomial.exactBelow
  }

  /// The expansion in all lanes; the small ones are filled again by `invert`.
  private func expand() {
    for i in 0..<LaneInversion.lanes {
      let n = trials[i] > 1 ? trials[i] : 1
      let z = Normal.quantile(word: words[i])
      let whole = Poisson.floor(expanded(trials: n, probability: bounded(probabilities[i]), z: z))
      counts[i] = whole < n ? whole : n
    }
  }

  /// np + σz + ½ + (q − p)(z² − 1)/6 + B/σ + C/σ², to be rounded down.
  ///
  /// B and C are the next terms of the Cornish–Fisher expansion in the cumulants of the binomial law, with Sheppard's
  /// correction (σ² less 1/12) for its steps; at p → 0 it is the Poisson expansion.
  /// Source: Fisher and Cornish, "The percentile points of distributions having known cumulants", Technometrics 2 (1960),
  /// doi:10.1080/00401706.1960.10489895.
  @inline(__always)
  private func expanded(trials n: Float, probability p: Float, z: Float) -> Float {
    let q = 1 - p
    let pq = p * q
    let skew = q - p
    let variance = n * pq
    let deviation = Elementary.squareRoot(variance > 1 ? variance : 1)
    let inverse = 1 / deviation
    let s = z * z
    let first = 0.5 + skew * (s - 1) * (1 / 6)
    let second = z * ((1 - 6 * pq) * (s - 3) * (1 / 24) - (1 - 4 * pq) * (2 * s - 5) * (1 / 36) - 1 / 24)
    let fifth = (1 - 12 * pq) * ((s - 6) * s + 3) * (1 / 120)
    let cross = (1 - 6 * pq) * ((s - 5) * s + 2) * (1 / 24)
    let cube = (1 - 4 * pq) * ((12 * s - 53) * s + 17) * (1 / 324)
    let third = skew * (fifth - cross + cube + (s - 1) * (1 / 72))
    return n * p + deviation * z + ((third * inverse + second) * inverse + first)
  }

  /// With p > ½ the failures are counted, from the mirrored uniform, so that the count still rises with the word.
  private func invert(_ inversion: LaneInversion) {
    prepare(inversion)
    for i in 0..<LaneInversion.lanes {
      let odds = inversion.step[i]
      let none = Elementary.expOfModerate(-inversion.factor[i] * Elementary.logOfNormal(1 + odds))
      inversion.probability[i] = none
      inversion.excess[i] -= none
      inversion.factor[i] *= odds
    }
    inversion.run()
    for i in 0..<LaneInversion.lanes {
      let rare = Float(inversion.counts[i])
      let n = trials[i] > 0 ? trials[i] : 0
      let inverted = bounded(probabilities[i]) > 0.5 ? n - rare : rare
      counts[i] = isLarge(i) ? counts[i] : inverted
    }
  }

  /// Sets `excess` to the uniform, `factor` to the trials and `step` to the odds of the rarer outcome.
  private func prepare(_ inversion: LaneInversion) {
    for i in 0..<LaneInversion.lanes {
      let p = bounded(probabilities[i])
      let mirrored = p > 0.5
      let rarer = Double(mirrored ? 1 - p : p)
      let uniform = Uniform.double(words[i])
      let positive = trials[i] > 0 ? trials[i] : 0
      inversion.excess[i] = mirrored ? 1 - uniform : uniform
      inversion.factor[i] = Double(isLarge(i) ? 0 : positive)
      inversion.step[i] = rarer / (1 - rarer)
    }
  }
}
