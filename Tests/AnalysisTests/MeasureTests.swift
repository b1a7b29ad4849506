import Analysis
import Language
import Simulation
import Statistics
import Testing

@Suite("Figures that conditions are about")
struct MeasureTests {
  let summary = Summary(fourWorlds())

  private func value(_ metric: String, _ statistic: String? = nil) throws -> Double? {
    try Measure(metric: metric, statistic: statistic).value(in: summary)
  }

  @Test("shares of worlds stand alone")
  func shares() throws {
    #expect(try value("ruin") == 0.5)
    #expect(try value("insolvent") == 0.25)
    #expect(try value("starved") == 0.25)
    let ruin = try Measure(metric: "ruin", statistic: nil)
    #expect(ruin.isShare && !ruin.isMoney)
  }

  @Test("the chance of a winner is the share of worlds that kept any, also where only tallies are kept")
  func winners() throws {
    let outcome = Outcome(
      [
        .closingCash: [[1, 1, 1, 1]], .winners: [[0, 1, 0, 3]], .netProfit: [[10, 20, 30, 60]],
        .ownerHours: [[1, 3, 2, 4]],
      ], ruinDay: [-1, -1, -1, -1], ruinCause: [.none, .none, .none, .none])
    for summary in [Summary(outcome), Summary(outcome.tallied)] {
      #expect(try Measure(metric: "winner_found", statistic: nil).value(in: summary) == 0.5)
      #expect(summary.profitOfAnHour == 12)
    }
    #expect(try Measure(metric: "winner_found", statistic: nil).column(in: outcome) == [0, 1, 0, 1])
    #expect(summary.profitOfAnHour == nil)
  }

  @Test("amounts are asked for by statistic")
  func amounts() throws {
    #expect(try value("final_cash", "mean") == 28.75)
    #expect(try value("cash", "MEAN") == 28.75)
    #expect(try value("final_worth", "mean") == summary.finalWorth.mean)
    #expect(try value("orders", "p50") == 4)
    #expect(try value("orders", "p5") == summary.total(.orders).p5)
    #expect(try value("orders", "sd") == summary.total(.orders).standardDeviation)
    #expect(try value("ruin_day", "p95") == summary.ruinDay?.p95)
  }

  @Test("money is told apart from counts and days")
  func units() throws {
    for name in ["cash", "final_worth", "revenue", "net_profit"] {
      #expect(try Measure(metric: name, statistic: "p50").isMoney, "\(name)")
    }
    for name in ["orders", "ruin_day", "refunds"] {
      #expect(try !Measure(metric: name, statistic: "p50").isMoney, "\(name)")
    }
  }

  @Test("every name that is offered is understood")
  func names() throws {
    for figure in Figure.all {
      let statistic = figure.unit == .share ? nil : "p50"
      for name in [figure.name] + figure.aliases {
        #expect(try Measure(metric: name, statistic: statistic).figure == figure, "\(name)")
      }
    }
    let names: [String] = Figure.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test("what makes no sense is refused, with the reason")
  func refused() {
    #expect(throws: Measure.Problem.noSuchMetric) { try Measure(metric: "luck", statistic: "p50") }
    #expect(throws: Measure.Problem.noSuchMetric) { try Measure(metric: "owed_by_processors", statistic: "p50") }
    #expect(throws: Measure.Problem.noSuchStatistic) { try Measure(metric: "cash", statistic: "p42") }
    #expect(throws: Measure.Problem.statisticOfShare) { try Measure(metric: "ruin", statistic: "p50") }
    #expect(throws: Measure.Problem.statisticMissing) { try Measure(metric: "cash", statistic: nil) }
  }

  @Test("no world ruined, no ruin day")
  func noRuinDay() throws {
    let calm = Summary(Outcome([.orders: [[1]]], ruinDay: [-1], ruinCause: [.none]))
    #expect(try Measure(metric: "ruin_day", statistic: "p50").value(in: calm) == nil)
  }

  @Test("money that runs out in no world lasts longer than any day: a claim about the day holds accordingly")
  func neverRuined() throws {
    let day = try Measure(metric: "ruin_day", statistic: "p50")
    #expect(Target(day, .greaterOrEqual, 60).holds(nil) && !Target(day, .less, 60).holds(nil))
    #expect(Target(day, .greater, 60).violation(nil) == 0 && Target(day, .lessOrEqual, 60).violation(nil) == .infinity)
    // How much it varies is not known, and of other figures every world has one.
    #expect(!Target(try Measure(metric: "ruin_day", statistic: "sd"), .greater, 1).holds(nil))
    #expect(!Target(try Measure(metric: "orders", statistic: "p50"), .greater, 1).holds(nil))
  }
}
