/// A JSON value, as far as a schema needs it. Members keep their order.
package indirect enum SchemaNode: Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([SchemaNode])
  case object([(String, SchemaNode)])
}

extension Outline {
  /// The schema of a whole scenario file (JSON Schema 2020-12), for editors.
  package static var scenarioSchema: SchemaNode {
    let root = Scenario.shape.outline
    let strategies = SchemaNode.object([
      ("type", .text("object")),
      ("description", .text("Named sets of changes: parameter paths with the values they take.")),
      ("additionalProperties", .object([("type", .text("object"))])),
    ])
    return .object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("Dropcast scenario")),
      ("type", .text("object")),
      ("properties", .object(root.members + [("strategies", strategies)])),
      ("required", .list((root.required + ["stores", "products", "suppliers", "cash"]).map(SchemaNode.text))),
      ("additionalProperties", .flag(false)),
    ])
  }

  private var required: [String] { fields.filter(\.isRequired).map(\.name) }

  private var members: [(String, SchemaNode)] {
    fields.map { ($0.name, $0.schema) } + groups.map { ($0.name, $0.schema) }
  }

  /// The schema of one part.
  fileprivate func schema(_ doc: String) -> SchemaNode {
    var node: [(String, SchemaNode)] = [
      ("type", .text("object")), ("description", .text(doc)), ("properties", .object(members)),
      ("additionalProperties", .flag(false)),
    ]
    if !required.isEmpty { node.append(("required", .list(required.map(SchemaNode.text)))) }
    return .object(node)
  }
}

extension GroupOutline {
  fileprivate var schema: SchemaNode {
    switch arrangement {
    case .section: content.schema(doc)
    case .entities:
      .object([
        ("type", .text("object")), ("description", .text(doc)), ("additionalProperties", content.schema(doc)),
      ])
    case .list:
      .object([("type", .text("array")), ("description", .text(doc)), ("items", content.schema(doc))])
    }
  }
}

extension FieldInfo {
  fileprivate var schema: SchemaNode {
    var node: [(String, SchemaNode)] = [("description", .text(description))]
    switch kind {
    case .season:
      node += [
        ("type", .text("array")), ("minItems", .number(12)), ("maxItems", .number(12)),
        ("items", .object([("type", .text("number"))])),
      ]
    case .choice(let words): node.append(("enum", .list(words.map(SchemaNode.text))))
    case .flag: node.append(("type", .text("boolean")))
    case .text, .currency, .date, .reference: node.append(("type", .text("string")))
    case .amount: node.append(("type", .text("string")))
    default:
      // A number in the field's own unit, or text with a unit: `12 %`, `40 USD per day`.
      var number: [(String, SchemaNode)] = [("type", .text("number"))]
      if let range {
        number += [("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound))]
      }
      node.append(("anyOf", .list([.object(number), .object([("type", .text("string"))])])))
    }
    return .object(node)
  }

  /// The doc with unit, for editors.
  private var description: String { "\(doc) (\(kind.unit(currency: "money")))" }
}
