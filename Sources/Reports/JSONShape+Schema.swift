extension JSONShape {
  /// The shape as a JSON Schema (draft 2020-12) that stands on its own.
  package var schema: JSON {
    var definitions: [(name: String, schema: JSON)] = []
    guard case .object(var members) = node(&definitions) else { return .object([]) }
    members.insert(JSON.Member("$schema", .string(Self.dialect)), at: 0)
    // Clients of other programs take only what says that it is an object.
    if isObject, !members.contains(where: { $0.key == "type" }) { members.append(JSON.Member("type", "object")) }
    if !definitions.isEmpty {
      members.append(JSON.Member("$defs", .object(definitions.map { JSON.Member($0.name, $0.schema) })))
    }
    return .object(members)
  }

  package static let dialect = "https://json-schema.org/draft/2020-12/schema"

  private func node(_ definitions: inout [(name: String, schema: JSON)]) -> JSON {
    switch self {
    case .any: return .object([])
    case .null: return ["type": "null"]
    case .bool: return ["type": "boolean"]
    case .integer: return ["type": "integer"]
    case .number: return ["type": ["number", "null"]]
    case .string: return ["type": "string"]
    case .words(let words): return ["enum": .array(words.map { .string($0) })]
    case .array(let item): return ["type": "array", "items": item.node(&definitions)]
    case .either(let shapes):
      var nodes: [JSON] = []
      for shape in shapes { nodes.append(shape.node(&definitions)) }
      return ["anyOf": .array(nodes)]
    case .named(let name, let shape):
      if !definitions.contains(where: { $0.name == name }) {
        // Its place is taken before it is written, as it may hold others.
        let place = definitions.count
        definitions.append((name, .null))
        definitions[place].schema = shape.node(&definitions)
      }
      return ["$ref": .string("#/$defs/\(name)")]
    case .object(let members, let others):
      var properties: [JSON.Member] = []
      for member in members { properties.append(JSON.Member(member.key, member.shape.node(&definitions))) }
      let certain = members.filter(\.isCertain).map { JSON.string($0.key) }
      return [
        "type": "object", "properties": .object(properties), "required": .array(certain),
        "additionalProperties": others?.node(&definitions) ?? false,
      ]
    }
  }
}
