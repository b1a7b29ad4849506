import Language
import Reports
import Scenarios

extension CommandSpec {
  static let presets = CommandSpec(
    "presets", synonyms: ["预设"], "lists presets: ready-made values with their sources",
    syntax: "presets [GROUP]", examples: ["presets", "presets ads", "presets suppliers --json"],
    operand: .words(PresetGroup.allCases.map(\.rawValue)), options: OptionSpec.rows + OptionSpec.output,
    scenario: .never,
    answer: PresetPages.listShape, related: ["show", "schema"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    guard let word = invocation.operands.first else { return PresetPages.list(PresetGroup.allCases) }
    let typed = word.text.lowercased()
    if let group = PresetGroup(rawValue: typed) { return PresetPages.list([group]) }
    if PresetCatalogue.find(typed) != nil {
      throw invocation.failure(
        say("\(typed) is a preset, not a group"), at: word.span, help: say("write: show preset \(typed)"))
    }
    let names = PresetGroup.allCases.map(\.rawValue)
    throw invocation.failure(
      say("no such group of presets: \(word.text)"), at: word.span, help: Suggestion.text(for: typed, among: names))
  }
}

/// What there is to say of presets, made from their catalogue.
enum PresetPages {
  static let listShape = JSONShape.rows(texts: ["group", "preset", "summary", "assumed"])

  static func list(_ groups: [PresetGroup]) -> Answer {
    let hint = say(
      "To use one, write preset: NAME in the matching part of a scenario, such as ads; values that you write there override it."
    )
    let more = say(
      "Assumed: values that nobody publishes. To list all values with their sources, write: show preset NAME")
    var answer = Answer(
      Document([.table(table(of: groups)), .blank, .paragraph([.dim(hint)]), .paragraph([.dim(more)])]))
    answer.json = { table(of: groups).json() }
    answer.csv = { table(of: groups).csv() }
    return answer
  }

  private static func table(of groups: [PresetGroup]) -> Table {
    var table = Table(
      columns: [
        Table.Column(say("Preset"), key: "preset", .text), Table.Column(say("What it is"), key: "summary", .text),
        Table.Column(say("Assumed"), key: "assumed", .text),
      ],
      sections: groups.map { group in
        Table.Section(group.rawValue, rows: PresetCatalogue.presets(for: group).map(row))
      })
    table.sectionKey = "group"
    return table
  }

  private static func row(_ preset: Preset) -> Table.Row {
    let rows = preset.current.rows
    let assumed = rows.filter { $0.evidence.grade == .assumption }.count
    return Table.Row([.text(preset.name), .text(preset.summary.said), .text(say("\(assumed) of \(rows.count)"))])
  }

  /// One preset: its values, how good each is and who says so.
  static func page(of preset: Preset) -> Answer {
    var blocks: [Block] = [
      .facts([
        Fact(preset.name, [TextRun(preset.summary.said)]), Fact(say("write"), [TextRun(place(of: preset))]),
      ]), .blank,
    ]
    if let successor = preset.successor { blocks += [.paragraph([TextRun(sentence(successor.reason))]), .blank] }
    blocks.append(.table(table(of: preset)))
    if !preset.notes.isEmpty { blocks.append(.blank) }
    blocks += preset.notes.map { .paragraph([TextRun($0.said)]) }
    blocks += [.blank, .paragraph([.dim(legend(preset.current.rows))])]
    var answer = Answer(Document(blocks))
    answer.json = { json(of: preset, table(of: preset)) }
    answer.csv = { table(of: preset).csv() }
    return answer
  }

  private static func table(of preset: Preset) -> Table {
    Table(
      columns: [
        Table.Column(say("Parameter"), key: "parameter", .text), Table.Column(say("Value"), key: "value", .text),
        Table.Column(say("Grade"), key: "grade", .text), Table.Column(say("Source"), key: "source", .text),
      ],
      rows: preset.current.rows.map { row in
        let isAssumed = row.evidence.grade == .assumption
        return Table.Row(
          [.text(row.path), .text(row.value), .text(row.evidence.grade.rawValue, isAssumed ? .bad : .plain)]
            + [.text(row.evidence.source.said)])
      })
  }

  private static func place(of preset: Preset) -> String { preset.group.place.replacing("…", with: preset.name) }

  private static func sentence(_ words: String) -> String {
    let words = words.said
    return say("\(words.prefix(1).uppercased() + words.dropFirst()).")
  }

  /// The grades that the rows have, in words.
  private static func legend(_ rows: [Preset.Row]) -> String {
    let used = Grade.allCases.filter { grade in rows.contains { $0.evidence.grade == grade } }
    return used.map { "\($0.rawValue) \($0.words)" }.joined(separator: " · ")
  }

  static let pageShape: JSONShape = [
    "preset": .string, "group": .string, "summary": .string, "currency": .string, "uses": .string,
    "values": .rows(texts: ["parameter", "value", "grade", "source"]), "notes": .array(.string),
  ]

  private static func json(of preset: Preset, _ table: Table) -> JSON {
    [
      "preset": .string(preset.name), "group": .string(preset.group.rawValue), "summary": .string(preset.summary),
      "currency": .string(preset.currency), "uses": .string(preset.current.name), "values": table.json(),
      "notes": .array(preset.notes.map { .string($0) }),
    ]
  }
}
