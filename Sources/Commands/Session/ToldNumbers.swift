import Language
import Reports
import Scenarios

/// What an answer told by name, and what it was an answer about: claims are about what is on the desk.
struct ToldNumbers: Sendable {
  let numbers: [AnswerNumber]
  let work: Workpiece

  init(numbers: [AnswerNumber], of work: Workpiece) { (self.numbers, self.work) = (numbers, work) }

  /// Commands whose answers can be claimed about, the numbers that each tells, and of those that not every form of it tells,
  /// what to write.
  static let tellers: [(verb: String, figures: [(name: String, form: String)])] = [
    (
      "why",
      [
        ("saved", "why"), ("newly", "why"), ("gain", "why"), ("days", "why"), ("happened", "why"),
        ("share", "why by cause"),
      ]
    ),
    (
      "drivers",
      [
        ("ruin", "drivers"), ("gain", "drivers"), ("share", "drivers shares"), ("own", "drivers shares"),
        ("first", "drivers sobol"), ("total", "drivers sobol"),
      ]
    ),
    (
      "danger",
      [
        ("limits", "danger"), ("base", "danger"), ("density", "danger"), ("coverage", "danger"), ("mass", "danger"),
        ("elsewhere", "danger"), ("above", "danger"), ("below", "danger"),
      ]
    ),
    (
      "learn",
      [
        ("worth", "learn"), ("changes", "learn"), ("net", "learn"), ("value", "learn"), ("price", "learn"),
        ("size", "learn"), ("now", "learn"), ("ceiling", "learn"),
      ]
    ),
    (
      "check",
      [
        ("wrong", "check"), ("doubtful", "check"), ("notes", "check"), ("findings", "check"),
        ("assumptions", "check --deep"),
      ]
    ),
  ]
}

/// A number of an answer that a claim is about: `share of ban in why`.
struct ClaimedNumber {
  let number: AnswerNumber
  /// As typed, without the command.
  let name: String
  private let currency: String

  init(_ figure: Claim.Figure, _ session: Session, _ invocation: Invocation) throws(CommandFailure) {
    currency = session.scenario.currency
    if let statistic = figure.statistic {
      throw invocation.failure(
        say("figures of an answer are written without p50, mean or the like"), at: statistic.span,
        help: say("remove \(statistic.text)"))
    }
    let (verb, told) = try Self.told(figure, session, invocation)
    let named = told.numbers.filter { $0.figure == figure.metric.text.lowercased() }
    guard !named.isEmpty else { throw Self.noSuchNumber(figure, verb, told, invocation) }
    let rows = named.compactMap(\.row)
    name = figure.owner.map { say("\(figure.metric.text) of \($0.text)") } ?? figure.metric.text
    guard let owner = figure.owner else {
      guard let number = named.first(where: { $0.row == nil }) else {
        throw invocation.failure(
          say("\(figure.metric.text) of what?"), at: figure.metric.span, help: Self.available(rows))
      }
      self.number = number
      return
    }
    guard !rows.isEmpty else {
      throw invocation.failure(
        say("\(figure.metric.text) is a figure of the whole answer, not of one row"), at: owner.span,
        help: say("write: \(figure.metric.text) in \(verb)"))
    }
    guard let number = named.first(where: { $0.row == owner.text }) ?? named.first(where: { $0.isRow(owner.text) })
    else {
      let known = named.compactMap { number in
        Nearest.names(to: owner.text, among: [number.shortRow ?? ""]).isEmpty ? nil : number.row
      }
      throw invocation.failure(
        say("that answer has no such row: \(owner.text)"), at: owner.span,
        help: known.isEmpty ? Self.available(rows) : say("nearest: \(known.joined(separator: ", "))"))
    }
    self.number = number
  }

  /// What the command answered last, about the scenario as it is.
  private static func told(
    _ figure: Claim.Figure, _ session: Session, _ invocation: Invocation
  ) throws(CommandFailure) -> (verb: String, told: ToldNumbers) {
    let place = figure.place ?? figure.metric
    let verbs = ToldNumbers.tellers.map(\.verb)
    guard let spec = Catalogue.find(place.text.lowercased()), verbs.contains(spec.verb) else {
      throw invocation.failure(
        say("assert cannot check an answer of \(place.text)"), at: place.span,
        help: Invocation.suggestion(place.text, verbs) ?? say("available: \(verbs.joined(separator: ", "))"))
    }
    guard let told = session.told[spec.verb] else {
      throw invocation.failure(
        say("the command \(spec.verb) has not been used yet"), at: place.span, help: say("first write: \(spec.verb)"))
    }
    guard told.work == session.work else {
      throw invocation.failure(
        say("the scenario has changed since \(spec.verb) was used"), at: place.span,
        help: say("first write: \(spec.verb)"))
    }
    return (spec.verb, told)
  }

  /// Another form of the command may tell it.
  private static func noSuchNumber(
    _ figure: Claim.Figure, _ verb: String, _ told: ToldNumbers, _ invocation: Invocation
  ) -> CommandFailure {
    let typed = figure.metric.text
    let known = ToldNumbers.tellers.first { $0.verb == verb }?.figures ?? []
    if let form = known.first(where: { $0.name == typed.lowercased() })?.form {
      return invocation.failure(
        say("the last answer of \(verb) has no \(typed)"), at: figure.metric.span,
        help: form == verb ? nil : say("first write: \(form)"))
    }
    var names: [String] = []
    for number in told.numbers where !names.contains(number.figure) { names.append(number.figure) }
    return invocation.failure(
      say("the answer of \(verb) has no such number: \(typed)"), at: figure.metric.span,
      help: Invocation.suggestion(typed, names) ?? say("available: \(names.joined(separator: ", "))"))
  }

  private static func available(_ rows: [String]) -> String {
    let most = 8
    let list = rows.prefix(most).joined(separator: ", ") + (rows.count > most ? ", …" : "")
    return say("available: \(list)")
  }

  func text(_ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    switch number.unit {
    case .share:
      return format.text(number.value, NumberStyle(.share(decimals: 2)))
        + (number.reach.map { " ± \(format.text($0 * 100, .decimals(2))) (95 %)" } ?? "")
    case .money: return "\(format.money(number.value, cents: true)) \(currency)"
    case .plain, .parameter: return format.text(number.value, .number)
    }
  }

  /// Refuses a bound that is no number of this kind.
  func checkUnit(of bound: Quantity, _ invocation: Invocation) throws(CommandFailure) {
    let hasUnit = bound.currency != nil || bound.unit != nil || bound.per != nil
    switch number.unit {
    case .share where hasUnit || !bound.isPercent && bound.value.magnitude > 1:
      throw invocation.failure(say("expected a share"), at: bound.span, help: say("for example: 5% or 0.05"))
    case .money where bound.isPercent || hasUnit && !(bound.currency == currency && bound.per == nil):
      throw invocation.failure(say("expected an amount in \(currency)"), at: bound.span)
    case .plain where bound.isPercent || hasUnit:
      throw invocation.failure(say("expected a number without a unit"), at: bound.span)
    default: return
    }
  }
}

extension Session {
  /// Holds a number of an answer to a claim.
  func check(answersOf claim: Claim, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    let left = try ClaimedNumber(claim.figure, self, invocation)
    let relation = claim.relation.rawValue
    let told: String
    let holds: Bool
    switch claim.bound {
    case .quantity(let bound):
      try left.checkUnit(of: bound, invocation)
      let wanted = "\(relation) \(invocation.rest.slice(bound.span).text)"
      told = say("\(left.name) is \(left.text(glyphs)), wanted \(wanted)")
      holds = claim.relation.holds(left.number.value, bound.fraction)
    case .figure(let figure):
      let right = try ClaimedNumber(figure, self, invocation)
      guard left.number.unit == right.number.unit else {
        throw invocation.failure(
          say("these two cannot be compared"), at: claim.span, help: say("name two figures with the same unit"))
      }
      told = say(
        "\(left.name) is \(left.text(glyphs)), wanted \(relation) \(right.name), which is \(right.text(glyphs))")
      holds = claim.relation.holds(left.number.value, right.number.value)
    }
    guard holds else { throw invocation.failure(say("assert failed: \(told)"), at: claim.span, reason: .assertion) }
    return Answer(say("assert holds: \(told)"))
  }
}
