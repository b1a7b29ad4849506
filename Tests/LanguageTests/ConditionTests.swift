import Testing

@testable import Language

@Suite("Condition")
struct ConditionTests {
  @Test(
    "claims",
    arguments: [
      ("ruin < 5%", nil, "ruin", Condition.Relation.less, Quantity(5, isPercent: true)),
      ("p50 cash >= 5k", "p50", "cash", .greaterOrEqual, Quantity(5000)),
      ("mean net_profit > 0", "mean", "net_profit", .greater, Quantity(0)),
      ("p5 lowest_cash >= -1,000 USD", "p5", "lowest_cash", .greaterOrEqual, Quantity(-1000, currency: "USD")),
      ("ruin<=5%", nil, "ruin", .lessOrEqual, Quantity(5, isPercent: true)),
      ("ruin ≤ 5%", nil, "ruin", .lessOrEqual, Quantity(5, isPercent: true)),
      ("cash ≥ 1", nil, "cash", .greaterOrEqual, Quantity(1)), ("day = 3", nil, "day", .equal, Quantity(3)),
      ("day == 3", nil, "day", .equal, Quantity(3)), ("day != 3", nil, "day", .notEqual, Quantity(3)),
      ("day ≠ 3", nil, "day", .notEqual, Quantity(3)), ("roas(7) < 1.2", nil, "roas(7)", .less, Quantity(1.2)),
      ("se( ruin ) < 0.5%", nil, "se( ruin )", .less, Quantity(0.5, isPercent: true)),
      ("ｒｕｉｎ　＜　５％", nil, "ruin", .less, Quantity(5, isPercent: true)),
    ] as [(String, String?, String, Condition.Relation, Quantity)])
  func claims(
    _ text: String, _ statistic: String?, _ metric: String, _ relation: Condition.Relation, _ bound: Quantity
  ) throws {
    let condition = try Condition(parsing: Fragment(text))
    #expect(condition.statistic?.text == statistic)
    #expect(condition.metric.text == metric)
    #expect(condition.relation == relation)
    #expect(condition.bound.unplaced == bound)
    #expect(condition.span == Fragment(text).span)
  }

  @Test("what follows is the caller's")
  func rest() throws {
    let (condition, rest) = try Condition.readPrefix(of: "cash < 500 then pause ads")
    #expect(condition.bound.unplaced == Quantity(500))
    #expect(rest == Fragment("then pause ads", start: 11))
    #expect(try Condition.readPrefix(of: "ruin < 5% on base").rest.text == "on base")
  }

  @Test(
    "faults stand where they are",
    arguments: [
      ("", "expected a figure, such as cash", ""), ("< 5", "expected a figure, such as cash", "<"),
      ("ruin", "expected one of < <= > >= = !=", ""), ("ruin 5%", "expected one of < <= > >= = !=", ""),
      ("the p5 cash < 3", "expected one of < <= > >= = !=, found cash", "cash"),
      ("ruin ! 5", "expected one of < <= > >= = !=, found !", "!"), ("ruin <", "expected a number", ""),
      ("ruin => 5", "expected a number, found >", ">"), ("ruin < 5% on base", "unexpected on", "on"),
    ])
  func faults(_ text: String, _ message: String, _ under: String) {
    #expect(complaint(text, Condition.init(parsing:)) == Complaint(message, under: under))
  }

  @Test("relations hold as written, and nothing but != holds for NaN")
  func relations() {
    let table = Condition.Relation.allCases.map { [$0.holds(1, 2), $0.holds(2, 2), $0.holds(3, 2), $0.holds(.nan, 2)] }
    #expect(
      table == [
        [true, false, false, false], [true, true, false, false], [false, false, true, false],
        [false, true, true, false], [false, true, false, false], [true, false, true, true],
      ])
  }
}
