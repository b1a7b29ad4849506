import Language
import Statistics
import Testing

@testable import Scenarios

/// Reads one value as a field of that kind would; the message when it cannot.
private func value(_ text: String, _ kind: Kind, _ range: ClosedRange<Double>? = nil) -> Result<FieldValue, Fault> {
  do {
    return .success(try kind.read(Fragment(text), in: range, currency: "USD"))
  } catch {
    return .failure(error)
  }
}

private func number(_ text: String, _ kind: Kind) -> Double? {
  if case .success(.number(let number)) = value(text, kind) { number } else { nil }
}

private func lag(_ text: String) -> Lag? {
  if case .success(.lag(let lag)) = value(text, .lag, 0...365) { lag } else { nil }
}

private func amount(_ text: String) -> PeriodAmount? {
  if case .success(.amount(let amount)) = value(text, .amount) { amount } else { nil }
}

extension Result<FieldValue, Fault> {
  fileprivate var fault: String? {
    guard case .failure(let fault) = self else { return nil }
    return fault.message + (fault.help.map { " | \($0)" } ?? "")
  }
}

@Suite("Values")
struct ValueTests {
  @Test("money may name its currency and what it is for")
  func money() {
    #expect(number("0.80", .money(per: .click)) == 0.8)
    #expect(number("$0.80", .money(per: .click)) == 0.8)
    #expect(number("0.80 USD per click", .money(per: .click)) == 0.8)
    #expect(number("0.80 USD/click", .money(per: .click)) == 0.8)
    #expect(number("8 USD per 1000 views", .money(per: .thousandViews)) == 8)
    #expect(number("30 USD per month", .money(per: .month)) == 30)
    #expect(number("0.80 USD per order", .money(per: .click)) == nil)
    #expect(number("8 USD per day", .money(per: nil)) == nil)
  }

  @Test("what money is for may be written as it is shown in Chinese")
  func moneyInChinese() {
    #expect(number("0.80 USD/点击", .money(per: .click)) == 0.8)
    #expect(number("12 USD 每公斤", .money(per: .kilogram)) == 12)
    #expect(number("0.2 USD/件·月", .money(per: .unitMonth)) == 0.2)
    #expect(number("0.5 USD/立方米·天", .money(per: .cubicMetreDay)) == 0.5)
    #expect(number("5 USD/单", .money(per: .order)) == 5 && number("5 USD/单", .money(per: .click)) == nil)
  }

  @Test("a weight or a length is always written with its unit")
  func measures() {
    for (text, grams) in [
      ("350 g", 350), ("350g", 350), ("0.35 kg", 350), ("1 lb", 453.59237), ("2 lbs", 907.18474), ("16 oz", 453.59237),
      ("350 克", 350), ("0.35公斤", 350), ("0.5 千克", 500), ("1 斤", 500),
    ] as [(String, Double)] {
      #expect(number(text, .measure(.weight)) == grams, "\(text)")
    }
    for (text, centimetres) in [("30 cm", 30), ("300 mm", 30), ("10 inches", 25.4), ("1 inch", 2.54), ("30厘米", 30)]
      as [(String, Double)]
    {
      #expect(number(text, .measure(.length)) == centimetres, "\(text)")
    }
    for wrong in ["350", "0.35", "350 cm", "350 USD", "35 %", "3 days", "350 g per day"] {
      #expect(number(wrong, .measure(.weight)) == nil, "\(wrong)")
    }
    #expect(value("350", .measure(.weight)).fault == "the unit is missing | for example: 350 g, 0.35 kg, or 12 oz")
    #expect(value("30 g", .measure(.length)).fault == "wrong unit: g | for example: 30 cm, 300 mm, or 12 inches")
    #expect(Kind.measure(.weight).write(.number(350), currency: "USD") == "350 g")
  }

  @Test("a range of weights takes its unit from one end, in Chinese too")
  func rangesOfMeasures() {
    for text in ["300 to 500 g", "0.3 to 0.5 kg", "300克到500克", "300 g 到 500 g"] {
      guard case .success(.uncertain(.spread(let spread))) = value(text, .measure(.weight), 1...1e6) else {
        Issue.record("\(text)")
        continue
      }
      #expect(abs(spread.law.quantile(0.05) - 300) < 1e-9 && abs(spread.law.quantile(0.95) - 500) < 1e-9, "\(text)")
    }
  }

  @Test("money a day may be given for more days")
  func moneyPerDay() {
    #expect(number("40", .moneyPerDay) == 40)
    #expect(number("2000 USD per 30 days", .moneyPerDay) == 2000.0 / 30)
    #expect(number("70 USD per week", .moneyPerDay) == 10)
    #expect(number("70 USD per month", .moneyPerDay) == nil)
  }

  @Test("a cost says how often it is paid")
  func amounts() {
    #expect(amount("39 USD per month") == PeriodAmount(39, .month))
    #expect(amount("39/month") == PeriodAmount(39, .month))
    #expect(amount("5 USD per day") == PeriodAmount(5, .day))
    #expect(amount("300 USD per 30 days") == PeriodAmount(300, .days(30)))
    #expect(amount("14 USD per week") == PeriodAmount(14, .days(7)))
    #expect(amount("14 USD per year") == PeriodAmount(14, .year))
    #expect(amount("150 USD once") == PeriodAmount(150, .once))
    #expect(amount("150 Once") == PeriodAmount(150, .once))
    for wrong in [
      "39 USD", "39 USD twice", "39 USD per month once", "39 days", "39 %", "39 USD per click", "39 USD per 2 months",
    ] {
      #expect(amount(wrong) == nil, "\(wrong)")
    }
  }

  @Test("a count may be written with its noun, in part or in full")
  func counts() {
    let orders = Kind.count(of: "orders per day")
    for text in ["12", "12 orders", "12 order", "12 orders per day", "12 orders  per  day", "12/day", "12 per day"] {
      #expect(number(text, orders) == 12, "\(text)")
    }
    for text in [
      "12 visits per day", "12 orders per week", "12 per week", "12 days", "12 USD", "12 %", "12.5",
      "12 orders per day x",
    ] {
      #expect(number(text, orders) == nil, "\(text)")
    }
    #expect(number("12 months", .count(of: "months")) == 12)
    #expect(number("1 month", .count(of: "months")) == 1)
    #expect(number("7.5 visits per day", .count(of: "visits per day")) == 7.5)
  }

  @Test("shares and rates")
  func shares() {
    #expect(number("12 %", .share) == 0.12)
    #expect(number("0.12", .share) == 0.12)
    #expect(number("12", .share) == nil)
    #expect(number("2 % per month", .rate(per: .month)) == 0.02)
    #expect(number("0.02", .rate(per: .month)) == 0.02)
    #expect(number("2 % per year", .rate(per: .month)) == nil)
  }

  @Test("shares are written as short as they were typed")
  func percentages() {
    for tenths in 0...1000 {
      let percent = Double(tenths) / 10
      #expect(Kind.share.write(.number(percent / 100), currency: "USD") == "\(percent.plain) %")
      let text = Kind.share.write(.number(Double(tenths) / 1000), currency: "USD")
      #expect(text.utf8.count <= "99.9 %".utf8.count, "\(text)")
    }
    #expect(Kind.share.write(.number(0.07), currency: "USD") == "7 %")
  }

  @Test("lags are days, a range of days, or a distribution of them")
  func lags() throws {
    #expect(lag("3 days") == .fixed(3))
    #expect(lag("2 weeks") == .fixed(14))
    #expect(lag("lognormal(24, 0.5)") == .lognormal(median: 24, sigma: 0.5))
    #expect(lag("lognormal(24 days, 0)") == .fixed(24))
    #expect(lag("uniform(3, 10)") == .uniform(3, 10))
    #expect(lag("uniform(3, 3)") == .fixed(3))
    // 5th and 95th percentile: ln(40/10) / (2 · 1.6448536) = 0.42140.
    guard case .lognormal(let median, let sigma) = try #require(lag("10 to 40 days")) else {
      Issue.record("a range is a lognormal")
      return
    }
    #expect(median == 20)
    #expect(abs(sigma - 0.42140) < 1e-5)
    for wrong in [
      "-1", "366", "40 to 10", "0 to 10", "0.001 to 365", "uniform(10, 3)", "lognormal(0, 1)", "lognormal(1)", "3 USD",
      "3 %",
    ] {
      #expect(lag(wrong) == nil, "\(wrong)")
    }
  }

  @Test("a season may be typed as a list")
  func season() {
    let twelve = [Double](repeating: 1, count: 11) + [1.5]
    #expect((try? value("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5]", .season, 0...100).get()) == .list(twelve))
    for wrong in ["1", "[]", "[1, 1]", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]", "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1]"]
    {
      #expect((try? value(wrong, .season, 0...100).get()) == nil, "\(wrong)")
    }
  }

  @Test("words")
  func words() {
    #expect((try? value("Off", .flag).get()) == .flag(false))
    #expect((try? value("perhaps", .flag).get()) == nil)
    #expect((try? value("Delivery", .choice(["order", "delivery"])).get()) == .text("delivery"))
    #expect((try? value("EUR", .currency).get()) == .text("EUR"))
    #expect((try? value("EURO", .currency).get()) == nil)
    #expect((try? value("2191-01-01", .date).get()) == nil)
  }
}
