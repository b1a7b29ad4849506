import Statistics

/// Covariance matrix adaptation evolution strategy: looks for the best point of a function that tells nothing but which of
/// two points is better.
///
/// The plain variant with weighted recombination, rank-one and rank-µ updates and cumulative step-size adaptation, and its
/// default parameters: Hansen, "The CMA evolution strategy: a tutorial" (2016), arXiv:1604.00772, table 1, with positive
/// weights only. Points live in the unit cube. One that falls outside is drawn anew (its appendix B.5), at most so often; then
/// each coordinate that is still outside goes to the nearest face. Normals are keyed by generation, point and dimension, so
/// that the same seed takes the same way.
struct CMAES {
  /// Points of a generation.
  let size: Int
  /// Where the next generation is drawn around.
  private(set) var mean: [Double]
  private(set) var step: Double
  private var covariance: SymmetricMatrix
  private var stepPath: [Double]
  private var covariancePath: [Double]
  private var generation = 0
  private let weights: [Double]
  private let constants: Constants
  private let stream: Stream
  /// Axes of the distribution: unit vectors as columns, and how far it reaches along each.
  private var axes: (vectors: [[Double]], lengths: [Double])

  private static let redraws = 20

  /// - Parameters:
  ///   - start: where to begin, in the unit cube; at least one coordinate.
  ///   - step: how far to look at first, as a share of the cube's side.
  ///   - size: points of a generation; the default grows slowly with the dimension.
  init(start: [Double], step: Double = 0.3, size: Int? = nil, stream: Stream) {
    let dimension = start.count
    let points = max(4, size ?? 4 + Int(3 * Elementary.log(Double(max(1, dimension)))))
    self.size = points
    mean = start
    self.step = step
    self.stream = stream
    let raw = (1...(points / 2)).map { Elementary.log(Double(points + 1) / 2) - Elementary.log(Double($0)) }
    let total = raw.reduce(0, +)
    weights = raw.map { $0 / total }
    constants = Constants(dimension, effective: 1 / weights.reduce(0) { $0 + $1 * $1 })
    covariance = SymmetricMatrix(count: dimension) { $0 == $1 ? 1 : 0 }
    stepPath = [Double](repeating: 0, count: dimension)
    covariancePath = stepPath
    axes = (
      (0..<dimension).map { i in (0..<dimension).map { $0 == i ? 1 : 0 } },
      [Double](repeating: 1, count: dimension)
    )
  }

  private var dimension: Int { mean.count }

  /// The widest that the distribution still is, as a share of the cube's side.
  var reach: Double { step * (axes.lengths.max() ?? 0) }

  /// The points of the next generation.
  func points() -> [[Double]] { (0..<size).map(point) }

  private func point(_ index: Int) -> [Double] {
    var point = mean
    for attempt in 0..<Self.redraws {
      let normals = (0..<dimension).map { place in
        Normal.quantile(
          Uniform.double(stream.word(path: index, day: generation, index: attempt * 64 + place)))
      }
      point = mean.indices.map { row in
        let moved = zip(axes.vectors[row], zip(axes.lengths, normals)).reduce(0) { $0 + $1.0 * $1.1.0 * $1.1.1 }
        return mean[row] + step * moved
      }
      if point.allSatisfy({ (0...1).contains($0) }) { return point }
    }
    return point.map { min(max($0, 0), 1) }
  }

  /// Learns from a generation. - Parameter ranked: its points, the best first.
  mutating func learn(from ranked: [[Double]]) {
    let best = ranked.prefix(weights.count).map { point in zip(point, mean).map { ($0 - $1) / step } }
    let move = mean.indices.map { row in zip(weights, best).reduce(0) { $0 + $1.0 * $1.1[row] } }
    for row in mean.indices { mean[row] += step * move[row] }
    generation += 1
    adaptStep(move)
    adaptCovariance(move, best)
  }

  private mutating func adaptStep(_ move: [Double]) {
    // Along the axes, each as long as 1: what the move would be in a round distribution.
    let turned = (0..<dimension).map { axis in
      mean.indices.reduce(0) { $0 + axes.vectors[$1][axis] * move[$1] } / max(axes.lengths[axis], 1e-12)
    }
    let round = mean.indices.map { row in zip(axes.vectors[row], turned).reduce(0) { $0 + $1.0 * $1.1 } }
    let keep = Elementary.squareRoot(
      constants.stepRate * (2 - constants.stepRate) * constants.effective)
    for row in mean.indices { stepPath[row] = (1 - constants.stepRate) * stepPath[row] + keep * round[row] }
    let growth = constants.stepRate / constants.damping * (length(stepPath) / constants.expectedLength - 1)
    step = min(max(step * Elementary.exp(min(1, growth)), 1e-9), 1)
  }

  private mutating func adaptCovariance(_ move: [Double], _ best: [[Double]]) {
    let c = constants
    let settled = 1 - Elementary.pow(1 - c.stepRate, 2 * Double(generation))
    let stalls =
      length(stepPath) / Elementary.squareRoot(settled)
      >= (1.4 + 2 / Double(dimension + 1)) * c.expectedLength
    let keep = stalls ? 0 : Elementary.squareRoot(c.pathRate * (2 - c.pathRate) * c.effective)
    for row in mean.indices {
      covariancePath[row] = (1 - c.pathRate) * covariancePath[row] + keep * move[row]
    }
    let lost = stalls ? c.rankOne * c.pathRate * (2 - c.pathRate) : 0
    let (old, path, weights) = (covariance, covariancePath, weights)
    covariance = SymmetricMatrix(count: dimension) { i, j in
      let spread = zip(weights, best).reduce(0) { $0 + $1.0 * $1.1[i] * $1.1[j] }
      return (1 + lost - c.rankOne - c.rankMany) * old[i, j] + c.rankOne * path[i] * path[j] + c.rankMany * spread
    }
    let (values, vectors) = covariance.eigen()
    axes = (vectors, values.map { Elementary.squareRoot(max($0, 1e-20)) })
  }

  private func length(_ vector: [Double]) -> Double {
    Elementary.squareRoot(vector.reduce(0) { $0 + $1 * $1 })
  }
}

/// The default parameters of table 1.
private struct Constants {
  let effective: Double
  let stepRate: Double
  let damping: Double
  let pathRate: Double
  let rankOne: Double
  let rankMany: Double
  /// E‖N(0, I)‖
  let expectedLength: Double

  init(_ dimension: Int, effective: Double) {
    let n = Double(dimension)
    self.effective = effective
    stepRate = (effective + 2) / (n + effective + 5)
    damping = 1 + 2 * max(0, Elementary.squareRoot(max(0, effective - 1) / (n + 1)) - 1) + stepRate
    pathRate = (4 + effective / n) / (n + 4 + 2 * effective / n)
    let one = 2 / ((n + 1.3) * (n + 1.3) + effective)
    rankOne = one
    rankMany = min(1 - one, 2 * (0.25 + effective + 1 / effective - 2) / ((n + 2) * (n + 2) + effective))
    expectedLength = Elementary.squareRoot(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n))
  }
}
