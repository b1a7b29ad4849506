import Language

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
      (
        "description",
        .text("Named sets of changes: parameter paths with the values they take; from names one to build on.")
      ),
      ("additionalProperties", .object([("type", .text("object"))])),
    ])
    let correlations = SchemaNode.object([
      ("type", .text("object")),
      (
        "description",
        .text(
          "How far uncertain parameters move together: names separated by commas, and their rank correlation (Spearman's) between -1 and 1; with crash together before it, their extreme values also tend to come together."
        )
      ),
      // In braces a name may stand alone: the number follows the last of them.
      (
        "additionalProperties",
        .object([("anyOf", .list([.number(in: -1...1), .type("string"), .type("null")]))])
      ),
    ])
    return .object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("Dropcast scenario")),
      ("type", .text("object")),
      (
        "properties",
        .object(
          root.members + [("owner", .name(of: .owner)), ("correlations", correlations), ("strategies", strategies)])
      ),
      ("required", .list((root.required + ["stores", "products", "suppliers", "cash"]).map(SchemaNode.text))),
      ("additionalProperties", .flag(false)),
    ])
  }

  private var required: [String] { fields.filter(\.isRequired).map(\.name) }

  private var members: [(String, SchemaNode)] {
    fields.map { ($0.name, $0.schema) } + groups.map { ($0.name, $0.schema) }
  }

  /// The schema of one part.
  fileprivate func schema(_ doc: String, presets: PresetGroup?) -> SchemaNode {
    let preset = presets.map { [("preset", SchemaNode.name(of: $0))] } ?? []
    var node: [(String, SchemaNode)] = [
      ("type", .text("object")), ("description", .text(doc)), ("properties", .object(preset + members)),
      ("additionalProperties", .flag(false)),
    ]
    guard !required.isEmpty else { return .object(node) }
    let complete = ("required", SchemaNode.list(required.map(SchemaNode.text)))
    // A preset may give what is required; which of them do is for the reader to say.
    let named = SchemaNode.object([("required", .list([.text("preset")]))])
    node.append(presets == nil ? complete : ("anyOf", .list([.object([complete]), named])))
    return .object(node)
  }
}

extension GroupOutline {
  fileprivate var schema: SchemaNode {
    let part = content.schema(doc, presets: presets)
    switch arrangement {
    case .section: return part
    case .entities:
      return .object([
        ("type", .text("object")), ("description", .text(doc)), ("additionalProperties", part),
      ])
    case .list, .numbered:
      return .object([("type", .text("array")), ("description", .text(doc)), ("items", part)])
    case .sentences:
      return .object([
        ("type", .text("array")), ("description", .text(doc)),
        // A rule with a name, `less: when …`, is a pair to YAML.
        ("items", .object([("type", .list([.text("string"), .text("object")]))])),
      ])
    }
  }
}

extension FieldInfo {
  fileprivate var schema: SchemaNode {
    .object([("description", .text(description)), ("anyOf", .list(forms + (isOptional ? [.type("null")] : [])))])
  }

  /// The forms that a value may have, as an editor's YAML reader sees them.
  private var forms: [SchemaNode] {
    switch kind {
    case .season:
      [
        .object([
          ("type", .text("array")), ("minItems", .number(12)), ("maxItems", .number(12)), ("items", .number(in: range)),
        ])
      ]
    case .choice(let words): [.object([("enum", .list(words.map(SchemaNode.text)))])]
    case .flag: [.type("boolean"), .object([("enum", .list(["yes", "no", "on", "off"].map(SchemaNode.text)))])]
    case .text, .condition, .actions, .currency, .date, .reference, .amount, .measure: [.type("string")]
    default:
      // A number in the field's own unit, or text with a unit: `12 %`, `40 USD per day`.
      [.number(in: range), .type("string")]
    }
  }

  /// The doc with unit, for editors, and so in English.
  private var description: String {
    "\(doc) (\(Tongue.$current.withValue(.english) { kind.unit(currency: "money") }))"
  }
}

extension SchemaNode {
  fileprivate static func type(_ name: String) -> SchemaNode { .object([("type", .text(name))]) }

  fileprivate static func name(of group: PresetGroup) -> SchemaNode {
    .object([
      ("description", .text("Values with sources for what is not given here; see the command presets.")),
      ("enum", .list(PresetCatalogue.presets(for: group).map { .text($0.name) })),
    ])
  }

  fileprivate static func number(in range: ClosedRange<Double>?) -> SchemaNode {
    var node: [(String, SchemaNode)] = [("type", .text("number"))]
    if let range { node += [("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound))] }
    return .object(node)
  }
}
