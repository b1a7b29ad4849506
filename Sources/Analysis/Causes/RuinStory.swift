package import Scenarios
package import Simulation
import Statistics

/// How the money typically runs out: ruined worlds put into classes by what befell them before, by the row of the books
/// that went worst, and by how it ended.
package struct RuinStory: Sendable {
  package enum Happening: Hashable, Sendable {
    case shut(supplier: String)
    case soldOut(supplier: String)
    case event(String)
    case hold
    case nothing

    package var id: String {
      switch self {
      case .shut(let supplier): "shut:\(supplier)"
      case .soldOut(let supplier): "sold_out:\(supplier)"
      case .event(let name): "event:\(name)"
      case .hold: "hold"
      case .nothing: "nothing"
      }
    }
  }

  package struct Key: Hashable, Sendable {
    package let happening: Happening
    /// nil where no row is worse than the plan's.
    package let row: Bridge.Account?
    package let ending: RuinCause

    package init(_ happening: Happening, _ row: Bridge.Account?, _ ending: RuinCause) {
      (self.happening, self.row, self.ending) = (happening, row, ending)
    }

    /// Classes of one size come in the order of these.
    package var id: String { "\(happening.id) \(row?.rawValue ?? "") \(ending)" }
  }

  package struct Class: Sendable {
    package let key: Key
    package let worlds: Int
    package let share: Double
    /// The middle half of the days on which the money runs out, from 0.
    package let days: (first: Double, last: Double)
    /// The world in their middle, by the day and its number.
    package let exemplar: Int
  }

  /// The largest first.
  package let classes: [Class]

  /// Below this share of the worlds nothing is typical.
  package static let leastShare = 0.1
  /// At most so many worlds are looked at.
  package static let mostWorlds = 400

  package var typical: Class? { classes.first.flatMap { $0.share >= Self.leastShare ? $0 : nil } }

  /// - Parameter worlds: ruined ones.
  package init(_ worlds: [(number: Int, day: Int, key: Key)]) {
    let grouped = Dictionary(grouping: worlds, by: \.key)
    let keys = grouped.keys.sorted { (-(grouped[$0]?.count ?? 0), $0.id) < (-(grouped[$1]?.count ?? 0), $1.id) }
    classes = keys.map { key in
      let members = (grouped[key] ?? []).sorted { ($0.day, $0.number) < ($1.day, $1.number) }
      let days = Quantiles.of(members.map { Double($0.day) }, at: [0.25, 0.75])
      return Class(
        key: key, worlds: members.count, share: Double(members.count) / Double(worlds.count),
        days: (days[0], days[1]), exemplar: members[(members.count - 1) / 2].number)
    }
  }
}

extension RuinStory.Key {
  /// What a ruined world's last 60 days say.
  package init(_ scenario: Scenario, _ replay: WorldReplay, day: Int, _ bridge: Bridge) {
    self.init(.init(scenario, replay, until: day), bridge.worst, replay.ruinCause)
  }
}

extension RuinStory.Happening {
  private static let window = 60
  private static let shutDays = 3

  /// The first that befell it; of several on one day the first of these: a supplier shut for days, an offer sold out, an
  /// event, a hold.
  fileprivate init(_ scenario: Scenario, _ replay: WorldReplay, until last: Int) {
    let days = max(0, last - Self.window + 1)...max(0, last)
    var found: [(day: Int, happening: Self)] = []
    let story = WorldStory(scenario, replay)
    func first(_ span: ClosedRange<Int>) -> Int? { span.overlaps(days) ? max(span.lowerBound, days.lowerBound) : nil }
    for happening in story.happenings {
      guard case .shut(let supplier, _, _) = happening.kind, happening.days.count >= Self.shutDays else { continue }
      if let day = first(happening.days) { found.append((day, .shut(supplier: supplier))) }
    }
    if let day = days.first(where: { replay.days.indices.contains($0) && !replay.days[$0].soldOut.isEmpty }),
      let offer = replay.days[day].soldOut.first, scenario.suppliers.names.indices.contains(offer.supplier)
    {
      found.append((day, .soldOut(supplier: scenario.suppliers.names[offer.supplier])))
    }
    for happening in story.happenings {
      guard case .event(let name) = happening.kind, let day = first(happening.days) else { continue }
      found.append((day, .event(name)))
    }
    for happening in story.happenings {
      guard case .hold = happening.kind, let day = first(happening.days) else { continue }
      found.append((day, .hold))
    }
    self =
      found.enumerated().min { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }?.element.happening
      ?? .nothing
  }
}
