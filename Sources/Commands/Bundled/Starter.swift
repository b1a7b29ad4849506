import Language
import Scenarios

/// A commented scenario to start from: one of the bundled niches, or a plain store around a preset.
struct Starter {
  /// What may stand behind `from`.
  let name: String
  let summary: String
  private let make: @Sendable (String) -> String

  /// What it is made around; nil for a niche, which has all of it.
  let preset: Preset?

  /// The scenario file for a store of that name.
  func text(named name: String) -> String { make(name) }

  /// The same for somebody who has something to say of the store.
  func text(named name: String, _ wishes: StoreWishes) -> String {
    preset.flatMap { StarterText($0, wishes) }?.text(named: name) ?? make(name)
  }

  /// Niches first, then platforms, ads and suppliers.
  static let all: [Starter] =
    BundledNiche.all.map(Starter.init)
    + [PresetGroup.stores, .ads, .suppliers].flatMap { group in
      PresetCatalogue.presets(for: group).filter { !needsMore.contains($0.name) && $0.currency == "USD" }
        .compactMap(Starter.init)
    }

  /// Where nothing is asked for.
  static let usual = "shopify-basic"

  /// Goods of one's own have to be bought before such a warehouse can send them; and who hands goods to Temu buys no ads,
  /// so has nothing to test products with.
  private static let needsMore: Set = ["3pl", "temu-full", "temu-warehouse"]

  static func find(_ name: String) -> Starter? { all.first { $0.name == name } }

  private init(_ niche: BundledNiche) {
    name = niche.file.hasSuffix(".yaml") ? String(niche.file.dropLast(5)) : niche.file
    preset = nil
    let text = niche.text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    summary = lines.first { $0.hasPrefix("name: ") }.map { String($0.dropFirst(6)) } ?? name
    make = { name in
      lines.map { $0.hasPrefix("name: ") ? "name: \(name)" : String($0) }.joined(separator: "\n")
    }
  }

  /// Nil where a part that every store needs is missing.
  private init?(_ preset: Preset) {
    guard let text = StarterText(preset) else { return nil }
    self.preset = preset
    name = preset.name
    summary = preset.summary
    make = text.text(named:)
  }
}
