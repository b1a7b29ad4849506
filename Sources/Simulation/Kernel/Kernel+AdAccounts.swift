import Scenarios

/// What an ad account was paid before ads, and what is to be paid after them; and what has moved today.
struct AdAccountRows {
  /// Paid in and not spent.
  let balance: MoneyRow
  /// Spent and not billed; billed and not paid; the part of the latter that is due.
  let unbilled: MoneyRow
  let billed: MoneyRow
  let overdue: MoneyRow
  /// Bills by the day they are due, where that is not the day of the bill.
  let bills: Schedule?
  let spent: MoneyRow
  let paid: MoneyRow
  /// The part of it that a card paid.
  let onCard: MoneyRow
  let lost: MoneyRow

  init(_ arena: Arena, _ account: AdAccountProgram, days: Int) {
    balance = arena.money()
    unbilled = arena.money()
    billed = arena.money()
    overdue = arena.money()
    bills = account.days > 0 ? Schedule(arena, days: days) : nil
    spent = arena.money()
    paid = arena.money()
    onCard = arena.money()
    lost = arena.money()
  }

  fileprivate var all: [MoneyRow] { [balance, unbilled, billed, overdue, spent, paid, onCard, lost] }

  /// Less than nothing where it is owed.
  func worth(_ lane: Int) -> Double { balance[lane] - unbilled[lane] - billed[lane] }
}

/// Ads that are paid after they have run, or before (model 9).
extension Kernel {
  func openAdAccounts() {
    for rows in adAccounts { for row in rows.all { row.update(repeating: 0, count: lanes) } }
  }

  /// A day of the accounts begins.
  func beginAdAccounts() {
    for rows in adAccounts {
      for row in [rows.spent, rows.paid, rows.onCard, rows.lost] { row.update(repeating: 0, count: lanes) }
    }
  }

  /// A month is billed on its successor's first day, and what is due is paid (step 4).
  func payForAds(_ day: Int, _ month: Int) {
    let isFirst = day > 0 && program.monthOfDay[day - 1] != month
    for (account, rows) in zip(program.adAccounts, adAccounts) where account.pays != .prepaid {
      if isFirst { for i in 0..<lanes { bill(account, rows, day, i) } }
      if let due = rows.bills?.row(day) { for i in 0..<lanes { rows.overdue[i] += due[i] } }
      payOverdue(account, rows, month)
    }
  }

  /// In the evening of the day's ads those accounts are billed of which enough was spent.
  func billThresholds(_ day: Int, _ month: Int) {
    for (account, rows) in zip(program.adAccounts, adAccounts) {
      guard let threshold = account.threshold.map({ row($0) }) else { continue }
      for i in 0..<lanes where rows.unbilled[i] >= threshold[i] - 1e-9 { bill(account, rows, day, i) }
      payOverdue(account, rows, month)
    }
  }

  private func bill(_ account: AdAccountProgram, _ rows: AdAccountRows, _ day: Int, _ lane: Int) {
    let amount = rows.unbilled[lane]
    rows.unbilled[lane] = 0
    rows.billed[lane] += amount
    if let bills = rows.bills {
      bills.add(amount, day: day + account.days, lane: lane)
    } else {
      rows.overdue[lane] += amount
    }
  }

  /// Pays all that is due, where its card, cash and credit line bear it; else nothing.
  private func payOverdue(_ account: AdAccountProgram, _ rows: AdAccountRows, _ month: Int) {
    let credit = row(program.creditLine)
    for i in 0..<lanes where rows.overdue[i] > 0 {
      let amount = rows.overdue[i]
      guard amount <= books.cash[i] + credit[i] + room(on: account.card, i) else { continue }
      pay(amount, to: rows, with: account.card, month, i)
      rows.overdue[i] = 0
      rows.billed[i] -= amount
      // The dust of sums is no debt.
      if rows.billed[i] < 1e-9 { rows.billed[i] = 0 }
    }
  }

  private func pay(_ amount: Double, to rows: AdAccountRows, with card: Int?, _ month: Int, _ lane: Int) {
    let rest = put(amount, on: card, lane)
    ledger.add(rest, .adPayments, month: month, lane: lane)
    books.cash[lane] -= rest
    rows.paid[lane] += amount
    rows.onCard[lane] += amount - rest
  }

  /// A channel spends on its account: nothing while a bill is due that could not be paid, of a balance what there is.
  func spend(_ budget: MoneyRow, of rows: ChannelRows<Number>, on index: Int, _ month: Int) {
    let (account, money) = (program.adAccounts[index], adAccounts[index])
    let (credit, topUp) = (row(program.creditLine), row(account.topUp))
    for i in 0..<lanes {
      let wanted = budget[i] * (1 - rows.paused[i].double) * books.alive[i]
      books.planned[i] += wanted
      var most = money.overdue[i] > 0 ? 0 : wanted
      if account.pays == .prepaid {
        let missing = wanted - money.balance[i]
        if missing > 0 {
          let most = max(0, books.cash[i] + credit[i]) + room(on: account.card, i)
          let paidIn = min(max(topUp[i], missing), most)
          pay(paidIn, to: money, with: account.card, month, i)
          money.balance[i] += paidIn
        }
        most = min(wanted, money.balance[i])
        money.balance[i] -= most
      } else {
        money.unbilled[i] += most
      }
      rows.spent[i] = most
      money.spent[i] += most
      books.paidForAds[i] += most
    }
  }

  /// Channels without an account are paid as they spend, as far as no card does.
  func bookSpendWithoutAccount(_ month: Int) {
    let payments = ledger.row(.adPayments, month)
    for (channel, rows) in zip(program.channels, channels) where channel.account == nil {
      for i in 0..<lanes { payments[i] += rows.fromCash[i] }
    }
  }

  /// A ban takes the balance of a prepaid account, or a part of it.
  func forfeit(_ index: Int, _ month: Int) {
    let (rows, share) = (adAccounts[index], row(program.adAccounts[index].lostOnBan))
    rules.kept.each { i in
      let lost = rows.balance[i] * share[i]
      rows.balance[i] -= lost
      rows.lost[i] += lost
      ledger.add(lost, .other, month: month, lane: i)
    }
  }

  func closeAdAccounts(_ month: Int) {
    let balance = ledger.row(.adBalance, month)
    for rows in adAccounts { for i in 0..<lanes { balance[i] += rows.worth(i) } }
  }
}
