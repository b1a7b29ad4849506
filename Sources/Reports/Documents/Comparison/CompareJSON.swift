package import Analysis
import Language
import Scenarios
import Simulation
import Statistics

extension Comparison {
  package static let shape: JSONShape = [
    "dropcast": .integer, "scenario": .string, "seed": .seed, "paths": .integer, "start": .string, "months": .integer,
    "against": .string, "criterion": .string, "strategies": .array(strategyShape), "tied_best": .number,
    "dominance": .array([
      "over": .string, "under": .string, "kind": .words(["every_world", "first_order", "second_order"]),
    ]), "safest": .array(.string),
    "baseline": ["worth": .number, "gain": .number, "beats": .number, "equals": .number],
    "verdict": ["first": .string, "contender": .string, "not_to_start": .array(.string)], "earning": .array(.string),
    "advice": .string,
  ]

  private static let strategyShape: JSONShape = [
    "strategy": .string, "fingerprint": .string, "recommendation": .string, "ending": EndingShares.shape,
    "figures": .map(.number), "difference": .map(Difference.shape), "beats": .number, "equals": .number,
    "best": .number, "mean_regret": .number, "worst_regret": .number,
  ]

  /// The comparison as data: the same runs have the same bytes.
  package var json: JSON {
    let run = runs[reference]
    return [
      "dropcast": 1, "scenario": .string(run.scenario.name), "seed": JSON(seed: run.seed),
      "paths": .integer(run.summary?.outcome.paths ?? 0), "start": .string(run.scenario.start.description),
      "months": .integer(run.scenario.monthCount), "against": .string(run.strategy),
      "criterion": .string(criterion.name), "strategies": .array(runs.indices.map(strategyJSON)),
      "tied_best": .number(best.tied),
      "dominance": .array(
        dominances.map { found in
          [
            "over": .string(names[found.over]), "under": .string(names[found.under]),
            "kind": .string(found.kind.key),
          ]
        }),
      "safest": .array(verdict.safest.map { .string(names[$0]) }),
      "baseline": [
        "worth": .number(verdict.outlooks[reference].moneyPutIn), "gain": 0,
        "beats": duelWithoutStarting.map { .number($0.win.estimate) } ?? .null,
        "equals": duelWithoutStarting.map { .number($0.tie.estimate) } ?? .null,
      ],
      "verdict": [
        "first": .string(verdict.baseline.rawValue), "contender": .string(names[verdict.contender]),
        "not_to_start": .array(verdict.notToStart.map { .string(names[$0]) }),
      ],
      "earning": .array(verdict.earning.map { .string(names[$0]) }), "advice": .string(advice(.unicode)),
    ]
  }

  private func strategyJSON(_ run: Int) -> JSON {
    [
      "strategy": .string(names[run]), "fingerprint": .string(runs[run].fingerprint),
      "recommendation": .string(verdict.outlooks[run].recommendation.rawValue),
      "ending": verdict.outlooks[run].ending.json,
      "figures": .object(rows.map { JSON.Member($0.measure.name, $0.values[run].map(JSON.number) ?? .null) }),
      "difference": .object(rows.map { JSON.Member($0.measure.name, $0.differences[run].json) }),
      "beats": .number(duels[run].win.estimate), "equals": .number(duels[run].tie.estimate),
      "best": .number(best.shares[run]), "mean_regret": .number(regrets[run].expected),
      "worst_regret": .number(regrets[run].worst),
    ]
  }

  /// A row for each strategy and figure; those of not starting first.
  package var csv: String {
    let columns = ["strategy", "figure", "value", "difference", "low", "high"]
    let cells = runs.indices.flatMap { run in
      rows.map { row -> Table.Row in
        let difference = row.differences[run]
        return Table.Row([
          .text(names[run]), .text(row.measure.name), row.values[run].map { .number($0) } ?? .missing,
          .number(difference.value), difference.interval.map { .number($0.lowerBound) } ?? .missing,
          difference.interval.map { .number($0.upperBound) } ?? .missing,
        ])
      }
    }
    return Table(columns: columns.map { Table.Column($0, .text) }, rows: rowsWithoutStarting + cells).csv()
  }

  private var rowsWithoutStarting: [Table.Row] {
    rows.map { row in
      let value = runs[reference].summary.flatMap { row.measure.valueWithoutStarting(in: $0.outcome) }
      return Table.Row([
        .text("not_starting"), .text(row.measure.name), value.map { .number($0) } ?? .missing, .missing, .missing,
        .missing,
      ])
    }
  }
}

extension Dominance {
  fileprivate var key: String {
    switch self {
    case .everyWorld: "every_world"
    case .firstOrder: "first_order"
    case .secondOrder: "second_order"
    }
  }
}
