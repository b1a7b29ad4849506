import Analysis
import Language
import Scenarios
import Simulation
import Statistics

/// Does `fit` know how sure it is? Shops whose true numbers are drawn from the scenario's own ranges, as one world of the
/// engine each: over many of them the truth should lie anywhere in what was fitted, and in its 90 % in 90 of 100.
///
/// Source: Talts, Betancourt, Simpson, Vehtari and Gelman, "Validating Bayesian inference algorithms with simulation-based
/// calibration" (2018), arXiv:1804.06788.
struct FitCalibration {
  let shops: Int
  private static let days = 91
  private static let worlds = 300

  private static func scenario(_ more: String) -> String {
    """
    name: calibration
    currency: USD
    start: 2027-03-01
    months: 6
    cash: {budget: 100000 USD}
    market: {demand_sd: 0.1, demand_halflife: 30 days}
    products:
      lamp: {price: 49 USD, offers: {yiwu: {unit_cost: 12 USD}}}
    stores:
      shop: {conversion: 0.6 % to 4 %}
    ads:
      meta: {budget: 40 USD per day, cpc: "lognormal(0.90 USD, 0.35)", price_sd: 0.2, price_halflife: 2 days,
        noise_sd: 0.2, noise_halflife: 3 days\(more)}
    suppliers:
      yiwu: {}

    """
  }

  private static let cases = [
    ("closed form", scenario("")),
    ("by worlds", scenario(", fatigue_halflife: 14 to 40 days, fatigue_floor: 40 %, intent: 0.8 to 1.3")),
  ]

  private struct Tally {
    var ranks: [Double] = []
    var inside = 0
    var failed = 0
  }

  /// A table in Markdown.
  func table() throws -> String {
    var text = """
      | case | number | shops | inside 90 % | share | ranks even, p |
      |---|---|---:|---:|---:|---:|

      """
    for (name, yaml) in Self.cases {
      let file = try ScenarioFile(reading: Source(name: "<calibration>", text: yaml))
      var tallies: [String: Tally] = [:]
      var names: [String] = []
      var scores = (fitted: 0.0, prior: 0.0, naive: 0.0, inside: 0, count: 0)
      for shop in 0..<shops {
        let seed = UInt64(10_000 + shop)
        let program = Program(file.scenario, seed: seed)
        let truth = program.drawn(paths: 1)
        let replay = program.replay(path: 0)
        let seen = SeenShop(replay, of: file.scenario, days: Self.days)
        guard let fit = try? Fit(seen, file.scenario, seed: 77, paths: 4_000) else { continue }
        for (place, number) in program.uncertain.enumerated() {
          guard let row = fit.rows.first(where: { $0.parameter == number.path }) else { continue }
          if tallies[number.path] == nil { names.append(number.path) }
          let value = truth[place][0]
          if row.verdict == .fail {
            tallies[number.path, default: Tally()].failed += 1
            continue
          }
          tallies[number.path, default: Tally()].ranks.append(Self.rank(value, row.posterior))
          if value >= row.posterior.p5, value <= row.posterior.p95 {
            tallies[number.path, default: Tally()].inside += 1
          }
        }
        foretell(fit, file.scenario, replay, &scores)
      }
      for path in names {
        let tally = tallies[path] ?? Tally()
        let count = tally.ranks.count
        let share = count > 0 ? Double(tally.inside) / Double(count) : 0
        text +=
          "| \(name) | \(path) | \(count)\(tally.failed > 0 ? " (\(tally.failed) failed)" : "") | \(tally.inside) "
        text += "| \(Self.percent(share)) | \(Self.evenness(tally.ranks).rounded(to: 4)) |\n"
      }
      let count = Double(max(1, scores.count))
      text += "| \(name) | orders of the next three months | \(scores.count) | \(scores.inside) "
      text += "| \(Self.percent(Double(scores.inside) / count)) | CRPS \((scores.fitted / count).rounded(to: 1)), "
      text += "plan \((scores.prior / count).rounded(to: 1)), as before \((scores.naive / count).rounded(to: 1)) |\n"
    }
    return text
  }

  /// Orders of the three months after those that were seen.
  private func foretell(
    _ fit: Fit, _ prior: Scenario, _ replay: WorldReplay,
    _ scores: inout (fitted: Double, prior: Double, naive: Double, inside: Int, count: Int)
  ) {
    var fitted = prior
    for change in fit.changes {
      if let slot = fitted.slot(change.path) { fitted = fitted.assigning(change.value, to: slot) }
    }
    func worlds(_ scenario: Scenario) -> [Double] {
      var options = RunOptions()
      options.paths = Self.worlds
      guard let outcome = try? Program(scenario, seed: 5).run(options) else { return [] }
      let months = (3..<6).map { outcome.monthly(.orders, month: $0) }
      return months[0].indices.map { world in months.reduce(0) { $0 + $1[world] } }
    }
    func count(_ months: Range<Int>) -> Double {
      replay.days.filter { months.contains($0.month) }.reduce(0) { $0 + ($1.amounts[.orders] ?? 0) }
    }
    let (actual, before) = (count(3..<6), count(0..<3))
    let (mine, theirs) = (worlds(fitted), worlds(prior))
    guard !mine.isEmpty, !theirs.isEmpty else { return }
    scores.fitted += RankedScore.crps(mine, actual: actual)
    scores.prior += RankedScore.crps(theirs, actual: actual)
    scores.naive += (actual - before).magnitude
    let bounds = Quantiles.of(mine, at: [0.05, 0.95])
    if actual >= bounds[0], actual <= bounds[1] { scores.inside += 1 }
    scores.count += 1
  }

  /// Where the truth lies in a law that is told by three of its quantiles.
  private static func rank(_ value: Double, _ law: Quantiles3) -> Double {
    let reach = value > law.p50 ? law.p95 / law.p50 : law.p50 / law.p5
    return Normal.cdf(Elementary.log(value / law.p50) / Elementary.log(reach) * Normal.quantile(0.95))
  }

  /// The chance of ranks that are less even, by ten classes.
  private static func evenness(_ ranks: [Double]) -> Double {
    guard !ranks.isEmpty else { return 1 }
    var classes = [Double](repeating: 0, count: 10)
    for rank in ranks { classes[min(9, Int(rank * 10))] += 1 }
    let expected = Double(ranks.count) / 10
    let square = classes.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    guard let law = try? GammaLaw(shape: 4.5, scale: 2) else { return .nan }
    return 1 - law.cdf(square)
  }

  private static func percent(_ share: Double) -> String { "\((share * 100).rounded(to: 1)) %" }
}

extension Double {
  fileprivate func rounded(to decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
