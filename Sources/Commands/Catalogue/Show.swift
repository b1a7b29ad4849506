import Language
import Reports
import Scenarios

extension CommandSpec {
  static let show = CommandSpec(
    "show", synonyms: ["显示", "查看"], "shows the scenario, a part of it, or one value and its origin",
    syntax: "show [PART | PARAMETER]",
    examples: ["show", "show ads", "show cash.budget"], operand: .parameter, options: OptionSpec.output,
    related: ["set", "diff", "help"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    guard let word = invocation.operands.first else { return session.overview }
    let slots = session.scenario.slots
    if let slot = slots.first(where: { $0.path == word.text }) { return session.describe(slot) }
    let part = slots.filter { $0.path.hasPrefix(word.text + ".") }
    guard !part.isEmpty else {
      let matches = Parameters.matching(word.text, in: slots)
      if matches.count == 1 { return session.describe(matches[0]) }
      if matches.count > 1 { return session.table(of: matches) }
      throw invocation.failure(
        "no such parameter: \(word.text)", at: word.span,
        help: Parameters.suggestion(for: word.text, in: slots) ?? "show lists the parts")
    }
    return session.table(of: part)
  }
}

extension Session {
  /// The whole scenario: what was given or set, part by part.
  fileprivate var overview: Answer {
    var answer = table(of: scenario.slots.filter { origin(of: $0) != "default" })
    answer.document.blocks.insert(contentsOf: [.paragraph([TextRun(overviewLine)]), .blank], at: 0)
    answer.document.blocks += [
      .blank,
      .paragraph([TextRun("Defaults are left out; show ads, show returns … list a part whole.", .dim)]),
    ]
    return answer
  }

  fileprivate func table(of slots: [Slot]) -> Answer {
    let flat = Table(
      columns: ["parameter", "value", "from"].map { Table.Column($0, .text) }, rows: slots.map { row($0, $0.path) })
    var answer = Answer(Document([.table(sheet(of: slots))]))
    answer.json = { flat.json() }
    answer.csv = { flat.csv() }
    return answer
  }

  /// For the eye: a section for each part, because whole paths are long and much alike.
  private func sheet(of slots: [Slot]) -> Table {
    var sections: [Table.Section] = []
    for slot in slots {
      let dot = slot.path.lastIndex(of: ".")
      let part = dot.map { String(slot.path[..<$0]) }
      let name = dot.map { String(slot.path[$0...].dropFirst()) } ?? slot.path
      if sections.isEmpty || sections[sections.count - 1].title != part {
        sections.append(Table.Section(part, rows: []))
      }
      sections[sections.count - 1].rows.append(row(slot, name))
    }
    return Table(columns: ["Parameter", "Value", "From"].map { Table.Column($0, .text) }, sections: sections)
  }

  private func row(_ slot: Slot, _ name: String) -> Table.Row {
    let origin = origin(of: slot)
    return Table.Row(
      [.text(name), .text(text(slot, in: scenario)), .text(origin)], origin == "default" ? .dim : .none)
  }

  /// One parameter: value, range, meaning, origin.
  fileprivate func describe(_ slot: Slot) -> Answer {
    let info = slot.info
    var facts = [
      Fact(slot.path, [.strong(text(slot, in: scenario))], note: "from \(originNote(slot))"),
      Fact("meaning", [TextRun(info.doc)]),
    ]
    if let allowed = Parameters.allowed(info, currency: scenario.currency) {
      facts.append(Fact("allowed", [TextRun(allowed)]))
    }
    if slot.get(scenario) != slot.get(loaded) {
      facts.append(Fact("as loaded", [TextRun(text(slot, in: loaded))]))
    }
    var answer = Answer(Document([.facts(facts)]))
    answer.json = { [self] in
      [
        "parameter": .string(slot.path), "value": .string(text(slot, in: scenario)),
        "unit": .string(info.kind.unit(currency: scenario.currency)), "from": .string(origin(of: slot)),
        "doc": .string(info.doc),
      ]
    }
    return answer
  }

  private func originNote(_ slot: Slot) -> String {
    switch origin(of: slot) {
    case "file": "the file"
    case "set": "set here"
    default: "the default"
    }
  }

  /// A value as written in files; a dash where none is given.
  func text(_ slot: Slot, in scenario: Scenario) -> String {
    slot.get(scenario).map { slot.info.kind.write($0, currency: scenario.currency) } ?? "none"
  }
}
