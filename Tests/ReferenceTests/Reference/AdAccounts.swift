import Scenarios
import Simulation

/// What an ad account was paid, and what it is owed (model 9).
struct ReferenceAdAccount {
  var balance = 0.0
  var unbilled = 0.0
  /// By the day they are due; and those that were due and could not be paid.
  var bills: Schedule
  var overdue = 0.0

  var worth: Double { balance - unbilled - bills.outstanding - overdue }
}

extension ReferenceWorld {
  private func account(_ index: Int) -> AdAccount { input.scenario.adAccounts.entries[index].value }

  /// In the morning of a month's first day all that was spent is billed; what is due is paid where the money is there.
  mutating func payForAds(_ day: Int) {
    for index in adAccounts.indices where account(index).pays != .prepaid {
      if day > 0, input.time.isFirstOfMonth(day) { bill(index, day) }
      collect(index, day)
    }
  }

  /// After the day's ads.
  mutating func billThresholds(_ day: Int) {
    for index in adAccounts.indices {
      guard account(index).pays == .threshold, let threshold = account(index).threshold else { continue }
      if adAccounts[index].unbilled >= threshold - 1e-9 { bill(index, day) }
      collect(index, day)
    }
  }

  private mutating func bill(_ index: Int, _ day: Int) {
    let later = Int(account(index).days) + (input.fault == .adBillOneDayLater ? 1 : 0)
    adAccounts[index].bills.add(adAccounts[index].unbilled, on: day + later)
    adAccounts[index].unbilled = 0
  }

  private mutating func collect(_ index: Int, _ day: Int) {
    adAccounts[index].overdue += adAccounts[index].bills.take(day)
    let due = adAccounts[index].overdue
    guard due > 0,
      due <= books.cash + input.scenario.cash.creditLine + room(on: card(account(index).card))
        || input.fault == .adBillsAlwaysPaid
    else {
      return
    }
    pay(.adPayments, due, with: card(account(index).card))
    adAccounts[index].overdue = 0
  }

  /// - Returns: what a channel with an account can spend of what it would.
  mutating func spend(_ wish: Double, on index: Int) -> Double {
    guard account(index).pays == .prepaid else {
      let spent = adAccounts[index].overdue > 0 ? 0 : wish
      adAccounts[index].unbilled += spent
      return spent
    }
    if wish > adAccounts[index].balance {
      let wanted = max(account(index).topUp, wish - adAccounts[index].balance)
      let card = card(account(index).card)
      let paid = min(wanted, max(0, books.cash + input.scenario.cash.creditLine) + room(on: card))
      pay(.adPayments, paid, with: card)
      adAccounts[index].balance += paid
    }
    let spent = min(wish, adAccounts[index].balance)
    adAccounts[index].balance -= spent
    return spent
  }

  /// The place of a channel's account.
  func adAccount(of channel: AdChannel) -> Int? { input.scenario.adAccounts.index(of: channel.account) }

  /// Events that pause channels ban their accounts.
  mutating func ban(_ channels: [Int]) {
    let banned = Set(channels.compactMap { adAccount(of: input.scenario.ads.entries[$0].value) })
    for index in banned.sorted() where account(index).pays == .prepaid && input.fault != .banTakesNothing {
      let lost = adAccounts[index].balance * account(index).lostOnBan
      adAccounts[index].balance -= lost
      books.post(.other, lost)
    }
  }
}
