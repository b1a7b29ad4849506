import Analysis
import Language
import Reports
import Scenarios
import Simulation
import Statistics

extension CommandSpec {
  static let niches = CommandSpec(
    "niches", synonyms: ["利基市场", "利基"], "runs the bundled niches and ranks them by the chance of a profit",
    syntax: "niches [WORLDS] [--seed N]", examples: ["niches 200", "niches 100 --json", "niches 100 --seed 7"],
    options: [OptionSpec("seed", "N", "which worlds: the same seed gives the same worlds")] + OptionSpec.rows
      + OptionSpec.output,
    scenario: .never, related: ["new", "run", "load"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    var paths = 4000
    if let word = invocation.operands.first {
      paths = try invocation.wholeNumber(word, in: 1...1_000_000, say("worlds"))
    }
    let seed = try invocation.seed() ?? 1
    var niches: [Niche] = []
    for (index, bundled) in BundledNiche.all.enumerated() {
      let watch = session.beginWork(say("niche \(index + 1) of \(BundledNiche.all.count)"), paths)
      defer { watch.end() }
      niches.append(try bundled.run(paths: paths, seed: seed, watch, session.surroundings.memory(), invocation))
    }
    return NichesPage(niches.ranked, paths: paths, seed: seed, session.glyphs).answer
  }
}

extension BundledNiche {
  /// Runs the niche's scenario as it comes with the program.
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
private struct NichesPage {
  let niches: [Niche]
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
    let title = say("\(NumberFormat(glyphs: glyphs).worlds(paths)) each · seed \(seed)")
    let legend = [
      say("Makes a profit: final worth above the money put in. A buyer: ad money for one order, in the median world."),
      say("Each niche is a scenario file of that name; load one to look inside and change it."),
    ]
    var answer = Answer(
      Document(
        [.paragraph([.dim(title)]), .blank, .table(table(withFiles: false)), .blank]
          + niches.map { .paragraph([.strong($0.name.said), TextRun(say(" (\($0.file)): \(verdict(of: $0))."))]) }
          + [.blank] + legend.map { .paragraph([.dim($0)]) }))
    answer.json = { json }
    answer.csv = { table(withFiles: true).csv() }
    return answer
  }

  private func table(withFiles: Bool) -> Table {
    let columns = [
      Table.Column(say("Niche"), key: "niche", .text),
      Table.Column(say("Makes a profit"), short: say("Earns"), key: "profit", .number(.share)),
      Table.Column(say("Runs out of money"), short: say("Ruin"), key: "ruin", .number(.share)),
      Table.Column(say("Median cash"), short: say("Cash"), key: "median_cash", .number(.money)),
      Table.Column(say("A buyer costs"), short: say("Buyer"), key: "buyer_costs", .number(.money)),
      Table.Column(say("An order leaves"), short: say("Leaves"), key: "order_leaves", .number(.money)),
    ]
    let rows = niches.map { niche in
      Table.Row(
        [
          .text(withFiles ? niche.name : niche.name.said), .number(niche.profit), .number(niche.summary.ruin.estimate),
          .number(niche.medianCash),
          .number(niche.buyerCosts), .number(niche.orderLeaves),
        ] + (withFiles ? [.text(niche.file)] : []))
    }
    return Table(columns: columns + (withFiles ? [Table.Column(say("File"), key: "file", .text)] : []), rows: rows)
  }

  /// `demand seasonal, competition strong (a buyer costs 2.8 times what an order leaves); do not start: the money
  /// runs out in 76 of 100 worlds`
  private func verdict(of niche: Niche) -> String {
    let ratio = NumberFormat(glyphs: glyphs).text(niche.buyerCosts / max(0.01, niche.orderLeaves), .decimals(1))
    let (demand, competition) = (niche.demand.rawValue.said, niche.competition.rawValue.said)
    let market = say("demand \(demand), competition \(competition)")
    let costs = say("a buyer costs \(ratio) times what an order leaves")
    let ruined = niche.summary.ruin.worlds(NumberFormat(glyphs: glyphs))
    return say("\(market) (\(costs)); \(niche.outlook.recommendation.words): the money runs out in \(ruined)")
  }

  private var json: JSON {
    .array(
      niches.map { niche in
        [
          "niche": .string(niche.name), "file": .string("scenarios/" + niche.file), "profit": .number(niche.profit),
          "ruin": .number(niche.summary.ruin.estimate), "median_cash": .number(niche.medianCash),
          "buyer_costs": .number(niche.buyerCosts), "order_leaves": .number(niche.orderLeaves),
          "demand": .string(niche.demand.rawValue), "competition": .string(niche.competition.rawValue),
          "verdict": .string(niche.outlook.recommendation.rawValue), "paths": .integer(paths), "seed": JSON(seed: seed),
        ]
      })
  }
}
