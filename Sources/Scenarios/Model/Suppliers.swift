package import Language

/// One supplier's offer of one product (model section 6).
package struct Offer: Equatable, Sendable {
  package var unitCost = 0.0
  package var shippingCost = 0.0
  package init() {}
}

extension Offer: Described {
  package static let shape = Shape<Offer>(
    fields: [
      Field("unit_cost", \.unitCost, .money(per: .unit), 0...1e6, live: true, required: true, "Goods, a unit."),
      Field("shipping_cost", \.shippingCost, .money(per: .order), 0...1e6, live: true, "Shipping, an order."),
    ],
    notYet: [
      "stockout_rate", "stockout_days", "delisting_rate", "own_stock", "reorder_point", "order_quantity",
      "bulk_unit_cost", "lead_days", "storage", "fulfilment", "leftover_share",
    ])
}

/// Who ships (model sections 6 and 7).
package struct Supplier: Equatable, Sendable {
  package var failureRate = 0.0
  package var failureDays = 10.0
  package var detectionDays = 0.0
  package var capacity: Double?
  package var handlingDays = Lag.fixed(0)
  package var transitDays = Lag.fixed(0)
  package var lostRate = 0.0
  package var defectRate = 0.0
  package var supplierRecovery = 0.0
  package var closures: [Closure] = []
  package init() {}
}

extension Supplier: Described {
  package static let shape = Shape<Supplier>(
    fields: [
      Field("failure_rate", \.failureRate, .rate(per: .month), 0...1, live: true, "Chance of shutting down."),
      Field("failure_days", \.failureDays, .days, 1...3650, "Mean days shut; geometric."),
      Field(
        "detection_days", \.detectionDays, .wholeDays, 0...365, live: true,
        "Days until a shutdown is noticed; 0 with monitoring."),
      Field(
        "capacity", \.capacity, .count(of: "orders per day"), 0...1e6, live: true,
        "Orders it takes a day at most, of all products; none: no limit."),
      Field("handling_days", \.handlingDays, 0...180, "Days from the order to the parcel's start."),
      Field("transit_days", \.transitDays, 0...365, "Days on the way."),
      Field("lost_rate", \.lostRate, .share, 0...1, live: true, "Share of shipped orders that never arrive."),
      Field(
        "defect_rate", \.defectRate, .share, 0...1, live: true,
        "Share of shipped orders that arrive wrong, broken or not as described."),
      Field(
        "supplier_recovery", \.supplierRecovery, .share, 0...1, live: true,
        "Share of goods cost that it pays back for lost and bad orders."),
    ],
    groups: [Group(list: "closures", \.closures, "Scheduled closures, known from their first day.")],
    notYet: [
      "region", "currency", "price_drift", "price_jump_rate", "price_jump", "slide_rate", "slide_days", "slide_factor",
      "test_order_days", "duty_rate", "duty_per_order", "terms_days", "common_cause",
    ])
}

/// Days on which a supplier does not ship, known beforehand: a holiday.
package struct Closure: Equatable, Sendable {
  package var from = CalendarDate.epoch
  package var days = 1.0
  package init() {}
}

extension Closure: Described {
  package static let shape = Shape<Closure>(fields: [
    Field("from", \.from, "The first closed day."),
    Field("days", \.days, .wholeDays, 1...365, required: true, certain: true, "How many days it lasts."),
  ])
}
