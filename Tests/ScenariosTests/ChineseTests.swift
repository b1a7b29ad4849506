import Language
import Testing

@testable import Scenarios

/// Texts follow the language of the moment; what is read and written does not.
@Suite("Scenarios in Chinese")
struct ChineseTests {
  /// Wrong in many ways: values, references, sums, rules, events, strategies.
  private static let broken = [
    smallShop("price: 35 USD", with: "price: 35 CHF"), smallShop("price: 35 USD", with: "price: 35 USD per click"),
    smallShop("price: 35 USD", with: "price: triangular(3, 2, 1)"),
    smallShop("price: 35 USD", with: "price: p10 30 p90 30"), smallShop("price: 35 USD", with: "price: normal(3)"),
    smallShop("price: 35 USD", with: "pricee: 35 USD"), smallShop("conversion: 2 %", with: "conversion: 2"),
    smallShop("20 USD per day", with: "20 USD per month"), smallShop("months: 3", with: "months: 2.5"),
    smallShop("{budget: 1000 USD}", with: "{budget: 1000 USD, credit_line: same as nothing}"),
    smallShop("name: small shop", with: "name: a: b"), smallShop("name: small shop", with: "name: *nobody"),
    smallShop("name: small shop", with: "rules: [when cash then quit, when nothing > 1 then pause ads.x]"),
    smallShop("name: small shop", with: "events: [{name: a, chance: 40 %, then: quit}, {name: a, then: pay 1 EUR}]"),
    smallShop("yiwu: {}", with: "yiwu: {currency: CHF}"), smallShop("yiwu: {}", with: "other: {preset: nothing}"),
    smallShop("yiwu: {}", with: "yiwu: {handling_days: p10 3 p90 5, lost_rate: 2}"),
    smallShop + "strategies: {base: {}, a: {from: b}, b: {from: a, ads.meta.cpc: 1 EUR}}\n",
    smallShop + "correlations: {ads.meta.cpc, months: 2}\n", smallShop + "scorecard: {quality: 90 %}\n",
  ]

  @Test("what is wrong in a file is said in Chinese, at the same places", arguments: broken.indices)
  func findingsInChinese(index: Int) {
    let english = findings(Self.broken[index])
    let chinese = Tongue.$current.withValue(.chinese) { findings(Self.broken[index]) }
    #expect(!english.isEmpty && english.map(\.place) == chinese.map(\.place))
    for (finding, known) in zip(chinese, english) {
      #expect(finding.message.isChinese, "\(finding.message)")
      #expect(finding.message != known.message && (finding.help == nil) == (known.help == nil))
      if let help = finding.help { #expect(help.isChinese, "\(help)") }
    }
  }

  @Test("every parameter, part and figure of rules has its meaning and its unit in Chinese")
  func meanings() {
    Tongue.$current.withValue(.chinese) {
      check(Scenario.shape.outline)
      for figure in Observable.allCases { #expect(figure.row.doc.said.isChinese, "\(figure.row.doc)") }
    }
  }

  private func check(_ outline: Outline) {
    for field in outline.fields {
      #expect(field.doc.said.isChinese, "\(field.doc)")
      let unit = field.kind.unit(currency: "USD")
      switch field.kind {
      case .money(nil): #expect(unit == "USD")
      default: #expect(unit.isChinese, "\(field.name): \(unit)")
      }
    }
    for group in outline.groups {
      #expect(group.doc.said.isChinese, "\(group.doc)")
      check(group.content)
    }
  }

  @Test("presets have their lines and notes in Chinese; of sources only assumptions are translated")
  func presets() {
    Tongue.$current.withValue(.chinese) {
      for preset in PresetCatalogue.all {
        for text in preset.notes + [preset.successor?.reason].compactMap(\.self) {
          #expect(text.said.isChinese, "\(text)")
        }
        // Names stay what they are: eBay, Syncee.
        if preset.summary.contains(" ") { #expect(preset.summary.said != preset.summary, "\(preset.summary)") }
        for row in preset.rows where row.evidence.source.hasPrefix("assumption") {
          #expect(row.evidence.source.said.hasPrefix("假设"), "\(row.evidence.source)")
        }
      }
      for grade in Grade.allCases { #expect(grade.words.isChinese) }
    }
  }

  @Test("a scenario is written in the same bytes, and the schema for editors stays English, in every language")
  func dataStays() throws {
    let file = try read(smallShop)
    let english = (file.scenario.yaml(strategies: []), "\(Outline.scenarioSchema)")
    let chinese = try Tongue.$current.withValue(.chinese) {
      (try read(smallShop).scenario.yaml(strategies: []), "\(Outline.scenarioSchema)")
    }
    #expect(english == chinese)
  }
}

extension String {
  fileprivate var isChinese: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
