package import Analysis
import Language
import Scenarios
import Simulation
import Statistics

extension RunRecord {
  /// A plan alone has no worlds.
  package static let shape: JSONShape =
    [
      "dropcast": .integer, "scenario": .string, "strategy": .string, "fingerprint": .string, "seed?": .seed,
      "paths?": .integer, "start": .string, "months": .integer,
      "quantiles?": ["from": .string, "relative_error": .number], "outcome?": Summary.outcomeShape,
      "monthly?": .members(metricNames, .array(Distribution.shape)),
      "plan": .members(metricNames, .array(.number)) + ["break_even_month": .number],
      "baseline": ["worth": .number, "gain": .number], "opening?": OpeningSummary.shape,
      "verdict?": ["first": .string, "recommendation": .string],
    ]

  /// Those that only some scenarios have need not be there.
  fileprivate static let metricNames = Metric.reported.map { $0.isOfSome ? $0.name + "?" : $0.name }

  /// The run by the output contract of version 1: the same run has the same bytes.
  package var json: JSON {
    var members: [JSON.Member] = [
      JSON.Member("dropcast", 1), JSON.Member("scenario", .string(scenario.name)),
      JSON.Member("strategy", .string(strategy)), JSON.Member("fingerprint", .string(fingerprint)),
    ]
    if let summary {
      members.append(JSON.Member("seed", JSON(seed: seed)))
      members.append(JSON.Member("paths", .integer(summary.outcome.paths)))
    }
    members.append(JSON.Member("start", .string(scenario.start.description)))
    members.append(JSON.Member("months", .integer(scenario.monthCount)))
    if let summary {
      if !summary.outcome.keepsWorlds {
        members.append(JSON.Member("quantiles", ["from": "histograms", "relative_error": .number(Tally.error)]))
      }
      members.append(JSON.Member("outcome", summary.outcomeJSON(of: scenario)))
      members.append(JSON.Member("monthly", summary.monthlyJSON(of: scenario)))
    }
    members.append(JSON.Member("plan", planJSON))
    members.append(JSON.Member("baseline", ["worth": .number(plan.moneyPutIn[0]), "gain": 0]))
    if let opening { members.append(JSON.Member("opening", opening.json)) }
    if let summary {
      let outlook = Outlook(summary, isChoice: scenario.isChoice)
      let first = Verdict([outlook], earning: [0], safest: [0]).baseline
      members.append(
        JSON.Member(
          "verdict",
          ["first": .string(first.rawValue), "recommendation": .string(outlook.recommendation.rawValue)]))
    }
    return .object(members)
  }

  private var planJSON: JSON {
    .object(
      Metric.reported(of: scenario).map { metric in
        let months = (0..<plan.months).map { JSON.number(plan.monthly(metric, month: $0)[0]) }
        return JSON.Member(metric.name, .array(months))
      } + [JSON.Member("break_even_month", plan.breakEvenMonth[0] > 0 ? .number(plan.breakEvenMonth[0]) : .null)])
  }
}

extension Summary {
  fileprivate static let outcomeShape: JSONShape = {
    let some = Figure.endings.filter { !$0.isOfEveryWorld }.map { figure in
      JSONShape.Member(figure.name, figure.unit == .share ? Proportion.shape : KnownDistribution.shape.orNull())
    }
    let amounts = Figure.endings.filter(\.isOfEveryWorld).map(\.name) + RunRecord.metricNames
    return .object(some, others: nil) + ["ending": EndingShares.shape, "profit_per_owner_hour": .number]
      + .members(amounts, KnownDistribution.shape)
  }()

  fileprivate func outcomeJSON(of scenario: Scenario) -> JSON {
    let amounts = Figure.endings.filter(\.isOfEveryWorld) + Figure.metrics(of: scenario)
    return .object(
      Figure.endings.filter { !$0.isOfEveryWorld }.map { JSON.Member($0.name, json(of: $0)) }
        + [JSON.Member("ending", EndingShares(self).json)]
        + [JSON.Member("profit_per_owner_hour", profitOfAnHour.map(JSON.number) ?? .null)]
        + zip(amounts, knownDistributions(of: amounts)).map { JSON.Member($0.name, $1.json) })
  }

  /// Of one that not every world has.
  private func json(of figure: Figure) -> JSON {
    if figure.unit == .share { return share(figure).json }
    return figure.sample(in: outcome).count > 0 ? knownDistributions(of: [figure])[0].json : .null
  }

  fileprivate func monthlyJSON(of scenario: Scenario) -> JSON {
    let metrics = Metric.reported(of: scenario)
    return .object(
      zip(metrics, monthly(metrics)).map { metric, months in
        JSON.Member(metric.name, .array(months.map(\.json)))
      })
  }
}

extension EndingShares {
  static let shape: JSONShape = ["out": Proportion.shape, "loss": Proportion.shape, "profit": Proportion.shape]

  /// The three of them, each with its error.
  var json: JSON { ["out": out.json, "loss": loss.json, "profit": profit.json] }
}

extension Proportion {
  fileprivate static let shape = JSONShape.named(
    "probability", ["probability": .number, "standard_error": .number, "low": .number, "high": .number])

  fileprivate var json: JSON {
    let interval = interval(confidence: Precision.confidence)
    return [
      "probability": .number(estimate), "standard_error": .number(standardError), "low": .number(interval.lowerBound),
      "high": .number(interval.upperBound),
    ]
  }
}

extension Distribution {
  fileprivate static let shape = JSONShape.named(
    "distribution", .members(["mean", "sd", "p5", "p25", "p50", "p75", "p95"], .number))

  fileprivate var json: JSON { .object(members) }

  fileprivate var members: [JSON.Member] {
    [
      JSON.Member("mean", .number(mean)), JSON.Member("sd", .number(standardDeviation)), JSON.Member("p5", .number(p5)),
      JSON.Member("p25", .number(p25)), JSON.Member("p50", .number(p50)), JSON.Member("p75", .number(p75)),
      JSON.Member("p95", .number(p95)),
    ]
  }
}

extension KnownDistribution {
  fileprivate static let shape = JSONShape.named(
    "known_distribution", Distribution.shape + ["low": .map(.number), "high": .map(.number)])

  fileprivate var json: JSON {
    let ends = { (end: (ClosedRange<Double>) -> Double) -> JSON in
      .object(intervals.map { name, interval in JSON.Member(name, interval.map { .number(end($0)) } ?? .null) })
    }
    return .object(spread.members + [JSON.Member("low", ends(\.lowerBound)), JSON.Member("high", ends(\.upperBound))])
  }
}

extension JSON {
  /// Seeds up to 2⁶³ − 1 are whole numbers, larger ones text: readers of JSON lose their last digits.
  package init(seed: UInt64) {
    self = Int(exactly: seed).map(JSON.integer) ?? .string(String(seed))
  }
}
