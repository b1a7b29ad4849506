import Commands
import Foundation
import PtySupport
import Reports
import Testing

@Suite("Schemas of commands")
struct AnswerSchemaTests {
  /// As they are printed for other programs.
  private static func schemas() throws -> JSON {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("schema --commands") == .done)
    let all = try JSON(reading: desk.data)
    return try #require(all["commands"])
  }

  /// Commands that perform others, and so answer with what those answer.
  private static let performing: Set = ["start", "watch", "script", "for", "mcp"]

  /// Forms of answers that no example has.
  private static let further: [String: [String]] = [
    "show": [
      "show ads.meta.budget", "show months", "show pnl", "show pnl averages", "show #1", "show preset suez",
      "show ads", "show ads.meta.cpc",
    ],
    "compare": ["compare base lean by ruin --paths 50"], "explain": ["explain p25"], "plot": ["plot compare orders"],
    "whatif": ["whatif cash.budget +10%, ads.*.budget x2 --paths 60"],
    "check": ["check --deep --paths 1100"], "danger": ["danger ruin --paths 60", "danger loss --paths 2k"],
    "why": ["why worst --paths 200"], "drivers": ["drivers for ruin, gain --paths 200"],
    "learn": ["learn price 100 --paths 200"], "strategy": ["strategy a { cash.budget +5% }", "strategy show a"],
  ]

  @Test("every answer of every example is what the printed schema says")
  func answers() throws {
    let schemas = try Self.schemas()
    let desk = try Desk(interactive: true, loaded: false)
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path("scenarios"), withDestinationPath: bundledScenarios)
    desk.folder.write(sampleOrders.utf8, to: "orders.csv")
    desk.session.answersAsJSON = true
    var unseen = Set(Catalogue.commands.filter { $0.answer != nil }.map(\.verb))
    for command in Catalogue.commands {
      if command.verb == "export" { desk.perform("import orders.csv") }
      for example in command.examples + (Self.further[command.verb] ?? []) {
        _ = desk.perform(example)
        _ = desk.session.leaveInterview()
        // What performs others answers with their data.
        guard !Self.performing.contains(command.verb) else { continue }
        for line in desk.data.split(separator: "\n") {
          unseen.remove(command.verb)
          let schema = try #require(schemas[command.verb]?["answer"])
          let faults = SchemaValidator(schema).faults(in: try JSON(reading: String(line)))
          #expect(faults.isEmpty, "\(example): \(faults.prefix(5))")
        }
      }
    }
    #expect(unseen.isEmpty)
  }

  @Test("whatever takes --json says what it answers")
  func complete() {
    for command in Catalogue.commands where command.options.contains(where: { $0.name == "json" }) {
      #expect(command.answer != nil, "\(command.verb)")
    }
  }

  @Test("the printed schemas are what their own schema says, and are printed where nothing else is asked for")
  func printed() throws {
    let desk = try Desk(loaded: false)
    desk.perform("schema --commands")
    let pretty = desk.data
    #expect(pretty.hasPrefix("{\n  \"dropcast\": 1,\n  \"commands\": {\n"))
    desk.perform("schema --commands --json")
    #expect(try JSON(reading: desk.data) == JSON(reading: pretty))
    let schema = try #require(Catalogue.find("schema")?.answer?.schema)
    #expect(SchemaValidator(schema).faults(in: try JSON(reading: pretty)).isEmpty)
  }

  @Test("a validator that lets everything through would be found out")
  func validator() throws {
    let shape: JSONShape = ["a": .integer, "b?": .words(["x"]), "c": .array(.named("n", ["d": .number]))]
    let validator = SchemaValidator(shape.schema)
    #expect(validator.faults(in: ["a": 1, "b": "x", "c": [["d": nil], ["d": 1.5]]]).isEmpty)
    let wrong: [JSON] = [
      ["a": 1.5, "c": []], ["a": 1], ["a": 1, "b": "y", "c": []], ["a": 1, "c": [["d": "1"]]], ["a": 1, "c": [[:]]],
      ["a": 1, "c": [], "z": 0], [], nil,
    ]
    for value in wrong { #expect(!validator.faults(in: value).isEmpty, "\(value.text())") }
  }

  @Test("what an option takes is told by its row")
  func options() throws {
    let run = try #require(try Self.schemas()["run"]?["options"])
    let properties = try #require(run["properties"])
    #expect(properties["plan"]?["type"] == "boolean")
    #expect(properties["paths"]?["type"] == ["integer", "string"])
    #expect(properties["set"]?["type"] == "array")
    #expect(run["additionalProperties"] == false)
  }
}
