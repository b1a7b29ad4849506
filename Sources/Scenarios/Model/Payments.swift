/// Where it is sold, and how the money is paid out (model sections 4 and 9).
package struct Store: Equatable, Sendable {
  package enum PayoutStart: String, CaseIterable, Sendable { case order, delivery }

  package var conversion = 0.0
  package var commission = 0.0
  package var paymentFee = 0.0
  package var paymentFeeFixed = 0.0
  package var payoutDays = 0.0
  package var payoutFrom = PayoutStart.order
  package var reserveRate = 0.0
  package var reserveDays = 0.0
  package var pauseAdsWhenOutOfStock = false
  package init() {}
}

extension Store: Described {
  package static let shape = Shape<Store>(
    fields: [
      Field("conversion", \.conversion, .share, 0...1, live: true, required: true, "Orders per visit."),
      Field("commission", \.commission, .share, 0...1, live: true, "The marketplace's share of a sale."),
      Field("payment_fee", \.paymentFee, .share, 0...1, live: true, "The processor's share of a sale."),
      Field(
        "payment_fee_fixed", \.paymentFeeFixed, .money(per: .order), 0...1000, live: true, "The processor's fixed fee."),
      Field(
        "payout_days", \.payoutDays, .wholeDays, 0...365, "Days from the order, or from its delivery, to the payout."),
      Field("payout_from", \.payoutFrom, "What the payout days are counted from."),
      Field(
        "reserve_rate", \.reserveRate, .share, 0...1, live: true,
        "Rolling reserve: the part of a sale, less commission and fees, that is kept back."),
      Field("reserve_days", \.reserveDays, .wholeDays, 0...730, "Days from the order until the reserve is released."),
      Field(
        "pause_ads_when_out_of_stock", \.pauseAdsWhenOutOfStock, live: true,
        "Stops the store's ads while none of its products is on sale."),
    ],
    notYet: [
      "payments", "payout_cycle", "hold_rate", "hold_share", "hold_days", "hold_multiplier", "vat_rate", "opens",
    ])
}

/// A cost that does not depend on orders (model section 9).
package struct FixedCost: Equatable, Sendable {
  package enum Row: String, CaseIterable, Sendable {
    case platformAndTools = "platform_and_tools"
    case other
  }

  package var amount = PeriodAmount()
  package var row = Row.platformAndTools
  package init() {}
}

extension FixedCost: Described {
  package static let shape = Shape<FixedCost>(fields: [
    Field(
      "amount", \.amount, 0...1e7, live: true, required: true,
      "Money a day, per N days (spread evenly), a month, a year, or once on the first day."),
    Field("row", \.row, "The row of the profit and loss statement it belongs to."),
  ])
}
