/// A credit card that pays for ads and goods (model 9): a statement a month, due some days later.
package struct Card: Equatable, Sendable {
  package var limit = 0.0
  package var statementDay = 1.0
  package var dueDays = 20.0
  package var interestRate = 0.0
  package init() {}
}

extension Card: Described {
  package static let shape = Shape<Card>(fields: [
    Field(
      "limit", \.limit, .money(per: nil), 0...1e8, live: true, required: true,
      "The card's limit: the most you may owe on it; anything above that is paid from cash."),
    Field(
      "statement_day", \.statementDay, .count(of: "day of the month"), 1...28, certain: true,
      "The day of the month on which the statement closes; it covers everything spent since the last one."),
    Field(
      "due_days", \.dueDays, .wholeDays, 0...60, certain: true,
      "Days from the statement until it must be paid."),
    Field(
      "interest_rate", \.interestRate, .rate(per: .year), 0...5,
      "Yearly interest on the part of a statement that you could not pay when it was due; 1 ÷ 365 of it is charged each day."
    ),
  ])
}
