import Commands
import Language
import PtySupport
import Scenarios
import Testing

@Suite("Strategies at the prompt")
struct StrategyCommandTests {
  @Test("a block of changes over several lines, with comments")
  func block() throws {
    let desk = try Desk()
    let block = "strategy calm {\n  ads.meta.budget = 20  # less\n  cash.budget +50% ; ads.*.cpc x2\n}"
    #expect(desk.perform(block) == .done, "\(desk.complaint)")
    let calm = try #require(desk.session.scenario(under: "calm"))
    #expect(calm.ads["meta"]?.budget == 20 && calm.cash.budget == 4500 && calm.ads["meta"]?.cpc == 1)
    #expect(desk.value("cash.budget") == "3000 USD")
    #expect(desk.session.isChanged && desk.shown.contains("undo takes it back"))
    desk.perform("undo")
    #expect(!desk.session.isChanged && desk.session.strategyNames == ["base", "lean"])
  }

  @Test("rules stand among the changes")
  func rules() throws {
    let desk = try Desk()
    #expect(desk.perform("strategy calm { ads.meta.budget = 20 ; when cash < 500 then pause ads }") == .done)
    #expect(desk.session.scenario(under: "calm")?.rules.count == 1)
    desk.perform("strategy show calm")
    #expect(desk.shown.contains("when cash < 500 then pause ads"))
    #expect(desk.perform("save; load shop.yaml") == .done, "\(desk.complaint)")
    #expect(desk.session.strategies.named("calm")?.rules.map(\.text) == ["when cash < 500 then pause ads"])
  }

  @Test("no rules takes away those of what it builds on, and is saved")
  func withoutRules() throws {
    let desk = try Desk()
    desk.perform("strategy calm { when cash < 500 then pause ads }")
    #expect(desk.perform("strategy wild from calm { no rules ; ads.meta.budget x2 }") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario(under: "calm")?.rules.count == 1)
    #expect(desk.session.scenario(under: "wild")?.rules.isEmpty == true)
    #expect(desk.perform("save; load shop.yaml") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario(under: "wild")?.rules.isEmpty == true)
  }

  @Test("rules have names at the prompt, too, and owners are presets there")
  func namedRules() throws {
    let desk = try Desk()
    #expect(desk.perform("strategy calm { less: when cash < 500 then pause ads ; when cash < 9 then quit }") == .done)
    #expect(desk.perform("strategy wild from calm { no less }") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario(under: "wild")?.rules.map(\.text) == ["when cash < 9 then quit"])
    #expect(desk.perform("strategy kept from calm { owner careful }") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario(under: "kept")?.rules.compactMap(\.name) == ["less", "quit_losing", "quit_idle"])
    #expect(desk.session.scenario(under: "kept")?.productTests.testSpend == 150)
    #expect(desk.perform("save; load shop.yaml") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario(under: "kept")?.rules.count == 4)
    #expect(desk.perform("strategy bad from calm { no more }") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("no rule is called more") && desk.complaint.contains("less"))
    #expect(desk.perform("whatif owner patient --paths 20") == .done, "\(desk.complaint)")
    #expect(desk.perform("whatif owner patent --paths 20") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("nearest: patient"))
  }

  @Test("a strategy builds on another and follows it")
  func inheritance() throws {
    let desk = try Desk()
    #expect(desk.perform("strategy leaner from lean { ads.meta.budget x0.5; cash.budget = 1000 }") == .done)
    #expect(desk.session.scenario(under: "leaner")?.ads["meta"]?.budget == 5)
    desk.perform("strategy richer from leaner { cash.budget = 9000 }")
    #expect(desk.session.scenario(under: "richer")?.cash.budget == 9000)
    #expect(desk.session.scenario(under: "richer")?.ads["meta"]?.budget == 5)
    desk.perform("strategy lean { ads.meta.cpc = 0.40 }")
    #expect(desk.session.scenario(under: "richer")?.ads["meta"]?.cpc == 0.4)
    #expect(desk.perform("strategy lean from richer { cash.budget = 1 }") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("build on each other in a circle"))
    #expect(desk.perform("strategy drop lean") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("leaner builds on lean"))
    #expect(desk.perform("strategy rename lean thin; strategy drop richer") == .done, "\(desk.complaint)")
    #expect(desk.session.strategies.named("leaner")?.parent == "thin")
  }

  @Test("list and show tell what they change")
  func looking() throws {
    let desk = try Desk()
    desk.perform("strategy leaner from lean { cash.budget = 1000 }; strategy list")
    #expect(desk.shown.contains("ads.meta.budget = 10 USD per day") && desk.shown.contains("leaner"))
    desk.perform("strategy show leaner")
    #expect(desk.shown.contains("builds on lean") && desk.shown.contains("3000 → 1000 USD"))
    desk.perform("strategy show lean --json")
    #expect(desk.data.contains("30 USD per day"))
    desk.perform("strategy --csv")
    #expect(desk.data.hasPrefix("strategy,builds on,changes\r\n"))
    desk.perform("strategy drop leaner; strategy drop lean; strategy")
    #expect(desk.shown.contains("no strategies yet"))
  }

  @Test(
    "what cannot be is refused, and nothing changes",
    arguments: [
      "strategy calm", "strategy calm {", "strategy calm { cash.bugdet = 1 }", "strategy calm { cash.budget = -1 }",
      "strategy base { cash.budget = 1 }", "strategy a b { cash.budget = 1 }", "strategy show", "strategy show calm",
      "strategy drop base", "strategy rename lean", "strategy rename lean base", "strategy rename lean 'a b'",
      "strategy calm from bold { cash.budget = 1 }", "strategy a.b { cash.budget = 1 }",
      "strategy calm { suppliers.yiwu.defect_rate = 99 % }", "strategy calm { when luck < 500 then pause ads }",
    ])
  func refused(line: String) throws {
    let desk = try Desk()
    let before = desk.session.work
    #expect(desk.perform(line) == .failed(exitCode: 1), "\(desk.shown)")
    #expect(desk.session.work == before && desk.session.past.isEmpty)
  }

  @Test("a strategy that becomes another is checked with all that build on it, near or far")
  func checkedBelow() throws {
    let desk = try Desk()
    desk.perform("strategy a { stores.shop.conversion = 2% }; strategy b from a { ads.meta.budget = 5 }")
    desk.perform("strategy c from b { returns.fraud_rate = 60% }; strategy d { ads.meta.budget = 6 }")
    #expect(desk.session.strategies.map(\.name) == ["lean", "a", "b", "c", "d"])
    #expect(desk.perform("strategy a { products.lamp.return_rate = 50% }") == .failed(exitCode: 1))
    #expect(desk.findings.map(\.message).allSatisfy { $0.hasPrefix("under strategy c: ") } && !desk.findings.isEmpty)
  }

  @Test("strategies that are others, and those built on them, are found in their order")
  func changedSince() {
    func strategy(_ name: String, from parent: String? = nil, _ value: Double = 1) -> Strategy {
      Strategy(name: name, from: parent, changes: [.init(path: "cash.budget", value: .number(value))])
    }
    let old = [
      strategy("a"), strategy("b", from: "a"), strategy("c", from: "b"), strategy("d"), strategy("e", from: "d"),
    ]
    func changed(_ new: [Strategy]) -> [String] { new.changed(since: old).map(\.name) }
    #expect(changed(old) == [])
    #expect(changed([strategy("a"), strategy("b", from: "a", 2)] + old[2...]) == ["b", "c"])
    #expect(changed(old[..<3] + [strategy("d", 2), old[4]]) == ["d", "e"])
    #expect(changed(old + [strategy("f", from: "c")]) == ["f"])
    #expect(changed([old[2], strategy("b"), old[0]]) == ["c", "b"])
    // Without those circular strategies: it builds on it is another, and going round it is none that was there before.
    #expect(changed([old[1]]) == ["b"])
    #expect(changed([strategy("a", from: "c"), old[1], old[2]]) == ["a", "b", "c"])
  }

  @Test("runs of a strategy that has become another one are forgotten")
  func forgotten() throws {
    let desk = try Desk()
    desk.perform("run 50 --strategy lean; strategy lean { ads.meta.budget = 5 }")
    #expect(desk.perform("assert ruin <= 100% on lean") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("has not been run"))
  }

  @Test("they are saved with comments and order of the file, and load as they were")
  func saved() throws {
    let desk = try Desk(loaded: false)
    desk.folder.write(
      smallShop.replacing("  lean:\n", with: "  # Half of it.\n  lean:\n")
        .replacing("months: 3", with: "months: 3  # a quarter").utf8, to: "shop.yaml")
    desk.perform("load shop.yaml; strategy leaner from lean { cash.budget = 1000 }; set ads.meta.budget = 40")
    #expect(desk.perform("save") == .done, "\(desk.complaint)")
    #expect(desk.notices == [] && !desk.session.isChanged)
    let text = desk.folder.read("shop.yaml")
    for part in ["# a quarter", "# Half of it.", "  leaner:\n    from: lean\n    cash.budget: 1000 USD\n"] {
      #expect(text.contains(part), "\(part)")
    }
    let work = desk.session.work
    #expect(desk.perform("load shop.yaml") == .done, "\(desk.complaint)")
    #expect(desk.session.work == work)
  }

  @Test("a file that cannot be changed in place stays as it is")
  func unusual() throws {
    let desk = try Desk(loaded: false)
    let text = smallShop.replacing("{budget: 3000 USD}", with: "{budget: &x 3000 USD}  # mine") + "# end\n"
    desk.folder.write(text.utf8, to: "shop.yaml")
    desk.perform("load shop.yaml; set cash.budget = 7")
    #expect(desk.perform("save") == .done, "\(desk.complaint)")
    #expect(desk.folder.read("shop.yaml") == text || desk.notices.isEmpty)
    let budget = desk.value("cash.budget")
    #expect(desk.perform("load \(desk.session.path ?? "")") == .done)
    #expect(desk.value("cash.budget") == budget)
  }

  @Test("a file that somebody else has changed is not overwritten")
  func changedOnDisk() throws {
    let desk = try Desk()
    desk.folder.write((smallShop + "# by somebody else\n").utf8, to: "shop.yaml")
    #expect(desk.perform("set cash.budget = 7; save") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("has changed on disk"))
    #expect(desk.perform("save --force") == .done)
  }
}
