import Language
import Scenarios

/// A change for some days: `ads.*.budget x2 for 30 days`, `suppliers.agent closed for 21 days from day 60`. It becomes an
/// event, which puts back what it has changed.
struct TemporaryChange {
  /// What is changed: a change as at the prompt, or a part and what becomes of it.
  private let head: Fragment
  /// To the end of the run where no number of days is given.
  private let days: Int?
  /// Counted from 0.
  private let firstDay: Int

  /// What may be said of a part, and the action it stands for.
  private static let states: [(word: String, verb: Action.Verb)] = [
    ("closed", .close), ("shut", .close), ("paused", .pause), ("held", .hold),
  ]

  /// A part that is closed, shut, paused or held, for some days or to the end; nil for every other change.
  static func ofState(
    _ text: Fragment, _ scenario: Scenario, _ invocation: Invocation
  ) throws(CommandFailure) -> TemporaryChange? {
    let words = (try? CommandLine(parsing: text))?.commands.first?.words ?? []
    return state(Array(words.prefix(2))) == nil ? nil : try TemporaryChange(text, scenario, invocation)
  }

  /// Nil where the change is for good.
  init?(_ text: Fragment, _ scenario: Scenario, _ invocation: Invocation) throws(CommandFailure) {
    guard let words = (try? CommandLine(parsing: text))?.commands.first?.words, words.count > 1 else { return nil }
    let starts = words.indices.dropFirst().filter { words[$0].isKeyword("for") || words[$0].isKeyword("from") }
    let isState = Self.state(Array(words[..<(starts.first ?? words.count)])) != nil
    guard let first = starts.first else {
      guard isState else { return nil }
      (head, days, firstDay) = (text, nil, 0)
      return
    }
    head = text.slice(SourceSpan(text.span.start, words[first - 1].span.end))
    var (days, firstDay): (Int?, Int) = (nil, 0)
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : words.count
      let behind = Array(words[(start + 1)..<end])
      if words[start].isKeyword("for") {
        days = try Self.length(behind, words[start], invocation)
      } else {
        firstDay = try Self.start(behind, words[start], scenario, invocation)
      }
    }
    (self.days, self.firstDay) = (days, firstDay)
  }

  /// `30 days`
  private static func length(
    _ words: [Word], _ keyword: Word, _ invocation: Invocation
  ) throws(CommandFailure) -> Int {
    guard words.count == 2, ["day", "days"].contains(words[1].text.lowercased()) else {
      throw invocation.failure(
        say("expected a number of days"), at: words.first?.span ?? keyword.span, help: say("write: for 30 days"))
    }
    return try invocation.wholeNumber(words[0], in: 1...3650, say("days"))
  }

  /// `day 60`, counted from 1 as answers count, or a date.
  private static func start(
    _ words: [Word], _ keyword: Word, _ scenario: Scenario, _ invocation: Invocation
  ) throws(CommandFailure) -> Int {
    let help = say("write: from day 60, or: from \(scenario.start)")
    if words.count == 2, words[0].isKeyword("day") {
      return try invocation.wholeNumber(words[1], in: 1...scenario.dayCount, say("day of the run")) - 1
    }
    guard words.count == 1, let date = try? CalendarDate(parsing: Fragment(words[0].text, start: words[0].span.start))
    else {
      throw invocation.failure(
        say("expected a day of the run or a date"), at: words.first?.span ?? keyword.span, help: help)
    }
    let day = scenario.start.days(until: date)
    guard (0..<scenario.dayCount).contains(day) else {
      throw invocation.failure(
        say("the run has no such day"), at: words[0].span,
        help: say("it runs from \(scenario.start) to \(scenario.date(ofDay: scenario.dayCount - 1))"))
    }
    return day
  }

  /// `suppliers.agent closed`
  private static func state(_ words: [Word]) -> (part: Word, verb: Action.Verb)? {
    guard words.count == 2, let state = states.first(where: { words[1].isKeyword($0.word) }) else { return nil }
    return (words[0], state.verb)
  }

  // MARK: The event

  /// The event that does it, beside those of the scenario.
  func event(_ session: Session, _ invocation: Invocation) throws(CommandFailure) -> Event {
    var event = Event()
    event.name = Self.free(head.text, among: session.scenario.events.map(\.name))
    event.from = .day(Double(firstDay))
    event.lasts = days.map { .fixed(Double($0)) }
    event.then = try actions(session, invocation)
    return event
  }

  private func actions(_ session: Session, _ invocation: Invocation) throws(CommandFailure) -> String {
    let words = (try? CommandLine(parsing: head))?.commands.first?.words ?? []
    if let (part, verb) = Self.state(words) { return "\(verb.rawValue) \(part.text)" }
    if let verb = words.first?.text.lowercased(), Action.Verb(rawValue: verb) != nil { return head.text }
    let change: Change
    do throws(Fault) { change = try Change(parsing: head) } catch { throw invocation.failure(error) }
    let slots = try session.parameters(meantBy: change.path, invocation).filter { $0.get(session.scenario) != nil }
    for slot in slots where !slot.info.isLive {
      throw invocation.failure(
        say("\(slot.path) cannot change during a run"), at: change.path.span,
        help: say("you can only set it for the whole run: remove \"for …\" and \"from …\""))
    }
    return slots.map { "\($0.path) \(Self.operation(change, head))" }.joined(separator: ", ")
  }

  /// What stands behind the parameter; a value gets its sign.
  private static func operation(_ change: Change, _ text: Fragment) -> String {
    if case .set(let value) = change.operation { return "= " + value.text }
    return String(text.slice(SourceSpan(change.path.span.end, text.span.end)).text.trimmed)
  }

  /// By its name an event has its luck.
  private static func free(_ name: String, among taken: [String]) -> String {
    var free = name
    while taken.contains(free) { free += " again" }
    return free
  }
}
