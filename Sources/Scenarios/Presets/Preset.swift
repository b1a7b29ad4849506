import Language

/// A named set of values for one part of a scenario, each with its source: what `preset: meta` stands for.
package struct Preset: Sendable {
  /// One value, written as in a scenario file and read by the same field.
  package struct Row: Sendable {
    /// The parameter inside the part; a parameter of a part within it has a point: `closures.1.from`.
    package let path: String
    package let value: String
    package let evidence: Evidence
  }

  package let name: String
  package let group: PresetGroup
  /// One line: what it is.
  package let summary: String
  /// The currency of its amounts.
  package let currency: String
  /// What an operator should know before relying on it.
  package let notes: [String]
  /// The preset that has taken its place, and why.
  package let successor: Successor?
  package let rows: [Row]

  /// What to use instead of something that is gone.
  package struct Successor: Sendable {
    package let name: String
    package let reason: String
  }
}

/// The parts of a scenario that take presets, by their names in the schema.
package enum PresetGroup: String, CaseIterable, Sendable {
  case stores, payments, ads, traffic, suppliers, offers, products, returns, operations, costs, market, events, freight,
    tariffs
  case ownStock = "own_stock"
  case messages
  /// Exchange rates, called `usd-in-cny`.
  case fx
  case payoutAccounts = "payout_accounts"
  /// The scenario as a whole: how products are tested, and rules.
  case owner

  /// Where such a preset is written.
  package var place: String {
    switch self {
    case .stores, .ads, .traffic, .suppliers, .products, .costs, .payoutAccounts, .freight, .tariffs:
      "\(rawValue): {NAME: {preset: …}}"
    case .fx: "fx: {CODE: {preset: …}}"
    case .payments: "stores: {NAME: {payments: {NAME: {preset: …}}}}"
    case .offers: "products: {NAME: {offers: {SUPPLIER: {preset: …}}}}"
    case .ownStock: "offers: {SUPPLIER: {own_stock: {preset: …}}}"
    case .messages: "operations: {messages: {preset: …}}"
    case .returns, .operations, .market: "\(rawValue): {preset: …}"
    case .events: "events: [{preset: …}]"
    case .owner: "owner: …"
    }
  }
}

/// Where a number comes from, and how good that is.
package struct Evidence: Sendable {
  package let grade: Grade
  /// In words, such as `Shopify pricing page, August 2026`.
  package let source: String
}

package enum Grade: String, CaseIterable, Sendable {
  /// An official page, a paper with review, or computed from primary data.
  case official = "A"
  /// A vendor with a lot of data, or a good secondary source.
  case data = "B"
  /// A blog, a forum, a rule of thumb.
  case blog = "C"
  /// Nobody publishes it: own knowledge, to be changed first.
  case assumption = "M"

  package var words: String {
    switch self {
    case .official: say("official page, peer-reviewed paper, or computed from original data")
    case .data: say("vendor with a lot of data, or good secondary source")
    case .blog: say("blog, forum, rule of thumb")
    case .assumption: say("assumption: nobody publishes the number")
    }
  }
}
