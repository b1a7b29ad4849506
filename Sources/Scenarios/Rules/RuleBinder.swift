import Language

/// Finds the names of rules, events and conditions in a scenario, and puts their numbers into units. Whatever is wrong is
/// kept, and binding goes on: all of it is told at once.
struct RuleBinder {
  let scenario: Scenario
  let slots: [Slot]
  /// Whose figures a bare `roas(7)` means.
  var bare = Subject.business
  /// May it quit? Only rules are decisions.
  var mayQuit = false
  private var faults: [Fault] = []
  /// How many faults there are so far.
  var faultCount: Int { faults.count }

  init(_ scenario: Scenario) {
    self.scenario = scenario
    slots = scenario.slots
  }

  mutating func report(_ message: String, help: String? = nil, at span: SourceSpan) {
    faults.append(Fault(message, at: span, help: help))
  }

  /// What was found wrong since it was asked last.
  mutating func takeFaults() -> [Fault] {
    defer { faults = [] }
    return faults
  }

  /// What a reading gives; its fault is kept.
  mutating func attempt<Result>(_ read: () throws(Fault) -> Result) -> Result? {
    do throws(Fault) {
      return try read()
    } catch {
      faults.append(error)
      return nil
    }
  }

  // MARK: Whole rules

  mutating func rule(_ text: Fragment) -> BoundRule? {
    guard let sentence = attempt({ () throws(Fault) in try RuleSentence(parsing: text) }) else { return nil }
    mayQuit = true
    let trigger = trigger(sentence.trigger)
    let actions = actions(sentence.actions)
    checkDraws(sentence)
    guard let trigger, let actions else { return nil }
    return BoundRule(
      text: text.text, trigger: trigger, actions: actions, every: sentence.every, isMonthly: sentence.isMonthly)
  }

  mutating func trigger(_ text: Fragment) -> BoundTrigger? {
    guard let trigger = attempt({ () throws(Fault) in try Trigger(parsing: text) }) else { return nil }
    if bare == .candidate, trigger.days > 1 {
      report(
        say("this condition looks at one morning at a time, so you cannot write \"for N days\" here"),
        help: say("look back over more days instead, for example: roas(14)"), at: trigger.span)
    }
    return self.trigger(trigger)
  }

  mutating func actions(_ text: Fragment) -> [BoundAction]? {
    guard let actions = attempt({ () throws(Fault) in try Action.list(parsing: text) }) else { return nil }
    return self.actions(actions)
  }

  private mutating func trigger(_ trigger: Trigger) -> BoundTrigger? {
    var tests: [BoundTrigger.Test] = []
    for test in trigger.tests {
      if let bound = self.test(test) { tests.append(bound) }
    }
    guard tests.count == trigger.tests.count else { return nil }
    return BoundTrigger(tests: tests, days: trigger.days)
  }

  private mutating func actions(_ actions: [Action]) -> [BoundAction]? {
    let before = faults.count
    var bound: [BoundAction] = []
    for action in actions { bound += self.action(action) }
    return faults.count == before ? bound : nil
  }
}
