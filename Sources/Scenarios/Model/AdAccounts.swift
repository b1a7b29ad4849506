/// How an ad platform is paid (model 9): after the ads or before them. Channels that name it share it.
package struct AdAccount: Equatable, Sendable {
  package enum Payment: String, CaseIterable, Sendable { case threshold, monthly, prepaid }

  package var pays = Payment.threshold
  package var threshold: Double?
  package var days = 0.0
  package var topUp = 0.0
  package var lostOnBan = 1.0
  package var card = ""
  package init() {}
}

extension AdAccount: Described {
  package static let shape = Shape<AdAccount>(fields: [
    Field(
      "pays", \.pays,
      "How you pay. With threshold: each time enough has been spent, and on the first day of each month. With monthly: on the first day of each month, for the month before. With prepaid: from a balance that you top up."
    ),
    Field(
      "threshold", \.threshold, .money(per: nil), 1...1e7,
      "With threshold: how much is spent before the next bill; low for new accounts."),
    Field("days", \.days, .wholeDays, 0...120, certain: true, "Days from a bill until you must pay it; 0: at once."),
    Field(
      "top_up", \.topUp, .money(per: nil), 0...1e7, live: true,
      "With prepaid: how much you top up when the balance does not cover a day's ads, as far as cash, credit line and card allow; 0: only what is missing."
    ).paid,
    Field(
      "lost_on_ban", \.lostOnBan, .share, 0...1,
      "With prepaid: the share of the balance that you lose when an event pauses or closes the account's ads (a ban)."),
    Field(
      "card", \.card, .reference(to: "cards"),
      "The card that pays the ad account's bills and top-ups; by default, they are paid from cash."),
  ])
}
