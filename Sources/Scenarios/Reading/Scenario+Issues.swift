/// Something about a scenario that no single value shows.
package struct Issue: Equatable, Sendable {
  /// The parameter or part it is about.
  package let path: String
  package let message: String
  package let help: String?

  init(_ path: String, _ message: String, help: String? = nil) {
    self.path = path
    self.message = message
    self.help = help
  }
}

extension Scenario {
  /// What is wrong between the parts of a scenario. A scenario without issues compiles and runs.
  package var issues: [Issue] {
    // What a number is the same as must be known before sums of it mean anything.
    let unsettled = sameIssues
    return (unsettled.isEmpty ? settled.issuesBetweenParts : unsettled) + correlationIssues
  }

  private var issuesBetweenParts: [Issue] {
    missingParts + storeReferences + offerReferences + incompleteChannels + shareSums + fateSums
  }

  private var missingParts: [Issue] {
    let needed = [
      (stores.isEmpty, "stores", "a scenario needs a store"),
      (products.isEmpty, "products", "a scenario needs a product"),
      (suppliers.isEmpty, "suppliers", "a scenario needs a supplier"),
    ]
    return needed.filter(\.0).map { Issue($0.1, $0.2, help: "see scenarios/first-store.yaml for one") }
  }

  private var storeReferences: [Issue] {
    let references =
      products.entries.map { ("products.\($0.name).store", $0.value.store) }
      + ads.entries.map { ("ads.\($0.name).store", $0.value.store) }
      + traffic.entries.map { ("traffic.\($0.name).store", $0.value.store) }
    return references.compactMap { path, store in
      guard !store.isEmpty, stores.index(of: store) == nil else { return nil }
      return Issue(path, "no such store: \(store.shortened)", help: Suggestion.text(for: store, among: stores.names))
    }
  }

  private var offerReferences: [Issue] {
    products.entries.flatMap { product -> [Issue] in
      let path = "products.\(product.name).offers"
      guard !product.value.offers.isEmpty else {
        return [
          Issue(path, "nobody supplies \(product.name)", help: "give at least one offer: SUPPLIER: {unit_cost: …}")
        ]
      }
      return product.value.offers.names.filter { suppliers.index(of: $0) == nil }.map {
        Issue("\(path).\($0)", "no such supplier: \($0)", help: Suggestion.text(for: $0, among: suppliers.names))
      }
    }
  }

  private var incompleteChannels: [Issue] {
    ads.entries.flatMap { entry -> [Issue] in
      let channel = entry.value
      let byViews = channel.thousandViewsPrice != nil || channel.clickThrough != nil
      if channel.clickPrice != nil, byViews {
        return [
          Issue("ads.\(entry.name)", "cpc and cpm with ctr are two ways to say one thing", help: "keep one of them")
        ]
      }
      guard let cpc = channel.cpc else {
        return [Issue("ads.\(entry.name)", "ads.\(entry.name).cpc is missing", help: "give cpc, or cpm and ctr")]
      }
      guard cpc >= 0.001 else {
        return [
          Issue("ads.\(entry.name)", "cpm and ctr make a click cheaper than 0.001", help: "raise cpm or lower ctr")
        ]
      }
      return []
    }
  }

  /// The shares of a store's products sum to 1, or to less where some products have no share given.
  private var shareSums: [Issue] {
    stores.names.flatMap { store -> [Issue] in
      let mine = products.entries.filter { ($0.value.store.isEmpty ? stores.names.first : $0.value.store) == store }
      guard let last = mine.last else { return [] }
      let given = mine.compactMap(\.value.share)
      let sum = given.reduce(0, +)
      let isWhole = given.count == mine.count
      guard sum > 1 + 1e-9 || (isWhole && sum < 1 - 1e-9) else { return [] }
      return [
        Issue(
          "products.\(last.name).share", "the shares of \(store)'s products sum to \(sum.shown)",
          help: "make them sum to 1, or leave one of them out")
      ]
    }
  }

  /// Each shipped order has one fate: the shares of all fates but the good one must leave something.
  private var fateSums: [Issue] {
    products.entries.flatMap { product in
      product.value.offers.names.compactMap { name -> Issue? in
        guard let supplier = suppliers[name] else { return nil }
        let sum = returns.fraudRate + supplier.lostRate + supplier.defectRate + product.value.returnRate
        guard sum > 1 + 1e-9 else { return nil }
        return Issue(
          "products.\(product.name).return_rate",
          "fraud, lost, defect and return rates of \(product.name) from \(name) sum to \(sum.shown)",
          help: "they are shares of the same orders: at most 1")
      }
    }
  }

  /// Scales every season to mean 1, as the engine does, and says which were not. A scenario that is read keeps what was
  /// written: scaled factors might not be allowed ones.
  package mutating func normalizeSeasons() -> [Issue] {
    var notes: [Issue] = []
    func normalize(_ season: inout [Double], _ path: String) {
      let mean = season.reduce(0, +) / Double(max(1, season.count))
      guard mean > 0, abs(mean - 1) > 1e-9 else { return }
      season = season.map { $0 / mean }
      if abs(mean - 1) > 0.005 { notes.append(Issue(path, "\(path) has mean \(mean.shown); it is scaled to 1")) }
    }
    normalize(&market.season, "market.season")
    for name in ads.names {
      guard var channel = ads[name] else { continue }
      normalize(&channel.seasonAds, "ads.\(name).season_ads")
      ads[name] = channel
    }
    return notes
  }
}

extension Double {
  /// A sum for a message, without the dust of binary fractions.
  fileprivate var shown: String { ((self * 1e6).rounded() / 1e6).plain }
}
