import Commands
import Foundation
import Language
import PtySupport
import Scenarios
import Testing

@Suite("fit, backtest and track")
struct FitCommandTests {
  private static let files = ["orders", "payments", "payouts", "ads", "costs"]

  /// The bundled shop, its exports imported beside it.
  private func shop(keeping: Bool? = nil) throws -> Desk {
    let desk = try Desk(loaded: false, keeping: keeping)
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path("scenarios"), withDestinationPath: bundledScenarios)
    let plan = try String(contentsOfFile: bundledScenarios + "/lamp-shop/lamp-shop.yaml", encoding: .utf8)
    desk.folder.write(plan.utf8, to: "lamp.yaml")
    let names = Self.files.map { "scenarios/lamp-shop/\($0).csv" }.joined(separator: " ")
    try #require(desk.perform("load lamp.yaml; import \(names)") == .done, "\(desk.complaint)")
    return desk
  }

  @Test("the truth of the bundled shop lies in what is fitted")
  func truth() throws {
    let desk = try shop()
    #expect(desk.perform("fit --json --paths 500") == .done, "\(desk.complaint)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
    let rows = try #require(json["parameters"] as? [[String: Any]])
    func range(_ name: String) throws -> ClosedRange<Double> {
      let row = try #require(rows.first { $0["parameter"] as? String == name }, "\(name)")
      let posterior = try #require(row["posterior"] as? [String: Any])
      return try #require(posterior["p5"] as? Double)...(try #require(posterior["p95"] as? Double))
    }
    // The scenario's conversion is that of a delivery within a week: three weeks cost 21 % of it.
    #expect(try range("stores.shop.conversion").contains(0.021 / 0.79))
    #expect(try range("ads.meta.cpc").contains(0.64))
    #expect(try range("returns.refunds").contains(0.095))
    #expect(try range("products.lamp.repeat_rate").contains(0.06))
    #expect(try range("stores.shop.payout_days") == 3...3)
    #expect(try range("products.lamp.offers.yiwu.unit_cost") == 12.4...12.4)
    #expect(json["strategy"] as? String == "fitted")
  }

  @Test("fit puts a strategy beside the scenario, which undo takes away")
  func strategy() throws {
    let desk = try shop()
    #expect(desk.perform("fit --paths 500") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("your scenario itself is unchanged"), "\(desk.shown)")
    #expect(desk.session.strategies.map(\.name) == ["fitted"])
    #expect(desk.perform("undo") == .done && desk.session.strategies.isEmpty)
  }

  @Test("the fitted scenario is written only when asked, keeps its comments and loads again")
  func written() throws {
    let desk = try shop()
    let before = try String(contentsOfFile: desk.folder.path("lamp.yaml"), encoding: .utf8)
    #expect(desk.perform("fit --paths 500 --to fitted.yaml") == .done, "\(desk.complaint)")
    let text = try String(contentsOfFile: desk.folder.path("fitted.yaml"), encoding: .utf8)
    #expect(text.hasPrefix("# A shop that has sold for nine months") && !text.contains("lognormal(0.90 USD, 0.35)"))
    #expect(try String(contentsOfFile: desk.folder.path("lamp.yaml"), encoding: .utf8) == before)
    #expect(desk.perform("load fitted.yaml --force") == .done || desk.perform("load fitted.yaml") == .done)
  }

  @Test("months are foretold from what was known before them")
  func backtest() throws {
    let desk = try shop()
    #expect(desk.perform("backtest --paths 100") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("6 months predicted") && desk.shown.contains("of 6"), "\(desk.shown)")
    #expect(desk.perform("backtest horizon 2 --paths 100 --json") == .done, "\(desk.complaint)")
    #expect(desk.data.contains("\"horizon\":2") && desk.data.contains("\"low\":null"), "\(desk.data)")
    #expect(desk.perform("backtest horizon 4 --paths 100") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("too few whole months: 9"), "\(desk.complaint)")
  }

  @Test("a month begins with the payouts on their way, unless no file tells of them")
  func backtestBegins() throws {
    let desk = try shop()
    func begins() throws -> String? {
      #expect(desk.perform("backtest --paths 100 --json") == .done, "\(desk.complaint)")
      let json = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
      return json["begins"] as? String
    }
    #expect(try begins() == "opening")
    try FileManager.default.removeItem(atPath: desk.folder.path("lamp.actuals/ledger.csv"))
    #expect(try begins() == "first_day_without_books")
    #expect(desk.perform("backtest --paths 100") == .done)
    let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("no payment processor's file was imported"), "\(words)")
  }

  @Test("a shop that is paid through an account is tested from its first day, and no month is passed over")
  func backtestAbroad() throws {
    let desk = try shop()
    #expect(desk.perform("set payout_accounts.bank.days = 1; set stores.shop.payout_account = bank") == .done)
    #expect(desk.perform("backtest --paths 100 --json") == .done, "\(desk.complaint)")
    #expect(desk.data.contains("\"begins\":\"first_day_paid_abroad\""), "\(desk.data)")
    #expect(desk.data.contains("\"months\":6"), "\(desk.data)")
  }

  @Test("months are laid over a run that was made before them, and one that has seen them is refused")
  func track() throws {
    let desk = try shop()
    #expect(desk.perform("run 100 as before; track of before") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("Since 2027-03") && desk.shown.contains("Orders"), "\(desk.shown)")
    #expect(desk.perform("track of nothing") == .failed(exitCode: 1))
    desk.session.surroundings.clock = { 1_830_000_000 }
    #expect(desk.perform("track of before") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("it cannot predict them"), "\(desk.complaint)")
  }
}
