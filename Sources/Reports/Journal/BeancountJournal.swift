import Analysis
import Language

/// A journal as Beancount reads it.
struct BeancountJournal {
  private let journal: GeneralJournal

  init(_ journal: GeneralJournal) { self.journal = journal }

  var text: String {
    let currency = journal.currency
    var lines = [
      "option \"title\" \"\(JournalText.plain(journal.title))\"", "option \"operating_currency\" \"\(currency)\"", "",
    ]
    guard let days = journal.days else { return lines.joined(separator: "\n") }
    lines += Set(journal.accounts + [.cash]).sorted().map { "\(days.lowerBound) open \($0.name) \(currency)" }
    for entry in journal.transactions {
      lines += ["", "\(entry.day) * \"\(JournalText.plain(entry.text))\""]
      lines += entry.postings.map { JournalText.posting(2, $0.account.name, $0.cents, currency) }
    }
    // A balance holds for the morning.
    let next = days.upperBound.adding(days: 1) ?? days.upperBound
    lines += ["", "\(next) balance \(Account.cash.name) \(JournalText.amount(journal.balance(of: .cash))) \(currency)"]
    return lines.joined(separator: "\n") + "\n"
  }
}
