import Statistics

/// Smooth curves through figures of worlds over the rank of one number: what a figure is on average, given the number.
///
/// Cubic B-splines on 20 equal segments with a penalty on second differences, whose weight cross-validation chooses (Eilers
/// and Marx, Statistical Science 11 (1996), doi:10.1214/ss/1038425655). A curve keeps the figure's mean.
struct RankSpline: Sendable {
  private static let segments = 20
  private static let size = segments + 3
  /// 10^(−3 … 8) in quarter steps.
  private static let penalties = (0...44).map { Elementary.pow(10, -3 + Double($0) / 4) }

  /// Of each world the first of its four functions, and what these are there.
  private let firsts: [Int]
  private let weights: [SIMD4<Double>]
  private let gram: [Double]
  /// For each penalty that can be solved with: the triangle of Cholesky, and how many free numbers the curve then has.
  private let solvers: [(triangle: [Double], freedom: Double)]

  /// - Parameter places: the ranks of the worlds between 0 and 1.
  init(_ places: [Double]) {
    var firsts: [Int] = []
    var weights: [SIMD4<Double>] = []
    for place in places {
      let scaled = min(max(place, 0), 1) * Double(Self.segments)
      let first = min(Self.segments - 1, Int(scaled))
      let f = scaled - Double(first)
      let (square, cube) = (f * f, f * f * f)
      firsts.append(first)
      weights.append(
        SIMD4((1 - f) * (1 - f) * (1 - f), 3 * cube - 6 * square + 4, -3 * cube + 3 * square + 3 * f + 1, cube) / 6)
    }
    self.firsts = firsts
    self.weights = weights
    let size = Self.size
    var gram = [Double](repeating: 0, count: size * size)
    for (first, weight) in zip(firsts, weights) {
      for row in 0..<4 {
        for column in 0..<4 { gram[(first + row) * size + first + column] += weight[row] * weight[column] }
      }
    }
    self.gram = gram
    solvers = Self.penalties.compactMap { penalty in Self.solver(gram, penalty) }
  }

  private static func solver(_ gram: [Double], _ penalty: Double) -> (triangle: [Double], freedom: Double)? {
    var matrix = gram
    for row in 0..<(size - 2) {
      for (one, first) in [(0, 1.0), (1, -2.0), (2, 1.0)] {
        for (other, second) in [(0, 1.0), (1, -2.0), (2, 1.0)] {
          matrix[(row + one) * size + row + other] += penalty * first * second
        }
      }
    }
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column]
        for k in 0..<column { sum -= matrix[row * size + k] * matrix[column * size + k] }
        if row == column {
          guard sum > 0 else { return nil }
          matrix[row * size + row] = Elementary.squareRoot(sum)
        } else {
          matrix[row * size + column] = sum / matrix[column * size + column]
        }
      }
    }
    let freedom = (0..<size).reduce(0.0) { sum, column in
      sum + solved(matrix, (0..<size).map { gram[$0 * size + column] })[column]
    }
    return (matrix, freedom)
  }

  /// What the matrix of a triangle has to be multiplied with to give the right side.
  private static func solved(_ triangle: [Double], _ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<size {
      for k in 0..<row { x[row] -= triangle[row * size + k] * x[k] }
      x[row] /= triangle[row * size + row]
    }
    for row in (0..<size).reversed() {
      for k in (row + 1)..<size { x[row] -= triangle[k * size + row] * x[k] }
      x[row] /= triangle[row * size + row]
    }
    return x
  }

  /// A curve, by its coefficients.
  struct Curve: Sendable {
    fileprivate let coefficients: [Double]
    fileprivate let mean: Double
  }

  /// - Parameters:
  ///   - figure: of the worlds.
  ///   - order: which world each place stands for, where they are mixed up.
  func curve(through figure: [Double], order: [Int]? = nil) -> Curve {
    let count = Double(figure.count)
    let mean = figure.reduce(0, +) / count
    let size = Self.size
    var right = [Double](repeating: 0, count: size)
    var squares = 0.0
    for place in firsts.indices {
      let value = figure[order.map { $0[place] } ?? place] - mean
      squares += value * value
      let (first, weight) = (firsts[place], weights[place])
      for k in 0..<4 { right[first + k] += weight[k] * value }
    }
    var best: (coefficients: [Double], error: Double)?
    for solver in solvers {
      let x = Self.solved(solver.triangle, right)
      var (linear, quadratic) = (0.0, 0.0)
      for row in 0..<size {
        linear += x[row] * right[row]
        var sum = 0.0
        for column in max(0, row - 3)...min(size - 1, row + 3) { sum += gram[row * size + column] * x[column] }
        quadratic += x[row] * sum
      }
      let rest = max(0, squares - 2 * linear + quadratic)
      let error = rest / ((count - solver.freedom) * (count - solver.freedom))
      if error < best?.error ?? .infinity { best = (x, error) }
    }
    return Curve(coefficients: best?.coefficients ?? [Double](repeating: 0, count: size), mean: mean)
  }

  /// At the places of the worlds.
  func values(of curve: Curve) -> [Double] {
    firsts.indices.map { place in
      let (first, weight) = (firsts[place], weights[place])
      var sum = curve.mean
      for k in 0..<4 { sum += weight[k] * curve.coefficients[first + k] }
      return sum
    }
  }

  /// Of ranks counted from 1.
  static func places(_ ranks: [Double]) -> [Double] { ranks.map { ($0 - 0.5) / Double(ranks.count) } }
}
