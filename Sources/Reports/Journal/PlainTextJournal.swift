import Analysis

/// A journal as hledger and ledger read it: every account and the currency are declared, as their strict checks ask.
struct PlainTextJournal {
  private let journal: GeneralJournal
  private let form: JournalForm

  init(_ journal: GeneralJournal, _ form: JournalForm) { (self.journal, self.form) = (journal, form) }

  var text: String {
    var lines = ["; \(JournalText.plain(journal.title))"]
    let closing = journal.balance(of: .cash)
    if let days = journal.days {
      let amount = JournalText.amount(closing)
      lines.append("; \(form.rawValue), closing cash \(amount) \(journal.currency) on \(days.upperBound)")
    }
    // On one line hledger would take it, but not ledger.
    lines += ["commodity \(journal.currency)", "  format 1000.00 \(journal.currency)", ""]
    lines += Set(journal.accounts + [.cash, .rounding]).sorted().map { "account \($0.name)" }
    for entry in journal.transactions {
      lines += ["", "\(entry.day) \(JournalText.plain(entry.text))"]
      lines += entry.postings.map { JournalText.posting(4, $0.account.name, $0.cents, journal.currency) }
    }
    if let days = journal.days {
      let assertion = JournalText.posting(4, Account.cash.name, 0, journal.currency)
      lines += [
        "", "\(days.upperBound) closing cash", "\(assertion) = \(JournalText.amount(closing)) \(journal.currency)",
        "    \(Account.rounding.name)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
