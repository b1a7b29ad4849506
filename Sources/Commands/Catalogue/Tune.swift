import Analysis
import Language
import Reports
import Scenarios

extension CommandSpec {
  static let tune = CommandSpec(
    "tune", synonyms: ["调"], "changes a number with the arrow keys, step by step",
    syntax: "tune PARAMETER [WORLDS]",
    examples: ["tune ads.meta.budget", "tune cash.budget 200", "tune products.*.price 200 --seed 7"],
    changes: .scenario, operand: .parameter, options: OptionSpec.worlds.filter { $0.name != "paths" },
    scenario: .always,
    related: ["set", "sweep", "whatif"]
  ) { session, invocation, reply throws(CommandFailure) in
    try invocation.expect(atMost: 2)
    guard let name = invocation.operands.first else {
      throw invocation.failure(
        say("which parameter?"), at: invocation.command.words[0].span,
        help: say("write: \(invocation.spec.saidSyntax)"))
    }
    var tuning = try Tuning(try session.parameter(meantBy: name, invocation), at: name, session, invocation)
    reply(.notice(say("↑ and ↓ change the value, Enter keeps the new one, q keeps the old one")))
    while true {
      reply(.document(try tuning.row(session, invocation)))
      guard try tuning.press(session.surroundings.key, session.surroundings.isInterrupted) else { break }
    }
    guard tuning.isKept, tuning.scenario != session.scenario else { return .done }
    let before = session.scenario
    try session.check(tuning.scenario, invocation, at: name.span)
    session.edit(to: tuning.scenario)
    reply(.document(session.changes(since: before, note: say("undo takes it back")).document))
    return .done
  }
}

/// A number that is changed key by key.
private struct Tuning {
  private let slot: Slot
  private let worlds: SharedWorlds
  private(set) var scenario: Scenario
  private(set) var isKept = false

  /// Fewer worlds than a run: somebody waits for each step.
  private static let usualWorlds = 1_000

  init(_ slot: Slot, at name: Word, _ session: Session, _ invocation: Invocation) throws(CommandFailure) {
    self.slot = slot
    scenario = session.scenario
    var worlds = try SharedWorlds(invocation, session)
    worlds.paths = Self.usualWorlds
    if let word = invocation.operands.dropFirst().first {
      worlds.paths = try invocation.wholeNumber(word, in: 1...RunRequest.mostSharedPaths, say("worlds"))
    }
    self.worlds = worlds
    guard slot.info.holdsNumbers, slot.info.range != nil, scenario.planned(slot)?.number != nil else {
      throw invocation.failure(
        say("\(slot.path) is not a number"), at: name.span, help: say("to try its values, use sweep"))
    }
    guard scenario.uncertain[slot.path] == nil else {
      throw invocation.failure(
        say("\(slot.path) is drawn from a range, so it has no single value"), at: name.span,
        help: say("set it to one number first, or sweep it"))
    }
  }

  /// The value, and how 100 worlds end with it.
  func row(_ session: Session, _ invocation: Invocation) throws(CommandFailure) -> Document {
    var line: [TextRun] = []
    let isComplete = try session.run(
      [Contender(Strategy.base, scenario)], in: worlds, keeping: 1, needsWorlds: false, invocation
    ) { _, record in
      guard let summary = record.summary else { return }
      let format = NumberFormat(glyphs: session.glyphs)
      let ending = EndingShares(summary).ofHundred
      let gain = Outlook(summary).median.value
      line = [
        .strong(session.text(slot, in: scenario)),
        TextRun(
          say(
            " · of 100 worlds: profit \(ending.profit), loss \(ending.loss), out of money \(ending.out) · typical gain \(format.money(gain)) \(scenario.currency)"
          )),
      ]
    }
    guard isComplete else {
      throw invocation.failure(
        say("stopped; nothing was changed"), at: invocation.command.words[0].span, reason: .interrupted)
    }
    return Document([.paragraph(line)])
  }

  /// Waits for a key that does something; false when it was the last one.
  mutating func press(_ key: () -> UInt8?, _ isInterrupted: () -> Bool) throws(CommandFailure) -> Bool {
    while !isInterrupted(), let pressed = key() {
      switch pressed {
      case UInt8(ascii: "k"), UInt8(ascii: "+"): if step(up: true) { return true }
      case UInt8(ascii: "j"), UInt8(ascii: "-"): if step(up: false) { return true }
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        isKept = true
        return false
      case UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x03, 0x04, 0x1B: return false
      default: break
      }
    }
    return false
  }

  /// False where there is no further value, or none that the scenario may have.
  private mutating func step(up: Bool) -> Bool {
    guard let now = scenario.planned(slot), let number = now.number, let range = slot.info.range else { return false }
    let next = RoundSteps.next(to: number, up: up, in: range, isWhole: slot.info.kind.isWhole)
    guard next != number, let value = slot.info.value(next, like: now) else { return false }
    let changed = scenario.assigning(value, to: slot)
    guard changed.issues.isEmpty else { return false }
    scenario = changed
    return true
  }
}
