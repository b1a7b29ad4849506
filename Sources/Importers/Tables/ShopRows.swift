package import Language

/// The rows of a folder's tables that a shop is learnt from, in one currency, as numbers and days.
package struct ShopRows: Sendable {
  package struct AdDay: Sendable {
    package let platform: String
    package let day: CalendarDate
    package let spend: Double
    package let clicks: Double
  }

  package struct Order: Sendable {
    package let channel: String
    package let name: String
    package let day: CalendarDate
    package let value: Double
    package let customer: String
  }

  package struct MoneyBack: Sendable {
    package let order: String
    package let day: CalendarDate?
    package let amount: Double
    package let isChargeback: Bool
  }

  package struct Sale: Sendable {
    package let processor: String
    package let day: CalendarDate
    package let gross: Double
    package let fee: Double
    package let payout: String
    /// When it was paid out; nil while it is open.
    package let paid: CalendarDate?
  }

  package struct Cost: Sendable {
    package let supplier: String
    package let order: String
    package let sku: String
    package let ordered: CalendarDate
    package let delivered: CalendarDate?
    package let goods: Double?
    package let shipping: Double?
    /// Suppliers bill in a currency of their own.
    package let currency: String
  }

  package private(set) var ads: [AdDay] = []
  package private(set) var orders: [Order] = []
  package private(set) var moneyBack: [MoneyBack] = []
  package private(set) var sales: [Sale] = []
  package private(set) var costs: [Cost] = []
  /// Numbers and titles of what was ordered, by order.
  package private(set) var wares: [String: String] = [:]
  /// How many orders are in other currencies, by currency.
  package private(set) var others: [String: Int] = [:]

  /// - Parameter table: gives the rows of a table.
  package init(currency: String, _ table: (TableKind) -> RowStore) {
    addAds(table(.adDays), currency)
    addOrders(table(.orders), currency)
    let refunds = table(.refunds)
    addLedger(table(.ledger), table(.payouts), currency)
    addRefunds(refunds, currency)
    addCosts(table(.costs))
    for row in table(.lines).storedRows {
      wares[row.text("order"), default: ""] += row.text("sku") + " " + row.text("title") + " "
    }
  }

  private static func rows(of store: RowStore) -> [StoredRow] {
    store.rows.map { StoredRow(CSVLine.cells(store.bytes($0)), store.kind) }
  }

  private mutating func addAds(_ store: RowStore, _ currency: String) {
    for row in Self.rows(of: store) where row.text("currency") == currency {
      guard let from = row.day("from"), let to = row.day("to"), to >= from, let spend = row.amount("spend") else {
        continue
      }
      let clicks = row.amount("clicks") ?? row.amount("all_clicks") ?? .zero
      // A row over several days is spread evenly over them.
      let days = from.days(until: to) + 1
      for day in 0..<days {
        guard let date = from.adding(days: day) else { continue }
        ads.append(
          AdDay(
            platform: row.text("platform"), day: date, spend: spend.approximate / Double(days),
            clicks: clicks.approximate / Double(days)))
      }
    }
  }

  private mutating func addOrders(_ store: RowStore, _ currency: String) {
    for row in Self.rows(of: store) {
      guard row.text("currency") == currency else {
        others[row.text("currency"), default: 0] += 1
        continue
      }
      guard let day = row.day("date"), let value = row.amount("value") else { continue }
      orders.append(
        Order(
          channel: row.text("channel"), name: row.text("order"), day: day, value: value.approximate,
          customer: row.text("customer")))
    }
  }

  private mutating func addLedger(_ store: RowStore, _ payouts: RowStore, _ currency: String) {
    var sent: [String: CalendarDate] = [:]
    for row in Self.rows(of: payouts) where row.text("status") == "paid" {
      sent[row.text("processor") + " " + row.text("id")] = row.day("arrives") ?? row.day("sent")
    }
    for row in Self.rows(of: store) where row.text("currency") == currency {
      guard let day = row.day("date"), let gross = row.amount("gross"), let fee = row.amount("fee") else { continue }
      let (processor, payout) = (row.text("processor"), row.text("payout"))
      switch LedgerType(rawValue: row.text("type")) {
      case .sale:
        let paid = payout.isEmpty ? nil : sent[processor + " " + payout] ?? row.day("available")
        sales.append(
          Sale(
            processor: processor, day: day, gross: gross.approximate, fee: fee.approximate, payout: payout,
            paid: paid.flatMap { $0 >= day ? $0 : nil }))
      case .refund:
        moneyBack.append(
          MoneyBack(order: row.text("order"), day: day, amount: (-gross).approximate, isChargeback: false))
      case .chargeback:
        moneyBack.append(
          MoneyBack(order: row.text("order"), day: day, amount: (-gross).approximate, isChargeback: true))
      default: break
      }
    }
  }

  /// What the store says of refunds, where no processor has told of the order's.
  private mutating func addRefunds(_ store: RowStore, _ currency: String) {
    let told = Set(moneyBack.map(\.order))
    for row in Self.rows(of: store) where row.text("currency") == currency {
      guard let amount = row.amount("amount"), !told.contains(row.text("order")) || row.text("order").isEmpty else {
        continue
      }
      moneyBack.append(
        MoneyBack(
          order: row.text("order"), day: row.day("date"), amount: amount.magnitude.approximate, isChargeback: false))
    }
  }

  private mutating func addCosts(_ store: RowStore) {
    for row in Self.rows(of: store) where row.text("status") != "cancelled" {
      guard let ordered = row.day("ordered") else { continue }
      costs.append(
        Cost(
          supplier: row.text("supplier"), order: row.text("order"), sku: row.text("sku"), ordered: ordered,
          delivered: row.day("delivered"), goods: row.amount("goods")?.approximate,
          shipping: row.amount("shipping")?.approximate, currency: row.text("currency")))
    }
  }
}
