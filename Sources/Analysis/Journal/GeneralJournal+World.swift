package import Scenarios
package import Simulation

extension GeneralJournal {
  /// The books of one world, or of the plan, day by day.
  ///
  /// The rows of the profit and loss and of the cash flow are sums of accounts, and the books behind them are balances:
  /// those of processors in all, unless there is one store, which then gives its name.
  package init(_ scenario: Scenario, _ replay: WorldReplay, title: String) {
    let books = WorldBooks(scenario, replay)
    var keeper = Bookkeeper()
    var last: WorldDay?
    for day in replay.days {
      books.write(day, after: last, in: scenario, &keeper)
      last = day
    }
    self.init(title: title, currency: scenario.currency, keeper.transactions)
  }
}

/// What a day of a world did, as transactions.
private struct WorldBooks {
  private let processor, reserve, held, sales, fees: Account
  /// Where every bill is paid at once, nothing stands in the account of suppliers.
  private let owesSuppliers: Bool
  /// What a running business begins with.
  private let opening: [Metric: Double]

  init(_ scenario: Scenario, _ replay: WorldReplay) {
    let stores = scenario.stores.names
    let store = stores.count == 1 ? stores[0] : nil
    (processor, reserve, held) = (.processor(store), .reserve(store), .held(store))
    (sales, fees) = (.sales(store), .fees(store))
    opening = replay.opening
    owesSuppliers =
      (opening[.owedToSuppliers] ?? 0) != 0 || replay.days.contains { $0.balances[.owedToSuppliers] != nil }
  }

  func write(_ day: WorldDay, after last: WorldDay?, in scenario: Scenario, _ keeper: inout Bookkeeper) {
    let date = scenario.date(ofDay: day.day)
    func amount(_ metric: Metric) -> Double { day.amounts[metric] ?? 0 }
    func change(_ metric: Metric) -> Double { self.change(metric, on: day, after: last) }
    func book(_ text: String, _ parts: [(Account, Double)]) {
      keeper.book(date, text, parts.map { ($0.0, Money($0.1)) })
    }
    if last == nil {
      book("cash.budget", [(.cash, start(of: day)), (.opening, -start(of: day))])
      if !opening.isEmpty { book("opening", openingParts) }
    }

    // Money of earlier days comes first, as in the day of the model.
    let withheld = change(.withheld)
    let fromHeld = max(0, -withheld)
    let fromReserve = amount(.released) - fromHeld
    book("payout", [(.cash, amount(.payouts)), (processor, -amount(.payouts))])
    book("released", [(.cash, amount(.released)), (reserve, -fromReserve), (held, -fromHeld)])
    book("withheld by the processor", [(held, max(0, withheld)), (processor, -max(0, withheld))])

    for part in day.fixedParts where part.row == .platformAndTools {
      book(part.name, [(.tools, part.amount), (.cash, -part.amount)])
    }
    for part in day.fixedParts where part.row != .platformAndTools {
      book(part.name, [(.other, part.amount), (.cash, -part.amount)])
    }
    book("owner's draw", [(.draws, amount(.ownerDraws)), (.cash, -amount(.ownerDraws))])
    book("from lenders", [(.cash, amount(.borrowed)), (.lenders, -amount(.borrowed))])
    book("interest and fees", [(.financing, amount(.financingCosts)), (.lenders, -amount(.financingCosts))])
    book("back to lenders", [(.lenders, amount(.repaid)), (.cash, -amount(.repaid))])
    book("VAT and income tax paid", [(.state, amount(.taxPayments)), (.cash, -amount(.taxPayments))])
    for part in day.adParts {
      let payer = part.account.map { $0.hasPrefix("cards.") ? .lenders : Account.adAccount(Self.own($0)) } ?? .cash
      book(part.name, [(.ads(Self.own(part.name)), part.amount), (payer, -part.amount)])
    }
    let lost = day.adAccounts.reduce(0) { $0 + $1.lost }
    for account in day.adAccounts {
      let own = Account.adAccount(Self.own(account.name))
      book("paid for ads", [(own, account.paid), (.cash, account.onCard - account.paid), (.lenders, -account.onCard)])
      book("balance lost", [(.other, account.lost), (own, -account.lost)])
    }
    let debts = -change(.owedToOthers)
    book("debts of before", [(.others, debts), (.cash, -debts)])
    let others = amount(.otherPayments) - debts
    book("other costs", [(.other, others), (.cash, -others)])

    let revenue = amount(.revenue)
    book("sales", [(processor, revenue), (sales, -revenue)])
    book("payment fees", [(fees, amount(.paymentFees)), (processor, -amount(.paymentFees))])
    // Other costs that nobody was paid for yet are the tax on profit.
    let tax = amount(.other) - others - lost - (amount(.fixedPayments) - amount(.platformAndTools))
    let vat = change(.owedToState) + amount(.taxPayments) - tax
    book("VAT", [(processor, vat), (.state, -vat)])
    let kept = change(.reserves) + fromReserve
    book("rolling reserve", [(reserve, kept), (processor, -kept)])

    let goods = amount(.goodsAndShipping)
    let bought = goods + change(.stock)
    let paid = bought - change(.owedToSuppliers)
    // What cards paid today is told by what they are owed more.
    let adsOnCards =
      day.adParts.reduce(0) { $0 + ($1.account?.hasPrefix("cards.") == true ? $1.amount : 0) }
      + day.adAccounts.reduce(0) { $0 + $1.onCard }
    let onCards = change(.owedToLenders) - amount(.borrowed) - amount(.financingCosts) + amount(.repaid) - adsOnCards
    if owesSuppliers {
      book("goods and shipping", [(.goods, goods), (.stock, change(.stock)), (.suppliers, -bought)])
      book("bills of suppliers", [(.suppliers, paid), (.cash, onCards - paid), (.lenders, -onCards)])
    } else {
      book(
        "goods and shipping",
        [(.goods, goods), (.stock, change(.stock)), (.cash, onCards - paid), (.lenders, -onCards)])
    }
    // What suppliers pay back is told by what they were paid less.
    let back = paid - onCards - amount(.supplierPayments)
    let refunds = refunds(day, after: last)
    let ofProcessor = refunds + back - amount(.refundPayments)
    book(
      "refunds and chargebacks",
      [(.refunds, refunds), (.cash, back - amount(.refundPayments)), (processor, -ofProcessor)])
    let exchange = amount(.exchange)
    book("exchange rates and changing money", [(processor, exchange), (.exchange, -exchange)])
    book("income tax", [(.tax, tax), (.state, -tax)])
    keeper.settle(.cash, to: Money(day.cash), on: date)
  }

  private func change(_ metric: Metric, on day: WorldDay, after last: WorldDay?) -> Double {
    (day.balances[metric] ?? 0) - ((last?.balances ?? opening)[metric] ?? 0)
  }

  /// What is on its way on the first morning, cash apart.
  private var openingParts: [(Account, Double)] {
    func balance(_ metric: Metric) -> Double { opening[metric] ?? 0 }
    let parts: [(Account, Double)] = [
      (processor, balance(.owedByProcessors) - balance(.withheld)), (held, balance(.withheld)),
      (reserve, balance(.reserves)), (.stock, balance(.stock)), (.suppliers, -balance(.owedToSuppliers)),
      (.state, -balance(.owedToState)), (.others, -balance(.owedToOthers)),
    ]
    return parts + [(.opening, -parts.reduce(0) { $0 + $1.1 })]
  }

  /// Refunds are drawn with the order, and stand in the statement of their month from then on; their own day follows from
  /// the books, which must balance on every day (model 10).
  private func refunds(_ day: WorldDay, after last: WorldDay?) -> Double {
    func amount(_ metric: Metric) -> Double { day.amounts[metric] ?? 0 }
    func change(_ metric: Metric) -> Double { self.change(metric, on: day, after: last) }
    let cash = day.cash - (last?.cash ?? start(of: day)) + amount(.ownerDraws)
    let earned =
      amount(.revenue) - amount(.goodsAndShipping) - amount(.ads) - amount(.platformAndTools) - amount(.paymentFees)
      - amount(.other) + amount(.exchange) - amount(.financingCosts)
    let kept =
      cash + change(.owedByProcessors) + change(.reserves) + change(.stock) - change(.owedToSuppliers)
      - change(.owedToState) - change(.owedToOthers) - change(.owedToLenders)
      + change(.adBalance)
    return earned - kept
  }

  /// Cash before anything was paid on the first day.
  private func start(of first: WorldDay) -> Double {
    WorldStory.accounts.reduce(first.cash) { $0 - $1.sign * (first.amounts[$1.metric] ?? 0) }
  }

  /// `meta` of `ads.meta`
  private static func own(_ name: String) -> String {
    String(name.split(separator: ".", maxSplits: 1).last ?? Substring(name))
  }
}
