import Foundation
import Reports
import Scenarios
import Testing

@testable import Commands

@Suite("Scenarios inside the program")
struct BundledNicheTests {
  @Test("they are those of the folder", arguments: BundledNiche.all.indices)
  func fresh(index: Int) throws {
    let niche = BundledNiche.all[index]
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try String(contentsOf: root.appending(path: "scenarios/\(niche.file)"), encoding: .utf8)
    #expect(niche.text == file)
  }
}

@Suite("The schema file for editors")
struct SchemaFileTests {
  @Test("scenarios/schema.json is what the table of parameters says")
  func fresh() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try String(contentsOf: root.appending(path: "scenarios/schema.json"), encoding: .utf8)
    let isFresh = file == JSON(Outline.scenarioSchema).text(.pretty) + "\n"
    #expect(isFresh, "run: dropcast schema --to scenarios/schema.json --force")
  }
}
