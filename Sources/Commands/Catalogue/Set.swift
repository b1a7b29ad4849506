import Language
import Reports
import Scenarios

extension CommandSpec {
  static let set = CommandSpec(
    "set", synonyms: ["设置", "修改"], "changes a parameter; undo takes it back",
    syntax: "set PARAMETER = VALUE   (also += -= *= +20% x2; * stands for any name)",
    examples: [
      "set cash.budget = 2000", "set ads.*.budget +20%", "set suppliers.*.failure_rate x2",
      "set suppliers.* closed for 17 days from day 40", "set costs.legal.amount = 15 USD per month",
    ],
    changes: .scenario, operand: .parameter, takesRest: true, answer: Session.changesShape,
    related: ["new", "show", "reset", "undo", "diff"]
  ) { session, invocation throws(CommandFailure) in
    if let closed = try TemporaryChange.ofState(invocation.rest, session.scenario, invocation) {
      return try session.put(try closed.event(session, invocation), invocation)
    }
    var begun = session
    let part = try session.part(begunBy: invocation.rest, invocation)
    if let part { begun.scenario = part.scenario }
    let changes = try begun.changes(from: invocation.rest, invocation)
    var changed = begun.scenario
    for change in changes { change.slot.set(&changed, change.value) }
    let rates = changed.declareCurrencies()
    changed = changed.rescored(since: session.scenario)
    try session.check(changed, invocation, at: invocation.rest.span)
    guard changed != session.scenario else { return Answer(say("no change: the scenario already has these values")) }
    let before = session.scenario
    session.edit(to: changed)
    var answer = session.changes(since: before, leavingOut: part?.scenario, note: say("undo takes it back"))
    answer.hint = say("Next: run · diff · save")
    answer.notices = rates.map(\.message) + Notes.on(changed).filter { !Notes.on(before).contains($0) }
    return answer
  }
}

/// A parameter and the value it is to take.
struct PlannedChange {
  let slot: Slot
  let value: FieldValue?
  /// As typed, where it follows from the value before.
  let relative: RelativeChange?

  /// The same as a strategy has it.
  var ofStrategy: Strategy.Change {
    relative.map { Strategy.Change(path: slot.path, $0) } ?? Strategy.Change(path: slot.path, value: value)
  }
}

extension Session {
  /// The part that a change begins: `suppliers.us.failure_rate = 3 %` where there is no supplier of that name. A name that is
  /// near another is a slip.
  fileprivate func part(begunBy text: Fragment, _ invocation: Invocation) throws(CommandFailure) -> BegunPart? {
    guard let path = try? Change(parsing: text).path, !path.text.contains("*"),
      let part = BegunPart(path.text, of: scenario)
    else { return nil }
    if let fault = EntityName.fault(part.name, at: path.span) { throw invocation.failure(fault) }
    let nearest = Nearest.names(to: part.name, among: part.siblings)
    guard nearest.isEmpty else {
      let known = nearest.map { part.path.dropLast(part.name.count) + $0 }
      throw invocation.failure(
        say("no such parameter: \(path.text)"), at: path.span,
        help: say("nearest: \(known.joined(separator: ", ")); if you mean a new part, give it a less similar name"))
    }
    guard part.missing.isEmpty else {
      let names = part.missing.map(\.name).joined(separator: ", ")
      throw invocation.failure(
        say("there is no \(part.path), and a new one needs \(names)"), at: path.span,
        help: say(
          "first set \(part.path).\(part.missing[0].name), or use a preset, such as: new supplier us from spocket"))
    }
    return part
  }

  /// Adds an event to the scenario.
  fileprivate mutating func put(_ event: Event, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    var changed = scenario
    changed.events.append(event)
    try check(changed, invocation, at: invocation.rest.span)
    edit(to: changed)
    var answer = Answer(say("the scenario now has the event \(event.name); undo takes it back"))
    answer.hint = say("Next: run · show events · save")
    return answer
  }

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
        planned.append(
          PlannedChange(slot: slot, value: value, relative: RelativeChange(change.operation, of: slot.info)))
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
        let issues = changed.scenario.issues(under: strategy.name, of: changed.strategies)
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
