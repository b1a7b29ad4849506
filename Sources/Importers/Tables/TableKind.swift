/// The tables of a project folder, one CSV file each.
package enum TableKind: String, CaseIterable, Sendable {
  case orders, lines, refunds
  case adDays = "ad_days"
  case ledger, chargebacks, payouts, costs, cash, visits, trends, market

  package var file: String { rawValue + ".csv" }

  /// Its columns; the first ones are the key.
  package var columns: [String] {
    switch self {
    case .orders:
      [
        "channel", "order", "date", "at", "value", "goods", "discount", "shipping", "tax", "tax_inside", "units",
        "status",
        "paid_by", "customer", "currency", "source",
      ]
    case .lines: ["channel", "order", "n", "sku", "title", "quantity", "price", "discount", "currency", "source"]
    case .refunds: ["channel", "order", "n", "date", "amount", "fee_back", "reason", "currency", "source"]
    case .adDays:
      [
        "platform", "from", "campaign", "group", "ad", "to", "spend", "impressions", "clicks", "all_clicks",
        "claimed_orders", "claimed_value", "currency", "source",
      ]
    case .ledger:
      [
        "processor", "id", "date", "at", "type", "gross", "fee", "net", "order", "available", "payout", "currency",
        "source",
      ]
    case .chargebacks:
      ["channel", "id", "order", "opened", "amount", "fee", "outcome", "decided", "currency", "source"]
    case .visits: ["property", "date", "channel", "sessions", "paid", "claimed_orders", "source"]
    case .trends: ["term", "region", "from", "step", "value", "below_one"]
    case .market:
      [
        "source", "kind", "id", "country", "as_of", "searches_low", "searches_high", "bid_low", "bid_high", "cpc",
        "difficulty", "price", "units_month", "revenue_month", "reviews", "rating", "rank", "currency",
      ]
    case .payouts:
      [
        "processor", "id", "sent", "arrives", "amount", "status", "reserved", "released", "currency", "source",
      ]
    case .costs:
      [
        "supplier", "order", "sku", "n", "ordered", "delivered", "quantity", "goods", "shipping", "duty", "recovered",
        "status", "currency", "source",
      ]
    case .cash: ["account", "date", "amount", "text", "n", "balance", "currency", "source"]
    }
  }

  package var keys: Int {
    switch self {
    case .orders, .ledger, .payouts, .chargebacks: 2
    case .lines, .refunds, .visits, .trends: 3
    case .costs: 4
    case .adDays, .cash, .market: 5
    }
  }

  /// Does the later import win? Platforms go on counting recent days of ads for weeks, and each export of Trends has a
  /// scale of its own.
  package var isRestated: Bool { self == .adDays || self == .trends }

  /// The column whose words tell how far a thing has come, the latest last: of two rows the later one is true.
  var stages: (column: Int, words: [String])? {
    switch self {
    case .orders: (11, ["partially_paid", "paid", "partially_refunded", "refunded"])
    case .payouts: (5, ["scheduled", "in_transit", "paid"])
    case .chargebacks: (6, ["open", "lost", "won"])
    default: nil
    }
  }
}
