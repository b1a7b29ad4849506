import Analysis
import Commands
import Language
import PtySupport
import Scenarios
import Simulation
import Testing

@Suite("Questions that make a store")
struct StartTests {
  /// Answers the questions one by one; the desk has the last reply.
  private func interview(_ lines: String..., beginning: String = "start shop-a --paths 20") throws -> Desk {
    let desk = try Desk(interactive: true, loaded: false)
    #expect(desk.perform(beginning) == .done, "\(desk.complaint)")
    for line in lines { desk.perform(line) }
    return desk
  }

  @Test(
    "without a terminal the usual answers are taken, and told; the store differs from that of new in its money only")
  func usual() throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("start shop-a --paths 20") == .done, "\(desk.complaint)")
    let screen = desk.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(screen.contains("--money 2000 USD How much of your own money can you put in? (usual value)"), "\(screen)")
    #expect(desk.session.lastRun != nil && !desk.session.isInterviewing)
    #expect(desk.session.scenario.cash.budget == 2000)
    #expect(desk.perform("new shop-b") == .done)
    let lines = [desk.folder.read("shop-a.yaml"), desk.folder.read("shop-b.yaml")].map {
      $0.split(separator: "\n").map { $0.prefix { $0 != "#" } }
    }
    let different = zip(lines[0], lines[1]).filter { $0 != $1 }.map { String($0.0) }
    #expect(different == ["name: shop-a", "  budget: 2000 USD  "])
  }

  @Test("questions and options write the same bytes, and the questions name the options")
  func sameBytes() throws {
    let asked = try interview(
      "15000 CNY", "woocommerce", "tiktok 25", "", "12 + 6", "unknown", "patient", "4 x 90")
    #expect(!asked.session.isInterviewing, "\(asked.screen)")
    let again = asked.screen.firstRange(of: "to do the same without questions, write: ").map {
      asked.screen[$0.upperBound...]
    }
    let line = try #require(again?.firstRange(of: "  base · ").map { again?[..<$0.lowerBound] ?? "" })
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      line
        == "start shop-a --money '15000 CNY' --from woocommerce --ads 'tiktok 25' --cost '12 + 6' --monthly unknown --owner patient --tests '4 x 90'"
    )
    let told = try Desk(loaded: false)
    #expect(told.perform(line + " --paths 20") == .done, "\(told.complaint)")
    #expect(told.folder.read("shop-a.yaml") == asked.folder.read("shop-a.yaml"))
    // What a script makes of it is the same.
    asked.perform("history --to again.drop")
    #expect(asked.folder.read("again.drop").contains(line))
  }

  @Test("answers stand in the file as the owner's own; what was not known as a range with its source")
  func written() throws {
    let desk = try interview("2214", "", "meta 25", "45", "unknown", "80", "", "3 x 120")
    let scenario = desk.session.scenario
    #expect(scenario.cash.budget == 2214 && scenario.products["product"]?.price == 45)
    #expect(scenario.ads["meta"]?.budget == 25 && desk.value("costs.other.amount") == "80 USD per month")
    #expect(scenario.productTests.candidates == 3 && scenario.productTests.testSpend == 120)
    let text = desk.folder.read("shop-a.yaml")
    for line in [
      "budget: 2214 USD  # yours", "price: 45 USD  # yours",
      "unit_cost: 6.3 to 13.5 likely 9 USD, shipping_cost: 3.5 to 7.5 likely 5 USD}  # M: assumption",
    ] { #expect(text.contains(line), "\(line)") }
  }

  @Test("money from home makes a store with statements in that currency, paid in dollars and changed on the way")
  func yuan() throws {
    let desk = try interview("1.5万元", "", "meta 25", "45", "75 + 45 CNY", "400元", "", "3 x 120")
    #expect(desk.findings.isEmpty, "\(desk.complaint)")
    let (scenario, text) = (desk.session.scenario, desk.folder.read("shop-a.yaml"))
    #expect(scenario.currency == "CNY" && scenario.cash.budget == 15_000)
    #expect(scenario.stores["shop"]?.currency == "USD" && scenario.stores["shop"]?.payoutAccount == "pingpong")
    #expect(desk.value("products.product.offers.supplier.unit_cost") == "75 CNY per unit")
    #expect(
      desk.value("costs.other.amount") == "400 CNY per month" && scenario.productTests.testSpend == 120)
    #expect(desk.value("fx.USD.rate") == "6.776" && text.contains("USD: {preset: usd-in-cny}"), "\(text)")
    // What the owner's rules compare is in dollars too.
    #expect(desk.value("product_tests.stop_if") == "margin(14) < -15 % and spend(14) >= 225 USD")
    #expect(desk.screen.contains("CNY") && !desk.screen.contains("no rate is given"), "\(desk.screen)")
  }

  @Test("a shop that sells already is entered with what is on its way, and begins with the orders it has")
  func running() throws {
    let desk = try interview(
      "3000", "", "meta 60", "45", "11 + 6", "80", "12", "800 in 5 days", "300 in 14 days", "",
      beginning: "start shop-a running --paths 20")
    #expect(!desk.session.isInterviewing && desk.findings.isEmpty, "\(desk.screen) \(desk.complaint)")
    let scenario = desk.session.scenario
    #expect(scenario.cash.budget == 3000 && scenario.testedProduct == nil)
    let text = desk.folder.read("shop-a.yaml")
    #expect(text.ranges(of: "amount: 160 USD}").count == 5, "\(text)")
    #expect(text.ranges(of: "to: other, due: 2027-03-").count == 5, "\(text)")
    #expect(text.ranges(of: "count: 84}").count == 12, "\(text)")
    // On averages the first month goes on as before.
    let plan = try #require(desk.session.lastRun).plan
    #expect(abs(plan.monthly(.orders, month: 0)[0] / 31 - 12) < 0.5)
    // What is not said of payouts is what such a processor owes: four days of orders, less a tenth.
    let silent = try Desk(loaded: false)
    #expect(silent.perform("start b --price 45 --running 12 --paths 2") == .done, "\(silent.complaint)")
    #expect(silent.folder.read("b.yaml").ranges(of: "amount: 486 USD}").count == 4, "\(silent.folder.read("b.yaml"))")
    let told = try Desk(loaded: false)
    let line =
      "start shop-a --money 3000 --ads 'meta 60' --price 45 --cost '11 + 6' --monthly 80 --running 12 --payouts '800 in 5 days' --bills '300 in 14 days'"
    #expect(told.perform(line + " --paths 20") == .done, "\(told.complaint)")
    #expect(told.folder.read("shop-a.yaml") == desk.folder.read("shop-a.yaml"))
  }

  @Test(
    "what a running shop cannot be is told",
    arguments: [
      ("--running 900", "with these ads, 900 a day is too many orders"), ("--running many", "expected a number"),
      ("--running 5 --money '15000 CNY'", "a running business with money in CNY"),
      ("--running 5 --from craft-tools", "an example store cannot be a business that sells already"),
      ("--running 0.01", "allowed: 0.1 to 2,000"),
      ("--money '300000 JPY'", "no exchange rate is known for JPY"),
      ("--payouts '5 EUR in 3 days'", "money owed to you or by you cannot be in EUR"),
      ("--payouts '5 in 900 days'", "expected 1 to 365 days"),
    ])
  func refusedRunning(options: String, words: String) throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("start a --paths 2 \(options)") == .failed(exitCode: 1))
    #expect(desk.complaint.contains(words), "\(desk.complaint)")
    #expect(desk.folder.read("a.yaml").isEmpty)
  }

  @Test("an owner anywhere may answer in their own currency", arguments: ["EUR", "GBP"])
  func elsewhere(code: String) throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("start a --money '2000 \(code)' --paths 2") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario.currency == code && desk.findings.isEmpty, "\(desk.complaint)")
    #expect(desk.perform("start b --from craft-tools --money '2000 \(code)' --paths 2") == .done)
    #expect(desk.session.scenario.currency == "USD" && desk.session.scenario.cash.budget > 1000)
  }

  @Test("rules that look at what was spent look at as many days of a small budget")
  func smallBudgets() throws {
    let desk = try Desk(loaded: false)
    for (line, rule) in [
      ("--ads 'meta 15'", "margin(14) < -15 % and spend(14) >= 135 USD"),
      ("--ads 'meta 15' --owner patient", "margin(28) < -15 % and spend(28) >= 270 USD"),
      ("--from amazon", "margin(14) < 0 % and spend(14) >= 90 USD"),
      ("--ads 60", "margin(14) < -15 % and spend(14) >= 270 USD"),
    ] {
      #expect(desk.perform("start a --force --paths 2 \(line)") == .done, "\(desk.complaint)")
      #expect(desk.value("product_tests.stop_if") == rule, "\(line)")
    }
  }

  @Test("every owner makes a store, whatever is spent on ads", arguments: ["careful", "patient", "never_stops"])
  func owners(owner: String) throws {
    let desk = try Desk(loaded: false)
    for line in ["--ads 'meta 400'", "--ads 'meta 10'", "--from amazon", "--ads 'meta 400' --money 20000"] {
      let ending = desk.perform("start a --force --paths 2 --owner \(owner) \(line)")
      #expect(ending == .done, "\(line): \(desk.complaint)")
    }
    let tests = desk.session.scenario.productTests.candidates
    #expect(owner == "never_stops" ? tests == 0 : tests == 7)
  }

  @Test("back, why and stop are understood, and a wrong answer is asked for again")
  func wayBack() throws {
    let desk = try interview("3000", "nowhere")
    #expect(desk.complaint.hasPrefix("not one of the choices: nowhere") && desk.session.prompt == "from")
    desk.perform("back")
    #expect(desk.session.prompt == "money" && desk.screen.contains("1 of 8"))
    desk.perform("?")
    #expect(desk.screen.contains("This is the money you can lose") && desk.session.prompt == "money")
    for wrong in ["-5", "5 %", "3 per month", "7 EUR", "100 XAU", "1e9", "many", "9'"] {
      desk.perform(wrong)
      #expect(desk.findings.count == 1 && desk.session.prompt == "money", "\(wrong)")
    }
    desk.perform("stop")
    #expect(
      !desk.session.isInterviewing && desk.notices == ["you stopped before the last question, so nothing was written"])
    #expect(desk.folder.read("shop-a.yaml").isEmpty)
    desk.perform("history --to again.drop")
    #expect(!desk.folder.read("again.drop").contains("start"))
  }

  @Test(
    "what a store has no use for is not asked: channels on a marketplace, numbers of a niche, tests of who never stops")
  func asked() throws {
    let market = try interview("", "amazon")
    #expect(market.session.prompt == "ads" && market.screen.contains("[10 USD]"))
    market.perform("meta 30")
    #expect(market.session.prompt == "ads" && market.findings.count == 1)
    market.perform("12")
    for line in ["", "", "", "never_stops"] { market.perform(line) }
    #expect(!market.session.isInterviewing && market.session.strategyNames == ["base", "careful"])
    #expect(market.session.scenario.ads["amazon-ads"]?.budget == 12)

    let niche = try interview("4000", "craft-tools")
    #expect(!niche.session.isInterviewing && !niche.session.isChanged, "\(niche.screen)")
    #expect(niche.session.scenario.cash.budget == 4000 && niche.folder.read("shop-a.yaml").contains("#"))
  }

  @Test("every place and channel to choose, and every beginning and number of one, makes a store without findings")
  func choices() throws {
    let desk = try Desk(interactive: true, loaded: false)
    desk.perform("start a")
    desk.perform("")
    let places = desk.session.completions(of: "", at: 0).candidates.map(\.text)
    #expect(places.count >= 14 && desk.session.completions(of: "amaz", at: 4).candidates.map(\.text) == ["amazon"])
    desk.perform("")
    let channels = desk.session.completions(of: "", at: 0).candidates.map(\.text)
    #expect(channels.contains("meta") && !channels.contains("amazon-ads"))
    _ = desk.session.leaveInterview()
    let script = try Desk(loaded: false)
    for (number, place) in places.enumerated() {
      #expect(
        script.perform("start p\(number) --from \(number + 1) --paths 2") == .done, "\(place): \(script.complaint)")
    }
    for channel in channels {
      #expect(script.perform("start c-\(channel) --ads '\(channel) 20' --paths 2") == .done, "\(script.complaint)")
      #expect(script.session.scenario.ads.names == [channel])
    }
  }

  @Test("a file that is there already is told before anything is asked; without a name the next free one is taken")
  func taken() throws {
    let desk = try Desk(interactive: true)
    desk.perform("start shop")
    #expect(desk.complaint.hasPrefix("shop.yaml exists") && !desk.session.isInterviewing)
    desk.folder.write("mine".utf8, to: "my-store.yaml")
    desk.perform("start --from craft-tools --money 4000 --paths 20")
    #expect(desk.session.prompt == "my-store-2" && desk.folder.read("my-store.yaml") == "mine")
  }
}
