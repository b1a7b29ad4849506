/// A share between 0 and 1 with density x^(alpha − 1) (1 − x)^(beta − 1) / B(alpha, beta): what alpha − 1 successes and
/// beta − 1 failures teach about a probability.
///
/// Source: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" 2, 2nd ed. (1995), chapter 25; the
/// functions in `IncompleteBeta`.
package struct BetaLaw: LawForm {
  private let function: IncompleteBeta
  private var table: BetaTable?

  /// Both from 0.001 to 100 000.
  package init(alpha: Double, beta: Double) throws(LawError) {
    try LawError.check(alpha, "alpha", in: 0.001...100_000)
    try LawError.check(beta, "beta", in: 0.001...100_000)
    function = IncompleteBeta(alpha, beta)
  }

  package var alpha: Double { function.a }
  package var beta: Double { function.b }

  package func quantile(_ u: Double) -> Double { table?.quantile(u) ?? function.quantile(u) }

  var readyToDraw: BetaLaw {
    var ready = self
    ready.table = BetaTable(function)
    return ready
  }

  /// A table only says the same faster.
  package static func == (a: BetaLaw, b: BetaLaw) -> Bool { a.function == b.function }

  package func cdf(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return Elementary.exp(function.logTails(x, 1 - x).lower)
  }

  package func density(_ x: Double) -> Double {
    guard x >= 0, x <= 1 else { return 0 }
    if x == 0 { return Self.densityAtEnd(alpha, other: beta) }
    if x == 1 { return Self.densityAtEnd(beta, other: alpha) }
    return Elementary.exp(function.logDensityOfLogit(x, 1 - x)) / (x * (1 - x))
  }

  private static func densityAtEnd(_ shape: Double, other: Double) -> Double {
    shape < 1 ? .infinity : shape == 1 ? other : 0
  }

  package var mean: Double { alpha / (alpha + beta) }

  /// √(αβ/(α + β + 1))/(α + β).
  package var standardDeviation: Double {
    Elementary.squareRoot(alpha * beta / (alpha + beta + 1)) / (alpha + beta)
  }
}
