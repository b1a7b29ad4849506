import Simulation
package import Statistics

/// Where it goes wrong: at most a few limits of drawn numbers that hold most of the bad worlds, found in the worlds of one
/// seed and counted in those of another.
package struct Danger: Sendable {
  package enum Asked: String, CaseIterable, Sendable { case ruin, loss }

  /// What happens in the box. Where more than half of the worlds are bad, the box is of the good ones.
  package enum Event: String, Sendable {
    case ruin, loss
    case survival
    case noLoss = "no_loss"
  }

  /// A drawn number, with the worlds of both seeds.
  package struct Input: Sendable {
    package let path: String
    package let isWhole: Bool
    /// Drawn because the question sets it, not because nobody knows it.
    package let isLever: Bool
    package let linkedWith: [String]
    let chosenIn: [Double]
    let countedIn: [Double]

    package init(
      _ path: String, isWhole: Bool = false, isLever: Bool = false, linkedWith: [String] = [], chosenIn: [Double],
      countedIn: [Double]
    ) {
      (self.path, self.isWhole, self.isLever, self.linkedWith) = (path, isWhole, isLever, linkedWith)
      (self.chosenIn, self.countedIn) = (chosenIn, countedIn)
    }
  }

  package struct Limit: Sendable {
    package let input: Input
    package let side: BoxLimit.Side
    package let value: Double
    /// In the worlds that it is counted in.
    package let quasiP: Double
  }

  package enum Answer: Sendable {
    case box([Limit], BoxScore)
    /// Nothing that chance could not have made: what was found, counted in other worlds, or that nothing was found.
    case none(BoxScore?)
    /// Bad worlds, or good ones, of which there are too few.
    case tooFew(Int)
  }

  package let asked: Asked
  package let event: Event
  package let inputs: [Input]
  package let answer: Answer
  /// In the worlds that are counted in: how often the event happens.
  package let base: Proportion
  /// What the first limit holds, the first two, and so on up to all of them.
  package let steps: [BoxScore]
  package let seeds: (chosen: UInt64, counted: UInt64)
  /// How many worlds run out of money, where these, or the others, were too few and losses are looked at instead.
  package var passedOver: Int?

  package static let mostLimits = 3
  /// Fewer worlds than these on either side tell of no box.
  package static let leastEvents = 100

  /// - Parameter happened: what was asked about, in the worlds of each seed.
  package init(
    _ asked: Asked, _ inputs: [Input], happened: (chosenIn: [Bool], countedIn: [Bool]),
    seeds: (chosen: UInt64, counted: UInt64), most: Int = Danger.mostLimits
  ) {
    self.asked = asked
    self.inputs = inputs
    self.seeds = seeds
    let bad = happened.chosenIn.count { $0 }
    let isTheRule = 2 * bad > happened.chosenIn.count
    event = isTheRule ? (asked == .ruin ? .survival : .noLoss) : (asked == .ruin ? .ruin : .loss)
    func events(_ happened: [Bool]) -> [Bool] { isTheRule ? happened.map { !$0 } : happened }
    let chosenIn = BoxWorlds(inputs.map(\.chosenIn), events(happened.chosenIn))
    let countedIn = BoxWorlds(inputs.map(\.countedIn), events(happened.countedIn))
    base = Proportion(successes: countedIn.events, trials: countedIn.count)
    guard chosenIn.events >= Self.leastEvents else {
      answer = .tooFew(chosenIn.events)
      steps = []
      return
    }
    let found = BoxSearch(chosenIn, most: most).limits.map { limit in
      inputs[limit.input].isWhole
        ? limit : BoxLimit(limit.input, limit.side, limit.value.rounded(digits: 2).withoutDust)
    }
    let tally = BoxTally(found, countedIn)
    let doubts = found.indices.map { tally.quasiP($0) }
    let order = found.indices.sorted { (doubts[$0], $0) < (doubts[$1], $1) }
    let score = found.isEmpty ? nil : BoxScore(found, countedIn)
    guard let score, score.isSaid else {
      answer = .none(score)
      steps = []
      return
    }
    answer = .box(
      order.map { place in
        let limit = found[place]
        return Limit(input: inputs[limit.input], side: limit.side, value: limit.value, quasiP: doubts[place])
      }, score)
    steps = order.indices.map { BoxScore(order[...$0].map { found[$0] }, countedIn) }
  }
}
