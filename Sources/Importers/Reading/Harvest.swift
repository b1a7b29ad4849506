package import Language
package import Tabular

/// What one file gives: rows of tables, sums beside the platform's own, and every row that was left out.
package struct Harvest: Sendable {
  package internal(set) var format: Format
  package internal(set) var encoding = TextEncoding.utf8
  package internal(set) var separator = UInt8(ascii: ",")
  /// Of a workbook.
  package internal(set) var sheet: String?
  package internal(set) var headerLine = 1
  package internal(set) var language = HeadingLanguage.en
  package internal(set) var unknownColumns = 0

  package internal(set) var read = 0
  package internal(set) var used = 0
  package internal(set) var skipped: [SkippedRow] = []
  package internal(set) var refused: [RefusedRow] = []

  package internal(set) var tables: [TableKind: RowStore] = [:]
  package internal(set) var period: ClosedRange<CalendarDate>?
  /// Sums by currency, each under its name; what has no currency stands under the empty name.
  package internal(set) var totals: [String: Totals] = [:]
  /// What the file itself says the sums are.
  package internal(set) var platformTotals = Totals()
  /// The balances by currency with which the platform ends, where it says so.
  package internal(set) var balances: [String: Amount] = [:]
  package internal(set) var gaps: [Gap] = []
  package internal(set) var notes: [Note] = []

  init(_ format: Format) { self.format = format }

  /// The currencies it has money in.
  package var currencies: [String] { totals.keys.filter { !$0.isEmpty }.sorted() }

  // MARK: Filling

  mutating func note(day: CalendarDate) {
    guard let period else {
      self.period = day...day
      return
    }
    if day < period.lowerBound { self.period = day...period.upperBound }
    if day > period.upperBound { self.period = period.lowerBound...day }
  }

  mutating func add(_ amount: Amount?, to name: TotalName, in currency: String?) {
    guard let amount else { return }
    totals[currency ?? "", default: Totals()].add(amount, name)
  }

  mutating func add(_ count: Int, to name: TotalName, in currency: String?) {
    add(Amount(count), to: name, in: currency)
  }

  mutating func note(_ gap: Gap) { if !gaps.contains(gap) { gaps.append(gap) } }
  mutating func note(_ note: Note) {
    // A file may be strange in each of a million rows: the first tell it.
    if notes.count < Self.mostNotes, !notes.contains(note) { notes.append(note) }
  }

  private static let mostNotes = 50

  mutating func row(in kind: TableKind, _ fill: (inout RowWriter) -> Void) {
    tables[kind, default: RowStore(kind)].append(fill)
  }
}

/// What a file lacks, so that something stays unknown.
package enum Gap: Hashable, Sendable {
  case currency
  /// Without Total a sum was made of less than all that customers pay.
  case orderTotal
  /// Refunds whose day the file does not tell.
  case refundDates
  /// Which days a report is of.
  case period
}

/// What should be told of a file, besides its sums.
package enum Note: Hashable, Sendable {
  case readAs(TextEncoding)
  case datesBySorting(column: String, DayOrder)
  case taxesInside
  case taxesAdded
  /// Orders whose taxes do not add up as those of most do.
  case taxExceptions(Int)
  /// A type that the format does not know, counted as an adjustment.
  case unknownType(String)
  case allClicks
  case severalDays(Int)
  /// The balance of the platform does not run from this line on: told, expected, found.
  case balanceBreaks(line: Int, expected: Amount, found: Amount)
  /// Net is not what amount and fee give.
  case netDiffers(line: Int)
  case ownPurchases
  case refundAboveTotal(Int)
  /// A date that cannot be: the row counts without it.
  case dateRefused(line: Int, column: String)
  /// Only known to be below a bound, of which half counts.
  case halfOfBound(line: Int)
  /// Keywords of several countries, which are never added.
  case countries([String])
  /// A report that no table is made of: its sums are told.
  case onlySums
}

/// Sums by name, in the order in which they are told.
package struct Totals: Hashable, Sendable {
  private var sums: [TotalName: Amount] = [:]

  package subscript(name: TotalName) -> Amount? { sums[name] }
  package var isEmpty: Bool { sums.isEmpty }
  package var all: [(name: TotalName, amount: Amount)] {
    TotalName.allCases.compactMap { name in sums[name].map { (name, $0) } }
  }

  mutating func add(_ amount: Amount, _ name: TotalName) { sums[name, default: .zero] += amount }
  mutating func set(_ amount: Amount, _ name: TotalName) { sums[name] = amount }
  mutating func remove(_ name: TotalName) { sums[name] = nil }
}

/// What a file can be summed up in. The raw value is the name in data.
package enum TotalName: String, CaseIterable, Sendable {
  case orders, lines, units
  case subtotal, shipping, tax, total, refunded
  case repeatCustomers = "repeat_customers"
  case sales, refunds, chargebacks, fees, ads, adjustments
  case ownPurchases = "own_purchases"
  case reserved, released, payouts, net, pending, open
  case paid, scheduled
  case inTransit = "in_transit"
  case spend, impressions, clicks
  case allClicks = "all_clicks"
  case claimedOrders = "claimed_orders"
  case claimedValue = "claimed_value"
  /// Of all rows, where the platform states it.
  case sum
  /// The balance at the end.
  case closing
  case goods, duty, recovered, delivered
  case refundsCount = "refunds_count"
  case grossProfit = "gross_profit"
  case sessions
  case paidSessions = "paid_sessions"
  case naturalSessions = "natural_sessions"
  // Of research.
  case terms, searches
  case searchesLow = "searches_low"
  case searchesHigh = "searches_high"
  case withBids = "with_bids"
  case withCPC = "with_cpc"
  case products
  case unitsMonth = "units_month"
  case revenueMonth = "revenue_month"
  case medianReviews = "median_reviews"

  /// Is it a number of things, not money?
  package var isCount: Bool {
    switch self {
    case .orders, .lines, .units, .repeatCustomers, .impressions, .clicks, .allClicks, .claimedOrders, .delivered,
      .refundsCount, .sessions, .paidSessions, .naturalSessions, .terms, .searches, .searchesLow, .searchesHigh,
      .withBids, .withCPC, .products, .unitsMonth, .medianReviews:
      true
    default: false
    }
  }
}
