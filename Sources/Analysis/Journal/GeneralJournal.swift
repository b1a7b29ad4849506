package import Language

/// Books in double entry, to the cent: what accounting programs read.
package struct GeneralJournal: Sendable {
  package struct Posting: Sendable {
    package let account: Account
    /// What comes into the account is above 0.
    package let cents: Int
  }

  /// One thing that happened on a day; its postings sum to 0.
  package struct Transaction: Sendable {
    package let day: CalendarDate
    package let text: String
    package let postings: [Posting]
  }

  package let title: String
  package let currency: String
  /// In the order of their days.
  package let transactions: [Transaction]
  /// Each that has a posting, in the order of a chart of accounts.
  package let accounts: [Account]

  package init(title: String, currency: String, _ transactions: [Transaction]) {
    (self.title, self.currency) = (title, currency)
    self.transactions = transactions.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
    accounts = Set(transactions.flatMap { $0.postings.map(\.account) }).sorted()
  }

  package var days: ClosedRange<CalendarDate>? {
    guard let first = transactions.first, let last = transactions.last else { return nil }
    return first.day...last.day
  }

  /// In cents, when the journal ends.
  package func balance(of account: Account) -> Int {
    transactions.reduce(0) { sum, entry in
      entry.postings.reduce(sum) { $0 + ($1.account == account ? $1.cents : 0) }
    }
  }
}

/// An amount with nine places, so that sums of a year's postings stay exact.
package struct Money: Hashable, Sendable {
  package var billionths: Int128

  package static let zero = Money(billionths: 0)
  private static let perUnit = 1e9
  private static let perCent: Int128 = 10_000_000

  package init(billionths: Int128) { self.billionths = billionths }

  /// Of what the engine counts with; an amount beyond any business is none.
  package init(_ amount: Double) {
    let scaled = (amount * Self.perUnit).rounded(.toNearestOrAwayFromZero)
    billionths = scaled.magnitude < 1e30 ? Int128(scaled) : 0
  }

  /// Rounded half up.
  package var cents: Int {
    let raised = billionths + Self.perCent / 2
    let (quotient, rest) = raised.quotientAndRemainder(dividingBy: Self.perCent)
    return Int(clamping: rest < 0 ? quotient - 1 : quotient)
  }

  package static func + (a: Money, b: Money) -> Money { Money(billionths: a.billionths + b.billionths) }
  package static func - (a: Money, b: Money) -> Money { Money(billionths: a.billionths - b.billionths) }
  package static prefix func - (a: Money) -> Money { Money(billionths: -a.billionths) }
}

/// Writes up a journal. Each account rounds its running sum, so that every balance is right to the cent on every day; what
/// rounding leaves of a transaction goes to an account of its own.
package struct Bookkeeper {
  private var running: [Account: Money] = [:]
  private(set) package var transactions: [GeneralJournal.Transaction] = []

  package init() {}

  package func sum(of account: Account) -> Money { running[account] ?? .zero }

  /// Books a transaction; parts that are 0, and transactions of less than a cent, are not written.
  package mutating func book(_ day: CalendarDate, _ text: String, _ parts: [(account: Account, amount: Money)]) {
    var postings: [GeneralJournal.Posting] = []
    var left = 0
    for (account, amount) in parts where amount != .zero {
      let before = sum(of: account)
      let after = before + amount
      running[account] = after
      let cents = after.cents - before.cents
      if cents == 0 { continue }
      left -= cents
      if let same = postings.firstIndex(where: { $0.account == account }) {
        postings[same] = GeneralJournal.Posting(account: account, cents: postings[same].cents + cents)
      } else {
        postings.append(GeneralJournal.Posting(account: account, cents: cents))
      }
    }
    if left != 0 { postings.append(GeneralJournal.Posting(account: .rounding, cents: left)) }
    postings.removeAll { $0.cents == 0 }
    if !postings.isEmpty { transactions.append(GeneralJournal.Transaction(day: day, text: text, postings: postings)) }
  }

  /// Holds an account to what it is known to hold: what adding up has left of it, which may turn a cent.
  package mutating func settle(_ account: Account, to known: Money, on day: CalendarDate) {
    let difference = known - sum(of: account)
    guard difference != .zero else { return }
    book(day, "rounding", [(account, difference)])
  }
}
