import Foundation
import Language
import Scenarios
import Simulation
import Testing

@testable import Analysis

/// The books in double entry say what the statements say, to the cent.
@Suite("A journal")
struct GeneralJournalTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scenarios")

  private func shop(_ name: String) throws -> Scenario {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    return try ScenarioFile(reading: Source(name: name, text: text)).scenario
  }

  @Test("every transaction sums to 0, and no posting is empty", arguments: ["eu-with-vat.yaml", "hybrid-stock.yaml"])
  func balanced(file: String) throws {
    let scenario = try shop(file)
    let journal = GeneralJournal(scenario, Program(scenario, seed: 1).replay(path: 3), title: "")
    #expect(journal.transactions.count > 100)
    for entry in journal.transactions {
      #expect(entry.postings.reduce(0) { $0 + $1.cents } == 0)
      #expect(entry.postings.count > 1 && !entry.postings.contains { $0.cents == 0 })
    }
    #expect(abs(journal.balance(of: .rounding)) < 100)
  }

  @Test(
    "accounts are the rows of the statements and the balances behind them, and cash is the simulated cash",
    arguments: ["eu-with-vat.yaml", "hybrid-stock.yaml", "market-then-store.yaml", "tiktok-impulse.yaml"])
  func statements(file: String) throws {
    let scenario = try shop(file)
    let program = Program(scenario, seed: 5)
    for replay in [program.replayPlan(), program.replay(path: 2)] {
      let journal = GeneralJournal(scenario, replay, title: "")
      func holds(_ words: [String], _ amount: Double) {
        let cents = journal.accounts.filter { account in words.contains { account.name.hasPrefix($0) } }
          .reduce(0) { $0 + journal.balance(of: $1) }
        #expect(abs(Double(cents) - amount * 100) < 3, "\(file): \(words)")
      }
      func sum(_ metric: Metric) -> Double { replay.days.reduce(0) { $0 + ($1.amounts[metric] ?? 0) } }
      let last = try #require(replay.days.last)
      #expect(journal.balance(of: .cash) == Money(last.cash).cents)
      holds(["Income:Sales"], -sum(.revenue))
      holds(["Expenses:GoodsAndShipping"], sum(.goodsAndShipping))
      holds(["Expenses:Ads"], sum(.ads))
      holds(["Expenses:PlatformAndTools"], sum(.platformAndTools))
      holds(["Expenses:PaymentFees"], sum(.paymentFees))
      holds(["Expenses:RefundsAndChargebacks"], sum(.refundsAndChargebacks))
      holds(["Expenses:Other", "Expenses:Tax"], sum(.other))
      holds(["Assets:Processor", "Assets:Held"], last.balances[.owedByProcessors] ?? 0)
      holds(["Assets:Reserve"], last.balances[.reserves] ?? 0)
      holds(["Assets:Stock"], last.balances[.stock] ?? 0)
      holds(["Liabilities:Suppliers"], -(last.balances[.owedToSuppliers] ?? 0))
      holds(["Liabilities:State"], -(last.balances[.owedToState] ?? 0))
    }
  }

  @Test("each account rounds its running sum, so that thirds of a cent add up")
  func rounding() throws {
    var keeper = Bookkeeper()
    let day = CalendarDate.epoch
    for _ in 0..<3 { keeper.book(day, "a third", [(.cash, Money(0.01 / 3)), (.other, Money(-0.01 / 3))]) }
    let journal = GeneralJournal(title: "", currency: "USD", keeper.transactions)
    #expect(journal.balance(of: .cash) == 1 && journal.balance(of: .other) == -1)
    #expect(Money(-0.005).cents == 0 && Money(0.005).cents == 1 && Money(-0.006).cents == -1)
  }

  @Test(
    "a name becomes a part that every program takes",
    arguments: [
      ("shop", "Shop"), ("my_shop.eu", "My-shop-eu"), ("灯", "X灯"), ("öl", "Öl"), ("ß", "Xß"), ("3d", "3d"),
      ("; \"\n:", "X"), ("-a-", "A"),
    ])
  func component(name: String, part: String) { #expect(Account.component(name) == part) }
}
