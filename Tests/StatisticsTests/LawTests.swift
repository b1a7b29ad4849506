import Statistics
import Testing

/// What holds for every law.
@Suite struct LawTests {
  static let grid: [Double] = (1..<200).map { Double($0) / 200 } + [0x1p-53, 1e-9, 1e-4, 0.9999, 1 - 1e-9]

  @Test("the samples cover every kind of law")
  func samples() {
    #expect(LawSamples.all.count == SciPyValues.cases.count + 13)
  }

  @Test("quantiles, densities, mean and spread are SciPy's", arguments: SciPyValues.cases)
  func reference(_ value: SciPyValues.Case) throws {
    let law = try LawSamples.law(value)
    for (u, x) in zip(SciPyValues.uniforms, value.quantiles) {
      #expect(close(law.quantile(u), x, relative: 1e-10, absolute: 1e-300), "\(u)")
    }
    for (x, density) in zip(value.quantiles[3...], value.densities) where density.isFinite {
      #expect(close(law.density(x), density, relative: 1e-9), "\(x)")
    }
    #expect(close(law.mean, value.mean, relative: 1e-13))
    #expect(close(law.standardDeviation, value.standardDeviation, relative: 1e-12))
  }

  @Test("the quantile is the least value whose probability reaches u", arguments: LawSamples.all)
  func leastValue(_ sample: LawSamples.Sample) {
    for u in Self.grid {
      let x = sample.law.quantile(u)
      // Near an end of the range, one step of x may hold more than the rounding of u.
      let step = sample.law.density(x) * x.ulp
      let tolerance = 1e-12 * u + (step.isFinite ? 4 * step : 0) + sample.resolution
      // The least quantiles of very skewed laws are smaller than any number but 0.
      #expect(sample.law.cdf(x) >= u - tolerance || x == 0, "\(u)")
      #expect(sample.law.cdf(x.nextDown) <= u + tolerance, "\(u)")
    }
  }

  @Test("the quantile never falls", arguments: LawSamples.all)
  func monotone(_ sample: LawSamples.Sample) {
    let quantiles = Self.grid.sorted().map(sample.law.quantile)
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("the extreme uniforms give finite values between the ends of the range", arguments: LawSamples.all)
  func extremes(_ sample: LawSamples.Sample) {
    let law = sample.law
    for u in [0x1p-1022, 0x1p-54, 0x1p-53, 1 - 0x1p-53] {
      let x = law.quantile(u)
      #expect(x.isFinite)
      #expect(law.quantile(0) <= x && x <= law.quantile(1))
    }
    #expect(law.cdf(-.infinity) == 0)
    #expect(law.cdf(.infinity) == 1)
    for u in [-0.1, 1.1, .nan] {
      #expect(law.quantile(u).isNaN)
    }
  }

  @Test("the density is the slope of the distribution function", arguments: LawSamples.continuous)
  func slope(_ sample: LawSamples.Sample) {
    let law = sample.law
    for u in [0.11, 0.37, 0.52, 0.83] {
      let x = law.quantile(u)
      let step = 1e-5 * min(law.standardDeviation, abs(x), law.quantile(1) - x)
      // Next to 1 a beta variable has too few digits for a difference.
      guard step > 1e6 * x.ulp else { continue }
      let slope = (law.cdf(x + step) - law.cdf(x - step)) / (2 * step)
      #expect(close(law.density(x), slope, relative: 1e-4), "\(u)")
    }
  }

  @Test("mean and spread are those of the quantile function", arguments: LawSamples.all)
  func moments(_ sample: LawSamples.Sample) {
    let law = sample.law
    // Over normal scores the tails are thin, and whatever the law the integrand ends smoothly.
    let step = 4e-3
    let scores = (-2_050..<2_050).map { (Double($0) + 0.5) * step }
    let weights = scores.map { Normal.density($0) * step }
    let values = scores.map { law.quantile(Normal.cdf($0)) }
    let mean = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    let variance = zip(weights, values).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    #expect(close(law.mean, mean, absolute: 2e-3 * law.standardDeviation + 1e-9))
    #expect(close(law.standardDeviation, variance.squareRoot(), relative: 2e-3, absolute: 1e-9))
  }

  @Test("ten thousand keyed draws have the law", arguments: LawSamples.continuous)
  func draws(_ sample: LawSamples.Sample) {
    let points = ParameterPoints(.random, seed: 1, names: ["\(sample)"], paths: 10_000)
    var values = [Double](repeating: 0, count: 10_000)
    points.uniforms(parameter: 0, firstPath: 0, into: &values, count: values.count)
    let uniforms = values
    values.withUnsafeMutableBufferPointer { row in
      guard let base = row.baseAddress else { return }
      sample.law.draw(base, into: base, count: row.count)
    }
    #expect(values.prefix(300) == ArraySlice(uniforms.prefix(300).map(sample.law.quantile)))
    #expect(kolmogorov(values, cdf: sample.law.cdf) < 1.95)
  }

  @Test(
    "ready to draw, a law says the same to the eighth digit, and never falls",
    arguments: LawSamples.all + LawSamples.cornered)
  func ready(_ sample: LawSamples.Sample) {
    let (law, ready) = (sample.law, sample.law.readyToDraw)
    let grid = Self.grid + (1..<2_000).map { (Double($0) + 0.37) / 2_000.5 }
    let unit = law.standardDeviation.isFinite && law.standardDeviation > 0 ? law.standardDeviation : 1
    for u in grid { #expect(close(ready.quantile(u), law.quantile(u), absolute: 1e-8 * unit), "\(u)") }
    let quantiles = grid.sorted().map(ready.quantile)
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(ready == law)
  }
}
