import Testing

@testable import Language

@Suite("Faults of the range language")
struct RangeFaultTests {
  /// The text, what is wrong with it, what the carets stand under, the advice.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let message: String
    let under: String
    let help: String

    init(_ text: String, _ message: String, under: String, help: String) {
      self.text = text
      self.message = message
      self.under = under
      self.help = help
    }

    var testDescription: String { text }
  }

  private static func check(_ fault: Case) {
    #expect(complaint(fault.text, ValueExpression.init(parsing:)) == Complaint(fault.message, under: fault.under))
    let thrown = #expect(throws: Fault.self) { try ValueExpression(parsing: Fragment(fault.text)) }
    #expect(thrown?.help == fault.help)
  }

  private static let numbers = "numbers look like 40 or 10,000 or 0.5 or 20k or 1e6"

  private static let ranges = [
    Case("10 to", "expected the upper bound", under: "", help: "for example: 10 to 30"),
    Case("10 to x", "expected a number, found x", under: "x", help: numbers),
    Case("1 to 0", "the upper bound is below the lower one", under: "1 to 0", help: "write: 0 to 1"),
    Case("5 to 2 USD", "the upper bound is below the lower one", under: "5 to 2 USD", help: "write: 2 USD to 5"),
    Case("１　to　０", "the upper bound is below the lower one", under: "１　to　０", help: "write: ０ to １"),
    Case("1 to 2 to 3", "unexpected to", under: "to", help: "write one range, such as 10 to 30"),
    Case("10-30", "unexpected -30", under: "-30", help: "write a range as 10 to 30"),
    Case("10～30", "unexpected ～30", under: "～30", help: "write a range as 10 to 30"),
    Case("18 likely 20", "unexpected likely", under: "likely", help: "for example: 10 to 30 likely 18"),
    Case("10 to 30 likely", "expected the likely value", under: "", help: "for example: 10 to 30 likely 18"),
    Case(
      "1 to 3 likely 4", "the likely value lies outside the range", under: "4", help: "for example: 10 to 30 likely 18"),
    Case(
      "2 to 3 likely 1 %", "the likely value lies outside the range", under: "1 %",
      help: "for example: 10 to 30 likely 18"),
    Case("3 to 1 likely 2", "the upper bound is below the lower one", under: "3 to 1", help: "write: 1 to 3"),
    Case(
      "3 days to 2 weeks likely 5", "this number has no unit, and the other numbers do not all have the same unit",
      under: "5",
      help: "write the unit after every number"),
    Case(
      "3 USD/day to 40 USD/week likely 5 USD",
      "this number has no unit, and the other numbers do not all have the same unit",
      under: "5 USD",
      help: "write the unit after every number"),
  ]

  @Test("ranges", arguments: ranges)
  func range(_ fault: Case) { Self.check(fault) }

  private static let percentileHelp = "for example: p10 20 p90 60"
  private static let percentiles = [
    Case(
      "p10 60 p90 20", "a higher percentile cannot have a smaller value", under: "20", help: percentileHelp
    ),
    Case(
      "p10 6 p90 2 USD", "a higher percentile cannot have a smaller value", under: "2 USD",
      help: percentileHelp),
    Case("p90 60 p10 20", "percentiles must be in rising order", under: "p10", help: percentileHelp),
    Case("p10 20 p10 30", "percentiles must be in rising order", under: "p10", help: percentileHelp),
    Case("p10 20", "expected a second percentile", under: "", help: percentileHelp),
    Case("p10 20, p90 60", "expected a second percentile, found ,", under: ",", help: percentileHelp),
    Case("p10", "expected the value of p10", under: "", help: percentileHelp),
    Case("p10 20 p90", "expected the value of p90", under: "", help: percentileHelp),
    Case("p10 p90 60", "expected a number, found p90", under: "p90", help: numbers),
    Case("p0 20 p90 60", "a percentile must be above p0 and below p100", under: "p0", help: percentileHelp),
    Case("p10 20 p100 60", "a percentile must be above p0 and below p100", under: "p100", help: percentileHelp),
    Case("p10 20 p1k 60", "a percentile must be above p0 and below p100", under: "p1k", help: percentileHelp),
  ]

  @Test("percentiles", arguments: percentiles)
  func percentile(_ fault: Case) { Self.check(fault) }

  private static let callHelp = "separate the numbers with commas: lognormal(24, 0.5)"
  private static let calls = [
    Case("uniform(3 to 10)", "expected a comma or ), found to", under: "to", help: callHelp),
    Case("uniform(3, 10", "this bracket needs a closing )", under: "(", help: callHelp),
    Case("uniform()", "expected a number, found )", under: ")", help: callHelp),
    Case(
      "normal(5, 1) USD", "unexpected USD", under: "USD",
      help: "put units inside the brackets: normal(40 USD, 5 USD)"),
    Case("uniform 3 10", "expected a number, found uniform", under: "uniform", help: numbers),
  ]

  @Test("calls", arguments: calls)
  func call(_ fault: Case) { Self.check(fault) }

  private static let mixtureHelp = "for example: 80%: 0 | 20%: 1000 to 4000"
  private static let mixtures = [
    Case("80%: 0 | 30%: 5", "the percentages add up to 110%, which is 10% too much", under: "30%", help: mixtureHelp),
    Case(
      "60%: 0 | 60%: 5 | 5%: 1", "the percentages add up to 125%, which is 25% too much", under: "60%",
      help: mixtureHelp),
    Case("80%: 0 | 10%: 5", "the percentages add up to 90%; 10% is missing", under: "", help: mixtureHelp),
    Case(
      "33.3%: 0 | 33.3%: 5 | 33.3%: 9", "the percentages add up to 99.9%; 0.1% is missing", under: "", help: mixtureHelp
    ),
    Case("0.8: 0 | 0.2: 5", "a weight must be a percentage", under: "0.8", help: mixtureHelp),
    Case("80%: 0 | 2 % per month: 5", "a weight must be a percentage", under: "2 % per month", help: mixtureHelp),
    Case("-20%: 0 | 120%: 5", "a weight must lie between 0% and 100%", under: "-20%", help: mixtureHelp),
    Case("120%: 0", "a weight must lie between 0% and 100%", under: "120%", help: mixtureHelp),
    Case("80%: 0 |", "expected a weight", under: "", help: mixtureHelp),
    Case("80%: 0 | f(1)", "expected a weight, found f", under: "f", help: mixtureHelp),
    Case("80%: 0 | 5 USD", "expected a percentage before this value", under: "5 USD", help: mixtureHelp),
    Case("80%: | 20%: 5", "expected a number, found |", under: "|", help: numbers),
    Case("80%:", "expected a number", under: "", help: mixtureHelp),
    Case("0 | 5", "unexpected |", under: "|", help: mixtureHelp),
    Case("80%: 0 | 20%: 5 to 1", "the upper bound is below the lower one", under: "5 to 1", help: "write: 1 to 5"),
  ]

  @Test("mixtures", arguments: mixtures)
  func mixture(_ fault: Case) { Self.check(fault) }

  private static let chanceHelp = "for example: 25% chance 3000"
  private static let chances = [
    Case("25 chance 3000", "a chance must be a percentage", under: "25", help: chanceHelp),
    Case("125% chance 3000", "a chance must lie between 0% and 100%", under: "125%", help: chanceHelp),
    Case("2 % per month chance 5", "a chance must be a percentage", under: "2 % per month", help: chanceHelp),
    Case("25% chance", "expected a number", under: "", help: chanceHelp),
    Case("1 to 2 chance 5", "unexpected chance", under: "chance", help: chanceHelp),
  ]

  @Test("chances", arguments: chances)
  func chance(_ fault: Case) { Self.check(fault) }

  @Test(
    "mixtures and chances hold none of their kind",
    arguments: [
      "80%: 0 | 20%: 50%: 5", "80%: 0 | 20%: 50% chance 5", "20% chance 50% chance 5", "20% chance 50%: 5 | 50%: 6",
    ])
  func nesting(_ text: String) {
    let expected = Complaint("percentages cannot be nested", under: "50%")
    #expect(complaint(text, ValueExpression.init(parsing:)) == expected)
  }

  private static let sampleHelp = "for example: from sales.csv column cpc"
  private static let samples = [
    Case("from", "expected a file", under: "", help: sampleHelp),
    Case("from \"\" column x", "expected a file, found \"\"", under: "\"\"", help: sampleHelp),
    Case("from a.csv", "expected column NAME", under: "", help: sampleHelp),
    Case("from a b.csv column x", "expected column NAME, found b.csv", under: "b.csv", help: sampleHelp),
    Case("from a.csv column", "expected the name of a column", under: "", help: sampleHelp),
    Case("from a.csv column | 5", "expected the name of a column, found |", under: "|", help: sampleHelp),
    Case("from 'a.csv column x", "this quote is not closed", under: "'", help: sampleHelp),
    Case("from a.csv column \"x y", "this quote is not closed", under: "\"", help: sampleHelp),
    Case(
      "from a.csv column cost per click", "unexpected per", under: "per",
      help: "a name that contains spaces needs quotes: column \"cost per click\""),
  ]

  @Test("samples", arguments: samples)
  func sample(_ fault: Case) { Self.check(fault) }
}
