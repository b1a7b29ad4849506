import Language
import Statistics
import Testing

@testable import Scenarios

/// Values as sellers in China type them, and what a Chinese input method makes of a file.
@Suite("Chinese as it is typed") struct TypedChineseTests {
  @Test(
    "amounts, ranges and periods",
    arguments: [
      ("1.5万", "15000 CNY"), ("1.5万元", "15000 CNY"), ("2千块", "2000 CNY"), ("3 百万 RMB", "3000000 CNY"),
      ("1亿", "100000000 CNY"), ("1 万到 2 万元", "1 万到 2 万元"), ("￥１５，０００", "15000 CNY"),
    ])
  func money(typed: String, written: String) throws {
    let kind = Kind.money(per: nil)
    let value = try kind.read(Fragment(typed), in: 0...1e9, currency: "CNY")
    #expect(kind.write(value, currency: "CNY") == written)
  }

  @Test("what stands between and behind numbers")
  func words() throws {
    let perDay = try Kind.moneyPerDay.read(Fragment("300元/天"), in: nil, currency: "CNY")
    #expect(perDay == .number(300))
    #expect(try Kind.moneyPerDay.read(Fragment("300 元每天"), in: nil, currency: "CNY") == perDay)
    guard case .amount(let plan) = try Kind.amount.read(Fragment("39 美元每月"), in: nil, currency: "USD") else {
      return #expect(Bool(false))
    }
    #expect(plan == PeriodAmount(39, .month))
    let share = try Kind.share.read(Fragment("1.5 % 到 3 %"), in: 0...1, currency: "CNY")
    guard case .uncertain(.spread(let spread)) = share else { return #expect(Bool(false)) }
    #expect(abs(spread.law.quantile(0.05) - 0.015) < 1e-12 && abs(spread.law.quantile(0.95) - 0.03) < 1e-12)
    #expect(
      try Kind.lag.read(Fragment("3天到30天"), in: 0...90, currency: "CNY")
        == Kind.lag.read(Fragment("3 to 30 days"), in: 0...90, currency: "CNY"))
    #expect(try Kind.flag.read(Fragment("是"), in: nil, currency: "CNY") == .flag(true))
    #expect(try Kind.flag.read(Fragment("否"), in: nil, currency: "CNY") == .flag(false))
  }

  @Test(
    "a full-width colon or comma is found, with what to write",
    arguments: [
      ("name：shop\ncurrency: CNY\n", "write \"name:\" with an ordinary colon, and put a space after it"),
      ("name: shop\ncash: {budget：1000}\n", "write \"budget:\" with an ordinary colon, and put a space after it"),
      ("name: shop\ncash：\n  budget: 1000\n", "write \"cash:\" with an ordinary colon, and put a space after it"),
      ("name: shop\ncash: {budget: 1000，credit_line: 5}\n", "write an ordinary comma"),
      ("name：shop", "write \"name:\" with an ordinary colon, and put a space after it"),
    ])
  func marks(text: String, help: String) {
    do {
      _ = try ScenarioFile(reading: Source(name: "shop.yaml", text: text))
      Issue.record("it was read")
    } catch {
      #expect(error.findings.contains { $0.help == help }, "\(error.findings.map { ($0.message, $0.help ?? "") })")
    }
  }

  @Test("a number that a comma cuts in two inside braces is found, with what to write")
  func splitNumber() {
    do {
      _ = try ScenarioFile(reading: Source(name: "shop.yaml", text: "name: shop\ncash: {budget: 5,000 USD}\n"))
      Issue.record("it was read")
    } catch {
      #expect(
        error.findings.last?.help == "inside { } a comma ends the value: write numbers without it, such as 5000",
        "\(error.findings)")
    }
  }

  @Test("full-width marks inside texts and comments are left alone")
  func texts() throws {
    let text = """
      name: "宠物：喂食器（白，黑）"
      # 说明：这里，那里
      start: 2027-01-01
      currency: CNY
      months: 3
      cash: {budget: 1万}
      products: {灯: {price: 99元, offers: {义乌: {unit_cost: 30元}}}}
      stores: {店铺: {conversion: 2 %}}
      suppliers: {义乌: {}}
      """
    let scenario = try ScenarioFile(reading: Source(name: "shop.yaml", text: text)).scenario
    #expect(scenario.name == "宠物：喂食器（白，黑）" && scenario.products["灯"]?.price == 99)
  }
}
