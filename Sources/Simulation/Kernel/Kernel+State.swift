/// What the state and the bank take (model 9): VAT, income tax, interest.
extension Kernel {
  /// On a month's first day the VAT and the tax of the months before are paid (step 4).
  func payState(_ day: Int, _ month: Int) {
    guard day > 0, program.monthOfDay[day - 1] != month else { return }
    guard program.stores.contains(where: \.hasVAT) || program.parameters.isUsed(program.taxRate) else { return }
    let payments = ledger.row(.taxPayments, month)
    for i in 0..<lanes {
      payments[i] += books.stateDue[i]
      books.cash[i] -= books.stateDue[i]
      books.owedToState[i] -= books.stateDue[i]
      books.stateDue[i] = 0
    }
  }

  /// A month ends: its VAT falls due, and with a quarter the tax on its profit.
  func closeTax(_ month: Int) {
    if endsPeriod(of: program.vatMonths, month) {
      for i in 0..<lanes {
        books.stateDue[i] += books.vat[i]
        books.vat[i] = 0
      }
    }
    guard program.parameters.isUsed(program.taxRate) else { return }
    let net = ledger.row(.netProfit, month)
    let other = ledger.row(.other, month)
    let rate = row(program.taxRate)
    let isDue = endsPeriod(of: program.taxMonths, month)
    for i in 0..<lanes {
      books.untaxedProfit[i] += net[i]
      guard isDue else { continue }
      let tax = rate[i] * max(0, books.untaxedProfit[i])
      books.untaxedProfit[i] = 0
      other[i] += tax
      net[i] -= tax
      books.stateDue[i] += tax
      books.owedToState[i] += tax
    }
  }

  /// Is it the last month of a period of so many reported months, or of what is left of one at the end?
  private func endsPeriod(of months: Int, _ month: Int) -> Bool {
    (month + 1).isMultiple(of: months) || month + 1 == program.months
  }

  /// Interest on what stood on the credit line last evening.
  func payInterest(_ day: Int, _ month: Int) {
    guard day > 0, program.parameters.isUsed(program.interestRate) else { return }
    let rate = row(program.interestRate)
    let credit = row(program.creditLine)
    for i in 0..<lanes where books.lastCash[i] < 0 {
      payOther(rate[i] / 365 * min(credit[i], -books.lastCash[i]), month, i)
    }
  }

  /// VAT inside an amount that customers paid or get back.
  func oweVAT(_ amount: Double, _ lane: Int) {
    books.vat[lane] += amount
    books.owedToState[lane] += amount
  }
}
