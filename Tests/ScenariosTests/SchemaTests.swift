import Language
import Testing

@testable import Scenarios

@Suite("The table of parameters")
struct SchemaTests {
  @Test("names are lower case with underscores, and given once in their part")
  func names() {
    func check(_ outline: Outline) {
      let names = outline.fields.map(\.name) + outline.groups.map(\.name) + outline.notYet
      #expect(Set(names).count == names.count)
      for name in names { #expect(name.wholeMatch(of: /[a-z][a-z_]*/) != nil, "\(name)") }
      for group in outline.groups { check(group.content) }
    }
    check(Scenario.shape.outline)
  }

  @Test("every parameter has a range where it is a number, and a line of doc")
  func docs() {
    for info in allFields {
      #expect(info.doc.count > 10 && (info.doc.hasSuffix(".") || info.doc.hasSuffix(")")), "\(info.name)")
      switch info.kind {
      case .money, .moneyPerDay, .amount, .share, .rate, .days, .wholeDays, .lag, .measure, .factor, .count, .season,
        .size, .opening, .chance:
        #expect(info.range != nil, "\(info.name)")
      case .text, .condition, .actions, .currency, .date, .flag, .choice, .reference:
        #expect(info.range == nil, "\(info.name)")
      }
    }
  }

  @Test("editors know what stands beside the parts of a scenario, correlations as those of ranks")
  func besideTheParts() throws {
    guard case .object(let schema) = Outline.scenarioSchema,
      case .object(let properties)? = schema.first(where: { $0.0 == "properties" })?.1,
      case .object(let correlations)? = properties.first(where: { $0.0 == "correlations" })?.1,
      case .text(let description)? = correlations.first(where: { $0.0 == "description" })?.1
    else {
      Issue.record("no correlations in the schema")
      return
    }
    #expect(description.contains("rank correlation"))
    #expect(properties.contains { $0.0 == "strategies" })
  }

  @Test("a path reads and sets its own parameter and no other")
  func slots() throws {
    let scenario = try ScenarioFile(reading: try bundled("pet-feeder.yaml")).scenario
    let slots = scenario.slots
    #expect(Set(slots.map(\.path)).count == slots.count)
    for path in ["", "ads", "ads.meta", "ads.meta.", "ads.met.cpc", "ads.metal.cpc", "ads.meta.cpc.", "cpc"] {
      #expect(scenario.slot(path)?.path == nil, "\(path)")
    }
    var draw = RandomScenarios(seed: 3)
    for slot in slots {
      let found = try #require(scenario.slot(slot.path))
      #expect(found.path == slot.path && found.get(scenario) == slot.get(scenario))
      guard let value = draw.value(of: slot.info, stores: ["elsewhere"]) else { continue }
      var changed = scenario
      slot.set(&changed, value)
      #expect(slot.get(changed) == value, "\(slot.path)")
      let others = slots.filter { $0.path != slot.path && $0.get(changed) != $0.get(scenario) }
      #expect(others.map(\.path) == [], "\(slot.path)")
    }
  }

  @Test("what a file gives is known, and what it leaves open is not")
  func given() throws {
    let given = try read(smallShop).given
    #expect(given.isSuperset(of: ["months", "ads.meta.cpc", "products.lamp.offers.yiwu.unit_cost"]))
    #expect(!given.contains("ads.meta.inflation"))
  }
}
