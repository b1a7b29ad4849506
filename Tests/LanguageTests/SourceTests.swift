import Testing

@testable import Language

@Suite("Source")
struct SourceTests {
  @Test("offsets become lines and columns, whatever ends the lines")
  func places() {
    let source = Source(name: "a", text: "ab\ncd\r\nef\rgh\n")
    #expect(source.lineCount == 5)
    let places = [0, 1, 3, 7, 8, 10, 13].map { source.place(at: $0).description }
    #expect(places == ["1:1", "1:2", "2:1", "3:1", "3:2", "4:1", "5:1"])
  }

  @Test("columns count characters, not bytes")
  func columnsOfChinese() {
    let source = Source(name: "a", text: "x\n价格: 3")
    #expect(source.place(at: 2 + 6).description == "2:3")
  }

  @Test("a place goes back to its offset")
  func roundTrip() {
    let text = "名: 1\r\nb\n\nc"
    let source = Source(name: "a", text: text, firstLine: 40)
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar != "\n" && scalar != "\r" { #expect(source.offset(of: source.place(at: offset)) == offset) }
      offset += UTF8.width(scalar)
    }
  }

  @Test("the first line's number is the reader's")
  func firstLine() {
    let source = Source(name: "a", text: "x\ny", firstLine: 7)
    #expect(source.place(at: 2) == Place(line: 8, column: 1))
  }

  @Test("places and offsets outside the text mean its ends")
  func outside() {
    let source = Source(name: "a", text: "ab\nc")
    #expect(source.place(at: -5) == Place(line: 1, column: 1))
    #expect(source.place(at: 99) == Place(line: 2, column: 2))
    #expect(source.offset(of: Place(line: -3, column: 1)) == 0)
    #expect(source.offset(of: Place(line: 1, column: 99)) == 2)
    #expect(source.offset(of: Place(line: Int.max, column: Int.max)) == 4)
    #expect(source.offset(of: Place(line: Int.min, column: Int.min)) == 0)
  }

  @Test("a line's span leaves out its line end")
  func lineSpans() {
    let source = Source(name: "a", text: "ab\r\n\r\ncd")
    #expect(source.lineSpan(at: 1) == SourceSpan(0, 2))
    #expect(source.lineSpan(at: 4) == SourceSpan(4, 4))
    #expect(source.lineSpan(at: 8) == SourceSpan(6, 8))
  }

  @Test("an empty source has one empty line")
  func empty() {
    let source = Source(name: "a", text: "")
    #expect(source.lineCount == 1)
    #expect(source.place(at: 0) == Place(line: 1, column: 1))
    #expect(source.fragment(SourceSpan(3, 9)).isEmpty)
  }

  @Test("a slice never cuts a character in two")
  func slices() {
    let fragment = Fragment("a价b", start: 10)
    #expect(fragment.slice(SourceSpan(11, 14)).text == "价")
    #expect(fragment.slice(SourceSpan(12, 15)).text == "价b")
    #expect(fragment.slice(SourceSpan(0, 99)) == fragment)
  }
}

@Suite("Fragment")
struct FragmentTests {
  @Test("commas separate, but not inside numbers, brackets and quotes")
  func commas() {
    let fragment: Fragment = " cash +1,000, a = pert(1, 2,3) , \"x, y\" "
    let items = fragment.separatedByCommas(thousands: true)
    #expect(items.map(\.text) == ["cash +1,000", "a = pert(1, 2,3)", "\"x, y\""])
    for item in items { #expect(fragment.slice(item.span) == item) }
  }

  @Test("prices of three digits are three prices when commas always separate")
  func threeDigitPrices() {
    let fragment: Fragment = "100,200,300"
    #expect(fragment.separatedByCommas(thousands: false).map(\.text) == ["100", "200", "300"])
    #expect(fragment.separatedByCommas(thousands: true).map(\.text) == ["100,200,300"])
  }

  @Test("digits at the end of a name are no number")
  func digitsInNames() {
    #expect(Fragment("p10,200").separatedByCommas(thousands: true).map(\.text) == ["p10", "200"])
  }

  @Test("empty items stay, so that the caller can complain")
  func emptyItems() {
    #expect(Fragment("a,,b,").separatedByCommas(thousands: true).map(\.text) == ["a", "", "b", ""])
    #expect(Fragment("").separatedByCommas(thousands: true).map(\.text) == [""])
  }

  @Test("the body of a bracketed group is given as typed, with its place")
  func brackets() {
    let fragment = Fragment("{ a = {1} ; b }", start: 5)
    #expect(fragment.insideBrackets("{", "}") == Fragment(" a = {1} ; b ", start: 6))
    #expect(Fragment("{a} {b}").insideBrackets("{", "}") == nil)
    #expect(Fragment("{a").insideBrackets("{", "}") == nil)
    #expect(Fragment("{\"}\"}").insideBrackets("{", "}")?.text == "\"}\"")
    #expect(Fragment("").insideBrackets("{", "}") == nil)
  }
}
