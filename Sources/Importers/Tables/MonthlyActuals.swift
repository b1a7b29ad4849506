package import Language

/// What really happened, month by month or week by week, in one currency.
package struct MonthlyActuals: Sendable {
  /// What the tables of a folder tell of a month.
  package enum Figure: String, CaseIterable, Sendable {
    case orders, sales, ads, fees
    case refundsAndChargebacks = "refunds_and_chargebacks"
    case payouts
    /// In the bank when the month ends.
    case cash

    /// Where it is counted.
    package var source: Source {
      switch self {
      case .orders, .sales: .orders
      case .ads: .ads
      case .fees, .refundsAndChargebacks: .payments
      case .payouts: .payouts
      case .cash: .bank
      }
    }
  }

  package enum Source: String, CaseIterable, Sendable { case orders, ads, payments, payouts, bank }

  package enum Step: Sendable { case month, week }

  /// A calendar month, or a week from Monday to Sunday.
  package struct Period: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let begins: CalendarDate
    package let step: Step

    init(of day: CalendarDate, _ step: Step) {
      self.step = step
      switch step {
      case .month: begins = CalendarDate(year: day.year, month: day.month, day: 1) ?? day
      case .week:
        let weekday = CalendarDate.Weekday.allCases.firstIndex(of: day.weekday) ?? 0
        begins = day.adding(days: -weekday) ?? day
      }
    }

    package static func < (a: Period, b: Period) -> Bool { a.begins < b.begins }

    package var year: Int { begins.year }
    package var month: Int { begins.month }
    /// Of a month.
    package var lastDay: Int { CalendarDate.daysIn(month: month, of: year) }

    package var ends: CalendarDate {
      switch step {
      case .month: CalendarDate(year: year, month: month, day: lastDay) ?? begins
      case .week: begins.adding(days: 6) ?? begins
      }
    }

    /// `2027-03` of a month, the Monday of a week.
    package var description: String {
      step == .week ? begins.description : "\(year)-\(month < 10 ? "0" : "")\(month)"
    }

    var next: Period { Period(of: ends.adding(days: 1) ?? ends, step) }
  }

  package typealias Month = Period

  package let currency: String
  /// What one unit of other currencies is worth in this one.
  private let rates: [String: Amount]
  private let step: Step
  /// The store whose rows count; nil for all.
  private let store: String?
  package private(set) var months: [Month] = []
  private var sums: [Month: [Figure: Amount]] = [:]
  /// The balances of bank accounts at the ends of days.
  private var balances: [String: [(day: CalendarDate, amount: Amount)]] = [:]
  private var ranges: [Source: ClosedRange<CalendarDate>] = [:]
  /// Rows in other currencies, which are added to nothing here: how many, by currency.
  package private(set) var others: [String: Int] = [:]
  /// Rows in other currencies that were changed at a rate of the folder.
  package private(set) var converted: [String: Int] = [:]
  /// Rows of ads that reach over several months.
  package private(set) var spans = 0
  /// Rows whose amount or date cannot be read, by table.
  package private(set) var unreadable: [TableKind: Int] = [:]

  /// - Parameters:
  ///   - store: one of several; what is not of one store, such as ads and the bank, is then left out.
  ///   - table: gives the rows of a table.
  package init(
    currency: String, rates: [String: Amount] = [:], by step: Step = .month, store: String? = nil,
    _ table: (TableKind) -> RowStore
  ) {
    (self.currency, self.rates, self.step, self.store) = (currency, rates, step, store)
    addOrders(table(.orders))
    if store == nil { addAds(table(.adDays)) }
    let payouts = table(.payouts)
    addLedger(table(.ledger), withPayouts: payouts)
    addPayouts(payouts)
    if store == nil { addCash(table(.cash)) }
    guard let first = sums.keys.min(), let last = sums.keys.max() else { return }
    var month = first
    while month <= last {
      months.append(month)
      month = month.next
    }
  }

  /// nil where no file tells: before the first and after the last row of its source.
  package func value(_ figure: Figure, _ month: Month) -> Amount? {
    guard let range = ranges[figure.source], month >= period(of: range.lowerBound),
      month <= period(of: range.upperBound)
    else { return nil }
    if figure == .cash { return balance(at: month) }
    return sums[month]?[figure] ?? .zero
  }

  /// The last day that a source tells of, where that is not the end of its month.
  package func end(of source: Source, in month: Month) -> CalendarDate? {
    guard let last = ranges[source]?.upperBound, period(of: last) == month, last < month.ends else { return nil }
    return last
  }

  /// Is the whole month in the files of all sources that there are?
  package func isWhole(_ month: Month) -> Bool {
    Source.allCases.allSatisfy { source in
      guard let range = ranges[source] else { return true }
      return end(of: source, in: month) == nil && period(of: range.upperBound) >= month
    }
  }

  package func has(_ source: Source) -> Bool { ranges[source] != nil }

  /// Sources that have nothing for a month, though they have something for others.
  package func missing(in month: Month) -> [Source] {
    Source.allCases.filter { source in
      guard let range = ranges[source] else { return false }
      return month < period(of: range.lowerBound) || month > period(of: range.upperBound)
    }
  }

  /// Of all accounts together; nil while one of them is not known yet.
  private func balance(at month: Month) -> Amount? {
    var sum = Amount.zero
    for (_, days) in balances {
      guard let last = days.last(where: { period(of: $0.day) <= month }) else { return nil }
      sum += last.amount
    }
    return balances.isEmpty ? nil : sum
  }

  private func period(of day: CalendarDate) -> Period { Period(of: day, step) }

  // MARK: Reading tables

  private mutating func add(_ amount: Amount, _ figure: Figure, on day: CalendarDate) {
    sums[period(of: day), default: [:]][figure, default: .zero] += amount
    note(day, figure.source)
  }

  private mutating func note(_ day: CalendarDate, _ source: Source) {
    guard let range = ranges[source] else {
      ranges[source] = day...day
      return
    }
    ranges[source] = min(range.lowerBound, day)...max(range.upperBound, day)
  }

  /// The cells of the rows that are in the currency.
  private mutating func rows(
    of store: RowStore, _ body: (inout MonthlyActuals, StoredRow) -> Bool
  ) {
    guard let place = store.kind.columns.firstIndex(of: "currency") else { return }
    for row in store.rows {
      var cells = StoredRow(CSVLine.cells(store.bytes(row)), store.kind)
      guard isOfStore(cells) else { continue }
      let money = cells.cells.indices.contains(place) ? cells.cells[place] : ""
      if money != currency {
        guard let rate = rates[money] else {
          others[money, default: 0] += 1
          continue
        }
        cells.rate = rate
        converted[money, default: 0] += 1
      }
      if !body(&self, cells) { unreadable[store.kind, default: 0] += 1 }
    }
  }

  /// Books are kept by processor: `stripe shop` of the store `shop`.
  private func isOfStore(_ row: StoredRow) -> Bool {
    guard let store else { return true }
    let name = row.text("channel") + row.text("processor")
    return name == store || name.hasSuffix(" " + store)
  }

  private mutating func addOrders(_ store: RowStore) {
    rows(of: store) { sums, row in
      guard let day = row.day("date"), let value = row.money("value") else { return false }
      sums.add(Amount(1), .orders, on: day)
      sums.add(value, .sales, on: day)
      return true
    }
  }

  private mutating func addAds(_ store: RowStore) {
    rows(of: store) { sums, row in
      if row.text("spend").isEmpty { return true }
      guard let from = row.day("from"), let to = row.day("to"), let spend = row.money("spend") else { return false }
      guard sums.period(of: from) == sums.period(of: to) else {
        sums.spans += 1
        return true
      }
      sums.add(spend, .ads, on: from)
      sums.note(to, .ads)
      return true
    }
  }

  private mutating func addLedger(_ store: RowStore, withPayouts payouts: RowStore) {
    let stated = Set(payouts.rows.map { CSVLine.cells(payouts.bytes($0)).first ?? "" })
    var telling: Set<String> = []
    for place in store.rows {
      let row = StoredRow(CSVLine.cells(store.bytes(place)), store.kind)
      if row.text("type") == LedgerType.payout.rawValue { telling.insert(row.text("processor")) }
    }
    rows(of: store) { sums, row in
      guard let day = row.day("date"), let gross = row.money("gross"), let fee = row.money("fee"),
        let net = row.money("net")
      else { return false }
      let type = LedgerType(rawValue: row.text("type"))
      sums.add(fee, .fees, on: day)
      switch type {
      case .fee, .chargebackFee: sums.add(-gross, .fees, on: day)
      case .refund, .chargeback, .won: sums.add(-gross, .refundsAndChargebacks, on: day)
      case .ads: sums.add(-gross, .ads, on: day)
      default: break
      }
      let processor = row.text("processor")
      guard !stated.contains(processor) else { return true }
      if type == .payout {
        sums.add(-gross, .payouts, on: day)
      } else if !telling.contains(processor), !row.text("payout").isEmpty {
        // Without payouts in a file, what the books say was paid out with one.
        sums.add(net, .payouts, on: row.day("available") ?? day)
      }
      return true
    }
  }

  private mutating func addCash(_ store: RowStore) {
    var days: [String: [CalendarDate: [(before: Amount, after: Amount)]]] = [:]
    rows(of: store) { sums, row in
      guard let day = row.day("date"), let amount = row.money("amount") else { return false }
      sums.note(day, .bank)
      guard let after = row.money("balance") else { return true }
      days[row.text("account"), default: [:]][day, default: []].append((after - amount, after))
      return true
    }
    for (account, known) in days {
      for (day, moves) in known.sorted(by: { $0.key < $1.key }) {
        // The last balance of a day is the one that no other row begins from.
        let ends = moves.filter { move in !moves.contains { $0.before == move.after && $0.after != $0.before } }
        guard let end = ends.first?.after, ends.allSatisfy({ $0.after == end }) else { continue }
        balances[account, default: []].append((day, end))
      }
    }
    // An account must have a month even where nothing else is known of it.
    if let range = ranges[.bank] {
      sums[period(of: range.lowerBound), default: [:]][.cash, default: .zero] += .zero
      sums[period(of: range.upperBound), default: [:]][.cash, default: .zero] += .zero
    }
  }

  private mutating func addPayouts(_ store: RowStore) {
    rows(of: store) { sums, row in
      guard row.text("status") == "paid" else { return true }
      guard let day = row.day("arrives") ?? row.day("sent"), let amount = row.money("amount") else { return false }
      sums.add(amount, .payouts, on: day)
      return true
    }
  }
}
