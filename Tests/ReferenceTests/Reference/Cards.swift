import Language
import Scenarios
import Simulation

/// What one card is owed (model 9).
struct ReferenceCard {
  /// On no statement yet.
  var fresh = 0.0
  /// On statements that are not due yet, by the day they are.
  var statements: Schedule
  /// Due, and not paid.
  var overdue = 0.0
  /// Bills of suppliers that it will pay.
  var bills: Schedule

  var owed: Double { fresh + statements.outstanding + overdue }
}

extension ReferenceWorld {
  private func terms(_ card: Int) -> Card { input.scenario.cards.entries[card].value }

  func card(_ name: String) -> Int? { input.scenario.cards.index(of: name) }

  /// What may still be put on it.
  func room(on card: Int?) -> Double {
    guard let card else { return 0 }
    return input.fault == .cardLimitIgnored ? .infinity : max(0, terms(card).limit - cards[card].owed)
  }

  /// A payment of that row: on the card as far as it has room, the rest from cash.
  mutating func pay(_ row: Metric, _ amount: Double, with card: Int?) {
    let onCard = min(amount, room(on: card))
    if let card, onCard > 0 { cards[card].fresh += onCard }
    books.pay(row, amount - max(0, onCard))
  }

  mutating func payBillsWithCards(_ day: Int) {
    for card in cards.indices { pay(.supplierPayments, cards[card].bills.take(day), with: card) }
  }

  /// Interest, statements and what is paid of them, in the morning.
  mutating func settleCards(_ day: Int) {
    for index in cards.indices {
      let interest = input.fault == .cardWithoutInterest ? 0 : cards[index].overdue * terms(index).interestRate / 365
      books.post(.financingCosts, interest)
      cards[index].overdue += interest
      if input.scenario.date(ofDay: day).day == Int(terms(index).statementDay) {
        let later = Int(terms(index).dueDays) + (input.fault == .cardDueOneDayLater ? 1 : 0)
        cards[index].statements.add(cards[index].fresh, on: day + later)
        cards[index].fresh = 0
      }
      cards[index].overdue += cards[index].statements.take(day)
      let paid = min(cards[index].overdue, max(0, books.cash + input.scenario.cash.creditLine))
      books.pay(.repaid, paid)
      cards[index].overdue -= paid
    }
  }
}
