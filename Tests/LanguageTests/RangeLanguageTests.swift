import Testing

@testable import Language

/// A value as plain text, spans left out: `range[3 day, 30 day]`. Tests compare what was read by it.
private func outline(_ value: ValueExpression) -> String {
  func text(_ quantity: Quantity) -> String {
    var words = ["\(quantity.value)\(quantity.isPercent ? "%" : "")"]
    if let currency = quantity.currency { words.append(currency) }
    if let unit = quantity.unit { words.append("\(unit)") }
    if let per = quantity.per { words.append("per \(per.count) \(per.unit)") }
    return words.joined(separator: " ")
  }
  switch value {
  case .quantity(let quantity): return text(quantity)
  case .range(let low, let high): return "range[\(text(low)), \(text(high))]"
  case .rangeLikely(let low, let high, let likely): return "likely[\(text(low)), \(text(high)), \(text(likely))]"
  case .percentiles(let all): return "p[\(all.map { "\($0.percent): \(text($0.value))" }.joined(separator: ", "))]"
  case .call(let call): return "\(call.name.text)[\(call.arguments.map(text).joined(separator: ", "))]"
  case .mixture(let parts):
    return "mix[\(parts.map { "\($0.weight.fraction): \(outline($0.value))" }.joined(separator: ", "))]"
  case .chance(let share, let value): return "chance[\(share.fraction): \(outline(value))]"
  case .sample(let sample): return "sample[\(sample.file.text), \(sample.column.text)]"
  }
}

@Suite("Range language")
struct RangeLanguageTests {
  @Test(
    "every spelling, in ASCII and in full width",
    arguments: [
      ("0.60 to 1.40", "range[0.6, 1.4]"), ("-5..1,000", "range[-5.0, 1000.0]"), ("5 to 5", "range[5.0, 5.0]"),
      ("10 to 30 likely 18", "likely[10.0, 30.0, 18.0]"), ("1k..2M LIKELY 3k", "likely[1000.0, 2000000.0, 3000.0]"),
      ("10 to 10 likely 10", "likely[10.0, 10.0, 10.0]"),
      ("p10 20 p90 60", "p[10.0: 20.0, 90.0: 60.0]"), ("P25 1k P75 1,500", "p[25.0: 1000.0, 75.0: 1500.0]"),
      ("p2.5 -1 p50 0 p97.5 0", "p[2.5: -1.0, 50.0: 0.0, 97.5: 0.0]"),
      ("uniform(3, 10)", "uniform[3.0, 10.0]"), ("normal(40 USD, 5 USD)", "normal[40.0 USD, 5.0 USD]"),
      ("lognormal(24 hours, 0.5)", "lognormal[24.0 hour, 0.5]"), ("normal(5, -1)", "normal[5.0, -1.0]"),
      ("triangular(1, 2, 4)", "triangular[1.0, 2.0, 4.0]"), ("pert(1, 2, 4)", "pert[1.0, 2.0, 4.0]"),
      ("beta(2, 5)", "beta[2.0, 5.0]"), ("gamma(3%, 2)", "gamma[3.0%, 2.0]"),
      ("80%: 0 | 20%: 1000 to 4000", "mix[0.8: 0.0, 0.2: range[1000.0, 4000.0]]"),
      ("80%:0|20%:1k", "mix[0.8: 0.0, 0.2: 1000.0]"), ("100%: 7", "mix[1.0: 7.0]"),
      (
        "50 %: p10 2 p90 6 | 30%: normal(5, 1) | 20%: from a.csv column x",
        "mix[0.5: p[10.0: 2.0, 90.0: 6.0], 0.3: normal[5.0, 1.0], 0.2: sample[a.csv, x]]"
      ),
      ("25% chance 3000", "chance[0.25: 3000.0]"), ("0.5%chance 2 to 3 USD", "chance[0.005: range[2.0 USD, 3.0 USD]]"),
      ("25% chance gamma(2, 3)", "chance[0.25: gamma[2.0, 3.0]]"),
      ("from sales.csv column cpc", "sample[sales.csv, cpc]"), ("FROM a-b/c.csv COLUMN 价格", "sample[a-b/c.csv, 价格]"),
    ])
  func spellings(_ text: String, _ expected: String) throws {
    #expect(outline(try ValueExpression(parsing: Fragment(text))) == expected)
    #expect(outline(try ValueExpression(parsing: Fragment(fullWidth(text)))) == expected)
  }

  @Test("a mixture from a Chinese input method")
  func chineseMixture() throws {
    let fragment = Fragment("８０％：０ ｜ ２０％：1000 to 4000", start: 5)
    let value = try ValueExpression(parsing: fragment)
    #expect(outline(value) == "mix[0.8: 0.0, 0.2: range[1000.0, 4000.0]]")
    #expect(value.span == fragment.span)
  }

  @Test(
    "what is written once beside a number holds for all numbers of a range",
    arguments: [
      ("0.60 to 1.40 USD", "range[0.6 USD, 1.4 USD]"), ("2 to 5 %", "range[2.0%, 5.0%]"),
      ("2% to 5", "range[2.0%, 5.0%]"), ("$10 to 30", "range[10.0 USD, 30.0 USD]"),
      ("2000 to 4000 USD per 30 days", "range[2000.0 USD per 30.0 day, 4000.0 USD per 30.0 day]"),
      ("2 USD to 4 USD/day", "range[2.0 USD per 1.0 day, 4.0 USD per 1.0 day]"),
      ("3 to 10 per day", "range[3.0 per 1.0 day, 10.0 per 1.0 day]"),
      ("10 to 30 likely 18 days", "likely[10.0 day, 30.0 day, 18.0 day]"),
      ("10 to 30 days likely 18", "likely[10.0 day, 30.0 day, 18.0 day]"),
      ("p10 2 p50 3 USD p90 6", "p[10.0: 2.0 USD, 50.0: 3.0 USD, 90.0: 6.0 USD]"),
      ("3 days to 2 weeks", "range[3.0 day, 2.0 week]"), ("90 days to 1 year", "range[90.0 day, 1.0 year]"),
      ("80%: 5 | 20%: 1 to 2 USD", "mix[0.8: 5.0, 0.2: range[1.0 USD, 2.0 USD]]"),
    ])
  func units(_ text: String, _ expected: String) throws {
    #expect(outline(try ValueExpression(parsing: Fragment(text))) == expected)
  }

  @Test("quotes keep blanks, bars and capitals of a file and its column")
  func quotedSample() throws {
    guard case .sample(let sample) = try ValueExpression(parsing: "from \"My ａds.csv\" column 'CPC | 7d'") else {
      Issue.record("no sample")
      return
    }
    #expect(sample.file == Word("My ａds.csv", at: SourceSpan(5, 19), wasQuoted: true))
    #expect(sample.column == Word("CPC | 7d", at: SourceSpan(27, 37), wasQuoted: true))
    #expect(sample.span == SourceSpan(0, 37))
  }

  @Test("parts know where they stand")
  func spans() throws {
    let fragment = Fragment("75 %: p10 20 p90 60 USD | 25%: 3  ", start: 7)
    func source(_ span: SourceSpan) -> String { fragment.slice(span).text }
    guard case .mixture(let parts) = try ValueExpression(parsing: fragment), let first = parts.first,
      case .percentiles(let percentiles) = first.value
    else {
      Issue.record("no mixture of percentiles")
      return
    }
    #expect(parts.map { source($0.span) } == ["75 %: p10 20 p90 60 USD", "25%: 3"])
    #expect(parts.map { source($0.weight.span) } == ["75 %", "25%"])
    #expect(percentiles.map { source($0.span) } == ["p10 20", "p90 60 USD"])
    #expect(percentiles.map { source($0.value.span) } == ["20", "60 USD"])
  }

  @Test(
    "a value covers its text",
    arguments: [
      "1 to 2 likely 1.5 USD", "p10 1 p20 2", "80%: 0 | 20%: f(1)", "25% chance 3", "from a column b", "１　to　２％",
    ])
  func wholeSpan(_ text: String) throws {
    #expect(try ValueExpression(parsing: Fragment(" \(text) ", start: 3)).span == Fragment(text, start: 4).span)
  }

  @Test("weights may miss 100% by the rounding of their sum, no more")
  func weightSum() throws {
    let tenths = Array(repeating: "10%: 1", count: 10).joined(separator: " | ")
    #expect(throws: Never.self) { try ValueExpression(parsing: Fragment(tenths)) }
    #expect(throws: Never.self) { try ValueExpression(parsing: "33.33333334%: 1 | 66.66666666%: 2") }
    #expect(throws: Fault.self) { try ValueExpression(parsing: "33.333333%: 1 | 66.666666%: 2") }
  }

  @Test("the rest is given back")
  func prefix() throws {
    for (text, rest) in [
      ("10 to 30 likely 18 step 2", "step 2"), ("p10 2 p90 6, x", ", x"), ("80%: 0 | 20%: 5 on base", "on base"),
      ("25% chance 3 on base", "on base"), ("from a.csv column x on base", "on base"), ("5% likely", "likely"),
    ] {
      #expect(try ValueExpression.readPrefix(of: Fragment(text)).rest.text == rest)
    }
  }

  @Test("long input takes linear time: square time would be hours here", .timeLimit(.minutes(1)))
  func linear() throws {
    let count = 50_000
    let parts = Array(repeating: "\(100 / Double(count))%: from a.csv column x", count: count)
    guard case .mixture(let read) = try ValueExpression(parsing: Fragment(parts.joined(separator: " | "))) else {
      Issue.record("no mixture")
      return
    }
    #expect(read.count == count)
    let percentiles = (1...count).map { "p\(100 * Double($0) / Double(count + 1)) \($0)" }
    #expect(throws: Never.self) { try ValueExpression(parsing: Fragment(percentiles.joined(separator: " "))) }
  }
}
