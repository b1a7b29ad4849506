import Analysis
import Language
import Scenarios
import Simulation
import Statistics

/// What `danger` says in sentences.
struct DangerWords {
  private let danger: Danger
  private let circumstances: Circumstances
  private let format: NumberFormat
  private let glyphs: Surface.Glyphs

  init(_ danger: Danger, _ circumstances: Circumstances, _ glyphs: Surface.Glyphs) {
    self.danger = danger
    self.circumstances = circumstances
    self.glyphs = glyphs
    format = NumberFormat(glyphs: glyphs)
  }

  // MARK: First

  var verdict: String {
    guard !danger.inputs.isEmpty else {
      return say("This scenario has no uncertain numbers: its worlds differ by luck alone.")
    }
    return answer
  }

  var passedOver: String? {
    danger.passedOver.map { count in
      say(
        "\(format.count(count)) of \(format.worlds(circumstances.paths)) run out of money: too one-sided to find a pattern. This answer looks at losses instead."
      )
    }
  }

  private var answer: String {
    switch danger.answer {
    case .box(let limits, let score): box(limits, score)
    case .none: noBox
    case .tooFew(let count): tooFew(count)
    }
  }

  private func box(_ limits: [Danger.Limit], _ score: BoxScore) -> String {
    let place = together(limits.map(phrase))
    let there = hundredths(score.density.estimate)
    let interval = Estimated(score.density)
    let (low, high) = (hundredths(interval.low), hundredths(interval.high))
    let elsewhere = hundredths(score.elsewhere.estimate)
    switch danger.event {
    case .ruin:
      return say(
        "Where \(place), the money runs out in \(there) of 100 worlds (\(low) to \(high), 95 % sure); elsewhere, in \(elsewhere) of 100."
      )
    case .survival:
      return say(
        "Most worlds run out of money. Where \(place), the money lasts to the end in \(there) of 100 worlds (\(low) to \(high), 95 % sure); elsewhere, in \(elsewhere) of 100."
      )
    case .loss:
      return say(
        "Where \(place), money is lost in \(there) of 100 worlds (\(low) to \(high), 95 % sure), whether or not it runs out; elsewhere, in \(elsewhere) of 100."
      )
    case .noLoss:
      return say(
        "Most worlds lose money, whether or not they run out of it. Where \(place), no money is lost in \(there) of 100 worlds (\(low) to \(high), 95 % sure); elsewhere, in \(elsewhere) of 100."
      )
    }
  }

  private var noBox: String {
    let base = hundredths(danger.base.estimate)
    switch danger.event {
    case .ruin:
      return say(
        "There is no range of values in which the money runs out clearly more often than elsewhere (\(base) of 100 worlds in all): it happens at high and low values of every number."
      )
    case .survival:
      return say(
        "Most worlds run out of money: the money lasts to the end in only \(base) of 100, and no range of values makes that clearly more likely."
      )
    case .loss:
      return say(
        "There is no range of values in which clearly more worlds lose money than elsewhere (\(base) of 100 in all, whether or not they run out of it): it happens at high and low values of every number."
      )
    case .noLoss:
      return say(
        "Most worlds lose money, whether or not they run out of it. Only in \(base) of 100 is no money lost, and no range of values makes that clearly more likely."
      )
    }
  }

  private func tooFew(_ count: Int) -> String {
    let (some, all) = (format.count(count), format.worlds(circumstances.paths))
    let least = format.count(Danger.leastEvents)
    switch danger.event {
    case .ruin:
      return say(
        "Too few worlds run out of money: only \(some) of \(all). To find a pattern, at least \(least) are needed.")
    case .survival:
      return say(
        "Too few worlds last to the end: only \(some) of \(all). To find a pattern, at least \(least) are needed.")
    case .loss:
      return say(
        "Too few worlds end with a loss: only \(some) of \(all). To find a pattern, at least \(least) are needed.")
    case .noLoss:
      return say(
        "Too few worlds end without a loss: only \(some) of \(all). To find a pattern, at least \(least) are needed.")
    }
  }

  /// The heading of how often it happens there.
  var title: String {
    switch danger.event {
    case .ruin: say("run out there")
    case .survival: say("last to the end")
    case .loss: say("lose there")
    case .noLoss: say("do not lose")
    }
  }

  // MARK: Limits

  /// `stores.shop.conversion is below 2 %`
  private func phrase(_ limit: Danger.Limit) -> String {
    let (path, value) = (limit.input.path, value(limit))
    switch (limit.side, limit.input.isWhole) {
    case (.above, false): return say("\(path) is above \(value)")
    case (.below, false): return say("\(path) is below \(value)")
    case (.above, true): return say("\(path) is \(value) or more")
    case (.below, true): return say("\(path) is \(value) or less")
    }
  }

  /// `stores.shop.conversion < 2 %`
  func sign(_ limit: Danger.Limit) -> String {
    let (above, below) =
      limit.input.isWhole ? (glyphs == .ascii ? (">=", "<=") : ("≥", "≤")) : (">", "<")
    return "\(limit.input.path) \(limit.side == .above ? above : below) \(value(limit))"
  }

  private func value(_ limit: Danger.Limit) -> String {
    guard let slot = circumstances.scenario.slot(limit.input.path) else { return format.text(limit.value, .number) }
    let words = ParameterWords(slot, in: circumstances.scenario, glyphs)
    guard limit.input.isWhole else { return words.text(limit.value) }
    return words.text(limit.side == .above ? limit.value.rounded(.up) : limit.value.rounded(.down))
  }

  /// Conditions that all hold.
  private func together(_ conditions: [String]) -> String {
    guard let last = conditions.last, conditions.count > 1 else { return conditions.first ?? "" }
    let before = conditions.dropLast().joined(separator: Tongue.current.comma)
    return say("\(before), and \(last)")
  }

  private func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    let before = parts.dropLast().joined(separator: Tongue.current.comma)
    return say("\(before) and \(last)")
  }

  private func hundredths(_ share: Double) -> String { format.text((share * 100).rounded(), .count) }

  // MARK: Last

  var remarks: [String] { [hold, linked, levers, seeds].compactMap(\.self) }

  private var hold: String? {
    guard case .box(_, let score) = danger.answer else { return nil }
    let (mass, coverage) = (hundredths(score.mass.estimate), hundredths(score.coverage.estimate))
    return say(
      "These limits contain \(mass) in 100 of all worlds, and \(coverage) in 100 of the worlds that end this way."
    )
  }

  private var linked: String? {
    guard case .box(let limits, _) = danger.answer else { return nil }
    var seen: [String] = []
    let pairs = limits.compactMap { limit -> String? in
      guard !limit.input.linkedWith.isEmpty, !seen.contains(limit.input.path) else { return nil }
      seen.append(limit.input.path)
      return say("\(limit.input.path) with \(limit.input.linkedWith.joined(separator: Tongue.current.comma))")
    }
    return pairs.isEmpty ? nil : say("These move together: \(pairs.joined(separator: Tongue.current.semicolon)).")
  }

  /// What of it the owner can set.
  private var levers: String? {
    guard case .box(let limits, _) = danger.answer else { return nil }
    var yours: [String] = []
    for limit in limits where limit.input.isLever && !yours.contains(limit.input.path) {
      yours.append(limit.input.path)
    }
    if !yours.isEmpty { return say("Of these numbers, you can set \(list(yours)); any others you can only find out.") }
    if danger.inputs.contains(where: \.isLever) { return say("You cannot set any of these numbers.") }
    return say(
      "You cannot set any of these numbers, only find them out. To include one that you can set, add: with PARAMETER A..B"
    )
  }

  private var seeds: String? {
    switch danger.answer {
    case .box:
      say(
        "The limits were found with seed \(danger.seeds.chosen) and then checked in the same number of worlds with seed \(danger.seeds.counted)."
      )
    case .none(let score):
      score == nil
        ? nil
        : say(
          "The pattern that seed \(danger.seeds.chosen) seemed to show does not appear with seed \(danger.seeds.counted)."
        )
    case .tooFew: nil
    }
  }
}
