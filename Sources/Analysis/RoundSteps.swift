import Statistics

/// Neighbouring round numbers about a tenth apart: 20, 22, 24 … 50, 55 … 95, 100, 110.
package enum RoundSteps {
  /// The next one above or below.
  ///
  /// - Parameters:
  ///   - range: nothing beyond it is returned.
  ///   - isWhole: are only whole numbers values?
  package static func next(to value: Double, up: Bool, in range: ClosedRange<Double>, isWhole: Bool = false) -> Double {
    let isAway = (value > 0) == up && value != 0
    var step = value == 0 ? min(1, range.upperBound / 100) : width(value.magnitude, growing: isAway)
    if isWhole { step = max(1, step.rounded()) }
    // Counted in steps, so that no dust of sums is left.
    let steps = (value / step + (up ? 1e-9 : -1e-9)).rounded(up ? .down : .up) + (up ? 1 : -1)
    let round = step < 1 ? steps / (1 / step).rounded() : steps * step
    return min(max(round, range.lowerBound), range.upperBound)
  }

  private static func width(_ magnitude: Double, growing: Bool) -> Double {
    // At the end of a decade the steps before it are the narrower ones.
    let place = growing ? magnitude * (1 + 1e-9) : magnitude * (1 - 1e-9)
    var unit = 1.0
    while unit * 10 <= place { unit *= 10 }
    while unit > place { unit /= 10 }
    let leading = place / unit
    return unit * (leading < 2 ? 0.1 : leading < 5 ? 0.2 : 0.5)
  }
}
