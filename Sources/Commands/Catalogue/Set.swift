import Language
import Reports
import Scenarios

extension CommandSpec {
  static let set = CommandSpec(
    "set", synonyms: ["设置", "修改"], "changes a parameter; undo takes it back",
    syntax: "set PARAMETER = VALUE   (also += -= *= +20% x2; * stands for any name)",
    examples: ["set cash.budget = 2000", "set ads.*.budget +20%", "set suppliers.*.failure_rate x2"],
    changes: .scenario, operand: .parameter, takesRest: true, related: ["show", "reset", "undo", "diff"]
  ) { session, invocation throws(CommandFailure) in
    let changes = try session.changes(from: invocation.rest, invocation)
    var changed = session.scenario
    for change in changes { change.slot.set(&changed, change.value) }
    changed = changed.rescored(since: session.scenario)
    try session.check(changed, invocation, at: invocation.rest.span)
    guard changed != session.scenario else { return Answer(say("nothing to change: it is so already")) }
    let before = session.scenario
    session.edit(to: changed)
    var answer = session.changes(since: before, note: say("undo takes it back"))
    answer.hint = say("Next: run · diff · save")
    answer.notices = Notes.on(changed).filter { !Notes.on(before).contains($0) }
    return answer
  }
}

/// A parameter and the value it is to take.
struct PlannedChange {
  let slot: Slot
  let value: FieldValue?
}

extension Session {
  /// What a change as typed does to the current scenario: one entry for each parameter it means.
  func changes(from text: Fragment, _ invocation: Invocation) throws(CommandFailure) -> [PlannedChange] {
    let change: Change
    do throws(Fault) { change = try Change(parsing: text) } catch { throw invocation.failure(error) }
    let matches = try parameters(meantBy: change.path, invocation)
    var planned: [PlannedChange] = []
    for slot in matches {
      do throws(Fault) {
        let value = try slot.info.value(
          after: change.operation, from: slot.get(scenario), currency: scenario.currency(of: slot), columns: columns)
        planned.append(PlannedChange(slot: slot, value: value))
      } catch {
        // Empty spans elsewhere point at what is missing.
        let span = error.span == SourceSpan(0, 0) ? change.span : error.span
        throw invocation.failure(say("\(slot.path): \(error.message)"), at: span, help: error.help)
      }
    }
    return planned
  }

  /// Refuses a scenario that no longer makes sense, alone or under a strategy.
  func check(_ changed: Scenario, _ invocation: Invocation, at span: SourceSpan) throws(CommandFailure) {
    try check(Workpiece(scenario: changed, strategies: strategies), invocation, at: span)
  }

  func check(_ changed: Workpiece, _ invocation: Invocation, at span: SourceSpan) throws(CommandFailure) {
    var findings = changed.scenario.issues.map {
      Finding(.error, $0.message, help: $0.help, at: span, in: invocation.source)
    }
    if findings.isEmpty {
      // What has been checked and is as it was need not be checked again: sessions may have hundreds of strategies.
      let isSame = changed.scenario == scenario
      for strategy in isSame ? changed.strategies.changed(since: strategies) : changed.strategies {
        let issues = changed.scenario.under(strategy.name, of: changed.strategies)?.issues ?? []
        findings += issues.map {
          Finding(
            .error, say("under strategy \(strategy.name): \($0.message)"), help: $0.help, at: span,
            in: invocation.source)
        }
      }
    }
    if !findings.isEmpty { throw CommandFailure(findings) }
  }
}
