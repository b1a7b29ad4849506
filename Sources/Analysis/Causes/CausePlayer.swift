/// Who shares an event with others: causes that are taken away together.
package struct CausePlayer: Sendable {
  package enum Kind: Equatable, Sendable {
    case group(Cause.Group)
    case cause(Cause)
    /// The causes of a group that are no players of their own.
    case rest(Cause.Group)
  }

  package let kind: Kind
  package let causes: [Cause]

  /// As data names it.
  package var id: String {
    switch kind {
    case .group(let group): group.rawValue
    case .cause(let cause): cause.id
    case .rest(let group): "other:\(group.rawValue)"
    }
  }

  /// All subsets of more players would take too long to run.
  package static let most = 8

  /// One fewer, a player for each group of causes, where 1,000 worlds of so many days are more than a budget of days allows.
  package static func most(days: Int, within budget: Int) -> Int {
    ((1 << most) - 1) * 1_000 * days <= budget ? most : Cause.Group.allCases.count
  }

  package static func byGroup(_ causes: [Cause]) -> [CausePlayer] {
    Cause.Group.allCases.compactMap { group in
      let members = causes.filter { $0.group == group }
      return members.isEmpty ? nil : CausePlayer(kind: .group(group), causes: members)
    }
  }

  /// Each cause by itself; where there are too many, those that turn the fewest worlds are one player a group.
  /// - Parameter turned: how many worlds each turns by itself, saved and lost ones.
  package static func byCause(_ causes: [Cause], turned: [Int], most: Int = CausePlayer.most) -> [CausePlayer] {
    let singles = causes.indices.filter { !causes[$0].isSeveralInputs }
    var isMerged = Set<Int>()
    func count() -> Int {
      singles.count - isMerged.count + Set(isMerged.map { causes[$0].group }).count
    }
    // Of equal ones the last first: the catalogue begins with what happens, and ends with what is drawn.
    for place in singles.sorted(by: { (turned[$0], -$0) < (turned[$1], -$1) }) {
      if count() <= most { break }
      isMerged.insert(place)
    }
    let own = singles.filter { !isMerged.contains($0) }.map {
      CausePlayer(kind: .cause(causes[$0]), causes: [causes[$0]])
    }
    let rests = Cause.Group.allCases.compactMap { group -> CausePlayer? in
      let members = singles.filter { isMerged.contains($0) && causes[$0].group == group }.map { causes[$0] }
      guard let first = members.first else { return nil }
      return CausePlayer(kind: members.count == 1 ? .cause(first) : .rest(group), causes: members)
    }
    return own + rests
  }

  /// How many players there will be.
  package static func countByCause(_ causes: [Cause], most: Int) -> Int {
    min(most, causes.count { !$0.isSeveralInputs })
  }
}

extension Cause {
  /// Drawn numbers that go together are causes one by one, too.
  var isSeveralInputs: Bool { if case .inputs(let paths) = kind { paths.count > 1 } else { false } }
}
