import Statistics

/// What one lender is owed, and what has moved today.
struct LenderRows {
  let owed: MoneyRow
  /// The equal instalment of a loan.
  let instalment: MoneyRow
  /// Sales of the day that an advance takes its share of, as customers pay them.
  let sales: MoneyRow
  /// What has come, was paid back and was charged today; told day by day.
  let came: MoneyRow
  let paid: MoneyRow
  let charged: MoneyRow

  init(_ arena: Arena) {
    owed = arena.money()
    instalment = arena.money()
    sales = arena.money()
    came = arena.money()
    paid = arena.money()
    charged = arena.money()
  }

  fileprivate var all: [MoneyRow] { [owed, instalment, sales, came, paid, charged] }
}

/// Loans and advances (model 9).
extension Kernel {
  func openLenders() {
    for rows in lenders { for row in rows.all { row.update(repeating: 0, count: lanes) } }
  }

  private func advance(_ index: Int) -> LenderRows { lenders[(program.lenders?.loans.count ?? 0) + index] }

  /// Money comes, and instalments are paid (step 4).
  func meetLenders(_ day: Int, _ month: Int) {
    guard let program = program.lenders else { return }
    for rows in lenders { for row in [rows.came, rows.paid, rows.charged] { row.update(repeating: 0, count: lanes) } }
    for (loan, rows) in zip(program.loans, lenders) {
      if day == loan.starts { begin(loan, rows, month) }
      if let number = loan.instalment(on: day) {
        payInstalment(of: loan, rows, isLast: number == loan.instalments.count, month)
      }
    }
    for (index, advance) in program.advances.enumerated() where day == advance.starts {
      let (amount, fee, rows) = (row(advance.amount), row(advance.fee), self.advance(index))
      for i in 0..<lanes where books.alive[i] > 0 {
        charge(amount[i] * fee[i], rows, month, i)
        lend(amount[i], rows, month, i)
      }
    }
  }

  private func begin(_ loan: LoanProgram, _ rows: LenderRows, _ month: Int) {
    let (amount, fee, yearly) = (row(loan.amount), row(loan.fee), row(loan.interestRate))
    let months = Double(loan.instalments.count)
    for i in 0..<lanes where books.alive[i] > 0 {
      charge(amount[i] * fee[i], rows, month, i)
      lend(amount[i] * (1 - fee[i]), rows, month, i)
      let rate = yearly[i] / 12
      rows.instalment[i] =
        rate > 0 ? amount[i] * rate / (1 - Elementary.pow(1 + rate, -months)) : amount[i] / months
    }
  }

  /// The last instalment pays what is left.
  private func payInstalment(of loan: LoanProgram, _ rows: LenderRows, isLast: Bool, _ month: Int) {
    let yearly = row(loan.interestRate)
    for i in 0..<lanes where rows.owed[i] > 0 {
      charge(rows.owed[i] * yearly[i] / 12, rows, month, i)
      payBack(isLast ? rows.owed[i] : min(rows.owed[i], rows.instalment[i]), rows, month, i)
    }
  }

  /// Notes sales of a store whose share belongs to an advance.
  func shareSales(_ count: Row<Number>, _ value: MoneyRow, of store: Int) {
    guard let program = program.lenders else { return }
    for (index, advance) in program.advances.enumerated() where advance.store == store {
      let sales = self.advance(index).sales
      for i in 0..<lanes { sales[i] += count[i].double * value[i] }
    }
  }

  /// In the evening advances take their share of the day's sales.
  func shareSales(_ day: Int, _ month: Int) {
    guard let program = program.lenders else { return }
    for (index, advance) in program.advances.enumerated() {
      let (rows, share) = (self.advance(index), row(advance.share))
      for i in 0..<lanes {
        let due = min(rows.owed[i], share[i] * rows.sales[i])
        if due > 0 { payBack(due, rows, month, i) }
        rows.sales[i] = 0
      }
    }
  }

  /// What is owed to all lenders.
  func owedToLenders(_ lane: Int) -> Double {
    lenders.reduce(0) { $0 + $1.owed[lane] } + cards.reduce(0) { $0 + $1.owed[lane] }
  }

  /// Cash comes, and is owed.
  private func lend(_ amount: Double, _ rows: LenderRows, _ month: Int, _ lane: Int) {
    ledger.add(amount, .borrowed, month: month, lane: lane)
    books.cash[lane] += amount
    rows.owed[lane] += amount
    rows.came[lane] += amount
  }

  /// Interest or a fee is owed from now on.
  private func charge(_ amount: Double, _ rows: LenderRows, _ month: Int, _ lane: Int) {
    ledger.add(amount, .financingCosts, month: month, lane: lane)
    rows.owed[lane] += amount
    rows.charged[lane] += amount
  }

  private func payBack(_ amount: Double, _ rows: LenderRows, _ month: Int, _ lane: Int) {
    ledger.add(amount, .repaid, month: month, lane: lane)
    books.cash[lane] -= amount
    rows.owed[lane] -= amount
    rows.paid[lane] += amount
    // The dust of fractions is no debt.
    if rows.owed[lane] < 1e-9 { rows.owed[lane] = 0 }
  }
}
