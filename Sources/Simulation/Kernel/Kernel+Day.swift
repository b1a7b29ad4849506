extension Kernel {
  /// One step of a day: something that happens in all lanes of a block.
  struct Pass: Sendable {
    let name: StaticString
    /// A scenario that does not use it does not pay for it.
    private(set) var isNeeded: @Sendable (Kernel) -> Bool = { _ in true }
    /// Does anything happen in worlds that have ended, and in which no order waits for a supplier?
    private(set) var concernsEnded = true
    let run: @Sendable (Kernel, _ day: Int, _ month: Int) -> Void

    init(_ name: StaticString, _ run: @escaping @Sendable (Kernel, Int, Int) -> Void) {
      self.name = name
      self.run = run
    }

    /// The same step for worlds that go on.
    var ofTheLiving: Pass {
      var pass = self
      pass.concernsEnded = false
      return pass
    }

    /// The same step for scenarios that need it.
    func needed(_ isNeeded: @escaping @Sendable (Kernel) -> Bool) -> Pass {
      var pass = self
      pass.isNeeded = isNeeded
      return pass
    }
  }
}

extension Kernel {
  /// A day, in the order of model 1.
  static var passes: [Pass] {
    [
      Pass("opening of a month") { $0.openMonth($1, $2) },
      Pass("day of ad accounts") { kernel, _, _ in kernel.beginAdAccounts() }.needed { !$0.adAccounts.isEmpty },
      Pass("day of cards") { kernel, _, _ in kernel.beginCards() }.needed { !$0.cards.isEmpty },
      Pass("currencies") { kernel, day, _ in kernel.moveCurrencies(day) }.needed { !$0.currencies.isEmpty },
      Pass("payout accounts") { $0.arriveFromAccounts($1, $2) }.needed {
        $0.program.stores.contains { $0.account != nil }
      },
      Pass("holds") { $0.beginHolds($1, $2) }.needed { $0.stores.contains { $0.hold != nil } },
      Pass("payouts") { $0.payOut($1, $2) },
      Pass("failures of suppliers") { kernel, day, _ in kernel.failSuppliers(day) },
      Pass("stockouts and delistings") { kernel, day, _ in kernel.changeOffers(day) }.ofTheLiving.needed {
        $0.anyOffer { $0.stockouts != nil || $0.delisting != nil }
      },
      Pass("what rules see") { kernel, day, _ in kernel.look(day) }.ofTheLiving.needed { !$0.rules.registers.isEmpty },
      Pass("events") { kernel, day, _ in kernel.fireEvents(day) }.needed { !$0.program.rules.events.isEmpty },
      Pass("supplier prices") { kernel, day, _ in kernel.movePrices(day) }.ofTheLiving.needed {
        $0.keepsStock || $0.program.suppliers.contains { $0.prices.move }
      },
      Pass("test orders") { $0.orderTests($1, $2) }.ofTheLiving.needed {
        $0.program.suppliers.contains { $0.slides != nil || $0.testOrderDays != nil }
      },
      Pass("judging candidates") { $0.judgeCandidates($1, $2) }.ofTheLiving.needed { $0.program.tests != nil },
      Pass("rules") { kernel, day, _ in kernel.fireRules(day) }.ofTheLiving.needed { !$0.program.rules.rules.isEmpty },
      Pass("budgets of tests") { kernel, _, _ in kernel.divideBudgets() }.ofTheLiving.needed {
        $0.program.tests != nil
      },
      Pass("who is shut") { $0.shutSuppliers($1, $2) },
      Pass("which offers are shut") { kernel, day, _ in kernel.shutOffers(day) }.needed {
        $0.anyOffer(\.hasCausesOfItsOwn)
      },
      Pass("fixed costs and creatives") { $0.payFixedCosts($1, $2) }.ofTheLiving,
      Pass("bills of suppliers") { $0.payBills($1, $2) }.needed { $0.books.bills != nil },
      Pass("bills that cards pay") { $0.payBillsWithCards($1, $2) }.needed { !$0.cards.isEmpty },
      Pass("bills of ad accounts") { $0.payForAds($1, $2) }.needed { !$0.adAccounts.isEmpty },
      Pass("VAT and tax") { $0.payState($1, $2) },
      Pass("debts of before") { $0.payOpeningDebts($1, $2) }.needed { $0.program.opening != nil },
      Pass("interest") { $0.payInterest($1, $2) },
      Pass("cards") { $0.settleCards($1, $2) }.needed { !$0.cards.isEmpty },
      Pass("lenders") { $0.meetLenders($1, $2) }.needed { !$0.lenders.isEmpty },
      Pass("brand") { kernel, _, month in kernel.payForBrand(month) }.ofTheLiving.needed { $0.program.brand.hasBrand },
      Pass("own stock") { $0.keepStock($1, $2) }.needed(\.keepsStock),
      Pass("what is on sale") { kernel, _, _ in kernel.openForSale() }.ofTheLiving,
      Pass("reputation") { kernel, day, _ in kernel.spreadWord(day) }.ofTheLiving.needed {
        $0.program.brand.hasReputation
      },
      Pass("market") { kernel, day, _ in kernel.moveMarket(day) }.ofTheLiving,
      Pass("ads and visitors") { $0.runAds($1, $2) }.ofTheLiving,
      Pass("the owner's work") { $0.workOnTheStore($1, $2) }.ofTheLiving.needed(\.worksDaily),
      Pass("orders and their fates") { $0.takeOrders($1, $2) }.ofTheLiving,
      Pass("refunds") { $0.payRefunds($1, $2) },
      Pass("support") { $0.answerProblems($1, $2) }.needed { $0.program.operations.isUsed },
      Pass("payouts of the same day") { $0.payOutSameDay($1, $2) },
      Pass("shares of sales") { $0.shareSales($1, $2) }.needed { $0.program.lenders?.advances.isEmpty == false },
      Pass("exchange") { kernel, _, month in kernel.bookExchange(month) }.needed {
        $0.stores.contains { $0.abroad != nil }
      },
      Pass("figures for rules") { kernel, day, _ in kernel.closeWatch(day) }.ofTheLiving.needed {
        !$0.watch.sums.isEmpty
      },
      Pass("close of the day") { $0.closeDay($1, $2) },
    ]
  }

  /// Does any offer have something?
  fileprivate func anyOffer(_ has: (OfferProgram) -> Bool) -> Bool {
    program.products.contains { $0.offers.contains(where: has) }
  }

  /// Is there own stock in any world?
  fileprivate var keepsStock: Bool { anyOffer { $0.ownStock != nil } }
}

extension Program {
  /// Nanoseconds that each step of a day that the scenario needs takes per path and day, on one thread: for benchmarks.
  /// Reading the clock between the steps adds to each.
  package func passTimes(paths: Int) -> [(pass: String, nanoseconds: Double)] {
    let options = RunOptions()
    let draws = WorldDraws(self, sampling: options.sampling, paths: paths)
    let kernel = Kernel<Float>(self, worlds: draws, lanes: options.blockSize)
    var times = [Duration](repeating: .zero, count: kernel.passes.count)
    for firstPath in stride(from: 0, to: paths, by: kernel.width) { kernel.run(firstPath: firstPath, timing: &times) }
    let pathDays = Double((paths + kernel.width - 1) / kernel.width * kernel.width * days)
    return zip(kernel.passes, times).map { ("\($0.name)", $1 / .nanoseconds(1) / pathDays) }
  }
}
