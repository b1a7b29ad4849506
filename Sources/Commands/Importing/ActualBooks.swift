import Analysis
import Importers
import Language
import Reports
import Scenarios

/// Books in double entry of what was imported: the processors' own entries, ads and costs of goods.
///
/// What a processor has booked is true; orders are only counted where no processor's books are there. A bank's rows are
/// left out, as they are the same payouts and payments once more.
struct ActualBooks {
  private let currency: String
  private let table: (TableKind) -> RowStore
  private var keeper = Bookkeeper()
  /// Rows that could not be booked: without a date or an amount, or in other money.
  private(set) var unreadable = 0
  private(set) var others: [String: Int] = [:]
  /// Are sales those of orders, for want of the books of a processor?
  private(set) var countsOrders = false

  init(currency: String, _ table: @escaping (TableKind) -> RowStore) {
    (self.currency, self.table) = (currency, table)
    bookLedger()
    bookPayouts()
    bookAds()
    bookCosts()
  }

  func journal(title: String) -> GeneralJournal {
    GeneralJournal(title: title, currency: currency, keeper.transactions)
  }

  private mutating func rows(_ kind: TableKind, _ book: (inout ActualBooks, StoredRow) -> Bool) {
    for row in table(kind).storedRows {
      let money = row.text("currency")
      guard money == currency else {
        others[money, default: 0] += 1
        continue
      }
      if !book(&self, row) { unreadable += 1 }
    }
  }

  private mutating func book(_ day: CalendarDate, _ text: String, _ parts: [(Account, Amount)]) {
    keeper.book(day, text, parts.map { ($0.0, Money(billionths: $0.1.millionths * 1000)) })
  }

  // MARK: Tables

  private mutating func bookLedger() {
    guard table(.ledger).count > 0 else {
      countsOrders = table(.orders).count > 0
      return rows(.orders) { books, row in
        guard let day = row.day("date"), let value = row.amount("value") else { return false }
        let store = row.text("channel")
        books.book(day, "order \(row.text("order"))", [(.processor(store), value), (.sales(store), -value)])
        return true
      }
    }
    rows(.ledger) { books, row in
      guard let day = row.day("date"), let gross = row.amount("gross"), let fee = row.amount("fee") else {
        return false
      }
      let (processor, type) = (row.text("processor"), row.text("type"))
      let own = Account.processor(processor)
      let order = row.text("order")
      let text = type.replacing("_", with: " ") + (order.isEmpty ? "" : " \(order)")
      books.book(
        day, text,
        [(own, gross - fee), (Self.counterpart(type, processor), -gross), (.fees(processor), fee)])
      return true
    }
  }

  /// Where the money of an entry of a processor comes from, or goes to.
  private static func counterpart(_ type: String, _ processor: String) -> Account {
    switch type {
    case "sale": .sales(processor)
    case "refund", "chargeback", "won": .refunds
    case "fee", "chargeback_fee": .fees(processor)
    case "ads": .ads(processor)
    case "reserve", "release": .reserve(processor)
    case "payout": .cash
    case "tax": .state
    default: .other
    }
  }

  /// Payouts of processors whose books do not tell of them.
  private mutating func bookPayouts() {
    var telling: Set<String> = []
    for row in table(.ledger).storedRows where row.text("type") == "payout" { telling.insert(row.text("processor")) }
    rows(.payouts) { books, row in
      let processor = row.text("processor")
      guard row.text("status") == "paid", !telling.contains(processor) else { return true }
      guard let day = row.day("arrives") ?? row.day("sent"), let amount = row.amount("amount") else { return false }
      let (held, released) = (row.amount("reserved") ?? .zero, row.amount("released") ?? .zero)
      books.book(
        day, "payout \(row.text("id"))",
        [
          (.cash, amount), (.reserve(processor), held - released),
          (.processor(processor), released - held - amount),
        ])
      return true
    }
  }

  private mutating func bookAds() {
    rows(.adDays) { books, row in
      guard !row.text("spend").isEmpty else { return true }
      guard let day = row.day("to"), let spend = row.amount("spend") else { return false }
      let platform = row.text("platform")
      books.book(day, "ads \(platform)", [(.ads(platform), spend), (.cash, -spend)])
      return true
    }
  }

  private mutating func bookCosts() {
    rows(.costs) { books, row in
      guard let day = row.day("ordered"), let quantity = row.amount("quantity") else { return false }
      var cost = (row.amount("goods") ?? .zero).times(quantity)
      cost += (row.amount("shipping") ?? .zero) + (row.amount("duty") ?? .zero)
      cost -= row.amount("recovered") ?? .zero
      books.book(
        day, "goods of \(row.text("supplier")), order \(row.text("order"))", [(.goods, cost), (.cash, -cost)])
      return true
    }
  }
}

extension Session {
  /// The books of the folder beside the scenario.
  func actualBooks(_ invocation: Invocation) throws(CommandFailure) -> ExportRequest.Books {
    let folder = try actualsFolder(named: nil, invocation)
    let table = try tables(of: folder, [.orders, .ledger, .payouts, .adDays, .costs])
    let books = ActualBooks(currency: scenario.currency, table)
    var remarks: [String] = []
    if books.countsOrders {
      remarks.append(say("Sales are taken from the orders, because no payment processor's file was imported."))
    }
    for (currency, count) in books.others.sorted(by: { $0.key < $1.key }) {
      let money = currency.isEmpty ? say("none given") : currency
      remarks.append(
        say("Rows not booked because of their currency (\(money)): \(NumberFormat().count(count))."))
    }
    if books.unreadable > 0 {
      remarks.append(say("Rows not booked because they cannot be read: \(NumberFormat().count(books.unreadable))."))
    }
    return ExportRequest.Books(
      journal: books.journal(title: "Dropcast: \(folder.name)"), source: folder.name, remarks: remarks)
  }
}
