/// The law that meets two or more given percentiles: its quantile function is a chain of straight lines through the
/// points (Φ⁻¹(uᵢ), xᵢ), or (Φ⁻¹(uᵢ), ln xᵢ) if all values are positive.
///
/// So each stretch is a piece of a normal (or lognormal) law, the first and the last one go on as tails, and two points
/// give such a law as a whole. The quantile function rises strictly through every point; its density jumps at the inner
/// ones. The idea of a quantile function made of what was elicited, with a normal core: Keelin and Powley,
/// "Quantile-parameterized distributions", Decision Analysis 8 (2011), doi:10.1287/deca.1110.0213; straight lines never
/// fail to rise, their sums may.
package struct PercentileLaw: LawForm {
  /// A piece centre + slope · z for z from `start` on.
  private struct Piece: Equatable {
    let start: Double
    let centre: Double
    let slope: Double
    /// centre + slope · start; −∞ for the first.
    let base: Double
  }

  private let pieces: [Piece]
  /// Whether the lines run through logarithms.
  let isLogarithmic: Bool

  /// - Parameter points: at least two, in any order, `u` from 0.000 001 to 0.999 999, values rising with it.
  package init(_ points: [(u: Double, value: Double)]) throws(LawError) {
    guard points.count > 1 else { throw LawError("at least two percentiles are needed") }
    for point in points {
      try LawError.check(100 * point.u, "a percentile", in: 0.000_1...99.999_9)
      try LawError.check(point.value, "a value")
    }
    let sorted = points.sorted { $0.u < $1.u }
    let isLogarithmic = points.allSatisfy { $0.value > 0 }
    var pieces: [Piece] = []
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      pieces.append(try Self.piece(left, right, isFirst: pieces.isEmpty, isLogarithmic: isLogarithmic))
    }
    (self.pieces, self.isLogarithmic) = (pieces, isLogarithmic)
  }

  private static func piece(
    _ left: (u: Double, value: Double), _ right: (u: Double, value: Double), isFirst: Bool, isLogarithmic: Bool
  ) throws(LawError) -> Piece {
    let (first, second) = (LawError.plain(100 * left.u), LawError.plain(100 * right.u))
    guard left.u < right.u, left.value < right.value else {
      let (one, other) = (LawError.plain(left.value), LawError.plain(right.value))
      throw LawError(
        "a higher percentile needs a higher value: percentiles \(first) and \(second) have \(one) and \(other)")
    }
    let (from, to) = (Normal.quantile(left.u), Normal.quantile(right.u))
    let (low, high) =
      isLogarithmic ? (Elementary.log(left.value), Elementary.log(right.value)) : (left.value, right.value)
    let slope = (high - low) / (to - from)
    guard slope > 0, slope <= (isLogarithmic ? LognormalLaw.largestSigma : LawError.largest) else {
      throw LawError(
        "the values of percentiles \(first) and \(second) are too far apart, or too close, to fit a curve")
    }
    return Piece(
      start: isFirst ? -.infinity : from, centre: low - slope * from, slope: slope, base: isFirst ? -.infinity : low)
  }

  /// Centre and slope if the whole law is one line.
  var line: (centre: Double, slope: Double)? {
    pieces.count == 1 ? (pieces[0].centre, pieces[0].slope) : nil
  }

  package func quantile(_ u: Double) -> Double {
    let z = Normal.quantile(u)
    guard !z.isNaN else { return z }
    let piece = pieces.last { z >= $0.start } ?? pieces[0]
    let y = piece.centre + piece.slope * z
    return isLogarithmic ? Elementary.exp(y) : y
  }

  package func cdf(_ x: Double) -> Double {
    if isLogarithmic && x <= 0 { return 0 }
    return Normal.cdf(score(x).z)
  }

  package func density(_ x: Double) -> Double {
    if isLogarithmic && x <= 0 { return 0 }
    let (z, slope) = score(x)
    return Normal.density(z) / (isLogarithmic ? slope * x : slope)
  }

  /// The normal score at which the quantile function is x, and the slope of the line there.
  private func score(_ x: Double) -> (z: Double, slope: Double) {
    let y = isLogarithmic ? Elementary.log(x) : x
    let piece = pieces.last { y >= $0.base } ?? pieces[0]
    return ((y - piece.centre) / piece.slope, piece.slope)
  }

  package var mean: Double {
    integral { piece, from, to in
      isLogarithmic
        ? Self.exponential(piece.centre, piece.slope, from, to)
        : piece.centre * (Normal.cdf(to) - Normal.cdf(from))
          + piece.slope * (Normal.density(from) - Normal.density(to))
    }
  }

  package var standardDeviation: Double {
    let centre = mean
    let square = integral { piece, from, to in
      isLogarithmic
        ? Self.exponential(2 * piece.centre, 2 * piece.slope, from, to)
        : Self.square(piece.centre - centre, piece.slope, from, to)
    }
    return Elementary.squareRoot(max(isLogarithmic ? square - centre * centre : square, 0))
  }

  /// Sums over the pieces, each with the scores from and to which it reaches.
  private func integral(_ part: (Piece, Double, Double) -> Double) -> Double {
    let ends = pieces.dropFirst().map(\.start) + [.infinity]
    return zip(pieces, ends).reduce(0) { $0 + part($1.0, $1.0.start, $1.1) }
  }

  /// ∫ e^(a + bz) φ(z) dz = e^(a + b²/2) · (Φ(to − b) − Φ(from − b)).
  private static func exponential(_ a: Double, _ b: Double, _ from: Double, _ to: Double) -> Double {
    Elementary.exp(a + b * b / 2) * (Normal.cdf(to - b) - Normal.cdf(from - b))
  }

  /// ∫ (a + bz)² φ(z) dz, by parts.
  private static func square(_ a: Double, _ b: Double, _ from: Double, _ to: Double) -> Double {
    let (left, right) = (Normal.density(from), Normal.density(to))
    let share = Normal.cdf(to) - Normal.cdf(from)
    let edges = (from.isFinite ? from * left : 0) - (to.isFinite ? to * right : 0)
    return a * a * share + 2 * a * b * (left - right) + b * b * (share + edges)
  }
}
