import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let niches = CommandSpec(
    "niches", synonyms: ["利基市场", "利基"], "runs the built-in niches and ranks them by the chance of a profit",
    syntax: "niches [WORLDS] | niches add NAME from FILE… [like NICHE] [price P] [cost C]",
    examples: [
      "niches 200", "niches 100 --json", "niches 100 --seed 7",
      "niches add lamps from best-sellers.csv --worlds 50 --force",
    ],
    changes: .disk, operand: .words(["add"]),
    options: [
      OptionSpec("seed", "N", "random seed: the same seed gives the same worlds"),
      OptionSpec("worlds", "N", "with \"niches add\": how many worlds to run for each niche"),
      OptionSpec("currency", "CODE", "with \"niches add\": the currency of amounts that do not name one"),
    ] + OptionSpec.rows + OptionSpec.output,
    scenario: .never, answer: NichesPage.shape, related: ["new", "run", "load", "import"]
  ) { session, invocation throws(CommandFailure) in
    if let first = invocation.operands.first, first.isKeyword("add") {
      return try NicheRequest(invocation).perform(session)
    }
    try invocation.expect(atMost: 1)
    var paths = 4000
    if let word = invocation.operands.first {
      paths = try invocation.wholeNumber(word, in: 1...1_000_000, say("worlds"))
    }
    let seed = try invocation.seed() ?? 1
    let niches = try session.run(BundledNiche.all, paths: paths, seed: seed, invocation)
    return NichesPage(niches.ranked, paths: paths, seed: seed, session.glyphs).answer
  }
}

extension Session {
  func run(
    _ niches: [BundledNiche], paths: Int, seed: UInt64, _ invocation: Invocation
  ) throws(CommandFailure) -> [Niche] {
    var ran: [Niche] = []
    for (index, niche) in niches.enumerated() {
      let watch = beginWork(say("niche \(index + 1) of \(niches.count)"), paths)
      defer { watch.end() }
      ran.append(try niche.run(paths: paths, seed: seed, watch, surroundings.memory(), invocation))
    }
    return ran
  }
}

extension BundledNiche {
  /// Runs the niche's scenario as it comes with the program, or as it was made from files.
  fileprivate func run(
    paths: Int, seed: UInt64, _ watch: WorkWatch, _ memory: MemoryRoom, _ invocation: Invocation
  ) throws(CommandFailure) -> Niche {
    var scenario: Scenario
    do throws(FindingsError) {
      scenario = try ScenarioFile(reading: Source(name: file, text: text)).scenario
    } catch {
      throw CommandFailure(error.findings)
    }
    _ = scenario.normalizeSeasons()
    var options = RunOptions()
    options.paths = paths
    options.shouldStop = watch.shouldStop
    options.progress = watch.progress
    let finished: Outcome?
    do throws(MemoryRefusal) {
      finished = try Program(scenario, seed: seed).run(options)
    } catch { throw invocation.failure(error, memory) }
    guard let outcome = finished else {
      throw invocation.failure(say("stopped"), at: invocation.command.words[0].span, reason: .interrupted)
    }
    return Niche(scenario, file: file, Summary(outcome))
  }
}

/// The niches as a table with verdicts, in the order of their chance of a profit.
struct NichesPage {
  let niches: [Niche]
  /// The file of the operator's own niche, and what was learned of it.
  var own: (file: String, members: [JSON.Member])?
  let paths: Int
  let seed: UInt64
  let glyphs: Surface.Glyphs

  init(_ niches: [Niche], paths: Int, seed: UInt64, _ glyphs: Surface.Glyphs) {
    self.niches = niches
    self.paths = paths
    self.seed = seed
    self.glyphs = glyphs
  }

  var answer: Answer {
    let title = say("\(NumberFormat(glyphs: glyphs).worlds(paths)) for each niche · seed \(seed)")
    let legend = [
      say(
        "Makes a profit: the share of worlds whose final worth is above the money put in. Ad cost per order: ad money for one order, in the median world. Left per order: what is left of one order before ads."
      ),
      say("The name in brackets is the scenario file of the niche: load it to see or change its numbers."),
    ]
    var answer = Answer(
      Document(
        [.paragraph([.dim(title)]), .blank, .table(table(withFiles: false)), .blank]
          + niches.map {
            .paragraph([.strong(shownName(of: $0)), TextRun(say(" (\($0.file)): \(verdict(of: $0))."))])
          }
          + [.blank] + legend.map { .paragraph([.dim($0)]) }))
    answer.json = { json }
    answer.csv = { table(withFiles: true).csv() }
    return answer
  }

  private func shownName(of niche: Niche) -> String {
    niche.file == own?.file ? say("\(niche.name.escapedForDisplay), yours") : niche.name.said
  }

  private func table(withFiles: Bool) -> Table {
    let columns = [
      Table.Column(say("Niche"), key: "niche", .text),
      Table.Column(say("Makes a profit"), short: say("Earns"), key: "profit", .number(.share)),
      Table.Column(say("Runs out of money"), short: say("Out"), key: "ruin", .number(.share)),
      Table.Column(say("Final cash, typical"), short: say("Cash"), key: "median_cash", .number(.money)),
      Table.Column(say("Ad cost per order"), short: say("Ad cost"), key: "buyer_costs", .number(.money)),
      Table.Column(say("Left per order"), short: say("Left"), key: "order_leaves", .number(.money)),
    ]
    let rows = niches.map { niche in
      Table.Row(
        [
          .text(withFiles ? niche.name : shownName(of: niche)), .number(niche.profit),
          .number(niche.summary.ruin.estimate), .number(niche.medianCash),
          .number(niche.buyerCosts), .number(niche.orderLeaves),
        ] + (withFiles ? [.text(niche.file)] : []))
    }
    return Table(columns: columns + (withFiles ? [Table.Column(say("File"), key: "file", .text)] : []), rows: rows)
  }

  /// `demand: seasonal, competition: strong (a buyer costs 2.8 times what one order earns before ads); do not start:
  /// the money runs out in 76 of 100 worlds`
  private func verdict(of niche: Niche) -> String {
    let ratio = NumberFormat(glyphs: glyphs).text(niche.buyerCosts / max(0.01, niche.orderLeaves), .decimals(1))
    let (demand, competition) = (niche.demand.rawValue.said, niche.competition.rawValue.said)
    let market = say("demand: \(demand), competition: \(competition)")
    let costs = say("the ads for one order cost \(ratio) times what that order earns before ads")
    let ruined = niche.summary.ruin.worlds(NumberFormat(glyphs: glyphs))
    return say("\(market) (\(costs)); \(niche.outlook.recommendation.words); the money runs out in \(ruined)")
  }

  static let shape = JSONShape.array([
    "niche": .string, "file": .string, "profit": .number, "ruin": .number, "median_cash": .number,
    "buyer_costs": .number, "order_leaves": .number, "demand": .string, "competition": .string, "verdict": .string,
    "paths": .integer, "seed": .seed, "own?": .bool, "like?": .string, "files?": .array(.string),
    "values?": .array(["parameter": .string, "written": .string, "source": .string, "grade": .string]),
  ])

  private var json: JSON {
    .array(
      niches.map { niche in
        let isOwn = niche.file == own?.file
        let members: [JSON.Member] = isOwn ? own?.members ?? [] : []
        let file = isOwn ? niche.file : "scenarios/" + niche.file
        return .object(row(niche, file) + members)
      })
  }

  private func row(_ niche: Niche, _ file: String) -> [JSON.Member] {
    let pairs: [(String, JSON)] = [
      ("niche", .string(niche.name)), ("file", .string(file)), ("profit", .number(niche.profit)),
      ("ruin", .number(niche.summary.ruin.estimate)), ("median_cash", .number(niche.medianCash)),
      ("buyer_costs", .number(niche.buyerCosts)), ("order_leaves", .number(niche.orderLeaves)),
      ("demand", .string(niche.demand.rawValue)), ("competition", .string(niche.competition.rawValue)),
      ("verdict", .string(niche.outlook.recommendation.rawValue)), ("paths", .integer(paths)),
      ("seed", JSON(seed: seed)),
    ]
    return pairs.map { JSON.Member($0.0, $0.1) }
  }
}
