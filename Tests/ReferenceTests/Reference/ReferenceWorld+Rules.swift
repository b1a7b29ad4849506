import Scenarios
import Simulation

/// Section 11 of the model, where rules and events meet the rest of a world.
extension ReferenceWorld {
  /// Neither out of money nor ended by choice.
  var isOver: Bool { ruinDay != nil || quitDay != nil }

  func isShut(channel: Int) -> Bool {
    rules.isShut(.channel(channel)) || rules.isShut(.store(channels[channel].store))
  }

  func isShut(traffic source: Int) -> Bool {
    rules.isShut(.traffic(source)) || rules.isShut(.store(traffic[source].store))
  }

  // MARK: The morning

  mutating func happen(_ day: Int) {
    guard !input.book.isEmpty else { return }
    let figures = morningFigures(day)
    rules.happen(day, &random) { figures[$0] ?? nil }
    if rules.book.rules.isEmpty { adopt() }
  }

  mutating func decide(_ day: Int) {
    guard !input.book.rules.isEmpty else { return }
    if !isOver {
      let figures = morningFigures(day)
      if rules.decide(day, { figures[$0] ?? nil }) { quitDay = day }
    }
    adopt()
  }

  /// The numbers in force become those of every part.
  private mutating func adopt() {
    let scenario = rules.scenario
    input.scenario = scenario
    for (index, entry) in scenario.ads.entries.enumerated() {
      channels[index].terms = entry.value
      channels[index].resumesAsIfNothingWere = input.ruleFault == .resumeWithoutLearning
    }
    for (index, entry) in scenario.traffic.entries.enumerated() { traffic[index].terms = entry.value }
    for (index, entry) in scenario.stores.entries.enumerated() { accounts[index].terms = entry.value }
    for (index, entry) in scenario.products.entries.enumerated() {
      input.products[index].terms = entry.value
      for (place, offer) in entry.value.offers.entries.enumerated() {
        input.products[index].offers[place].terms = offer.value
      }
      input.products[index].isClosed =
        rules.isShut(.product(index)) || rules.isShut(.store(input.products[index].store))
    }
    for (index, entry) in scenario.suppliers.entries.enumerated() {
      suppliers[index].terms = entry.value
      let wasShut = suppliers[index].isShut
      suppliers[index].isShutByRule = rules.isShut(.supplier(index)) && input.ruleFault != .closureUnnoticed
      if suppliers[index].isShut != wasShut { books.post(.supplierDownDays, wasShut ? -1 : 1) }
    }
  }

  // MARK: Figures

  /// What is known of yesterday and the days before, of all that is looked at.
  private func morningFigures(_ day: Int) -> [Figure: Double?] {
    Dictionary(rules.book.figures.map { ($0, figure($0, on: day)) }) { first, _ in first }
  }

  /// nil while it is not known, and where it divides by nothing.
  private func figure(_ figure: Figure, on day: Int) -> Double? {
    switch figure.observable {
    case .cash: return diary.cash.last ?? input.scenario.cash.budget
    case .day: return Double(day)
    case .month: return Double(input.time.calendarMonth[day] + 1)
    case .stock: return 0
    case .open: return wasOpen[figure.subject] ?? 1
    default: return trailing(figure, on: day - (input.ruleFault == .figuresOneDayLate ? 1 : 0))
    }
  }

  private func trailing(_ figure: Figure, on day: Int) -> Double? {
    guard day > 0 else { return nil }
    let window = figure.window + (input.ruleFault == .windowOneDayLonger ? 1 : 0)
    let (money, sales) = sums(of: figure.subject, max(0, day - window)..<day)
    func ratio(_ a: Double, _ b: Double) -> Double? { b == 0 ? nil : a / b }
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
    case .channel(let channel):
      return (
        spent([channel]),
        diary.ofChannel(channel, days, allOrders: input.ruleFault == .channelsGetAllOrders)
      )
    case .product(let product):
      let store = input.products[product].store
      let money = spent(channels.indices.filter { channels[$0].store == store })
      return (money * input.products[product].share, sold([product]))
    default: return (spent(Array(channels.indices)), sold(Array(input.products.indices)))
    }
  }

  /// What was open when the day ended.
  mutating func noteWhatIsOpen() {
    for subject in rules.book.doors { wasOpen[subject] = isOpen(subject) ? 1 : 0 }
  }

  private func isOpen(_ subject: Subject) -> Bool {
    switch subject {
    case .supplier(let supplier): !suppliers[supplier].isKnownShut
    case .product(let product): !isOffSale(input.products[product])
    case .store: !rules.isShut(subject)
    case .traffic(let source): !isShut(traffic: source)
    case .channel(let channel): !channels[channel].isPaused
    case .business, .offer, .candidate: true
    }
  }

  /// Orders by channel, from the visitors' sources, which begin with the channels.
  mutating func noteOrigins(
    _ wanted: [Double], _ arrivals: [StoreVisitors], of product: Int, taken: Double, on day: Int
  ) {
    var byChannel = [Double](repeating: 0, count: channels.count)
    let sources = arrivals.indices.filter { arrivals[$0].store == input.products[product].store }
    for (source, orders) in zip(sources, wanted) where source < channels.count { byChannel[source] = orders }
    diary.note(orders: byChannel, of: product, taken: taken, on: day)
  }
}

extension RuleBook {
  /// All figures that are looked at.
  var figures: [Figure] {
    let triggers = rules.map(\.trigger) + events.compactMap(\.trigger)
    return triggers.flatMap(\.tests).flatMap { test -> [Figure] in
      switch test {
      case .holds(let figure, _), .compares(let figure, _, .number): [figure]
      case .compares(let left, _, .figure(let right)): [left, right]
      }
    }
  }

  /// Those of them that are open or shut.
  var doors: [Subject] { figures.filter { $0.observable == .open }.map(\.subject) }
}
