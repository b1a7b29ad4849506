/// One supplier's offer of one product (model 6).
package struct Offer: Equatable, Sendable {
  package var unitCost = 0.0
  package var shippingCost = 0.0
  package var freight = ""
  package var tariff = ""
  package var stockoutRate = 0.0
  package var stockoutDays = Lag.fixed(10)
  package var delistingRate = 0.0
  package var ownStock = OwnStock()
  package init() {}
}

extension Offer: Described {
  package static let shape = Shape<Offer>(
    fields: [
      Field(
        "unit_cost", \.unitCost, .money(per: .unit), 0...1e6, live: true, required: true,
        "Price of one unit of goods, in the supplier's currency."
      ).quoted.paid,
      Field(
        "shipping_cost", \.shippingCost, .money(per: .order), 0...1e6, live: true,
        "Shipping cost per order, in the supplier's currency."
      ).quoted.paid,
      Field(
        "freight", \.freight, .reference(to: "freight"),
        "The price list for this offer's parcels: freight by weight is then added to shipping_cost."),
      Field(
        "tariff", \.tariff, .reference(to: "tariffs"),
        "The tariff that this offer's goods pay, on top of the supplier's duty."),
      Field(
        "stockout_rate", \.stockoutRate, .rate(per: .month), 0...1, live: true, "Chance of running out of stock."),
      Field(
        "stockout_days", \.stockoutDays, 1...3650,
        "Days out of stock. A single number is a mean, and the actual days vary at random (geometric); with a range or distribution, they are drawn anew for each stock-out."
      ),
      Field(
        "delisting_rate", \.delistingRate, .rate(per: .month), 0...1, live: true,
        "Chance that the offer disappears for good (is delisted)."),
    ],
    groups: [
      Group(
        section: "own_stock", \.ownStock,
        "Goods that you buy in bulk and store with this supplier; the supplier is then a warehouse that ships for you (3PL), and unit_cost is the bulk price."
      )
    ])
}

/// Goods that the operator owns (model 6, the hybrid model). An offer is own stock where `order_quantity` is
/// above 0.
package struct OwnStock: Equatable, Sendable {
  package var orderQuantity = 0.0
  package var minimumOrder = 0.0
  package var deposit = 0.0
  package var balanceDays: Double?
  package var reorderPoint = 0.0
  package var openingUnits = 0.0
  package var leadDays = Lag.fixed(30)
  package var headFreight = ""
  package var storage = 0.0
  package var storageByVolume = 0.0
  package var fulfilment = 0.0
  package var leftoverShare = 0.0
  package init() {}
}

extension OwnStock: Described {
  package static let shape = Shape<OwnStock>(fields: [
    Field(
      "order_quantity", \.orderQuantity, .count(of: "units"), 0...1e6, live: true,
      "Units you buy each time you restock; 0: you hold no stock of this offer."),
    Field(
      "minimum_order", \.minimumOrder, .count(of: "units"), 0...1e6,
      "The smallest order the supplier takes (MOQ); if order_quantity is less, you buy this many."),
    Field(
      "deposit", \.deposit, .share, 0...1,
      "The share of a purchase's price that you pay when you order; the rest is due when the goods arrive, or after balance_days; 0: no deposit, the whole price is billed when you order."
    ),
    Field(
      "balance_days", \.balanceDays, .wholeDays, 0...365,
      "With a deposit: days from the order until the rest is due, for example before the goods are shipped; by default, it is due when they arrive."
    ),
    Field(
      "reorder_point", \.reorderPoint, .count(of: "units"), 0...1e6, live: true,
      "You reorder in the morning when units in stock and on order together are at or below this number."),
    Field(
      "opening_units", \.openingUnits, .count(of: "units"), 0...1e6,
      "Units in stock on the first day; you pay for them on that day."),
    Field(
      "lead_days", \.leadDays, 0...365,
      "Days from buying to arrival; with a range or distribution, they are drawn anew for each purchase."),
    Field(
      "head_freight", \.headFreight, .reference(to: "freight"),
      "The price list for the way to the warehouse (the first leg). Each purchase is charged as one parcel of its total weight; you pay this freight together with the goods, and it becomes part of their cost."
    ),
    Field(
      "storage", \.storage, .money(per: .unitMonth), 0...1e4, live: true,
      "Storage cost per unit per month; each day costs 12 ÷ 365 of it."
    ).paid,
    Field(
      "storage_by_volume", \.storageByVolume, .money(per: .cubicMetreDay), 0...1e4, live: true,
      "Storage cost per cubic metre (cbm) per day, on top of storage."
    ).paid,
    Field(
      "fulfilment", \.fulfilment, .money(per: .order), 0...1e4, live: true, "Cost of picking and packing one order."
    ).paid,
    Field(
      "leftover_share", \.leftoverShare, .share, 0...1,
      "What leftover stock is worth at the end, as a share of its cost."),
  ])
}

/// Who ships (model 6 and 7).
package struct Supplier: Equatable, Sendable {
  package var region = ""
  package var currency = ""
  package var card = ""
  package var failureRate = 0.0
  package var failureDays = Lag.fixed(10)
  package var detectionDays = 0.0
  package var capacity: Double?
  package var handlingDays = Lag.fixed(0)
  package var transitDays = Lag.fixed(0)
  package var lostRate = 0.0
  package var defectRate = 0.0
  package var supplierRecovery = 0.0
  package var priceDrift = 0.0
  package var priceJumpRate = 0.0
  package var priceJump = Size(0.1)
  package var slideRate = 0.0
  package var slideDays = Lag.fixed(60)
  package var slideFactor = 3.0
  package var testOrderDays: Double?
  package var dutyRate = 0.0
  package var dutyPerOrder = 0.0
  package var termsDays = 0.0
  package var closures: [Closure] = []
  package var scores = Scores()
  package init() {}
}

extension Supplier: Described {
  package static let shape = Shape<Supplier>(
    fields: [
      Field(
        "region", \.region, .text,
        "Region of the supplier: one shutdown can hit all suppliers of a region at once (see common_cause)."),
      Field(
        "currency", \.currency, .reference(to: "fx"),
        "The currency in which the supplier quotes goods, shipping and express; by default, the scenario's."),
      Field(
        "card", \.card, .reference(to: "cards"),
        "The card that pays the supplier's bills; by default, they are paid from cash."),
      Field(
        "failure_rate", \.failureRate, .rate(per: .month), 0...1, live: true,
        "Chance that the supplier shuts down for some days."),
      Field(
        "failure_days", \.failureDays, 1...3650,
        "Days shut. A single number is a mean, and the actual days vary at random (geometric); with a range or distribution, they are drawn anew for each shutdown."
      ),
      Field(
        "detection_days", \.detectionDays, .wholeDays, 0...365, live: true,
        "Days until you notice a shutdown; 0 if you monitor the supplier."),
      Field(
        "capacity", \.capacity, .count(of: "orders per day"), 0...1e6, live: true,
        "The highest number of orders it takes per day, for all products together; none: no limit."),
      Field("handling_days", \.handlingDays, 0...180, "Days from the order until the parcel leaves."),
      Field("transit_days", \.transitDays, 0...365, "Days in transit."),
      Field("lost_rate", \.lostRate, .share, 0...1, live: true, "Share of shipped orders that never arrive."),
      Field(
        "defect_rate", \.defectRate, .share, 0...1, live: true,
        "Share of shipped orders that arrive wrong, broken or not as described."),
      Field(
        "supplier_recovery", \.supplierRecovery, .share, 0...1, live: true,
        "Share of the goods' cost that the supplier pays back for lost and defective orders."),
      Field(
        "price_drift", \.priceDrift, .rate(per: .year), -0.9...10, live: true, "Growth of its unit costs per year."),
      Field(
        "price_jump_rate", \.priceJumpRate, .rate(per: .month), 0...1, live: true, "Chance that its unit costs jump."),
      Field(
        "price_jump", \.priceJump, -0.9...1,
        "Size of a permanent jump in its unit costs: 8 % makes them higher, -5 % lower; with a range or distribution, it is drawn anew for each jump."
      ),
      Field(
        "slide_rate", \.slideRate, .rate(per: .month), 0...1, live: true,
        "Chance that its quality falls for some time without anyone noticing (a slide)."),
      Field(
        "slide_days", \.slideDays, 1...3650,
        "Days a slide in quality lasts. A single number is a mean, and the actual days vary at random (geometric); with a range or distribution, they are drawn anew for each slide."
      ),
      Field(
        "slide_factor", \.slideFactor, .factor, 0...100, live: true,
        "During a slide in quality, the defect rate is multiplied by this number."),
      Field(
        "test_order_days", \.testOrderDays, .wholeDays, 1...3650,
        "Days between test orders, which find and end a slide in quality. Each costs as much as an order of the supplier's first offer; none: no test orders."
      ),
      Field("duty_rate", \.dutyRate, .share, 0...1, live: true, "Duty as a share of goods cost."),
      Field(
        "duty_per_order", \.dutyPerOrder, .money(per: .order), 0...1e4, live: true, "Duty and clearance per order."
      ).paid,
      Field(
        "terms_days", \.termsDays, .wholeDays, 0...365,
        "Days from when the supplier takes an order until you must pay for it."),
    ],
    groups: [
      Group(section: "scores", \.scores, "The supplier's scores; see the command scorecard."),
      Group(
        list: "closures", \.closures, "Scheduled closures, such as holidays. You learn of each only on its first day."),
    ])
}

/// Days on which a supplier does not ship, such as a holiday: the owner learns of each on its first day.
package struct Closure: Equatable, Sendable {
  package var from = Opening.day(0)
  package var days = 1.0
  package init() {}
}

extension Closure: Described {
  package static let shape = Shape<Closure>(fields: [
    Field(
      "from", \.from, required: true,
      "The first closed day: a date, or days around a holiday, such as chinese-new-year - 2 days, which come back every year."
    ),
    Field("days", \.days, .wholeDays, 1...365, required: true, certain: true, "How many days the closure lasts."),
  ])
}
