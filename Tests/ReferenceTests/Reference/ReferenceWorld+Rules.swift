import Scenarios
import Simulation

/// Where rules and events meet the rest of a world (model 11).
extension ReferenceWorld {
  /// Neither out of money nor ended by choice.
  var isOver: Bool { ruinDay != nil || quitDay != nil }

  func isShut(channel: Int) -> Bool {
    rules.isShut(.channel(input.channels[channel].place)) || rules.isShut(.store(channels[channel].store))
  }

  func isShut(traffic source: Int) -> Bool {
    rules.isShut(.traffic(source)) || rules.isShut(.store(traffic[source].store))
  }

  // MARK: The morning

  /// Events, after suppliers have changed.
  mutating func happen(_ day: Int) {
    guard !input.book.isEmpty else { return }
    let figures = morningFigures(day)
    rules.happen(day, &random) { figures[$0] ?? nil }
    adopt()
    payOnce()
    ban(rules.bans)
    for (store, end) in rules.holds where !accounts[store].hold.isOn {
      let own = end == nil ? wholeDays(input.scenario.stores.entries[store].value.holdDays) : 0
      accounts[store].beginHold(on: day, days: end.map { $0 - day } ?? max(1, own))
    }
  }

  /// Rules, after candidates of product tests have been judged.
  mutating func decide(_ day: Int) {
    guard !input.book.rules.isEmpty, !isOver else { return }
    let figures = morningFigures(day)
    let isMonth = day > 0 && input.time.isFirstOfMonth(day)
    let quits = rules.decide(day, isMonth: isMonth) { figures[$0] ?? nil }
    adopt()
    payOnce()
    if quits { quitDay = day }
  }

  /// The owner takes what there is in cash, at most.
  private mutating func payOwner(_ draw: OwnerDraw) {
    let wanted =
      switch draw {
      case .amount(let amount): amount
      case .shareOfProfit(let share): share * max(0, profitOfLastMonth)
      }
    let taken = min(wanted, max(0, books.cash))
    books.pay(.ownerDraws, taken)
    takenOut += taken
  }

  /// Nothing new is owed once the business has ended.
  private mutating func payOnce() {
    guard !isOver else { return }
    let insurance = input.scenario.insurance
    for (amount, isDamages, draw) in rules.payments {
      if let draw {
        payOwner(draw)
        continue
      }
      let excess = input.ruleFault == .deductibleIgnored ? amount : max(0, amount - insurance.deductible)
      let isInsured = isDamages || input.ruleFault == .allIsInsured
      payOther(amount - (isInsured ? min(insurance.cover, excess) : 0))
    }
  }

  /// The numbers in force become those of every part.
  mutating func adopt() {
    for (index, entry) in rules.scenario.currencies.entries.enumerated() { currencies[index].terms = entry.value }
    input.quoted = input.quoted.of(rules.scenario)
    let scenario = rules.scenario.inHomeMoney(input.quoted, currencies.map { $0.rate })
    input.scenario = scenario
    market.market = scenario.market
    brand.terms = scenario.brand
    reputation.terms = scenario.brand
    for (index, entry) in scenario.traffic.entries.enumerated() { traffic[index].terms = entry.value }
    for (index, entry) in scenario.stores.entries.enumerated() { adoptStore(index, entry.value) }
    for index in channels.indices {
      channels[index].terms = scenario.ads.entries[input.channels[index].place].value
      channels[index].resumesAsIfNothingWere = input.ruleFault == .resumeWithoutLearning
    }
    for index in input.products.indices { adoptProduct(index, scenario) }
    for (index, entry) in scenario.suppliers.entries.enumerated() { adoptSupplier(index, entry.value) }
  }

  private mutating func adoptProduct(_ index: Int, _ scenario: Scenario) {
    let product = input.products[index]
    let terms = scenario.products.entries[product.place].value
    input.products[index].terms = Boxed(terms)
    for (place, offer) in terms.offers.entries.enumerated() { offers[index][place].terms = offer.value }
    input.products[index].isClosed = rules.isShut(.product(product.place)) || rules.isShut(.store(product.store))
  }

  private mutating func adoptSupplier(_ index: Int, _ terms: Supplier) {
    suppliers[index].terms = Boxed(terms)
    let wasShut = suppliers[index].isShut
    suppliers[index].isShutByRule = rules.isShut(.supplier(index)) && input.ruleFault != .closureUnnoticed
    if suppliers[index].isShut != wasShut { books.post(.supplierDownDays, wasShut ? -1 : 1) }
  }

  // MARK: Figures

  /// What is known of yesterday and the days before, of all that is looked at.
  private func morningFigures(_ day: Int) -> [RuleFigure: Double?] {
    Dictionary(rules.book.figures.map { ($0, figure($0, on: day)) }) { first, _ in first }
  }

  /// nil while it is not known, and where it divides by nothing.
  private func figure(_ figure: RuleFigure, on day: Int) -> Double? {
    switch figure.observable {
    case .cash: diary.cash.last ?? budget
    case .day: Double(day)
    case .month: Double(input.time.calendarMonth[day] + 1)
    case .stock: diary.stock[figure.subject] ?? unitsInStock(figure.subject)
    case .open: wasOpen[figure.subject] ?? (isOpen(figure.subject, 0) ? 1 : 0)
    default: trailing(figure, on: day - (input.ruleFault == .figuresOneDayLate ? 1 : 0))
    }
  }

  private func trailing(_ figure: RuleFigure, on day: Int) -> Double? {
    guard day > 0 else { return nil }
    let window = figure.window + (input.ruleFault == .windowOneDayLonger ? 1 : 0)
    let (money, sales) = sums(of: figure.subject, max(0, day - window)..<day)
    // Something for nothing is endless, nothing for nothing is no number.
    func ratio(_ a: Double, _ b: Double) -> Double? { a == 0 && b == 0 ? nil : a / b }
    switch figure.observable {
    case .spend: return money.spend
    case .clicks: return money.clicks
    case .orders: return sales.orders
    case .revenue: return sales.revenue
    case .roas: return ratio(sales.revenue, money.spend)
    case .cpa: return ratio(money.spend, sales.orders)
    case .margin: return ratio(sales.revenue - sales.goods - sales.fees - money.spend, sales.revenue)
    case .refundRate: return ratio(sales.refunds, sales.orders)
    case .disputeRate: return ratio(sales.disputes, sales.orders)
    case .cash, .day, .month, .stock, .open: return nil
    }
  }

  /// Money spent for somebody, and what orders brought him.
  private func sums(of subject: Subject, _ days: Range<Int>) -> (money: Diary.Entry, sales: Diary.Entry) {
    func spent(_ channels: [Int]) -> Diary.Entry { channels.reduce(.init()) { $0 + diary.spendOfChannel($1, days) } }
    func sold(_ products: [Int]) -> Diary.Entry { products.reduce(.init()) { $0 + diary.ofProduct($1, days) } }
    switch subject {
    case .store(let store):
      return (
        spent(channels.indices.filter { channels[$0].store == store }),
        sold(input.products.indices.filter { input.products[$0].store == store })
      )
    case .channel(let place):
      let own = channels.indices.filter { input.channels[$0].place == place }
      let allOrders = input.ruleFault == .channelsGetAllOrders
      return (spent(own), own.reduce(.init()) { $0 + diary.ofChannel($1, days, allOrders: allOrders) })
    case .product(let place):
      let own = input.products.indices.filter { input.products[$0].place == place }
      return (own.reduce(.init()) { $0 + moneyOfProduct($1, days) }, sold(own))
    default: return (spent(Array(channels.indices)), sold(Array(input.products.indices)))
    }
  }

  /// A product has its part of what its store's channels spend; a candidate all that its own channels do.
  private func moneyOfProduct(_ product: Int, _ days: Range<Int>) -> Diary.Entry {
    let terms = input.products[product]
    return channels.indices.filter { channels[$0].store == terms.store && channels[$0].slot == terms.slot }
      .reduce(.init()) { $0 + diary.spendOfChannel($1, days) * (terms.slot == nil ? terms.share : 1) }
  }

  // MARK: The evening

  /// What was open, and what lay in stock, when the day ended.
  mutating func noteWhatIsOpen(_ day: Int) {
    for figure in rules.book.figures {
      switch figure.observable {
      case .open: wasOpen[figure.subject] = isOpen(figure.subject, day) ? 1 : 0
      case .stock: diary.stock[figure.subject] = unitsInStock(figure.subject)
      default: break
      }
    }
  }

  private func isOpen(_ subject: Subject, _ day: Int) -> Bool {
    switch subject {
    case .supplier(let supplier): !suppliers[supplier].isKnownShut
    case .product(let place):
      input.products.indices.contains { input.products[$0].place == place && !isOffSale($0) && !isEmpty($0) }
    case .store(let store): opensOn(store) <= day && !rules.isShut(subject)
    case .traffic(let source): traffic[source].opensOn <= day && !isShut(traffic: source)
    case .channel(let place):
      channels.indices.contains {
        input.channels[$0].place == place && input.channels[$0].opensOn <= day && !channels[$0].wasPaused
      }
    case .business, .offer, .candidate: true
    }
  }

  /// A slot of product tests without a candidate sells nothing.
  private func isEmpty(_ product: Int) -> Bool {
    input.products[product].slot.map { slots[$0].phase == .empty } ?? false
  }

  private func opensOn(_ store: Int) -> Int {
    input.scenario.day(of: input.scenario.stores.entries[store].value.opens)
  }

  private func unitsInStock(_ subject: Subject) -> Double {
    var sum = 0.0
    for product in offers.indices {
      let place = input.products[product].place
      for (offer, terms) in offers[product].enumerated() {
        let isMeant =
          switch subject {
          case .product(let product): product == place
          case .offer(let product, let index): product == place && index == offer
          default: true
          }
        sum += isMeant ? terms.stock?.units ?? 0 : 0
      }
    }
    return sum
  }

  /// Orders by channel, from the visitors' sources, which begin with the channels.
  mutating func noteOrigins(_ wanted: [Double], _ arrivals: [StoreVisitors], of product: Int, on day: Int) {
    guard !rules.book.isEmpty else { return }
    var byChannel = [Double](repeating: 0, count: channels.count)
    let sources = arrivals.indices.filter { arrivals[$0].store == input.products[product].store }
    for (source, orders) in zip(sources, wanted) where source < channels.count { byChannel[source] = orders }
    diary.note(orders: byChannel, of: product, taken: diary.ofProduct(product, day..<day + 1).orders, on: day)
  }
}

extension RuleBook {
  /// All figures that are looked at.
  var figures: [RuleFigure] {
    let triggers = rules.map(\.trigger) + events.compactMap(\.trigger)
    return triggers.flatMap(\.tests).flatMap { test -> [RuleFigure] in
      switch test {
      case .holds(let figure, _), .compares(let figure, _, .number): [figure]
      case .compares(let left, _, .figure(let right)): [left, right]
      }
    }
  }
}
