package import Simulation

/// Something that may bring a business down, and what its absence means: see `Pins`.
package struct Cause: Equatable, Sendable {
  /// Causes of one kind, among which shares of ruin are split.
  package enum Group: String, CaseIterable, Sendable {
    case suppliers, visitors, demand, events, returns, payouts, numbers
  }

  package enum Kind: Equatable, Sendable {
    case failures, closures, stockouts, slides, supplierPrices
    case adPrices, visitorNoise, fatigue
    case demand, fading
    case event(String)
    case refunds, chargebacks
    case payoutLag, reserves, holds
    case testLuck
    /// Drawn numbers, at the value of the plan: one, or several that go together.
    case inputs([String])
  }

  package let kind: Kind
  package let group: Group
  /// Is it in the plan, too? Then its absence is another plan rather than better luck.
  package let isBuiltIn: Bool
  package let pins: Pins

  /// As data names it.
  package var id: String {
    switch kind {
    case .failures: "failures"
    case .closures: "closures"
    case .stockouts: "stockouts"
    case .slides: "slides"
    case .supplierPrices: "supplier-prices"
    case .adPrices: "ad-prices"
    case .visitorNoise: "visitor-noise"
    case .fatigue: "fatigue"
    case .demand: "demand"
    case .fading: "fading"
    case .event(let name): "event:\(name)"
    case .refunds: "refunds"
    case .chargebacks: "chargebacks"
    case .payoutLag: "payout-lag"
    case .reserves: "reserves"
    case .holds: "holds"
    case .testLuck: "test-luck"
    case .inputs(let paths): "input:" + paths.joined(separator: "+")
    }
  }
}
