import Language
import Reports
import Scenarios

// Taking changes back: reset, undo, redo, diff.

extension CommandSpec {
  static let reset = CommandSpec(
    "reset", synonyms: ["重置"], "resets a parameter, a part or everything to the values in the file",
    syntax: "reset [PART | PARAMETER]", examples: ["reset", "reset ads", "reset cash.budget"], changes: .scenario,
    operand: .parameter, answer: Session.changesShape, related: ["undo", "diff"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    let slots = session.scenario.slots
    var matches = slots
    if let word = invocation.operands.first {
      matches = slots.filter { $0.path.hasPrefix(word.text + ".") }
      if matches.isEmpty { matches = Parameters.matching(word.text, in: slots) }
      guard !matches.isEmpty else {
        throw invocation.failure(
          say("no such parameter: \(word.text)"), at: word.span, help: Parameters.suggestion(for: word.text, in: slots))
      }
    }
    var changed = session.scenario
    for slot in matches { slot.set(&changed, slot.get(session.loaded)) }
    changed = changed.rescored(since: session.scenario)
    guard changed != session.scenario else { return Answer(say("nothing to reset")) }
    try session.check(changed, invocation, at: invocation.command.span)
    let before = session.scenario
    session.edit(to: changed)
    return session.changes(since: before, note: say("undo takes it back"))
  }

  static let undo = CommandSpec(
    "undo", synonyms: ["撤销"], "undoes the last change, or the last few", syntax: "undo [N]",
    examples: ["undo", "undo 2", "undo 100"], changes: .scenario, answer: Session.changesShape,
    related: ["redo", "reset"]
  ) { session, invocation throws(CommandFailure) in
    try session.step(invocation, "undo", from: \.past, to: \.future)
  }

  static let redo = CommandSpec(
    "redo", synonyms: ["重做", "恢复"], "redoes what you last undid", syntax: "redo [N]",
    examples: ["redo", "redo 2", "redo 100"],
    changes: .scenario, answer: Session.changesShape, related: ["undo"]
  ) { session, invocation throws(CommandFailure) in
    try session.step(invocation, "redo", from: \.future, to: \.past)
  }

  static let diff = CommandSpec(
    "diff", synonyms: ["差异"], "shows what you have changed since the file was loaded",
    syntax: "diff [--json] [--to FILE]",
    examples: ["diff", "diff --json", "diff --to changes.md --force"],
    options: OptionSpec.rows + OptionSpec.output, answer: Session.changesShape, standsAlone: false,
    related: ["reset", "save"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 0)
    let isSame = session.scenario == session.loaded && session.strategies == session.saved.strategies
    guard !isSame else { return Answer(say("no differences from the file")) }
    return session.changes(since: session.loaded, strategies: session.saved.strategies)
  }
}

extension Session {
  fileprivate mutating func step(
    _ invocation: Invocation, _ verb: String, from source: WritableKeyPath<Session, [Workpiece]>,
    to target: WritableKeyPath<Session, [Workpiece]>
  ) throws(CommandFailure) -> Answer {
    try invocation.expect(atMost: 1)
    var steps = 1
    if let word = invocation.operands.first { steps = try invocation.wholeNumber(word, in: 1...10_000, say("steps")) }
    guard !self[keyPath: source].isEmpty else {
      return Answer(verb == "undo" ? say("nothing to undo") : say("nothing to redo"))
    }
    let before = work
    for _ in 0..<steps {
      guard let other = self[keyPath: source].popLast() else { break }
      self[keyPath: target].append(work)
      take(other)
    }
    return changes(since: before)
  }

  static let changesShape = JSONShape.rows(texts: ["parameter", "before", "now"])

  /// What differs now from an earlier scenario and its strategies.
  func changes(since old: Workpiece, note: String = "") -> Answer {
    changes(since: old.scenario, strategies: old.strategies, note: note)
  }

  /// What differs now from an earlier scenario: `ads.meta.budget   30 → 40 USD per day`.
  ///
  /// - Parameter blank: what goes without saying: values that a part has when it is begun.
  func changes(
    since old: Scenario, strategies oldStrategies: [Strategy]? = nil, leavingOut blank: Scenario? = nil,
    note: String = ""
  ) -> Answer {
    let changed = scenario == old ? [] : scenario.slots.filter { !$0.isSame(in: scenario, old) }
    let slots = changed.filter { slot in blank.map { !slot.isSame(in: scenario, $0) } ?? true }
    var rows = slots.map { ($0.path, text($0, in: old), text($0, in: scenario)) }
    if let oldStrategies { rows += strategyChanges(since: oldStrategies) }
    let facts = rows.enumerated().map { index, row in
      Fact(row.0, [TextRun(Self.change(from: row.1, to: row.2))], note: index == 0 ? note : "")
    }
    let table = Table(
      columns: ["parameter", "before", "now"].map { Table.Column($0, .text) },
      rows: rows.map { Table.Row([.text($0.0), .text($0.1), .text($0.2)]) })
    var answer = Answer(Document([.facts(facts)]))
    answer.json = { table.json() }
    answer.csv = { table.csv() }
    return answer
  }

  /// Strategies that are new, gone or others.
  private func strategyChanges(since old: [Strategy]) -> [(String, String, String)] {
    let (earlier, present) = (old.byName, strategies.byName)
    let names = old.map(\.name) + strategies.map(\.name).filter { earlier[$0] == nil }
    return names.compactMap { name in
      let (before, now) = (earlier[name], present[name])
      guard before != now else { return nil }
      return ("strategy \(name)", before.map(inShort) ?? "none", now.map(inShort) ?? "none")
    }
  }

  /// `30 → 40 USD per day`: the unit is said once where both have the same.
  static func change(from old: String, to new: String) -> String {
    let (oldWords, newWords) = (old.split(separator: " "), new.split(separator: " "))
    guard oldWords.count > 1, oldWords.dropFirst() == newWords.dropFirst(), Double(oldWords[0]) != nil else {
      return "\(old) → \(new)"
    }
    return "\(oldWords[0]) → \(new)"
  }
}
