package import Scenarios
package import Simulation

/// What became of one world, and what its cash went to.
package struct WorldStory: Sendable {
  /// Something that an operator would have noticed, or wished to.
  package struct Happening: Sendable {
    package enum Kind: Sendable {
      /// A supplier is shut until the last of these days; the day on which that was known, if ever.
      case shut(supplier: String, failed: Bool, known: Int?)
      /// An offer is out of stock, or taken off.
      case soldOut(product: String, supplier: String)
      /// Candidates are counted from 0.
      case trial(Candidacy.Step, candidate: Int)
      case rule(String)
      case event(String)
      /// Processors withhold payouts, at most so much.
      case hold(Double)
      /// A lender has got back all that it is owed: `advances.shopify`.
      case paidBack(String)
      /// The ads of an account stop, because its bill cannot be paid.
      case adsStopped(String)
      /// A ban takes a prepaid balance.
      case balanceLost(String, Double)
      case ruined(RuinCause)
      case quit
    }

    package let kind: Kind
    /// Counted from 0.
    package let days: ClosedRange<Int>
  }

  package let scenario: Scenario
  package let replay: WorldReplay
  /// The day on which cash was lowest, the first of several.
  package let lowestDay: Int
  /// In the order of their days.
  package let happenings: [Happening]

  package init(_ scenario: Scenario, _ replay: WorldReplay) {
    self.scenario = scenario
    self.replay = replay
    lowestDay = replay.days.min { ($0.cash, $0.day) < ($1.cash, $1.day) }?.day ?? 0
    let all =
      Self.closures(scenario, replay) + Self.soldOut(scenario, replay) + Self.trials(replay) + Self.firings(replay)
      + Self.holds(replay) + Self.paidBack(replay) + Self.adAccounts(replay) + Self.ends(replay)
    // Stable, so that what begins on one day keeps that order.
    happenings = all.enumerated().sorted {
      ($0.element.days.lowerBound, $0.offset) < ($1.element.days.lowerBound, $1.offset)
    }.map(\.element)
  }

  /// The accounts through which cash moves, and whether they bring or take it.
  package static let accounts: [(metric: Metric, sign: Double)] = [
    (.payouts, 1), (.released, 1), (.supplierPayments, -1), (.adPayments, -1), (.fixedPayments, -1),
    (.refundPayments, -1), (.taxPayments, -1), (.otherPayments, -1), (.borrowed, 1), (.repaid, -1),
    (.ownerDraws, -1),
  ]

  /// What each account did to cash from the first day to the end of this one; accounts that did nothing are left out.
  package func effects(until day: Int) -> [(metric: Metric, effect: Double)] {
    Self.accounts.compactMap { metric, sign in
      let sum = replay.days[...day].reduce(0) { $0 + ($1.amounts[metric] ?? 0) }
      return sum == 0 ? nil : (metric, sign * sum)
    }
  }

  /// Cash before anything was paid.
  package var start: Double {
    guard let first = replay.days.first else { return 0 }
    return Self.accounts.reduce(first.cash) { $0 - $1.sign * (first.amounts[$1.metric] ?? 0) }
  }

  // MARK: Happenings

  private static func closures(_ scenario: Scenario, _ replay: WorldReplay) -> [Happening] {
    scenario.suppliers.entries.enumerated().flatMap { index, supplier in
      let states = replay.days.map { day in day.closed.first { $0.supplier == index } }
      return spans(replay.days.indices.filter { states[$0] != nil }).map { days in
        Happening(
          kind: .shut(
            supplier: supplier.name, failed: states[days.lowerBound]?.hasFailed ?? false,
            known: days.first { states[$0]?.isKnown ?? false }),
          days: days)
      }
    }
  }

  private static func soldOut(_ scenario: Scenario, _ replay: WorldReplay) -> [Happening] {
    let (products, suppliers) = (scenario.products.names, scenario.suppliers.names)
    // The engine has what is tested once for each slot.
    let (tested, copies) = (scenario.testedProduct ?? products.count, Int(scenario.productTests.live) - 1)
    func place(of product: Int) -> Int {
      product <= tested ? product : max(tested, product - (scenario.testedProduct == nil ? 0 : copies))
    }
    return products.indices.flatMap { product in
      suppliers.indices.flatMap { supplier in
        spans(
          replay.days.indices.filter { day in
            replay.days[day].soldOut.contains { place(of: $0.product) == product && $0.supplier == supplier }
          }
        ).map { Happening(kind: .soldOut(product: products[product], supplier: suppliers[supplier]), days: $0) }
      }
    }
  }

  private static func trials(_ replay: WorldReplay) -> [Happening] {
    replay.trials.map { Happening(kind: .trial($0.step, candidate: $0.candidate), days: $0.day...$0.day) }
  }

  /// A rule that fires morning after morning is told once.
  private static func firings(_ replay: WorldReplay) -> [Happening] {
    var days: [Firing.Origin: [Int]] = [:]
    var order: [(origin: Firing.Origin, name: String)] = []
    for firing in replay.firings {
      if days[firing.origin] == nil { order.append((firing.origin, firing.name)) }
      days[firing.origin, default: []].append(firing.day)
    }
    return order.flatMap { origin, name in
      spans(days[origin] ?? []).map { span in
        switch origin {
        case .rule: Happening(kind: .rule(name), days: span)
        case .event: Happening(kind: .event(name), days: span)
        }
      }
    }
  }

  private static func holds(_ replay: WorldReplay) -> [Happening] {
    spans(replay.days.indices.filter { replay.days[$0].withheld > 0 }).map { days in
      Happening(kind: .hold(replay.days[days].map(\.withheld).max() ?? 0), days: days)
    }
  }

  /// The day on which nothing is owed to a lender any more.
  private static func paidBack(_ replay: WorldReplay) -> [Happening] {
    replay.days.flatMap { day in
      day.debts.filter { $0.owed == 0 && !$0.isCard }.map {
        Happening(kind: .paidBack($0.name), days: day.day...day.day)
      }
    }
  }

  private static func adAccounts(_ replay: WorldReplay) -> [Happening] {
    let names = replay.days.first?.adAccounts.map(\.name) ?? []
    return names.indices.flatMap { index in
      let days = replay.days.map { $0.adAccounts[index] }
      let stops = spans(days.indices.filter { days[$0].isStopped }).map {
        Happening(kind: .adsStopped(names[index]), days: $0)
      }
      let losses = days.indices.filter { days[$0].lost > 0 }.map {
        Happening(kind: .balanceLost(names[index], days[$0].lost), days: $0...$0)
      }
      return stops + losses
    }
  }

  private static func ends(_ replay: WorldReplay) -> [Happening] {
    (replay.ruinDay.map { [Happening(kind: .ruined(replay.ruinCause), days: $0...$0)] } ?? [])
      + (replay.quitDay.map { [Happening(kind: .quit, days: $0...$0)] } ?? [])
  }

  /// Days in ascending order, those that follow each other joined.
  private static func spans(_ days: [Int]) -> [ClosedRange<Int>] {
    days.reduce(into: []) { spans, day in
      if let last = spans.last, day <= last.upperBound + 1 {
        spans[spans.count - 1] = last.lowerBound...max(day, last.upperBound)
      } else {
        spans.append(day...day)
      }
    }
  }
}
