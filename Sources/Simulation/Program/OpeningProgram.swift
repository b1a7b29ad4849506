import Language
import Scenarios
import Statistics

/// What a running business has on its way (model 17), ready to run.
struct OpeningProgram: Sendable {
  /// Money of a store's processor, and the day it moves.
  struct Claim: Sendable {
    let store: Int
    let day: Int
    let amount: Parameter
  }

  struct Hold: Sendable {
    let store: Int
    let until: Int
    let withheld: Parameter
    /// nil: the store's own.
    let share: Parameter?
  }

  struct Deduction: Sendable {
    let store: Int
    let amount: Parameter
  }

  struct Debt: Sendable {
    let creditor: OpeningCreditor
    let day: Int
    let amount: Parameter
  }

  /// Own stock, here or on its way.
  struct Stock: Sendable {
    let product: Int
    let offer: Int
    /// nil: on hand.
    let day: Int?
    let units: Parameter
    let unitCost: Parameter
  }

  struct Disputes: Sendable {
    let store: Int
    let day: Int
    let count: Parameter
    let open: Parameter
    let value: Parameter
    /// Days from the chargeback to the decision of those that are still open.
    let decision: LagTable
    /// Of each: word 0 decides whether it is won, word 1 when.
    let stream: Stream
  }

  let payouts: [Claim]
  let reserves: [Claim]
  let holds: [Hold]
  let deductions: [Deduction]
  let debts: [Debt]
  let stock: [Stock]
  let orders: [OpeningOrdersProgram]
  let disputes: [Disputes]
  let reputation: (bad: Parameter, orders: Parameter)?

  var owesSuppliers: Bool {
    debts.contains { if case .supplier = $0.creditor { true } else { false } }
  }
  var owesState: Bool { debts.contains { $0.creditor == .state } }
  var owesOthers: Bool { debts.contains { $0.creditor == .others } }

  /// nil for a business that begins with nothing but its money.
  /// - Parameter products: those of the program.
  init?(_ products: [ProductProgram], _ compiler: inout Compiler) {
    let (scenario, calendar) = (compiler.scenario, compiler.calendar)
    let given = scenario.opening
    guard !given.isEmpty else { return nil }
    func store(_ name: String) -> Int { scenario.storeIndex(name) }
    func each<Part, Ready>(_ parts: [Part], _ name: String, _ make: (Part, String) -> Ready?) -> [Ready] {
      parts.enumerated().compactMap { make($1, "opening.\(name).\($0 + 1)") }
    }
    payouts = each(given.payouts, "payouts") { part, path in
      Claim(
        store: store(part.store), day: calendar.day(of: part.due),
        amount: compiler.parameter(path + ".amount", part.amount))
    }
    reserves = each(given.reserves, "reserves") { part, path in
      Claim(
        store: store(part.store), day: calendar.day(of: part.until),
        amount: compiler.parameter(path + ".amount", part.amount))
    }
    holds = each(given.holds, "holds") { part, path in
      Hold(
        store: store(part.store), until: calendar.day(of: part.until),
        withheld: compiler.parameter(path + ".withheld", part.withheld),
        share: compiler.parameter(path + ".share", part.share))
    }
    deductions = each(given.deductions, "deductions") { part, path in
      Deduction(store: store(part.store), amount: compiler.parameter(path + ".amount", part.amount))
    }
    debts = each(given.owed, "owed") { part, path in
      guard let creditor = scenario.creditor(part.to) else { return nil }
      return Debt(
        creditor: creditor, day: calendar.day(of: part.due), amount: compiler.parameter(path + ".amount", part.amount))
    }
    func stock(
      _ offer: String, _ day: CalendarDate?, _ units: Double, _ unitCost: Double, _ path: String
    ) -> Stock? {
      guard let place = compiler.place(ofOffer: offer, among: products) else { return nil }
      return Stock(
        product: place.product, offer: place.offer, day: day.map(calendar.day(of:)),
        units: compiler.parameter(path + ".units", units),
        unitCost: compiler.parameter(path + ".unit_cost", unitCost))
    }
    self.stock =
      each(given.stock, "stock") { stock($0.offer, nil, $0.units, $0.unitCost, $1) }
      + each(given.arriving, "arriving") { stock($0.offer, $0.on, $0.units, $0.unitCost, $1) }
    orders = each(given.orders, "orders") { OpeningOrdersProgram($0, $1, products, &compiler) }
    let decision = LagTable(scenario.returns.disputeDecisionDays.distribution)
    disputes = each(given.disputes, "disputes") { part, path in
      let day = calendar.day(of: part.on)
      return Disputes(
        store: store(part.store), day: day, count: compiler.parameter(path + ".count", part.count),
        open: compiler.parameter(path + ".open", part.open), value: compiler.parameter(path + ".value", part.value),
        decision: decision.given(atLeast: min(-day, LagTable.mostDays - 1)),
        stream: Stream(seed: compiler.seed, name: path))
    }
    if let bad = given.reputation.bad, let orders = given.reputation.orders {
      reputation = (
        compiler.parameter("opening.reputation.bad", bad), compiler.parameter("opening.reputation.orders", orders)
      )
    } else {
      reputation = nil
    }
  }
}

/// Orders of one past day, ready to run.
struct OpeningOrdersProgram: Sendable {
  let product: Int
  /// Who ships them; nil where nobody has taken them.
  let offer: Int?
  /// The day they were ordered, before day 0.
  let day: Int
  let count: Parameter
  /// nil: today's price times the units.
  let value: Parameter?
  let claim: Parameter
  /// Door-to-door days as far as they are known, and as the plan sees them.
  let delivery: LagTable
  let planned: Int
  /// They are there, so none can be lost any more.
  let areDelivered: Bool
  /// The draws of each, as those of new orders: see ``ProductProgram/fates`` and ``ProductProgram/decisions``.
  let fates: Stream
  let decisions: Stream

  /// nil for a product that does not exist; such scenarios have issues and are not run.
  init?(_ orders: OpeningOrders, _ path: String, _ products: [ProductProgram], _ compiler: inout Compiler) {
    guard let index = compiler.scenario.products.index(of: orders.product) else { return nil }
    let place = compiler.place(of: index)
    let names = compiler.scenario.products.entries[index].value.offers.names
    let supplier = orders.supplier.isEmpty ? 0 : names.firstIndex(of: orders.supplier) ?? 0
    guard products.indices.contains(place), products[place].offers.indices.contains(supplier) else { return nil }
    let terms = products[place].offers[supplier]
    product = place
    offer = orders.isTaken ? supplier : nil
    // Older than any delay can be tells no more.
    day = max(1 - LagTable.mostDays, compiler.calendar.day(of: orders.ordered))
    count = compiler.parameter(path + ".count", orders.count)
    value = compiler.parameter(path + ".value", orders.value)
    claim = compiler.parameter(path + ".claim", orders.claim)
    areDelivered = orders.delivered == true
    switch orders.delivered {
    case nil: (delivery, planned) = (terms.delivery, terms.plannedDelivery)
    case false?:
      delivery = terms.delivery.given(atLeast: -day)
      planned = Lag.planned(delivery.mean)
    case true?:
      delivery = terms.delivery.given(below: -day)
      planned = Lag.planned(delivery.mean)
    }
    fates = Stream(seed: compiler.seed, name: path)
    decisions = Stream(seed: compiler.seed, name: path + ".decisions")
  }
}

extension Compiler {
  /// The places in the program of `products.lamp.offers.own`.
  fileprivate func place(
    ofOffer path: String, among products: [ProductProgram]
  ) -> (product: Int, offer: Int)? {
    guard let named = scenario.offer(at: path) else { return nil }
    let product = place(of: named.product)
    guard products.indices.contains(product), let supplier = scenario.suppliers.index(of: named.supplier),
      let offer = products[product].offers.firstIndex(where: { $0.supplier == supplier }),
      products[product].offers[offer].ownStock != nil
    else { return nil }
    return (product, offer)
  }

  /// Does a hold go on in the store of that path?
  func isHeld(_ path: String) -> Bool { scenario.opening.holds.contains { isStore($0.store, at: path) } }

  /// Does its processor keep money of before: a reserve, or what a hold that ends on the first morning withheld?
  func keepsOpeningMoney(_ path: String) -> Bool {
    isHeld(path) || scenario.opening.reserves.contains { isStore($0.store, at: path) }
  }

  private func isStore(_ name: String, at path: String) -> Bool {
    "stores.\(scenario.stores.names[scenario.storeIndex(name)])" == path
  }
}
