import Analysis
import Importers
import Language
import Reports
import Scenarios
import Simulation
import Statistics

/// What the files of a shop tell of the first morning (model 17): money and orders on their way, debts, carry-over.
struct OpeningFromActuals {
  private(set) var opening = OpeningBalances()
  /// What was assumed or left out, told.
  private(set) var remarks: [String] = []
  /// The last day that the files tell of.
  let lastDay: CalendarDate?
  private let scenario: Scenario
  private let start: CalendarDate
  private let names: ScenarioNames
  private let hindsight: Bool
  /// Whether a processor's books tell what it owes; without them a shop that is entered waits for no money.
  private(set) var hasBooks = false
  private let table: (TableKind) -> RowStore
  /// Rows that are in other money.
  private var others = 0

  static let tables: [TableKind] = [.orders, .lines, .ledger, .payouts, .chargebacks, .costs, .adDays, .cash]

  /// - Parameters:
  ///   - start: the first morning; nil: the one after the last day of the files.
  ///   - presets: those that the scenario's parts build on, by path.
  ///   - hindsight: whether what later rows tell counts too, such as the day on which a payout did arrive.
  init(
    _ scenario: Scenario, presets: [String: String], on start: CalendarDate?, hindsight: Bool = true,
    _ table: @escaping (TableKind) -> RowStore
  ) {
    names = ScenarioNames(scenario, presets: presets)
    self.table = table
    self.hindsight = hindsight
    lastDay = Self.lastDay(table)
    self.start = start ?? lastDay?.adding(days: 1) ?? scenario.start
    self.scenario = scenario.entered(on: self.start)
    guard lastDay != nil else { return }
    addProcessors()
    addOrders()
    addDisputes()
    addBills()
    addAds()
    if others > 0 {
      remarks.append(say("Rows left out because of their currency: \(NumberFormat().count(others))."))
    }
  }

  /// The scenario, entered on that day with so much cash.
  func entered(cash: Double) -> Scenario {
    var entered = scenario
    entered.opening = opening
    for path in entered.uncertain.keys where path.hasPrefix("opening.") || path == "cash.budget" {
      entered.uncertain[path] = nil
    }
    entered.cash.budget = cash
    return entered
  }

  private static func lastDay(_ table: (TableKind) -> RowStore) -> CalendarDate? {
    let days = [(TableKind.orders, "date"), (.ledger, "date"), (.adDays, "to")].flatMap { kind, column in
      table(kind).storedRows.compactMap { $0.day(column) }
    }
    return days.max()
  }

  /// Rows of a table in the scenario's currency.
  private mutating func rows(_ kind: TableKind) -> [StoredRow] {
    let all = Array(table(kind).storedRows)
    let own = all.filter { $0.text("currency") == scenario.currency }
    others += all.count - own.count
    return own
  }

  /// Cash on the evening before, where a bank's or a processor's statement tells of it.
  var knownCash: Double? {
    var balances: [String: (day: CalendarDate, balance: Double)] = [:]
    for row in table(.cash).storedRows where row.text("currency") == scenario.currency {
      guard let day = row.day("date"), day < start, let balance = row.amount("balance") else { continue }
      let account = row.text("account")
      if balances[account].map({ $0.day <= day }) ?? true { balances[account] = (day, balance.approximate) }
    }
    return balances.isEmpty ? nil : balances.values.reduce(0) { $0 + $1.balance }
  }

  // MARK: Processors

  /// The store that a processor pays for; the first where its name does not tell.
  private func store(of processor: String) -> String { scenario.stores.count > 1 ? names.store(processor) : "" }

  /// Rows without a payout go out on the day the processor names, else after the median of the others; what is less than
  /// nothing is still to be taken off. Reserves come back after the days of the scenario.
  private mutating func addProcessors() {
    let ledger = rows(.ledger).filter { row in row.day("date").map { $0 < start } ?? false }
    guard !ledger.isEmpty else {
      remarks.append(
        say("No payment processor's file was imported: under opening.payouts, list what your processors owe you."))
      return
    }
    hasBooks = true
    var arrivals: [String: CalendarDate] = [:]
    // Sent on the first morning or later: nobody knew of them before.
    var later: Set<String> = []
    for row in rows(.payouts) {
      let name = row.text("processor") + " " + row.text("id")
      if !hindsight, let sent = row.day("sent") ?? row.day("arrives"), sent >= start {
        later.insert(name)
      } else {
        arrivals[name] = row.day("arrives") ?? row.day("sent")
      }
    }
    func payout(_ row: StoredRow) -> String { row.text("processor") + " " + row.text("payout") }
    func arrival(_ row: StoredRow) -> CalendarDate? { arrivals[payout(row)] ?? row.day("available") }
    let lags = ledger.compactMap { row in arrival(row).flatMap { due in row.day("date")?.days(until: due) } }.sorted()
    let usual = lags.isEmpty ? Int(scenario.stores.entries.first?.value.payoutDays ?? 0) : lags[lags.count / 2]
    var due: [Place: Double] = [:]
    var kept: [Place: [(day: CalendarDate, amount: Double)]] = [:]
    var isAssumed = false
    for row in ledger {
      guard let day = row.day("date"), let gross = row.amount("gross"), let fee = row.amount("fee") else { continue }
      let net = gross.approximate - fee.approximate
      let store = store(of: row.text("processor"))
      switch row.text("type") {
      case "payout": continue
      case "reserve": kept[Place(store: store, day: .epoch), default: []].append((day, -net))
      case "release": kept[Place(store: store, day: .epoch), default: []].append((day, -net))
      default:
        let known = arrival(row)
        let isOpen = row.text("payout").isEmpty || later.contains(payout(row))
        guard let date = known ?? day.adding(days: usual), date >= start || isOpen else { continue }
        if known == nil { isAssumed = true }
        due[Place(store: store, day: max(start, date)), default: 0] += net
      }
    }
    addPayouts(due)
    addReserves(kept)
    if isAssumed {
      remarks.append(say("Payouts without a date are expected \(usual) days after the sale, like the others."))
    }
  }

  private struct Place: Hashable, Comparable {
    let store: String
    let day: CalendarDate

    static func < (a: Place, b: Place) -> Bool { (a.day, a.store) < (b.day, b.store) }
  }

  private mutating func addPayouts(_ due: [Place: Double]) {
    for (place, amount) in due.sorted(by: { $0.key < $1.key }) {
      let cents = Self.cents(amount)
      if cents > 0 {
        var payout = OpeningPayout()
        (payout.store, payout.due, payout.amount) = (place.store, place.day, cents)
        opening.payouts.append(payout)
      } else if cents < 0 {
        var deduction = OpeningDeduction()
        (deduction.store, deduction.amount) = (place.store, -cents)
        opening.deductions.append(deduction)
      }
    }
  }

  /// What came back is what was kept first.
  private mutating func addReserves(_ kept: [Place: [(day: CalendarDate, amount: Double)]]) {
    for (place, entries) in kept.sorted(by: { $0.key < $1.key }) {
      var back = -entries.filter { $0.amount < 0 }.reduce(0) { $0 + $1.amount }
      let ways = scenario.stores.entries.dropFirst(scenario.storeIndex(place.store)).first?.value.ways ?? []
      let days = ways.map { Int($0.way.reserveDays) }.max() ?? 0
      for entry in entries.filter({ $0.amount > 0 }).sorted(by: { $0.day < $1.day }) {
        let left = Self.cents(max(0, entry.amount - back))
        back = max(0, back - entry.amount)
        guard left > 0, let until = entry.day.adding(days: days > 0 ? days : Self.usualReserveDays) else { continue }
        var reserve = OpeningReserve()
        (reserve.store, reserve.until, reserve.amount) = (place.store, max(start, until), left)
        opening.reserves.append(reserve)
      }
      if days == 0, !opening.reserves.isEmpty {
        remarks.append(
          say("Reserves are expected back after \(Self.usualReserveDays) days: your scenario does not say when."))
      }
    }
  }

  /// An assumption, where neither files nor scenario tell.
  private static let usualReserveDays = 90

  private static func cents(_ amount: Double) -> Double { (amount * 100).rounded() / 100 }

  // MARK: Orders

  /// Orders so young that something may still come of them: the 99th percentiles of delivery and of disputes together.
  private mutating func addOrders() {
    let dispute = LagTable(scenario.returns.disputeDays.distribution)
    let delivery = scenario.suppliers.entries.map { entry in
      LagTable(sumOf: entry.value.handlingDays.distribution, entry.value.transitDays.distribution)
    }
    let reach = (delivery.map(Self.most(of:)).max() ?? 0) + Self.most(of: dispute)
    let arrivals = arrivalsOfOrders()
    let wares = waresOfOrders()
    var isAssumed = false
    var groups: [Group: (count: Int, value: Double)] = [:]
    for row in rows(.orders) {
      guard let day = row.day("date"), day < start, day.days(until: start) <= reach, let value = row.amount("value")
      else { continue }
      let name = row.text("order")
      let arrival = arrivals[Self.number(of: name)]
      let isThere = arrival.map { $0.map { $0 < start } ?? false }
      var product = names.product(in: wares[name] ?? "", store: names.store(row.text("channel")))
      if product.isEmpty {
        product = scenario.products.names.first ?? ""
        isAssumed = true
      }
      let group = Group(day: day, product: product, isThere: isThere)
      groups[group, default: (0, 0)].count += 1
      groups[group, default: (0, 0)].value += value.approximate
    }
    let tested = scenario.testedProduct.map { scenario.products.names[$0] }
    if groups.keys.contains(where: { $0.product == tested }) {
      remarks.append(
        say("Orders are left out, because your scenario tests products, and a product in a test starts without orders.")
      )
    }
    for (group, sum) in groups.sorted(by: { $0.key < $1.key }) where group.product != tested {
      guard let product = scenario.products[group.product] else { continue }
      var orders = OpeningOrders()
      (orders.product, orders.ordered, orders.count) = (group.product, group.day, Double(sum.count))
      orders.delivered = group.isThere
      let value = Self.cents(sum.value / Double(sum.count))
      if abs(value - product.orderValue) > 0.005 { orders.value = value }
      opening.orders.append(orders)
    }
    if isAssumed {
      remarks.append(say("Some orders do not name their product: \(scenario.products.names[0]) is assumed."))
    }
  }

  private struct Group: Hashable, Comparable {
    let day: CalendarDate
    let product: String
    let isThere: Bool?

    private var rank: Int { isThere.map { $0 ? 0 : 1 } ?? 2 }
    static func < (a: Group, b: Group) -> Bool { (a.day, a.product, a.rank) < (b.day, b.product, b.rank) }
  }

  private static func most(of lag: LagTable) -> Int { lag.cumulative.firstIndex { $0 >= 0.99 } ?? lag.lastDay }

  /// Suppliers number orders in their own way; the digits are the store's.
  private static func number(of order: String) -> String {
    let digits = order.filter(\.isNumber)
    return digits.isEmpty ? order : digits
  }

  /// When goods arrived, by order; nil for those on their way.
  private mutating func arrivalsOfOrders() -> [String: CalendarDate?] {
    var arrivals: [String: CalendarDate?] = [:]
    for row in table(.costs).storedRows where !row.text("order").isEmpty {
      arrivals[Self.number(of: row.text("order"))] = row.day("delivered")
    }
    return arrivals
  }

  /// Numbers and titles of what was ordered, by order.
  private func waresOfOrders() -> [String: String] {
    guard scenario.products.count > 1 else { return [:] }
    var wares: [String: String] = [:]
    for row in table(.lines).storedRows {
      wares[row.text("order"), default: ""] += row.text("sku") + " " + row.text("title") + " "
    }
    return wares
  }

  /// Chargebacks of the last 90 days; those that the files call open may still be won.
  private mutating func addDisputes() {
    var days: [CalendarDate: (count: Int, open: Int, value: Double)] = [:]
    func note(_ day: CalendarDate?, _ amount: Amount?, isOpen: Bool) {
      guard let day, day < start, day.days(until: start) <= 90, let amount else { return }
      days[day, default: (0, 0, 0)].count += 1
      days[day, default: (0, 0, 0)].open += isOpen ? 1 : 0
      days[day, default: (0, 0, 0)].value += amount.magnitude.approximate
    }
    let told = rows(.chargebacks)
    for row in told {
      let isUndecided = row.text("outcome") == "open" || row.day("decided").map { $0 >= start } ?? false
      note(row.day("opened"), row.amount("amount"), isOpen: isUndecided)
    }
    if told.isEmpty {
      for row in rows(.ledger) where row.text("type") == "chargeback" {
        note(row.day("date"), row.amount("gross"), isOpen: false)
      }
    }
    for (day, sum) in days.sorted(by: { $0.key < $1.key }) {
      var disputes = OpeningDisputes()
      (disputes.on, disputes.count, disputes.open) = (day, Double(sum.count), Double(sum.open))
      disputes.value = Self.cents(sum.value / Double(sum.count))
      opening.disputes.append(disputes)
    }
  }

  // MARK: Bills and ads

  /// Bills whose terms are not over.
  private mutating func addBills() {
    var due: [Place: Double] = [:]
    for row in rows(.costs) where row.text("status") != "cancelled" {
      let supplier = scenario.suppliers[row.text("supplier")] ?? scenario.suppliers.entries.first?.value
      guard let ordered = row.day("ordered"), ordered < start,
        let day = ordered.adding(days: Int(supplier?.termsDays ?? 0)), day >= start
      else { continue }
      let quantity = row.amount("quantity")?.approximate ?? 1
      let parts = ["shipping", "duty"].compactMap { row.amount($0)?.approximate }
      let bill = (row.amount("goods")?.approximate ?? 0) * quantity + parts.reduce(0, +)
      let known = scenario.suppliers.names
      let name = known.contains(row.text("supplier")) ? row.text("supplier") : known.first ?? ""
      due[Place(store: name, day: day), default: 0] += bill - (row.amount("recovered")?.approximate ?? 0)
    }
    for (place, amount) in due.sorted(by: { $0.key < $1.key }) where Self.cents(amount) > 0 {
      var debt = OpeningDebt()
      (debt.to, debt.due, debt.amount) = ("suppliers.\(place.store)", place.day, Self.cents(amount))
      opening.owed.append(debt)
    }
    remarks.append(say("Taxes that you owe are not in the files: list them under opening.owed."))
  }

  /// What earlier ads still do, where the scenario lets them.
  private mutating func addAds() {
    let spent = ShopRows(currency: scenario.currency, table).ads
    let channels = SeenShop.channels(of: Set(spent.map(\.platform)).sorted(), in: scenario)
    let testing = scenario.testedProduct.map { scenario.storeIndex(scenario.products.entries[$0].value.store) }
    for entry in scenario.ads.entries where entry.value.carryover > 0 {
      // A candidate's ads begin afresh.
      if scenario.storeIndex(entry.value.store) == testing { continue }
      let days = spent.filter { channels[$0.platform] == entry.name && $0.day < start }
      guard !days.isEmpty else { continue }
      let kept = entry.value.carryover
      var adstock = 0.0
      for day in days {
        let age = Double(day.day.days(until: start) - 1)
        adstock += (1 - kept) * Elementary.pow(kept, age) * day.spend
      }
      var ads = OpeningAds()
      ads.adstock = Self.cents(adstock)
      opening.ads[entry.name] = ads
    }
  }
}

extension Scenario {
  /// The same from another first day: what has opened by then keeps the day on which it did, and so do events that are
  /// given by the day of the run.
  fileprivate func entered(on day: CalendarDate) -> Scenario {
    var entered = self
    entered.start = day
    func kept(_ opens: Opening) -> Opening {
      let opened = date(ofDay: self.day(of: opens))
      return opened < day ? .date(opened) : opens
    }
    guard start < day else { return entered }
    for name in stores.names { entered.stores[name].map { entered.stores[name]?.opens = kept($0.opens) } }
    for name in ads.names { entered.ads[name].map { entered.ads[name]?.opens = kept($0.opens) } }
    for name in traffic.names { entered.traffic[name].map { entered.traffic[name]?.opens = kept($0.opens) } }
    for place in events.indices {
      if let from = events[place].from, !events[place].comesBack {
        entered.events[place].from = .date(date(ofDay: self.day(of: from)))
      }
    }
    return entered
  }
}
