import Language
import Testing

@testable import Scenarios

/// Whatever a file holds, reading ends soon, with findings inside the file.
@Suite("Hostile files")
struct HostileFileTests {
  @Test("an alias bomb is refused before it unfolds")
  func aliasBomb() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(told(text) == ["18:12: too many aliases | write the values out; at most 32 aliases are read"])
  }

  @Test("aliases that are few and unfold to much are refused")
  func steepAliases() {
    var text = "a0: &a0 [\(Array(repeating: "x", count: 40).joined(separator: ","))]\n"
    for level in 1...4 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 8).joined(separator: ","))]\n"
    }
    #expect(
      told(text).last?.hasSuffix(
        "with its aliases written out, the file exceeds the size limit for scenarios | write the values out, without aliases"
      )
        == true)
  }

  @Test("an alias may say a value once for many places")
  func alias() throws {
    let text = smallShop("cpc: 0.80 USD}", with: "cpc: &price 0.80 USD}\n  tiktok: {budget: 5, cpc: *price}")
    #expect(try read(text).scenario.ads["tiktok"]?.clickPrice == 0.8)
  }

  @Test(
    "deep nesting is refused, however it is written",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
      "a: " + String(repeating: "[\"]\", ", count: 10_000), String(repeating: "- ", count: 100_000),
      String(repeating: "? ", count: 100_000),
      String(repeating: "x: [", count: 900) + String(repeating: "]", count: 900),
      (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      (0..<1000).map { String(repeating: " ", count: $0) + "- a:\n" }.joined(),
      String(repeating: "- ", count: 99) + "x",
      "a: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
    ])
  func nesting(text: String) {
    let told = told(text)
    #expect(told.count == 1)
    #expect(
      told.first?.contains(/too many levels|too many brackets|line is longer|this is not valid YAML/) == true,
      "\(told)")
  }

  @Test("a file of two mebibytes is refused")
  func size() {
    let text = smallShop + String(repeating: "# a comment that goes on and on\n", count: 1 << 16)
    #expect(text.utf8.count > 2 << 20)
    #expect(told(text) == ["the file is larger than 1 MiB | a typical scenario has about 200 lines"])
  }

  @Test("of a file that is no scenario at all the first hundred findings are told")
  func many() {
    let told = told((0..<40_000).map { "key\($0): 1\n" }.joined())
    #expect(told.count == 101)
    #expect(told.last == "further errors, not shown: 39902")
  }

  @Test("a long line is refused, long comments are not looked at")
  func lines() {
    let name = String(repeating: "x", count: 10_000)
    #expect(told("name: " + name) == ["1:4001: the line is longer than 4000 bytes | split it"])
    #expect(told(String(repeating: " ", count: 3000) + "# far to the right\n" + smallShop) == [])
  }

  @Test(
    "text that is not YAML",
    arguments: [
      ("name: \"small shop\n", "this is not valid YAML: quotes are opened and never closed"),
      ("name: 'small shop\n", "this is not valid YAML: quotes are opened and never closed"),
      ("cash:\n\tbudget: 1\n", "a tab where only spaces are allowed"),
      ("cash: {budget: 1\n", "this is not valid YAML: entries in { } are not finished"),
      ("name: a: b\n", "this is not valid YAML: a value without quotes contains a colon"),
      (
        "name: *nobody\n",
        "this is not valid YAML: a value that begins with * or & refers to another value, which does not exist"
      ),
      ("name: a\n---\nname: b\n", "a scenario file can contain only one scenario"),
      ("name: @at\n", "this is not valid YAML: a value cannot begin with this sign"),
      ("", "the file is empty"), ("# only a comment\n", "the file is empty"),
    ])
  func notYAML(text: String, message: String) {
    #expect(findings(text).map(\.message) == [message])
  }

  @Test("a parser's complaint has a place and an excerpt")
  func place() {
    #expect(
      findings("name: a\ncash:\n\tbudget: 1\n").first?.rendered() == #"""
        shop.yaml:3:1: error: a tab where only spaces are allowed
            \u{9}budget: 1
            ^^^^^
          indent with two spaces per level
        """#)
  }

  @Test(
    "characters that are no text, or break lines for the parser alone, are refused wherever they stand",
    arguments: ["\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{2028}", "\u{2029}", "\u{FFFE}"])
  func characters(character: String) {
    let code = String(character.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    for text in [smallShop + "# a\(character)b\n", smallShop("small shop", with: "a\(character)b")] {
      let findings = findings(text)
      #expect(findings.count == 1)
      #expect(findings.first?.message.hasSuffix(code) == true)
      #expect(findings.first?.rendered().contains(character) == false)
    }
  }

  @Test("lines may end in LF, CR LF or CR, and a byte order mark may come first", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let text = smallShop("months: 3", with: "months: never").split(separator: "\n").joined(separator: end)
    for start in ["", "\u{FEFF}"] {
      #expect(findings(start + text).map(\.place) == [Place(line: 3, column: 9)])
    }
    #expect(
      findings("\u{FEFF}months: never").compactMap(\.excerpt?.marked) == [
        SourceSpan(3, 4), SourceSpan(3, 4), SourceSpan(11, 16),
      ])
  }

  @Test("random damage to a good file is read or refused, with findings inside the file")
  func damage() throws {
    let pieces = [
      "\n", " ", "  ", "-", "- ", ":", ": ", "?", "{", "}", "[", "]", ",", "#", "&a ", "*a", "!!str ", "|", ">", "\"",
      "'",
      "%", "\t", "---\n", "...", "~", "null", "\\", "\u{FEFF}", "义", "0", "1e999", "<<: ",
    ]
    let good = Array(try bundled("pet-feeder.yaml").text.unicodeScalars)
    var random = SplitMix(seed: 1)
    for _ in 0..<300 {
      var scalars = good
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let from = Int.random(in: 0..<scalars.count, using: &random)
        let to = min(scalars.count, from + Int.random(in: 0...5, using: &random))
        scalars.replaceSubrange(from..<to, with: Array((pieces.randomElement(using: &random) ?? "").unicodeScalars))
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let lines = Source(name: "", text: String(text)).lineCount
      for finding in findings(String(text)) { #expect((finding.place?.line ?? 1) <= lines) }
    }
  }
}

@Suite("Names")
struct NameTests {
  @Test("Chinese names work for the scenario, its parts and its strategies")
  func chinese() throws {
    let text = smallShop.replacing("yiwu", with: "义乌").replacing("small shop", with: "小店：第一家")
    let file = try read(text + "strategies: {省钱: {suppliers.义乌.lost_rate: 1 %}}\n")
    #expect(file.scenario.name == "小店：第一家")
    #expect(file.scenario.slot("products.lamp.offers.义乌.unit_cost")?.get(file.scenario) == .number(9))
    #expect(file.scenario(under: "省钱")?.suppliers["义乌"]?.lostRate == 0.01)
  }

  @Test(
    "a scenario's name holds only what can be shown",
    arguments: [#""\e[31mred""#, #""a\u202Eb""#, #""a\nb""#, #""a\u200Bb""#, #""\x07""#, #""\u3164""#])
  func unsafe(name: String) {
    #expect(
      told(smallShop("small shop", with: name)) == [
        "1:8: name: this contains characters that cannot be shown | remove control characters and invisible marks"
      ])
  }

  @Test("long names are refused and shortened in findings")
  func long() {
    let name = String(repeating: "长", count: 1000)
    #expect(
      told(smallShop("small shop", with: name)) == ["1:7: name: at most 80 characters are allowed | expected: text"])
    for text in [smallShop + "\(name): 1\n", smallShop("yiwu: {}", with: "yiwu: {}\n  \(name): {}")] {
      let findings = findings(text)
      #expect(findings.count == 1)
      #expect(findings.allSatisfy { $0.rendered().unicodeScalars.count < 500 })
    }
  }

  @Test(
    "parts have plain names",
    arguments: ["a.b", "a b", "a/b", "\"\"", "\"\\u202Ea\"", "\"a\\u3164\"", "ｍｅｔａ", "\"a\\n\"", "[a]"])
  func parts(name: String) {
    #expect(findings(smallShop("yiwu: {}", with: "yiwu: {}\n  ? \(name)\n  : {}")).count == 1)
  }
}
