/// What a card is owed: all of it; what is on no statement yet; the part of statements that was due and is not paid.
struct CardRows {
  let owed: MoneyRow
  let fresh: MoneyRow
  let overdue: MoneyRow
  /// Statements by the day they are due.
  let due: Schedule
  /// Bills of suppliers that will be paid with it, by day.
  let bills: Schedule
  /// What was put on it, paid and charged today.
  let put: MoneyRow
  let paid: MoneyRow
  let charged: MoneyRow

  init(_ arena: Arena, days: Int) {
    owed = arena.money()
    fresh = arena.money()
    overdue = arena.money()
    due = Schedule(arena, days: days)
    bills = Schedule(arena, days: days)
    put = arena.money()
    paid = arena.money()
    charged = arena.money()
  }

  fileprivate var all: [MoneyRow] { [owed, fresh, overdue, put, paid, charged] }
  var schedules: [Schedule] { [due, bills] }
}

/// Cards that pay for ads and goods (model 9).
extension Kernel {
  func openCards() {
    for rows in cards { for row in rows.all { row.update(repeating: 0, count: lanes) } }
  }

  /// A day of the cards begins.
  func beginCards() {
    for rows in cards { for row in [rows.put, rows.paid, rows.charged] { row.update(repeating: 0, count: lanes) } }
  }

  /// What may still be put on a card; nothing without one.
  func room(on card: Int?, _ lane: Int) -> Double {
    card.map { max(0, row(program.cards[$0].limit)[lane] - cards[$0].owed[lane]) } ?? 0
  }

  /// Puts as much of an amount on a card as its limit leaves room for.
  /// - Returns: the rest, which is to be paid from cash.
  func put(_ amount: Double, on card: Int?, _ lane: Int) -> Double {
    guard let card, amount > 0 else { return amount }
    let onCard = min(amount, room(on: card, lane))
    cards[card].owed[lane] += onCard
    cards[card].fresh[lane] += onCard
    cards[card].put[lane] += onCard
    return amount - onCard
  }

  /// A supplier is paid: with its card, and what that does not bear from cash.
  func paySupplier(_ amount: Double, with card: Int?, _ month: Int, _ lane: Int) {
    let rest = put(amount, on: card, lane)
    ledger.add(rest, .supplierPayments, month: month, lane: lane)
    books.cash[lane] -= rest
  }

  /// Bills of suppliers that have a card fall due.
  func payBillsWithCards(_ day: Int, _ month: Int) {
    for (card, rows) in cards.enumerated() {
      let bills = rows.bills.row(day)
      for i in 0..<lanes where bills[i] != 0 {
        paySupplier(bills[i], with: card, month, i)
        books.owedToSuppliers[i] -= bills[i]
      }
    }
  }

  /// Interest on what was due and not paid; statements fall due, are paid as far as cash and credit line bear it, and new ones
  /// come (step 4).
  func settleCards(_ day: Int, _ month: Int) {
    let credit = row(program.creditLine)
    for (card, rows) in zip(program.cards, cards) {
      let (rate, due) = (row(card.interestRate), rows.due.row(day))
      for i in 0..<lanes {
        let interest = rows.overdue[i] * rate[i] / 365
        if interest > 0 { charge(interest, rows, month, i) }
        if card.hasStatement[day], rows.fresh[i] > 0 {
          if card.dueDays == 0 {
            rows.overdue[i] += rows.fresh[i]
          } else {
            rows.due.add(rows.fresh[i], day: day + card.dueDays, lane: i)
          }
          rows.fresh[i] = 0
        }
        rows.overdue[i] += due[i]
        let paid = min(rows.overdue[i], max(0, books.cash[i] + credit[i]))
        if paid > 0 { payBack(paid, rows, month, i) }
      }
    }
  }

  private func charge(_ interest: Double, _ rows: CardRows, _ month: Int, _ lane: Int) {
    ledger.add(interest, .financingCosts, month: month, lane: lane)
    rows.owed[lane] += interest
    rows.overdue[lane] += interest
    rows.charged[lane] += interest
  }

  private func payBack(_ amount: Double, _ rows: CardRows, _ month: Int, _ lane: Int) {
    ledger.add(amount, .repaid, month: month, lane: lane)
    books.cash[lane] -= amount
    rows.owed[lane] -= amount
    rows.overdue[lane] -= amount
    rows.paid[lane] += amount
    // The dust of fractions is no debt.
    if rows.overdue[lane] < 1e-9 { rows.overdue[lane] = 0 }
    if rows.owed[lane] < 1e-9 { rows.owed[lane] = 0 }
  }

  /// A channel that is paid with a card spends what card, cash and credit line bear.
  func spend(_ budget: MoneyRow, of rows: ChannelRows<Number>, with card: Int) {
    let credit = row(program.creditLine)
    for i in 0..<lanes {
      let wanted = budget[i] * (1 - rows.paused[i].double) * books.alive[i]
      let most = min(wanted, room(on: card, i) + max(0, books.cash[i] + credit[i]))
      let rest = put(most, on: card, i)
      rows.spent[i] = most
      rows.fromCash[i] = rest
      books.cash[i] -= rest
      books.planned[i] += wanted
      books.paidForAds[i] += most
    }
  }
}
