import Testing

@testable import Reports

@Suite struct NumberFormatTests {
  private let format = NumberFormat()

  @Test(
    "money, shares, counts and plain numbers",
    arguments: [
      (0, NumberStyle.money, "0"), (12_345, .money, "12,345"), (-812, .money, "−812"), (999.5, .money, "1,000"),
      (1234.5, .cents, "1,234.50"), (-0.004, .cents, "0.00"), (-0.4, .money, "0"), (1_000_000, .money, "1,000,000"),
      (999_999_999_999_999, .money, "999,999,999,999,999"), (1e15, .money, "1.00e15"), (-1e308, .money, "−1.00e308"),
      (0.234, .share, "23.4 %"), (1, .share, "100.0 %"), (0.00049, .share, "0.0 %"), (-0.122, .share, "−12.2 %"),
      (0.127, .points, "12.7 pts"), (0.127, NumberStyle.share.difference, "+12.7 pts"),
      (530, NumberStyle.money.difference, "+530"), (-1860, NumberStyle.money.difference, "−1,860"),
      (0, NumberStyle.money.difference, "0"), (0.3, NumberStyle.money.difference, "0"),
      (10_000, .count, "10,000"), (2.5, .number, "2.5"), (3, .number, "3"), (0.1, .number, "0.1"),
      (0.1234567, .number, "0.123457"), (120, .number, "120"), (2, .decimals(3), "2.000"), (2.5, .decimals(-1), "2"),
    ])
  func styles(value: Double, style: NumberStyle, text: String) {
    #expect(format.text(value, style) == text)
  }

  @Test(
    "compact numbers choose their unit after rounding",
    arguments: [
      (0, "0"), (5, "5"), (950, "950"), (999.4, "999"), (999.5, "1.00k"), (999.6, "1.00k"), (12_345, "12.3k"),
      (12_350, "12.4k"), (999_499, "999k"), (999_600, "1.00M"), (1_250_000, "1.25M"), (-4_910, "−4.91k"),
      (999_999_999, "1.00B"), (2.5e12, "2.50T"), (999.6e12, "1.00e15"), (0.62, "0.62"), (12.5, "12.5"),
      (0.000123, "0.000123"), (1e-9, "1.00e-9"), (9.999e-9, "1.00e-8"), (.leastNonzeroMagnitude, "5.00e-324"),
      (1.7976931348623157e308, "1.80e308"),
    ])
  func compact(value: Double, text: String) {
    #expect(format.compact(value) == text)
  }

  @Test(
    "ties are judged by the exact value of the double",
    arguments: [
      (0.005, 2, "0.01"), (1.005, 2, "1.00"), (2.675, 2, "2.67"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
      (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.045, 2, "0.04"), (1e-7, 6, "0.000000"), (5e-7, 6, "0.000000"),
      (6e-7, 6, "0.000001"), (123_456_789.987_654_3, 6, "123,456,789.987654"),
    ])
  func ties(value: Double, decimals: Int, text: String) {
    #expect(format.text(value, .decimals(decimals)) == text)
  }

  @Test("what is no number says so", arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func notFinite(value: Double) {
    for style in [NumberStyle.money, .cents, .share, .points, .count, .number, .compact, .decimals(2)] {
      #expect(format.text(value, style) == "n/a")
      #expect(format.text(value, style.difference) == "n/a")
    }
  }

  @Test("ASCII has the hyphen for a minus")
  func asciiMinus() {
    #expect(NumberFormat(glyphs: .ascii).money(-812) == "-812")
    #expect(NumberFormat(glyphs: .ascii).count(-1_000) == "-1,000")
    #expect(format.count(.min) == "−9,223,372,036,854,775,808")
  }

  @Test("ticks carry no zeros that say nothing")
  func ticks() {
    #expect([0, 500_000, 1_500_000, 2_000_000].map { format.tick($0, .money) } == ["0", "500k", "1.5M", "2M"])
    #expect([-2500, 10_000, 0.25].map { format.tick($0, .money) } == ["−2.5k", "10k", "0.25"])
    #expect([0.0, 0.05, 0.07, 0.125].map { format.tick($0, .share) } == ["0 %", "5 %", "7 %", "12.5 %"])
  }

  @Test("rounding to whole numbers agrees with the processor's, far and wide")
  func wholeNumbers() {
    var value = 1e-3
    while value < 9e17 {
      #expect(Rounding.scaled(value, power: 0) == UInt128(value.rounded(.toNearestOrEven)))
      value *= 1.37
    }
  }
}
