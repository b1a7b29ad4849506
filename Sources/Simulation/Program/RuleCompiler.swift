import Language
import Scenarios
import Statistics

/// Turns rules and events into lists of instructions.
struct RuleCompiler {
  private(set) var program = RuleProgram()
  private(set) var watch = WatchProgram()
  private let figures: FigureCompiler
  /// With the parameters that only rules have.
  private(set) var compiler: Compiler

  init(_ figures: FigureCompiler, _ compiler: Compiler) {
    self.figures = figures
    self.compiler = compiler
    // All overlays are known before anything is assigned beneath them.
    let events = compiler.events.enumerated().map { index, event in
      (event, memory: event.lasts == nil ? nil : program.memory())
    }
    for (event, memory) in events {
      for action in event.actions { if let memory { addOverlay(action, memory) } }
    }
    program.events = events.enumerated().map { index, event in
      code(event.0, endsIn: event.memory, isSilent: compiler.pins.events.contains(index))
    }
    program.rules = compiler.rules.map { code($0) }
  }

  // MARK: Triggers

  private mutating func checks(_ trigger: BoundTrigger) -> [RuleCode.Check] {
    var checks = trigger.tests.compactMap { check($0) }
    if trigger.days > 1 { checks.append(.lasting(memory: program.memory(), days: trigger.days)) }
    return checks
  }

  private mutating func check(_ test: BoundTrigger.Test) -> RuleCode.Check? {
    switch test {
    case .holds(let figure, let isNegated):
      guard let register = register(figure) else { return nil }
      return isNegated ? .isNo(register) : .isYes(register)
    case .compares(let figure, let relation, .number(let number)):
      return register(figure).map { .compare($0, relation, number) }
    case .compares(let figure, let relation, .figure(let other)):
      guard let left = register(figure), let right = register(other) else { return nil }
      return .compareRegisters(left, relation, right)
    }
  }

  private mutating func register(_ figure: RuleFigure) -> Int? {
    guard let compiled = figures.figure(figure, &watch) else { return nil }
    return program.register(compiled)
  }

  // MARK: Rules and events

  private mutating func code(_ rule: BoundRule) -> RuleCode {
    var checks = checks(rule.trigger) + [.alive]
    if rule.isMonthly { checks.insert(.beginsMonth, at: 0) }
    // Who quits has done the rest before.
    let actions = rule.actions.filter { $0 != .quit } + rule.actions.filter { $0 == .quit }
    let stream = Stream(seed: compiler.seed, name: "rules")
    var deeds = actions.flatMap { self.deeds($0, by: .operatorSide, stream, index: 0) }
    if rule.every > 1 {
      let memory = program.memory()
      checks.append(.rested(memory: memory, days: rule.every))
      deeds.insert(.note(memory: memory), at: 0)
    }
    return RuleCode(name: rule.text, checks: checks, deeds: deeds)
  }

  private mutating func code(_ event: BoundEvent, endsIn memory: Int?, isSilent: Bool) -> RuleCode {
    let stream = Stream(seed: compiler.seed, name: "events.\(event.name)")
    var checks = event.trigger.map { self.checks($0) } ?? []
    // On no day of the run; it keeps its place in memory, and all others theirs.
    if isSilent { checks.append(.onDay(-1)) }
    if let memory { checks.append(.idle(memory: memory)) }
    checks += moment(of: event)
    if let chance = event.chance { checks.append(.chance(chance.aDay, stream)) }
    if let memory, let lasts = event.lasts {
      checks.append(.begins(memory: memory, duration: program.duration(duration(lasts, of: event, stream))))
    }
    // The stream's first draws say whether it happens and how long it lasts.
    let deeds = event.actions.enumerated().flatMap { index, action -> [RuleCode.Deed] in
      if let memory, case .hold(.store(let store)) = action { return [.hold(store: store, .event(memory: memory))] }
      return memory == nil || !action.isUndone
        ? self.deeds(action, by: .worldSide, stream, index: index + 2) : overlays(action)
    }
    return RuleCode(name: event.name, checks: checks, deeds: deeds + bans(event))
  }

  /// An event that pauses ads takes the balance of their prepaid account with it.
  private func bans(_ event: BoundEvent) -> [RuleCode.Deed] {
    let accounts = event.actions.compactMap { action -> Int? in
      guard case .shut(.channel(let channel)) = action else { return nil }
      return compiler.scenario.prepaidAccount(ofChannel: channel)
    }
    return Set(accounts).sorted().map { .forfeit(account: $0) }
  }

  /// On which days an event may happen: from a day on where something else decides, else on that day.
  private mutating func moment(of event: BoundEvent) -> [RuleCode.Check] {
    if event.isYearly { return [.onOccasion(program.occasion(days(of: event)))] }
    let isDrawnDaily = event.chance?.per != nil
    let decidesOnce = event.chance != nil && !isDrawnDaily
    let first = max(0, event.from ?? 0)
    if isDrawnDaily { return [.fromDay(max(1, first))] }
    if decidesOnce || event.trigger == nil { return [.onDay(first)] }
    return [.fromDay(first)]
  }

  /// The days of a holiday, true among those of the run. What began before the start and lasts begins on the first day.
  private func days(of event: BoundEvent) -> [Bool] {
    var days = [Bool](repeating: false, count: compiler.calendar.days)
    for day in event.days where day >= 0 || event.begins(on: day) != nil { days[max(0, day)] = true }
    return days
  }

  private func duration(_ lasts: Lag, of event: BoundEvent, _ stream: Stream) -> EventDuration {
    return EventDuration(
      since: event.days.first.flatMap { event.begins(on: $0) }, days: LagTable(lasts.distribution),
      plannedDays: max(1, Lag.planned(lasts.mean)), stream: stream)
  }

  // MARK: Actions

  /// Who throws a switch: what the world shuts, no decision opens.
  private enum Side: String {
    case operatorSide = "operator"
    case worldSide = "world"
  }

  /// - Parameter index: the place of an action's own draw in the stream.
  private mutating func deeds(
    _ action: BoundAction, by side: Side, _ stream: Stream, index: Int
  ) -> [RuleCode.Deed] {
    switch action {
    case .quit: return [.quit]
    case .pay(let payment): return [.pay(PaymentCode(payment: payment, stream: stream, index: index))]
    case .payOwner(let draw): return [.payOwner(draw)]
    case .hold(.store(let store)): return [.hold(store: store, .drawn(stream, index: index))]
    case .hold: return []
    case .assign, .shut, .reopen:
      return targets(action, by: side).map { parameter, change in
        if let index = program.overlays.firstIndex(where: { $0.parameter == parameter }) {
          return .assignBeneath(overlay: index, change)
        }
        return .assign(parameter, change)
      }
    }
  }

  private mutating func addOverlay(_ action: BoundAction, _ memory: Int) {
    for (parameter, change) in targets(action, by: .worldSide) {
      var index = program.overlays.firstIndex { $0.parameter == parameter }
      if index == nil {
        program.overlays.append(Overlay(parameter: parameter))
        index = program.overlays.count - 1
      }
      if let index { program.overlays[index].effects.append((memory, change)) }
    }
  }

  private mutating func overlays(_ action: BoundAction) -> [RuleCode.Deed] {
    targets(action, by: .worldSide).compactMap { target in
      program.overlays.firstIndex { $0.parameter == target.parameter }.map(RuleCode.Deed.overlay)
    }
  }

  /// The parameters that an action changes; none where the engine has no use for the parameter, such as the address of
  /// returns that is not taken.
  private mutating func targets(_ action: BoundAction, by side: Side) -> [(parameter: Parameter, change: LiveChange)] {
    switch action {
    case .assign(let assignment):
      guard let parameter = compiler.parameters.parameter(at: assignment.path),
        !compiler.parameters.isPinned(assignment.path, in: compiler.scenario)
      else { return [] }
      let consequence = consequence(of: assignment.path)
      program.consequences[parameter.index] = consequence
      if consequence != .nothing { program.changesNumbers = true }
      return [(parameter, LiveChange(assignment))]
    case .shut(let subject): return [(self.switch(of: subject, by: side), LiveChange(set: 1))]
    case .reopen(let subject): return [(self.switch(of: subject, by: side), LiveChange(set: 0))]
    case .hold, .pay, .payOwner, .quit: return []
    }
  }

  private mutating func `switch`(of subject: Subject, by side: Side) -> Parameter {
    // No parameter of a scenario has a blank in its path.
    let parameter = compiler.parameter("\(subject) closed by \(side.rawValue)", 0)
    program.consequences[parameter.index] = .nothing
    for place in figures.places(of: subject) { program.switches.add(parameter, for: place) }
    return parameter
  }

  /// Of the parameters that rules change most. To say that everything follows from one costs time, nothing else.
  private func consequence(of path: String) -> RuleProgram.Consequence {
    let parts = path.split(separator: ".")
    switch (parts.first, parts.last) {
    case ("ads", "budget"), ("traffic", "visits"), ("costs", "amount"), ("cash", "credit_line"),
      ("suppliers", "capacity"):
      return .nothing
    // What a product costs and brings, and what visitors make of it; suppliers, channels and the market go on.
    case ("products", _):
      guard parts.count > 1, let product = compiler.scenario.products.index(of: String(parts[1])) else {
        return .everything
      }
      let places = figures.places(ofProduct: product)
      return .products((places.min() ?? 0)..<(places.max() ?? -1) + 1)
    default: return .everything
    }
  }

  // MARK: Product tests

  /// What a candidate must show, for each slot of product tests.
  mutating func testCondition(_ text: String) -> TestCondition? {
    guard let trigger = compiler.scenario.boundCondition(text) else { return nil }
    var tests: [TestCondition.Test] = []
    for test in trigger.tests {
      switch test {
      case .holds(let figure, let isNegated):
        tests.append(.init(left: side(figure), relation: isNegated ? .equal : .greater, right: .number(0)))
      case .compares(let figure, let relation, .number(let number)):
        tests.append(.init(left: side(figure), relation: relation, right: .number(number)))
      case .compares(let figure, let relation, .figure(let other)):
        tests.append(.init(left: side(figure), relation: relation, right: side(other)))
      }
    }
    return TestCondition(tests: tests)
  }

  private mutating func side(_ figure: RuleFigure) -> TestCondition.Side {
    guard figure.subject == .candidate else {
      return register(figure).map(TestCondition.Side.register) ?? .number(.nan)
    }
    return .slots(
      figures.slots.indices.map { watch.add(figure.observable, window: figure.window, of: figures.crowd(ofSlot: $0)) })
  }
}

extension BoundAction {
  /// Is it put back when what did it ends?
  fileprivate var isUndone: Bool {
    switch self {
    case .assign, .shut, .reopen: true
    case .hold, .pay, .payOwner, .quit: false
    }
  }
}

extension BoundEvent {
  /// A day before the start, if it is the day that counts and not the one on which something is seen.
  fileprivate func begins(on day: Int) -> Int? {
    let isDated = trigger == nil && chance?.per == nil && (lasts != nil || !isYearly)
    return day < 0 && isDated ? day : nil
  }
}

extension Chance {
  /// The chance of a day, or the one that is decided once.
  fileprivate var aDay: Double {
    switch per {
    case .month: Rates.dailyProbability(perMonth: share)
    case .year: Rates.dailyProbability(perYear: share)
    case nil: share
    }
  }
}
