import Language
import Testing

@Suite("Variables in a text")
struct ExpansionTests {
  private let values = ["budget": "40", "预算": "5 to 9", "long": String(repeating: "x", count: 100), "name": "a b"]

  private func expanded(_ text: String) throws -> String {
    let source = Source(name: "<test>", text: text)
    return try source.expanding(source.fragment.span) { values[$0] }.source.text
  }

  @Test(
    "a name behind $ is its value, outside quotes and between double ones",
    arguments: [
      ("set x = $budget", "set x = 40"),
      ("$budget$budget", "4040"),
      ("${budget}k", "40k"),
      ("＄budget", "40"),
      ("\"$name.yaml\"", "\"a b.yaml\""),
      ("set x = $预算", "set x = 5 to 9"),
    ])
  func replaced(text: String, wanted: String) throws {
    #expect(try expanded(text) == wanted)
  }

  @Test(
    "nothing is replaced in single quotes and comments; \\$ and a $ before no letter stand for themselves",
    arguments: [
      ("'$budget'", "'$budget'"), ("x # $budget", "x # $budget"), ("\\$budget", "$budget"), ("$5 $", "$5 $"),
      ("\"it's $budget\"", "\"it's 40\""), ("${budget", "${budget"), ("US$ 3", "US$ 3"), ("", ""),
    ])
  func literal(text: String, wanted: String) throws {
    #expect(try expanded(text) == wanted)
  }

  @Test("a name without a value is a fault in its place, with the nearest")
  func unknown() {
    let source = Source(name: "<test>", text: "set x = $bugdet")
    #expect(throws: Fault("no such variable: $bugdet", at: SourceSpan(8, 15), help: "nearest: $budget")) {
      try source.expanding(source.fragment.span, known: ["budget"]) { values[$0] }
    }
  }

  @Test("values that hold values cannot fill the memory")
  func bounded() {
    let source = Source(name: "<test>", text: String(repeating: "$long", count: 20_000))
    #expect(throws: Fault.self) { try source.expanding(source.fragment.span) { values[$0] } }
  }

  @Test("a finding in an expanded text shows what was written, and tells the value")
  func finding() throws {
    let written = Source(name: "x.drop", text: "load a\nset $long to $budget", firstLine: 7)
    let (source, _) = try written.expanding(written.fragment.span) { ["long": "ads.meta.budget", "budget": "40"][$0] }
    #expect(source.text == "load a\nset ads.meta.budget to 40")
    let before = Finding(.error, "what", at: SourceSpan(7, 10), in: source)
    #expect(before.rendered() == "x.drop:8:1: error: what\n    set $long to $budget\n    ^^^")
    let value = Finding(.error, "no", at: SourceSpan(15, 19), in: source)
    #expect(
      value.rendered()
        == "x.drop:8:5: error: no ($long is ads.meta.budget)\n    set $long to $budget\n        ^^^^^")
    let behind = Finding(.error, "no", at: SourceSpan(30, 32), in: source)
    #expect(
      behind.rendered()
        == "x.drop:8:14: error: no ($budget is 40)\n    set $long to $budget\n                 ^^^^^^^")
    let between = Finding(.error, "no", at: SourceSpan(27, 29), in: source)
    #expect(between.rendered() == "x.drop:8:11: error: no\n    set $long to $budget\n              ^^")
    let end = Finding(.error, "end", at: SourceSpan(32, 32), in: source)
    #expect(end.place == Place(line: 8, column: 21))
  }

  @Test("a text expanded twice still shows what was written")
  func twice() throws {
    let written = Source(name: "<test>", text: "for x in $list { set $x 1 }")
    let (first, _) = try written.expanding(SourceSpan(0, 15)) { ["list": "a, b, c"][$0] }
    #expect(first.text == "for x in a, b, c { set $x 1 }")
    let (second, span) = try first.expanding(SourceSpan(19, 27)) { ["x": "cash.budget"][$0] }
    #expect(second.text == "for x in a, b, c { set cash.budget 1 }")
    #expect(span == SourceSpan(19, 36))
    let finding = Finding(.error, "no", at: SourceSpan(23, 34), in: second)
    #expect(finding.place?.column == 22)
    #expect(finding.excerpt?.line == "for x in $list { set $x 1 }")
  }

  @Test(
    "the command under the cursor stands behind the last ; line end or open {",
    arguments: [
      ("", ""), ("set a", "set a"), ("run; set a", " set a"), ("run\nset", "set"), ("for x in 1, 2 { set a", " set a"),
      ("for x in 1 { a ; b } ; c", " c"), ("for x in 1 { a ; b } c", "for x in 1 { a ; b } c"),
      ("set 'a;b", "set 'a;b"), ("set (3; 4", "set (3; 4"), ("strategy x { a ; { b ", " b "), ("}}} x", "}}} x"),
    ])
  func openCommand(text: String, wanted: String) {
    #expect(Fragment(text).openCommand.text == wanted)
  }
}
