import Analysis
import Language
import Reports
package import Scenarios
import Simulation

extension CommandSpec {
  static let whatif = CommandSpec(
    "whatif", synonyms: ["what-if", "试算", "假如", "如果"], "shows what a change would do, without making it",
    syntax: "whatif CHANGE [for N days], … [when CONDITION then ACTION…] [of STRATEGY]",
    examples: [
      "whatif ads.*.cpc +20%", "whatif when cash < 500 then pause ads",
      "whatif suppliers.* closed for 21 days from day 40", "whatif ads.*.budget x2 for 30 days",
      "whatif cash.budget = 3000 --paths 2k --seed 7", "whatif owner never_stops",
      "whatif ads.*.cpc +20%, suppliers.*.failure_rate x2",
    ],
    operand: .changes,
    options: [OptionSpec("strategy", "NAME", "the strategy that the changes apply to; by default, the scenario itself")]
      + OptionSpec.worlds + OptionSpec.rows + OptionSpec.output,
    answer: WhatIf.shape, related: ["keep", "set", "strategy", "compare"]
  ) { session, invocation throws(CommandFailure) in
    var invocation = invocation
    let proposal = try Proposal(&invocation, session)
    let worlds = try SharedWorlds(invocation, session)
    let clock = ContinuousClock()
    let begin = clock.now
    let (whatIf, isComplete) = try session.run(proposal, in: worlds, invocation)
    let seconds = (clock.now - begin) / .seconds(1)
    session.proposal = proposal
    var answer = Answer(whatIf.document(glyphs: session.glyphs))
    answer.notices = Notes.on(proposal.changed).filter { !Notes.on(proposal.base).contains($0) }
    answer.notices += session.notesOnMonths(of: proposal.changed, invocation)
    answer.json = { whatIf.json }
    answer.csv = { whatIf.csv }
    let time = NumberFormat().text(seconds, .decimals(2))
    if !isComplete {
      answer.stopped = invocation.failure(
        say("stopped: all changes together were run, but not each of them alone"), at: invocation.command.words[0].span,
        reason: .interrupted)
    }
    answer.hint = say("\(time) s · to apply the change: keep · to save it as a strategy: keep as NAME")
    return answer
  }
}

/// What `whatif` has shown and `keep` may adopt.
package struct Proposal: Sendable {
  /// One of the changes, as typed: of a parameter, of several by a `*`, or a rule.
  struct Part: Sendable {
    let text: Fragment
    var changes: [Strategy.Change] = []
    var rules: [Rule] = []
    /// What a change for some days becomes.
    var events: [Event] = []
  }

  /// What is changed: a strategy, or `base`.
  package let strategy: String
  /// The scenario under that strategy.
  package let base: Scenario
  package let changed: Scenario
  let parts: [Part]

  /// A strategy with more changes and rules: the same ones.
  func added(to strategy: Strategy) -> Strategy { Self.added(parts, to: strategy, in: changed) }

  /// In their order; of one parameter the last value counts.
  ///
  /// - Parameter changed: the scenario with all of them.
  static func added(_ parts: [Part], to strategy: Strategy, in changed: Scenario) -> Strategy {
    var sum = strategy
    for change in parts.flatMap(\.changes) { sum.add(change, in: changed) }
    sum.rules += parts.flatMap(\.rules)
    return sum
  }

  init(_ invocation: inout Invocation, _ session: Session) throws(CommandFailure) {
    let named = try invocation.strategy(named: try invocation.takeOwner())
    strategy = named?.text ?? Strategy.base
    base = try session.scenario(under: strategy, invocation, at: named?.span)
    let texts = invocation.phrases.flatMap(Self.parts).flatMap(Self.changes).filter { !$0.isEmpty }
    guard !texts.isEmpty else {
      throw invocation.failure(
        say("what should change?"), at: invocation.command.words[0].span,
        help: say("write: \(invocation.spec.examples[0])"))
    }
    (parts, changed) = try Self.read(texts, on: base, invocation, session)
    for issue in changed.issues {
      throw invocation.failure(
        issue.message, at: texts[0].span.joined(with: texts[texts.count - 1].span), help: issue.help)
    }
  }

  /// A change for some days is an event of the world, and so nothing that a strategy can have.
  func checkStrategy(_ invocation: Invocation, at span: SourceSpan) throws(CommandFailure) {
    try Self.checkStrategy(parts, invocation, at: span)
  }

  static func checkStrategy(
    _ parts: [Part], _ invocation: Invocation, at span: SourceSpan
  ) throws(CommandFailure) {
    guard let part = parts.first(where: { !$0.events.isEmpty }) else { return }
    throw invocation.failure(
      say("a strategy cannot change something for a few days only: \(part.text.text)"), at: span,
      help: say("write a rule, or make this change an event of the scenario: first whatif …, then keep"))
  }

  /// What stands between semicolons, which a quoted phrase can have.
  private static func parts(of phrase: Fragment) -> [Fragment] {
    let commands = (try? CommandLine(parsing: phrase))?.commands ?? []
    return commands.count > 1 ? commands.map(\.fragment) : [phrase]
  }

  /// What stands between commas; a rule has commas of its own and goes on to the end.
  static func changes(in phrase: Fragment) -> [Fragment] {
    let pieces = phrase.separatedByCommas(thousands: true)
    guard let first = pieces.firstIndex(where: isRule) else { return pieces }
    return pieces[..<first] + [phrase.slice(SourceSpan(pieces[first].start, phrase.span.end))]
  }

  /// `when …`, or `NAME: when …`.
  private static func isRule(_ text: Fragment) -> Bool {
    guard let words = (try? CommandLine(parsing: text))?.commands.first?.words, let first = words.first else {
      return false
    }
    let isNamed = Rule(text.text).name != nil && words.dropFirst().contains { $0.isKeyword("when") }
    return first.isKeyword("when") || isNamed
  }

  /// `no rules`, `no owner`, `no NAME`.
  private static func withdrawal(_ text: Fragment) -> Rule? {
    let rule = Rule(text.text.split(separator: " ").joined(separator: " "))
    return rule.withdrawn == nil ? nil : rule
  }

  /// `owner NAME`
  private static func owner(
    _ text: Fragment, _ invocation: Invocation
  ) throws(CommandFailure) -> (preset: Preset, span: SourceSpan)? {
    guard let words = (try? CommandLine(parsing: text))?.commands.first?.words, words.count == 2,
      words[0].isKeyword("owner")
    else { return nil }
    guard let preset = PresetCatalogue.find(words[1].text, for: .owner) else {
      throw invocation.failure(
        say("no such preset: \(words[1].text)"), at: words[1].span,
        help: Suggestion.text(for: words[1].text, among: PresetCatalogue.presets(for: .owner).map(\.name)))
    }
    return (preset, words[1].span)
  }

  /// Each change is made to what those before it have left.
  static func read(
    _ texts: [Fragment], on base: Scenario, _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> (parts: [Part], changed: Scenario) {
    var changing = session
    changing.scenario = base
    var parts: [Part] = []
    for text in texts {
      let before = changing.scenario
      var part = Part(text: text)
      if let rule = withdrawal(text) {
        if let fault = before.rules.fault(withdrawing: rule, at: text.span) { throw invocation.failure(fault) }
        part.rules = [rule]
      } else if isRule(text) {
        do throws(Fault) {
          part.rules = [try Rule(parsing: text, for: before)]
        } catch { throw invocation.failure(error) }
      } else if let owner = try owner(text, invocation) {
        do throws(Fault) {
          part.changes = try owner.preset.changes(of: before)
        } catch { throw invocation.failure(error.message, at: owner.span, help: error.help) }
        part.rules = owner.preset.rulesOfStrategy
        for change in part.changes { changing.scenario.slot(change.path)?.set(&changing.scenario, change.value) }
      } else if let temporary = try TemporaryChange(text, before, invocation) {
        part.events = [try temporary.event(changing, invocation)]
        changing.scenario.events += part.events
      } else {
        let planned = try changing.changes(from: text, invocation)
        for change in planned { change.slot.set(&changing.scenario, change.value) }
        part.changes = planned.map(\.ofStrategy)
      }
      changing.scenario.rules = (changing.scenario.rules + part.rules).settled
      changing.scenario = changing.scenario.rescored(since: before)
      parts.append(part)
    }
    return (parts, changing.scenario)
  }
}

extension Session {
  fileprivate mutating func run(
    _ proposal: Proposal, in worlds: SharedWorlds, _ invocation: Invocation
  ) throws(CommandFailure) -> (whatIf: WhatIf, isComplete: Bool) {
    let alone = proposal.parts.count > 1 ? proposal.parts.map { scenario(of: proposal, with: $0, invocation) } : []
    // The whole before its parts: these can be left out when the operator stops.
    let contenders =
      [Contender(proposal.strategy, proposal.base), Contender(proposal.strategy, proposal.changed)]
      + alone.compactMap { $0.map { Contender(proposal.strategy, $0) } }
    var whole: [RunRecord] = []
    var single: [RunRecord?] = []
    let isComplete = try run(contenders, in: worlds, keeping: 3, invocation) { index, record in
      if index < 2 { whole.append(record) } else { single.append(record) }
    }
    guard whole.count == 2 else {
      throw invocation.failure(
        say("stopped; nothing was kept"), at: invocation.command.words[0].span, reason: .interrupted)
    }
    remember(whole[0])
    var runs = single.makeIterator()
    let parts = zip(proposal.parts, alone).map { part, scenario in
      WhatIf.Alone(part.text.text, scenario == nil ? nil : runs.next() ?? nil)
    }
    let whatIf = WhatIf(
      base: whole[0], changed: whole[1], alone: isComplete ? parts : [], by: Comparison.measures,
      criterion: Comparison.usualCriterion)
    return (whatIf, isComplete)
  }

  /// The base with one of the changes only; nil where that makes no sense.
  private func scenario(
    of proposal: Proposal, with part: Proposal.Part, _ invocation: Invocation
  ) -> Scenario? {
    guard let (_, changed) = try? Proposal.read([part.text], on: proposal.base, invocation, self),
      changed.issues.isEmpty
    else { return nil }
    return changed
  }
}
