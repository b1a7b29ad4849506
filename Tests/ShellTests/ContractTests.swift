import Foundation
import PtySupport
import Testing

/// The output contract, version 1: what scripts of operators rely on.
@Suite("The JSON of a run")
struct ContractTests {
  private static let metrics = [
    "orders", "clicks", "revenue", "goods_and_shipping", "gross_profit", "ads", "platform_and_tools", "payment_fees",
    "refunds_and_chargebacks", "other", "exchange", "net_profit", "opening_cash", "payouts", "released",
    "supplier_payments",
    "ad_payments", "fixed_payments", "refund_payments", "tax_payments", "other_payments", "closing_cash", "lowest_cash",
    "cancelled_orders", "lost_sales", "refunds", "chargebacks", "supplier_down_days",
    "owner_hours", "candidates_tried", "winners", "test_spend",
  ]
  private static let distribution = ["mean", "sd", "p5", "p25", "p50", "p75", "p95"]
  let shop = Shop()

  /// The names of an object's members, in the order in which they are written.
  private func expectOrder(_ names: [String], of object: Any?, in text: String) throws {
    let members = try #require(object as? [String: Any])
    #expect(Set(members.keys) == Set(names))
    let places = names.compactMap {
      text.range(of: "\"\($0)\":")?.lowerBound ?? text.range(of: "\"\($0)\" :")?.lowerBound
    }
    #expect(places == places.sorted() && places.count == names.count)
  }

  private func isDistribution(_ value: Any?) -> Bool {
    guard let members = value as? [String: Any] else { return false }
    return Set(members.keys) == Set(Self.distribution) && members.values.allSatisfy { $0 is NSNumber }
  }

  /// A distribution with the ends of the intervals of its mean and its quantiles, between which these lie.
  private func isKnownDistribution(_ value: Any?) -> Bool {
    guard var members = value as? [String: Any], let low = members.removeValue(forKey: "low") as? [String: Any],
      let high = members.removeValue(forKey: "high") as? [String: Any]
    else { return false }
    let names = Set(Self.distribution).subtracting(["sd"])
    return isDistribution(members) && Set(low.keys) == names && Set(high.keys) == names
      && names.allSatisfy { name in
        guard let least = low[name] as? Double, let most = high[name] as? Double else {
          return low[name] is NSNull && high[name] is NSNull
        }
        let number = members[name] as? Double ?? .nan
        return least <= number && number <= most
      }
  }

  @Test("top level, outcome and months hold what the contract says, in its order")
  func run() throws {
    let result = try shop.dropcast("run", "shop.yaml", "200", "--seed", "9", "--json")
    let json = try result.json
    try expectOrder(
      [
        "dropcast", "scenario", "strategy", "fingerprint", "seed", "paths", "start", "months", "outcome", "monthly",
        "plan", "baseline", "verdict",
      ], of: json, in: result.output)
    #expect(json["dropcast"] as? Int == 1)
    #expect(json["scenario"] as? String == "small shop")
    #expect(json["strategy"] as? String == "base")
    #expect(json["seed"] as? Int == 9)
    #expect(json["paths"] as? Int == 200)
    #expect(json["start"] as? String == "2027-01-01")
    #expect(json["months"] as? Int == 3)
    #expect((json["fingerprint"] as? String)?.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    try expectOrder(
      [
        "ruin", "insolvent", "starved", "quit", "profit", "winner_found", "winner_earns", "ruin_day",
        "break_even_month",
        "ending", "profit_per_owner_hour", "final_cash", "final_worth", "gain",
      ] + Self.metrics,
      of: json["outcome"],
      in: result.output)
    #expect(!result.output.lowercased().contains("nan") && !result.output.contains("inf"))
  }

  @Test("every figure is a distribution, for every month and in total")
  func figures() throws {
    let json = try shop.dropcast("run", "shop.yaml", "200", "--json").json
    let outcome = try #require(json["outcome"] as? [String: Any])
    for share in ["ruin", "insolvent", "starved", "quit", "profit", "winner_found", "winner_earns"] {
      #expect(
        Set((outcome[share] as? [String: Any] ?? [:]).keys) == ["probability", "standard_error", "low", "high"])
    }
    for name in ["final_cash", "final_worth", "gain"] + Self.metrics {
      #expect(isKnownDistribution(outcome[name]), "\(name)")
    }
    let monthly = try #require(json["monthly"] as? [String: [Any]])
    #expect(Set(monthly.keys) == Set(Self.metrics))
    for (name, months) in monthly { #expect(months.count == 3 && months.allSatisfy(isDistribution), "\(name)") }
    let plan = try #require(json["plan"] as? [String: Any])
    #expect(Set(plan.keys) == Set(Self.metrics + ["break_even_month"]))
    for name in Self.metrics { #expect((plan[name] as? [Double])?.count == 3, "\(name)") }
  }

  @Test("a profit is told beside the choice not to start")
  func baseline() throws {
    let json = try shop.dropcast("run", "shop.yaml", "200", "--json").json
    let baseline = try #require(json["baseline"] as? [String: Double])
    let outcome = try #require(json["outcome"] as? [String: Any])
    let mean = { (name: String) in (outcome[name] as? [String: Any])?["mean"] as? Double ?? .nan }
    #expect(baseline["gain"] == 0)
    #expect(abs(mean("final_worth") - mean("gain") - (baseline["worth"] ?? .nan)) < 1e-6)
    let verdict = try #require(json["verdict"] as? [String: String])
    #expect(["none", "keep", "lottery", "close"].contains(verdict["first"] ?? ""))
    let calm = try shop.dropcast("run", "shop.yaml", "50", "--set", "stores.*.conversion=0", "--json").json
    let never = try #require(calm["outcome"] as? [String: Any])
    #expect(never["break_even_month"] is NSNull && (never["profit"] as? [String: Double])?["probability"] == 0)
  }

  @Test("the ruin day is null where no world is ruined")
  func ruinDay() throws {
    let calm = try shop.dropcast("run", "shop.yaml", "50", "--set", "cash.budget=1M", "--json").json
    #expect((calm["outcome"] as? [String: Any])?["ruin_day"] is NSNull)
    let poor = try shop.dropcast("run", "shop.yaml", "50", "--set", "cash.budget=50", "--json").json
    #expect(isKnownDistribution((poor["outcome"] as? [String: Any])?["ruin_day"]))
  }

  @Test("figures of one world have no spread: null, never NaN")
  func oneWorld() throws {
    let result = try shop.dropcast("run", "shop.yaml", "1", "--json")
    let cash = (try result.json["outcome"] as? [String: Any])?["final_cash"] as? [String: Any]
    #expect(cash?["sd"] is NSNull)
    #expect(cash?["mean"] as? Double == cash?["p50"] as? Double)
  }

  @Test("a plan alone has neither worlds nor seed")
  func plan() throws {
    let result = try shop.dropcast("run", "shop.yaml", "--plan", "--json")
    try expectOrder(
      ["dropcast", "scenario", "strategy", "fingerprint", "start", "months", "plan", "baseline"], of: try result.json,
      in: result.output)
  }

  @Test("seeds beyond the whole numbers of JSON readers are text")
  func largeSeed() throws {
    let json = try shop.dropcast("run", "shop.yaml", "1", "--seed", "18446744073709551615", "--json").json
    #expect(json["seed"] as? String == "18446744073709551615")
  }

  @Test("month 1 of article-shop.yaml is the profit table of how-to articles")
  func article() throws {
    let plan = try plan(of: "run --plan --json")
    let table = [
      "revenue": 10_000.0, "goods_and_shipping": 4000, "gross_profit": 6000, "ads": 2000, "platform_and_tools": 300,
      "other": 200, "net_profit": 3500,
    ]
    for (name, value) in table { #expect(abs((plan[name]?[0] ?? .nan) - value) < 0.005, "\(name)") }
    let hidden = try self.plan(of: "run --strategy hidden_costs --plan --json")
    #expect(abs((hidden["net_profit"]?[0] ?? .nan) - 2272) < 1)
  }

  @Test(
    "the later the payout, the deeper the hole",
    arguments: [(4, 9133.33), (14, 6966.67), (21, 5450), (33, 2850)])
  func payouts(days: Int, lowest: Double) throws {
    let plan = try plan(of: "set stores.shop.payout_days = \(days); run --plan --json")
    #expect(abs((plan["lowest_cash"]?.min() ?? .nan) - lowest) < 0.01)
  }

  /// What the last command says of the plan of article-shop.yaml.
  private func plan(of commands: String) throws -> [String: [Double]] {
    let result = try shop.dropcast("--json", "-c", "load '\(Shop.bundled)article-shop.yaml'; \(commands)")
    let line = try #require(result.output.split(separator: "\n").last, "\(result.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(json?["plan"] as? [String: Any]).compactMapValues { $0 as? [Double] }
  }
}
