import Language
import Testing

@testable import Scenarios

@Suite("Strategies")
struct StrategyTests {
  @Test("a strategy is a named set of changes to the scenario")
  func changes() throws {
    let file = try read(
      smallShop + "strategies:\n  lean:\n    ads.meta.budget: 10 USD per day\n    months: 6\n  same: {}\n")
    #expect(file.strategies.map(\.name) == ["lean", "same"])
    let lean = try #require(file.scenario(under: "lean"))
    #expect(lean.ads["meta"]?.budget == 10)
    #expect(lean.months == 6)
    #expect(file.scenario(under: "same") == file.scenario)
    #expect(file.scenario(under: "base") == file.scenario)
    #expect(file.scenario(under: "bold") == nil)
  }

  @Test("a strategy adds its rules to those of the scenario")
  func rules() throws {
    let file = try read(
      smallShop + """
        rules: [when cash < 500 then pause ads]
        strategies: {bold: {rules: [when roas(7) > 2 then ads.meta.budget *= 1.2 max 100]}}

        """)
    #expect(file.scenario.rules.map(\.text) == ["when cash < 500 then pause ads"])
    #expect(
      file.scenario(under: "bold")?.rules.map(\.text) == [
        "when cash < 500 then pause ads", "when roas(7) > 2 then ads.meta.budget *= 1.2 max 100",
      ])
  }

  @Test(
    "a strategy takes away the rules of what it builds on, and may add its own",
    arguments: [
      ("{never: {rules: no rules}}", []),
      ("{never: {rules: [no rules, when cash < 9 then quit]}}", ["when cash < 9 then quit"]),
      ("{calm: {rules: [when cash < 9 then quit]}, never: {from: calm, rules: no rules}}", []),
      (
        "{calm: {rules: no rules}, never: {from: calm, rules: [when cash < 9 then quit]}}", ["when cash < 9 then quit"]
      ),
    ])
  func withoutRules(strategies: String, left: [String]) throws {
    let text = smallShop + "rules: [when cash < 500 then pause ads]\nstrategies: \(strategies)\n"
    let file = try read(text)
    #expect(file.scenario(under: "never")?.rules.map(\.text) == left)
    let again = try read(file.scenario.yaml(strategies: file.strategies))
    #expect(again.scenario(under: "never") == file.scenario(under: "never"))
  }

  @Test(
    "a rule with a name can be taken away, and one of the same name takes its place",
    arguments: [
      ("{x: {rules: no less}}", ["when cash < 500 then pause ads"]),
      ("{x: {rules: [no less]}}", ["when cash < 500 then pause ads"]),
      (
        "{x: {rules: [less: when cash < 9 then quit]}}",
        ["less: when cash < 9 then quit", "when cash < 500 then pause ads"]
      ),
      (
        "{y: {rules: [more: when cash < 9 then quit]}, x: {from: y, rules: [no more, no less]}}",
        [
          "when cash < 500 then pause ads"
        ]
      ),
      ("{x: {rules: [no rules, less: when cash < 9 then quit]}}", ["less: when cash < 9 then quit"]),
      ("{x: {rules: no owner}}", ["less: when roas(7) < 1 then pause ads", "when cash < 500 then pause ads"]),
    ])
  func named(strategies: String, left: [String]) throws {
    let rules = "rules:\n  - less: when roas(7) < 1 then pause ads\n  - when cash < 500 then pause ads\n"
    let file = try read(smallShop + rules + "strategies: \(strategies)\n")
    #expect(file.scenario.rules.map(\.name) == ["less", nil])
    #expect(file.scenario(under: "x")?.rules.map(\.text) == left)
    let again = try read(file.scenario.yaml(strategies: file.strategies))
    #expect(again.scenario(under: "x") == file.scenario(under: "x"))
  }

  @Test("an optional parameter can be taken back")
  func takenBack() throws {
    let text =
      smallShop("0.80 USD", with: "0.80 USD, saturation: 90") + "strategies: {open: {ads.meta.saturation: ~}}\n"
    #expect(try read(text).scenario(under: "open")?.ads["meta"]?.saturation == nil)
  }

  @Test(
    "a wrong strategy is a finding at its place",
    arguments: [
      ("{lean: {ads.meta.bugdet: 10}}", "16:21: no such parameter: ads.meta.bugdet | nearest: ads.meta.budget"),
      (
        "{lean: {ads.meta.budget: 10 USD per month}}",
        "16:38: ads.meta.budget: wrong unit: per month | for example: 40 USD per day, or 1200 USD per 30 days"
      ),
      (
        "{lean: {ads.meta.budget: ~}}",
        "16:38: ads.meta.budget: a value is missing | Ad money spent per day, as far as cash and credit line allow."
      ),
      (
        "{lean: {rules: []}}",
        "16:28: an empty list adds no rules | to remove the scenario's rules, write: rules: no rules"
      ),
      ("{lean: {rules: no}}", "16:28: expected a list of rules | start each rule with -"),
      ("{lean: {rules: no less}}", "16:28: no rule is called less | to remove all rules, write: no rules"),
      (
        "{lean: {rules: [rules: when cash < 5 then quit]}}",
        "16:29: a rule cannot be called rules | choose another name: in a strategy, \"no rules\" removes several rules at once"
      ),
      (
        "{lean: {rules: [a: when cash < 5 then quit, a: when cash < 6 then quit]}}",
        "16:57: two rules are called a | keep one of them"
      ),
      (
        "{lean: {rules: [give up: when cash < 5 then quit]}}",
        "16:29: a name is made of letters, digits, _ and -, at most 40 characters | put longer text in a comment"
      ),
      ("{lean: {owner: carefull}}", "16:28: no such preset: carefull | nearest: careful"),
      ("{lean: {rules: [when raos(7) < 1 then quit]}}", "16:34: no such figure: raos | nearest: roas"),
      (
        "{lean: {rules: [when cash < 5 then close stores]}, bold: {rules: [when cash < 5 then close shop]}}",
        "16:104: there is nothing called shop that you can close | nearest: stores.shop"
      ),
      ("{base: {months: 2}}", "16:14: base is the scenario itself | give the strategy another name"),
      (
        "{a lean one: {months: 2}}",
        "16:14: a name is made of letters, digits, _ and -, at most 40 characters | put longer text in a comment"
      ),
      ("{lean: [1]}", "16:20: strategies.lean: expected names with values | write: NAME: VALUE, one per line"),
      ("{lean: {ads.meta.store: shpo}}", "16:14: under strategy lean: no such store: shpo | nearest: shop"),
      (
        "{lean: {suppliers.yiwu.lost_rate: 80 %, suppliers.yiwu.defect_rate: 30 %}}",
        "16:14: under strategy lean: for lamp from yiwu, the rates of fraud, lost parcels, defects and returns sum to 1.1 | they are shares of the same orders, so their sum cannot be above 1"
      ),
    ])
  func wrong(block: String, expected: String) {
    #expect(told(smallShop + "strategies: \(block)\n") == [expected])
  }

  @Test("every strategy that makes no sense is told, not only the first")
  func several() {
    let text = smallShop + "strategies: {a: {ads.meta.store: x}, b: {ads.meta.store: y}}\n"
    #expect(told(text).count == 2)
  }
}

@Suite("Strategies that build on others")
struct StrategyLineageTests {
  @Test("the changes of the other are made first, wherever it stands in the file")
  func lineage() throws {
    let file = try read(
      smallShop
        + "strategies:\n  c: {from: b, months: 5}\n  b: {from: a, ads.meta.budget: 7}\n"
        + "  a: {ads.meta.budget: 9, ads.meta.cpc: 2, months: 4}\n  d: {from: base}\n")
    let c = try #require(file.scenario(under: "c"))
    #expect(c.ads["meta"]?.budget == 7 && c.ads["meta"]?.cpc == 2 && c.months == 5)
    #expect(file.strategies.map(\.parent) == ["b", "a", nil, nil])
    #expect(file.scenario(under: "d") == file.scenario)
    let again = try read(file.scenario.yaml(strategies: file.strategies))
    #expect(again.strategies == file.strategies)
  }

  @Test(
    "missing ones and circles are findings at their place",
    arguments: [
      ("{lean: {from: bold}, bald: {}}", ["16:27: no such strategy: bold | nearest: bald"]),
      (
        "{a: {from: b}, b: {from: a}}",
        [
          "16:24: strategies build on each other in a circle: a builds on b | make one of them build on the scenario: delete its line that begins with \"from:\"",
          "16:38: strategies build on each other in a circle: b builds on a | make one of them build on the scenario: delete its line that begins with \"from:\"",
        ]
      ),
      (
        "{a: {from: a}}",
        [
          "16:24: strategies build on each other in a circle: a builds on a | make one of them build on the scenario: delete its line that begins with \"from:\""
        ]
      ),
      ("{a: {from: [b]}}", ["16:24: expected the name of a strategy | write: from: NAME"]),
      ("{b: {from: a}, a: {from: x}}", ["16:38: no such strategy: x | available: b"]),
    ])
  func wrong(block: String, expected: [String]) {
    #expect(told(smallShop + "strategies: \(block)\n") == expected)
  }
}
