import Language

/// What is wrong between the opening balances and the rest of a scenario (model 17).
extension Scenario {
  var openingIssues: [Issue] {
    guard !opening.isEmpty else { return [] }
    return openingStoreIssues + openingMoneyIssues + openingOrderIssues + openingDisputeIssues + openingStockIssues
      + openingAdsIssues
      + openingReputationIssues
  }

  // MARK: Stores

  /// What is on its way is in the scenario's money, and comes straight from the processor.
  private var openingStoreIssues: [Issue] {
    stores.entries.compactMap { entry in
      let store = entry.value
      let isForeign = !store.currency.isEmpty && store.currency != currency
      guard isForeign || !store.payoutAccount.isEmpty else { return nil }
      let name = isForeign ? "currency" : "payout_account"
      return Issue(
        "stores.\(entry.name).\(name)",
        say("opening cannot be used yet with a store that has its own \(name)"),
        help: say("remove that setting from the store, or leave out opening"))
    }
  }

  // MARK: Money

  private var openingMoneyIssues: [Issue] {
    opening.payouts.places.flatMap { place, payout in
      let path = "opening.payouts.\(place)"
      return [storeIssue(payout.store, path), pastIssue(payout.due, path + ".due"), wayIssue(payout, path)]
    }.compactMap(\.self)
      + opening.reserves.places.flatMap { place, reserve in
        let path = "opening.reserves.\(place)"
        return [storeIssue(reserve.store, path), pastIssue(reserve.until, path + ".until")]
      }.compactMap(\.self) + holdIssues
      + opening.deductions.places.compactMap { storeIssue($1.store, "opening.deductions.\($0)") }
      + opening.owed.places.flatMap { place, debt in
        let path = "opening.owed.\(place)"
        return [creditorIssue(debt.to, path + ".to"), pastIssue(debt.due, path + ".due")]
      }.compactMap(\.self)
  }

  private var holdIssues: [Issue] {
    var held: Set<Int> = []
    return opening.holds.places.flatMap { place, hold in
      let path = "opening.holds.\(place)"
      let isFirst = held.insert(storeIndex(hold.store)).inserted
      let second =
        isFirst
        ? nil
        : Issue(
          path, say("a store can have only one hold at a time"),
          help: say("combine the two holds into one, or name a different store in one of them"))
      return [storeIssue(hold.store, path), pastIssue(hold.until, path + ".until"), second]
    }.compactMap(\.self)
  }

  private func wayIssue(_ payout: OpeningPayout, _ path: String) -> Issue? {
    guard !payout.payments.isEmpty, let store = stores.entries.dropFirst(storeIndex(payout.store)).first else {
      return nil
    }
    let known = store.value.payments.names
    guard !known.contains(payout.payments) else { return nil }
    return Issue(
      path + ".payments", say("no such payment method: \(payout.payments.shortened)"),
      help: Suggestion.text(for: payout.payments, among: known))
  }

  private func creditorIssue(_ name: String, _ path: String) -> Issue? {
    guard creditor(name) == nil else { return nil }
    let known = suppliers.names.map { "suppliers.\($0)" } + ["state", "other"]
    return Issue(
      path, say("neither a supplier nor another creditor is called \(name.shortened)"),
      help: Suggestion.text(for: name, among: known))
  }

  // MARK: Orders

  private var openingOrderIssues: [Issue] {
    opening.orders.places.flatMap { place, orders -> [Issue] in
      let path = "opening.orders.\(place)"
      let own = [futureIssue(orders.ordered, path + ".ordered"), takenIssue(orders, path)].compactMap(\.self)
      guard let product = products.index(of: orders.product) else {
        let unknown = Issue(
          path + ".product", say("no such product: \(orders.product.shortened)"),
          help: Suggestion.text(for: orders.product, among: products.names))
        return [unknown] + own
      }
      return own
        + [
          orderedStoreIssue(product, path), testedIssue(product, path),
          orderedSupplierIssue(orders, product, path), claimIssue(orders, product, path),
        ].compactMap(\.self)
    }
  }

  private func orderedStoreIssue(_ product: Int, _ path: String) -> Issue? {
    let name = products.entries[product].value.store
    return storeIssue(name, path)
  }

  private func testedIssue(_ product: Int, _ path: String) -> Issue? {
    guard product == testedProduct else { return nil }
    return Issue(
      path + ".product",
      say("\(products.names[product]) stands for products still to be tested, which have no orders yet"),
      help: say("add a separate product for what was sold before"))
  }

  private func orderedSupplierIssue(_ orders: OpeningOrders, _ product: Int, _ path: String) -> Issue? {
    guard !orders.supplier.isEmpty else { return nil }
    guard orders.isTaken else {
      return Issue(
        path + ".supplier", say("orders that no supplier has taken cannot name a supplier"),
        help: say("remove \"supplier\" here: these orders go to the product's first supplier that is open"))
    }
    let known = products.entries[product].value.offers.names
    guard !known.contains(orders.supplier) else { return nil }
    return Issue(
      path + ".supplier", say("\(orders.supplier.shortened) does not supply \(orders.product)"),
      help: Suggestion.text(for: orders.supplier, among: known))
  }

  private func claimIssue(_ orders: OpeningOrders, _ product: Int, _ path: String) -> Issue? {
    let home = storeIndex(products.entries[product].value.store)
    guard orders.claim > 0, let store = stores.entries.dropFirst(home).first else { return nil }
    guard !store.value.ways.contains(where: { $0.way.payoutFrom == .delivery }) else { return nil }
    return Issue(
      path + ".claim",
      say("\(store.name)'s payouts come a fixed number of days after the order, so their dates are already known"),
      help: say("list the money under opening.payouts"))
  }

  private func takenIssue(_ orders: OpeningOrders, _ path: String) -> Issue? {
    guard !orders.isTaken, orders.delivered != nil else { return nil }
    return Issue(
      path + ".delivered", say("orders that no supplier has taken cannot have been delivered"),
      help: say("remove either \"delivered\" or \"taken: no\""))
  }

  private var openingDisputeIssues: [Issue] {
    opening.disputes.places.flatMap { place, disputes in
      let path = "opening.disputes.\(place)"
      let more =
        disputes.open > disputes.count
        ? Issue(
          path + ".open", say("more chargebacks are open than have arrived"),
          help: say("the value of \"open\" cannot be higher than that of \"count\""))
        : nil
      return [storeIssue(disputes.store, path), futureIssue(disputes.on, path + ".on"), more]
    }.compactMap(\.self)
  }

  // MARK: Stock, ads, reputation

  private var openingStockIssues: [Issue] {
    opening.stock.places.compactMap { place, stock in
      let path = "opening.stock.\(place).offer"
      if let issue = stockIssue(stock.offer, path) { return issue }
      guard let offer = offer(at: stock.offer) else { return nil }
      let own = products.entries[offer.product].value.offers[offer.supplier]?.ownStock
      guard (own?.openingUnits ?? 0) > 0 else { return nil }
      return Issue(
        path, say("\(stock.offer).own_stock.opening_units are bought on the first day, in addition to this stock"),
        help: say("keep either this stock or opening_units"))
    }
      + opening.arriving.places.flatMap { place, arrival in
        let path = "opening.arriving.\(place)"
        return [stockIssue(arrival.offer, path + ".offer"), pastIssue(arrival.on, path + ".on")]
      }.compactMap(\.self)
  }

  private func stockIssue(_ path: String, _ place: String) -> Issue? {
    guard let offer = offer(at: path) else {
      let known = products.entries.flatMap { entry in
        entry.value.offers.names.map { "products.\(entry.name).offers.\($0)" }
      }
      return Issue(place, say("no such offer: \(path.shortened)"), help: Suggestion.text(for: path, among: known))
    }
    guard !isOwnStock(offer) else { return nil }
    return Issue(
      place, say("\(path) is not sold from your own stock"),
      help: say("give \(path).own_stock.order_quantity: how many units you buy each time"))
  }

  private var openingAdsIssues: [Issue] {
    opening.ads.names.compactMap { name in
      let path = "opening.ads.\(name)"
      guard let channel = ads[name] else {
        return Issue(path, say("no such channel: \(name)"), help: Suggestion.text(for: name, among: ads.names))
      }
      if let product = testedProduct,
        storeIndex(products.entries[product].value.store) == storeIndex(channel.store)
      {
        return Issue(
          path, say("ads.\(name) is used for product tests, where each candidate's ads begin from zero"),
          help: say("remove it"))
      }
      return laterIssue(channel.opens, "ads.\(name)", path) ?? storeIssue(channel.store, path)
    }
  }

  private var openingReputationIssues: [Issue] {
    let reputation = opening.reputation
    guard (reputation.bad == nil) != (reputation.orders == nil) else { return [] }
    return [
      Issue(
        "opening.reputation", say("\"bad\" and \"orders\" must be given together"),
        help: say("write {bad: 3 %, orders: 180} if 3 % of the last 180 orders were lost, bad or late"))
    ]
  }

  // MARK: Stores and dates

  private func storeIssue(_ name: String, _ path: String) -> Issue? {
    guard name.isEmpty || stores.index(of: name) != nil else {
      return Issue(
        path + ".store", say("no such store: \(name.shortened)"), help: Suggestion.text(for: name, among: stores.names)
      )
    }
    guard let store = stores.entries.dropFirst(storeIndex(name)).first else { return nil }
    return laterIssue(store.value.opens, "stores.\(store.name)", path)
  }

  private func laterIssue(_ opens: Opening, _ part: String, _ path: String) -> Issue? {
    guard day(of: opens) > 0 else { return nil }
    return Issue(
      path, say("\(part) opens only after the first day"),
      help: say("remove this, or set \(part).opens to a day before the start"))
  }

  private func pastIssue(_ date: CalendarDate, _ path: String) -> Issue? {
    guard start.days(until: date) < 0 else { return nil }
    return Issue(
      path, say("\(date.description) is before the first day, \(start.description)"),
      help: say(
        "remove it: cash.budget already holds the money received and paid before the first day, and goods that arrived before it belong in opening.stock; what is still unpaid is due on the first day"
      ))
  }

  private func futureIssue(_ date: CalendarDate, _ path: String) -> Issue? {
    guard start.days(until: date) >= 0 else { return nil }
    return Issue(
      path, say("\(date.description) is not before the first day, \(start.description)"),
      help: say("remove it: from the first day on, the run simulates what happens"))
  }
}

extension Array {
  /// Items with their places, counted from 1 as in paths.
  fileprivate var places: [(place: Int, item: Element)] { enumerated().map { ($0.offset + 1, $0.element) } }
}
