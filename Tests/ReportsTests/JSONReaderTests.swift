import Reports
import Testing

@Suite("JSON as it is read")
struct JSONReaderTests {
  @Test("what is written is read")
  func roundTrip() throws {
    let value: JSON = [
      "a": [1, -2, 0.5, 1e300, nil, true, false, "x\n\"\\\u{1F600}é"], "b": [:], "c": [], "": "empty key",
    ]
    #expect(try JSON(reading: value.text()) == value)
    #expect(try JSON(reading: " \r\n\t" + value.text(.pretty) + "\n") == value)
  }

  @Test("escapes become what they mean, pairs of surrogates one scalar")
  func escapes() throws {
    #expect(try JSON(reading: #""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00""#) == "\"\\/\u{8}\u{c}\n\r\té😀")
  }

  @Test("whole numbers are integers while they fit, others the nearest double")
  func numbers() throws {
    #expect(try JSON(reading: "9223372036854775807") == .integer(.max))
    #expect(try JSON(reading: "9223372036854775808") == .number(9_223_372_036_854_775_808))
    #expect(try JSON(reading: "-0") == .integer(0))
    #expect(try JSON(reading: "1E2") == .number(100))
    #expect(try JSON(reading: "1e999") == .number(.infinity))
  }

  @Test(
    "anything else than JSON is refused, where it stands",
    arguments: [
      ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\":1,}", 7), ("[1 2]", 3), ("01", 1), ("1.", 2), (".5", 0), ("+1", 0),
      ("tru", 3), ("nul", 3), ("\"a", 2), ("\"\u{1}\"", 1), (#""\x""#, 2), (#""\u12""#, 5), (#""\ud800""#, 7),
      (#""\udc00""#, 7), ("{a:1}", 1), ("1 2", 2), ("NaN", 0), ("// x", 0), ("\u{FEFF}1", 0), ("1\u{0}", 1),
    ])
  func refused(text: String, byte: Int) {
    #expect(throws: JSON.ReadProblem.unexpected(byte: byte), "\(text)") { try JSON(reading: text) }
  }

  @Test("nesting has an end, long before the stack has")
  func depth() throws {
    let deep = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    _ = try JSON(reading: deep(JSON.deepest))
    #expect(throws: JSON.ReadProblem.tooDeep(byte: JSON.deepest)) { try JSON(reading: deep(JSON.deepest + 1)) }
    #expect(throws: JSON.ReadProblem.tooDeep(byte: JSON.deepest)) {
      try JSON(reading: String(repeating: "[", count: 1_000_000))
    }
    #expect(throws: JSON.ReadProblem.self) { try JSON(reading: String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test("a key that stands twice is refused: which of the two would count?")
  func repeated() {
    #expect(throws: JSON.ReadProblem.repeatedKey("a")) { try JSON(reading: #"{"a":1,"\u0061":2}"#) }
  }
}
