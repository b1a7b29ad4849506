import PtySupport
import Testing

/// Strategies from outside: one command at a time, and in scripts.
@Suite("Deciding between strategies")
struct DecideTests {
  let shop = Shop()

  @Test(
    "changes are one word of the process or several",
    arguments: [
      ["ads.meta.cpc +20%, cash.budget x2"], ["ads.meta.cpc", "+20%,", "cash.budget", "x2"],
      ["ads.meta.cpc +20%", "cash.budget x2"],
    ])
  func whatIf(words: [String]) throws {
    let arguments = ["whatif", "shop.yaml"] + words + ["--paths", "40", "--json"]
    let result = try BuiltProgram.run(
      "dropcast", arguments, input: "", in: shop.folder.path, environment: shop.environment)
    #expect(result.exitCode == 0, "\(result.errors)")
    let changes = try #require(try result.json["changes"] as? [[String: Any]])
    #expect(changes.compactMap { $0["change"] as? String } == ["ads.meta.cpc +20%", "cash.budget x2"])
  }

  @Test("compare answers as text, JSON, CSV and Markdown, without escapes")
  func compare() throws {
    let forms = [("", "  40 worlds"), ("--json", "{"), ("--csv", "strategy,figure"), ("--md", "40 worlds")]
    for (option, begin) in forms {
      let arguments = ["compare", "shop.yaml", "base", "lean", "--paths", "40"] + (option.isEmpty ? [] : [option])
      let result = try BuiltProgram.run(
        "dropcast", arguments, input: "", in: shop.folder.path, environment: shop.environment)
      #expect(result.exitCode == 0 && result.output.hasPrefix(begin), "\(result.output.prefix(80))")
      #expect(!result.hasEscapes)
    }
  }

  @Test("a script makes a strategy, compares, and ends with 3 when a claim fails")
  func script() throws {
    let script = """
      load shop.yaml
      strategy leaner from lean {
        cash.budget -10%   # less of my own
      }
      compare base leaner --paths 60
      assert p50 ads of leaner < p50 ads of base
      assert p50 ads of leaner > p50 ads of base
      """
    let result = try shop.dropcast(input: script + "\n")
    #expect(result.exitCode == 3)
    #expect(result.errors.contains("assert failed: p50 ads of leaner is"))
    #expect(result.output.contains("holds: p50 ads of leaner is"))
  }
}
