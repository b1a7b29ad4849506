/// The parts of ln Γ that do not cancel in densities.
///
/// Source: Loader, "Fast and accurate computation of binomial probabilities" (2000): with Γ(a) = √(2π/a) · (a/e)ᵃ ·
/// e^δ(a) the large terms of a density meet as differences that `deviance` computes without loss.
enum Stirling {
  /// δ(a) = ln Γ(a) − (a − ½) ln a + a − ½ ln 2π for a > 0, absolute error about 1e-15.
  static func error(_ a: Double) -> Double {
    // δ(a) − δ(a + 1) = (a + ½) ln(1 + 1/a) − 1 carries small arguments to where the series holds.
    var sum = 0.0
    var b = a
    while b < 16 {
      sum += (b + 0.5) * Elementary.log1p(1 / b) - 1
      b += 1
    }
    return sum + series(b)
  }

  /// 1/(12b) − 1/(360b³) + 1/(1260b⁵) − … (DLMF 5.11.1), rest below 1e-17 from 16 on.
  private static func series(_ b: Double) -> Double {
    let r = 1 / (b * b)
    var p = 1 / 1_188.0
    p = p * r - 1 / 1_680.0
    p = p * r + 1 / 1_260.0
    p = p * r - 1 / 360.0
    p = p * r + 1 / 12.0
    return p / b
  }

  /// a ln(a/m) + m − a ≥ 0 for a > 0: how far m lies from a, as the logarithm of a density counts it.
  static func deviance(_ a: Double, _ m: Double) -> Double {
    let difference = a - m
    guard difference.magnitude < 0.1 * (a + m) else { return a * Elementary.log(a / m) - difference }
    // Near m = a the terms cancel; with v = (a − m)/(a + m) the rest is a series in v².
    let v = difference / (a + m)
    let square = v * v
    var sum = difference * v
    var power = 2 * a * v
    var odd = 3.0
    while odd < 60 {
      power *= square
      let next = sum + power / odd
      if next == sum { break }
      sum = next
      odd += 2
    }
    return sum
  }

  /// Mean, variance and third cumulant of the logarithm of a gamma variable of unit scale: the digamma function and its
  /// derivatives, to about a tenth (only starting points are made of them).
  static func logCumulants(_ a: Double) -> (mean: Double, variance: Double, third: Double) {
    let (b, c) = (a + 1, a + 1.5)
    return (
      Elementary.log(c) - 1 / a - 1 / b,
      1 / c + 1 / (a * a) + 1 / (b * b),
      -1 / (c * c) - 2 / (a * a * a) - 2 / (b * b * b)
    )
  }
}
