/// What becomes of orders that do not end well (model 7).
package struct Returns: Equatable, Sendable {
  package enum Address: String, CaseIterable, Sendable { case supplier, local }

  package var fraudRate = 0.0
  package var refundDays = Lag.fixed(0)
  package var keepItThreshold = 0.0
  package var resaleShare = 0.0
  package var disputeShare = 0.0
  package var disputeDays = Lag.fixed(0)
  package var chargebackFee = 0.0
  package var winRate = 0.0
  package var disputeDecisionDays = Lag.fixed(0)
  package var returnTo = Address.supplier
  package var toSupplier = ReturnRoute()
  package var toLocal = ReturnRoute()
  package init() {}

  /// The route that unwanted goods take.
  package var route: ReturnRoute { returnTo == .local ? toLocal : toSupplier }
}

/// A way back for unwanted goods.
package struct ReturnRoute: Equatable, Sendable {
  package var returnShipping = 0.0
  package var sellerShare = 1.0
  package init() {}
}

extension ReturnRoute: Described {
  package static let shape = Shape<ReturnRoute>(fields: [
    Field(
      "return_shipping", \.returnShipping, .money(per: .order), 0...1e4, live: true, "Return postage for one parcel."
    ).paid,
    Field(
      "seller_share", \.sellerShare, .share, 0...1, live: true,
      "The share of the return postage that you pay; the customer pays the rest."),
  ])
}

extension Returns: Described {
  package static let shape = Shape<Returns>(
    fields: [
      Field("fraud_rate", \.fraudRate, .share, 0...1, live: true, "Share of shipped orders paid with stolen cards."),
      Field(
        "refund_days", \.refundDays, 0...365, "Days until the refund, counted from the day delivery was due."),
      Field(
        "keep_it_threshold", \.keepItThreshold, .money(per: .order), 0...1e6, live: true,
        "If a customer wants to return an order worth less than this, the goods stay with the customer; goods worth more go back."
      ),
      Field(
        "resale_share", \.resaleShare, .share, 0...1, live: true,
        "Share of the goods' cost that you recover when unwanted goods are returned."),
      Field(
        "dispute_share", \.disputeShare, .share, 0...1, live: true,
        "Share of lost, defective and late orders that become a chargeback instead of a refund."),
      Field(
        "dispute_days", \.disputeDays, 0...365,
        "Days from the order to the chargeback; except for fraud, never before delivery was due."),
      Field(
        "chargeback_fee", \.chargebackFee, .money(per: .chargeback), 0...10_000, live: true,
        "The processor's fee for each chargeback."),
      Field("win_rate", \.winRate, .share, 0...1, live: true, "Share of chargebacks that the store wins."),
      Field(
        "dispute_decision_days", \.disputeDecisionDays, 0...365,
        "Days from a chargeback until you get its money back if you win; with a range or distribution, they are drawn anew for each chargeback."
      ),
      Field("return_to", \.returnTo, "Where unwanted goods go if the customer does not keep them."),
    ],
    groups: [
      Group(section: "to_supplier", \.toSupplier, "Sending unwanted goods back to the supplier."),
      Group(section: "to_local", \.toLocal, "Sending unwanted goods to an address in the customer's country."),
    ])
}
