/// One step of a day: something that happens in all lanes of a block.
struct Pass: Sendable {
  let name: String
  let run: @Sendable (Kernel, _ day: Int, _ month: Int) -> Void

  init(_ name: String, _ run: @escaping @Sendable (Kernel, Int, Int) -> Void) {
    self.name = name
    self.run = run
  }
}

extension Kernel {
  /// A day, in the order of model section 1.
  static let passes = [
    Pass("opening of a month") { $0.openMonth($1, $2) },
    Pass("holds") { $0.beginHolds($1, $2) },
    Pass("payouts") { $0.payOut($1, $2) },
    Pass("currencies") { kernel, day, _ in kernel.moveCurrencies(day) },
    Pass("failures of suppliers") { kernel, day, _ in kernel.failSuppliers(day) },
    Pass("stockouts and delistings") { kernel, day, _ in kernel.changeOffers(day) },
    Pass("what rules see") { kernel, day, _ in kernel.look(day) },
    Pass("events") { kernel, day, _ in kernel.fireEvents(day) },
    Pass("supplier prices") { kernel, day, _ in kernel.movePrices(day) },
    Pass("test orders") { $0.orderTests($1, $2) },
    Pass("judging candidates") { $0.judgeCandidates($1, $2) },
    Pass("rules") { kernel, day, _ in kernel.fireRules(day) },
    Pass("budgets of tests") { kernel, _, _ in kernel.divideBudgets() },
    Pass("who is shut") { $0.shutSuppliers($1, $2) },
    Pass("which offers are shut") { kernel, day, _ in kernel.shutOffers(day) },
    Pass("fixed costs and creatives") { $0.payFixedCosts($1, $2) },
    Pass("bills of suppliers") { $0.payBills($1, $2) },
    Pass("VAT and tax") { $0.payState($1, $2) },
    Pass("interest") { $0.payInterest($1, $2) },
    Pass("brand") { $0.payForBrand($1, $2) },
    Pass("own stock") { $0.keepStock($1, $2) },
    Pass("reputation") { kernel, day, _ in kernel.spreadWord(day) },
    Pass("market") { kernel, day, _ in kernel.moveMarket(day) },
    Pass("ads and visitors") { $0.runAds($1, $2) },
    Pass("orders and their fates") { $0.takeOrders($1, $2) },
    Pass("refunds") { $0.payRefunds($1, $2) },
    Pass("support") { $0.answerProblems($1, $2) },
    Pass("payouts of the same day") { $0.payOutSameDay($1, $2) },
    Pass("figures for rules") { kernel, day, _ in kernel.closeWatch(day) },
    Pass("close of the day") { $0.closeDay($1, $2) },
  ]
}

extension Program {
  /// Nanoseconds that each step of a day takes per path and day, on one thread: for benchmarks. Reading the clock between
  /// the steps adds to each.
  package func passTimes(paths: Int) -> [(pass: String, nanoseconds: Double)] {
    let options = RunOptions()
    let draws = WorldDraws(self, sampling: options.sampling, paths: paths)
    let kernel = Kernel(self, draws: draws, lanes: options.blockSize)
    var times = [Duration](repeating: .zero, count: Kernel.passes.count)
    for firstPath in stride(from: 0, to: paths, by: kernel.lanes) { kernel.run(firstPath: firstPath, timing: &times) }
    let pathDays = Double((paths + kernel.lanes - 1) / kernel.lanes * kernel.lanes * days)
    return zip(Kernel.passes, times).map { ($0.name, $1 / .nanoseconds(1) / pathDays) }
  }
}
