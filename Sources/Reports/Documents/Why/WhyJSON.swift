import Analysis
import Simulation
import Statistics

extension WhyReport {
  package static let shape: JSONShape =
    Circumstances.shape + [
      "fingerprint": .string, "worlds": .integer, "runs": .integer, "target": .string, "plan_ruined": .bool,
      "happened": .estimate, "wanted": .integer, "cause_worlds": .integer, "causes": .array(causeShape),
      "split": splitShape.orNull(), "shapley": shapleyShape.orNull(), "bridge": bridgeShape.orNull(),
      "shift": .array(["id": .string, "auc": .estimate, "floor": .number, "said": .string]),
      "story": storyShape.orNull(),
    ]

  private static let causeShape: JSONShape = [
    "id": .string, "group": .string, "built_in": .bool, "saved": .estimate, "newly": .estimate, "change": .estimate,
    "saved_ruined": .estimate, "saved_losing": .estimate, "ruin_change": .estimate, "days_gained": .number,
    "gain_change": .estimate,
  ]

  private static let splitShape: JSONShape = [
    "worlds": .integer, "one_alone": .integer, "several_each_alone": .integer, "only_together": .integer,
    "none_even_all": .integer,
  ]

  private static let shapleyShape: JSONShape = [
    "players": .array([
      "id": .string, "causes": .array(.string), "points": .estimate, "share": .number, "share_low": .number,
      "share_high": .number,
    ]), "remainder": .number, "runs": .integer, "worlds": .integer,
  ]

  private static let bridgeShape: JSONShape = [
    "world": .integer, "day": .integer, "start": ["plan": .number, "world": .number],
    "cash": ["plan": .number, "world": .number],
    "rows": .array([
      "id": .string, "plan": .number, "world": .number, "difference": .number, "p25": .number, "p75": .number,
    ]),
  ]

  private static let storyShape: JSONShape = [
    "classes": .array([
      "happening": .string, "row": .either([.string, .null]), "ending": .string, "worlds": .integer, "share": .number,
      "first_day": .number, "last_day": .number, "exemplar": .integer,
    ]),
    "exemplars": .array(["kind": .string, "cause": .either([.string, .null]), "world": .integer]),
  ]

  package var json: JSON {
    .object(
      circumstances.json + [
        JSON.Member("fingerprint", .string(fingerprint)), JSON.Member("worlds", .integer(circumstances.paths)),
        JSON.Member("runs", .integer(why.butFor.rows.count + 2)),
        JSON.Member("target", .string(why.target.kind.rawValue)),
        JSON.Member("plan_ruined", .bool(why.planRuinDay != nil)),
        JSON.Member("happened", JSON(Estimated(why.happened))),
        JSON.Member("wanted", .integer(why.wanted)),
        JSON.Member("cause_worlds", .integer(why.butFor.happened.first?.trials ?? 0)),
        JSON.Member("causes", .array(why.butFor.rows.map(cause))), JSON.Member("split", split),
        JSON.Member("shapley", shapley), JSON.Member("bridge", bridge),
        JSON.Member("shift", .array(why.shift.map(shift))), JSON.Member("story", story),
      ])
  }

  private func cause(_ row: ButFor.Row) -> JSON {
    let change = row.changes[why.target.place]
    return .object([
      JSON.Member("id", .string(row.cause.id)), JSON.Member("group", .string(row.cause.group.rawValue)),
      JSON.Member("built_in", .bool(row.cause.isBuiltIn)), JSON.Member("saved", JSON(change.savedShare)),
      JSON.Member("newly", JSON(change.newlyShare)), JSON.Member("change", JSON(change.change)),
      JSON.Member("saved_ruined", JSON(row.changes[0].savedShare)),
      JSON.Member("saved_losing", JSON(row.changes[1].savedShare)),
      JSON.Member("ruin_change", JSON(row.changes[0].change)),
      JSON.Member("days_gained", row.daysGained.map { .number($0) } ?? .null),
      JSON.Member("gain_change", JSON(row.gainChange)),
    ])
  }

  private var split: JSON {
    guard why.butFor.splits.indices.contains(why.target.place) else { return .null }
    let split = why.butFor.splits[why.target.place]
    return [
      "worlds": .integer(split.worlds), "one_alone": .integer(split.byOneAlone),
      "several_each_alone": .integer(split.bySeveralEach), "only_together": .integer(split.onlyTogether),
      "none_even_all": .integer(split.notEvenAll),
    ]
  }

  private var shapley: JSON {
    guard let found = why.shares else { return .null }
    let players = zip(found.players, found.shares.players).map { one, player -> JSON in
      [
        "id": .string(one.id), "causes": .array(one.causes.map { .string($0.id) }), "points": JSON(player.points),
        "share": .number(player.share), "share_low": .number(player.estimate.low),
        "share_high": .number(player.estimate.high),
      ]
    }
    return [
      "players": .array(players), "remainder": .number(found.shares.remainder),
      "runs": .integer((1 << found.players.count) - 1), "worlds": .integer(found.shares.worlds),
    ]
  }

  private var bridge: JSON {
    guard let replays = why.replays else { return .null }
    let rows = replays.bridge.rows.map { row -> JSON in
      let middle = replays.quartiles[row.account]
      return [
        "id": .string(row.account.rawValue), "plan": .number(row.plan), "world": .number(row.world),
        "difference": .number(row.difference), "p25": middle.map { .number($0.lowerBound) } ?? .null,
        "p75": middle.map { .number($0.upperBound) } ?? .null,
      ]
    }
    let (start, cash) = (replays.bridge.start, replays.bridge.cash)
    return [
      "world": .integer(replays.world), "day": .integer(replays.day + 1),
      "start": ["plan": .number(start.plan), "world": .number(start.world)],
      "cash": ["plan": .number(cash.plan), "world": .number(cash.world)], "rows": .array(rows),
    ]
  }

  private func shift(_ shift: Shift) -> JSON {
    [
      "id": .string(shift.input.map { "input:\($0)" } ?? "dummy"), "auc": JSON(shift.separation.estimate),
      "floor": .number(shift.floor), "said": .string(shift.said.rawValue),
    ]
  }

  private var story: JSON {
    guard let story = why.replays?.story else { return .null }
    return [
      "classes": .array(
        story.classes.map { one in
          [
            "happening": .string(one.key.happening.id), "row": one.key.row.map { .string($0.rawValue) } ?? .null,
            "ending": .string("\(one.key.ending)"), "worlds": .integer(one.worlds), "share": .number(one.share),
            "first_day": .number(one.days.first + 1), "last_day": .number(one.days.last + 1),
            "exemplar": .integer(one.exemplar),
          ]
        }),
      "exemplars": .array(why.exemplars.map(exemplar)),
    ]
  }

  private func exemplar(_ one: (kind: Why.Exemplar, world: Int)) -> JSON {
    let (kind, cause): (String, JSON) =
      switch one.kind {
      case .first: ("first", .null)
      case .savedBy(let cause): ("saved_by", .string(cause.id))
      case .savedByNone: ("saved_by_none", .null)
      }
    return ["kind": .string(kind), "cause": cause, "world": .integer(one.world)]
  }
}
