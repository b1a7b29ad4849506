/// Sales − refunds − chargebacks − fees − ads − reserves + other − open = payouts, of one processor in one currency.
package struct Identity: Sendable {
  package let platform: String
  package let currency: String
  package let sales, refunds, chargebacks, fees, ads: Amount
  /// Held less released.
  package let reserves: Amount
  /// Adjustments less the seller's own purchases.
  package let other: Amount
  /// Not paid out yet.
  package let open: Amount
  /// What was paid out.
  package let payouts: Amount
  /// Does a file state the payouts? Else they are what is left.
  package let statesPayouts: Bool
  /// What a file of payouts beside the books says.
  package let payoutFile: Amount?

  package var left: Amount { sales - refunds - chargebacks - fees - ads - reserves + other - open }
  package var difference: Amount { left - payouts }

  /// One for each processor and currency whose books are among the files.
  package static func all(of harvests: [Harvest]) -> [Identity] {
    let platforms = Set(harvests.filter(\.holdsBooks).map(\.format.platform)).sorted()
    return platforms.flatMap { platform in
      let files = harvests.filter { $0.format.platform == platform }
      let currencies = Set(files.filter(\.holdsBooks).flatMap(\.totals.keys)).sorted()
      return currencies.map { Identity(platform, $0, files) }
    }
  }

  private init(_ platform: String, _ currency: String, _ files: [Harvest]) {
    let books = files.filter(\.holdsBooks)
    let paid = files.filter { $0.holdsPayouts && !$0.holdsBooks }
    func sum(_ name: TotalName, _ files: [Harvest]) -> Amount {
      files.reduce(.zero) { $0 + ($1.totals[currency]?[name] ?? .zero) }
    }
    func inBooks(_ name: TotalName) -> Amount { sum(name, books) }
    (self.platform, self.currency) = (platform, currency)
    sales = inBooks(.sales)
    refunds = inBooks(.refunds)
    chargebacks = inBooks(.chargebacks)
    fees = inBooks(.fees)
    ads = inBooks(.ads)
    let held = inBooks(.reserved) - inBooks(.released)
    // Where the books tell of no reserve, the file of payouts is the only evidence of one.
    let ofPayouts = sum(.reserved, paid) - sum(.released, paid)
    let isInBooks = books.contains { $0.totals[currency]?[.reserved] != nil || $0.totals[currency]?[.released] != nil }
    reserves = isInBooks ? held : ofPayouts
    other = inBooks(.adjustments) - inBooks(.ownPurchases)
    let balances = books.compactMap { $0.balances[currency] }
    open = balances.count == 1 && books.count == 1 ? balances[0] : inBooks(.open) + inBooks(.pending)
    let stated = paid.isEmpty ? nil : sum(.paid, paid)
    payoutFile = stated
    let isInLedger = books.contains { $0.totals[currency]?[.payouts] != nil || $0.totals[currency]?[.open] != nil }
    statesPayouts = isInLedger || stated != nil
    let left = sales - refunds - chargebacks - fees - ads - reserves + other - open
    payouts = isInLedger ? inBooks(.payouts) : stated ?? left
  }
}

extension Harvest {
  /// Is it what a processor has done with money, entry by entry?
  package var holdsBooks: Bool { tables[.ledger] != nil }
  package var holdsPayouts: Bool { tables[.payouts] != nil }
}
