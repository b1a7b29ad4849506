import Analysis
import Language
import Reports
import Scenarios

extension CommandSpec {
  static let show = CommandSpec(
    "show", synonyms: ["显示", "查看"], "shows the scenario, a part of it, a value and its source, or a run",
    syntax: "show [PART|PARAMETER|rules|events|preset NAME|RUN|months|pnl] [of RUN]",
    examples: [
      "show", "show ads", "show cash.budget", "show rules", "show events", "show preset meta",
    ],
    operand: .parameter, options: OptionSpec.rows + OptionSpec.output, scenario: .sometimes,
    answer: Session.showShape, about: .sometimes, related: ["set", "diff", "run", "presets", "help"], leavesValue: true
  ) { session, invocation throws(CommandFailure) in
    if invocation.operands.first?.isKeyword("preset") == true { return try invocation.presetPage() }
    // What was kept is there without a scenario.
    if !session.isLoaded, let word = invocation.operands.first, word.text.hasPrefix("#"),
      let kept = try session.keptRun(word, invocation)
    {
      try invocation.expect(atMost: 1)
      return try session.show(kept, invocation)
    }
    try session.requireScenario(invocation)
    if let page = try RunPage(invocation, session) { return try session.show(page) }
    try invocation.expect(atMost: 1)
    guard let word = invocation.operands.first else {
      var answer = session.overview
      answer.hint = say("Next: run · set PARAMETER = VALUE · help PARAMETER")
      return answer
    }
    if word.text == "rules" { return session.rulesAnswer }
    if word.text == "events" { return session.eventsAnswer }
    if word.text.hasPrefix("#") { return try session.show(run: word, invocation) }
    let slots = session.scenario.slots
    if let slot = slots.first(where: { $0.path == word.text }) { return session.describe(slot) }
    let part = slots.filter { $0.path.hasPrefix(word.text + ".") }
    guard !part.isEmpty else {
      let matches = Parameters.matching(word.text, in: slots)
      if matches.count == 1 { return session.describe(matches[0]) }
      if matches.count > 1 { return session.table(of: matches) }
      if let run = session.finished.find(word) { return try session.show(run, invocation) }
      if let kept = try session.keptRun(word, invocation) { return try session.show(kept, invocation) }
      throw invocation.failure(
        say("no such parameter: \(word.text)"), at: word.span,
        help: Parameters.suggestion(for: word.text, in: slots) ?? say("to list the parts, write: show"))
    }
    return session.table(of: part)
  }
}

extension Invocation {
  /// What `show preset NAME` answers.
  fileprivate func presetPage() throws(CommandFailure) -> Answer {
    try expect(atMost: 2)
    guard operands.count == 2 else {
      throw failure(
        say("which preset?"), at: operands[0].span,
        help: say("write: show preset meta; to list the presets: presets"))
    }
    let name = operands[1]
    guard let preset = PresetCatalogue.find(name.text.lowercased()) else {
      throw failure(
        say("no such preset: \(name.text)"), at: name.span,
        help: Self.suggestion(name.text, PresetCatalogue.all.map(\.name)) ?? say("to list the presets, write: presets"))
    }
    return PresetPages.page(of: preset)
  }
}

extension Session {
  static let showShape: JSONShape = {
    let parameter: JSONShape = [
      "parameter": .string, "value": .string, "unit": .string, "from": .string, "doc": .string, "p5?": .number,
      "p50?": .number, "p95?": .number,
    ]
    let parameters = JSONShape.array([
      "parameter": .string, "value": .string, "from": .string, "p5?": .number, "p50?": .number, "p95?": .number,
    ])
    return .either([
      parameters, parameter, .rows(texts: ["strategy", "rule"]),
      .rows(texts: Event.shape.fields.map(\.info.name) + ["origin"]),
      PresetPages.pageShape, RunRecord.shape, .either([RunRecord.monthsShape, .null]),
      .either([RunRecord.statementShape, .null]),
    ])
  }()

  /// A run by its number: of this session, else of an earlier one.
  fileprivate func show(run word: Word, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    if finished.find(word, at: runPlace?.file) == nil, let kept = try keptRun(word, invocation) {
      return try show(kept, invocation)
    }
    guard let run = try finishedRun(word, invocation) else { return Answer() }
    return try show(run, invocation)
  }

  /// Of a run of an earlier session what was kept, at once; where data are asked for they are made again.
  fileprivate func show(_ kept: KeptRun, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    let target = invocation.value("to")?.text.lowercased()
    guard invocation.has("json") || answersAsJSON || target?.hasSuffix(".json") == true else {
      return try page(of: kept, invocation)
    }
    return try show(try restored(kept, invocation), invocation)
  }

  fileprivate func show(_ run: FinishedRun, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    let record = try record(of: run, invocation)
    let title = ([run.label] + [run.name].compactMap(\.self)).joined(separator: " ")
    var answer = Answer(record.document(title: title, glyphs: glyphs))
    answer.json = { record.json }
    try addCauses(of: run, to: &answer, invocation)
    return answer
  }

  /// The whole scenario: what was given or set, part by part.
  fileprivate var overview: Answer {
    var answer = table(of: scenario.slots.filter { origin(of: $0) != "default" })
    answer.document.blocks.insert(contentsOf: [.paragraph([TextRun(overviewLine)]), .blank], at: 0)
    if let rulesLine {
      answer.document.blocks += [
        .blank, .paragraph([TextRun(say("\(rulesLine); to list them: show rules, show events"))]),
      ]
    }
    answer.document.blocks += [
      .blank,
      .paragraph([TextRun(say("Defaults are left out. To see a whole part, write: show ads, show returns …"), .dim)]),
    ]
    return answer
  }

  fileprivate func table(of slots: [Slot]) -> Answer {
    let flat = flatTable(of: slots)
    var answer = Answer(Document([.table(sheet(of: slots))]))
    answer.json = { flat.json() }
    answer.csv = { flat.csv() }
    return answer
  }

  /// For the eye: a section for each part, because whole paths are long and much alike.
  private func sheet(of slots: [Slot]) -> Table {
    var sections: [(part: String?, slots: [Slot])] = []
    for slot in slots {
      let part = slot.path.lastIndex(of: ".").map { String(slot.path[..<$0]) }
      if sections.isEmpty || sections[sections.count - 1].part != part { sections.append((part, [])) }
      sections[sections.count - 1].slots.append(slot)
    }
    let spread = hasSpread(slots) ? [say("Spread"), "P5 … P50 … P95"] : []
    let titles = [say("Parameter"), say("Value")] + spread + [say("From")]
    let rows = sections.map { section in
      Table.Section(section.part, rows: section.slots.map { row($0, hasSpread: hasSpread(slots)) })
    }
    return Table(columns: titles.map { Table.Column($0, .text) }, sections: rows)
  }

  private func hasSpread(_ slots: [Slot]) -> Bool { slots.contains { spread(of: $0) != nil } }

  private func row(_ slot: Slot, hasSpread: Bool) -> Table.Row {
    let origin = origin(of: slot)
    let value = spread(of: slot).map { UncertainValue(slot, $0, scenario.currency(of: slot)) }
    let beliefs = hasSpread ? [value?.curve(glyphs) ?? "", value?.inShort ?? ""] : []
    let name = slot.path.split(separator: ".").last.map(String.init) ?? slot.path
    let texts = [name, text(slot, in: scenario)] + beliefs + [originInShort(slot)]
    return Table.Row(texts.map { .text($0) }, origin == "default" ? .dim : .none)
  }

  /// For programs: whole paths, and percentiles where any value has them.
  private func flatTable(of slots: [Slot]) -> Table {
    let percentiles = hasSpread(slots) ? UncertainValue.percentiles : []
    let columns =
      ["parameter", "value", "from"].map { Table.Column($0, .text) }
      + percentiles.map { Table.Column($0.name, .number(.number)) }
    let rows = slots.map { slot in
      let value = spread(of: slot).map { UncertainValue(slot, $0, scenario.currency(of: slot)) }
      let cells = percentiles.map { percentile in
        value.map { Table.Cell.number($0.quantile(percentile.u)) } ?? .missing
      }
      return Table.Row([.text(slot.path), .text(text(slot, in: scenario)), .text(origin(of: slot))] + cells)
    }
    return Table(columns: columns, rows: rows)
  }

  /// One parameter: value, range, meaning, origin.
  fileprivate func describe(_ slot: Slot) -> Answer {
    let info = slot.info
    var facts = [
      Fact(slot.path, [.strong(text(slot, in: scenario))], note: say("from \(originNote(slot))")),
      Fact(say("meaning"), [TextRun(info.doc.said)]),
    ]
    if let allowed = Parameters.allowed(info, currency: scenario.currency(of: slot)) {
      facts.append(Fact(say("allowed"), [TextRun(allowed)]))
    }
    if slot.get(scenario) != slot.get(loaded) {
      facts.append(Fact(say("as loaded"), [TextRun(text(slot, in: loaded))]))
    }
    let uncertain = spread(of: slot).map { UncertainValue(slot, $0, scenario.currency(of: slot)) }
    if let uncertain { facts += uncertain.facts + correlationFacts(slot) }
    var answer = Answer(Document([.facts(facts)] + (uncertain.map { [.blank, .chart(.density($0.chart))] } ?? [])))
    answer.value = text(slot, in: scenario)
    let members: [JSON.Member] = [
      JSON.Member("parameter", .string(slot.path)), JSON.Member("value", .string(text(slot, in: scenario))),
    ]
    let (currency, origin) = (scenario.currency(of: slot), origin(of: slot))
    answer.json = {
      let unit = info.kind.unit(currency: currency)
      let rest: [JSON.Member] = [
        JSON.Member("unit", .string(unit)), JSON.Member("from", .string(origin)), JSON.Member("doc", .string(info.doc)),
      ]
      return .object(members + rest + (uncertain?.json ?? []))
    }
    return answer
  }

  /// The spread that a value has, be it its own or that of the parameter it is the same as.
  private func spread(of slot: Slot) -> Spread? {
    guard let origin = scenario.origin(of: slot.path), case .spread(let spread) = scenario.uncertain[origin] else {
      return nil
    }
    return spread
  }

  private func correlationFacts(_ slot: Slot) -> [Fact] {
    let path = scenario.origin(of: slot.path) ?? slot.path
    return scenario.correlations.filter { $0.paths.contains(path) }.map { correlation in
      let others = correlation.paths.filter { $0 != path }.joined(separator: ", ")
      return Fact(say("correlated"), [TextRun(say("\(correlation.words) with \(others)"))])
    }
  }

  private func originInShort(_ slot: Slot) -> String {
    let origin = origin(of: slot)
    return presetName(origin).map { say("preset \($0)") } ?? origin.said
  }

  /// The name behind `preset `, if the origin is one.
  private func presetName(_ origin: String) -> Substring? {
    origin.hasPrefix("preset ") ? origin.dropFirst(7) : nil
  }

  private func originNote(_ slot: Slot) -> String {
    switch origin(of: slot) {
    case "file": say("the file")
    case "set": say("a change you made")
    case "default": say("the default")
    case "scorecard": say("the scorecard: the default for a supplier with this score")
    case let other: presetName(other).map { say("preset \($0)") } ?? other
    }
  }

  /// A value as written in files; a dash where none is given.
  func text(_ slot: Slot, in scenario: Scenario) -> String {
    slot.get(scenario).map { slot.info.kind.write($0, currency: scenario.currency(of: slot)) } ?? "none"
  }
}
