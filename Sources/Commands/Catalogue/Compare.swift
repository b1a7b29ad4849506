import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let compare = CommandSpec(
    "compare", synonyms: ["对比", "比较"], "compares strategies or runs, in the same worlds",
    syntax: "compare [A B #3] [vs A] [by FIGURE, …] [OPTIONS]",
    examples: [
      "compare", "compare base lean", "compare #1 #2", "compare --all",
      "compare lean faster vs base by p50 cash, ruin --paths 2k",
    ],
    operand: .comparison,
    options: OptionSpec.worlds
      + [
        OptionSpec("all", nil, "also show every figure, the differences, and in how many worlds each strategy is best")
      ]
      + OptionSpec.rows
      + OptionSpec.output,
    answer: Comparison.shape, related: ["strategy", "whatif", "runs", "plot", "assert"]
  ) { session, invocation throws(CommandFailure) in
    let request = try CompareRequest(invocation, session)
    let clock = ContinuousClock()
    let begin = clock.now
    let (comparison, isComplete) = try session.run(request, invocation)
    let seconds = (clock.now - begin) / .seconds(1)
    session.lastComparison = comparison
    var answer = Answer(comparison.document(glyphs: session.glyphs, showsTables: invocation.has("all")))
    answer.notices = request.notices + session.notesOnMonths(of: comparison.runs[0].scenario, invocation)
    answer.json = { comparison.json }
    answer.csv = { comparison.csv }
    answer.hint = say(
      "\(NumberFormat().text(seconds, .decimals(2))) s · Next: compare --all · plot compare · strategy show NAME")
    if !isComplete {
      let (done, all) = (comparison.runs.count, request.contenders.count)
      answer.stopped = invocation.failure(
        say("stopped after \(done) of \(all) strategies"), at: invocation.command.words[0].span, reason: .interrupted)
    }
    return answer
  }
}

/// `A B C vs A by p50 cash, ruin`
struct CompareRequest {
  let contenders: [Contender]
  /// Names of those that are finished runs, not strategies.
  let runNames: Set<String>
  let reference: String
  let measures: [Measure]
  /// What is meant by doing better in a world.
  let criterion: Measure
  let worlds: SharedWorlds
  /// What to know of the runs.
  let notices: [String]

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    let words = invocation.operands
    let byPlace = words.firstIndex { $0.isKeyword("by") } ?? words.count
    let vsPlace = words[..<byPlace].firstIndex { $0.isKeyword("vs") } ?? byPlace
    var chosen = try Self.chosen(words[..<vsPlace], invocation, session)
    if chosen.isEmpty { chosen = session.strategyNames.map { Chosen(name: $0, run: nil) } }
    let names = chosen.map(\.name)
    var reference = names.contains(Strategy.base) ? Strategy.base : names[0]
    if vsPlace < byPlace {
      let rivals = try Self.chosen(words[(vsPlace + 1)..<byPlace], invocation, session)
      guard rivals.count == 1 else {
        throw invocation.failure(say("vs which one?"), at: words[vsPlace].span, help: say("write: vs \(names[0])"))
      }
      reference = rivals[0].name
      if !names.contains(reference) { chosen.insert(rivals[0], at: 0) }
    }
    guard chosen.count > 1 else {
      let others = session.strategyNames.filter { $0 != names[0] }
      throw invocation.failure(
        say("there is nothing to compare \(names[0]) with"), at: invocation.command.span,
        help: others.isEmpty
          ? say("make a strategy: write strategy NAME { PARAMETER = VALUE }, or whatif … and then keep as NAME")
          : say("write: compare \(names[0]) \(others[0]); available: \(others.joined(separator: ", "))"))
    }
    let runs = chosen.compactMap(\.run)
    contenders = chosen.compactMap { one in
      (one.run?.scenario ?? session.scenario(under: one.name)).map { Contender(one.name, $0) }
    }
    runNames = Set(chosen.filter { $0.run != nil }.map(\.name))
    if !runs.isEmpty { try Self.checkMonths(contenders.map(\.scenario), invocation) }
    self.reference = reference
    measures = try Self.measures(words, from: byPlace, invocation)
    let isAsked = byPlace < words.count
    criterion = (isAsked ? measures.first { $0.isOfEveryWorld } : nil) ?? Comparison.usualCriterion
    let worlds = try SharedWorlds(invocation, session, like: runs.first)
    self.worlds = worlds
    notices = chosen.compactMap { $0.noticeIfRunAgain(in: worlds) }
  }

  /// A strategy, or a finished run, by the name it goes by.
  private struct Chosen {
    let name: String
    let run: FinishedRun?

    /// Runs are compared in the same worlds. Those that were of others are not what `runs` lists.
    func noticeIfRunAgain(in worlds: SharedWorlds) -> String? {
      guard let run, (run.seed, run.paths, run.sampling) != (worlds.seed, worlds.paths, worlds.sampling) else {
        return nil
      }
      let count = NumberFormat().worlds(worlds.paths)
      let sampling = worlds.sampling.words.map { " · " + $0 } ?? ""
      return say(
        "\(name) was run again with \(count)\(sampling) and seed \(worlds.seed), so that all use the same worlds")
    }
  }

  /// Runs of other months or money have nothing to compare.
  private static func checkMonths(_ scenarios: [Scenario], _ invocation: Invocation) throws(CommandFailure) {
    let first = scenarios[0]
    guard scenarios.allSatisfy({ $0.start == first.start && $0.monthCount == first.monthCount }) else {
      throw invocation.failure(
        say("these runs cover different months"), at: invocation.command.span,
        help: say("to list your runs, write: runs")
      )
    }
    guard scenarios.allSatisfy({ $0.currency == first.currency }) else {
      throw invocation.failure(say("these runs use different currencies"), at: invocation.command.span)
    }
  }

  /// What stands between blanks or commas, each once; a run goes by its name, else by its number.
  private static func chosen(
    _ words: ArraySlice<Word>, _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> [Chosen] {
    var chosen: [Chosen] = []
    for word in words {
      for part in word.text.split(separator: ",") {
        var one = Chosen(name: String(part), run: nil)
        if session.scenario(under: one.name) == nil,
          let run = try session.finishedRun(Word(one.name, at: word.span), invocation)
        {
          // A strategy may have been given the name since.
          let name = run.name.flatMap { session.scenario(under: $0) == nil ? $0 : nil }
          one = Chosen(name: name ?? run.label, run: run)
        } else {
          _ = try session.scenario(under: one.name, invocation, at: word.span)
        }
        if !chosen.contains(where: { $0.name == one.name }) { chosen.append(one) }
      }
    }
    return chosen
  }

  /// What stands behind `by`; a metric without a statistic means its median.
  private static func measures(
    _ words: [Word], from place: Int, _ invocation: Invocation
  ) throws(CommandFailure) -> [Measure] {
    guard place < words.count else { return Comparison.measures }
    guard place + 1 < words.count, let last = words.last else {
      throw invocation.failure(
        say("by which figures?"), at: words[place].span, help: say("for example: by p50 cash, ruin"))
    }
    let text = invocation.source.fragment(words[place + 1].span.joined(with: last.span))
    var measures: [Measure] = []
    for item in text.separatedByCommas(thousands: false) where !item.isEmpty {
      let names = (try? CommandLine(parsing: item))?.commands.first?.words ?? []
      guard let metric = names.last, names.count <= 2 else {
        throw invocation.failure(
          say("write one figure, then a comma, then the next"), at: item.span, help: say("for example: p50 cash, ruin"))
      }
      let isShare = Figure(name: metric.text)?.unit == .share
      let median = isShare ? nil : Word(Measure.Statistic.p50.rawValue, at: metric.span)
      let measure = try Measure(metric, names.count == 2 ? names[0] : median, invocation)
      if !measures.contains(measure) { measures.append(measure) }
    }
    return measures
  }
}

extension Session {
  /// Runs what has not been run yet. When the operator stops it, what is finished is compared.
  fileprivate mutating func run(
    _ request: CompareRequest, _ invocation: Invocation
  ) throws(CommandFailure) -> (comparison: Comparison, isComplete: Bool) {
    var records: [RunRecord] = []
    let isComplete = try run(
      request.contenders, in: request.worlds, keeping: request.contenders.count, invocation
    ) { _, record in records.append(record) }
    guard records.count > 1 else {
      throw invocation.failure(
        say("stopped; nothing was kept"), at: invocation.command.words[0].span, reason: .interrupted)
    }
    for record in records where !request.runNames.contains(record.strategy) { remember(record) }
    // Stopped before the reference was run: then the first takes its part.
    let reference = records.firstIndex { $0.strategy == request.reference } ?? 0
    let comparison = Comparison(
      records, against: reference, by: request.measures, criterion: request.criterion)
    return (comparison, isComplete)
  }
}
