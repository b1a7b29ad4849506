import Language
import Scenarios

/// What belongs together in a starter: a store, what brings visitors to it, and who ships; what is not asked for is what
/// beginners take.
struct StarterParts: Sendable {
  let store: Preset
  let ads: Preset
  let supplier: Preset
  let goods: Goods
  /// A place with buyers of its own, and not a store that has to bring them.
  let isMarketplace: Bool
  /// Demand through the year.
  let market: String

  /// What is sold, as an example.
  struct Goods: Sendable {
    let price: Int
    let unitCost: Int
    let shipping: Int
  }

  /// A marketplace has ads of its own, and buyers who expect certain parcels.
  private struct Marketplace: Sendable {
    let store: String
    let ads: String
    let supplier: String
    let market: String
    let goods: Goods

    /// A supplier that others have as well is none of its own.
    func has(_ preset: Preset) -> Bool {
      switch preset.group {
      case .stores: preset.name == store
      case .ads: preset.name == ads
      default: preset.name == supplier && supplier == "shopee-logistics"
      }
    }
  }

  private static let marketplaces = [
    Marketplace(
      store: "amazon", ads: "amazon-ads", supplier: "local-warehouse", market: "us-marketplace",
      goods: Goods(price: 45, unitCost: 21, shipping: 5)),
    Marketplace(
      store: "ebay", ads: "ebay-ads", supplier: "local-warehouse", market: "us-retail",
      goods: Goods(price: 45, unitCost: 21, shipping: 5)),
    Marketplace(
      store: "shopee", ads: "shopee-ads", supplier: "shopee-logistics", market: "southeast-asia",
      goods: Goods(price: 11, unitCost: 5, shipping: 2)),
    Marketplace(
      store: "tiktok-shop", ads: "tiktok-shop-ads", supplier: "local-warehouse", market: "us-retail",
      goods: Goods(price: 30, unitCost: 9, shipping: 5)),
    Marketplace(
      store: "temu-semi", ads: "temu-ads", supplier: "local-warehouse", market: "us-retail",
      goods: Goods(price: 14, unitCost: 5, shipping: 5)),
    Marketplace(
      store: "wish", ads: "wish-ads", supplier: "aliexpress", market: "us-retail",
      goods: Goods(price: 20, unitCost: 6, shipping: 3)),
  ]

  /// Does a channel sell to the buyers of one marketplace only?
  static func isMarketplaces(_ ads: Preset) -> Bool { marketplaces.contains { $0.ads == ads.name } }

  /// - Parameter advertised: the ads of a store of one's own, where they are others than beginners take.
  /// - Returns: nil where a part that every store needs is missing.
  init?(around preset: Preset, advertised: Preset? = nil) {
    let place = Self.marketplaces.first { $0.has(preset) }
    func part(_ group: PresetGroup, _ usual: String) -> Preset? {
      preset.group == group ? preset : PresetCatalogue.find(usual, for: group)
    }
    guard let store = part(.stores, place?.store ?? Starter.usual),
      let ads = place == nil ? advertised ?? part(.ads, "meta") : part(.ads, place?.ads ?? "meta"),
      let supplier = part(.suppliers, place?.supplier ?? "yunexpress")
    else { return nil }
    (self.store, self.ads, self.supplier) = (store, ads, supplier)
    isMarketplace = place != nil
    market = place?.market ?? "us-retail"
    // Goods from near cost half of the price; small things from China do not carry a local supplier's.
    let isFar = supplier.current.isFromChina
    goods = place?.goods ?? Goods(price: isFar ? 39 : 65, unitCost: isFar ? 9 : 30, shipping: isFar ? 5 : 6)
  }

  /// Does it come from China, and pay duty?
  var isFromChina: Bool { supplier.current.isFromChina }

  /// What may be promised, and by how much more stores would convert that deliver within a week: their published
  /// conversion has the wait in it.
  var promise: (days: Int, factor: Double) {
    guard isFromChina else { return (7, 1) }
    return supplier.name == "aliexpress" ? (30, 1.53) : (16, 1.16)
  }

  /// Do the ads sell at once what they sell? Others learn first, or are remembered for days.
  var adsSellAtOnce: Bool {
    !ads.current.rows.contains { ["learning_days", "carryover"].contains($0.path) }
  }

  /// For how many days of sales a processor still owes.
  var owedDays: Int {
    func given(_ path: String) -> String? { store.current.rows.first { $0.path == path }?.value }
    let lag = given("payout_days").flatMap { Int($0.prefix { $0.isNumber }) } ?? 3
    return lag + (given("payout_from") == "delivery" ? promise.days : 0)
  }

  /// The plan or hosting that such a store pays for.
  var plan: Preset? {
    ["-plan", "-hosting", "-core"].lazy.compactMap { PresetCatalogue.find(store.name + $0) }.first
  }
}

extension Preset {
  fileprivate var isFromChina: Bool { rows.contains { $0.path == "region" && $0.value == "China" } }
}
