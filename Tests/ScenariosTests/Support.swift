import Foundation
import Language
import Testing

@testable import Scenarios

/// A small scenario that is in order; tests break it in one place.
let smallShop = """
  name: small shop
  start: 2027-06-01
  months: 3
  cash: {budget: 1000 USD}
  products:
    lamp:
      price: 35 USD
      offers:
        yiwu: {unit_cost: 9 USD}
  stores:
    shop: {conversion: 2 %}
  ads:
    meta: {budget: 20 USD per day, cpc: 0.80 USD}
  suppliers:
    yiwu: {}

  """

func read(_ text: String) throws(FindingsError) -> ScenarioFile {
  try ScenarioFile(reading: Source(name: "shop.yaml", text: text))
}

/// What is found wrong with a file; nothing when it reads.
func findings(_ text: String) -> [Finding] {
  do {
    _ = try read(text)
    return []
  } catch {
    return error.findings
  }
}

/// The small shop with one stretch of its text replaced.
func smallShop(_ part: String, with other: String) -> String {
  #expect(smallShop.contains(part), "the small shop has no \(part)")
  return smallShop.replacing(part, with: other)
}

/// Place, message and help of each finding, one a line.
func told(_ text: String) -> [String] {
  findings(text).map { finding in
    let place = finding.place.map { "\($0): " } ?? ""
    return place + finding.message + (finding.help.map { " | " + $0 } ?? "")
  }
}

/// The text of a file that comes with the product.
func bundled(_ name: String) throws -> Source {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let text = try String(contentsOf: root.appending(path: "scenarios/\(name)"), encoding: .utf8)
  return Source(name: name, text: text)
}

/// SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195): small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
