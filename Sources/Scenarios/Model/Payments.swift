/// Where it is sold, and how the money is paid out (model 4 and 9).
package struct Store: Equatable, Sendable {
  package enum PayoutStart: String, CaseIterable, Sendable { case order, delivery }

  package var conversion = 0.0
  package var opens = Opening.day(0)
  package var currency = ""
  package var payoutAccount = ""
  package var vatRate = 0.0
  package var commission = 0.0
  package var paymentFee = 0.0
  package var paymentFeeFixed = 0.0
  package var payoutDays = 0.0
  package var payoutBusinessDays = false
  package var payoutFrom = PayoutStart.order
  package var payoutCycle: Double?
  package var reserveRate = 0.0
  package var reserveDays = 0.0
  package var holdRate = 0.0
  package var holdShare = 1.0
  package var holdDays = Lag.fixed(30)
  package var holdMultiplier: [HoldStep] = []
  package var payments = Named<PaymentWay>()
  package var pauseAdsWhenOutOfStock = false
  package init() {}

  /// The ways to be paid: those given, or the store's own terms as the only one.
  package var ways: [(name: String, way: PaymentWay)] {
    if !payments.isEmpty { return payments.entries.map { ($0.name, $0.value) } }
    var way = PaymentWay()
    way.share = 1
    way.paymentFee = paymentFee
    way.paymentFeeFixed = paymentFeeFixed
    way.payoutDays = payoutDays
    way.payoutBusinessDays = payoutBusinessDays
    way.payoutFrom = payoutFrom
    way.payoutCycle = payoutCycle
    way.reserveRate = reserveRate
    way.reserveDays = reserveDays
    return [("", way)]
  }
}

/// A way to be paid: a processor with its fees and terms, and the share of order value that comes through it.
package struct PaymentWay: Equatable, Sendable {
  package var share = 1.0
  package var paymentFee = 0.0
  package var paymentFeeFixed = 0.0
  package var payoutDays = 0.0
  package var payoutBusinessDays = false
  package var payoutFrom = Store.PayoutStart.order
  package var payoutCycle: Double?
  package var reserveRate = 0.0
  package var reserveDays = 0.0
  package init() {}
}

extension PaymentWay: Described {
  package static let shape = Shape<PaymentWay>(fields: [
    Field(
      "share", \.share, .share, 0...1, required: true, certain: true, "The share of order value that is paid this way."),
    Field("payment_fee", \.paymentFee, .share, 0...1, live: true, "The processor's fee, as a share of a sale."),
    Field(
      "payment_fee_fixed", \.paymentFeeFixed, .money(per: .order), 0...1000, live: true,
      "The processor's fixed fee per order."),
    Field(
      "payout_days", \.payoutDays, .wholeDays, 0...365,
      "Days from the order, or from its delivery (see payout_from), to the payout."),
    Field(
      "payout_business_days", \.payoutBusinessDays,
      "Whether only Monday to Friday count in payout_days, the days until a payout."),
    Field("payout_from", \.payoutFrom, "Whether payout days are counted from the order or from its delivery."),
    Field(
      "payout_cycle", \.payoutCycle, .wholeDays, 1...365, certain: true,
      "Days from one payout to the next, counted from the first day of the run; none: payouts on any day."),
    Field(
      "reserve_rate", \.reserveRate, .share, 0...1, live: true,
      "Rolling reserve: the share of a sale, after commission and fees, that the processor keeps back for reserve_days."
    ),
    Field("reserve_days", \.reserveDays, .wholeDays, 0...730, "Days from the order until the reserve is released."),
  ])
}

/// A step of the hold hazard: above a share of disputes it is so many times as high.
package struct HoldStep: Equatable, Sendable {
  package var above = 0.0
  package var times = 1.0
  package init() {}
}

extension HoldStep: Described {
  package static let shape = Shape<HoldStep>(fields: [
    Field(
      "above", \.above, .share, 0...1, required: true, certain: true,
      "This step applies when chargebacks exceed this share of the orders of the last 90 days."),
    Field(
      "times", \.times, .factor, 0...1000, required: true, certain: true,
      "While this step applies, the monthly chance of a hold is multiplied by this number."),
  ])
}

extension Store: Described {
  package static let shape = Shape<Store>(
    fields: [
      Field("conversion", \.conversion, .share, 0...1, live: true, required: true, "Orders per visit."),
      Field("opens", \.opens, "The first day of business; a negative number means a day before the start of the run."),
      Field(
        "currency", \.currency, .reference(to: "fx"),
        "The currency in which its processors settle: money that they owe you, keep or withhold stays in this currency until it is paid out. By default, the scenario's currency."
      ),
      Field(
        "payout_account", \.payoutAccount, .reference(to: "payout_accounts"),
        "The account that the store's payouts go through; by default, they come straight to you."),
      Field(
        "vat_rate", \.vatRate, .share, 0...0.5,
        "VAT included in the store's prices. You pay it to the tax office on the first day of the next month."),
      Field(
        "commission", \.commission, .share, 0...1, live: true, "The marketplace's commission, as a share of a sale."),
      Field("payment_fee", \.paymentFee, .share, 0...1, live: true, "The processor's fee, as a share of a sale."),
      Field(
        "payment_fee_fixed", \.paymentFeeFixed, .money(per: .order), 0...1000, live: true,
        "The processor's fixed fee per order."),
      Field(
        "payout_days", \.payoutDays, .wholeDays, 0...365,
        "Days from the order, or from its delivery (see payout_from), to the payout."),
      Field(
        "payout_business_days", \.payoutBusinessDays,
        "Whether only Monday to Friday count in payout_days, the days until a payout."),
      Field("payout_from", \.payoutFrom, "Whether payout days are counted from the order or from its delivery."),
      Field(
        "payout_cycle", \.payoutCycle, .wholeDays, 1...365, certain: true,
        "Days from one payout to the next, counted from the first day of the run; none: payouts on any day."),
      Field(
        "reserve_rate", \.reserveRate, .share, 0...1, live: true,
        "Rolling reserve: the share of a sale, after commission and fees, that the processor keeps back for reserve_days."
      ),
      Field("reserve_days", \.reserveDays, .wholeDays, 0...730, "Days from the order until the reserve is released."),
      Field(
        "hold_rate", \.holdRate, .rate(per: .month), 0...1, live: true,
        "Chance that the processor withholds payouts (a hold)."),
      Field("hold_share", \.holdShare, .share, 0...1, live: true, "The share of payouts that a hold keeps back."),
      Field("hold_days", \.holdDays, 1...730, "Days a hold lasts; then everything it withheld is released."),
      Field(
        "pause_ads_when_out_of_stock", \.pauseAdsWhenOutOfStock, live: true,
        "Stops the store's ads while none of its products is available for sale."),
    ],
    groups: [
      Group(
        list: "hold_multiplier", \.holdMultiplier,
        "How chargebacks raise the chance of a hold, in steps. Of the steps whose share is exceeded, only the highest applies."
      ),
      Group(
        entities: "payments", \.payments,
        "Payment methods with their shares; they replace the store's own payment fees, payout and reserve terms."),
    ])
}

/// A cost that does not depend on orders (model 9).
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
      "Amount per day, per N days (spread evenly), per month, per year, or once on the first day."
    ).paid,
    Field("row", \.row, "The row of the profit and loss statement in which this cost appears."),
  ])
}
