import Statistics

/// What `why` explains: the event that enough worlds have, and enough have not.
package struct WhyTarget: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case ruin, loss, worst }

  package let kind: Kind
  package let event: ButFor.Event
  /// Its place among the events of the table, which has ruin and loss always.
  package var place: Int { kind == .ruin ? 0 : kind == .loss ? 1 : 2 }
  package var events: [ButFor.Event] { kind == .worst ? [.ruin, .loss, event] : [.ruin, .loss] }
  /// Kinds that were passed over, and in how many worlds each happens: too few to explain.
  package let passedOver: [(kind: Kind, worlds: Int)]

  /// Fewer worlds than these have no explanation.
  package static let least = 30
  /// The worst twentieth of so many worlds is enough.
  package static let leastWorlds = 20 * least

  package static func == (a: WhyTarget, b: WhyTarget) -> Bool { a.kind == b.kind && a.event == b.event }

  /// Ruin, else losses, else the worst 5 % by gain: the first from the one asked for on that happens in enough worlds. Nil
  /// where none does.
  package init?(_ asked: Kind, in worlds: ButFor.Endings) {
    let count = worlds.gain.count
    let rank = max(0, (count + 19) / 20 - 1)
    let worst = OrderStatistics.value(at: rank, of: worlds.gain) ?? -.infinity
    var passedOver: [(kind: Kind, worlds: Int)] = []
    for kind in Kind.allCases.drop(while: { $0 != asked }) {
      let event: ButFor.Event =
        switch kind {
        case .ruin: .ruin
        case .loss: .loss
        case .worst: .gainsAtMost(worst)
        }
      let happened = worlds.happened(event).count { $0 }
      if happened >= Self.least {
        (self.kind, self.event, self.passedOver) = (kind, event, passedOver)
        return
      }
      passedOver.append((kind, happened))
    }
    return nil
  }
}
