import Language
import Reports
import Scenarios

extension CommandSpec {
  static let schema = CommandSpec(
    "schema", synonyms: ["参数表", "模式"], "lists every parameter; with --json, as a JSON Schema",
    syntax: "schema [--commands] [--to FILE]",
    examples: ["schema", "schema --json", "schema --commands", "schema --to parameters.md --force"],
    options: [OptionSpec("commands", nil, "JSON Schemas of what every command takes and returns")]
      + OptionSpec.documents, scenario: .never,
    answer: SchemaText.shape, related: ["help", "show"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 0)
    if invocation.has("commands") { return Answer(data: CommandSchema.all) }
    let json = JSON(Outline.scenarioSchema)
    var answer = Answer(Reference.document)
    answer.json = { json }
    return answer
  }
}

/// What `schema` answers with as data.
enum SchemaText {
  /// A JSON Schema, or those of all commands.
  static let shape = JSONShape.either([
    JSONShape.object([JSONShape.Member("$schema", .string), JSONShape.Member("title", .string)], others: .any),
    CommandSchema.shape,
  ])
}

extension JSON {
  init(_ node: SchemaNode) {
    switch node {
    case .text(let text): self = .string(text)
    case .number(let number): self = Int(exactly: number).map(JSON.integer) ?? .number(number)
    case .flag(let flag): self = .bool(flag)
    case .list(let items): self = .array(items.map { JSON($0) })
    case .object(let members): self = .object(members.map { Member($0.0, JSON($0.1)) })
    }
  }
}

/// The parameter reference, made from the schema.
enum Reference {
  static var document: Document { Document([.heading(say("Parameters of a scenario"))] + blocks) }

  static var blocks: [Block] {
    var blocks: [Block] = []
    append(Scenario.shape.outline, path: "", doc: say("The scenario itself."), to: &blocks)
    return blocks
  }

  private static func append(_ outline: Outline, path: String, doc: String, to blocks: inout [Block]) {
    if !path.isEmpty { blocks += [.blank, .heading(path)] }
    blocks += [.paragraph([TextRun(doc)])]
    if !outline.fields.isEmpty { blocks.append(.table(table(outline.fields))) }
    for group in outline.groups {
      let name = path.isEmpty ? group.name : path + "." + group.name
      append(group.content, path: name + group.arrangement.inPaths, doc: group.doc.said, to: &blocks)
    }
  }

  private static func table(_ fields: [FieldInfo]) -> Table {
    Table(
      columns: [say("Parameter"), say("Unit"), say("Allowed"), say("In rules"), say("Meaning")].map {
        Table.Column($0, .text)
      },
      rows: fields.map { field in
        Table.Row([
          .text(field.isRequired ? say("\(field.name) (required)") : field.name),
          .text(field.kind.unit(currency: say("money"))),
          .text(Parameters.allowed(field, currency: "") ?? ""), .text(field.isLive ? say("yes") : say("no")),
          .text(field.doc.said),
        ])
      })
  }
}

extension GroupOutline.Arrangement {
  /// What stands behind the name of a group in the paths of its parameters.
  fileprivate var inPaths: String {
    switch self {
    case .section, .sentences: ""
    case .entities: ".NAME"
    case .numbered: ".N"
    case .list: "[]"
    }
  }
}
