extension Format {
  /// Every kind of export, one line each.
  package static let all: [Format] = [
    .shopifyOrders, .shopifyTransactions, .shopifyPayouts,
    .meta, .googleAds, .tiktokAds,
    .stripe, .stripePayouts, .payPal,
    .tiktokShop, .amazonSettlement, .amazonDates, .eBay, .etsy, .wooCommerce,
    .costs, .alibaba1688, .lingxing, .mabang, .dianxiaomi,
    .trends, .keywordPlanner, .ahrefs, .helium10, .jungleScout, .bestSellers, .ga4,
    .amazonBusiness, .otherAds,
  ]
}
