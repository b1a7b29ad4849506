import CRows
import Statistics

/// What a store has beside its claims where these are in another currency, or go through an account (model 2 and 9). All rows
/// of the store are then in the currency that its processors settle in.
struct AbroadRows {
  /// On its way through the account, by day and in all.
  let arriving: Schedule
  let onTheWay: MoneyRow
  /// What rates have made of the claims this month, and of what is owed still.
  let gained: MoneyRow
  let unrealised: MoneyRow

  init(_ arena: Arena, days: Int) {
    arriving = Schedule(arena, days: days)
    onTheWay = arena.money()
    gained = arena.money()
    unrealised = arena.money()
  }

  func open(lanes: Int) {
    for row in [onTheWay, gained, unrealised] { row.update(repeating: 0, count: lanes) }
    arriving.clear()
  }

  /// All that is owed to the operator, in the store's currency.
  func balance(_ claims: StoreRows, _ lane: Int) -> Double {
    claims.owed[lane] - claims.netting[lane] + claims.held[lane] + (claims.hold?.withheld[lane] ?? 0) + onTheWay[lane]
  }

  /// The rate moves, and with it what the claims are worth.
  func value(_ claims: StoreRows, from old: Double, to new: Double, _ lane: Int) {
    guard new != old else { return }
    let gain = balance(claims, lane) * (new - old)
    gained[lane] += gain
    unrealised[lane] += gain
  }

  /// Of what rates have made of the claims, the part that goes with what is paid out is made for good.
  func realise(_ amount: Double, of claims: StoreRows, _ lane: Int) {
    let left = balance(claims, lane)
    unrealised[lane] = left > 0 && left + amount > 0 ? unrealised[lane] * left / (left + amount) : 0
  }
}

/// Stores whose processors settle in another currency, or pay into an account.
extension Kernel {
  /// Money leaves the processor: it reaches the operator at once, or after the account's days.
  /// - Parameter row: the row of the cash flow for what comes at once and without an account.
  func receive(_ amount: Double, from store: Int, as row: Metric, _ day: Int, _ month: Int, _ lane: Int) {
    guard amount != 0, let abroad = stores[store].abroad else { return }
    let account = program.stores[store].account
    guard let account, account.days > 0 else {
      return arrive(amount, from: store, as: account == nil ? row : .payouts, month, lane)
    }
    abroad.arriving.add(amount, day: day + account.days, lane: lane)
    abroad.onTheWay[lane] += amount
  }

  /// What accounts have had for their days (model 1, step 1).
  func arriveFromAccounts(_ day: Int, _ month: Int) {
    for (store, rows) in stores.enumerated() {
      guard let abroad = rows.abroad else { continue }
      let due = abroad.arriving.row(day)
      for i in 0..<lanes where due[i] != 0 {
        abroad.onTheWay[i] -= due[i]
        arrive(due[i], from: store, as: .payouts, month, i)
        due[i] = 0
      }
    }
  }

  /// Changes money at today's rate, and takes fee and spread.
  private func arrive(_ amount: Double, from store: Int, as metric: Metric, _ month: Int, _ lane: Int) {
    let terms = program.stores[store]
    let gross = amount * (rate(ofStore: store)?[lane] ?? 1)
    var fee = 0.0
    var spread = terms.currency.map { row(program.currencies[$0].spread)[lane] } ?? 0
    if let account = terms.account {
      // The dust of sums is no withdrawal.
      fee = gross * row(account.fee)[lane] + (gross > 1e-6 ? row(account.feeFixed)[lane] : 0)
      spread = terms.currency == nil ? 0 : row(account.spread)[lane]
    }
    let lost = gross * spread
    stores[store].abroad?.realise(amount, of: stores[store], lane)
    ledger.add(fee, .paymentFees, month: month, lane: lane)
    ledger.add(-lost, .exchange, month: month, lane: lane)
    ledger.add(gross - fee - lost, metric, month: month, lane: lane)
    books.cash[lane] += gross - fee - lost
  }

  /// Revenue, fees and VAT of a sale in the scenario's money, at today's rate.
  func inHomeMoney(_ sale: SaleRows, of store: Int) -> SaleRows {
    guard let rate = rate(ofStore: store), let home = scratch.sale else { return sale }
    for i in 0..<lanes {
      home.value[i] = sale.value[i] * rate[i]
      home.vat[i] = sale.vat[i] * rate[i]
      home.fee[i] = sale.fee[i] * rate[i]
    }
    return home
  }

  /// Pays what is due, less what waits to be netted and what a hold keeps.
  func payAbroad(_ store: Int, _ day: Int, _ month: Int) {
    let rows = stores[store]
    let due = rows.payouts.row(day)
    for i in 0..<lanes where due[i] != 0 {
      let netted = min(due[i], rows.netting[i])
      rows.netting[i] -= netted
      rows.owed[i] -= due[i]
      rows.dated[i] -= due[i]
      let paid = due[i] - netted
      due[i] = 0
      receive(paid - (rows.hold?.withhold(paid, day, i) ?? 0), from: store, as: .payouts, day, month, i)
    }
  }

  func releaseAbroad(_ store: Int, _ day: Int, _ month: Int) {
    let rows = stores[store]
    let due = rows.releases.row(day)
    for i in 0..<lanes where due[i] != 0 {
      rows.held[i] -= due[i]
      receive(due[i], from: store, as: .released, day, month, i)
      due[i] = 0
    }
  }

  /// Won disputes are owed from today on.
  func winAbroad(_ store: Int, _ day: Int, _ month: Int) {
    let (rows, rate) = (stores[store], rate(ofStore: store))
    let wins = rows.wins.row(day)
    for i in 0..<lanes where wins[i] != 0 {
      rows.payouts.add(wins[i], day: day, lane: i)
      rows.owed[i] += wins[i]
      rows.dated[i] += wins[i]
      ledger.add(-wins[i] * (rate?[i] ?? 1), .refundsAndChargebacks, month: month, lane: i)
      wins[i] = 0
    }
  }

  /// Refunds and chargebacks of the day are taken from the payouts that have a date; the rest is bought for cash.
  func refundAbroad(_ store: Int, _ day: Int, _ month: Int) {
    let (rows, rate) = (stores[store], rate(ofStore: store))
    let refunds = rows.refunds.row(day)
    let spread = program.stores[store].currency.map { row(program.currencies[$0].spread) }
    for i in 0..<lanes where refunds[i] != 0 || rows.netting[i] > 0 {
      let today = rate?[i] ?? 1
      ledger.add(refunds[i] * today, .refundsAndChargebacks, month: month, lane: i)
      let waiting = rows.netting[i] + refunds[i]
      let left = max(0, waiting - max(0, rows.dated[i]))
      rows.netting[i] = waiting - left
      refunds[i] = 0
      let lost = left * today * (spread?[i] ?? 0)
      ledger.add(-lost, .exchange, month: month, lane: i)
      ledger.add(left * today + lost, .refundPayments, month: month, lane: i)
      books.cash[i] -= left * today + lost
    }
    guard let back = rows.vatBack?.row(day) else { return }
    for i in 0..<lanes where back[i] != 0 {
      let amount = back[i] * (rate?[i] ?? 1)
      ledger.add(-amount, .refundsAndChargebacks, month: month, lane: i)
      oweVAT(-amount, i)
      back[i] = 0
    }
  }

  /// In the evening rates have made something of what is owed.
  func bookExchange(_ month: Int) {
    for rows in stores {
      guard let abroad = rows.abroad else { continue }
      let gains = ledger.row(.exchange, month)
      for i in 0..<lanes {
        gains[i] += abroad.gained[i]
        abroad.gained[i] = 0
      }
    }
  }
}
