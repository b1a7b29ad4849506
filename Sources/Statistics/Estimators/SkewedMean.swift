/// An interval of a mean that allows for skewness, as where a few worlds gain or lose very much.
///
/// Mean ± 1.96 standard errors misses such a mean on one side: samples without the few have too low a mean and too small a
/// spread. With T = (mean − μ)/error and a = skewness/√n, T + aT²/3 + a²T³/27 + a/6 is normal to a higher order, and is
/// inverted in closed form. Source: Hall, "On the removal of skewness by transformation", Journal of the Royal Statistical
/// Society B 54 (1992), 221–228. Two pseudo-worlds, as far from the mean as the furthest world and on either side, stand for
/// what so many worlds have not shown yet.
package enum SkewedMean {
  /// - Parameters:
  ///   - dust: values that differ by less are the same.
  /// - Returns: nil when fewer than three values differ from the one in the middle: so few tell no spread.
  package static func interval(
    of values: [Double], confidence: Double, dust: Double = 0
  ) -> ClosedRange<Double>? {
    let mean = Moments(values).mean
    guard mean.isFinite, let middle = OrderStatistics.value(at: values.count / 2, of: values),
      values.count(where: { ($0 - middle).magnitude > dust }) >= 3
    else { return nil }
    var (furthest, squares, cubes) = (0.0, 0.0, 0.0)
    for value in values {
      let distance = value - mean
      furthest = max(furthest, distance.magnitude)
      squares += distance * distance
      cubes += distance * distance * distance
    }
    let count = Double(values.count + 2)
    let variance = (squares + 2 * furthest * furthest) / count
    let error = Elementary.squareRoot(variance / count)
    guard error > 0, error.isFinite, cubes.isFinite else { return nil }
    let bend = cubes / count / (variance * Elementary.squareRoot(variance)) / Elementary.squareRoot(count)
    let score = Normal.quantile(0.5 + confidence / 2)
    let (low, high) = (mean - error * unbent(score, bend), mean - error * unbent(-score, bend))
    return low <= high ? low...high : nil
  }

  /// The T whose transform is `score`.
  private static func unbent(_ score: Double, _ bend: Double) -> Double {
    let straight = score - bend / 6
    guard bend.magnitude > 1e-7 else { return straight }
    let cube = 1 + bend * straight
    let root = Elementary.pow(cube.magnitude, 1.0 / 3)
    return 3 / bend * ((cube < 0 ? -root : root) - 1)
  }
}
