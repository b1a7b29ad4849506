/// ln Γ, for likelihoods of counts.
package enum LogGamma {
  private static let halfLogOfTwoPi = 0.918_938_533_204_672_7

  /// For a > 0.
  package static func value(_ a: Double) -> Double {
    (a - 0.5) * Elementary.log(a) - a + halfLogOfTwoPi + Stirling.error(a)
  }

  /// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b).
  package static func beta(_ a: Double, _ b: Double) -> Double { value(a) + value(b) - value(a + b) }

  /// ln of n over k.
  package static func choose(_ n: Double, _ k: Double) -> Double { value(n + 1) - value(k + 1) - value(n - k + 1) }
}
