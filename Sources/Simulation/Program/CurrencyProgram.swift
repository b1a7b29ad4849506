import Scenarios
import Statistics

/// A currency beside the scenario's own (model 2).
struct CurrencyProgram {
  let rate: Parameter
  let volatility: Parameter
  let correlation: Parameter
  let isCorrelated: Bool
  let spread: Parameter
  /// Does its rate walk?
  let isUsed: Bool
  let stream: Stream

  init(_ currency: Currency, _ path: String, _ compiler: inout Compiler) {
    rate = compiler.parameter(path + ".rate", currency.rate)
    volatility = compiler.parameter(path + ".volatility", currency.volatility)
    correlation = compiler.parameter(path + ".correlation", currency.correlation)
    isCorrelated = compiler.parameters.isUsed(correlation)
    spread = compiler.parameter(path + ".spread", currency.spread)
    isUsed = compiler.parameters.isUsed(volatility)
    stream = Stream(seed: compiler.seed, name: path)
  }
}

/// An amount that is written in another currency: its own row holds what was written, and rules change that; the day's steps
/// read the row with what it is today in the scenario's money.
struct ForeignAmount {
  let written: Parameter
  let home: Parameter
  /// Its place among the currencies.
  let currency: Int
  /// Does changing money for it cost the spread?
  let isPaid: Bool
}

/// An account that stores pay out into (model 9), ready to run.
struct PayoutAccountProgram {
  let fee: Parameter
  let feeFixed: Parameter
  let spread: Parameter
  let days: Int

  /// nil for a store that is paid out straight to the operator.
  init?(_ store: Store, _ compiler: inout Compiler) {
    let name = store.payoutAccount
    guard !name.isEmpty, let account = compiler.scenario.payoutAccounts[name] else { return nil }
    let path = "payout_accounts.\(name)"
    fee = compiler.parameter(path + ".fee", account.fee)
    feeFixed = compiler.parameter(path + ".fee_fixed", account.feeFixed)
    spread = compiler.parameter(path + ".spread", account.spread)
    days = compiler.pins.paysAtOnce ? 0 : Int(account.days)
  }
}
