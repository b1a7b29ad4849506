import Language

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
  package var issues: [Issue] { structureIssues + ruleIssues }

  /// What is wrong between the parts, rules and events apart.
  var structureIssues: [Issue] {
    // What a number is the same as must be known before sums of it mean anything.
    let unsettled = sameIssues
    return (unsettled.isEmpty ? settled.issuesBetweenParts : unsettled) + correlationIssues + eventIssues
  }

  private var issuesBetweenParts: [Issue] {
    missingParts + storeReferences + accountReferences + currencyReferences + offerReferences + incompleteChannels
      + shareSums
      + paymentShares + lenderIssues + cardIssues + adAccountIssues + freightIssues + fateSums + productTestIssues
      + scoreWeights
      + openingIssues
  }

  private var missingParts: [Issue] {
    let needed = [
      (stores.isEmpty, "stores", say("a scenario needs a store")),
      (products.isEmpty, "products", say("a scenario needs a product")),
      (suppliers.isEmpty, "suppliers", say("a scenario needs a supplier")),
    ]
    return needed.filter(\.0).map { Issue($0.1, $0.2, help: say("for an example, see scenarios/first-store.yaml")) }
  }

  private var storeReferences: [Issue] {
    let references =
      products.entries.map { ("products.\($0.name).store", $0.value.store) }
      + ads.entries.map { ("ads.\($0.name).store", $0.value.store) }
      + traffic.entries.map { ("traffic.\($0.name).store", $0.value.store) }
      + advances.entries.map { ("advances.\($0.name).store", $0.value.store) }
    return references.compactMap { path, store in
      guard !store.isEmpty, stores.index(of: store) == nil else { return nil }
      return Issue(
        path, say("no such store: \(store.shortened)"), help: Suggestion.text(for: store, among: stores.names))
    }
  }

  private var accountReferences: [Issue] {
    stores.entries.compactMap { entry in
      let name = entry.value.payoutAccount
      guard !name.isEmpty, payoutAccounts.index(of: name) == nil else { return nil }
      let preset = PresetCatalogue.find(name, for: .payoutAccounts)
      return Issue(
        "stores.\(entry.name).payout_account", say("no such payout account: \(name.shortened)"),
        help: preset == nil
          ? Suggestion.text(for: name, among: payoutAccounts.names)
          : say("to add it, write payout_accounts: {\(name): {preset: \(name)}}"))
    }
  }

  /// The ways to be paid share all of a store's sales.
  private var paymentShares: [Issue] {
    stores.entries.compactMap { entry in
      guard !entry.value.payments.isEmpty else { return nil }
      let sum = entry.value.payments.entries.map(\.value.share).reduce(0, +)
      guard abs(sum - 1) > 1e-9 else { return nil }
      return Issue(
        "stores.\(entry.name).payments", say("the shares of \(entry.name)'s payments sum to \(sum.shown)"),
        help: say("make them sum to 1"))
    }
  }

  /// What product tests need: a product of their own, ad channels, and what to keep.
  private var productTestIssues: [Issue] {
    guard productTests.candidates > 0 else { return [] }
    let name = productTests.product
    guard name.isEmpty || products.index(of: name) != nil else {
      return [
        Issue(
          "product_tests.product", say("no such product: \(name.shortened)"),
          help: Suggestion.text(for: name, among: products.names))
      ]
    }
    guard let product = testedProduct else { return [] }
    var issues: [Issue] = []
    let store = products.entries[product].value.store
    let siblings = products.entries.filter { storeIndex($0.value.store) == storeIndex(store) }
    if siblings.count > 1 {
      issues.append(
        Issue(
          "product_tests", say("the store that tests products sells other products too"),
          help: say(
            "keep one product in this store, and move the others to another store: all tested products use the price and offers of the one that stays"
          )))
    }
    if !ads.entries.contains(where: { storeIndex($0.value.store) == storeIndex(store) && $0.value.budget > 0 }) {
      issues.append(
        Issue(
          "product_tests", say("no ad channel brings visitors for the tests"),
          help: say("give the store that tests products an ad channel with a budget"))
      )
    }
    if productTests.keepIf.isEmpty {
      issues.append(
        Issue("product_tests", say("keep_if is missing"), help: say("for example: keep_if: roas(4) >= 1.4")))
    }
    return issues
  }

  private var scoreWeights: [Issue] {
    guard abs(scorecard.sum - 1) > 1e-9 else { return [] }
    let sum = ((scorecard.sum * 1e6).rounded() / 1e4).plain
    return [
      Issue("scorecard", say("the weights of the scorecard sum to \(sum) %"), help: say("make them sum to 100 %"))
    ]
  }

  private var offerReferences: [Issue] {
    products.entries.flatMap { product -> [Issue] in
      let path = "products.\(product.name).offers"
      guard !product.value.offers.isEmpty else {
        return [
          Issue(
            path, say("no supplier offers \(product.name)"),
            help: say("give at least one offer: SUPPLIER: {unit_cost: …}")
          )
        ]
      }
      return product.value.offers.names.filter { suppliers.index(of: $0) == nil }.map {
        Issue("\(path).\($0)", say("no such supplier: \($0)"), help: Suggestion.text(for: $0, among: suppliers.names))
      }
    }
  }

  private var incompleteChannels: [Issue] {
    ads.entries.flatMap { entry -> [Issue] in
      let channel = entry.value
      let byViews = channel.thousandViewsPrice != nil || channel.clickThrough != nil
      if channel.clickPrice != nil, byViews {
        return [
          Issue(
            "ads.\(entry.name)", say("cpc is given together with cpm or ctr"),
            help: say("keep either cpc or both cpm and ctr"))
        ]
      }
      guard let cpc = channel.cpc else {
        return [
          Issue("ads.\(entry.name)", say("ads.\(entry.name).cpc is missing"), help: say("give cpc, or cpm and ctr"))
        ]
      }
      guard cpc >= 0.001 else {
        return [
          Issue(
            "ads.\(entry.name)", say("with this cpm and ctr, a click would cost less than 0.001"),
            help: say("raise cpm or lower ctr")
          )
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
          "products.\(last.name).share", say("the shares of \(store)'s products sum to \(sum.shown)"),
          help: say("make them sum to 1, or remove the share of one product"))
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
          say(
            "for \(product.name) from \(name), the rates of fraud, lost parcels, defects and returns sum to \(sum.shown)"
          ),
          help: say("they are shares of the same orders, so their sum cannot be above 1"))
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
      if abs(mean - 1) > 0.005 {
        notes.append(
          Issue(path, say("the mean of \(path) is \(mean.shown); its factors are scaled so that the mean is 1")))
      }
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

extension Scenario {
  /// The product whose terms the candidates of product tests share; nil without tests.
  package var testedProduct: Int? {
    guard productTests.candidates > 0 else { return nil }
    return productTests.product.isEmpty ? 0 : products.index(of: productTests.product)
  }

  /// The store of that name, or the first one when the name is empty.
  package func storeIndex(_ name: String) -> Int { name.isEmpty ? 0 : stores.index(of: name) ?? 0 }
}

extension Double {
  /// A sum for a message, without the dust of binary fractions.
  fileprivate var shown: String { ((self * 1e6).rounded() / 1e6).plain }
}
