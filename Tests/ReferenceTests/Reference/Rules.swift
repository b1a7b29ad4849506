import Foundation
import Language
import Scenarios

/// The rules and events of a scenario, and the parameters they may change.
struct RuleBook {
  let rules: [BoundRule]
  let events: [BoundEvent]
  let slots: [String: Slot]

  init(_ scenario: Scenario) {
    rules = scenario.boundRules
    events = scenario.boundEvents
    let slots = rules.isEmpty && events.isEmpty ? [] : scenario.slots
    self.slots = Dictionary(slots.map { ($0.path, $0) }) { first, _ in first }
  }

  var isEmpty: Bool { rules.isEmpty && events.isEmpty }
}

/// What has been decided and what has happened so far in one world (model 11).
struct ReferenceRules {
  let book: RuleBook
  private let fault: RuleFault?
  /// In the plan nothing happens by chance, and everything lasts its mean.
  private let isPlan: Bool
  /// The scenario as decisions and lasting-for-good events have left it, and the parts that each side has shut.
  private var settled: Scenario
  private var shutByOperator: Set<Subject> = []
  private var shutByWorld: Set<Subject> = []
  /// The same with everything that lasts for a while.
  private(set) var scenario: Scenario
  private var shutForNow: Set<Subject> = []
  /// What a decision must not do.
  private var openedByForce: Set<Subject> = []
  /// Of each rule: mornings in a row on which it held, and the day it last fired. Of each event: the former, and the day
  /// on which it ends or ended.
  private var ruleMornings: [Int]
  private var lastFired: [Int?]
  private var eventMornings: [Int]
  private var endsOn: [Int?]
  /// What is to be paid this morning, and the stores whose payouts are to be held: until a day, or on their own terms.
  private(set) var payments: [(amount: Double, isDamages: Bool, draw: OwnerDraw?)] = []
  private(set) var holds: [(store: Int, until: Int?)] = []
  /// Channels that an event has paused this morning.
  private(set) var bans: [Int] = []

  init(_ scenario: Scenario, _ book: RuleBook, fault: RuleFault?, isPlan: Bool) {
    self.book = book
    self.fault = fault
    self.isPlan = isPlan
    settled = scenario
    self.scenario = scenario
    ruleMornings = [Int](repeating: 0, count: book.rules.count)
    lastFired = [Int?](repeating: nil, count: book.rules.count)
    eventMornings = [Int](repeating: 0, count: book.events.count)
    endsOn = [Int?](repeating: nil, count: book.events.count)
  }

  func isShut(_ subject: Subject) -> Bool {
    shutByOperator.contains(subject) || (shutForNow.contains(subject) && !openedByForce.contains(subject))
  }

  // MARK: Events

  /// Events end and begin.
  mutating func happen(_ day: Int, _ random: inout RandomNumbers, _ figure: (RuleFigure) -> Double?) {
    (payments, holds, bans) = ([], [], [])
    for (index, event) in book.events.enumerated() {
      let holds = holds(event.trigger, &eventMornings[index], figure)
      guard holds, isIdle(index, day), mayBegin(event, day, &random) else { continue }
      defer {
        for action in event.actions { payOrHold(action, until: event.lasts == nil ? nil : endsOn[index], &random) }
      }
      guard let lasts = event.lasts else {
        for action in event.actions { perform(action, byOperator: false) }
        continue
      }
      let drawn = isPlan ? Int((lasts.mean + 0.5).rounded(.down)) : Time.wholeDays(random.days(lasts))
      let days = max(1, drawn) + (fault == .lastsOneDayLonger ? 1 : 0)
      // A date before the start: it began then.
      let isDated = event.trigger == nil && event.chance?.per == nil
      let began = event.days.filter { $0 <= day }.max()
      endsOn[index] = (isDated ? began ?? day : day) + days
    }
    putInForce(day)
  }

  /// What is done once, whether the event lasts or not.
  private mutating func payOrHold(_ action: BoundAction, until end: Int?, _ random: inout RandomNumbers) {
    switch action {
    case .pay(let payment):
      let amount = isPlan || fault == .amountNeverDrawn ? payment.amount.mean : random.size(payment.amount)
      payments.append((amount, payment.isDamages, nil))
    case .hold(.store(let store)): holds.append((store, fault == .holdForgetsLasts ? nil : end))
    case .shut(.channel(let channel)): bans.append(channel)
    default: break
    }
  }

  /// It does not begin again while it lasts, nor on the day it ends.
  private func isIdle(_ index: Int, _ day: Int) -> Bool {
    guard let end = endsOn[index], fault != .drawnWhileItLasts else { return true }
    return end < day
  }

  private func mayBegin(_ event: BoundEvent, _ day: Int, _ random: inout RandomNumbers) -> Bool {
    if event.isYearly { return comesBack(event, on: day, &random) }
    let first = max(0, event.from ?? 0)
    guard let chance = event.chance else { return event.trigger == nil ? day == first : day >= first }
    guard !isPlan else { return false }
    let share = min(1, chance.share * (fault == .chanceQuarterMore ? 1.25 : 1))
    switch chance.per {
    case nil:
      let isDay = fault == .onceDrawnDaily ? day >= first : day == first
      return isDay && random.happens(share)
    case .month: return day >= max(1, first) && random.happens(1 - pow(1 - share, 12.0 / 365))
    case .year: return day >= max(1, first) && random.happens(1 - pow(1 - share, 1.0 / 365))
    }
  }

  /// One of a holiday begins on its day; on the first day of the run also one that began before and lasts.
  private func comesBack(_ event: BoundEvent, on day: Int, _ random: inout RandomNumbers) -> Bool {
    let goesOn = day == 0 && event.lasts != nil && event.trigger == nil && event.days.contains { $0 < 0 }
    guard event.days.contains(day) || goesOn, let chance = event.chance else {
      return event.days.contains(day) || goesOn
    }
    return !isPlan && random.happens(min(1, chance.share * (fault == .chanceQuarterMore ? 1.25 : 1)))
  }

  // MARK: Rules

  /// Rules fire in the order in which they are written.
  /// - Returns: whether one of them ends the business.
  mutating func decide(_ day: Int, isMonth: Bool, _ figure: (RuleFigure) -> Double?) -> Bool {
    payments = []
    for (index, rule) in book.rules.enumerated() {
      guard holds(rule.trigger, &ruleMornings[index], figure), isMonth || !rule.isMonthly else { continue }
      if let last = lastFired[index], fault != .everyIgnored, day - last < rule.every { continue }
      lastFired[index] = day
      for action in rule.actions {
        perform(action, byOperator: true)
        if case .payOwner(let draw) = action { payments.append((0, false, draw)) }
        if case .pay(let payment) = action { payments.append((payment.amount.mean, payment.isDamages, nil)) }
      }
      if rule.actions.contains(.quit) { return true }
    }
    putInForce(day)
    return false
  }

  // MARK: Triggers

  private func holds(_ trigger: BoundTrigger?, _ mornings: inout Int, _ figure: (RuleFigure) -> Double?) -> Bool {
    guard let trigger else { return true }
    mornings = trigger.tests.allSatisfy { holds($0, figure) } ? mornings + 1 : 0
    let needed = trigger.days - (fault == .forOneDayShort && trigger.days > 1 ? 1 : 0)
    return mornings >= needed
  }

  /// What is not known yet, or divides by nothing, compares with nothing.
  private func holds(_ test: BoundTrigger.Test, _ figure: (RuleFigure) -> Double?) -> Bool {
    switch test {
    case .holds(let left, let isNegated): return (figure(left) == 1) != isNegated
    case .compares(let left, let relation, let comparand):
      guard let value = figure(left) else { return false }
      switch comparand {
      case .number(let bound): return relation.holds(value, bound)
      case .figure(let right): return figure(right).map { relation.holds(value, $0) } ?? false
      }
    }
  }

  // MARK: Actions

  private mutating func perform(_ action: BoundAction, byOperator: Bool) {
    switch action {
    case .assign(let assignment): assign(assignment, in: &settled)
    case .shut(let subject):
      if byOperator { shutByOperator.insert(subject) } else { shutByWorld.insert(subject) }
    case .reopen(let subject):
      if byOperator { shutByOperator.remove(subject) } else { shutByWorld.remove(subject) }
      if fault == .decisionsOpenWhatTheWorldShut, byOperator { openedByForce.insert(subject) }
    case .hold, .pay, .payOwner, .quit: break
    }
  }

  private func assign(_ assignment: Assignment, in scenario: inout Scenario) {
    guard let slot = book.slots[assignment.path], let old = slot.get(scenario) else { return }
    func changed(_ value: Double) -> Double {
      var result: Double
      switch assignment.operation {
      case .set(let number): result = number
      case .add(let number): result = value + number
      case .multiply(let factor): result = value * factor
      }
      if fault != .boundsIgnored {
        result = min(max(result, assignment.bounds.lowerBound), assignment.bounds.upperBound)
      }
      return assignment.isWhole ? (result + 0.5).rounded(.down) : result
    }
    switch old {
    case .number(let number): slot.set(&scenario, .number(changed(number)))
    case .amount(let amount): slot.set(&scenario, .amount(PeriodAmount(changed(amount.value), amount.period)))
    case .flag(let flag): slot.set(&scenario, .flag(changed(flag ? 1 : 0) > 0))
    default: break
    }
  }

  /// What lasts for a while lies over what was decided, in the order in which it is written.
  private mutating func putInForce(_ day: Int) {
    scenario = settled
    shutForNow = shutByWorld
    for (index, event) in book.events.enumerated() {
      guard let end = endsOn[index], day < end || fault == .undoForgotten else { continue }
      for action in event.actions {
        switch action {
        case .assign(let assignment): assign(assignment, in: &scenario)
        case .shut(let subject): shutForNow.insert(subject)
        case .reopen(let subject): shutForNow.remove(subject)
        case .hold, .pay, .payOwner, .quit: break
        }
      }
    }
  }
}
