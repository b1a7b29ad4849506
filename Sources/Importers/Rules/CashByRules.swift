import Language

/// Rows of a bank account.
struct CashByRules: RowReader {
  private let rules: ImportRules
  private let options: ImportOptions
  private let date, balance, text: Column
  private let amounts: [Column]
  private let skips: [Column]
  private var occurrences: [String: Int] = [:]
  private var first: (day: CalendarDate, balance: Amount)?
  private var last: (day: CalendarDate, balance: Amount)?

  init(_ sheet: Sheet, _ rules: ImportRules) {
    self.rules = rules
    options = sheet.options
    date = sheet.column("date")
    balance = sheet.column("balance")
    text = sheet.column("text")
    amounts = rules.amount.indices.map { sheet.column("amount\($0)") }
    skips = rules.skips.indices.map { sheet.column("skip\($0)") }
  }

  mutating func take(_ row: Row, _ harvest: inout Harvest) throws(RowFault) {
    for (condition, column) in zip(rules.skips, skips) where condition.holds(row.text(column)) {
      throw .skip(.rule, row.text(column))
    }
    let moment = try row.neededMoment(date)
    var sum: Amount?
    for (term, column) in zip(rules.amount, amounts) {
      guard let amount = try row.amount(column) else { continue }
      sum = (sum ?? .zero) + (term.isNegative ? -amount : amount)
    }
    guard let sum else { throw .refuse(.badNumber, "", column: amounts.first?.heading ?? "") }
    let stated = try row.amount(balance)
    let words = row.text(text)
    let money = rules.currency ?? options.currency
    if money == nil { harvest.note(.currency) }
    harvest.note(day: moment.day)
    harvest.add(sum, to: .sum, in: money)
    if let stated {
      first = first ?? (moment.day, stated)
      last = (moment.day, stated)
    }
    let content = "\(moment.day) \(sum.text()) \(words)"
    let number = (occurrences[content] ?? 0) + 1
    occurrences[content] = number
    let account = options.owner ?? rules.account
    harvest.row(in: .cash) { cells in
      cells.text(account)
      cells.day(moment)
      cells.amount(sum)
      cells.text(words)
      cells.count(number)
      cells.amount(stated)
      cells.plain(money ?? "")
      cells.plain("rules")
    }
  }

  mutating func finish(_ harvest: inout Harvest) throws(ImportFault) -> Assumptions? {
    guard let first, let last else { return nil }
    // Some banks write the newest row first.
    harvest.add(
      first.day > last.day ? first.balance : last.balance, to: .closing, in: rules.currency ?? options.currency)
    return nil
  }
}

extension ImportRules.Condition {
  fileprivate func holds(_ cell: String) -> Bool {
    switch relation {
    case .equal: Heading.plain(cell) == Heading.plain(value)
    case .contains: Heading.plain(cell).contains(Heading.plain(value))
    case .empty: cell.isEmpty
    }
  }
}
