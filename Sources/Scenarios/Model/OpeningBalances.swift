package import Language

/// What a running business has on its way on the first morning (model 17): it begins with this instead of nothing.
package struct OpeningBalances: Equatable, Sendable {
  package var payouts: [OpeningPayout] = []
  package var reserves: [OpeningReserve] = []
  package var holds: [OpeningHold] = []
  package var deductions: [OpeningDeduction] = []
  package var owed: [OpeningDebt] = []
  package var orders: [OpeningOrders] = []
  package var disputes: [OpeningDisputes] = []
  package var stock: [OpeningStock] = []
  package var arriving: [OpeningArrival] = []
  package var reputation = OpeningReputation()
  package var ads = Named<OpeningAds>()
  package init() {}

  /// A business that begins with nothing but its money.
  package var isEmpty: Bool { self == OpeningBalances() }
}

extension OpeningBalances: Described {
  package static let shape = Shape<OpeningBalances>(groups: [
    Group(
      numbered: "payouts", \.payouts,
      "Money that processors still have to pay out to you, with their fees already deducted."),
    Group(numbered: "reserves", \.reserves, "Reserves that processors hold, listed by the day of their release."),
    Group(numbered: "holds", \.holds, "Payouts that are being withheld; at most one hold per store."),
    Group(
      numbered: "deductions", \.deductions,
      "Refunds and chargebacks that the processor has not deducted yet: they reduce the store's next payouts."),
    Group(numbered: "owed", \.owed, "Bills, taxes and loans that are still to be paid."),
    Group(
      numbered: "orders", \.orders,
      "Orders of a past day whose deliveries, refunds or repeat orders may still come. Count orders that are already refunded, too."
    ),
    Group(
      numbered: "disputes", \.disputes,
      "Chargebacks of the last 90 days: they raise the chance of a hold; open ones may still be won."),
    Group(numbered: "stock", \.stock, "Own stock on hand, paid for."),
    Group(numbered: "arriving", \.arriving, "Own stock on its way, paid for."),
    Group(
      section: "reputation", \.reputation,
      "What customers have heard about the shop; by default, derived from the opening orders."),
    Group(unaided: "ads", \.ads, "The effect that earlier ads have built up, by channel."),
  ])
}

/// Money that a processor will pay out.
package struct OpeningPayout: Equatable, Sendable {
  package var store = ""
  package var payments = ""
  package var due = CalendarDate.epoch
  package var amount = 0.0
  package init() {}
}

extension OpeningPayout: Described {
  package static let shape = Shape<OpeningPayout>(fields: [
    .openingStore(\.store),
    Field("payments", \.payments, .text, "The payment method, if the store has several."),
    Field("due", \.due, "The day of the payout."),
    .openingAmount(\.amount, "The amount that will be paid out, with fees and reserve already deducted."),
  ])
}

/// Money that a processor keeps as a reserve.
package struct OpeningReserve: Equatable, Sendable {
  package var store = ""
  package var until = CalendarDate.epoch
  package var amount = 0.0
  package init() {}
}

extension OpeningReserve: Described {
  package static let shape = Shape<OpeningReserve>(fields: [
    .openingStore(\.store),
    Field("until", \.until, "The day the reserve is released."),
    .openingAmount(\.amount, "The amount held in reserve."),
  ])
}

/// A hold that goes on.
package struct OpeningHold: Equatable, Sendable {
  package var store = ""
  package var until = CalendarDate.epoch
  package var withheld = 0.0
  package var share: Double?
  package init() {}
}

extension OpeningHold: Described {
  package static let shape = Shape<OpeningHold>(fields: [
    .openingStore(\.store),
    Field("until", \.until, "The day the hold ends and all withheld payouts are released."),
    Field("withheld", \.withheld, .money(per: nil), 0...1e9, required: true, "The amount withheld so far."),
    Field(
      "share", \.share, .share, 0...1,
      "The share of later payouts that is withheld until the hold ends; by default, the store's hold_share; 0 % for none."
    ),
  ])
}

/// Refunds that a processor still has to take off.
package struct OpeningDeduction: Equatable, Sendable {
  package var store = ""
  package var amount = 0.0
  package init() {}
}

extension OpeningDeduction: Described {
  package static let shape = Shape<OpeningDeduction>(fields: [
    .openingStore(\.store), .openingAmount(\.amount, "The amount still to be deducted from the next payouts."),
  ])
}

/// A debt and when it is paid.
package struct OpeningDebt: Equatable, Sendable {
  package var to = ""
  package var due = CalendarDate.epoch
  package var amount = 0.0
  package init() {}
}

extension OpeningDebt: Described {
  package static let shape = Shape<OpeningDebt>(fields: [
    Field("to", \.to, .text, required: true, "Whom you owe: suppliers.NAME, state (for taxes) or other."),
    Field("due", \.due, "The day of the payment."),
    .openingAmount(\.amount, "The amount owed."),
  ])
}

/// Orders of one past day whose story is not over.
package struct OpeningOrders: Equatable, Sendable {
  package var product = ""
  package var ordered = CalendarDate.epoch
  package var count = 0.0
  package var delivered: Bool?
  package var supplier = ""
  package var value: Double?
  package var claim = 0.0
  package var isTaken = true
  package init() {}
}

extension OpeningOrders: Described {
  package static let shape = Shape<OpeningOrders>(fields: [
    Field("product", \.product, .reference(to: "products"), required: true, "The product that was ordered."),
    Field("ordered", \.ordered, "The day of these orders; it must lie before the first day."),
    Field(
      "count", \.count, .count(of: "orders"), 0...20_000, required: true,
      "How many orders of that day were or will be shipped, refunded ones included."),
    Field("delivered", \.delivered, "Whether these orders have been delivered; by default, this is not known."),
    Field(
      "supplier", \.supplier, .reference(to: "suppliers"),
      "The supplier that ships these orders; by default, the product's first supplier."),
    Field(
      "value", \.value, .money(per: .order), 0...1e6,
      "What the customer paid for an order; by default, the price on the first day times the units per order."),
    Field(
      "claim", \.claim, .money(per: .order), 0...1e6,
      "What you are still owed for each order; only for stores whose payout days count from delivery."),
    Field(
      "taken", \.isTaken,
      "Whether a supplier has already accepted these orders. If not, they go to a supplier on the first day, and you pay for them then."
    ),
  ])
}

/// Chargebacks of one past day.
package struct OpeningDisputes: Equatable, Sendable {
  package var store = ""
  package var on = CalendarDate.epoch
  package var count = 0.0
  package var open = 0.0
  package var value = 0.0
  package init() {}
}

extension OpeningDisputes: Described {
  package static let shape = Shape<OpeningDisputes>(fields: [
    .openingStore(\.store),
    Field("on", \.on, "The day these chargebacks arrived; it must lie before the first day."),
    Field(
      "count", \.count, .count(of: "chargebacks"), 0...20_000, required: true, "How many chargebacks arrived that day."),
    Field("open", \.open, .count(of: "chargebacks"), 0...20_000, "How many of these chargebacks are not decided yet."),
    Field(
      "value", \.value, .money(per: .order), 0...1e6, "What you get back for each chargeback you win: the order value."),
  ])
}

/// Own stock on hand.
package struct OpeningStock: Equatable, Sendable {
  package var offer = ""
  package var units = 0.0
  package var unitCost = 0.0
  package init() {}
}

extension OpeningStock: Described {
  package static let shape = Shape<OpeningStock>(fields: [
    .openingOffer(\.offer),
    Field("units", \.units, .count(of: "units"), 0...1e6, required: true, "Units on hand."),
    Field(
      "unit_cost", \.unitCost, .money(per: .unit), 0...1e6, required: true,
      "Cost of a unit including duty, in the scenario's currency."),
  ])
}

/// Own stock that is on its way.
package struct OpeningArrival: Equatable, Sendable {
  package var offer = ""
  package var units = 0.0
  package var on = CalendarDate.epoch
  package var unitCost = 0.0
  package init() {}
}

extension OpeningArrival: Described {
  package static let shape = Shape<OpeningArrival>(fields: [
    .openingOffer(\.offer),
    Field("units", \.units, .count(of: "units"), 0...1e6, required: true, "Units on their way."),
    Field("on", \.on, "The day the goods arrive."),
    Field(
      "unit_cost", \.unitCost, .money(per: .unit), 0...1e6, required: true,
      "Cost of a unit including duty, in the scenario's currency."),
  ])
}

/// The problem orders that customers have heard of.
package struct OpeningReputation: Equatable, Sendable {
  package var bad: Double?
  package var orders: Double?
  package init() {}
}

extension OpeningReputation: Described {
  package static let shape = Shape<OpeningReputation>(fields: [
    Field("bad", \.bad, .share, 0...1, "The share of recent orders that were lost, defective or late."),
    Field(
      "orders", \.orders, .count(of: "orders"), 0...1e9,
      "The number of recent orders to which the share in \"bad\" refers."),
  ])
}

/// What a channel's ads have built up.
package struct OpeningAds: Equatable, Sendable {
  package var adstock: Double?
  package var creativeAge: Double?
  package init() {}
}

extension OpeningAds: Described {
  package static let shape = Shape<OpeningAds>(fields: [
    Field(
      "adstock", \.adstock, .moneyPerDay, 0...1e7,
      "The remaining effect of earlier ads; by default, what the budget has built up since the channel opened."),
    Field(
      "creative_age", \.creativeAge, .wholeDays, 0...10_000,
      "The age of the creative on the first day; by default, counted from the channel's opening."),
  ])
}

extension Field {
  fileprivate static func openingStore(_ path: ModelPath<Root, String>) -> Field {
    Field("store", path, .reference(to: "stores"), "The store; by default, the first one.")
  }

  fileprivate static func openingAmount(_ path: ModelPath<Root, Double>, _ doc: String) -> Field {
    Field("amount", path, .money(per: nil), 0...1e9, required: true, doc)
  }

  fileprivate static func openingOffer(_ path: ModelPath<Root, String>) -> Field {
    Field("offer", path, .text, required: true, "The offer to which this stock belongs: products.NAME.offers.NAME.")
  }
}
