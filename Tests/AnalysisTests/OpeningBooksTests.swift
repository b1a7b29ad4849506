import Language
import Scenarios
import Simulation
import Testing

@testable import Analysis

/// The books of a running business begin with what is on its way (model 17).
@Suite("Books that begin with balances")
struct OpeningBooksTests {
  private func shop() throws -> Scenario {
    let text = """
      name: running
      start: 2027-06-01
      months: 2
      cash: {budget: 2000}
      products:
        lamp:
          price: 40
          return_rate: 6 %
          offers: {depot: {unit_cost: 12, shipping_cost: 4, own_stock: {order_quantity: 30, reorder_point: 10, leftover_share: 50 %}}}
      stores:
        shop: {conversion: 4 %, payment_fee: 3 %, payout_days: 4, reserve_rate: 5 %, reserve_days: 20, vat_rate: 10 %}
      ads:
        meta: {budget: 30, cpc: 0.6}
      suppliers:
        depot: {transit_days: 6, terms_days: 10, lost_rate: 2 %}
      returns: {refund_days: 3}
      tax: {rate: 20 %}
      opening:
        payouts: [{due: 2027-06-03, amount: 300}]
        reserves: [{until: 2027-06-12, amount: 40}]
        holds: [{until: 2027-06-20, withheld: 100, share: 50 %}]
        deductions: [{amount: 500}]
        owed:
          - {to: suppliers.depot, due: 2027-06-04, amount: 150}
          - {to: state, due: 2027-07-01, amount: 60}
          - {to: other, due: 2027-06-25, amount: 400}
        orders: [{product: lamp, ordered: 2027-05-28, count: 30}]
        stock: [{offer: products.lamp.offers.depot, units: 25, unit_cost: 13}]
        arriving: [{offer: products.lamp.offers.depot, units: 10, on: 2027-06-06, unit_cost: 14}]
      """
    return try ScenarioFile(reading: Source(name: "running.yaml", text: text)).scenario
  }

  @Test("the way from balances to cash closes on every day") func bridge() throws {
    let program = Program(try shop(), seed: 4)
    for replay in [program.replayPlan(), program.replay(path: 3)] {
      for day in [0, 3, 19, 30, replay.days.count - 1] {
        let books = Bridge.Books(replay, until: day)
        #expect(abs(books.cash - replay.days[day].cash) < 1e-6)
      }
      let books = Bridge.Books(replay, until: replay.days.count - 1)
      let refunds = replay.days.reduce(0) { $0 + ($1.amounts[.refundsAndChargebacks] ?? 0) }
      #expect(abs(books[.refundsAndChargebacks] + refunds) < 1e-6)
      #expect(books[.owedToOthers] == -400)
    }
  }

  @Test("a journal begins with them, and its accounts end as the books do") func journal() throws {
    let scenario = try shop()
    let program = Program(scenario, seed: 4)
    for replay in [program.replayPlan(), program.replay(path: 3)] {
      let journal = GeneralJournal(scenario, replay, title: "")
      for entry in journal.transactions { #expect(entry.postings.reduce(0) { $0 + $1.cents } == 0) }
      func holds(_ words: [String], _ amount: Double) {
        let cents = journal.accounts.filter { account in words.contains { account.name.hasPrefix($0) } }
          .reduce(0) { $0 + journal.balance(of: $1) }
        #expect(abs(Double(cents) - amount * 100) < 3, "\(words): \(cents)")
      }
      func sum(_ metric: Metric) -> Double { replay.days.reduce(0) { $0 + ($1.amounts[metric] ?? 0) } }
      let last = try #require(replay.days.last)
      #expect(journal.balance(of: .cash) == Money(last.cash).cents)
      holds(["Income:Sales"], -sum(.revenue))
      holds(["Expenses:Other", "Expenses:Tax"], sum(.other))
      holds(
        ["Expenses:RefundsAndChargebacks"], -Bridge.Books(replay, until: replay.days.count - 1)[.refundsAndChargebacks])
      holds(["Assets:Processor", "Assets:Held"], last.balances[.owedByProcessors] ?? 0)
      holds(["Assets:Reserve"], last.balances[.reserves] ?? 0)
      holds(["Assets:Stock"], last.balances[.stock] ?? 0)
      holds(["Liabilities:Suppliers"], -(last.balances[.owedToSuppliers] ?? 0))
      holds(["Liabilities:State"], -(last.balances[.owedToState] ?? 0))
      holds(["Liabilities:Other"], 0)
      // What was put in: cash, and what was on its way.
      holds(["Equity:Opening"], -(2000 + 300 + 40 + 100 - 500 - 150 - 60 - 400 + 25 * 13 + 10 * 14))
    }
  }

  @Test("the gain counts from what it was worth when it was entered") func gain() throws {
    let program = Program(try shop(), seed: 4)
    var options = RunOptions()
    options.paths = 64
    let outcome = try #require(try program.run(options))
    let worth = try #require(program.openingBalances()).worth
    let isNear = zip(outcome.gain, outcome.finalWorth).allSatisfy { abs($0 - ($1 - worth)) < 1e-5 }
    #expect(isNear)
    let summary = Summary(outcome)
    #expect(abs(summary.moneyPutIn - worth) < 1e-6 && Outlook(summary).isRunning)
    options.keeping = .tallies
    let tallies = Summary(try #require(try program.run(options)))
    #expect(abs(tallies.moneyPutIn - worth) < 1e-3 * worth)
  }
}
