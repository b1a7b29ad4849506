/// The difference between two shares of the same worlds, such as how much more often one strategy runs out of money.
///
/// Only worlds in which one happens and the other not tell anything, and they may be a handful, all one way. So the interval
/// holds each difference that the score statistic does not refute, with the likeliest share of changed worlds that goes with
/// that difference. It is not empty where no world has changed. Source: Tango, "Equivalence test and confidence interval for
/// the difference in proportions for the paired-sample design", Statistics in Medicine 17 (1998), 891–908.
package struct PairedShares: Sendable, Equatable {
  /// Worlds in which only the first happens, and only the second.
  package let more, fewer: Int
  package let worlds: Int

  /// Numbers that do not fit together are cut: 0 ≤ more, fewer and more + fewer ≤ worlds.
  package init(more: Int, fewer: Int, of worlds: Int) {
    self.worlds = max(worlds, 0)
    self.more = min(max(more, 0), self.worlds)
    self.fewer = min(max(fewer, 0), self.worlds - self.more)
  }

  /// NaN without worlds.
  package var difference: Double { worlds > 0 ? Double(more - fewer) / Double(worlds) : .nan }

  /// - Parameter confidence: such as 0.95. Outside 0 ..< 1, and without worlds, the whole of −1…1 comes back.
  package func interval(confidence: Double) -> ClosedRange<Double> {
    let z = Normal.quantile(0.5 + confidence / 2)
    guard worlds > 0, z >= 0, z < .infinity else { return -1...1 }
    return edge(from: difference, to: -1, z)...edge(from: difference, to: 1, z)
  }

  /// The last difference on the way to `end` that is not refuted. The score falls all the way, so that halving finds it.
  private func edge(from start: Double, to end: Double, _ z: Double) -> Double {
    var (near, far) = (start, end)
    guard score(far).magnitude > z else { return far }
    // Halves until nothing lies between.
    for _ in 0..<1100 {
      let middle = near + (far - near) / 2
      guard middle != near, middle != far else { break }
      if score(middle).magnitude > z { far = middle } else { near = middle }
    }
    return near
  }

  /// How many standard deviations the worlds are from a true difference of `difference`.
  private func score(_ difference: Double) -> Double {
    let n = Double(worlds)
    let distance = Double(more - fewer) - n * difference
    guard distance != 0 else { return 0 }
    // The likeliest share of worlds in which only the second happens, given the difference.
    let b = Double(more + fewer) - (2 * n - Double(more - fewer)) * difference
    let c = -Double(fewer) * difference * (1 - difference)
    let root = Elementary.squareRoot(max(0, b * b - 8 * n * c))
    // Where b is negative, its sum with the root loses its digits: the other root of the same equation does not.
    let share = b >= 0 ? (root + b) / (4 * n) : -2 * c / (root - b)
    let variance = n * (2 * share + difference * (1 - difference))
    return variance > 0 ? distance / Elementary.squareRoot(variance) : distance * .infinity
  }
}
