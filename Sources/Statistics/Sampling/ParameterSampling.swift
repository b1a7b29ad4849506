/// How the uncertain parameters of a run are drawn.
package enum ParameterSampling: String, CaseIterable, Sendable {
  /// Independently. Path k draws the same in a run of any size.
  case random
  /// Latin hypercube: each of the n equal slices of each parameter's law is met by exactly one of the n paths.
  case latinHypercube = "lhs"
  /// Scrambled Sobol' points: evenly spread in all parameters together. Best with 2ᵏ paths. Path k draws the same in a run of
  /// any size, but a parameter declared earlier moves the ones after it to other dimensions.
  case sobol
}
