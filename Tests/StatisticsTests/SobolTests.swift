import Glibc
import Statistics
import Testing

@Suite struct SobolTests {
  @Test("the first points are SciPy's")
  func firstPoints() {
    let dimensions = SciPyValues.sobolDimensions.map { SobolDimension($0) }
    for (index, point) in SciPyValues.sobolPoints.enumerated() {
      // SciPy goes through the points in Gray code order.
      let natural = UInt32(index ^ (index >> 1))
      #expect(dimensions.map { $0.word(natural) } == point)
    }
  }

  @Test("scrambled points hold one in each of n equal slices, in every dimension")
  func slices() {
    let points = SamplingTests.points(.sobol, paths: 256)
    for parameter in 0..<64 {
      #expect(uniforms(points, parameter).map { Int($0 * 256) }.sorted() == Array(0..<256))
    }
  }

  @Test("the first two dimensions fill every box of 1/256, whatever its shape")
  func boxes() {
    let points = SamplingTests.points(.sobol, paths: 256)
    let (first, second) = (uniforms(points, 0), uniforms(points, 1))
    for bits in 0...8 {
      let (across, up) = (Double(1 << bits), Double(256 >> bits))
      let met = zip(first, second).map { Int($0 * across) * (256 >> bits) + Int($1 * up) }
      #expect(met.sorted() == Array(0..<256))
    }
  }

  @Test("over the seeds each scrambled point is uniform")
  func scrambling() {
    for path in [0, 1, 77] {
      let draws = (0..<4_000).map {
        SamplingTests.points(.sobol, seed: UInt64($0), paths: 100).uniform(parameter: 1, path: path)
      }
      #expect(kolmogorov(draws, cdf: { $0 }) < 1.95)
    }
  }

  /// Mean square error of the mean over 256 paths, from 100 seeds.
  static func meanSquareError(
    _ sampling: ParameterSampling, dimensions: Int, mean: Double, _ function: ([Double]) -> Double
  ) -> Double {
    let errors = (0..<100).map { seed -> Double in
      let points = ParameterPoints(
        sampling, seed: UInt64(seed), names: (0..<dimensions).map { "x\($0)" }, paths: 256)
      let rows = (0..<dimensions).map { uniforms(points, $0) }
      let sum = (0..<256).reduce(0.0) { sum, path in sum + function(rows.map { $0[path] }) }
      return sum / 256 - mean
    }
    return errors.reduce(0) { $0 + $1 * $1 } / 100
  }

  /// Ishigami and Homma's function with a = 7, b = 0.1: mean 3.5, variance 13.8446, of which 75.6 % are main effects.
  static func ishigami(_ u: [Double]) -> Double {
    let x = u.map { (2 * $0 - 1) * Double.pi }
    return Glibc.sin(x[0]) * (1 + 0.1 * x[2] * x[2] * x[2] * x[2]) + 7 * Glibc.sin(x[1]) * Glibc.sin(x[1])
  }

  @Test("Ishigami's mean: hypercubes leave the interactions' quarter of the variance, Sobol' points next to nothing")
  func ishigamiMean() {
    let random = Self.meanSquareError(.random, dimensions: 3, mean: 3.5, Self.ishigami)
    let cubes = Self.meanSquareError(.latinHypercube, dimensions: 3, mean: 3.5, Self.ishigami)
    let sobol = Self.meanSquareError(.sobol, dimensions: 3, mean: 3.5, Self.ishigami)
    // The sampling error of 100 squared errors is about 14 %.
    #expect(close(random, 13.844_587_940_719_257 / 256, relative: 0.45))
    #expect(close(cubes / random, 0.244, relative: 0.6))
    #expect(sobol / random < 0.02)
  }

  @Test("a profit of six laws: both ways of spreading the points beat chance")
  func profit() throws {
    let price = try PERTLaw(low: 20, mode: 30, high: 45)
    let cost = try LognormalLaw(median: 0.9, sigma: 0.3)
    let rate = try BetaLaw(alpha: 8, beta: 300)
    let visits = try GammaLaw(shape: 20, scale: 100)
    let goods = try UniformLaw(low: 6, high: 10)
    let refunds = try TriangularLaw(low: 0.02, mode: 0.05, high: 0.2)
    let mean =
      visits.mean * (rate.mean * (price.mean * (1 - refunds.mean) - goods.mean) - cost.mean)
    let profit = { (u: [Double]) in
      let margin = price.quantile(u[0]) * (1 - refunds.quantile(u[5])) - goods.quantile(u[4])
      return visits.quantile(u[3]) * (rate.quantile(u[2]) * margin - cost.quantile(u[1]))
    }
    let random = Self.meanSquareError(.random, dimensions: 6, mean: mean, profit)
    #expect(Self.meanSquareError(.latinHypercube, dimensions: 6, mean: mean, profit) < 0.25 * random)
    #expect(Self.meanSquareError(.sobol, dimensions: 6, mean: mean, profit) < 0.1 * random)
  }
}
