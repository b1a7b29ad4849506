import Language
import Testing

@testable import Scenarios

@Suite("Written and read back")
struct RoundTripTests {
  @Test("a bundled scenario is the same after writing and reading", arguments: bundledScenarios)
  func bundledFile(name: String) throws {
    let file = try ScenarioFile(reading: try bundled(name))
    let again = try read(file.scenario.yaml(strategies: file.strategies))
    #expect(again.scenario == file.scenario)
    #expect(again.strategies == file.strategies)
    #expect(again.notes == [])
    #expect(again.scenario.yaml(strategies: again.strategies) == file.scenario.yaml(strategies: file.strategies))
  }

  @Test("a bundled scenario begins with what it teaches and loads without notes", arguments: bundledScenarios)
  func teaches(name: String) throws {
    let source = try bundled(name)
    #expect(source.text.hasPrefix("# ") && source.text.contains("teaches"))
    #expect(try ScenarioFile(reading: source).notes == [])
  }

  @Test("so is any scenario drawn from the schema, with a strategy", arguments: 0..<200)
  func random(seed: Int) throws {
    var draw = RandomScenarios(seed: UInt64(seed))
    let scenario = draw.scenario()
    #expect(scenario.issues == [])
    let strategy = draw.strategy(for: scenario)
    let text = scenario.yaml(strategies: [strategy])
    do {
      let again = try read(text)
      for slot in scenario.slots { #expect(slot.get(again.scenario) == slot.get(scenario), "\(slot.path)") }
      let isSame = again.scenario == scenario && again.strategies == [strategy]
      #expect(isSame, "\(text)")
    } catch {
      Issue.record("\(error.findings.map { $0.rendered() }.joined(separator: "\n"))")
    }
  }

  @Test("every parameter writes any value it allows so that it reads back to the same value")
  func values() throws {
    var draw = RandomScenarios(seed: 7)
    for info in allFields {
      for _ in 0..<200 {
        guard let value = draw.value(of: info) else { continue }
        let text = info.kind.write(value, currency: "USD")
        let again = try? info.kind.read(Fragment(text), in: info.range, currency: "USD")
        #expect(again == value, "\(info.name): \(text)")
      }
    }
  }

  @Test("every default is allowed and reads back")
  func defaults() throws {
    for (info, value) in try defaultValues() {
      let text = info.kind.write(value, currency: "USD")
      let again = try? info.kind.read(Fragment(text), in: info.range, currency: "USD")
      #expect(again == value, "\(info.name): \(text)")
    }
  }

  @Test("names that the reader refuses are escaped by the writer")
  func hostile() throws {
    var scenario = try read(smallShop).scenario
    scenario.name = "\u{1B}[31m\u{202E}x\u{E0001}\n"
    let text = scenario.yaml(strategies: [])
    #expect(text.contains(#"name: "\u001B[31m\u202Ex\U000E0001\n""#))
    #expect(findings(text).map(\.message) == ["name: this contains characters that cannot be shown"])
  }
}

let bundledScenarios = [
  "amazon-local.yaml", "article-shop.yaml", "backup-suppliers.yaml", "bench.yaml", "camping-gear.yaml",
  "craft-tools.yaml",
  "dispute-ladder.yaml", "duty-free-end.yaml", "eu-with-vat.yaml", "first-store.yaml", "hybrid-stock.yaml",
  "market-then-store.yaml", "pet-feeder.yaml", "small-appliances.yaml", "tiktok-impulse.yaml", "winner-in-q4.yaml",
  "yiwu-to-us.yaml",
]

/// Every parameter of the model, of every part.
var allFields: [FieldInfo] {
  func fields(_ outline: Outline) -> [FieldInfo] { outline.fields + outline.groups.flatMap { fields($0.content) } }
  return fields(Scenario.shape.outline)
}

/// The values of all parameters that a scenario has before anything is read, required ones apart.
func defaultValues() throws -> [(FieldInfo, FieldValue)] {
  var scenario = Scenario()
  scenario.costs["x"] = FixedCost()
  scenario.stores["x"] = Store()
  scenario.products["x"] = Product()
  scenario.products["x"]?.offers["x"] = Offer()
  scenario.ads["x"] = AdChannel()
  scenario.traffic["x"] = NaturalTraffic()
  scenario.suppliers["x"] = Supplier()
  return scenario.slots.filter { !$0.info.isRequired }.compactMap { slot in
    slot.get(scenario).map { (slot.info, $0) }
  }
}
