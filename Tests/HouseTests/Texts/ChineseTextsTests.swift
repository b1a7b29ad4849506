import Analysis
import Reports
import Scenarios
import Simulation
import Testing

@testable import Commands
@testable import Language

/// Every text of the program is in the catalogue of Chinese texts, once, and nothing else is.
@Suite("The catalogue of Chinese texts")
struct ChineseTextsTests {
  private let texts: TextCatalogue
  private let messages: [TextCatalogue.Message]

  init() throws {
    texts = try #require(Tongue.chinese.texts)
    messages = texts.messages
  }

  private func literals() throws -> [SwiftLiteral] { try SwiftLiterals.all(below: "Sources") }

  @Test("every text that is said has its Chinese")
  func everyTextIsKnown() throws {
    let said = try literals().filter { ["say", "LawError"].contains($0.call) }
    #expect(said.count > 700)
    let missing = said.filter { texts[$0.pattern] == nil && !$0.pattern.isEmpty }
    #expect(missing.map { "\($0.file):\($0.line): \($0.pattern)" } == [])
  }

  @Test("every text of the catalogues of commands, options, parameters, metrics, shocks and settings has its Chinese")
  func everyCatalogueIsKnown() {
    var known = Catalogue.commands.flatMap { command in
      [command.summary] + command.options.map(\.summary) + command.glossary.map(\.meaning)
    }
    known += Look.settings.map(\.summary) + Glossary.terms.map(\.meaning) + HelpPages.allParameters.map(\.info.doc)
    known += Figure.all.map(\.doc) + Observable.allCases.map(\.row.doc)
    known += PlainQuestion.all.map(\.words)
    known += Self.titles + ShockCatalogue.all.flatMap { [$0.title, $0.doc] }
    // One word may be a name: eBay.
    known += PresetCatalogue.all.flatMap { [$0.summary] + $0.notes }.filter { $0.contains(" ") }
    #expect(known.filter { texts[$0] == nil } == [])
  }

  @Test("every text that help explains is said somewhere")
  func everyPrintedTextIsSaid() throws {
    let said = Set(try literals().map(\.pattern)).union(Self.titles)
    let printed = Glossary.terms.flatMap(\.printed).filter { $0.contains(/[a-z]{2}/) }
    #expect(printed.filter { !said.contains($0) && texts[$0] == nil } == [])
  }

  /// Of figures; many are made of their names.
  private static let titles = Figure.all.flatMap { [$0.title, $0.shortTitle] }

  @Test("a text and its Chinese name the same places, and end alike")
  func samePlaces() {
    for message in messages {
      #expect(places(message.english) == places(message.translation), "\(message.english)")
      #expect(message.english.hasSuffix(" ") == message.translation.hasSuffix(" "), "\(message.english)")
      #expect(!message.translation.isEmpty, "\(message.english)")
    }
  }

  private func places(_ text: String) -> [String] { text.matches(of: /\{\d+\}/).map { String($0.output) }.sorted() }

  @Test("every text is found by its English and its context")
  func lookedUp() {
    #expect(messages.count > 2000)
    for message in messages {
      #expect(texts[message.english, context: message.context] == message.translation)
    }
  }

  @Test("no text of the catalogue is left over from one that the program no longer has")
  func nothingUnused() throws {
    var used = Set(try literals().map(\.pattern)).union(Self.titles)
    used.formUnion(PresetCatalogue.all.flatMap { [$0.summary] + $0.notes + $0.current.rows.map(\.evidence.source) })
    used.formUnion(PresetCatalogue.all.flatMap { $0.rows.map(\.evidence.source) })
    used.formUnion(PresetCatalogue.all.compactMap(\.successor?.reason))
    used.formUnion(Starter.all.map(\.summary) + Self.niches)
    used.formUnion(Self.rawValues)
    #expect(messages.map(\.english).filter { !used.contains($0) } == [])
  }

  /// What the bundled scenarios of niches sell.
  private static let niches = BundledNiche.all.flatMap { niche in
    niche.text.split(separator: "\n").filter { $0.hasPrefix("niche: ") }.map { String($0.dropFirst(7)) }
  }

  @Test("niches have their Chinese names")
  func everyNicheIsKnown() {
    #expect(Self.niches.count > 2)
    #expect(Self.niches.filter { texts[$0] == nil } == [])
  }

  /// Words that are the raw values of cases.
  private static let rawValues: [String] = [
    "click", "order", "chargeback", "creative", "ticket", "error", "warning", "note", "seasonal", "growing", "steady",
    "moderate", "strong", "fierce",
  ]

  @Test("Chinese sentences use full-width punctuation")
  func punctuation() {
    for message in messages {
      // Not what is typed between brackets: uniform(起, 止).
      let wrong = message.translation.replacing(/\([^)]*\)/, with: "").matches(of: /[一-龥][,;:!?](?: |$)/).map {
        String($0.output)
      }
      #expect(wrong == [], "\(message.translation)")
    }
  }

  @Test("places may change their order, and what is filled in is never read for places")
  func filling() {
    let (first, second) = ("{2}", "x")
    Tongue.$current.withValue(.chinese) {
      #expect(say("\(first) tries, \(second) worlds each (seed \(7))") == "每组模拟 x 次，试了 {2} 组（种子 7）")
      #expect("which world?".said == "哪一次模拟？")
      #expect("nothing of the sort".said == "nothing of the sort")
    }
    #expect(say("\(first) tries, \(second) worlds each (seed \(7))") == "{2} tries, x worlds each (seed 7)")
  }

  @Test("the language follows LC_ALL, LC_MESSAGES and LANG, in this order")
  func environment() {
    func tongue(_ variables: [String: String]) -> Tongue { Tongue { variables[$0] } }
    #expect(tongue(["LANG": "zh_CN.UTF-8"]) == .chinese)
    #expect(tongue(["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"]) == .english)
    #expect(tongue(["LANG": "en_US.UTF-8", "LC_MESSAGES": "C", "LC_ALL": "zh-Hans"]) == .chinese)
    #expect(tongue(["LANG": "zh_CN.UTF-8", "LC_ALL": ""]) == .chinese)
    #expect(tongue(["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]) == .english)
    #expect(tongue(["LANG": "de_DE.UTF-8"]) == .english && tongue([:]) == .english)
  }
}
