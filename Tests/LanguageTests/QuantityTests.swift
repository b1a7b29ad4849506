import Testing

@testable import Language

@Suite("Quantity")
struct QuantityTests {
  @Test(
    "numbers",
    arguments: [
      ("0", 0), ("40", 40), ("10,000", 10_000), ("1,234,567.5", 1_234_567.5), ("1_000", 1000), (".5", 0.5),
      ("-3", -3), ("+3", 3), ("1e3", 1000), ("1.5E-3", 0.0015), ("20k", 20_000), ("1.1k", 1100), ("1.2M", 1_200_000),
      ("0.57K", 570), ("-0", 0), ("1e-300", 1e-300), ("−7", -7), ("0.1", 0.1), ("1e2k", 100_000),
    ])
  func numbers(_ text: String, _ value: Double) throws {
    let quantity = try Quantity(parsing: Fragment(text))
    #expect(quantity.unplaced == Quantity(value))
    #expect(quantity.value.sign == .minus ? value < 0 : value >= 0)
  }

  @Test(
    "percentages, currencies, units and rates",
    arguments: [
      ("45%", Quantity(45, isPercent: true)),
      ("2 % per month", Quantity(2, isPercent: true, per: .init(1, .month))),
      ("40 USD/day", Quantity(40, currency: "USD", per: .init(1, .day))),
      ("2,000 USD per 30 days", Quantity(2000, currency: "USD", per: .init(30, .day))),
      ("0.8 USD per click", Quantity(0.8, currency: "USD", per: .init(1, .other("click")))),
      ("0.2 USD per unit-month", Quantity(0.2, currency: "USD", per: .init(1, .other("unit-month")))),
      ("3 days", Quantity(3, unit: .day)), ("30d", Quantity(30, unit: .day)), ("1 week", Quantity(1, unit: .week)),
      ("2 months", Quantity(2, unit: .month)), ("1 year", Quantity(1, unit: .year)),
      ("5 hours/week", Quantity(5, unit: .hour, per: .init(1, .week))),
      ("12 minutes per order", Quantity(12, unit: .minute, per: .init(1, .other("order")))),
      ("3天", Quantity(3, unit: .day)), ("2 个月", Quantity(2, unit: .month)), ("1 年", Quantity(1, unit: .year)),
      ("40元/天", Quantity(40, currency: "CNY", per: .init(1, .day))),
      ("$40", Quantity(40, currency: "USD")), ("-$40", Quantity(-40, currency: "USD")),
      ("$-40", Quantity(-40, currency: "USD")), ("$40 USD", Quantity(40, currency: "USD")),
      ("￥9.9", Quantity(9.9, currency: "CNY")), ("¥9.9", Quantity(9.9, currency: "CNY")),
      ("EUR 5", Quantity(5, currency: "EUR")), ("5€", Quantity(5, currency: "EUR")),
      ("£5k", Quantity(5000, currency: "GBP")),
      ("3 per 1,000 clicks", Quantity(3, per: .init(1000, .other("click")))),
      ("7/h", Quantity(7, per: .init(1, .hour))),
    ])
  func parts(_ text: String, _ expected: Quantity) throws {
    #expect(try Quantity(parsing: Fragment(text)).unplaced == expected)
  }

  @Test("a percentage keeps its number and offers its fraction")
  func fraction() throws {
    #expect(try Quantity(parsing: "45%").value == 45)
    #expect(try Quantity(parsing: "45%").fraction == 0.45)
    #expect(try Quantity(parsing: "45").fraction == 45)
    #expect(try Quantity(parsing: "45").isPlainNumber)
    #expect(try !Quantity(parsing: "45 d").isPlainNumber)
  }

  @Test(
    "what is no quantity is refused, with the caret under it",
    arguments: [
      ("", "expected a number", ""), ("nan", "expected a number, found nan", "nan"),
      ("NAN", "expected a number, found NAN", "NAN"), ("inf", "expected a number, found inf", "inf"),
      ("-Infinity", "expected a number, found Infinity", "Infinity"), ("0x10", "unexpected x10", "x10"),
      ("1e999", "this number is too large", "1e999"),
      ("1e99999999999999999999", "this number's exponent is out of range", "1e99999999999999999999"),
      ("1e308k", "this number is too large", "1e308k"), ("1e-999", "this number is too close to zero", "1e-999"),
      ("10,00", "unexpected ,", ","), ("0,500", "unexpected ,", ","), ("1,5", "unexpected ,", ","),
      ("1__0", "unexpected __0", "__0"), ("1_0", "unexpected _0", "_0"), ("10_00", "unexpected _00", "_00"),
      ("1_0000", "unexpected _0000", "_0000"), ("1_000,000", "unexpected ,", ","),
      ("0.1_000", "unexpected _000", "_000"), ("017", "this number begins with a zero", "017"),
      ("00", "this number begins with a zero", "00"), ("-007.50", "this number begins with a zero", "007.50"),
      ("5.", "unexpected .", "."), ("1.2.3", "unexpected .3", ".3"),
      ("40 usd", "unexpected usd", "usd"), ("3 eggs", "unexpected eggs", "eggs"), ("5m", "unexpected m", "m"),
      ("$40 EUR", "two currencies: USD and EUR", "EUR"), ("5% USD", "unexpected USD", "USD"),
      ("$5%", "a percentage has no currency, but this has USD", "$5%"), ("--5", "expected a number, found -5", "-5"),
      ("5 per", "expected a unit, such as day or month", ""), ("5 / 3", "expected a unit, such as day or month", ""),
      ("5 per 0 days", "expected a number above zero", "0"), ("(5)", "expected a number, found (", "("),
      ("\"5\"", "expected a number, found \"5\"", "\"5\""), ("５％％", "unexpected ％", "％"),
    ])
  func refused(_ text: String, _ message: String, _ under: String) {
    #expect(complaint(text, Quantity.init(parsing:)) == Complaint(message, under: under))
  }

  @Test(
    "common slips get advice",
    arguments: [
      ("1,5", "write thousands as 10,000 and decimals with a point: 1.5"),
      ("5m", "M means million; for months, write \"month\" in full"),
      ("0xff", "hexadecimal numbers, such as 0x1F, cannot be read"), ("40 usd", "write currencies in capitals: USD"),
      ("nan", "numbers look like 40 or 10,000 or 0.5 or 20k or 1e6"),
    ])
  func advice(_ text: String, _ help: String) {
    let fault = #expect(throws: Fault.self) { try Quantity(parsing: Fragment(text)) }
    #expect(fault?.help == help)
  }

  @Test("the rest is given back, and a caller's keyword is no unit")
  func prefix() throws {
    let (quantity, rest) = try Quantity.readPrefix(of: " 70  for 3 days")
    #expect(quantity.unplaced == Quantity(70))
    #expect(quantity.span == SourceSpan(1, 3))
    #expect(rest == Fragment("for 3 days", start: 5))
    #expect(try Quantity.readPrefix(of: "5% on base").rest.text == "on base")
    #expect(try Quantity.readPrefix(of: "0.8 min 10").quantity.unplaced == Quantity(0.8))
  }

  @Test("every printed double is read back exactly")
  func roundTrip() throws {
    var random = SplitMix(seed: 6)
    for _ in 0..<2000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(try Quantity(parsing: Fragment("\(value)")).value == value)
    }
  }

  @Test("units are read in singular and plural, other words lose one plural s")
  func units() {
    #expect(UnitWord("Clicks") == .other("click"))
    #expect(UnitWord("business") == .other("business"))
    #expect(UnitWord("s") == .other("s"))
    #expect(UnitWord("DAYS") == .day)
    #expect(UnitWord("单").description == "单")
    #expect(
      [UnitWord.minute, .hour, .day, .week, .month, .year].map { UnitWord($0.description) }
        == [.minute, .hour, .day, .week, .month, .year])
  }
}
