import Scenarios
import Simulation

/// The amounts that are written in another currency, looked up once: every morning changes them.
struct QuotedAmounts {
  private let quotes: Quotes
  /// With their currencies' places in `fx`.
  fileprivate let amounts: [(slot: Slot, currency: Int)]

  init(_ scenario: Scenario) {
    quotes = scenario.quotes
    amounts = scenario.quotes.paths.compactMap { path in
      guard let code = scenario.quotes[path], let currency = scenario.currencies.index(of: code) else { return nil }
      return scenario.slot(path).map { ($0, currency) }
    }
  }

  /// Those of the same scenario after draws or rules, which may write an amount in another currency than it was.
  func of(_ scenario: Scenario) -> QuotedAmounts { scenario.quotes == quotes ? self : QuotedAmounts(scenario) }
}

/// Amounts in other currencies, and stores that are paid in one (model 2 and 9).
extension Scenario {
  /// The scenario with every amount that is written in another currency as it is today in its own.
  /// - Parameters:
  ///   - quoted: its own.
  ///   - rates: today's, in the order of `fx`.
  func inHomeMoney(_ quoted: QuotedAmounts, _ rates: [Double]) -> Scenario {
    var home = self
    for (slot, place) in quoted.amounts {
      let factor = rates[place] * (slot.info.isPaid ? 1 + currencies.entries[place].value.spread : 1)
      switch slot.get(self) {
      case .number(let number): slot.set(&home, .number(number * factor))
      case .amount(let amount): slot.set(&home, .amount(PeriodAmount(amount.value * factor, amount.period)))
      default: break
      }
    }
    return home
  }
}

extension ReferenceWorld {
  /// Before anything else of the morning rates move, and what stores owe with them.
  mutating func moveRates(_ day: Int) {
    var first: Double?
    for currency in currencies.indices {
      let shock = currencies[currency].begin(day, with: first, &random)
      first = first ?? shock
    }
    if hasForeignMoney { adopt() }
  }

  private var hasForeignMoney: Bool {
    !input.written.quotes.isEmpty || input.storeCurrencies.contains { $0 != nil }
  }

  /// Today's rate of the currency a store is paid in.
  func rate(ofStore store: Int) -> Double {
    guard let currency = input.storeCurrencies[store], input.fault != .storeRateIgnored else { return 1 }
    return currencies[currency].rate
  }

  /// A store takes on today's terms; what it owes is worth more or less than before.
  mutating func adoptStore(_ store: Int, _ terms: Store) {
    let gain = accounts[store].adopt(terms, rate: rate(ofStore: store))
    if input.fault != .exchangeForgotten { books.post(.exchange, gain) }
  }

  /// Money leaves a store's processor: it is here at once, or on its way through an account.
  mutating func receive(_ amount: Double, from store: Int, as row: Metric, _ day: Int) {
    guard amount != 0 else { return }
    let name = accounts[store].terms.payoutAccount
    guard let account = input.scenario.payoutAccounts[name] else {
      return arrive(amount, from: store, as: row)
    }
    let days = Int(account.days) + (input.fault == .accountOneDayLonger ? 1 : 0)
    if days == 0 {
      arrive(amount, from: store, as: .payouts)
    } else {
      accounts[store].send(amount, arriving: day + days)
    }
  }

  mutating func receiveFromAccounts(_ day: Int) {
    for store in accounts.indices { arrive(accounts[store].takeArrived(day), from: store, as: .payouts) }
  }

  /// It is changed at today's rate, less fee and spread.
  private mutating func arrive(_ amount: Double, from store: Int, as row: Metric) {
    guard amount != 0 else { return }
    let worth = amount * rate(ofStore: store)
    let currency = input.storeCurrencies[store]
    var (fee, spread) = (0.0, currency.map { currencies[$0].terms.spread } ?? 0)
    if let account = input.scenario.payoutAccounts[accounts[store].terms.payoutAccount] {
      fee = worth * account.fee + (worth > 1e-6 ? account.feeFixed : 0)
      spread = currency == nil ? 0 : account.spread
    }
    if input.fault == .spreadIgnored { spread = 0 }
    books.post(.paymentFees, fee)
    books.post(.exchange, -worth * spread)
    books.receive(row, worth - fee - worth * spread)
    accounts[store].realise(amount)
  }

  /// Refunds that no payout covers are bought for cash.
  mutating func payExcess(of store: Int) {
    let worth = accounts[store].payExcess() * rate(ofStore: store)
    let spread = input.storeCurrencies[store].map { currencies[$0].terms.spread } ?? 0
    books.post(.exchange, -worth * spread)
    books.pay(.refundPayments, worth * (1 + spread))
  }
}
