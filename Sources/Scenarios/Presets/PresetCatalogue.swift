/// Every preset, one line each, by what it is for.
package enum PresetCatalogue {
  package static let all: [Preset] = [
    // Stores
    .shopifyBasic, .shopifyGrow, .shopifyAdvanced, .wooCommerce, .bigCommerce,
    .amazon, .ebay, .wish, .shopee, .tiktokShop,
    // Ways to be paid
    .shopifyPayments, .paypal, .stripe, .stripeEurope,
    // Ads
    .meta, .googleSearch, .googleShopping, .tiktok, .pinterest, .influencers,
    // Other visitors
    .seo, .email,
    // Suppliers
    .aliexpress, .aliexpressPremium, .yunexpress, .cj, .salehoo, .wholesaleCentral, .spocket, .syncee,
    .localWarehouse, .thirdPartyLogistics,
    // Offers, own stock, products
    .openListing, .curatedListing, .hybridStock, .chinaItem, .localItem,
    // Returns, work, market
    .returnsChina, .returnsLocal, .byHand, .withSoftware, .usRetail,
    // Costs
    .shopifyBasicPlan, .shopifyBasicYearly, .shopifyGrowPlan, .shopifyAdvancedPlan, .wooHosting, .bigCommerceCore,
    .bigCommerceGrowth, .amazonPlan, .domain, .theme, .appStack, .samples,
    .dsers, .oberlo, .zapier, .spocketPlan, .synceePlan, .salehooPlan, .klaviyo, .ahrefs, .jungleScout, .helium10,
    .quickBooks, .insurance, .warehouseMinimum, .warehouseSetUp,
  ]

  package static func find(_ name: String) -> Preset? { all.first { $0.name == name } }

  package static func presets(for group: PresetGroup) -> [Preset] { all.filter { $0.group == group } }
}

extension Preset {
  /// The preset whose values are used: its own, or those of the one that has taken its place.
  package var current: Preset { successor.flatMap { PresetCatalogue.find($0.name) } ?? self }
}
