import Glibc
import Scenarios
import Testing

/// A business of the table of presets: what an order leaves before ads, and the medians of conversion and click price.
struct Preset: Sendable, CustomTestStringConvertible {
  let name: String
  let contribution: Double
  let cpc: Double
  let conversion: Double
  /// Standard deviations of the logarithms, as the table has them, and the share of worlds that it gives.
  let own: (conversion: Double, cpc: Double, share: Double)

  var testDescription: String { name }

  static let all = [
    Preset(name: "S1", contribution: 14.82, cpc: 1, conversion: 0.014, own: (0.97, 0.35, 0.06)),
    Preset(name: "S1b", contribution: 17.15, cpc: 1, conversion: 0.014, own: (0.97, 0.35, 0.08)),
    Preset(name: "S2", contribution: 22.71, cpc: 1.15, conversion: 0.018, own: (0.95, 0.35, 0.15)),
    Preset(name: "S3", contribution: 19.27, cpc: 1.25, conversion: 0.011, own: (0.95, 0.35, 0.04)),
    Preset(name: "S4", contribution: 23.16, cpc: 0.75, conversion: 0.022, own: (0.70, 0.30, 0.31)),
    Preset(name: "S5", contribution: 12.72, cpc: 0.50, conversion: 0.008, own: (1.1, 0.45, 0.09)),
    Preset(name: "S6", contribution: 9.51, cpc: 0.95, conversion: 0.09, own: (0.60, 0.30, 0.44)),
    Preset(name: "S7", contribution: 24.24, cpc: 1.10, conversion: 0.02, own: (0.85, 0.35, 0.19)),
    Preset(name: "S8", contribution: 11.16, cpc: 0.75, conversion: 0.014, own: (0.97, 0.35, 0.06)),
  ]

  /// P(click price ÷ conversion < contribution) of two independent lognormal laws.
  func expected(_ conversionSigma: Double, _ cpcSigma: Double) -> Double {
    let spread = (conversionSigma * conversionSigma + cpcSigma * cpcSigma).squareRoot()
    return ClosedLaw.phi(log(contribution * conversion / cpc) / spread)
  }

  /// The share of ten thousand worlds whose ads cost less for an order than it leaves.
  func drawn(_ conversionSigma: Double, _ cpcSigma: Double) throws -> Double {
    let shop = Shop([
      "stores.shop.conversion": "lognormal(\(conversion), \(conversionSigma))",
      "ads.meta.cpc": "lognormal(\(cpc) USD, \(cpcSigma))",
    ])
    let draws = try Draws(try shop.scenario())
    let (conversions, prices) = (try draws.values("stores.shop.conversion"), try draws.values("ads.meta.cpc"))
    return Double(zip(prices, conversions).count { $0 / $1 < contribution }) / Double(prices.count)
  }
}

@Suite("The share of worlds whose ads pay for themselves")
struct PresetTests {
  private func standardError(_ share: Double) -> Double { (share * (1 - share) / 10_000).squareRoot() }

  @Test("by conversion of sigma 0.95 and click price of sigma 0.35 it is the closed form's", arguments: Preset.all)
  func closedForm(_ preset: Preset) throws {
    let expected = preset.expected(0.95, 0.35)
    #expect(abs(try preset.drawn(0.95, 0.35) - expected) < 3 * standardError(expected))
  }

  @Test("by each preset's own sigmas it is the table's, which is rounded to percents", arguments: Preset.all)
  func table(_ preset: Preset) throws {
    let found = try preset.drawn(preset.own.conversion, preset.own.cpc)
    #expect(abs(found - preset.own.share) < 0.005 + 3 * standardError(preset.own.share))
  }
}
