import Statistics
import Testing

@testable import Analysis

@Suite("What counts, prices and weights of worlds teach: known answers")
struct FitBeliefTests {
  private let conjugate: Vector
  private let reweight: Vector

  init() throws { (conjugate, reweight) = (try Vector(file: "fit-conjugate"), try Vector(file: "fit-reweight")) }

  @Test("shares follow the beta law, and clustered counts teach less")
  func beta() throws {
    for truth in conjugate["beta"].all {
      let (k, n) = (try truth.number("k"), try truth.number("n"))
      let prior = ShareBelief(a: try truth.number("prior_a"), b: try truth.number("prior_b"))
      let after = prior.learning(k, of: n, dispersion: try truth.number("dispersion"))
      let values = [after.a, after.b, after.mean, after.deviation] + [0.05, 0.5, 0.95].map(after.quantile)
      for (value, name) in zip(values, ["a", "b", "mean", "sd", "p5", "p50", "p95"]) {
        #expect(isNear(value, try truth.number(name)), "\(truth["about"].text): \(name)")
      }
      if let surprise = truth["surprise_midp"].number {
        #expect(isNear(prior.surprise(Int(k), of: Int(n)), surprise), "\(truth["about"].text)")
      }
    }
  }

  @Test("rates follow the gamma law")
  func gamma() throws {
    for truth in conjugate["gamma"].all {
      let prior = RateBelief(events: try truth.number("prior_shape"), exposure: try truth.number("prior_exposure"))
      let (seen, time) = (try truth.number("events"), try truth.number("exposure"))
      let after = prior.learning(seen, in: time, dispersion: try truth.number("dispersion"))
      let values = [after.events, after.exposure, after.mean, after.deviation] + [0.05, 0.5, 0.95].map(after.quantile)
      for (value, name) in zip(values, ["shape", "rate", "mean", "sd", "p5", "p50", "p95"]) {
        #expect(isNear(value, try truth.number(name)), "\(truth["about"].text): \(name)")
      }
      if let surprise = truth["surprise_midp"].number {
        #expect(isNear(prior.surprise(Int(seen), in: time), surprise), "\(truth["about"].text)")
      }
    }
  }

  @Test("weeks that scatter more than chance widen the range, and halves that differ are seen")
  func weekly() throws {
    let truth = conjugate["weekly"]
    let weeks = WeeklyShare(zip(truth["k"].numbers, truth["n"].numbers).map { ($0, $1) })
    #expect(isNear(weeks.dispersion, try truth.number("value")))
    #expect(isNear(weeks.stretch, try truth["stretched"].number("factor")))
    let prior = ShareBelief(a: try truth["prior"].number("a"), b: try truth["prior"].number("b"))
    let after = prior.learning(weeks.total.successes, of: weeks.total.trials, dispersion: weeks.dispersion)
    let range = after.quantiles.stretched(by: weeks.stretch)
    #expect(isNear(after.quantiles.p5, try truth["posterior"].number("p5")))
    #expect(isNear(range.p5, try truth["stretched"].number("p5")))
    #expect(isNear(range.p95, try truth["stretched"].number("p95")))
    let halves = try #require(weeks.halves)
    #expect(isNear(halves.first, try truth["halves"].number("first")))
    #expect(isNear(halves.second, try truth["halves"].number("second")))
    #expect(isNear(halves.z, try truth["halves"].number("z")))
    #expect(halves.drifts)
    let held = range.holding([halves.first, halves.second])
    #expect(held.p5 <= halves.second && held.p95 >= halves.first)
  }

  @Test("prices of clicks follow Student's t on the log scale")
  func prices() throws {
    let truth = conjugate["log_cpc"]
    let (spend, clicks, season) = (truth["spend"].numbers, truth["clicks"].numbers, truth["season_ads"].numbers)
    let level = zip(spend, season).map { $0 / $1 }
    let logs = zip(level, clicks).map { Elementary.log($0 / $1) }
    let seen = LogBelief.Seen(
      logs, centre: Elementary.log(level.reduce(0, +) / clicks.reduce(0, +)), lag: try truth.number("lag1"))
    #expect(isNear(seen.centre, try truth.number("y_bar")))
    #expect(isNear(seen.count, try truth.number("effective_weeks")))
    let prior = LogBelief(
      median: try truth["prior"].number("median"), sigma: try truth["prior"].number("sigma"),
      degrees: try truth.number("prior_degrees"), deviation: try truth.number("weekly_sd_prior"))
    #expect(isNear(prior.worth, try truth.number("prior_weeks")))
    let after = prior.learning(seen)
    #expect(isNear(Elementary.log(after.median), try truth.number("m")))
    #expect(isNear(after.degrees, try truth.number("degrees")))
    #expect(isNear(after.scale, try truth.number("scale")))
    for (p, name) in [(0.05, "cpc_p5"), (0.5, "cpc_p50"), (0.95, "cpc_p95")] {
      #expect(isNear(after.quantile(p), try truth.number(name)), "\(name)")
    }
    #expect(isNear(after.sigma, try truth["as_range"].number("sigma")))
    #expect(prior.surprise(seen) > 0.5)
  }

  @Test("an order whose refund may still come counts in part")
  func censored() throws {
    let truth = conjugate["censored_refunds"]
    let law = Lognormal(median: try truth.number("median"), logDeviation: try truth.number("sigma"))
    let ages = try truth["orders"].all.map { (age: Int(try $0.number("age")), count: Int(try $0.number("count"))) }
    let ripe = RipeOrders.count(ages) { law.cdf(Double($0)) }
    #expect(isNear(ripe, try truth.number("effective_orders")))
    let after = ShareBelief(0.08, worth: 200).learning(try truth.number("refunds"), of: ripe)
    #expect(isNear(after.a, try truth.number("a")))
    #expect(isNear(after.b, try truth.number("b")))
    #expect(isNear(after.quantile(0.95), try truth.number("p95")))
  }

  @Test("a law without a formula learns on its own grid")
  func grid() throws {
    for truth in conjugate["grid"]["cases"].all {
      let prior = truth["prior"]
      let law = Law.lognormal(
        try LognormalLaw(median: try prior.number("median"), sigma: try prior.number("sigma")))
      let after = GridBelief(law, successes: try truth.number("k"), of: try truth.number("n"))
      let values = [after.mean, after.deviation, after.effectivePoints, after.shareOfPrior]
      for (value, name) in zip(values, ["mean", "sd", "ess", "share_of_prior"]) {
        #expect(isNear(value, try truth.number(name), 1e-8), "\(name): \(value)")
      }
      for (p, name) in [(0.05, "p5"), (0.5, "p50"), (0.95, "p95")] {
        #expect(isNear(after.quantile(p), try truth.number(name)), "\(name)")
      }
      let (k, n) = (Int(try truth.number("k")), Int(try truth.number("n")))
      let surprise = GridBelief.surprise(law, k, of: n)
      #expect(surprise > 0.05 && surprise <= 1)
    }
    let law = Law.lognormal(try LognormalLaw(median: 0.014, sigma: 0.3))
    #expect(GridBelief.surprise(law, 40, of: 400) < 0.001)
  }

  // MARK: Worlds

  private func uniform(_ place: Int) -> Double {
    let product = Double(place) * 0.6180339887498949
    return product - product.rounded(.down)
  }

  @Test("weights of worlds and their tails")
  func tails() throws {
    for truth in reweight["cases"].all {
      let worlds = Int(try truth.number("worlds"))
      let name = truth["name"].text
      var ratios: [Double] = []
      switch name {
      case "Pareto ratios":
        let k = try truth.number("k_true")
        ratios = (1...worlds).map { -k * Elementary.log1p(-uniform($0)) }
      case "the data say nothing": ratios = Array(repeating: 0, count: worlds)
      case "one world takes all": ratios = (0..<worlds).map { $0 == 416 ? 50 : 0 }
      case "small, every number", "too few worlds": ratios = truth["log_ratios"].numbers
      case "conversion again, by worlds":
        let (k, n, law) = (try truth.number("k"), try truth.number("n"), try BetaLaw(alpha: 2, beta: 98))
        let draws = (1...worlds).map { law.quantile(uniform($0)) }
        ratios = draws.map { k * Elementary.log($0) + (n - k) * Elementary.log1p(-$0) }
        let found = WorldWeights(logRatios: ratios)
        #expect(isNear(found.mean(draws), try truth.number("mean"), 1e-6), "\(k)")
        #expect(isNear(found.quantiles(draws).p5, try truth.number("p5"), 1e-6), "\(k)")
        #expect(isNear(found.quantiles(draws).p95, try truth.number("p95"), 1e-6), "\(k)")
      case "weekly orders, clicks as they were":
        let (sigma, median) = (try truth.number("sigma"), try truth.number("median"))
        let (c, tau) = (try truth.number("c"), try truth.number("tau"))
        let weeks = Array(zip(truth["orders"].numbers, truth["clicks"].numbers))
        func ratio(_ x: Double) -> Double {
          weeks.reduce(0) { $0 + WeeklyNoise.logChance($1.0, mean: x * $1.1, excess: c) } / tau
        }
        for point in ["0.01", "0.02", "0.04"] {
          #expect(isNear(ratio(Double(point) ?? 0), try truth["log_ratio_at"].number(point)))
        }
        let draws = (1...worlds).map { median * Elementary.exp(sigma * Normal.quantile(uniform($0))) }
        ratios = draws.map(ratio)
        let found = WorldWeights(logRatios: ratios)
        #expect(isNear(found.mean(draws), try truth.number("mean"), 1e-6))
        #expect(isNear(found.quantiles(draws).p95, try truth.number("p95"), 1e-6))
      default: Issue.record("unknown case \(name)")
      }
      let found = WorldWeights(logRatios: ratios)
      #expect(WorldWeights.tail(of: worlds) == Int(try truth.number("tail")))
      if let k = truth["k_hat"].number {
        #expect(isNear(try #require(found.shape), k, 1e-6), "\(name): \(found.shape ?? 0)")
      } else {
        #expect(found.shape == nil, "\(name)")
      }
      if let ess = truth["ess"].number { #expect(isNear(found.effectiveWorlds, ess, 1e-6), "\(name)") }
      if let limit = truth["k_limit"].number {
        #expect(isNear(WorldWeights.mostShape(worlds: worlds), limit, 1e-6))
      }
      let verdict = truth["verdict"].text
      if verdict == "no change" { #expect(found.verdict == .unchanged) }
      if !verdict.isEmpty, verdict != "no change" { #expect(found.verdict.rawValue == verdict, "\(name)") }
      for (weight, known) in zip(found.weights, truth["weights"].numbers) {
        #expect(abs(weight - known) < 1e-6, "\(name)")
      }
      let largest = found.weights.sorted(by: >)
      for (weight, known) in zip(largest, truth["largest_weights"].numbers) { #expect(isNear(weight, known, 1e-6)) }
    }
  }

  @Test("noise of weeks that resemble each other")
  func noise() throws {
    for truth in reweight["weekly_noise"]["cases"].all {
      let noise = WeeklyNoise([
        (try truth.number("demand_sd"), try truth.number("demand_halflife")),
        (try truth.number("noise_sd"), try truth.number("noise_halflife")),
      ])
      let overlap = noise.overlap(
        weeks: Int(try truth.number("weeks")), ordersAWeek: try truth.number("orders_per_week"))
      #expect(isNear(noise.variance, try truth.number("V")))
      #expect(isNear(noise.excess, try truth.number("c")))
      #expect(isNear(overlap, try truth.number("tau")))
    }
  }
}
