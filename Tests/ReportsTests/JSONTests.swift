import Testing

@testable import Reports

@Suite struct JSONTests {
  @Test(
    "numbers are the shortest that read back; NaN and infinities are null",
    arguments: [
      (0, "0"), (-0.0, "0"), (5, "5"), (-812, "-812"), (0.1, "0.1"), (1e16, "1e+16"), (1.0 / 3, "0.3333333333333333"),
      (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    ])
  func numbers(value: Double, text: String) {
    #expect(JSON.number(value).text() == text)
    if value.isFinite { #expect(Double(text) == value) }
  }

  @Test("strings escape what JSON, JavaScript or a terminal would act upon")
  func strings() {
    let hostile = "\"\\/\n\r\t\u{0}\u{1B}\u{7F}\u{9B}\u{2028}\u{2029}\u{202E}é北🛒"
    #expect(
      JSON.string(hostile).text()
        == #""\"\\/\n\r\t\u0000\u001B\u007F\u009B\u2028\u2029\u202Eé北🛒""#)
    #expect(JSON.string("\r\n").text() == #""\r\n""#)
  }

  @Test("objects keep their order")
  func order() {
    let value: JSON = ["zebra": 1, "apple": [true, nil, "x"], "mango": 2.5]
    #expect(value.text() == #"{"zebra":1,"apple":[true,null,"x"],"mango":2.5}"#)
  }

  @Test("the pretty form indents, with plain values on one line")
  func pretty() {
    let value: JSON = ["plan": [1, 2, 3], "none": [], "empty": [:], "monthly": [["mean": 1], ["mean": 2]]]
    #expect(
      value.text(.pretty) == """
        {
          "plan": [1, 2, 3],
          "none": [],
          "empty": {},
          "monthly": [
            {
              "mean": 1
            },
            {
              "mean": 2
            }
          ]
        }
        """)
  }
}
