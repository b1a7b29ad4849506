import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let sweep = CommandSpec(
    "sweep", synonyms: ["扫描"], "runs the scenario for several values of a parameter",
    syntax: "sweep PARAMETER over VALUES [and …] [for FIGURES] [of STRATEGY]",
    examples: [
      "sweep cash.budget over 1000..4000 step 1000 --paths 500",
      "sweep ads.meta.budget over 10,20,40 for ruin, profit --paths 500",
      "sweep cash.budget over 1k,2k and ads.meta.budget over 10,30 --paths 300",
    ],
    operand: .parameterAndClauses(["over", "step", "and", "for", "of"]),
    options: OptionSpec.question + OptionSpec.cluster,
    answer: SweepReport.shape, related: ["solve", "run", "optimize"]
  ) { session, invocation throws(CommandFailure) in
    let clauses = Clauses(invocation, keywords: ["over", "step", "and", "for", "of"])
    let question = try Question(invocation, session, of: try clauses.word("of"))
    let axes = try SweepAxis.all(clauses, session, question.scenario, invocation)
    let measures = try clauses.only("for").map { clause throws(CommandFailure) in
      try Measure.list(clause, invocation)
    }
    let runs = axes.map(\.values.count).reduce(1, *)
    guard runs <= 1000 else {
      throw invocation.failure(
        say("\(NumberFormat().count(runs)) runs are too many"), at: invocation.command.span,
        help: say("use larger steps"))
    }
    for axis in axes {
      for (value, label) in zip(axis.values, axis.labels) {
        try session.check(
          value: question.scenario.assigning(value, to: axis.slot), label, invocation, at: axis.span)
      }
    }
    let work = say("sweeping \(axes.map(\.slot.path).joined(separator: ", "))")
    var bench = try session.bench(for: question, work, runs: runs, needsWorlds: false, invocation)
    defer { bench.end() }
    let counts = axes.map(\.values.count)
    bench.prepare(
      (0..<runs).map { point in
        let places = Sweep.places(of: point, in: counts)
        return { Program(SweepAxis.scenario(question.scenario, axes, places), seed: question.worlds.seed) }
      })
    let sweep = Sweep(measures ?? Measure.usual(dimensions: axes.count), counts: counts) { places in
      bench.summary(of: SweepAxis.scenario(question.scenario, axes, places))
    }
    guard !sweep.rows.isEmpty else { throw invocation.nothingFinished(bench) }
    let parameters = axes.map { $0.parameter(in: question.scenario) }
    let report = SweepReport(sweep, parameters, question.circumstances)
    var answer = Answer(report, session.glyphs)
    answer.notices = session.notesOnMonths(of: question.scenario, invocation)
    answer.hint = say("Next: solve \(axes[0].slot.path) for ruin <= 20% · set \(axes[0].slot.path) = VALUE")
    answer.stopped = invocation.stop(bench, say("\(sweep.rows.count) of \(sweep.points) values done"))
    return answer
  }
}

extension Measure {
  /// What a sweep shows unless told otherwise: ruin first, money second.
  fileprivate static func usual(dimensions: Int) -> [Measure] {
    let names =
      dimensions == 1
      ? [(nil, "ruin"), (nil, "profit"), ("p5", "gain"), ("p50", "gain"), ("p95", "gain")]
      : [(nil, "ruin"), (nil, "profit"), ("p50", "gain")]
    return names.compactMap { try? Measure(metric: $0.1, statistic: $0.0) }
  }
}

/// A parameter of a sweep and the values it takes.
struct SweepAxis {
  let slot: Slot
  let values: [FieldValue?]
  let labels: [String]
  let unit: String
  let numbers: [Double]?
  let axisStyle: NumberStyle
  let span: SourceSpan

  private static var help: String { say("write: over 10..80 step 10, or: over 10,20,40") }

  /// Every `PARAMETER over …` of the command, one or two.
  static func all(
    _ clauses: Clauses, _ session: Session, _ scenario: Scenario, _ invocation: Invocation
  ) throws(CommandFailure) -> [SweepAxis] {
    var names = clauses.head
    var axes: [SweepAxis] = []
    var over: Clauses.Clause?
    var step: Clauses.Clause?
    func finish() throws(CommandFailure) {
      guard let name = names.first, names.count == 1 else {
        throw invocation.failure(
          names.isEmpty ? say("which parameter?") : say("expected one parameter"),
          at: names.last?.span ?? invocation.command.words[0].span, help: say("write: \(invocation.spec.saidSyntax)"))
      }
      guard let clause = over else { throw invocation.failure(say("over which values?"), at: name.span, help: help) }
      let slot = try session.parameter(meantBy: name, invocation)
      axes.append(try SweepAxis(slot, clause, step: step, session, scenario, invocation))
      (over, step) = (nil, nil)
    }
    for clause in clauses.all {
      if clause.keyword.isKeyword("over") { over = try clauses.filled(clause) }
      if clause.keyword.isKeyword("step") { step = try clauses.filled(clause) }
      if clause.keyword.isKeyword("and") {
        try finish()
        names = try clauses.filled(clause).words
      }
    }
    try finish()
    guard axes.count <= 2 else {
      throw invocation.failure(say("at most two parameters fit into a table"), at: axes[2].span)
    }
    if axes.count == 2, axes[0].slot.path == axes[1].slot.path {
      throw invocation.failure(say("these are the same parameter"), at: axes[1].span)
    }
    return axes
  }

  init(
    _ slot: Slot, _ over: Clauses.Clause, step: Clauses.Clause?, _ session: Session, _ scenario: Scenario,
    _ invocation: Invocation
  ) throws(CommandFailure) {
    self.slot = slot
    span = over.text.span
    let words = ParameterWords(slot, in: scenario, session.glyphs)
    let now = scenario.planned(slot)
    do throws(Fault) {
      if let (low, high) = try Self.range(over.text) {
        let info = slot.info
        let ends = (
          try info.value(of: low, like: now, currency: scenario.currency(of: slot)).number ?? .nan,
          try info.value(of: high, like: now, currency: scenario.currency(of: slot)).number ?? .nan
        )
        let size = try step.map { clause throws(Fault) in try Self.size(of: clause.text, isPercent: high.isPercent) }
        let numbers = try Self.grid(ends, size, slot, at: over.text.span)
        self.numbers = numbers
        values = numbers.map { info.value($0, like: now) }
        labels = numbers.map(words.short)
        unit = words.unit
        axisStyle = words.axisStyle
        return
      }
    } catch {
      throw invocation.failure(say("\(slot.path): \(error.message)"), at: error.span, help: error.help ?? Self.help)
    }
    if let step {
      throw invocation.failure(say("a list of values cannot have a step"), at: step.keyword.span, help: Self.help)
    }
    var read: [FieldValue] = []
    for item in over.items {
      do throws(Fault) {
        read.append(try slot.info.read(item, currency: scenario.currency(of: slot), columns: session.columns))
      } catch { throw invocation.failure(say("\(slot.path): \(error.message)"), at: error.span, help: error.help) }
    }
    values = read
    let plain = read.compactMap { $0.isPlainNumber ? $0.number : nil }
    let areNumbers = plain.count == read.count
    numbers = areNumbers ? plain : nil
    labels =
      areNumbers ? plain.map(words.short) : read.map { slot.info.kind.write($0, currency: scenario.currency(of: slot)) }
    unit = areNumbers ? words.unit : ""
    axisStyle = words.axisStyle
  }

  /// The ends of `A..B`; nil for a list.
  private static func range(_ text: Fragment) throws(Fault) -> (Quantity, Quantity)? {
    guard text.separatedByCommas(thousands: true).count == 1 else { return nil }
    guard case .range(let low, let high) = try? ValueExpression(parsing: text) else { return nil }
    return (low, high)
  }

  /// A step may be written in the unit of the parameter or without: `1..3 % step 1`.
  private static func size(of text: Fragment, isPercent: Bool) throws(Fault) -> Double {
    let quantity = try Quantity(parsing: text)
    guard quantity.value > 0 else { throw Fault(say("a step must be above 0"), at: text.span) }
    return isPercent && quantity.isPlainNumber ? quantity.value / 100 : quantity.fraction
  }

  private static func grid(
    _ ends: (Double, Double), _ step: Double?, _ slot: Slot, at span: SourceSpan
  ) throws(Fault) -> [Double] {
    let step = step ?? Grid.step(from: ends.0, to: ends.1, isWhole: slot.info.kind.isWhole)
    guard slot.info.holdsNumbers, let numbers = Grid.values(from: ends.0, to: ends.1, step: step) else {
      throw Fault(say("that is more than \(Grid.most) values"), at: span, help: say("use a larger step"))
    }
    guard numbers.allSatisfy({ slot.info.value($0, like: nil) != nil }) else {
      throw Fault(say("expected whole numbers"), at: span, help: say("use a whole number as the step"))
    }
    return numbers
  }

  func parameter(in scenario: Scenario) -> SweptParameter {
    let now = slot.get(scenario)
    return SweptParameter(
      path: slot.path, unit: unit, labels: labels, numbers: numbers, axisStyle: axisStyle,
      now: values.firstIndex { $0 == now })
  }

  static func scenario(_ base: Scenario, _ axes: [SweepAxis], _ places: [Int]) -> Scenario {
    zip(axes, places).reduce(base) { scenario, pair in scenario.assigning(pair.0.values[pair.1], to: pair.0.slot) }
  }
}

extension FieldValue {
  /// Not one that differs between worlds.
  fileprivate var isPlainNumber: Bool {
    if case .uncertain = self { return false }
    return number != nil
  }
}
