import Language
import Reports

/// What commands take and answer, for other programs: made from the catalogue's rows.
enum CommandSchema {
  static let shape: JSONShape = [
    "dropcast": .integer,
    "commands": .map([
      "summary": .string, "syntax": .string, "synonyms": .array(.string),
      "changes": .words(["nothing", "scenario", "disk"]), "scenario": .words(["always", "sometimes", "never"]),
      "examples": .array(.string), "options": .map(.any), "answer": JSONShape.map(.any).orNull(),
    ]),
  ]

  static var all: JSON {
    [
      "dropcast": 1,
      "commands": .object(Catalogue.commands.map { JSON.Member($0.verb, of($0)) }),
    ]
  }

  private static func of(_ spec: CommandSpec) -> JSON {
    [
      "summary": .string(spec.summary), "syntax": .string(spec.syntax), "synonyms": texts(spec.synonyms),
      "changes": .string(spec.changes.rawValue), "scenario": .string(spec.scenario.rawValue),
      "examples": texts(spec.examples), "options": object(spec.options.map { ($0.name, $0.schema) }),
      "answer": spec.answer?.schema ?? .null,
    ]
  }

  private static func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  /// An object with these members, each of which may be left out.
  static func object(_ members: [(String, JSON)], required: [String] = []) -> JSON {
    var schema: [JSON.Member] = [
      JSON.Member("type", "object"), JSON.Member("properties", .object(members.map { JSON.Member($0, $1) })),
    ]
    if !required.isEmpty { schema.append(JSON.Member("required", texts(required))) }
    return .object(schema + [JSON.Member("additionalProperties", false)])
  }
}

extension OptionSpec {
  /// What may be given for the option: true for a switch, the value of another, a list where it repeats.
  var schema: JSON {
    let description = JSON.Member("description", .string(value.map { "\($0): \(summary)" } ?? summary))
    guard let value else { return .object([JSON.Member("type", "boolean"), description]) }
    // Numbers may be written as people write them: 10k, 1,000.
    let one: JSON = value == "N" ? ["type": ["integer", "string"]] : ["type": "string"]
    guard repeats, case .object(let members) = one else {
      if case .object(let members) = one { return .object(members + [description]) }
      return one
    }
    return .object([JSON.Member("type", "array"), JSON.Member("items", .object(members)), description])
  }
}
