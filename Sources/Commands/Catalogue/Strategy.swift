import Language
import Reports
import Scenarios

extension CommandSpec {
  static let strategy = CommandSpec(
    "strategy", synonyms: ["strategies", "方案", "策略"], "creates, lists, shows, drops or renames strategies",
    syntax: "strategy NAME [from OTHER] { CHANGE; … }, or list, show, drop, rename",
    examples: [
      "strategy calm { ads.*.budget x0.5 ; when cash < 300 then pause ads }",
      "strategy calmer from calm { cash.budget +50% }",
      "strategy list", "strategy show calmer", "strategy rename calmer calmest", "strategy drop calmest",
    ],
    changes: .scenario, operand: .wordThenStrategy(["list", "show", "drop", "rename"]),
    options: OptionSpec.rows + OptionSpec.output, answer: Session.strategyShape,
    related: ["compare", "whatif", "keep", "save"]
  ) { session, invocation throws(CommandFailure) in
    let words = invocation.operands
    if let last = words.last, last.text.hasPrefix("{") {
      return try session.put(try StrategyBlock(invocation, session).strategy, named: words[0], invocation)
    }
    guard let verb = words.first else { return session.strategyList }
    switch verb.text.lowercased() {
    case "list":
      try invocation.expect(atMost: 1)
      return session.strategyList
    case "show":
      try invocation.expect(atMost: 2)
      return try session.showStrategy(try session.strategy(words.dropFirst().first, invocation))
    case "drop":
      try invocation.expect(atMost: 2)
      return try session.dropStrategy(try session.strategy(words.dropFirst().first, invocation), invocation)
    case "rename":
      try invocation.expect(atMost: 3)
      let old = try session.strategy(words.dropFirst().first, invocation)
      guard words.count == 3 else {
        throw invocation.failure(
          say("what should the new name be?"), at: words[1].span, help: say("write: strategy rename A B"))
      }
      return try session.renameStrategy(old, to: words[2], invocation)
    default:
      throw invocation.failure(
        say("the changes are missing"), at: words[words.count - 1].span,
        help: say(
          "write: strategy \(verb.text) { PARAMETER = VALUE ; PARAMETER +20% ; when cash < 500 then pause ads }")
      )
    }
  }
}

/// `NAME [from OTHER] { CHANGE ; CHANGE }`
private struct StrategyBlock {
  let strategy: Strategy

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    let words = invocation.operands
    let isBuiltOn = words.count == 4 && words[1].isKeyword(Strategy.parentKey)
    guard words.count == 2 || isBuiltOn else {
      throw invocation.failure(
        say("cannot read this"), at: words[words.count > 1 ? 1 : 0].span,
        help: say("write: strategy NAME { … }, or strategy NAME from OTHER { … }"))
    }
    let parent = isBuiltOn ? words[2].text : Strategy.base
    let base = try session.scenario(under: parent, invocation, at: isBuiltOn ? words[2].span : nil)
    let texts = try Self.changes(in: words[words.count - 1], invocation)
    let (parts, changed) = try Proposal.read(texts, on: base, invocation, session)
    if let part = parts.first(where: { !$0.events.isEmpty }) {
      try Proposal.checkStrategy(parts, invocation, at: part.text.span)
    }
    strategy = Proposal.added(
      parts, to: Strategy(name: words[0].text, from: parent == Strategy.base ? nil : parent, changes: []),
      in: changed)
  }

  /// What stands between the braces, at semicolons, commas and line ends.
  private static func changes(in block: Word, _ invocation: Invocation) throws(CommandFailure) -> [Fragment] {
    guard let body = invocation.source.fragment(block.span).insideBrackets("{", "}") else {
      throw invocation.failure(say("put the changes between { and }"), at: block.span)
    }
    do throws(Fault) {
      return try CommandLine(parsing: body).commands.map(\.fragment).flatMap(Proposal.changes).filter { !$0.isEmpty }
    } catch { throw invocation.failure(error) }
  }
}

extension Session {
  /// One that was changed, the list of all, or one of them.
  static let strategyShape = JSONShape.either([
    changesShape, .rows(texts: ["strategy", "builds on", "changes"]),
    [
      "strategy": .string, "from": .either([.string, .null]), "changes": changesShape, "rules": .array(.string),
    ],
  ])

  /// The strategy that a word means.
  fileprivate func strategy(_ word: Word?, _ invocation: Invocation) throws(CommandFailure) -> Strategy {
    guard let word else {
      throw invocation.failure(
        say("which strategy?"), at: invocation.command.span,
        help: strategies.isEmpty
          ? say("there are no strategies yet") : say("available: \(strategies.map(\.name).joined(separator: ", "))"))
    }
    guard let strategy = strategies.named(word.text) else {
      throw invocation.failure(
        word.text == Strategy.base ? say("base is the scenario itself") : say("no such strategy: \(word.text)"),
        at: word.span,
        help: Suggestion.text(for: word.text, among: strategies.map(\.name)))
    }
    return strategy
  }

  /// Adds a strategy, or puts it in the place of the one of its name.
  mutating func put(
    _ strategy: Strategy, named word: Word, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    if let fault = EntityName.fault(strategy.name, at: word.span) { throw invocation.failure(fault) }
    guard strategy.name != Strategy.base else {
      throw invocation.failure(
        say("base is the scenario itself"), at: word.span, help: say("give the strategy another name"))
    }
    var changed = work
    if let index = changed.strategies.firstIndex(where: { $0.name == strategy.name }) {
      changed.strategies[index] = strategy
    } else {
      changed.strategies.append(strategy)
    }
    if let fault = Parents(changed.strategies).fault(of: strategy) {
      throw invocation.failure(fault.message, at: word.span, help: fault.help)
    }
    var answer = try adopt(changed, invocation)
    let others = strategies.map(\.name).filter { $0 != strategy.name }
    answer.hint =
      others.isEmpty
      ? say("Next: compare · strategy bold { ads.*.budget x2 }")
      : say("Next: compare base \(others[others.count - 1]) \(strategy.name)")
    return answer
  }

  fileprivate mutating func dropStrategy(
    _ strategy: Strategy, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    let children = Parents(strategies).children(of: strategy.name)
    guard children.isEmpty else {
      throw invocation.failure(
        children.count == 1
          ? say("\(children[0]) builds on \(strategy.name)") : say("\(children.listed) build on \(strategy.name)"),
        at: invocation.operands[1].span, help: say("first write: strategy drop \(children[0])"))
    }
    var changed = work
    changed.strategies.removeAll { $0.name == strategy.name }
    return try adopt(changed, invocation)
  }

  fileprivate mutating func renameStrategy(
    _ strategy: Strategy, to word: Word, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    if let fault = EntityName.fault(word.text, at: word.span) { throw invocation.failure(fault) }
    guard !strategyNames.contains(word.text) else {
      throw invocation.failure(say("there is a strategy of that name already"), at: word.span)
    }
    var changed = work
    for index in changed.strategies.indices {
      if changed.strategies[index].name == strategy.name { changed.strategies[index].name = word.text }
      if changed.strategies[index].parent == strategy.name { changed.strategies[index].parent = word.text }
    }
    return try adopt(changed, invocation)
  }

  // MARK: Looking

  fileprivate var strategyList: Answer {
    guard !strategies.isEmpty else {
      return Answer(
        say("no strategies yet; write: strategy NAME { PARAMETER = VALUE }, or: whatif … and then keep as NAME"))
    }
    let session = self
    var answer = Answer(Document([.table(strategyTable)]))
    answer.json = { session.strategyTable.json() }
    answer.csv = { session.strategyTable.csv() }
    return answer
  }

  private var strategyTable: Table {
    Table(
      columns: [
        Table.Column(say("Strategy"), key: "strategy", .text), Table.Column(say("Builds on"), key: "builds on", .text),
        Table.Column(say("Changes"), key: "changes", .text),
      ],
      rows: strategies.map { strategy in
        Table.Row([.text(strategy.name), .text(strategy.parent ?? Strategy.base), .text(changesInShort(strategy))])
      })
  }

  fileprivate func showStrategy(_ strategy: Strategy) throws(CommandFailure) -> Answer {
    let parent = strategy.parent ?? Strategy.base
    let before = scenario(under: parent) ?? scenario
    let rows = strategy.changes.compactMap { change -> (path: String, before: String, now: String, relative: String)? in
      scenario.slot(change.path).map { slot in
        let relative = change.relative.map { " (\($0.text))" } ?? ""
        return (slot.path, text(slot, in: before), words(change, slot, before), relative)
      }
    }
    let table = Table(
      columns: ["parameter", "before", "now"].map { Table.Column($0, .text) },
      rows: rows.map { Table.Row([.text($0.path), .text($0.before), .text($0.now + $0.relative)]) })
    let rules = strategy.rules.map { Fact(say("rule"), [TextRun($0.text)]) }
    let facts = rows.map { Fact($0.path, [TextRun(Self.change(from: $0.before, to: $0.now) + $0.relative)]) } + rules
    let title = TextRun(facts.isEmpty ? say("\(strategy.name) changes nothing") : strategy.name, .strong)
    let origin = parent == Strategy.base ? [] : [TextRun(say(" (builds on \(parent))"))]
    var answer = Answer(Document([.paragraph([title] + origin), .facts(facts)]))
    answer.json = {
      [
        "strategy": .string(strategy.name), "from": strategy.parent.map(JSON.string) ?? .null,
        "changes": table.json(), "rules": .array(strategy.rules.map { .string($0.text) }),
      ]
    }
    answer.csv = { table.csv() }
    return answer
  }

  /// The value that a parameter takes.
  private func words(_ change: Strategy.Change, _ slot: Slot, _ before: Scenario) -> String {
    let value = change.relative.map { try? $0.value(of: slot, in: before) } ?? change.value
    return value.map { slot.info.kind.write($0, currency: scenario.currency(of: slot)) } ?? "none"
  }

  /// `cash.budget = 3,000 USD`, `cash.budget +50%`
  private func inShort(_ change: Strategy.Change, _ slot: Slot) -> String {
    change.relative.map { "\(change.path) \($0.text)" } ?? "\(change.path) = \(words(change, slot, scenario))"
  }

  private func changesInShort(_ strategy: Strategy) -> String {
    let changes = strategy.changes.compactMap { change in
      scenario.slot(change.path).map { inShort(change, $0) }
    }
    let all = changes + strategy.rules.map(\.text)
    return all.isEmpty ? say("nothing") : all.joined(separator: "; ")
  }

  /// `ads.meta.budget = 10 USD per day`, what it builds on before it.
  func inShort(_ strategy: Strategy) -> String {
    (strategy.parent.map { "from \($0): " } ?? "") + changesInShort(strategy)
  }
}
