import Language
import Scenarios
import Testing

@testable import YAML

/// The parser's words are for its authors; whoever writes a scenario reads ours.
@Suite("What the YAML parser complains of")
struct ParserComplaintTests {
  /// Every message of libyaml 0.2.5 (`scanner.c`, `parser.c`) and of Yams' own composer that a text can bring about.
  private static let messages = [
    "block sequence entries are not allowed in this context", "could not find expected ':'",
    "could not find expected directive name", "did not find URI escaped octet",
    "did not find expected ',' or ']'", "did not find expected ',' or '}'", "did not find expected '!'",
    "did not find expected '-' indicator", "did not find expected alphabetic or numeric character",
    "did not find expected comment or line break", "did not find expected digit or '.' character",
    "did not find expected hexdecimal number", "did not find expected key", "did not find expected node content",
    "did not find expected tag URI", "did not find expected version number", "did not find expected whitespace",
    "did not find expected whitespace or line break", "did not find the expected '>'",
    "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected", "found an incorrect leading UTF-8 octet",
    "found an incorrect trailing UTF-8 octet", "found an indentation indicator equal to 0",
    "found character that cannot start any token", "found duplicate %TAG directive",
    "found duplicate %YAML directive", "found extremely long version number", "found incompatible YAML document",
    "found invalid Unicode character escape code", "found undefined alias", "found undefined tag handle",
    "found unexpected ':'", "found unexpected document indicator", "found unexpected end of stream",
    "found unexpected non-alphabetical character", "found unknown directive name", "found unknown escape character",
    "mapping keys are not allowed in this context", "mapping values are not allowed in this context",
  ]

  private func isChinese(_ text: String) -> Bool { text.contains(/[一-龥]/) }

  @Test("every complaint has words of ours and says what to do, in both languages", arguments: messages)
  func known(message: String) throws {
    let english = try #require(ParserComplaint.words(message))
    #expect(!english.message.contains("expected") && !english.help.isEmpty)
    let chinese = try #require(Tongue.$current.withValue(.chinese) { ParserComplaint.words(message) })
    #expect(isChinese(chinese.message) && isChinese(chinese.help), "\(chinese)")
    #expect(!chinese.message.contains(/[a-z]{3,}/))
  }

  @Test(
    "faults that operators make are told as theirs",
    arguments: [
      ("cash: {budget: 1\n", "entries in { } are not finished"), ("name: [a, b\n", "a list in [ ] is not finished"),
      ("name: a\n  months: 3\n", "a colon is not allowed here"),
      ("name: \"a\n", "quotes are opened and never closed"),
      ("name: a\nmonths\nstart: b\n", "a name without a colon"), ("name: @at\n", "a value cannot begin with this sign"),
      ("name: - a\n", "a list item is not allowed here"),
      ("rules:\n  - a\n  b: c\n", "this line is not an item of the list above it"),
      ("cash:\n  budget: 1\n start: 2\n", "this line does not fit the lines above it"),
      ("name: \"a\\q\"\n", "between double quotes, this backslash has no meaning"),
      ("name: *= 2\n", "a value that begins with * or & refers to another value"),
      ("name: !a!b c\n", "! at the beginning of a value marks a type"),
      ("name: |x\n", "where a value begins with | or >"), ("%a\nname: b\n", "a line that begins with %"),
    ])
  func faults(text: String, says: String) throws {
    for tongue in Tongue.allCases {
      try Tongue.$current.withValue(tongue) {
        let finding = try #require(try complaint(of: text))
        #expect(finding.help != nil && finding.place != nil)
        if tongue == .english { #expect(finding.message.contains(says), "\(finding.message)") }
        if tongue == .chinese { #expect(!finding.message.contains(/[a-z]{3,} [a-z]{3,}/), "\(finding.message)") }
      }
    }
  }

  private func complaint(of text: String) throws -> Finding? {
    do throws(FindingsError) {
      _ = try YAMLValue.parse(Source(name: "shop.yaml", text: text))
      return nil
    } catch { return error.findings.first }
  }
}
