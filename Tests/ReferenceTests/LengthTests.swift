import Language
import Scenarios
import Simulation
import Testing

/// A distribution of days is drawn each time that something happens, not once for a world.
@Suite("Lengths that are drawn") struct LengthTests {
  /// 28 days of a shop that sells two orders a day.
  private func shop(supplier: String = "{}", offer: String = "", returns: String = "{}") throws -> Scenario {
    try scenario(
      """
      name: lengths
      start: 2027-02-01
      months: 1
      cash: {budget: 100000}
      products:
        lamp: {price: 50, offers: {yiwu: {unit_cost: 20\(offer)}}}
      stores:
        shop: {conversion: 5 %}
      ads:
        meta: {budget: 20, cpc: 0.5}
      suppliers:
        yiwu: \(supplier)
      returns: \(returns)
      """)
  }

  private func worlds(_ scenario: Scenario) throws -> Outcome { try engineWorlds(scenario, paths: 64, seed: 3) }

  @Test("each failure lasts the days that are drawn for it, rounded up")
  func failures() throws {
    // Open on day 0 and on each day of reopening, shut on the five days after: days 1 to 5, 7 to 11, …, 25 to 27.
    let outcome = try worlds(shop(supplier: "{failure_rate: 100 %, failure_days: \"uniform(4.5, 5)\"}"))
    #expect(outcome.total(.supplierDownDays) == [Double](repeating: 23, count: 64))
  }

  @Test("each failure of a region lasts its own days")
  func commonFailures() throws {
    var scenario = try shop(supplier: "{failure_rate: 100 %, failure_days: \"uniform(4.5, 5)\"}")
    scenario.commonCause = 1
    #expect(try worlds(scenario).total(.supplierDownDays) == [Double](repeating: 23, count: 64))
  }

  @Test("one number is the mean of a geometric length")
  func geometric() throws {
    let outcome = try worlds(shop(supplier: "{failure_rate: 100 %, failure_days: 5}"))
    #expect(Set(outcome.total(.supplierDownDays)).count > 5)
  }

  @Test("each stock-out lasts the days that are drawn for it")
  func stockouts() throws {
    // On sale on 5 days of 28.
    let outcome = try worlds(shop(offer: ", stockout_rate: 100 %, stockout_days: \"uniform(4.5, 5)\""))
    let free = try worlds(shop())
    let share = outcome.total(.orders).reduce(0, +) / free.total(.orders).reduce(0, +)
    #expect(abs(share - 5.0 / 28) < 0.02)
  }

  @Test("one number is the mean of a stock-out, and so of a slide")
  func meanLengths() throws {
    let free = try worlds(shop())
    let out = try worlds(shop(offer: ", stockout_rate: 100 %, stockout_days: 5"))
    // On sale on the first day, on each day of return, and never between.
    let share = out.total(.orders).reduce(0, +) / free.total(.orders).reduce(0, +)
    #expect((0.17...0.24).contains(share), "\(share)")
    let slide = "defect_rate: 25 %, slide_rate: 100 %, slide_days: 5, slide_factor: 4"
    let slid = try worlds(shop(supplier: "{\(slide)}"))
    let bad = slid.total(.bad).reduce(0, +) / slid.total(.orders).reduce(0, +)
    #expect((0.81...0.87).contains(bad), "\(bad)")
  }

  @Test("each slide lasts the days that are drawn for it")
  func slides() throws {
    let slide = "defect_rate: 25 %, slide_rate: 100 %, slide_days: \"uniform(4.5, 5)\", slide_factor: 4"
    // All orders of 23 days are bad, and a quarter of the others.
    let outcome = try worlds(shop(supplier: "{\(slide)}"))
    let bad = outcome.total(.bad).reduce(0, +) / outcome.total(.orders).reduce(0, +)
    #expect(abs(bad - (23 + 5 * 0.25) / 28) < 0.02)
  }

  @Test("each dispute is decided after the days that are drawn for it")
  func decisions() throws {
    let returns = { (days: String) in
      "{fraud_rate: 100 %, win_rate: 100 %, dispute_decision_days: \(days)}"
    }
    let drawn = try worlds(shop(returns: returns("\"uniform(9.5, 10)\"")))
    let fixed = try worlds(shop(returns: returns("10")))
    #expect(drawn.total(.payouts) == fixed.total(.payouts))
    // Chargebacks take all that is sold; a quarter of them is won back within the month. Drawn once for a world, none
    // would be in nearly every other world.
    let spread = try worlds(shop(returns: returns("\"uniform(1, 50)\"")))
    let parts = zip(spread.total(.payouts), spread.total(.orders)).map { $0 / (50 * $1) }
    #expect(parts.allSatisfy { (0.05...0.5).contains($0) }, "\(parts)")
  }
}
