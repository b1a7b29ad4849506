import Testing

@testable import Language

/// Whatever is typed, parsers answer or refuse: they neither trap nor point outside the text.
@Suite("Hostile input")
struct HostileInputTests {
  private let pieces = [
    "set", "ads.budget", "=", "+=", "-=", "*=", "+20%", "x2", "40", "1,000", "1e", "1e9", "k", "M", "%", "USD", "$",
    "￥",
    "per", "/", "days", "天", "to", "..", "(", ")", "[", "]", "{", "}", ",", ";", "#", "\\", "\"", "'", "“", "”", "　",
    " ",
    "\n", "\r", "\r\n", "<", "<=", "≤", "!", "p50", "ruin", "lognormal", "\u{1B}[2J", "\u{202E}", "\u{0}", "é",
    "e\u{301}",
    "likely", "p10", "p", "90", "chance", "from", "column", ":", "：", "|", "｜", "80%", "20%", "%: ", "a.csv",
    "when", "then", "and", "for", "every", "min", "max", "pause", "close", "quit", "not", "roas(7)", "ads.meta.",
    "👨‍👩‍👧", "_", "-", ".", "9999999999999999999999",
    "1e-9223372036854775808", "1e9223372036854775807", "\u{FEFF}", "２０２７-01-01",
  ]

  /// Runs every parser; gives the faults and checks all spans.
  private func parseAll(_ fragment: Fragment) {
    let source = Source(name: "<prompt>", text: fragment.text)
    func inside(_ span: SourceSpan) -> Bool {
      span.start >= fragment.start && span.end <= fragment.span.end && fragment.slice(span).span == span
    }
    func attempt(_ parse: () throws(Fault) -> [SourceSpan]) {
      do {
        for span in try parse() where !inside(span) { Issue.record("\(span) is outside \(fragment)") }
      } catch {
        if !inside(error.span) { Issue.record("\(error) is outside \(fragment)") }
        _ = Finding(error, in: source).rendered(width: 80)
      }
    }
    attempt { () throws(Fault) in
      let line = try CommandLine(parsing: fragment)
      return line.commands.flatMap { [$0.span] + $0.words.map(\.span) } + (line.missing.map { [$0.fault.span] } ?? [])
    }
    attempt { () throws(Fault) in
      let (quantity, rest) = try Quantity.readPrefix(of: fragment)
      return [quantity.span, rest.span]
    }
    attempt { () throws(Fault) in
      let (value, rest) = try ValueExpression.readPrefix(of: fragment)
      return [value.span, rest.span]
    }
    attempt { () throws(Fault) in [try ValueExpression(parsing: fragment).span] }
    attempt { () throws(Fault) in
      let change = try Change(parsing: fragment)
      return [change.path.span, change.span]
    }
    attempt { () throws(Fault) in
      let (condition, rest) = try Condition.readPrefix(of: fragment)
      return [condition.metric.span, condition.bound.span, condition.span, rest.span]
    }
    attempt { () throws(Fault) in
      let rule = try RuleSentence(parsing: fragment)
      return [rule.span, rule.trigger.span] + rule.trigger.tests.map(\.observation.span) + rule.actions.map(\.span)
    }
    attempt { () throws(Fault) in [try Trigger(parsing: fragment).span] }
    attempt { () throws(Fault) in try Action.list(parsing: fragment).map(\.span) }
    attempt { () throws(Fault) in
      _ = try CalendarDate(parsing: fragment)
      return []
    }
    attempt { () throws(Fault) in fragment.separatedByCommas(thousands: true).map(\.span) }
  }

  @Test("random pieces of the language")
  func randomPieces() {
    var random = SplitMix(seed: 1)
    for _ in 0..<6000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      parseAll(Fragment(text, start: Int.random(in: 0...50, using: &random)))
    }
  }

  @Test("random bytes, repaired to UTF-8")
  func randomBytes() {
    var random = SplitMix(seed: 2)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      parseAll(Fragment(String(decoding: bytes, as: UTF8.self)))
    }
  }

  @Test(
    "endless lines",
    arguments: [
      "a", "1", "(", "[{", ")", "\"", "'", "\\", " ", "1,", "1 ", ",", ".", "价", "\u{301}", "#", "%", "-", "a.", "\n",
      "f(", "_", "e", "p1 ", "p1 1 ", "1%:1|", "1%:", "1% chance ", "1 to ", "from ", "from a column b|", ":", "|",
      "1 likely ", "and a ", "a,", "pause a,", "b=1 min 1,",
    ])
  func endless(_ piece: String) {
    parseAll(Fragment(String(repeating: piece, count: 50_000 / piece.utf8.count)))
    parseAll(Fragment("f(1" + String(repeating: piece, count: 10_000 / piece.utf8.count) + ")"))
    parseAll(Fragment("1" + String(repeating: piece, count: 10_000 / piece.utf8.count)))
    parseAll(Fragment("when a" + String(repeating: piece, count: 10_000 / piece.utf8.count) + " then b = 1"))
    parseAll(Fragment("when a > 1 then b = " + String(repeating: piece, count: 10_000 / piece.utf8.count)))
  }

  @Test("full-width input gives the same parse as ASCII input")
  func fullWidthInput() throws {
    let lines = [
      "set ads.meta.budget = 40 USD/day; run 20k --seed=7", "whatif a +20%, b x2", "assert p5 cash >= -1,000 USD",
      "strategy calm { a = uniform(3, 10) ; b }", "set name = 'x y'; compare #3 #7 # done", "show \\",
    ]
    for line in lines {
      let (ascii, wide) = (
        try CommandLine(parsing: Fragment(line)), try CommandLine(parsing: Fragment(fullWidth(line)))
      )
      let isQuoted = line.contains("'")
      let folded = wide.commands.map { $0.words.map { isQuoted ? Fold.folded($0.text) : $0.text } }
      #expect(folded == ascii.commands.map { $0.words.map(\.text) })
      #expect(wide.isIncomplete == ascii.isIncomplete)
    }
    for text in ["40 USD/day", "2,000 USD per 30 days", "-1.5e3", "12 %", "$40", "1_000"] {
      let wide = try Quantity(parsing: Fragment(fullWidth(text)))
      #expect(wide.unplaced == (try Quantity(parsing: Fragment(text))).unplaced)
      #expect(wide.span == Fragment(fullWidth(text)).span)
    }
    #expect(try Change(parsing: Fragment(fullWidth("a x2"))).operation == .multiply(2))
    #expect(try Condition(parsing: Fragment(fullWidth("p5 cash >= 3"))).relation == .greaterOrEqual)
  }
}
