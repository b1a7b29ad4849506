import Language
import Scenarios
import Simulation
import Testing

/// Nothing is paid for what a scenario does not use: its day leaves the step out.
@Suite struct StepsOfADayTests {
  private func steps(_ yaml: String) throws -> Set<String> {
    Set(Program(try scenario(yaml), seed: 1).passTimes(paths: 32).map(\.pass))
  }

  private let always: Set = [
    "opening of a month", "payouts", "failures of suppliers", "who is shut", "fixed costs and creatives", "VAT and tax",
    "interest", "what is on sale", "market", "ads and visitors", "orders and their fates", "refunds",
    "payouts of the same day", "close of the day",
  ]

  @Test("a plain shop has no step of rules, events, own stock, prices that move, holds and the like")
  func plain() throws {
    #expect(try steps(plainShop) == always.union(["support"]))
  }

  @Test(
    "what a scenario uses has its step",
    arguments: [
      ("rules:\n  - when cash < 500 then quit\n", ["what rules see", "rules"]),
      (
        "rules:\n  - when roas(14) < 1 then ads.meta.budget *= 0.8\n",
        ["what rules see", "rules", "figures for rules"]
      ),
      ("events:\n  - preset: tariff-rise\n", ["events"]),
      ("brand: {reputation_weight: 5, reputation_halflife: 60 days}\n", ["reputation"]),
      ("brand: {spend: 5 USD per day}\n", ["brand"]),
    ])
  func used(_ more: String, _ steps: [String]) throws {
    #expect(try self.steps(plainShop + more) == always.union(["support"]).union(steps))
  }
}
