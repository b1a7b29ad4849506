import Analysis
import Language
import Scenarios
import Simulation
import Statistics

/// How often the 95 % intervals of `why`, `drivers` and `learn` hold the truth, over many seeds, where the truth is known
/// from closed forms: two blows that ruin, three bills two of which go together, a conversion nobody knows.
struct AnswerCoverage {
  let seeds: Int
  private static let sizes = [1_000, 4_000]

  private static let blows = """
    name: two blows
    currency: USD
    start: 2027-06-01
    months: 1
    cash: {budget: 10000 USD}
    products:
      gadget:
        price: 50 USD
        offers:
          wholesaler: {unit_cost: 20 USD}
    stores:
      shop: {conversion: 10 %}
    ads:
      paid: {budget: 0 USD per day, cpc: 1.00 USD}
    suppliers:
      wholesaler: {}
    events:
      - {name: fire, from: 2027-06-10, chance: 30 %, then: pay damages 20000 USD}
      - {name: flood, from: 2027-06-20, chance: 20 %, then: pay damages 20000 USD}

    """
  private static func bills(_ budget: Int) -> String {
    """
    name: three bills and a blow
    currency: USD
    start: 2027-06-01
    months: 1
    cash: {budget: \(budget) USD}
    products:
      gadget:
        price: 50 USD
        offers:
          wholesaler: {unit_cost: 20 USD}
    stores:
      shop: {conversion: 10 %}
    ads:
      paid: {budget: 0 USD per day, cpc: 1.00 USD}
    suppliers:
      wholesaler: {}
    costs:
      a: {amount: "normal(3000 USD, 300 USD) once", row: other}
      b: {amount: "normal(3000 USD, 300 USD) once", row: other}
      c: {amount: "normal(3000 USD, 600 USD) once", row: other}
    correlations:
      costs.b.amount, costs.c.amount: 0.5
    events:
      - {name: blow, from: 2027-06-10, chance: 20 %, then: pay damages 800 USD}

    """
  }

  private struct Row {
    let name: String
    let truth: Double
    var tallies = AnswerCoverage.sizes.map { _ in Coverage.Tally() }

    init(_ name: String, _ truth: Double) { (self.name, self.truth) = (name, truth) }
  }

  /// A table in Markdown.
  func table() throws -> String {
    var rows = try whyRows()
    tell("why: done")
    rows += try driverRows(
      50_000, .gain, Self.ofGain, tornado: [780.13880927, 1_587.79793592, 1_964.10718187].map { -$0 })
    rows += try driverRows(9_600, .ruin, Self.ofRuin, tornado: [0.30368181, 0.64982701, 0.85020303])
    tell("drivers: done")
    rows += learnRows()
    let head = "| interval | " + Self.sizes.map { "\($0) worlds" }.joined(separator: " | ") + " |"
    let lines = rows.map { row in "| \(row.name) | " + row.tallies.map(\.text).joined(separator: " | ") + " |" }
    return ([head, "|---|" + Self.sizes.map { _ in "---|" }.joined()] + lines).joined(separator: "\n") + "\n"
  }

  private static func scenario(_ text: String) throws -> Scenario {
    try ScenarioFile(reading: Source(name: "coverage", text: text)).scenario
  }

  private static func run(
    _ scenario: Scenario, seed: UInt64, worlds: Int, pins: Pins = Pins(), drawn: [[Double]]? = nil
  ) throws -> Outcome {
    var options = RunOptions()
    (options.paths, options.keeping, options.drawn) = (worlds, .worlds, drawn)
    guard let outcome = try Program(scenario, seed: seed, pins: pins).run(options) else {
      throw LoadError(description: "stopped")
    }
    return outcome
  }

  private struct LoadError: Error { let description: String }

  private static func add(_ estimate: Estimated, _ row: inout Row, _ size: Int) {
    row.tallies[size].add(estimate.low.isNaN ? nil : estimate.low...estimate.high, row.truth)
  }

  /// What taking away one of the blows saves, and by how much the chance of ruin changes.
  private func whyRows() throws -> [Row] {
    let scenario = try Self.scenario(Self.blows)
    let causes = Cause.all(of: scenario).filter { $0.group == .events }
    var rows = [
      Row("`why`: saved by no fire", 6 / 11.0), Row("`why`: saved by no flood", 7 / 22.0),
      Row("`why`: change of ruin, no fire", -0.24), Row("`why`: share of fire", 27 / 44.0),
      Row("`why`: share of flood", 17 / 44.0),
    ]
    for seed in 1...seeds {
      for (size, worlds) in Self.sizes.enumerated() {
        let endings = { (pins: Pins) in
          ButFor.Endings(try Self.run(scenario, seed: UInt64(seed), worlds: worlds, pins: pins))
        }
        let (base, all) = (try endings(Pins()), try endings(causes[0].pins.union(causes[1].pins)))
        let without = try causes.map { (cause: $0, endings: try endings($0.pins)) }
        let found = ButFor([.ruin], base, without: without, withoutAll: all)
        Self.add(found.rows[0].changes[0].savedShare, &rows[0], size)
        Self.add(found.rows[1].changes[0].savedShare, &rows[1], size)
        Self.add(found.rows[0].changes[0].change, &rows[2], size)
        let happened = [all, without[1].endings, without[0].endings, base].map { $0.happened(.ruin) }
        let shares = FairShares(players: 2, happened: happened)
        for player in 0..<2 { Self.add(shares.players[player].estimate, &rows[3 + player], size) }
      }
    }
    return rows
  }

  private struct Known {
    let shares: [Double]
    let luck: Double
    /// First and total index of a, of b with c, and of luck; nil where they have no closed form.
    var indices: [(first: Double, total: Double)]?
  }
  private static let ofGain = Known(
    shares: [0.108597322745, 0.264673391633, 0.503169665078], luck: 0.123559620545,
    indices: [
      (0.108597322745, 0.108597322745), (0.767843056710, 0.767843056710), (0.123559620545, 0.123559620545),
    ])
  private static let ofRuin = Known(shares: [0.11930602, 0.21101904, 0.40685736], luck: 0.26281758)

  private func driverRows(_ budget: Int, _ figure: Analysis.Figure, _ known: Known, tornado: [Double]) throws -> [Row] {
    let scenario = try Self.scenario(Self.bills(budget))
    let name = figure.name
    let inputs = ["a", "b", "c"]
    var swings = zip(inputs, tornado).map { Row("`drivers`: swing of \(name), \($0)", $1) }
    var shares = zip(inputs, known.shares).map { Row("`drivers shares`: \(name), \($0)", $1) }
    shares.append(Row("`drivers shares`: \(name), luck", known.luck))
    var indices = (known.indices ?? []).enumerated().flatMap { place, index in
      let column = ["a", "b + c", "luck"][place]
      return [
        Row("`drivers sobol`: \(name), \(column) first", index.first),
        Row("`drivers sobol`: \(name), \(column) total", index.total),
      ]
    }
    for seed in 1...seeds {
      for (size, worlds) in Self.sizes.enumerated() {
        let (mine, theirs) = (UInt64(seed), UInt64(seed) + 500_000)
        let own = try Self.run(scenario, seed: mine, worlds: worlds)
        let numbers = inputs.indices.map(own.drawn)
        let figureOf = { (outcome: Outcome) in figure.column(outcome) }
        let found = Tornado(
          zip(inputs, numbers).map { Tornado.Input($0, $1) }, [figureOf(own)])
        for (place, input) in inputs.enumerated() {
          guard let bar = found.bars.first(where: { $0.input.path == input }) else { continue }
          Self.add(bar.swings[0], &swings[place], size)
        }
        let redraws = Redraws(
          Program(scenario, seed: mine), Program(scenario, seed: theirs), worlds: worlds, of: worlds, .random)
        let orders = DriverShares.Orders(seed: mine, count: inputs.count)
        let places = (0..<worlds).map { orders.places(world: $0) }
        var figures = DriverShares.Figures(figureOf(own))
        for step in 0...inputs.count {
          let drawn = redraws.columns(threads: 0) { places[$0][$1] < step }
          figures.steps.append(figureOf(try Self.run(scenario, seed: theirs, worlds: worlds, drawn: drawn)))
        }
        let told = DriverShares(figures, players: inputs.map { (paths: [$0], linkedWith: []) }, orders)
        for (place, input) in inputs.enumerated() {
          guard let one = told.inputs.first(where: { $0.paths == [input] }) else { continue }
          Self.add(one.share, &shares[place], size)
        }
        Self.add(told.luck, &shares[inputs.count], size)
        guard !indices.isEmpty else { continue }
        let others = try Self.run(scenario, seed: theirs, worlds: worlds)
        let swapped = try [[0], [1, 2]].map { group in
          let drawn = inputs.indices.map { group.contains($0) ? others.drawn($0) : numbers[$0] }
          return SobolIndices.Swapped(
            group.map { inputs[$0] }, figureOf(try Self.run(scenario, seed: mine, worlds: worlds, drawn: drawn)))
        }
        let luck = SobolIndices.Swapped(
          [], figureOf(try Self.run(scenario, seed: theirs, worlds: worlds, drawn: numbers)))
        let columns = SobolIndices(figureOf(own), figureOf(others), swapped + [luck]).columns
        for (place, column) in columns.enumerated() {
          Self.add(column.first, &indices[2 * place], size)
          Self.add(column.total, &indices[2 * place + 1], size)
        }
      }
    }
    return swings + shares + indices
  }

  /// What it is worth to know a conversion, and one of two numbers that decide; in noise.
  private func learnRows() -> [Row] {
    var rows = [
      Row("`learn`: worth of a conversion", 412.55352339), Row("`learn`: worth of one of two numbers", 0.395593114803),
    ]
    func normals(_ worlds: Int, _ seed: Int, _ day: Int) -> [Double] {
      let stream = Stream(seed: UInt64(seed), name: "coverage of learn")
      return (0..<worlds).map { Normal.quantile(Uniform.double(stream.word(path: $0, day: day))) }
    }
    func add(_ values: [Double], _ gain: [Double], _ seed: Int, _ row: Int, _ size: Int) {
      let choices = LearnChoices([LearnChoices.Choice("start", gain: gain, ruined: gain.map { _ in false })])
      let found = Learn.numbers([("x", values)], choices, seed: UInt64(seed), threads: 1)
      if let number = found.first { Self.add(number.value, &rows[row], size) }
    }
    for seed in 1...seeds {
      for (size, worlds) in Self.sizes.enumerated() {
        let conversion = normals(worlds, seed, 0).map { 0.04 * Elementary.exp(0.5 * $0) }
        let noise = normals(worlds, seed, 1)
        add(conversion, zip(conversion, noise).map { 60_000 * $0 - 2_500 + 500 * $1 }, seed, 0, size)
        let (first, second) = (normals(worlds, seed, 2).map { 1 + $0 }, normals(worlds, seed, 3).map { 2 * $0 })
        add(second, zip(first, second).map { $0 - $1 }, seed, 1, size)
      }
    }
    return rows
  }
}
