import Foundation
import Language
import Scenarios
import Simulation

/// What one lender is owed, loan or advance (model 9).
struct LenderAccount {
  var owed = 0.0
  /// Of a loan: what each instalment pays, and how many have been paid.
  var instalment = 0.0
  var paidInstalments = 0
}

extension ReferenceWorld {
  /// Money comes and instalments are paid, in the morning.
  mutating func meetLenders(_ day: Int) {
    for (index, entry) in input.scenario.loans.entries.enumerated() {
      let loan = entry.value
      let starts = input.scenario.day(of: loan.starts)
      if day == starts, !isOver { borrow(loan, index) }
      if isInstalment(day, of: loan, startedOn: starts) { payInstalment(of: loan, index) }
    }
    for (index, entry) in input.scenario.advances.entries.enumerated() {
      let advance = entry.value
      guard day == input.scenario.day(of: advance.starts), !isOver else { continue }
      let fee = input.fault == .advanceWithoutFee ? 0 : advance.fee * advance.amount
      books.receive(.borrowed, advance.amount)
      books.post(.financingCosts, fee)
      advances[index].owed = advance.amount + fee
    }
  }

  private mutating func borrow(_ loan: Loan, _ index: Int) {
    let fee = loan.fee * loan.amount
    books.receive(.borrowed, loan.amount - fee)
    books.post(.financingCosts, fee)
    loans[index].owed = loan.amount
    // What it is worth today, paid at the end of each of its months, is what was borrowed.
    let month = loan.interestRate / 12
    let worth = (1...Int(loan.months)).reduce(0.0) { $0 + pow(1 + month, -Double($1)) }
    loans[index].instalment = loan.amount / worth
  }

  /// The same day of the month as it began on, or the last one of a shorter month.
  private func isInstalment(_ day: Int, of loan: Loan, startedOn starts: Int) -> Bool {
    let first = input.scenario.date(ofDay: starts)
    return (1...Int(loan.months)).contains { number in
      first.adding(months: number) == input.scenario.date(ofDay: day)
    }
  }

  private mutating func payInstalment(of loan: Loan, _ index: Int) {
    guard loans[index].owed > 0 else { return }
    let interest = input.fault == .loanWithoutInterest ? 0 : loans[index].owed * loan.interestRate / 12
    books.post(.financingCosts, interest)
    loans[index].paidInstalments += 1
    let isLast = loans[index].paidInstalments == Int(loan.months)
    let paid = isLast ? loans[index].owed + interest : min(loans[index].owed + interest, loans[index].instalment)
    books.pay(.repaid, paid)
    loans[index].owed += interest - paid
  }

  /// In the evening each advance has its share of what customers of its store paid today.
  mutating func shareSales() {
    for (index, entry) in input.scenario.advances.entries.enumerated() {
      let sales = salesOfDay[ReferenceInput.store(entry.value.store, in: input.scenario)]
      let paid = min(advances[index].owed, entry.value.share * sales)
      books.pay(.repaid, paid)
      advances[index].owed -= paid
    }
    for store in salesOfDay.indices { salesOfDay[store] = 0 }
  }

  var owedToLenders: Double { (loans + advances).reduce(0) { $0 + $1.owed } + cards.reduce(0) { $0 + $1.owed } }
}
