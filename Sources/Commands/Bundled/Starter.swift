import Language
import Scenarios

/// A commented scenario to start from: one of the bundled niches, or a plain store around a preset.
struct Starter {
  /// What may stand behind `from`.
  let name: String
  let summary: String
  private let make: @Sendable (String) -> String

  /// The scenario file for a store of that name.
  func text(named name: String) -> String { make(name) }

  /// Niches first, then platforms, ads and suppliers.
  static let all: [Starter] =
    BundledNiche.all.map(Starter.init)
    + [PresetGroup.stores, .ads, .suppliers].flatMap { group in
      PresetCatalogue.presets(for: group).filter { !needsMore.contains($0.name) && $0.currency == "USD" }
        .compactMap(Starter.init)
    }

  /// Where nothing is asked for.
  static let usual = "shopify-basic"

  /// Goods of one's own have to be bought before such a warehouse can send them.
  private static let needsMore: Set = ["3pl"]

  static func find(_ name: String) -> Starter? { all.first { $0.name == name } }

  private init(_ niche: BundledNiche) {
    name = niche.file.hasSuffix(".yaml") ? String(niche.file.dropLast(5)) : niche.file
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
    name = preset.name
    summary = preset.summary
    make = text.text(named:)
  }
}

/// A store with one product, one channel and one supplier; what is not asked for is what beginners take.
private struct StarterText: Sendable {
  let store: Preset
  let ads: Preset
  let supplier: Preset

  init?(_ preset: Preset) {
    func part(_ group: PresetGroup, _ usual: String) -> Preset? {
      preset.group == group ? preset : PresetCatalogue.find(usual, for: group)
    }
    guard let store = part(.stores, Starter.usual), let ads = part(.ads, "meta"),
      let supplier = part(.suppliers, "yunexpress")
    else { return nil }
    (self.store, self.ads, self.supplier) = (store, ads, supplier)
  }

  private var isFromChina: Bool { supplier.current.rows.contains { $0.path == "region" && $0.value == "China" } }

  /// The plan or hosting that such a store pays for.
  private var plan: Preset? {
    ["-plan", "-hosting", "-core"].lazy.compactMap { PresetCatalogue.find(store.name + $0) }.first
  }

  /// What a preset gives, as comments, and behind it what it does not: to change a value, take away its `#` and write
  /// another.
  private func part(_ preset: Preset, else usual: (path: String, value: String, evidence: String)) -> String {
    let rows = preset.current.rows.filter { !$0.path.contains(".") }
    let given = rows.map { "# \($0.path): \($0.value)  # \($0.evidence.grade.rawValue): \($0.evidence.source.said)" }
    let own =
      rows.contains { $0.path == usual.path } ? [] : ["\(usual.path): \(usual.value)  # \(usual.evidence)"]
    return (["preset: \(preset.name)"] + given + own).map { "    " + $0 }.joined(separator: "\n")
  }

  /// What it is and how to go on, as comments.
  private var introduction: String {
    let about = say("A store to start from: \(store.summary.said).")
    let parts = say("Ads: \(ads.summary.said). Supplier: \(supplier.summary.said).")
    let advice = say(
      """
      Make it yours: first price, unit_cost, conversion and budget, which nobody knows better than you. Behind a value stands
      how good it is (A official, B vendor with much data, C blog, M assumption) and who says so. A line that begins with # is
      what the preset above it gives: take the # away to write a value of your own. `show` lists all, `help conversion`
      explains one.
      """)
    return [about, parts, "", advice].joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "#" : "# \($0)" }.joined(separator: "\n")
  }

  func text(named name: String) -> String {
    let (item, returns) = isFromChina ? ("china-item", "returns-china") : ("local-item", "returns-local")
    let costs = plan.map { "\n  plan: {preset: \($0.name)}" } ?? ""
    return """
      \(introduction)

      name: \(name)
      currency: USD
      start: 2027-03-01
      months: 12

      cash:
        budget: 3000 USD  # \(say("M: 1,000 to 2,000 is what how-to articles advise; that seldom lasts"))

      costs:\(costs)
        apps: {preset: apps, amount: 60 USD per month}  # \(say("C: 60 to 120 is usual"))
        domain: {preset: domain}

      market:
        preset: us-retail

      products:
        product:
          preset: \(item)
          price: 35 USD           # \(say("M: orders of such stores are of 25, 35 to 50, 80"))
          offers:
            supplier: {preset: curated-listing, unit_cost: 9 USD, shipping_cost: 5 USD}  # \(say("M: ask the supplier"))

      stores:
        shop:
      \(part(store, else: ("conversion", "lognormal(1.4 %, 0.95)", "B: Littledata, 2,800 Shopify stores, 2023")))
          pause_ads_when_out_of_stock: yes

      ads:
        \(ads.name):
      \(part(ads, else: ("budget", "30 USD per day", say("M: what a new account may spend at first is about 50"))))

      suppliers:
        supplier:
      \(part(supplier, else: ("failure_rate", "3 % to 15 % likely 6 % per month", say("M: it runs out of stock"))))

      returns:
        preset: \(returns)

      operations:
        preset: by-hand

      """
  }
}
