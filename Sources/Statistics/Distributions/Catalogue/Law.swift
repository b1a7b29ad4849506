/// What is believed about an uncertain number: one of the laws of the catalogue.
package indirect enum Law: Sendable, Equatable {
  case certain(CertainLaw)
  case uniform(UniformLaw)
  case normal(NormalLaw)
  case lognormal(LognormalLaw)
  case triangular(TriangularLaw)
  case pert(PERTLaw)
  case beta(BetaLaw)
  case gamma(GammaLaw)
  case empirical(EmpiricalLaw)
  case percentiles(PercentileLaw)
  case mixture(MixtureLaw)
  case truncated(TruncatedLaw)

  package var form: any LawForm {
    switch self {
    case .certain(let law): law
    case .uniform(let law): law
    case .normal(let law): law
    case .lognormal(let law): law
    case .triangular(let law): law
    case .pert(let law): law
    case .beta(let law): law
    case .gamma(let law): law
    case .empirical(let law): law
    case .percentiles(let law): law
    case .mixture(let law): law
    case .truncated(let law): law
    }
  }

  /// The same law, its quantiles from tables where working them out takes long: the eighth digit may differ.
  package var readyToDraw: Law {
    switch self {
    case .pert(let law): .pert(law.readyToDraw)
    case .beta(let law): .beta(law.readyToDraw)
    case .truncated(let law): .truncated(law.readyToDraw)
    default: self
    }
  }

  /// The smallest x with P(X ≤ x) ≥ u: finite for 0 < u < 1, never falling. At 0 and 1 the ends of the range, which may
  /// be infinite; NaN outside.
  package func quantile(_ u: Double) -> Double { form.quantile(u) }

  /// P(X ≤ x).
  package func cdf(_ x: Double) -> Double { form.cdf(x) }

  /// The derivative of the distribution function; ∞ where a single value has a probability of its own.
  package func density(_ x: Double) -> Double { form.density(x) }

  package var mean: Double { form.mean }
  package var standardDeviation: Double { form.standardDeviation }

  /// The quantiles of a row of uniforms. The rows may be the same one.
  package func draw(
    _ uniforms: UnsafePointer<Double>, into values: UnsafeMutablePointer<Double>, count: Int
  ) {
    form.draw(uniforms, into: values, count: count)
  }
}

// MARK: - Fitting

extension Law {
  /// The law with these percentiles, each `u` strictly between 0 and 1, values rising with it.
  ///
  /// Two points give a lognormal law if both values are positive, else a normal one; more give a `PercentileLaw`.
  package init(percentiles points: [(u: Double, value: Double)]) throws(LawError) {
    let law = try PercentileLaw(points)
    switch law.line {
    case .some(let line) where law.isLogarithmic:
      self = .lognormal(try LognormalLaw(logMedian: line.centre, sigma: line.slope))
    case .some(let line):
      self = .normal(try NormalLaw(mean: line.centre, standardDeviation: line.slope))
    case .none: self = .percentiles(law)
    }
  }
}
