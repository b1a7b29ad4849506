import Language
import Testing

@testable import Scenarios

@Suite("Presets")
struct PresetTests {
  /// What may be written in parts of a group.
  private func content(of group: PresetGroup, in outline: Outline = Scenario.shape.outline) -> Outline? {
    if group == .owner { return outline }
    for part in outline.groups {
      if part.name == group.rawValue { return part.content }
      if let found = content(of: group, in: part.content) { return found }
    }
    return nil
  }

  /// The parameter that a row's path means inside a part.
  private func field(_ path: String, in outline: Outline) -> FieldInfo? {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return outline.fields.first { $0.name == path } }
    guard let group = outline.groups.first(where: { $0.name == parts[0] }) else { return nil }
    let rest = group.arrangement == .section ? parts[1] : parts[1].split(separator: ".").dropFirst().joined()
    return field(rest, in: group.content)
  }

  @Test("every value of every preset is read by its field and has a source", arguments: PresetCatalogue.all.indices)
  func rows(index: Int) throws {
    let preset = PresetCatalogue.all[index]
    let outline = try #require(content(of: preset.group))
    #expect(Set(preset.rows.map(\.path)).count == preset.rows.count, "\(preset.name)")
    for row in preset.rows {
      #expect(row.evidence.source.count >= 8, "\(preset.name): \(row.path)")
      guard !row.path.hasPrefix("rules.") else {
        #expect(throws: Never.self, "\(row.value)") { _ = try RuleSentence(parsing: Fragment(row.value)) }
        continue
      }
      let info = try #require(field(row.path, in: outline), "\(preset.name): \(row.path)")
      #expect(throws: Never.self, "\(preset.name): \(row.path): \(row.value)") {
        _ = try info.read(Fragment(row.value), currency: preset.currency, columns: noColumns)
      }
      switch info.kind {
      // Money without its currency would be read as that of any scenario.
      case .money, .moneyPerDay, .amount: #expect(row.value.contains(preset.currency), "\(preset.name): \(row.path)")
      default: break
      }
      let saysSo = row.evidence.source.contains("assum") || row.evidence.source.contains("computed")
      #expect(row.evidence.grade != .assumption || saysSo, "\(preset.name): \(row.path): \(row.evidence.source)")
    }
  }

  @Test("the file of every group, and that of the sources, is read whole", arguments: PresetGroup.allCases)
  func files(group: PresetGroup) {
    let file = PresetCatalogue.file(of: group)
    #expect(file.problems.map(\.message) == [])
    #expect(!file.presets.isEmpty)
    #expect(Evidence.sources.count > 50)
  }

  @Test("every source is named by some value")
  func usedSources() {
    let named = Set(PresetCatalogue.all.flatMap { $0.rows.map(\.evidence.source) })
    for (name, evidence) in Evidence.sources { #expect(named.contains(evidence.source), "\(name)") }
  }

  @Test("what a file of presets gets wrong is told with its place")
  func problems() {
    let text = """
      one:
        summary: a channel
        speed: fast
        values:
          - cpc: 1 USD per click
            source: nobody
          - shared: nothing
      two:
        values: []
      """
    let file = PresetFile(reading: Source(name: "ads.yaml", text: text), of: .ads)
    #expect(
      file.problems.map { "\($0.place?.line ?? 0) \($0.message)" } == [
        "3 one has no speed", "7 there is no shared group called nothing", "5 cpc has no source",
        "9 two has no summary",
      ])
    #expect(file.presets.map(\.name) == ["one"])
  }

  @Test("names are given once, in the order of their groups, and every group has some")
  func names() {
    let names = PresetCatalogue.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.wholeMatch(of: /[a-z0-9][a-z0-9_-]*/) != nil, "\(name)") }
    for group in PresetGroup.allCases {
      #expect(!PresetCatalogue.presets(for: group).isEmpty, "\(group.rawValue)")
      #expect(content(of: group) != nil, "\(group.rawValue)")
    }
    for preset in PresetCatalogue.all {
      #expect(preset.successor == nil || preset.current.name == preset.successor?.name, "\(preset.name)")
      #expect(preset.current.successor == nil && !preset.current.rows.isEmpty)
      for note in preset.notes { #expect(note.hasSuffix("."), "\(note)") }
    }
  }

  private let shop = """
    name: small shop
    start: 2027-06-01
    months: 3
    cash: {budget: 1000 USD}
    costs:
      plan: {preset: shopify-basic-plan}
    products:
      lamp:
        price: 35 USD
        preset: china-item
        offers:
          yiwu: {unit_cost: 9 USD, preset: open-listing}
    stores:
      shop: {preset: shopify-basic, conversion: 2 %}
    ads:
      meta: {budget: 20 USD per day, preset: meta}
    suppliers:
      yiwu: {preset: aliexpress, lost_rate: 1 %}
    returns: {preset: returns-china, win_rate: 30 %}

    """

  @Test("a part has its preset's values where it gives none itself")
  func given() throws {
    let file = try read(shop)
    let scenario = file.scenario
    #expect(scenario.stores["shop"]?.conversion == 0.02)
    #expect(scenario.uncertain["stores.shop.conversion"] == nil)
    #expect(scenario.stores["shop"]?.paymentFee == 2.9 / 100)
    #expect(scenario.stores["shop"]?.holdMultiplier.map(\.times) == [3, 8])
    #expect(scenario.costs["plan"]?.amount == PeriodAmount(39, .month))
    #expect(scenario.ads["meta"]?.fatigueHalflife == 18)
    #expect(scenario.uncertain["ads.meta.cpc"]?.words == "0.60 to 1.80 likely 1.30 USD per click")
    #expect(scenario.suppliers["yiwu"]?.closures.count == 2)
    #expect(scenario.suppliers["yiwu"]?.lostRate == 0.01)
    #expect(scenario.returns.winRate == 0.3)
    #expect(scenario.returns.toSupplier.returnShipping == 20)
  }

  @Test("it is known which values a preset gave, and which the file")
  func origins() throws {
    let file = try read(shop)
    #expect(file.presets["ads.meta.cpc"] == "meta")
    #expect(file.presets["costs.plan.amount"] == "shopify-basic-plan")
    #expect(file.presets["products.lamp.offers.yiwu.delisting_rate"] == "open-listing")
    #expect(file.presets["stores.shop.conversion"] == nil && file.given.contains("stores.shop.conversion"))
    #expect(!file.given.contains("ads.meta.cpc") && file.given.contains("ads.meta.budget"))
  }

  @Test("what was written out reads back to the same scenario, without presets")
  func roundTrip() throws {
    let file = try read(shop)
    let again = try read(file.scenario.yaml(strategies: []))
    #expect(again.scenario == file.scenario)
    #expect(again.presets.isEmpty)
  }

  @Test("a list or a part of the preset may be replaced, and an optional value left open")
  func overriding() throws {
    let text = shop.replacing("lost_rate: 1 %", with: "closures: []")
      .replacing("win_rate: 30 %", with: "to_supplier: {seller_share: 50 %}")
      .replacing("preset: meta}", with: "preset: meta, fatigue_halflife: ~}")
    let scenario = try read(text).scenario
    #expect(scenario.suppliers["yiwu"]?.closures == [])
    #expect(scenario.returns.toSupplier.sellerShare == 0.5 && scenario.returns.toSupplier.returnShipping == 20)
    #expect(scenario.ads["meta"]?.fatigueHalflife == nil)
  }

  @Test("what is gone is said, and what took its place is used")
  func successor() throws {
    let file = try read(shop.replacing("preset: shopify-basic-plan", with: "preset: oberlo"))
    #expect(file.scenario.costs["plan"]?.amount == PeriodAmount(19.90, .month))
    #expect(file.presets["costs.plan.amount"] == "dsers")
    #expect(file.notes.map(\.message).contains { $0.contains("closed in 2022") })
    #expect(file.notes.first?.place?.line == 6)
  }

  @Test(
    "what is wrong with a preset is told at its place",
    arguments: [
      ("preset: meta}", "preset: mata}", "16:42: no such preset: mata | nearest: meta"),
      (
        "preset: meta}", "preset: paypal}",
        "16:42: paypal is not a preset for ads | it belongs in stores: {NAME: {payments: {NAME: {preset: paypal}}}}"
      ),
      (
        "preset: meta}", "preset: ~}",
        "16:42: ads.meta.preset: expected the name of a preset | to list the presets, write: presets"
      ),
      (
        "preset: meta}", "preset: meta, preset: tiktok}",
        "16:34: ads.meta.preset is given more than once | keep one of them"
      ),
      (
        "cash: {budget", "cash: {preset: meta, budget",
        "4:8: cash.preset: no preset is allowed here | write a preset inside the part it is for; for example: stores: {shop: {preset: "
          + "shopify-basic}}"
      ),
    ])
  func findings(part: String, other: String, wanted: String) {
    let text = shop.replacing(part, with: other)
    #expect(told(text).contains(wanted), "\(told(text))")
  }

  @Test("a preset keeps its currency, whatever the scenario's is")
  func currency() throws {
    let text = shop.replacing("USD", with: "CNY").replacing("name: small", with: "currency: CNY\nname: small")
    let file = try read(text)
    let cpc = try #require(file.scenario.slot("ads.meta.cpc"))
    #expect(file.scenario.currency(of: cpc) == "USD")
    #expect(file.scenario.currencies["USD"] == PresetCatalogue.find("usd-in-cny")?.exchangeRate)
    #expect(
      file.notes.map(\.message).contains {
        $0.contains("no exchange rate is given for USD: it is taken from preset usd-in-cny")
      })
    #expect(file.scenario.issues == [])
  }

  @Test("every preset goes with a scenario in yuan", arguments: PresetCatalogue.all.filter { $0.successor == nil })
  func yuan(preset: Preset) throws {
    guard let text = Self.shopInYuan(with: preset) else { return }
    let file = try read(text)
    #expect(file.scenario.issues == [], "\(preset.name)")
    let written = file.scenario.yaml(strategies: [])
    #expect(try read(written).scenario == file.scenario, "\(written)")
  }

  /// nil for presets that need parts of their own.
  private static func shopInYuan(with preset: Preset) -> String? {
    var parts: [PresetGroup: String] = [
      .stores: "stores: {shop: {conversion: 2 %}}", .ads: "ads: {meta: {budget: 200, cpc: 6}}",
      .suppliers: "suppliers: {yiwu: {}}",
      .products: "products: {lamp: {price: 200, offers: {yiwu: {unit_cost: 60}}}}",
    ]
    switch preset.group {
    case .stores: parts[.stores] = "stores: {shop: {preset: \(preset.name), conversion: 2 %}}"
    case .payments:
      parts[.stores] = "stores: {shop: {conversion: 2 %, payments: {way: {preset: \(preset.name), share: 100 %}}}}"
    case .ads: parts[.ads] = "ads: {meta: {preset: \(preset.name), budget: 200}}"
    case .suppliers: parts[.suppliers] = "suppliers: {yiwu: {preset: \(preset.name)}}"
    case .offers:
      parts[.products] =
        "products: {lamp: {price: 200, offers: {yiwu: {preset: \(preset.name), unit_cost: 60}}}}"
    case .ownStock:
      parts[.products] =
        "products: {lamp: {price: 200, offers: {yiwu: {unit_cost: 60, own_stock: {preset: \(preset.name)}}}}}"
    case .products:
      parts[.products] = "products: {lamp: {preset: \(preset.name), price: 200, offers: {yiwu: {unit_cost: 60}}}}"
    case .traffic: parts[.traffic] = "traffic: {search: {preset: \(preset.name), visits: 10}}"
    case .costs: parts[.costs] = "costs: {plan: {preset: \(preset.name)}}"
    case .returns, .operations, .market: parts[preset.group] = "\(preset.group.rawValue): {preset: \(preset.name)}"
    case .messages: parts[.messages] = "operations: {messages: {preset: \(preset.name)}}"
    case .fx:
      guard preset.name.hasSuffix("-in-cny") else { return nil }
      parts[.fx] = "fx: {\(preset.name.prefix(3).uppercased()): {preset: \(preset.name)}}"
    case .freight, .tariffs:
      let used = preset.group == .freight ? "freight: line" : "tariff: line"
      let size = "parcel: {weight: 300 g, length: 20 cm, width: 15 cm, height: 5 cm}"
      parts[.products] = "products: {lamp: {price: 200, \(size), offers: {yiwu: {unit_cost: 60, \(used)}}}}"
      parts[preset.group] = "\(preset.group.rawValue): {line: {preset: \(preset.name)}}"
    case .payoutAccounts: parts[preset.group] = "payout_accounts: {account: {preset: \(preset.name)}}"
    case .owner:
      let tests = "product_tests: {candidates: 3, conversion: 1 % to 3 %, keep_if: roas(4) >= 1.4}"
      parts[preset.group] = "owner: \(preset.name)\n" + tests
    case .events:
      // These speak of parts that not every shop has.
      guard !["viral-video", "parcel-cards"].contains(preset.name) else { return nil }
      parts[.traffic] = "traffic: {search: {visits: 10}, creator: {visits: 0}}"
      parts[.costs] = "costs: {plan: {amount: 39 USD per month}}"
      parts[.events] = "events: [{preset: \(preset.name)}]"
    }
    let lines = PresetGroup.allCases.compactMap { parts[$0] }.joined(separator: "\n")
    return "name: yuan\ncurrency: CNY\nstart: 2027-01-01\nmonths: 3\ncash: {budget: 15000}\n\(lines)\n"
  }

  @Test("an event has its preset's name, chance and actions where it gives none itself")
  func events() throws {
    let file = try read(
      shop + """
        events:
          - preset: ad-account-ban
            chance: 5 % per month
          - {preset: copycat, name: a rival, when: ~}
          - {name: sale, from: 2027-07-01, lasts: 3 days, then: products.lamp.price *= 0.8}

        """)
    let events = file.scenario.events
    #expect(events.map(\.name) == ["ad-account-ban", "a rival", "sale"])
    #expect(events[0].chance == Chance(0.05, per: .month) && events[0].then == "pause ads" && events[0].lasts != nil)
    #expect(events[1].chance == Chance(0.25, per: .month) && events[1].when.isEmpty)
    #expect(file.presets["events.1.then"] == "ad-account-ban" && file.presets["events.1.chance"] == nil)
    #expect(file.presets["events.3.then"] == nil)
    #expect(try read(file.scenario.yaml(strategies: [])).scenario.events == events)
  }

  @Test(
    "an event's preset that does not go with the scenario is told at its place",
    arguments: [
      ("viral-video", "traffic.*.visits += 800: no such parameter: traffic.*.visits", Self.then),
      ("parcel-cards", "traffic.cards.open: no such part of the scenario: traffic.cards", "give when yourself"),
      ("meta", "meta is not a preset for events", "it belongs in ads: {NAME: {preset: meta}}"),
      ("ad-acount-ban", "no such preset: ad-acount-ban", "nearest: ad-account-ban"),
    ])
  func misfits(preset: String, message: String, help: String) {
    let told = told(shop + "events:\n  - preset: \(preset)\n")
    #expect(told.count == 1, "\(told)")
    #expect(told.first?.hasPrefix("21:13: ") == true && told.first?.contains(message) == true, "\(told)")
    #expect(told.first?.hasSuffix(help) == true, "\(told)")
  }

  private static let then = "does not fit here: give then yourself"

  @Test("what the owner does lies beneath what the file says itself, and a strategy may have another owner")
  func owner() throws {
    let file = try read(
      shop + """
        owner: careful
        product_tests: {candidates: 5, test_spend: 99 USD}
        rules:
          - quit_idle: when spend(60) = 0 and day >= 60 then quit
          - when cash < 100 then pause ads
        strategies:
          never: {owner: never_stops}
          late: {owner: {preset: patient}, product_tests.test_spend: 50 USD, rules: no quit_losing}

        """)
    let scenario = file.scenario
    #expect(scenario.productTests.testSpend == 99 && scenario.productTests.keepIf == "margin(4) >= -50 %")
    #expect(scenario.rules.map(\.name) == ["quit_losing", "quit_idle", nil])
    #expect(scenario.rules[1].text == "quit_idle: when spend(60) = 0 and day >= 60 then quit")
    #expect(file.presets["product_tests.keep_if"] == "careful" && file.presets["product_tests.test_spend"] == nil)
    #expect(!file.given.contains { $0.hasPrefix("rules.") })
    let never = try #require(file.scenario(under: "never"))
    #expect(never.rules.map(\.text) == ["when cash < 100 then pause ads"] && never.productTests.candidates == 0)
    let late = try #require(file.scenario(under: "late"))
    #expect(late.rules.map(\.name) == [nil, "quit_idle"] && late.productTests.testSpend == 50)
    #expect(late.productTests.keepIf == "margin(4) >= -100 %" && late.productTests.candidates == 5)
    #expect(try read(scenario.yaml(strategies: file.strategies)).scenario(under: "late") == late)
  }

  @Test(
    "what is wrong with an owner is told at its place",
    arguments: [
      ("owner: carful\n", "no such preset: carful | nearest: careful"),
      ("owner: meta\n", "meta is not a preset for owner | it belongs in ads: {NAME: {preset: meta}}"),
      ("owner: {prest: careful}\n", "no such parameter: owner.prest | an owner is a preset; write: owner: NAME"),
      ("owner: ~\n", "owner.preset: expected the name of a preset | to list the presets, write: presets"),
    ])
  func wrongOwner(line: String, wanted: String) {
    #expect(told(shop + line).contains { $0.hasSuffix(wanted) }, "\(told(shop + line))")
  }

  @Test("a preset's name in the place of a part's name is told")
  func misplaced() {
    let text = shop.replacing("meta: {budget: 20 USD per day, preset: meta}", with: "preset: meta")
    #expect(told(text).contains { $0.contains("ads.preset: no preset is allowed here") }, "\(told(text))")
  }
}
