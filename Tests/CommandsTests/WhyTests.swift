import Commands
import Foundation
import Language
import PtySupport
import Synchronization
import Testing

/// A shop that often runs out of money: for a conversion and a click price that nobody knows, and for what its supplier and
/// its customers do.
private let riskyShop = """
  name: risky shop
  currency: USD
  start: 2027-01-01
  months: 4
  cash: {budget: 1500 USD}
  products:
    lamp:
      price: 35 USD
      return_rate: 6 %
      offers:
        yiwu: {unit_cost: 9 to 12 USD}
  stores:
    shop: {conversion: 1 % to 4 %, payment_fee: 2.9 %, payout_days: 7}
  ads:
    meta: {budget: 30 USD per day, cpc: 0.40 to 0.70 USD, price_sd: 0.2}
    google: {budget: 10 USD per day, cpc: 0.40 to 0.90 USD}
  suppliers:
    yiwu: {failure_rate: 10 % per month, failure_days: 10 days, lost_rate: 2 %}
  correlations:
    ads.meta.cpc, ads.google.cpc: 0.5
  events:
    - {name: ban, chance: 10 % per month, lasts: 14 days, then: pause ads.meta}
  strategies:
    lean:
      ads.meta.budget: 10 USD per day

  """

extension Desk {
  fileprivate static func risky(_ text: String = riskyShop) throws -> Desk {
    let desk = try Desk(loaded: false)
    desk.folder.write(text.utf8, to: "risky.yaml")
    try #require(desk.perform("load risky.yaml") == .done)
    return desk
  }

  fileprivate func expectToFit() {
    for line in shown.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
  }
}

@Suite("Why worlds fail")
struct WhyTests {
  @Test("says what saves most, what would be built in, the bridge of one world and the usual story")
  func document() throws {
    let desk = try Desk.risky()
    #expect(desk.perform("why --paths 200") == .done, "\(desk.complaint)")
    for text in [
      "run out of money, half of them on days", " saves ",
      "Causes that exist even without bad luck", "payouts on", "Do not add these up.",
      "A typical example: world",
      "Revenue", "Cash", "lower stores.shop.conversion", "Most often:",
    ] { #expect(desk.shown.contains(text), "\(text)") }
    desk.expectToFit()
  }

  @Test("as data: causes with their intervals, the split, the bridge, the shift and the story")
  func data() throws {
    let desk = try Desk.risky()
    #expect(desk.perform("why by group --paths 200 --json") == .done)
    let answer = try desk.json()
    #expect(answer["target"] as? String == "ruin" && answer["worlds"] as? Int == 200)
    let causes = try #require(answer["causes"] as? [[String: Any]])
    let ids = causes.compactMap { $0["id"] as? String }
    for id in [
      "failures", "ad-prices", "event:ban", "refunds", "payout-lag", "input:stores.shop.conversion",
      "input:ads.meta.cpc+ads.google.cpc",
    ] { #expect(ids.contains(id), "\(id)") }
    #expect(!ids.contains("holds") && !ids.contains("stockouts"))
    for cause in causes {
      let saved = try #require(cause["saved"] as? [String: Any])
      for key in ["value", "standard_error", "low", "high"] { #expect(saved[key] != nil, "\(key)") }
    }
    let split = try #require(answer["split"] as? [String: Int])
    let parts = ["one_alone", "several_each_alone", "only_together", "none_even_all"].compactMap { split[$0] }
    #expect(parts.reduce(0, +) == split["worlds"])
    let bridge = try #require(answer["bridge"] as? [String: Any])
    let rows = try #require(bridge["rows"] as? [[String: Any]])
    let difference = rows.compactMap { $0["difference"] as? Double }.reduce(0, +)
    let cash = try #require(bridge["cash"] as? [String: Double])
    #expect(abs(difference - ((cash["world"] ?? 0) - (cash["plan"] ?? 0))) < 1e-6)
    let shapley = try #require(answer["shapley"] as? [String: Any])
    let players = try #require(shapley["players"] as? [[String: Any]])
    let shares = players.compactMap { $0["share"] as? Double }.reduce(0, +)
    #expect(abs(shares + (shapley["remainder"] as? Double ?? 0) - 1) < 1e-9)
    #expect((answer["shift"] as? [[String: Any]])?.last?["id"] as? String == "dummy")
    #expect((answer["story"] as? [String: Any])?["classes"] != nil)
  }

  @Test("the same bytes for any number of threads")
  func threads() throws {
    var answers: Set<String> = []
    for threads in [1, 2, 5] {
      let desk = try Desk.risky()
      desk.perform("why --paths 150 --threads \(threads) --json")
      answers.insert(desk.data)
    }
    #expect(answers.count == 1)
  }

  @Test("losses are explained where ruin is rare, and it is said so")
  func losses() throws {
    let desk = try Desk.risky(riskyShop.replacing("budget: 1500 USD", with: "budget: 90000 USD"))
    #expect(desk.perform("why --paths 200") == .done)
    #expect(desk.shown.contains("0 of 200 worlds out of money: too few to explain. This"))
    #expect(desk.shown.contains("A typical example: world"))
    desk.expectToFit()
  }

  @Test(
    "shares by cause add up to the whole, at most eight and the rest of a kind together; worlds to look at are named")
  func byCause() throws {
    let desk = try Desk.risky()
    #expect(desk.perform("why by cause --months 2 --paths 64 --json") == .done, "\(desk.complaint)")
    let shapley = try #require(try desk.json()["shapley"] as? [String: Any])
    let players = try #require(shapley["players"] as? [[String: Any]])
    #expect(players.count == 8 && shapley["runs"] as? Int == 255)
    let ids = players.compactMap { $0["id"] as? String }
    #expect(ids.contains("input:stores.shop.conversion") && ids.contains { $0.hasPrefix("other:") }, "\(ids)")
    let shares = players.compactMap { $0["share"] as? Double }.reduce(0, +)
    #expect(abs(shares + (shapley["remainder"] as? Double ?? 0) - 1) < 1e-9)
    desk.perform("why --paths 200")
    #expect(desk.shown.contains("Worlds to look at: world"), "\(desk.shown)")
    desk.expectToFit()
    desk.perform("why --paths 200 --json")
    let exemplars = try #require((try desk.json()["story"] as? [String: Any])?["exemplars"] as? [[String: Any]])
    let kinds = exemplars.compactMap { $0["kind"] as? String }
    #expect(kinds.first == "first" && kinds.contains("saved_by"), "\(kinds)")
    // The world that is said to be saved is.
    let saved = try #require(exemplars.first { $0["kind"] as? String == "saved_by" })
    let world = try #require(saved["world"] as? Int)
    #expect(desk.perform("why world \(world) --json") == .done, "\(desk.complaint)")
    let causes = try #require(try desk.json()["causes"] as? [[String: Any]])
    let cause = try #require(causes.first { $0["id"] as? String == saved["cause"] as? String })
    #expect(cause["saves"] as? Bool == true && cause["ruin_day"] is NSNull)
  }

  @Test(
    "one world without each cause: what saves it, what it brings, what happened; a pinned cause that is absent changes nothing"
  )
  func oneWorld() throws {
    let desk = try Desk.risky()
    desk.perform("run 200")
    desk.perform("worlds --json")
    let worlds = try #require(try desk.json()["worlds"] as? [[String: Any]])
    let worst = try #require(worlds.first?["world"] as? Int)
    #expect(desk.perform("why world \(worst)") == .done, "\(desk.complaint)")
    for text in ["This world runs out of money on day", "What if", "out on day", "What happened"] {
      #expect(desk.shown.contains(text), "\(text): \(desk.shown)")
    }
    desk.expectToFit()
    desk.perform("why world \(worst) --json")
    let answer = try desk.json()
    #expect(answer["world"] as? Int == worst && (answer["gain"] as? Double ?? 0) < 0)
    #expect((answer["happenings"] as? [[String: Any]])?.last?["kind"] as? String == "out_of_money")
    desk.perform("why world \(worst) --csv")
    #expect(desk.data.hasPrefix("cause,group,ruin_day,gain,gain_change\r\n"))
  }

  @Test("whoever waits at a screen hears what the run tells, then a first look at 1,000 worlds; the answer is the same")
  func firstLook() throws {
    let desk = try Desk.risky(riskyShop.replacing("months: 4", with: "months: 1"))
    desk.perform("why loss --paths 4k --json")
    let answer = desk.data
    let shown = Mutex<[[String]]>([])
    desk.session.surroundings.beginWork = { _, _, _ in
      WorkWatch(showFirst: { sentences in shown.withLock { $0.append(sentences) } })
    }
    desk.perform("why loss --paths 4k --json")
    #expect(desk.data == answer)
    let told = shown.withLock { $0 }
    try #require(told.count == 2)
    #expect(
      told[0].count == 1 && told[0][0].hasSuffix("of 4,000 worlds lose money, whether or not they run out of it."),
      "\(told[0])")
    #expect(told[1].first == "A first look, at 1,000 worlds:")
    #expect(told[1].contains { $0.contains(" saves ") })
    // Of fewer worlds no first look is worth its time.
    desk.perform("why loss --paths 2k --json")
    #expect(shown.withLock { $0.count } == 3)
  }

  @Test("stopped, it keeps the causes that are finished, and ends with the number of an interrupt")
  func stopped() throws {
    let desk = try Desk.risky(riskyShop.replacing("months: 4", with: "months: 1"))
    let asked = Mutex(0)
    desk.session.surroundings.beginWork = { _, _, _ in
      WorkWatch(shouldStop: {
        asked.withLock { count in
          count += 1
          return count > 8
        }
      })
    }
    #expect(desk.perform("why loss --paths 200 --threads 1") == .failed(exitCode: 130))
    #expect(desk.shown.contains("What if") && desk.shown.contains("lose money"), "\(desk.shown)")
    let finished = try #require(desk.complaint.firstMatch(of: /stopped; (\d+) of (\d+) rows done/))
    let (some, all) = (Int(finished.1) ?? 0, Int(finished.2) ?? 0)
    #expect(some > 0 && some < all, "\(some) of \(all)")
  }

  @Test("as Markdown: the sentences, and the tables with bars between their columns")
  func markdown() throws {
    let desk = try Desk.risky(riskyShop.replacing("months: 4", with: "months: 1"))
    for command in ["why loss", "drivers for gain", "danger loss", "learn"] {
      #expect(desk.perform("\(command) --paths 200 --md") == .done, "\(command): \(desk.complaint)")
      #expect(desk.data.contains("| --- |") || desk.data.contains("---:") || command == "danger loss", "\(command)")
      #expect(desk.data.contains("200 worlds ·"), "\(command)")
    }
  }

  @Test("as CSV: a row for each cause")
  func rows() throws {
    let desk = try Desk.risky()
    desk.perform("why of lean --paths 150 --csv")
    #expect(desk.data.hasPrefix("cause,group,built_in,saved_of_ruined"))
    #expect(desk.data.contains("\r\nevent:ban,events,no,"))
  }
}

@Suite("Which numbers matter")
struct DriversTests {
  @Test("the number that matters most first, with its bar and what moves with it")
  func document() throws {
    let desk = try Desk.risky()
    #expect(desk.perform("drivers --paths 1k") == .done, "\(desk.complaint)")
    for text in [
      "Runs out of money: stores.shop.conversion matters most; when", "◂━", "No effect beyond chance",
      "around P90", "Gain",
    ] { #expect(desk.shown.contains(text), "\(text)") }
    desk.expectToFit()
    desk.perform("drivers for orders --paths 1k")
    #expect(desk.shown.contains("Orders: stores.shop.conversion matters most"))
  }

  @Test("as data: every drawn number with its swings and whom it moves with")
  func data() throws {
    let desk = try Desk.risky()
    desk.perform("drivers for gain --paths 1k --json")
    let answer = try desk.json()
    #expect(answer["target"] as? String == "gain")
    let bars = try #require(answer["tornado"] as? [[String: Any]])
    #expect(bars.count == 4 && bars.first?["input"] as? String == "stores.shop.conversion")
    let meta = try #require(bars.first { $0["input"] as? String == "ads.meta.cpc" })
    #expect(meta["linked_with"] as? [String] == ["ads.google.cpc"])
    #expect((meta["ruin"] as? [String: Any])?["standard_error"] != nil)
    desk.perform("drivers --paths 1k --csv")
    #expect(desk.data.hasPrefix("input,low_at,high_at,ruin,"))
  }

  @Test("of too rare a ruin it says so, and how many worlds would do; without drawn numbers there is nothing to tell")
  func nothing() throws {
    let desk = try Desk.risky()
    desk.perform("drivers for ruin --paths 200")
    #expect(
      desk.shown.contains("This run does not show") && desk.shown.contains("--paths"), "\(desk.shown)")
    let certain = try Desk()
    #expect(certain.perform("drivers --paths 200") == .done)
    #expect(certain.shown.contains("This scenario has no uncertain numbers"))
  }
}

@Suite("Where it goes wrong")
struct DangerCommandTests {
  @Test("the box in a sentence and a table, counted in worlds of another seed")
  func document() throws {
    let desk = try Desk.risky()
    #expect(desk.perform("danger --paths 1k") == .done, "\(desk.complaint)")
    for text in [
      "in 100", "elsewhere", "stores.shop.conversion", "everywhere else", "You cannot set any of these numbers",
      "The limits were found with seed 1 and then checked in",
    ] { #expect(desk.shown.contains(text), "\(text)") }
    desk.expectToFit()
  }

  @Test("levers are drawn for the question, and the answer says which limits are set by the owner")
  func levers() throws {
    let desk = try Desk.risky()
    #expect(desk.perform("danger with cash.budget 500..6000 --paths 1k") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("cash.budget") && desk.shown.contains("Of these numbers, you can set cash.budget"))
    desk.perform("danger with cash.budget 500..6000 --paths 1k --json")
    let box = try #require(try desk.json()["box"] as? [[String: Any]])
    #expect(box.contains { $0["input"] as? String == "cash.budget" && $0["lever"] as? Bool == true })
    // The scenario is as it was.
    desk.perform("show cash.budget")
    #expect(desk.shown.contains("1500 USD"))
  }

  @Test("as data: the limits with what they hold in the other worlds")
  func data() throws {
    let desk = try Desk.risky()
    desk.perform("danger loss --paths 1k --json")
    let answer = try desk.json()
    #expect(answer["chosen_seed"] as? Int == 1 && answer["scored_seed"] as? Int == 2)
    #expect(answer["said"] as? Bool == true)
    let density = try #require(answer["density"] as? [String: Double])
    let elsewhere = try #require(answer["elsewhere"] as? [String: Double])
    #expect((density["value"] ?? 0) > 1.25 * (elsewhere["value"] ?? 1))
    desk.perform("danger --paths 1k --csv")
    #expect(desk.data.hasPrefix("input,side,limit,quasi_p,lever,mass,density,coverage\r\nstores.shop.conversion,"))
  }

  @Test("the same bytes for any number of threads")
  func threads() throws {
    var answers: Set<String> = []
    for threads in [1, 2, 5] {
      let desk = try Desk.risky()
      desk.perform("danger --paths 500 --threads \(threads) --json")
      answers.insert(desk.data)
    }
    #expect(answers.count == 1)
  }

  @Test("where ruin is too rare losses are looked at, and without drawn numbers there is nothing to find")
  func nothing() throws {
    let desk = try Desk.risky(riskyShop.replacing("budget: 1500 USD", with: "budget: 90000 USD"))
    #expect(desk.perform("danger --paths 1k") == .done)
    #expect(desk.shown.contains("0 of 1,000 worlds run out of money: too one-sided to find a pattern. This"))
    desk.expectToFit()
    let certain = try Desk()
    #expect(certain.perform("danger --paths 500") == .done)
    #expect(certain.shown.contains("This scenario has no uncertain numbers"))
  }
}

/// A shop whose conversion is all that decides, where starting now is a coin toss.
private let unknownShop = """
  name: unknown shop
  currency: USD
  start: 2027-06-01
  months: 1
  cash: {budget: 20000 USD}
  costs:
    platform: {amount: 300 USD per 30 days}
    sundries: {amount: 200 USD per 30 days, row: other}
  products:
    gadget:
      price: 0.50 USD
      offers:
        wholesaler: {unit_cost: 0.20 USD}
  stores:
    shop: {conversion: "lognormal(4 %, 0.5)", payout_days: 0, reserve_rate: 0 %, reserve_days: 90}
  ads:
    paid: {budget: 2000 USD per 30 days, cpc: 0.01 USD}
  suppliers:
    wholesaler: {}

  """

@Suite("What to find out first")
struct LearnCommandTests {
  @Test("what knowing the conversion is worth, and ad tests of it, as known")
  func known() throws {
    let desk = try Desk.risky(unknownShop)
    #expect(desk.perform("learn --paths 600 --json") == .done, "\(desk.complaint)")
    let answer = try desk.json()
    let number = try #require((answer["inputs"] as? [[String: Any]])?.first)
    let evppi = try #require(number["evppi"] as? [String: Double])
    #expect(abs((evppi["value"] ?? 0) - 412.55352339) < 4 * (evppi["standard_error"] ?? 0))
    #expect(number["beyond_chance"] as? Bool == true)
    let tests = try #require(answer["tests"] as? [[String: Any]])
    #expect(tests.count > 2)
    let values = tests.compactMap { $0["evsi"] as? Double }
    // More clicks are never worth less, and none more than to know for sure.
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(values.allSatisfy { $0 <= (evppi["value"] ?? 0) * 1.02 })
    let all = try #require(answer["all_inputs"] as? [String: Any])
    #expect((all["high"] as? Double ?? 0) >= (evppi["value"] ?? 0) - 1e-9)
    #expect((answer["evpi"] as? Double ?? 0) >= (all["high"] as? Double ?? 0) - 1e-9)
  }

  @Test("on a screen: the choices with not starting, the first number, the table and the best test")
  func document() throws {
    let desk = try Desk.risky(unknownShop)
    desk.perform("learn --paths 300")
    for text in [
      "Choices: not starting, base.", "Find out stores.shop.conversion first", "A test that costs",
      "clicks on paid for gadget",
      "all uncertain numbers", "not starting if below", "best", "Choose by",
    ] { #expect(desk.shown.contains(text), "\(text)") }
    desk.expectToFit()
  }

  @Test("stopped, it keeps what each number and each test is worth; the first of it was shown before")
  func stopped() throws {
    let desk = try Desk.risky(unknownShop)
    let shown = Mutex<[[String]]>([])
    desk.session.surroundings.beginWork = { label, _, _ in
      // The run itself is let through.
      WorkWatch(
        shouldStop: { label.contains("times") }, showFirst: { sentences in shown.withLock { $0.append(sentences) } })
    }
    #expect(desk.perform("learn --paths 2k") == .failed(exitCode: 130))
    #expect(
      desk.complaint.contains("not calculated: what it would be worth to know all uncertain numbers"),
      "\(desk.complaint)")
    #expect(desk.shown.contains("Number to find out") && !desk.shown.contains("all uncertain numbers  "))
    let first = try #require(shown.withLock { $0 }.first)
    #expect(first.first == "A first look, at 1,000 worlds:", "\(first)")
    #expect(first.contains { $0.hasPrefix("Find out") }, "\(first)")
  }

  @Test("a limit of ruin and a price of ruin say what a ruin counts; several strategies are chosen among")
  func limits() throws {
    let desk = try Desk.risky()
    #expect(desk.perform("learn with ruin <= 5% --paths 100") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("Choices: not starting, base, lean."))
    #expect(desk.perform("learn lean price 500 USD --paths 100") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("counts as if it had gained 500 USD less"))
    desk.expectToFit()
    desk.perform("learn --paths 100 --csv")
    #expect(desk.data.hasPrefix("input,evppi,evppi_standard_error,"))
  }

  @Test("the same bytes for any number of threads")
  func threads() throws {
    var answers: Set<String> = []
    for threads in [1, 2, 5] {
      let desk = try Desk.risky()
      desk.perform("learn lean --paths 100 --threads \(threads) --json")
      answers.insert(desk.data)
    }
    #expect(answers.count == 1)
  }
}

/// Three bills, two of which go together, and a blow: all of its shares are known.
private let bills = """
  name: three bills and a blow
  currency: USD
  start: 2027-06-01
  months: 1
  cash: {budget: 50000 USD}
  products:
    gadget:
      price: 50 USD
      offers:
        wholesaler: {unit_cost: 20 USD}
  stores:
    shop: {conversion: 10 %}
  ads:
    paid: {budget: 0 USD per day, cpc: 1.00 USD}
  suppliers:
    wholesaler: {}
  costs:
    a: {amount: "normal(3000 USD, 300 USD) once", row: other}
    b: {amount: "normal(3000 USD, 300 USD) once", row: other}
    c: {amount: "normal(3000 USD, 600 USD) once", row: other}
  correlations:
    costs.b.amount, costs.c.amount: 0.5
  events:
    - {name: blow, from: 2027-06-10, chance: 20 %, then: pay damages 800 USD}

  """

@Suite("Shares of what differs between worlds")
struct SobolCommandTests {
  @Test("numbers, a correlated group and luck have the shares that are known")
  func known() throws {
    let desk = try Desk.risky(bills)
    #expect(desk.perform("drivers sobol for gain --paths 2k --json") == .done, "\(desk.complaint)")
    let answer = try desk.json()
    #expect(answer["runs"] as? Int == 5 && answer["target"] as? String == "gain")
    let columns = try #require(answer["sobol"] as? [[String: Any]])
    // Bills act by themselves: first and total are the same.
    let known = [
      ("costs.a.amount", 0.108597322745), ("costs.b.amount+costs.c.amount", 0.767843056710), ("luck", 0.123559620545),
    ]
    #expect(columns.compactMap { $0["column"] as? String } == known.map(\.0))
    for (column, share) in zip(columns, known.map(\.1)) {
      for key in ["first", "total"] {
        let index = try #require(column[key] as? [String: Double])
        #expect(abs((index["value"] ?? 0) - share) < 4 * (index["standard_error"] ?? 0), "\(column)")
      }
    }
  }

  @Test(
    "shares that add up have the values that are known, where all are well and where many are ruined",
    arguments: [
      (50_000, "gain", [0.108597322745, 0.264673391633, 0.503169665078], 0.123559620545),
      (9_600, "ruin", [0.11930602, 0.21101904, 0.40685736], 0.26281758),
    ])
  func shares(_ known: (budget: Int, figure: String, shares: [Double], luck: Double)) throws {
    let desk = try Desk.risky(bills)
    desk.perform("set cash.budget = \(known.budget) USD")
    #expect(desk.perform("drivers shares for \(known.figure) --paths 4k --json") == .done, "\(desk.complaint)")
    let answer = try desk.json()
    #expect(answer["runs"] as? Int == 8 && answer["target"] as? String == known.figure)
    let shares = try #require(answer["shares"] as? [String: Any])
    let luck = try #require(shares["luck"] as? [String: Double])
    #expect(abs((luck["value"] ?? 0) - known.luck) < 4 * (luck["standard_error"] ?? 0), "\(luck)")
    let inputs = try #require(shares["inputs"] as? [[String: Any]])
    for (name, share) in zip(["a", "b", "c"], known.shares) {
      let input = try #require(inputs.first { $0["input"] as? String == "costs.\(name).amount" })
      let found = try #require(input["share"] as? [String: Double])
      #expect(abs((found["value"] ?? 0) - share) < 4 * (found["standard_error"] ?? 0), "\(name): \(found)")
    }
    desk.perform("drivers shares for \(known.figure) --paths 500")
    #expect(desk.shown.contains("with costs.c.amount") && desk.shown.contains("The shares add up to 100 %"))
    desk.expectToFit()
  }

  @Test("without luck none is told, without numbers all is luck")
  func luckAlone() throws {
    let desk = try Desk.risky(bills.replacing("chance: 20 %", with: "chance: 0 %"))
    desk.perform("drivers shares for gain --paths 500 --json")
    let luck = try #require((try desk.json()["shares"] as? [String: Any])?["luck"] as? [String: Double])
    #expect(luck["value"] == 0)
    let certain = try Desk()
    certain.perform("drivers shares for gain --paths 300 --json")
    let all = try #require((try certain.json()["shares"] as? [String: Any])?["luck"] as? [String: Double])
    #expect(abs((all["value"] ?? 0) - 1) < 4 * (all["standard_error"] ?? 0))
  }

  @Test("shares are the same bytes for any number of threads")
  func threadsOfShares() throws {
    var answers: Set<String> = []
    for threads in [1, 2, 5] {
      let desk = try Desk.risky()
      desk.perform("drivers shares of lean --paths 150 --threads \(threads) --json")
      answers.insert(desk.data)
    }
    #expect(answers.count == 1)
  }

  @Test("on a screen, with what changes nothing and what correlated numbers are")
  func document() throws {
    let desk = try Desk.risky()
    #expect(desk.perform("drivers sobol --paths 500") == .done, "\(desk.complaint)")
    for text in ["luck explains", "by itself", "With all others", "Correlated numbers share"] {
      #expect(desk.shown.contains(text), "\(text)")
    }
    desk.expectToFit()
    desk.perform("drivers sobol --paths 300 --csv")
    #expect(desk.data.hasPrefix("column,first,first_standard_error"))
    let certain = try Desk()
    certain.perform("drivers sobol --paths 300")
    #expect(certain.shown.contains("luck"))
  }

  @Test("the same bytes for any number of threads")
  func threads() throws {
    var answers: Set<String> = []
    for threads in [1, 2, 5] {
      let desk = try Desk.risky()
      desk.perform("drivers sobol of lean --paths 150 --threads \(threads) --json")
      answers.insert(desk.data)
    }
    #expect(answers.count == 1)
  }
}
