/// What becomes of orders that do not end well (model section 7).
package struct Returns: Equatable, Sendable {
  package var fraudRate = 0.0
  package var refundDays = Lag.fixed(0)
  package var keepItThreshold = 0.0
  package var resaleShare = 0.0
  package var disputeShare = 0.0
  package var disputeDays = Lag.fixed(0)
  package var chargebackFee = 0.0
  package var winRate = 0.0
  package var disputeDecisionDays = 0.0
  package init() {}
}

extension Returns: Described {
  package static let shape = Shape<Returns>(
    fields: [
      Field("fraud_rate", \.fraudRate, .share, 0...1, live: true, "Share of shipped orders paid with stolen cards."),
      Field(
        "refund_days", \.refundDays, 0...365, "Days from when delivery was due to the refund."),
      Field(
        "keep_it_threshold", \.keepItThreshold, .money(per: .order), 0...1e6, live: true,
        "Unwanted orders of a smaller value stay with the customer; others go back to the supplier."),
      Field(
        "resale_share", \.resaleShare, .share, 0...1, live: true,
        "Share of goods cost that comes back with unwanted goods that are returned."),
      Field(
        "dispute_share", \.disputeShare, .share, 0...1, live: true,
        "Share of lost, bad and late orders that become a chargeback instead of a refund."),
      Field(
        "dispute_days", \.disputeDays, 0...365,
        "Days from the order to the chargeback; fraud apart never before delivery was due."),
      Field(
        "chargeback_fee", \.chargebackFee, .money(per: .chargeback), 0...10_000, live: true, "Fee of the processor."),
      Field("win_rate", \.winRate, .share, 0...1, live: true, "Share of chargebacks that the store wins."),
      Field(
        "dispute_decision_days", \.disputeDecisionDays, .wholeDays, 0...365,
        "Days from a chargeback to the day a won one is paid back."),
    ],
    notYet: ["return_to", "return_shipping", "express"])
}
