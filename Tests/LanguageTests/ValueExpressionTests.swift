import Testing

@testable import Language

@Suite("Value expression")
struct ValueExpressionTests {
  @Test("a quantity alone")
  func quantity() throws {
    guard case .quantity(let quantity) = try ValueExpression(parsing: "2,000 USD per 30 days") else {
      Issue.record("not a quantity")
      return
    }
    #expect(quantity.unplaced == Quantity(2000, currency: "USD", per: .init(30, .day)))
  }

  @Test(
    "ranges",
    arguments: [
      ("3 to 30 days", Quantity(3, unit: .day), Quantity(30, unit: .day)), ("3..30", Quantity(3), Quantity(30)),
      ("-5 TO 1,000", Quantity(-5), Quantity(1000)),
      ("5% .. 8%", Quantity(5, isPercent: true), Quantity(8, isPercent: true)),
      ("１　ｔｏ　２", Quantity(1), Quantity(2)), ("0.5..1.5", Quantity(0.5), Quantity(1.5)),
      (
        "3 USD/day to 4 USD/day", Quantity(3, currency: "USD", per: .init(1, .day)),
        Quantity(4, currency: "USD", per: .init(1, .day))
      ),
    ])
  func ranges(_ text: String, _ low: Quantity, _ high: Quantity) throws {
    let value = try ValueExpression(parsing: Fragment(text))
    guard case .range(let first, let second) = value else {
      Issue.record("\(text) is no range")
      return
    }
    #expect(first.unplaced == low && second.unplaced == high)
    #expect(value.span == Fragment(text).span)
  }

  @Test("calls, in which commas separate arguments")
  func calls() throws {
    let fragment = Fragment("pert2(3,100, 5k USD, 8 %)", start: 9)
    guard case .call(let call) = try ValueExpression(parsing: fragment) else {
      Issue.record("no call")
      return
    }
    #expect(call.name == Word("pert2", at: SourceSpan(9, 14)))
    let expected = [Quantity(3), Quantity(100), Quantity(5000, currency: "USD"), Quantity(8, isPercent: true)]
    #expect(call.arguments.map(\.unplaced) == expected)
    #expect(call.arguments.map { fragment.slice($0.span).text } == ["3", "100", "5k USD", "8 %"])
    #expect(call.span == fragment.span)
  }

  @Test("lines may break inside brackets, with comments")
  func brokenLines() throws {
    guard case .call(let call) = try ValueExpression(parsing: "lognormal(24, # hours\n 0.5)") else {
      Issue.record("no call")
      return
    }
    #expect(call.arguments.map(\.value) == [24, 0.5])
  }

  @Test(
    "faults stand where they are",
    arguments: [
      ("3 to", "expected the upper bound", ""), ("3 to x", "expected a number, found x", "x"),
      ("to 3", "expected a number, found to", "to"), ("3 to 4 to 5", "unexpected to", "to"),
      ("f(1, 2", "this bracket needs a closing )", "("), ("f(", "this bracket needs a closing )", "("),
      ("f()", "expected a number, found )", ")"), ("f(,3)", "expected a number, found ,", ","),
      ("f(3,)", "expected a number, found )", ")"), ("f(1 2)", "expected a comma or ), found 2", "2"),
      ("f(g(1))", "expected a number, found g", "g"), ("f(1) 2", "unexpected 2", "2"),
      ("pets", "expected a number, found pets", "pets"), ("5 likely 3", "unexpected likely", "likely"),
      ("", "expected a number", ""), ("(1, 2)", "expected a number, found (", "("),
    ])
  func faults(_ text: String, _ message: String, _ under: String) {
    #expect(complaint(text, ValueExpression.init(parsing:)) == Complaint(message, under: under))
  }

  @Test("the rest is given back")
  func prefix() throws {
    #expect(try ValueExpression.readPrefix(of: "10..80 step 10").rest.text == "step 10")
    #expect(try ValueExpression.readPrefix(of: "f(1) to 5").rest.text == "to 5")
    #expect(try ValueExpression.readPrefix(of: "7 tons").rest.text == "tons")
  }
}
