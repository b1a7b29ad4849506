import Analysis
import Language
import Reports
import Simulation

/// `until se(p50 cash) < 100`: how sure the answer of a run has to be.
struct PrecisionGoal {
  let measure: Measure
  /// As typed: `se(p50 cash)`.
  private let name: String
  private let relation: Condition.Relation
  private let bound: Quantity
  private let boundText: String
  let span: SourceSpan

  /// Where no other limit is given.
  static let mostWorlds = 1_000_000
  /// Worlds are added in steps of this many.
  static let batch = 10_000

  private static var help: String { say("for example: run until se(ruin) < 0.5%, or: run until se(p50 cash) < 100") }

  /// Reads the words behind `until`.
  init(_ invocation: Invocation, currency: String) throws(CommandFailure) {
    let words = invocation.operands
    guard words.count > 1, let last = words.last else {
      throw invocation.failure(say("until what?"), at: words[0].span, help: Self.help)
    }
    let text = invocation.source.fragment(words[1].span.joined(with: last.span))
    let condition: Condition
    do throws(Fault) {
      condition = try Condition(parsing: text)
    } catch { throw invocation.failure(error.message, at: error.span, help: error.help ?? Self.help) }
    (measure, relation, bound) = (try Self.measure(condition, invocation), condition.relation, condition.bound)
    name = text.slice(condition.metric.span).text
    boundText = text.slice(condition.bound.span).text
    span = text.span
    try measure.checkUnit(of: bound, invocation, currency)
    guard relation == .less || relation == .lessOrEqual, bound.value > 0 else {
      throw invocation.failure(
        say("write < and a number above 0: more worlds can only make an error smaller"), at: span, help: Self.help)
    }
  }

  /// The figure inside `se( )`.
  private static func measure(
    _ condition: Condition, _ invocation: Invocation
  ) throws(CommandFailure) -> Measure {
    let metric = condition.metric
    guard condition.statistic == nil, metric.text.lowercased().hasPrefix("se("), metric.text.hasSuffix(")") else {
      throw invocation.failure(
        say(
          "write how small the standard error (se) of a figure must be: until se(FIGURE) < VALUE; the standard error is about half of the figure's ± (95 %)"
        ), at: metric.span,
        help: Self.help)
    }
    let names = metric.text.dropFirst(3).dropLast().split(separator: " ").map { Word(String($0), at: metric.span) }
    guard names.count == 1 || names.count == 2 else {
      throw invocation.failure(say("expected one figure inside se( )"), at: metric.span, help: Self.help)
    }
    let measure = try Measure(names[names.count - 1], names.count == 2 ? names[0] : nil, invocation)
    guard measure.statistic != .sd else {
      throw invocation.failure(
        say("the error of a standard deviation is not estimated"), at: metric.span,
        help: say("write mean or p50 instead"))
    }
    return measure
  }

  func isMet(by summary: Summary) -> Bool {
    measure.standardError(in: summary).map { relation.holds($0, bound.fraction) } ?? false
  }

  /// `se(ruin) < 0.5% holds with 20,000 worlds: it is 0.27 %.`
  func report(_ summary: Summary, currency: String, _ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    let worlds = format.worlds(summary.outcome.paths)
    let claim = "\(name) \(relation.rawValue) \(boundText)"
    guard let error = measure.standardError(in: summary) else {
      return say("This run ended at its limit of \(worlds): too few to determine \(name).")
    }
    let style: NumberStyle = measure.isShare ? NumberStyle(.share(decimals: 3)) : error < 1 ? .number : .cents
    let now = format.text(error, style) + (measure.isMoney ? " \(currency)" : "")
    return isMet(by: summary)
      ? say("\(claim) is reached with \(worlds): the standard error (se, about half of the ± at 95 %) is now \(now).")
      : say(
        "The run ended at its limit of \(worlds) before it reached \(claim): the standard error (se, about half of the ± at 95 %) is now \(now)."
      )
  }
}

extension Program {
  /// Adds batches of worlds until the goal is met or `options.paths` are reached; the worlds are those of one run. Nil when
  /// it was stopped without anything to keep.
  /// - Parameter budget: bytes of figures of worlds that are kept; beyond it only tallies are, as in a run of that size.
  func run(
    _ options: RunOptions, until goal: PrecisionGoal, keepingWithin budget: Int
  ) throws(MemoryRefusal) -> (summary: Summary, isComplete: Bool)? {
    var all: Outcome?
    while true {
      let done = all?.paths ?? 0
      var batch = options
      batch.firstPath = done
      batch.paths = min(PrecisionGoal.batch, options.paths - done)
      batch.keeping = .worlds
      batch.progress = { options.progress(done + $0) }
      guard let outcome = try run(batch) else {
        return options.keepsFinished ? all.map { (Summary($0), false) } : nil
      }
      var joined = all?.followed(by: outcome) ?? outcome
      if keeping(ofPaths: joined.paths, within: budget) == .tallies { joined = joined.tallied }
      all = joined
      let summary = Summary(joined)
      if outcome.paths < batch.paths { return (summary, false) }
      if goal.isMet(by: summary) || joined.paths >= options.paths { return (summary, true) }
    }
  }
}
