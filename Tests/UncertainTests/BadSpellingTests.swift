import Commands
import Language
import PtySupport
import Testing

/// A spelling that is wrong, and how that is told of a file and of a line at the prompt.
struct BadSpelling: Sendable, CustomTestStringConvertible {
  let text: String
  let inFile: String
  let atPrompt: String

  var testDescription: String { text }

  static let csv = "cpc,note\n0.70,cheap\n0.90,dear\n"

  static let all = [
    BadSpelling(
      text: "10 to",
      inFile: """
        shop.yaml:21:15: error: ads.meta.cpc: expected the upper bound
            cpc: 10 to
                      ^
          for example: 10 to 30
        """,
      atPrompt: """
        <prompt>:1:25: error: ads.meta.cpc: expected the upper bound
            set ads.meta.cpc = 10 to
                                    ^
          for example: 10 to 30
        """),
    BadSpelling(
      text: "1 to 0",
      inFile: """
        shop.yaml:21:10: error: ads.meta.cpc: the upper bound is below the lower one
            cpc: 1 to 0
                 ^^^^^^
          write: 0 to 1
        """,
      atPrompt: """
        <prompt>:1:20: error: ads.meta.cpc: the upper bound is below the lower one
            set ads.meta.cpc = 1 to 0
                               ^^^^^^
          write: 0 to 1
        """),
    BadSpelling(
      text: "５ to ２ USD",
      inFile: """
        shop.yaml:21:10: error: ads.meta.cpc: the upper bound is below the lower one
            cpc: ５ to ２ USD
                 ^^^^^^^^^^^^
          write: ２ USD to ５
        """,
      atPrompt: """
        <prompt>:1:20: error: ads.meta.cpc: the upper bound is below the lower one
            set ads.meta.cpc = ５ to ２ USD
                               ^^^^^^^^^^^^
          write: ２ USD to ５
        """),
    BadSpelling(
      text: "p10 60 p90 20",
      inFile: """
        shop.yaml:21:21: error: ads.meta.cpc: a higher percentile cannot have a smaller value
            cpc: p10 60 p90 20
                            ^^
          for example: p10 20 p90 60
        """,
      atPrompt: """
        <prompt>:1:31: error: ads.meta.cpc: a higher percentile cannot have a smaller value
            set ads.meta.cpc = p10 60 p90 20
                                          ^^
          for example: p10 20 p90 60
        """),
    BadSpelling(
      text: "normal(5, -1)",
      inFile: """
        shop.yaml:21:20: error: ads.meta.cpc: normal(mean, sd): the standard deviation must be above 0, not -1
            cpc: normal(5, -1)
                           ^^
          write: normal(100, 15)
        """,
      atPrompt: """
        <prompt>:1:30: error: ads.meta.cpc: normal(mean, sd): the standard deviation must be above 0, not -1
            set ads.meta.cpc = normal(5, -1)
                                         ^^
          write: normal(100, 15)
        """),
    BadSpelling(
      text: "normla(5, 1)",
      inFile: """
        shop.yaml:21:10: error: ads.meta.cpc: no such distribution: normla
            cpc: normla(5, 1)
                 ^^^^^^
          nearest: normal
        """,
      atPrompt: """
        <prompt>:1:20: error: ads.meta.cpc: no such distribution: normla
            set ads.meta.cpc = normla(5, 1)
                               ^^^^^^
          nearest: normal
        """),
    BadSpelling(
      text: "80%: 0.5 | 30%: 2",
      inFile: """
        shop.yaml:21:22: error: ads.meta.cpc: the percentages add up to 110%, which is 10% too much
            cpc: '80%: 0.5 | 30%: 2'
                             ^^^
          for example: 80%: 0 | 20%: 1000 to 4000
        """,
      atPrompt: """
        <prompt>:1:31: error: ads.meta.cpc: the percentages add up to 110%, which is 10% too much
            set ads.meta.cpc = 80%: 0.5 | 30%: 2
                                          ^^^
          for example: 80%: 0 | 20%: 1000 to 4000
        """),
    BadSpelling(
      text: "from none.csv column cpc",
      inFile: """
        shop.yaml:21:15: error: ads.meta.cpc: none.csv: there is no such file or folder
            cpc: from none.csv column cpc
                      ^^^^^^^^
          give the path relative to the scenario's folder
        """,
      atPrompt: """
        <prompt>:1:25: error: ads.meta.cpc: none.csv: there is no such file or folder
            set ads.meta.cpc = from none.csv column cpc
                                    ^^^^^^^^
          give the path relative to the scenario's folder
        """),
    BadSpelling(
      text: "from past.csv column cost",
      inFile: """
        shop.yaml:21:31: error: ads.meta.cpc: past.csv has no column cost
            cpc: from past.csv column cost
                                      ^^^^
          available: cpc, note
        """,
      atPrompt: """
        <prompt>:1:41: error: ads.meta.cpc: past.csv has no column cost
            set ads.meta.cpc = from past.csv column cost
                                                    ^^^^
          available: cpc, note
        """),
    BadSpelling(
      text: "from past.csv column note",
      inFile: """
        shop.yaml:21:31: error: ads.meta.cpc: past.csv, line 2: cheap is not a number
            cpc: from past.csv column note
                                      ^^^^
          remove units and words
        """,
      atPrompt: """
        <prompt>:1:41: error: ads.meta.cpc: past.csv, line 2: cheap is not a number
            set ads.meta.cpc = from past.csv column note
                                                    ^^^^
          remove units and words
        """),
  ]
}

@Suite("A bad spelling is a finding with a caret under the fault and the right spelling")
struct BadSpellingTests {
  /// A desk whose folder holds a file of samples, too.
  private func desk(_ shop: Shop) throws -> Desk {
    let desk = Desk()
    desk.folder.write(BadSpelling.csv.utf8, to: "past.csv")
    desk.folder.write(shop.yaml.utf8, to: "shop.yaml")
    return desk
  }

  @Test("in a file", arguments: BadSpelling.all)
  func inFile(_ bad: BadSpelling) throws {
    let desk = try desk(Shop(["ads.meta.cpc": bad.text]))
    #expect(desk.perform("load shop.yaml") == .failed(exitCode: 1))
    #expect(desk.complaints == bad.inFile)
  }

  @Test("at the prompt, where nothing changes", arguments: BadSpelling.all)
  func atPrompt(_ bad: BadSpelling) throws {
    let desk = try desk(Shop())
    let before = desk.session.scenario
    #expect(desk.perform("set ads.meta.cpc = \(bad.text)") == .failed(exitCode: 1))
    #expect(desk.complaints == bad.atPrompt)
    #expect(desk.session.scenario == before)
  }

  @Test(
    "in --set the carets stand where they do in set, whichever way the change is quoted",
    arguments: BadSpelling.all, ["'ads.meta.cpc = ", "\"ads.meta.cpc = ", "ads.meta.cpc='"])
  func inOption(_ bad: BadSpelling, begin: String) throws {
    let desk = try desk(Shop())
    let end = begin.first == "a" ? "'" : String(begin.prefix(1))
    desk.perform("set ads.meta.cpc = \(bad.text)")
    let plain = try #require(desk.findings.first?.place?.column) - "set ads.meta.cpc = ".count
    for option in ["--set ", "--set="] {
      let line = "run 10 \(option)\(begin)"
      #expect(desk.perform(line + bad.text + end) == .failed(exitCode: 1))
      #expect(desk.findings.first?.place?.column == line.count + plain, "\(line)")
    }
  }

  @Test(
    "counts, amounts and days tell their own",
    arguments: [
      (
        "suppliers.yiwu.capacity", "50 to 20 orders per day", "the upper bound is below the lower one",
        "write: 20 to 50"
      ),
      ("suppliers.yiwu.capacity", "10 to", "expected the upper bound", "for example: 10 to 30"),
      (
        "suppliers.yiwu.capacity", "p10 60 p90 20", "a higher percentile cannot have a smaller value",
        "for example: p10 20 p90 60"
      ),
      (
        "suppliers.yiwu.capacity", "20 to 50 visits per day", "unexpected visits", "expected: orders per day"
      ),
      ("suppliers.yiwu.capacity", "10-30", "unexpected -30", "write a range as 10 to 30"),
      (
        "costs.plan.amount", "30 to 60 USD", "how often is it paid?",
        "for example: 30 to 60 USD per month, or 100 to 150 USD once"
      ),
      (
        "costs.plan.amount", "30 to 60 USD per month once", "how often is it paid?",
        "for example: 30 to 60 USD per month, or 100 to 150 USD once"
      ),
      (
        "costs.plan.amount", "60 to 30 USD per month", "the upper bound is below the lower one",
        "write: 30 USD per month to 60"
      ),
      ("stores.shop.payout_days", "9 to 3 days", "the upper bound is below the lower one", "write: 3 days to 9"),
      ("months", "3 to 9", "this must be the same in every world", "write one value"),
      ("stores.shop.conversion", "1 to 4", "a share is at most 1", "if you mean a percentage, write: 4 %"),
    ])
  func otherKinds(path: String, text: String, message: String, help: String) {
    let desk = Desk()
    desk.perform("set \(path) = \(text)")
    #expect(desk.findings.map(\.message) == ["\(path): \(message)"])
    #expect(desk.findings.map(\.help) == [help])
  }
}

@Suite("Values that YAML would read as something else")
struct QuotingTests {
  private func complaints(_ line: String) -> String {
    let desk = Desk()
    desk.folder.write(Shop().yaml.replacing("    cpc: 0.50 USD", with: line).utf8, to: "shop.yaml")
    desk.perform("load shop.yaml")
    return desk.complaints
  }

  @Test("a mixture without quotes is told to take quotes, as it is to be written")
  func mixture() {
    #expect(
      complaints("    cpc: 80%: 0.5 | 20%: 1 to 4  # typed") == """
        shop.yaml:21:13: error: this is not valid YAML: a value without quotes contains a colon
            cpc: 80%: 0.5 | 20%: 1 to 4  # typed
                    ^
          put quotes around a value that contains a colon: cpc: "80%: 0.5 | 20%: 1 to 4"
        """)
  }

  @Test(
    "also between braces, in a list of strategies, and on a line of its own",
    arguments: [
      ("    cpc: {a: 80%: 0.5 | 20%: normal(3, 0.1), b: 3}", "a: \"80%: 0.5 | 20%: normal(3, 0.1)\""),
      ("    cpc: {b: 3, a: 80%: 0.5 | 20%: 4}", "a: \"80%: 0.5 | 20%: 4\""),
      ("    cpc:\n      80%: 0.5 | 20%: 4", "\"80%: 0.5 | 20%: 4\""),
      ("    cpc: from a: b.csv column c", "cpc: \"from a: b.csv column c\""),
    ])
  func places(line: String, written: String) {
    #expect(
      complaints(line).hasSuffix("\n  put quotes around a value that contains a colon: \(written)"),
      "\(complaints(line))")
  }

  @Test("what is written so is read")
  func quoted() throws {
    for quoted in ["\"80%: 0.5 | 20%: 1 to 4\"", "'80%: 0.5 | 20%: 1 to 4'", "80%:0.5 | 20%:1 to 4"] {
      #expect(complaints("    cpc: \(quoted)").isEmpty, "\(quoted)")
    }
  }

  @Test("other faults of YAML are told in words of their own")
  func others() {
    #expect(complaints("    cpc: [1").contains("this is not valid YAML: a list in [ ] is not finished"))
    #expect(complaints("    cpc: \"1: 2").contains("this is not valid YAML: quotes are opened and never closed"))
  }

  @Test("a call between braces, cut at its comma, is told to take quotes")
  func call() {
    let desk = Desk()
    let text = Shop().yaml.replacing("    cpc: 0.50 USD\n", with: "").replacing(
      "  meta:\n    budget: 0 USD per day", with: "  meta: {budget: 0, cpc: normal(5, 1)}")
    desk.folder.write(text.utf8, to: "shop.yaml")
    desk.perform("load shop.yaml")
    #expect(desk.findings.first?.message == "ads.meta.cpc: this bracket needs a closing )")
    #expect(desk.findings.first?.help == "a comma ends the value inside { }: put quotes around the value")
  }
}
