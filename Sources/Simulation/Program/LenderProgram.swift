import Scenarios

/// Those who lend money (model 9), ready to run.
struct LendersProgram: Sendable {
  let loans: [LoanProgram]
  let advances: [AdvanceProgram]

  /// nil where nothing is borrowed.
  init?(_ compiler: inout Compiler) {
    let scenario = compiler.scenario
    guard scenario.borrows else { return nil }
    loans = scenario.loans.entries.map { LoanProgram($0.value, "loans.\($0.name)", &compiler) }
    advances = scenario.advances.entries.map { AdvanceProgram($0.value, "advances.\($0.name)", &compiler) }
  }

  /// Loans, then advances.
  var names: [String] { loans.map(\.name) + advances.map(\.name) }
}

/// A loan with instalments.
struct LoanProgram: Sendable {
  /// `loans.bank`
  let name: String
  let amount: Parameter
  let fee: Parameter
  let interestRate: Parameter
  /// The day on which the money comes, and those on which instalments are paid; they may lie behind the last day.
  let starts: Int
  let instalments: [Int]

  fileprivate init(_ loan: Loan, _ path: String, _ compiler: inout Compiler) {
    name = path
    amount = compiler.parameter(path + ".amount", loan.amount)
    fee = compiler.parameter(path + ".fee", loan.fee)
    interestRate = compiler.parameter(path + ".interest_rate", loan.interestRate)
    let first = compiler.scenario.day(of: loan.starts)
    starts = first
    instalments = compiler.calendar.months(Int(loan.months), after: first)
  }

  /// The number of the instalment of a day, from 1.
  func instalment(on day: Int) -> Int? { instalments.firstIndex(of: day).map { $0 + 1 } }
}

/// Money against a share of sales.
struct AdvanceProgram: Sendable {
  /// `advances.shopify`
  let name: String
  let store: Int
  let amount: Parameter
  let fee: Parameter
  let share: Parameter
  let starts: Int

  fileprivate init(_ advance: Advance, _ path: String, _ compiler: inout Compiler) {
    name = path
    store = compiler.scenario.storeIndex(advance.store)
    amount = compiler.parameter(path + ".amount", advance.amount)
    fee = compiler.parameter(path + ".fee", advance.fee)
    share = compiler.parameter(path + ".share", advance.share)
    starts = compiler.scenario.day(of: advance.starts)
  }
}
