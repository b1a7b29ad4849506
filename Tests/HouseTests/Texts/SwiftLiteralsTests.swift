import Testing

/// The scanner that the other tests of this folder believe.
@Suite("String literals of Swift sources")
struct SwiftLiteralsTests {
  private func patterns(_ source: String) -> [String] {
    SwiftLiterals.all(in: source, file: "a.swift").map { ($0.call.isEmpty ? "" : $0.call + ": ") + $0.pattern }
  }

  @Test("places are numbered, and literals inside of them are found too")
  func places() {
    #expect(patterns(#"say("\(a) of \(b("x, \(c)")) worlds")"#) == ["b: x, {1}", "say: {1} of {2} worlds"])
  }

  @Test("a text over several lines is one text, without its indentation")
  func severalLines() {
    let source = ##"""
      say(
        """
        one \
          two
        three
        """)
      """##
    #expect(patterns(source) == ["say: one two\nthree"])
  }

  @Test("raw literals keep their backslashes; comments are no literals")
  func rawOnes() {
    #expect(patterns(###"let a = #"\n "b" \#(c)"# // "no""###) == [#"\n "b" {1}"#])
    #expect(patterns(#"/* "no" */ f("\u{41}\t\"")"#) == ["f: A\t\""])
  }
}
