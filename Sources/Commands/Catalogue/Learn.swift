import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let learn = CommandSpec(
    "learn", synonyms: ["先查什么"], "shows what to find out before you choose, and what a test is worth",
    syntax: "learn [STRATEGY …] [with ruin <= X] [price AMOUNT]",
    examples: ["learn --paths 200", "learn lean --paths 200", "learn with ruin <= 5% --paths 200"],
    operand: .words(["with", "price"]), options: OptionSpec.worlds + OptionSpec.rows + OptionSpec.output,
    answer: LearnReport.shape, related: ["drivers", "compare", "danger"]
  ) { session, invocation throws(CommandFailure) in
    let request = try LearnRequest(invocation, session)
    var records: [RunRecord] = []
    let isWhole = try session.run(
      request.contenders, in: request.worlds, keeping: request.contenders.count, invocation
    ) { records.append($1) }
    guard isWhole else { throw invocation.nothingFinished }
    let choices = request.choices(records)
    let paths = min(Learn.nestedWorlds, request.worlds.paths)
    let runs = Learn.nestedLucks * records.count
    let progress = say("running \(NumberFormat().worlds(paths)) \(runs) times")
    var bench = Bench(request.worlds, progress, runs * paths, session)
    defer { bench.end() }
    let fingerprint = records[0].fingerprint
    func report(_ learn: Learn) -> LearnReport {
      LearnReport(learn, request.circumstances, fingerprint: fingerprint, runs: records.count + runs)
    }
    if bench.isAwaited {
      let first = min(LearnRequest.firstLook, request.worlds.paths)
      let look = request.choices(records, first: first)
      let numbers = Learn.numbers(
        LearnChoices.columns(of: records, first: first), look, seed: request.worlds.seed,
        threads: request.worlds.threads)
      bench.showFirst(report(Learn(look, numbers, [], all: nil)).firstAnswer(in: first, session.glyphs))
    }
    let numbers = Learn.numbers(
      LearnChoices.columns(of: records), choices, seed: request.worlds.seed, threads: request.worlds.threads)
    let tests = Learn.tested(
      LearnTest.all(
        of: records.map { ($0.strategy, $0.scenario) }, seed: request.worlds.seed, paths: request.worlds.paths,
        sampling: request.worlds.sampling), choices,
      threads: request.worlds.threads)
    let largest = numbers.map(\.value.value).max() ?? 0
    let lucks = request.lucks(records, paths, choices, &bench)
    let all = bench.isStopped ? nil : Learn.all(lucks, largest: largest, most: choices.valueOfAll)
    var answer = Answer(report(Learn(choices, numbers, tests, all: all)), session.glyphs)
    answer.notices = session.notesOnMonths(of: records[0].scenario, invocation)
    answer.stopped = invocation.stop(bench, say("not calculated: what it would be worth to know all uncertain numbers"))
    answer.hint = say("Next: drivers · compare")
    return answer
  }
}

/// `learn lean bold with ruin <= 5%`
private struct LearnRequest {
  let contenders: [Contender]
  let worlds: SharedWorlds
  /// The most that the best choice may be ruined; or what a ruin counts.
  private let limit: Double?
  private let price: Double
  private let scenario: Scenario

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    let clauses = Clauses(invocation, keywords: ["with", "price"])
    var names: [String] = []
    for word in clauses.head where !names.contains(word.text) {
      _ = try session.scenario(under: word.text, invocation, at: word.span)
      names.append(word.text)
    }
    // What nobody may choose is no answer either, unless it is asked about.
    if names.isEmpty { names = session.strategyNames.filter { session.scenario(under: $0)?.isChoice == true } }
    var contenders: [Contender] = []
    for name in names { contenders.append(Contender(name, try session.scenario(under: name, invocation, at: nil))) }
    self.contenders = contenders
    worlds = try SharedWorlds(invocation, session)
    scenario = session.scenario
    limit = try clauses.only("with").map { clause throws(CommandFailure) in try Self.limit(clause, invocation) }
    price =
      try clauses.only("price").map { clause throws(CommandFailure) in
        try Self.price(clause, session.scenario.currency, invocation)
      } ?? 0
    if limit != nil, let clause = try clauses.only("price") {
      throw invocation.failure(
        say("write either a limit (with ruin <= 5%) or what running out of money costs you (price 2000), not both"),
        at: clause.keyword.span, help: say("keep one of them")
      )
    }
    guard worlds.paths >= Drivers.leastWorlds else {
      throw invocation.failure(
        say("\(NumberFormat().worlds(worlds.paths)): too few"),
        at: invocation.value("paths")?.span ?? invocation.command.span,
        help: say("use at least \(Drivers.leastWorlds) worlds, for example: --paths 2k"))
    }
  }

  /// `ruin <= 5%`
  private static func limit(_ clause: Clauses.Clause, _ invocation: Invocation) throws(CommandFailure) -> Double {
    let help = say("write: with ruin <= 5%")
    let words = clause.text.text.split(whereSeparator: \.isWhitespace).joined()
    guard words.hasPrefix("ruin<="),
      let quantity = try? Quantity(parsing: Fragment(String(words.dropFirst(6)), start: clause.text.span.start)),
      quantity.isPercent || quantity.isPlainNumber, (0...1).contains(quantity.fraction)
    else { throw invocation.failure(say("expected a limit for ruin"), at: clause.text.span, help: help) }
    return quantity.fraction
  }

  private static func price(
    _ clause: Clauses.Clause, _ currency: String, _ invocation: Invocation
  ) throws(CommandFailure) -> Double {
    guard let quantity = try? Quantity(parsing: clause.text), quantity.value >= 0, !quantity.isPercent,
      quantity.unit == nil, quantity.per == nil, quantity.currency == nil || quantity.currency == currency
    else {
      throw invocation.failure(
        say("expected an amount: what running out of money costs you"), at: clause.text.span,
        help: say("write: price 2000 \(currency)"))
    }
    return quantity.value
  }

  var circumstances: Circumstances {
    let names = contenders.map(\.name)
    return Circumstances(
      contenders[0].scenario, strategy: names.joined(separator: Tongue.current.comma), seed: worlds.seed,
      paths: worlds.paths, sampling: worlds.sampling)
  }

  /// How many worlds a first answer looks at.
  static let firstLook = 1_000

  /// - Parameter first: of so many of the worlds.
  func choices(_ records: [RunRecord], first: Int = .max) -> LearnChoices {
    let choices = LearnChoices.choices(of: records, first: first)
    return LearnChoices(
      choices, priceOfRuin: limit.map { LearnChoices.priceOfRuin(keeping: $0, choices) } ?? price)
  }

  /// The first worlds again with the numbers they drew, under other lucks.
  func lucks(
    _ records: [RunRecord], _ paths: Int, _ choices: LearnChoices, _ bench: inout Bench
  ) -> Learn.Lucks {
    var lucks = Learn.Lucks()
    for luck in 1...Learn.nestedLucks {
      var utilities: [[Double]] = []
      for record in records {
        let drawn = record.drawnInputs.map { Array($0.values.prefix(paths)) }
        let program = Program(record.scenario, seed: worlds.seed &+ UInt64(luck))
        guard let outcome = bench.outcome(of: program, paths: paths, drawn: drawn) else { return lucks }
        utilities.append(
          zip(outcome.gain, outcome.ruinDay).map { $0 - ($1 >= 0 ? choices.priceOfRuin : 0) })
      }
      lucks.utilities.append(utilities)
    }
    return lucks
  }
}

extension LearnChoices {
  static func choices(of records: [RunRecord], first: Int = .max) -> [Choice] {
    records.compactMap { record in
      record.summary.map {
        Choice(
          record.strategy, gain: Array($0.outcome.gain.prefix(first)),
          ruined: $0.outcome.ruinDay.prefix(first).map { $0 >= 0 },
          outlook: Outlook($0, isChoice: record.scenario.isChoice))
      }
    }
  }

  /// The drawn numbers of all strategies: what several draw is the same in all of them.
  static func columns(of records: [RunRecord], first: Int = .max) -> [(path: String, values: [Double])] {
    var columns: [(path: String, values: [Double])] = []
    for input in records.flatMap(\.drawnInputs) where !columns.contains(where: { $0.path == input.path }) {
      columns.append((input.path, Array(input.values.prefix(first))))
    }
    return columns
  }
}
