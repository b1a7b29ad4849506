import Statistics

/// One day of one world: what it added to the books, and who was shut.
package struct WorldDay: Sendable {
  /// A part of an amount and what it went to, by its place among the scenario's channels or fixed costs.
  package struct Part: Hashable, Sendable {
    package let name: String
    package let amount: Double
    /// The ad account that pays for it another day; nil where it is paid today.
    package var account: String?
    /// The row of the profit and loss that it belongs to.
    package let row: Metric
  }

  /// A supplier that is shut, by its place in the scenario.
  package struct Closed: Hashable, Sendable {
    package let supplier: Int
    /// By a failure, not as scheduled or by an event or rule.
    package let hasFailed: Bool
    package let isKnown: Bool
  }

  /// An offer, by its supplier's place in the scenario.
  package struct SoldOut: Hashable, Sendable {
    package let product: Int
    package let supplier: Int
  }

  /// Counted from 0.
  package let day: Int
  /// The reported month, from 0.
  package let month: Int
  /// What a lender gave, got back and charged, and what is owed to it.
  package struct Debt: Hashable, Sendable {
    /// `loans.bank`, `advances.shopify`, `cards.visa`
    package let name: String
    /// Does it pay bills, instead of bringing cash?
    package let isCard: Bool
    /// Cash, or what was put on a card.
    package let came: Double
    package let paid: Double
    package let charged: Double
    /// At the end of the day.
    package let owed: Double

    fileprivate var isAnything: Bool { came != 0 || paid != 0 || owed != 0 }
  }

  /// What an ad account spent, was paid and lost, and what is in it; less than nothing where it is owed.
  package struct AdAccountDay: Hashable, Sendable {
    /// `ad_accounts.meta`
    package let name: String
    package let spent: Double
    package let paid: Double
    /// The part of it that a card paid.
    package let onCard: Double
    package let lost: Double
    package let balance: Double
    /// Is a bill due that could not be paid?
    package let isStopped: Bool
  }

  /// At its end.
  package let cash: Double
  /// What it added to figures that months sum up; figures it added nothing to are left out.
  package let amounts: [Metric: Double]
  /// Parameters whose part of the model had a share in ad and fixed payments: `ads.meta`, `costs.domain`.
  package let adParts: [Part]
  package let fixedParts: [Part]
  /// Lenders with whom anything has moved today, or to whom something is owed.
  package let debts: [Debt]
  package let adAccounts: [AdAccountDay]
  package let closed: [Closed]
  /// Offers that are out of stock or taken off.
  package let soldOut: [SoldOut]
  /// Payouts that processors withhold.
  package let withheld: Double
  /// The books at its end: what is still owed, held back and in stock; figures that are 0 are left out.
  package let balances: [Metric: Double]
}

/// One world of a run, day by day.
package struct WorldReplay: Sendable {
  package let days: [WorldDay]
  /// The books before the first day, cash apart; empty for a new business (model 17).
  package let opening: [Metric: Double]
  package let firings: [Firing]
  /// What became of the candidates of product tests, in the order of the days.
  package let trials: [Candidacy]
  package let ruinDay: Int?
  package let ruinCause: RuinCause
  package let quitDay: Int?
}

/// Figures of a month that its days add up to: those that are made at its end of others are none of them.
private let summed = Metric.allCases.filter {
  $0.row.total == .sum && $0 != .grossProfit && $0 != .netProfit
}

extension Kernel {
  /// Writes into the diary what the day has done to the traced world.
  func note(_ day: Int) {
    guard let lane = tracedLane else { return }
    let month = program.monthOfDay[day]
    let isFirst = day == 0 || program.monthOfDay[day - 1] != month
    let sums = summed.map { ledger.row($0, month)[lane] }
    var amounts: [Metric: Double] = [:]
    for (index, metric) in summed.enumerated() {
      let added = sums[index] - (isFirst ? 0 : notedSums[index])
      if added != 0 { amounts[metric] = added }
    }
    notedSums = sums
    diary.append(
      WorldDay(
        day: day, month: month, cash: books.cash[lane], amounts: amounts, adParts: adParts(lane),
        fixedParts: amounts[.fixedPayments] == nil ? [] : fixedParts(day, lane), debts: debts(lane),
        adAccounts: adAccounts(lane),
        closed: closed(lane), soldOut: soldOut(lane),
        withheld: withheld(lane), balances: balances(lane)))
  }

  /// Writes down what a running business begins with.
  func noteOpening() {
    guard let lane = tracedLane, let rows = opening else { return }
    begun = balances(lane)
    // Stock that is bought on the first day is not there yet.
    begun[.stock] = rows.stock[lane]
  }

  private func withheld(_ lane: Int) -> Double { sum(lane) { $0.hold?.withheld[lane] ?? 0 } }

  /// Of all stores, each in the scenario's money.
  private func sum(_ lane: Int, _ amount: (StoreRows) -> Double) -> Double {
    stores.enumerated().reduce(0) { sum, store in
      let own = amount(store.element)
      return sum + (rate(ofStore: store.offset).map { own * $0[lane] } ?? own)
    }
  }

  /// As months close with them.
  private func balances(_ lane: Int) -> [Metric: Double] {
    let withheld = withheld(lane)
    let stock = products.flatMap(\.offers).compactMap(\.stock).reduce(0) {
      $0 + $1.value[lane] + $1.valueComing[lane]
    }
    let all: [Metric: Double] = [
      .owedByProcessors: withheld
        + sum(lane) { $0.owed[lane] - $0.netting[lane] + ($0.abroad?.onTheWay[lane] ?? 0) },
      .withheld: withheld, .reserves: sum(lane) { $0.held[lane] }, .stock: stock,
      .owedToSuppliers: books.owedToSuppliers[lane], .owedToState: books.owedToState[lane],
      .owedToOthers: opening?.owedToOthers[lane] ?? 0, .owedToLenders: owedToLenders(lane),
      .adBalance: adAccounts.reduce(0) { $0 + $1.worth(lane) },
      .unrealisedExchange: stores.reduce(0) { $0 + ($1.abroad?.unrealised[lane] ?? 0) },
    ]
    return all.filter { $0.value != 0 }
  }

  private func adParts(_ lane: Int) -> [WorldDay.Part] {
    zip(program.channels, channels).flatMap { channel, rows -> [WorldDay.Part] in
      let account = channel.account.map { program.adAccounts[$0].name }
      let fromCash = channel.card == nil ? rows.spent[lane] : rows.fromCash[lane]
      let parts = [
        WorldDay.Part(name: channel.name, amount: fromCash, account: account, row: .ads),
        WorldDay.Part(
          name: channel.name, amount: rows.spent[lane] - fromCash, account: channel.card.map { program.cards[$0].name },
          row: .ads),
      ]
      return parts.filter { $0.amount != 0 }
    }
  }

  private func fixedParts(_ day: Int, _ lane: Int) -> [WorldDay.Part] {
    program.fixedCosts.compactMap { cost in
      let amount = row(cost.amount)[lane] * cost.shares[day]
      return amount == 0 ? nil : WorldDay.Part(name: cost.name, amount: amount, row: cost.row)
    }
  }

  private func adAccounts(_ lane: Int) -> [WorldDay.AdAccountDay] {
    zip(program.adAccounts, adAccounts).map { account, rows in
      WorldDay.AdAccountDay(
        name: account.name, spent: rows.spent[lane], paid: rows.paid[lane], onCard: rows.onCard[lane],
        lost: rows.lost[lane],
        balance: rows.worth(lane), isStopped: rows.overdue[lane] > 0)
    }
  }

  private func debts(_ lane: Int) -> [WorldDay.Debt] {
    zip(program.lenders?.names ?? [], lenders).compactMap { name, rows in
      let debt = WorldDay.Debt(
        name: name, isCard: false, came: rows.came[lane], paid: rows.paid[lane], charged: rows.charged[lane],
        owed: rows.owed[lane])
      return debt.isAnything ? debt : nil
    }
      + zip(program.cards, cards).compactMap { card, rows in
        let debt = WorldDay.Debt(
          name: card.name, isCard: true, came: rows.put[lane], paid: rows.paid[lane], charged: rows.charged[lane],
          owed: rows.owed[lane])
        return debt.isAnything ? debt : nil
      }
  }

  private func soldOut(_ lane: Int) -> [WorldDay.SoldOut] {
    zip(program.products, products).enumerated().flatMap { product, pair in
      zip(pair.0.offers, pair.1.offers).compactMap { offer, rows in
        guard rows.out[lane] > 0 || rows.delisted[lane] > 0 else { return nil }
        return WorldDay.SoldOut(product: product, supplier: offer.supplier)
      }
    }
  }

  private func closed(_ lane: Int) -> [WorldDay.Closed] {
    suppliers.enumerated().compactMap { index, rows in
      guard rows.shut[lane] > 0 else { return nil }
      return WorldDay.Closed(
        supplier: index, hasFailed: rows.failed[lane] > 0, isKnown: rows.knownShut[lane] > 0)
    }
  }
}

extension Program {
  /// One world of a run again, day by day; its figures are those of the run.
  /// - Parameter options: those of the run; how uncertain parameters are drawn may depend on the number of paths.
  package func replay(path: Int, _ options: RunOptions = RunOptions()) -> WorldReplay {
    traced(path: path, options).replay
  }

  /// The plan, day by day.
  package func replayPlan() -> WorldReplay { tracedPlan().replay }
}

extension Kernel {
  fileprivate var replay: WorldReplay {
    let lane = tracedLane ?? 0
    func day(_ row: MoneyRow) -> Int? { row[lane] < 0 ? nil : Int(row[lane]) }
    return WorldReplay(
      days: diary, opening: begun, firings: firings, trials: trials, ruinDay: day(books.ruinDay),
      ruinCause: RuinCause(rawValue: Int(books.ruinCause[lane])) ?? .none, quitDay: day(books.quitDay))
  }
}
