import Analysis
import Language
import Simulation
import Statistics

/// What `why` says in sentences.
struct WhySentences {
  private let why: Why
  private let circumstances: Circumstances
  private let format: NumberFormat
  private let words: CauseWords

  init(_ why: Why, _ circumstances: Circumstances, _ glyphs: Surface.Glyphs) {
    self.why = why
    self.circumstances = circumstances
    format = NumberFormat(glyphs: glyphs)
    words = CauseWords(scenario: circumstances.scenario, glyphs: glyphs)
  }

  private var place: Int { why.target.place }
  private var currency: String { circumstances.currency }

  /// Days as they are counted for people.
  private func day(_ day: Double) -> String { format.text((day + 1).rounded(.down), .count) }

  // MARK: First

  var verdict: [String] { known + [best].compactMap(\.self) }

  /// What the run itself tells.
  var known: [String] { [passedOver, plan, frequency].compactMap(\.self) }

  private var passedOver: String? {
    guard !why.target.passedOver.isEmpty else { return nil }
    let all = format.worlds(why.happened.trials)
    let few = why.target.passedOver.map { kind, worlds in
      let count = format.count(worlds)
      return kind == .ruin ? say("\(count) of \(all) out of money") : say("\(count) of \(all) with a loss")
    }
    let list = few.joined(separator: Tongue.current.comma)
    return why.target.kind == .loss
      ? say("\(list): too few to explain. This answer explains losses instead.")
      : say("\(list): too few to explain. This answer explains the worst 5 % instead.")
  }

  private var plan: String? {
    if let day = why.planRuinDay {
      let number = self.day(Double(day))
      return say(
        "Even without bad luck, the shop runs out of money on day \(number). Change the scenario before you look for causes; to see how much money an order leaves you, type: breakeven"
      )
    }
    guard why.target.kind == .ruin, 2 * why.happened.successes > why.happened.trials else { return nil }
    return say("Here most worlds run out of money: that is more than bad luck.")
  }

  private var frequency: String {
    let (count, all) = (format.count(why.happened.successes), format.worlds(why.happened.trials))
    switch why.target.kind {
    case .ruin:
      guard let days = why.ruinDays else { return say("\(count) of \(all) run out of money.") }
      let (first, last) = (day(days.first), day(days.last))
      return say("\(count) of \(all) run out of money, half of them on days \(first) to \(last).")
    case .loss: return say("\(count) of \(all) lose money, whether or not they run out of it.")
    case .worst: return say("These are the worst \(count) of \(all) by gain.")
    }
  }

  private var best: String? {
    func saved(_ row: ButFor.Row) -> String { share(row.changes[place].savedShare.value) }
    func absence(_ row: ButFor.Row) -> String { words.absence(of: row.cause) }
    switch (why.best(isBuiltIn: false), why.best(isBuiltIn: true)) {
    case (nil, nil): return say("No single change saves any of them.")
    case (let luck?, nil): return say("The best single change saves \(saved(luck)) of them: \(absence(luck)).")
    case (nil, let plan?):
      return
        say(
          "The best single change saves \(saved(plan)) of them: \(absence(plan)). What this change removes is not bad luck: it is there even without bad luck."
        )
    case (let luck?, let plan?):
      return say(
        "Of the changes that remove bad luck, the best saves \(saved(luck)) of them: \(absence(luck)). Of the changes that remove something else, the best saves \(saved(plan)): \(absence(plan))."
      )
    }
  }

  private func share(_ value: Double) -> String { format.text(value, NumberStyle(.share(decimals: 0))) }

  // MARK: Below the table

  var belowTable: [String] { [split, without, inWorlds, closed].compactMap(\.self) }

  /// What keeps a shop open may then look like what ruins it.
  private var closed: String? {
    guard why.target.kind == .ruin else { return nil }
    return Self.closed(why.quits, of: why.happened.trials)
  }

  static func closed(_ quits: Int, of worlds: Int) -> String? {
    guard 5 * quits > worlds else { return nil }
    let (some, all) = (NumberFormat().count(quits), NumberFormat().worlds(worlds))
    return say(
      "In \(some) of \(all) your rule closes the shop in time. More sales keep the shop open longer, so with more sales it may run out of money more often."
    )
  }

  private var split: String? {
    guard why.butFor.splits.indices.contains(place) else { return nil }
    let split = why.butFor.splits[place]
    guard split.worlds > 0 else { return nil }
    func part(_ count: Int) -> String { share(Double(count) / Double(split.worlds)) }
    let several = part(split.bySeveralEach)
    return say(
      "Do not add these up. Of these worlds, \(part(split.byOneAlone)) are saved by only one particular change, \(several) by any one of several changes, \(part(split.onlyTogether)) only by all changes together, and \(part(split.notEvenAll)) not even by all together."
    )
  }

  private var without: String? {
    let count = why.butFor.rows.count { !WhyReport.makesADifference($0) }
    guard count > 0 else { return nil }
    return say(
      "Causes not shown: \(count). Removing any one of them changes fewer than 1 in 100 of these endings. To list all, add --csv."
    )
  }

  private var inWorlds: String? {
    guard why.butFor.happened.indices.contains(place) else { return nil }
    let examined = why.butFor.happened[place]
    guard examined.trials < why.happened.trials else { return nil }
    let (worlds, events) = (format.worlds(examined.trials), format.count(examined.successes))
    return say("Causes were examined only in the first \(worlds); this ending occurs in \(events) of them.")
  }

  var shares: String? {
    guard let found = why.shares else { return nil }
    let parts = zip(found.players, found.shares.players).enumerated().sorted {
      (-$0.element.1.share, $0.offset) < (-$1.element.1.share, $1.offset)
    }.map { _, pair -> String in
      let (one, player) = pair
      let text = share(player.share)
      let error = format.spelled(player.estimate.halfWidth, .points)
      let name = words.title(of: one)
      return player.share < 0 ? say("\(name) \(text) ± \(error) (more help than harm)") : "\(name) \(text) ± \(error)"
    }
    let rest = share(found.shares.remainder)
    let list = parts.joined(separator: Tongue.current.semicolon)
    let worlds = format.worlds(found.shares.worlds)
    let runs = (1 << found.players.count) - 1
    return say(
      "How much each cause contributes to these endings, as shares that, unlike the figures above, add up to 100 %: \(list); everything else and plain luck \(rest). This took \(runs) runs of \(worlds) each."
    )
  }

  // MARK: One world

  func bridge(_ replays: Replays) -> String {
    let number = day(Double(replays.day))
    switch why.target.kind {
    case .ruin:
      return say(
        "A typical example: world \(replays.world) runs out of money on day \(number). Compared with the averages up to that day:"
      )
    case .loss, .worst:
      return say(
        "A typical example: world \(replays.world). Compared with the averages up to the last day:")
    }
  }

  var quartiles: String {
    say(
      "P25 and P75: in half of the worlds of this kind, the difference lies between these two values. Each world is compared up to its own last day, so these two columns do not add up."
    )
  }

  // MARK: What differs

  var shift: [String] {
    guard !why.shift.isEmpty else {
      let others = format.count(why.happened.trials - why.happened.successes)
      return [say("Other worlds: only \(others), too few to tell which numbers differ.")]
    }
    let clear = why.shift.filter { $0.said != .noDifference }
    guard !clear.isEmpty else {
      return [say("No uncertain number differs clearly between these worlds and the others.")]
    }
    let most = 4
    let list = clear.prefix(most).map { shift -> String in
      let input = shift.input ?? ""
      let pairs = format.text((shift.share * 100).rounded(), .count)
      return shift.said == .less
        ? say("a lower \(input) (in \(pairs) of 100 comparisons)")
        : say("a higher \(input) (in \(pairs) of 100 comparisons)")
    }
    let text = list.joined(separator: Tongue.current.comma)
    return [say("When one of these worlds is compared with one of the others, it usually has \(text).")]
  }

  var story: [String] {
    guard let story = why.replays?.story else { return [] }
    guard let typical = story.typical else {
      let list = story.classes.prefix(3).map { told($0) }.joined(separator: Tongue.current.semicolon)
      return [say("There is no typical story. The three most common: \(list).")]
    }
    return [say("Most often: \(told(typical)).")]
  }

  /// Worlds to look at, besides the one in the middle.
  var exemplars: String? {
    let list = why.exemplars.map { kind, world -> String in
      switch kind {
      case .first:
        return why.target.kind == .ruin
          ? say("world \(world) runs out of money first") : say("world \(world) ends worst")
      case .savedBy(let cause): return say("world \(world) is saved by one change: \(words.absence(of: cause))")
      case .savedByNone: return say("no single change saves world \(world)")
      }
    }
    guard !list.isEmpty else { return nil }
    return say(
      "Worlds to look at: \(list.joined(separator: Tongue.current.semicolon)). To look at one, type: why world \(why.exemplars[0].world)"
    )
  }

  private func told(_ one: RuinStory.Class) -> String {
    let happening = CauseWords.title(of: one.key.happening)
    let row = one.key.row.map { CauseWords.title(of: $0) }
    let (first, last) = (day(one.days.first), day(one.days.last))
    let part = share(one.share)
    let world = one.exemplar
    let end =
      one.key.ending == .starved
      ? say("the money for ads runs out around days \(first) to \(last)")
      : say("the cash is gone around days \(first) to \(last)")
    guard let row else { return say("\(happening), and \(end) (\(part) of these worlds, such as world \(world))") }
    return say(
      "\(happening), the row “\(row)” loses the most money compared with the averages, and \(end) (\(part) of these worlds, such as world \(world))"
    )
  }
}
