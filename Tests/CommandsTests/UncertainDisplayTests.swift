import Commands
import Language
import PtySupport
import Scenarios
import Testing

@Suite("Uncertain numbers as they are shown")
struct UncertainDisplayTests {
  private func desk(_ lines: String...) throws -> Desk {
    let desk = try Desk()
    for line in lines { try #require(desk.perform(line) == .done, "\(line): \(desk.complaint)") }
    return desk
  }

  @Test("a table says value, curve, percentiles and origin; certain values stay as they were")
  func table() throws {
    let desk = try desk("set ads.meta.cpc = 0.40 to 0.90 USD", "show ads")
    let lines = desk.shown.split(separator: "\n").map(String.init)
    let line = try #require(lines.first { $0.contains("cpc ") })
    #expect(line.contains("0.40 to 0.90 USD") && line.contains("0.4 … 0.6 … 0.9") && line.hasSuffix("set"))
    #expect(line.contains("█") && line.contains("▁"))
    for line in lines { #expect(line.displayWidth <= 80, "\(line)") }
    desk.perform("show cash")
    #expect(!desk.shown.contains("P50"))
  }

  @Test("shares are percentages, whole numbers are whole")
  func units() throws {
    let desk = try desk("set stores.shop.conversion = 2 to 4 %", "show stores")
    #expect(desk.shown.contains("2 … 2.83 … 4 %"))
    try #require(desk.perform("set ads.meta.learning_days = 5 to 20") == .done, "\(desk.complaint)")
    desk.perform("show ads.meta.learning_days --json")
    #expect(desk.data.contains("\"p5\":5,\"p50\":10,\"p95\":20"))
  }

  @Test("data for programs has percentiles where any value is uncertain")
  func data() throws {
    let desk = try desk("show ads --json")
    #expect(!desk.data.contains("p50"))
    try #require(desk.perform("set ads.meta.cpc = 0.40 to 0.90 USD; show ads --json") == .done)
    #expect(desk.data.contains("\"p5\":0.") && desk.data.contains("\"p5\":null"))
  }

  @Test("one parameter is drawn, with its percentiles in words and what it is correlated with")
  func one() throws {
    let text = smallShop.replacing("cpc: 0.50 USD", with: "cpc: 0.40 to 0.90 USD")
      .replacing("conversion: 3 %", with: "conversion: 2 to 4 %")
    let desk = try desk()
    desk.folder.write(
      (text + "correlations:\n  ads.meta.cpc, stores.shop.conversion: -0.4\n").utf8, to: "unsure.yaml")
    try #require(desk.perform("load unsure.yaml") == .done, "\(desk.complaint)")
    desk.perform("show ads.meta.cpc")
    for words in ["0.4 USD per click … 0.6 USD per click … 0.9 USD per click", "from the file", "↑ p50"] {
      #expect(desk.shown.contains(words), "\(words)")
    }
    #expect(desk.shown.contains("correlated") && desk.shown.contains("-0.4 with stores.shop.conversion"))
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
  }

  @Test("what is the same as another parameter shows that one's spread")
  func same() throws {
    let desk = try desk(
      "set ads.meta.cpc = 0.40 to 0.90 USD", "set ads.meta.budget = same as ads.meta.cpc", "show ads.meta.budget")
    #expect(desk.shown.contains("same as ads.meta.cpc") && desk.shown.contains("0.6 USD per day"))
  }

  @Test("a run names its uncertain way of drawing, and that its errors are too wide then")
  func sampling() throws {
    let desk = try desk("set ads.meta.cpc = 0.40 to 0.90 USD", "run 64 --sampling lhs")
    #expect(desk.shown.contains("seed 1 · Latin hypercube · #1"))
    let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("with Latin hypercube, the true errors are smaller"))
    desk.perform("run 64")
    #expect(!desk.shown.contains("the true errors") && !desk.shown.contains("random"))
  }

  @Test("every spelling that help ranges lists is understood")
  func spellings() throws {
    let desk = try desk("help ranges")
    for words in [
      "0.60 to 1.40", "25% chance 3000", "pert(low, mode, high)", "lognormal(0.9, 0.3)", "same as ads.meta.cpc",
    ] { #expect(desk.shown.contains(words), "\(words)") }
    for line in desk.shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
    desk.folder.write("cpc\n100\n200\n".utf8, to: "costs.csv")
    for value in [
      "0.60 to 1.40", "10 to 30 likely 18", "p10 20 p90 60", "80%: 0 | 20%: 1000 to 4000", "25% chance 3000",
      "from costs.csv column cpc", "same as ads.meta.cpc",
    ] {
      #expect(desk.perform("set ads.meta.budget = \(value)") == .done, "\(value): \(desk.complaint)")
    }
  }
}

@Suite("Uncertain numbers as they are changed")
struct UncertainChangeTests {
  @Test(
    "a factor multiplies every value, and nothing else",
    arguments: [
      ("0.40 to 0.90 USD", "x2", "0.8 to 1.8 USD"),
      ("0.40 to 0.90 USD per click", "+20%", "0.48 to 1.08 USD per click"),
      ("0.4..1.1 likely 0.6", "x1.2", "0.48 to 1.32 likely 0.72"), ("p10 0.2 p90 0.6", "x0.5", "p10 0.1 p90 0.3"),
      ("lognormal(0.6, 0.3)", "x2", "lognormal(1.2, 0.3)"), ("gamma(4, 0.1)", "x2", "gamma(4, 0.2)"),
      ("normal(0.6 USD, 0.1 USD)", "-50%", "normal(0.3 USD, 0.05 USD)"),
      ("uniform(0.4, 0.8)", "*= 200%", "uniform(0.8, 1.6)"), ("pert(0.3, 0.5, 0.9)", "x2", "pert(0.6, 1, 1.8)"),
      ("80%: 0.5 | 20%: 1 to 4", "x2", "80%: 1 | 20%: 2 to 8"), ("25% chance 3", "x2", "25% chance 6"),
    ])
  func factors(before: String, change: String, after: String) throws {
    let desk = try Desk()
    try #require(desk.perform("set ads.meta.cpc = \(before)") == .done, "\(desk.complaint)")
    #expect(desk.perform("set ads.meta.cpc \(change)") == .done, "\(desk.complaint)")
    #expect(desk.value("ads.meta.cpc") == after)
  }

  @Test("percentages stay percentages")
  func shares() throws {
    let desk = try Desk()
    desk.perform("set stores.shop.conversion = 2 to 4 %; set stores.shop.conversion +10%")
    #expect(desk.value("stores.shop.conversion") == "2.2 to 4.4 %")
  }

  @Test(
    "what cannot be multiplied says what to do",
    arguments: [
      ("stores.shop.conversion", "beta(3, 97)", "x2"), ("ads.meta.budget", "same as ads.meta.cpc", "x2"),
      ("ads.meta.budget", "from costs.csv column cpc", "+10%"), ("ads.meta.cpc", "0.4 to 0.9 USD", "+= 1"),
      ("ads.meta.cpc", "uniform(0.4, 0.9)", "x0"),
    ])
  func refused(path: String, value: String, change: String) throws {
    let desk = try Desk()
    desk.folder.write("cpc\n10\n20\n".utf8, to: "costs.csv")
    try #require(desk.perform("set \(path) = \(value)") == .done, "\(desk.complaint)")
    #expect(desk.perform("set \(path) \(change)") == .failed(exitCode: 1))
    #expect(desk.findings.first?.place?.column == (change.hasPrefix("+=") ? 21 : 5), "\(desk.complaint)")
  }

  @Test("a value that is missing is pointed at where it should stand")
  func caret() throws {
    let desk = try Desk()
    let line = "set ads.meta.cpc = 10 to"
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.findings.first?.place?.column == line.count + 1)
  }

  @Test("what is cut off by the parameter's limits is said once, when it is set or loaded")
  func cuts() throws {
    let desk = try Desk()
    desk.perform("set stores.shop.conversion = normal(3 %, 3 %)")
    #expect(desk.notices.contains { $0.contains("stores.shop.conversion") && $0.contains("are never drawn") })
    desk.perform("set cash.budget = 4000")
    #expect(desk.notices.isEmpty)
    desk.perform("run 20")
    #expect(desk.notices.isEmpty)
    desk.perform("run 20 --set 'ads.meta.price_sd = normal(0.2, 0.2)'")
    #expect(desk.notices.count == 1)
    desk.perform("save cut.yaml; load cut.yaml")
    #expect(desk.notices.contains { $0.contains("are never drawn") })
  }
}
