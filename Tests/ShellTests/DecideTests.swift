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

  @Test(
    "questions are answered one at a time, as text and as JSON, quoted or not",
    arguments: [
      ["sweep", "cash.budget", "over", "1000..3000", "step", "1000", "for", "ruin,", "p50", "cash", "of", "lean"],
      ["sweep", "cash.budget over 1k,2k and ads.meta.budget over 10,30", "for", "ruin, p50 cash"],
      ["solve", "ads.meta.cpc", "for", "p50 orders >= 20"], ["need", "for", "ruin <= 50%"],
      ["breakeven", "of", "lean"], ["stress", "ad-ban", "demand"],
      ["optimize", "ads.meta.budget 0..60, products.lamp.price 20..50", "maximize", "p50 cash", "with", "ruin <= 60%"],
    ])
  func questions(words: [String]) throws {
    let few = words[0] == "optimize" ? ["--tries", "6", "--search", "40"] : []
    for form in [[], ["--json"], ["--csv"]] {
      let arguments = [words[0], "shop.yaml"] + words.dropFirst() + ["--paths", "40"] + few + form
      let result = try BuiltProgram.run(
        "dropcast", arguments, input: "", in: shop.folder.path, environment: shop.environment)
      #expect(result.exitCode == 0, "\(arguments) \(result.errors)")
      if form == ["--json"] { #expect(try result.json["scenario"] as? String == "small shop") }
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

  @Test("questions stand in scripts, between claims")
  func scriptOfQuestions() throws {
    let script = """
      load shop.yaml
      sweep cash.budget over 1k..3k step 1k for ruin --paths 60
      need for ruin <= 60% of lean --paths 60
      stress demand --paths 60
      compare base lean --paths 60
      assert ruin <= 100%
      assert ruin of lean > ruin of base
      """
    let result = try shop.dropcast(input: script + "\n")
    #expect(result.exitCode == 3 && result.output.contains("Demand halves"))
    #expect(result.errors.contains("assert failed: ruin of lean is"))
  }
}
