import Language

/// What a processor has done with money.
enum LedgerType: String {
  case sale, refund, chargeback, won, fee, ads, reserve, release, payout, tax, adjustment, other
  case chargebackFee = "chargeback_fee"
  /// The seller's own purchase from the balance.
  case purchase
}

/// One row of a processor's books, in the signs of the seller: what comes in is above 0, fees are costs and above 0.
struct LedgerEntry {
  var id: String
  var moment: Moment
  var type: LedgerType
  var gross: Amount
  var fee = Amount.zero
  var order = ""
  var available: Moment?
  /// Empty while the money is not paid out.
  var payout = ""
  var currency: String?

  var net: Amount { gross - fee }
}

/// The books of one processor in one file: its entries, their sums, and what they come to.
struct LedgerBook {
  let processor: String
  let source: String
  /// Is tax that buyers pay a part of the sales, to be taken off?
  private let salesHoldTax: Bool
  /// Equal entries without an id of their own are real: each gets its number.
  private var occurrences: [String: Int] = [:]
  private var orders: Set<String> = []
  /// Chargebacks of the file that may be won further down.
  private var disputes: [String: LedgerEntry] = [:]

  init(_ sheet: Sheet, salesHoldTax: Bool = false) {
    self.salesHoldTax = salesHoldTax
    processor = sheet.options.owner.map { "\(sheet.match.format.platform) \($0)" } ?? sheet.match.format.platform
    source = sheet.match.format.name
  }

  /// An id for what has none: its day and content, and which of its equals it is.
  mutating func id(of content: String) -> String {
    let number = (occurrences[content] ?? 0) + 1
    occurrences[content] = number
    return "\(content) \(number)"
  }

  mutating func take(_ entry: LedgerEntry, _ harvest: inout Harvest) {
    harvest.note(day: entry.moment.day)
    if entry.currency == nil { harvest.note(.currency) }
    let currency = entry.currency
    let net = entry.net
    switch entry.type {
    case .sale:
      harvest.add(entry.gross, to: .sales, in: currency)
      if !entry.order.isEmpty, orders.insert(entry.order).inserted { harvest.add(1, to: .orders, in: currency) }
    case .refund: harvest.add(-entry.gross, to: .refunds, in: currency)
    case .chargeback, .won: harvest.add(-entry.gross, to: .chargebacks, in: currency)
    case .fee, .chargebackFee: harvest.add(-entry.gross, to: .fees, in: currency)
    case .ads: harvest.add(-entry.gross, to: .ads, in: currency)
    case .reserve: harvest.add(-entry.gross, to: .reserved, in: currency)
    case .release: harvest.add(entry.gross, to: .released, in: currency)
    case .payout: harvest.add(-entry.gross, to: .payouts, in: currency)
    case .tax:
      harvest.add(-entry.gross, to: .tax, in: currency)
      // What goes through the account and stays with nobody here.
      harvest.add(entry.gross, to: salesHoldTax ? .sales : .adjustments, in: currency)
    case .purchase: harvest.add(-entry.gross, to: .ownPurchases, in: currency)
    case .adjustment, .other: harvest.add(entry.gross, to: .adjustments, in: currency)
    }
    if entry.fee != .zero || entry.type == .sale { harvest.add(entry.fee, to: .fees, in: currency) }
    harvest.add(net, to: .net, in: currency)
    if entry.type == .chargeback || entry.type == .won { takeDispute(entry, &harvest) }
    let (processor, source) = (processor, source)
    harvest.row(in: .ledger) { row in
      row.text(processor)
      row.text(entry.id)
      row.day(entry.moment)
      row.plain(entry.moment.seconds == nil ? "" : entry.moment.text)
      row.plain(entry.type.rawValue)
      row.amount(entry.gross)
      row.amount(entry.fee)
      row.amount(net)
      row.text(entry.order)
      row.day(entry.available)
      row.text(entry.payout)
      row.plain(currency ?? "")
      row.plain(source)
    }
  }

  /// A chargeback, under its order where the file names one, so that what is won later finds it.
  private mutating func takeDispute(_ entry: LedgerEntry, _ harvest: inout Harvest) {
    let id = entry.order.isEmpty ? entry.id : entry.order
    let isWon = entry.type == .won
    if !isWon { disputes[id] = entry }
    let opened = isWon ? disputes[id] : entry
    let (processor, source) = (processor, source)
    harvest.row(in: .chargebacks) { row in
      row.text(processor)
      row.text(id)
      row.text(entry.order)
      row.day(opened?.moment)
      row.amount(opened.map { -$0.gross } ?? entry.gross)
      row.amount(opened?.fee)
      row.plain(isWon ? "won" : "open")
      row.day(isWon ? entry.moment : nil)
      row.plain(entry.currency ?? "")
      row.plain(source)
    }
  }
}
