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
      "How it is paid: threshold, whenever enough has been spent and on each month's first day; monthly, on each month's first day for the month before; prepaid, from a balance that you top up."
    ),
    Field(
      "threshold", \.threshold, .money(per: nil), 1...1e7,
      "With threshold: how much is spent before the next bill; new accounts have a low one."),
    Field("days", \.days, .wholeDays, 0...120, certain: true, "Days from a bill until you must pay it; 0: at once."),
    Field(
      "top_up", \.topUp, .money(per: nil), 0...1e7, live: true,
      "With prepaid: how much you pay in whenever the balance does not cover a day's ads, as far as your cash goes; 0: only what is missing."
    ).paid,
    Field(
      "lost_on_ban", \.lostOnBan, .share, 0...1,
      "With prepaid: the share of the balance that is lost when an event pauses its ads, a ban."),
    Field(
      "card", \.card, .reference(to: "cards"),
      "The card that pays its bills and top-ups; by default, they are paid from cash."),
  ])
}
