import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let compare = CommandSpec(
    "compare", synonyms: ["对比", "比较"], "puts strategies or runs side by side, in the same worlds",
    syntax: "compare [A B #3] [vs A] [by METRIC, …] [OPTIONS]",
    examples: [
      "compare", "compare base lean", "compare #1 #3", "compare lean faster vs base by p50 cash, ruin --paths 2k",
    ],
    operand: .comparison, options: OptionSpec.worlds + OptionSpec.rows + OptionSpec.output,
    related: ["strategy", "whatif", "runs", "plot", "assert"]
  ) { session, invocation throws(CommandFailure) in
    let request = try CompareRequest(invocation, session)
    let clock = ContinuousClock()
    let begin = clock.now
    let (comparison, isComplete) = try session.run(request, invocation)
    let seconds = (clock.now - begin) / .seconds(1)
    session.lastComparison = comparison
    var answer = Answer(comparison.document(glyphs: session.glyphs))
    answer.json = { comparison.json }
    answer.csv = { comparison.csv }
    answer.hint = say("\(NumberFormat().text(seconds, .decimals(2))) s · Next: plot compare · strategy show NAME")
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
  let reference: String
  let measures: [Measure]
  /// What is meant by doing better in a world.
  let criterion: Measure
  let worlds: SharedWorlds

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    let words = invocation.operands
    let byPlace = words.firstIndex { $0.isKeyword("by") } ?? words.count
    let vsPlace = words[..<byPlace].firstIndex { $0.isKeyword("vs") } ?? byPlace
    var names = try Self.names(words[..<vsPlace], invocation, session)
    if names.isEmpty { names = session.strategyNames }
    var reference = names.contains(Strategy.base) ? Strategy.base : names[0]
    if vsPlace < byPlace {
      let rivals = try Self.names(words[(vsPlace + 1)..<byPlace], invocation, session)
      guard rivals.count == 1 else {
        throw invocation.failure(say("vs which one?"), at: words[vsPlace].span, help: say("write vs \(names[0])"))
      }
      reference = rivals[0]
      if !names.contains(reference) { names.insert(reference, at: 0) }
    }
    guard names.count > 1 else {
      let others = session.strategyNames.filter { $0 != names[0] }
      throw invocation.failure(
        say("there is nothing to compare \(names[0]) with"), at: invocation.command.span,
        help: others.isEmpty
          ? say("make a strategy: strategy NAME { PARAMETER = VALUE }, or whatif … and keep as NAME")
          : say("write compare \(names[0]) \(others[0]); there are: \(others.joined(separator: ", "))"))
    }
    let runs = names.compactMap { name in session.finished.all.last { $0.label == name } }
    contenders = names.compactMap { name in
      (session.scenario(under: name) ?? runs.first { $0.label == name }?.scenario).map { Contender(name, $0) }
    }
    if !runs.isEmpty { try Self.checkMonths(contenders.map(\.scenario), invocation) }
    self.reference = reference
    measures = try Self.measures(words, from: byPlace, invocation)
    let isAsked = byPlace < words.count
    criterion = (isAsked ? measures.first { $0.isOfEveryWorld } : nil) ?? Comparison.usualCriterion
    worlds = try SharedWorlds(invocation, session, like: runs.first)
  }

  /// Runs of other months or money have nothing to compare.
  private static func checkMonths(_ scenarios: [Scenario], _ invocation: Invocation) throws(CommandFailure) {
    let first = scenarios[0]
    guard scenarios.allSatisfy({ $0.start == first.start && $0.monthCount == first.monthCount }) else {
      throw invocation.failure(
        say("these are not runs of the same months"), at: invocation.command.span, help: say("runs lists what there is")
      )
    }
    guard scenarios.allSatisfy({ $0.currency == first.currency }) else {
      throw invocation.failure(say("these runs count in different money"), at: invocation.command.span)
    }
  }

  /// Names between blanks or commas, each once; a run goes by its number.
  private static func names(
    _ words: ArraySlice<Word>, _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> [String] {
    var names: [String] = []
    for word in words {
      for part in word.text.split(separator: ",") {
        var name = String(part)
        if session.scenario(under: name) == nil,
          let run = try session.finishedRun(Word(name, at: word.span), invocation)
        {
          name = run.label
        } else {
          _ = try session.scenario(under: name, invocation, at: word.span)
        }
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// What stands behind `by`; a metric without a statistic means its median.
  private static func measures(
    _ words: [Word], from place: Int, _ invocation: Invocation
  ) throws(CommandFailure) -> [Measure] {
    guard place < words.count else { return Comparison.measures }
    guard place + 1 < words.count, let last = words.last else {
      throw invocation.failure(say("by which metrics?"), at: words[place].span, help: say("write by p50 cash, ruin"))
    }
    let text = invocation.source.fragment(words[place + 1].span.joined(with: last.span))
    var measures: [Measure] = []
    for item in text.separatedByCommas(thousands: false) where !item.isEmpty {
      let names = (try? CommandLine(parsing: item))?.commands.first?.words ?? []
      guard let metric = names.last, names.count <= 2 else {
        throw invocation.failure(
          say("one metric is expected between commas"), at: item.span, help: say("write p50 cash, ruin"))
      }
      let isShare = Measure.shares.contains(metric.text)
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
    for record in records where !record.strategy.hasPrefix("#") { remember(record) }
    // Stopped before the reference was run: then the first takes its part.
    let reference = records.firstIndex { $0.strategy == request.reference } ?? 0
    let comparison = Comparison(
      records, against: reference, by: request.measures, criterion: request.criterion)
    return (comparison, isComplete)
  }
}
