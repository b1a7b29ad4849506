/// Borrowed money that is paid back in equal monthly instalments (model 9).
package struct Loan: Equatable, Sendable {
  package var amount = 0.0
  package var fee = 0.0
  package var interestRate = 0.0
  package var months = 12.0
  package var starts = Opening.day(0)
  package init() {}
}

extension Loan: Described {
  package static let shape = Shape<Loan>(fields: [
    Field("amount", \.amount, .money(per: nil), 0...1e9, required: true, "The money you borrow."),
    Field(
      "fee", \.fee, .share, 0...0.5,
      "The lender's fee as a share of the amount; it is deducted when you receive the money."
    ),
    Field(
      "interest_rate", \.interestRate, .rate(per: .year), 0...5,
      "Yearly interest on what you still owe; each instalment includes one twelfth of it."),
    Field(
      "months", \.months, .count(of: "months"), 1...360, certain: true,
      "How many equal monthly instalments you pay; the first is due a month after you receive the money."),
    Field("starts", \.starts, "The day on which you receive the money; not before the start of the run."),
  ])
}

/// Money against a share of coming sales, a merchant cash advance (model 9): it costs a fee instead of interest, and takes
/// as long as sales need.
package struct Advance: Equatable, Sendable {
  package var store = ""
  package var amount = 0.0
  package var fee = 0.0
  package var share = 0.1
  package var starts = Opening.day(0)
  package init() {}
}

extension Advance: Described {
  package static let shape = Shape<Advance>(fields: [
    Field(
      "store", \.store, .reference(to: "stores"),
      "The store whose sales pay back the advance; by default, the first store."),
    Field("amount", \.amount, .money(per: nil), 0...1e9, required: true, "The money you receive, in one sum."),
    Field(
      "fee", \.fee, .share, 0...1,
      "The price of the advance, as a share of the amount: you pay back the amount and the fee, however long it takes."
    ),
    Field(
      "share", \.share, .share, 0...1,
      "The share of each day's sales that is taken from your cash that evening, until the amount and the fee are paid back."
    ),
    Field("starts", \.starts, "The day on which you receive the money; not before the start of the run."),
  ])
}

extension Scenario {
  /// Is any money borrowed, beside what the credit line gives?
  package var borrows: Bool { !loans.isEmpty || !advances.isEmpty || !cards.isEmpty }
}
