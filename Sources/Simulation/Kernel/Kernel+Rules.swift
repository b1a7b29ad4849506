import CRows
import Language
import Scenarios
import Statistics

/// What rules and events remember.
struct RuleRows<Number: RowNumber> {
  let registers: [MoneyRow]
  let memories: [MoneyRow]
  /// The parameters beneath lasting events.
  let beneath: [MoneyRow]
  /// 1 in the paths in which the code at work still goes on; the lanes of those in which its deeds happen.
  let mask: MoneyRow
  let kept: LaneList
  /// 1 in the paths in which numbers have changed this morning that others follow from.
  let changed: Row<Number>

  init(_ arena: Arena, _ program: RuleProgram) {
    registers = program.registers.map { _ in arena.money() }
    memories = (0..<program.memories).map { _ in arena.money() }
    beneath = program.overlays.map { _ in arena.money() }
    mask = arena.money()
    kept = LaneList(arena)
    changed = arena.row()
  }
}

/// What has changed this morning.
struct Morning {
  /// What must be derived anew.
  var follows = RuleProgram.Consequence.nothing
  var changedOverlays: Set<Int> = []
}

/// Rules and events (model 11).
extension Kernel {
  func openRules() {
    for row in rules.memories { row.update(repeating: -1, count: lanes) }
    for (overlay, beneath) in zip(program.rules.overlays, rules.beneath) {
      beneath.update(from: row(overlay.parameter), count: lanes)
    }
  }

  /// Events end, and others begin (model 1, step 2).
  func fireEvents(_ day: Int) {
    guard !program.rules.events.isEmpty else { return }
    var morning = Morning()
    for (index, overlay) in program.rules.overlays.enumerated() where ends(overlay, day) {
      morning.changedOverlays.insert(index)
    }
    for (index, code) in program.rules.events.enumerated() { run(code, .event(index), day, &morning) }
    settle(morning, day)
  }

  /// Rules fire on yesterday's figures, in the order in which they are written (step 3).
  func fireRules(_ day: Int) {
    guard !program.rules.rules.isEmpty else { return }
    var morning = Morning()
    for (index, code) in program.rules.rules.enumerated() { run(code, .rule(index), day, &morning) }
    settle(morning, day)
  }

  private func run(_ code: RuleCode, _ origin: Firing.Origin, _ day: Int, _ morning: inout Morning) {
    rules.mask.update(repeating: 1, count: lanes)
    for check in code.checks { self.check(check, day) }
    rules.kept.list(rules.mask, lanes: lanes)
    guard !rules.kept.isEmpty else { return }
    record(code, origin, day)
    for deed in code.deeds { self.do(deed, day, &morning) }
  }

  // MARK: Checks

  private func check(_ check: RuleCode.Check, _ day: Int) {
    let mask = rules.mask
    func keep(_ figure: MoneyRow, _ relation: Condition.Relation, _ bound: Double) {
      crows_keep(figure, relation.row, bound, mask, lanes)
    }
    switch check {
    case .compare(let register, let relation, let number): keep(rules.registers[register], relation, number)
    case .compareRegisters(let register, let relation, let other):
      crows_keep_beside(rules.registers[register], relation.row, rules.registers[other], mask, lanes)
    case .isYes(let register): keep(rules.registers[register], .greater, 0)
    case .isNo(let register): keep(rules.registers[register], .equal, 0)
    case .lasting(let memory, let days):
      crows_keep_lasting(Double(day), Double(days), rules.memories[memory], mask, lanes)
    case .alive: keep(books.alive, .greater, 0)
    case .rested(let memory, let days):
      crows_keep_rested(rules.memories[memory], Double(day), Double(days), mask, lanes)
    case .idle(let memory): keep(rules.memories[memory], .less, Double(day))
    case .onDay(let first): if day != first { mask.update(repeating: 0, count: lanes) }
    case .onOccasion(let place):
      if !program.rules.occasions[place][day] { mask.update(repeating: 0, count: lanes) }
    case .beginsMonth:
      if day == 0 || program.monthOfDay[day - 1] == program.monthOfDay[day] { mask.update(repeating: 0, count: lanes) }
    case .fromDay(let first): if day < first { mask.update(repeating: 0, count: lanes) }
    case .chance(let chance, let stream): draw(chance, stream, day)
    case .begins(let memory, let duration): begin(program.rules.durations[duration], rules.memories[memory], day)
    }
  }

  private func draw(_ chance: Double, _ stream: Stream, _ day: Int) {
    guard mode == .worlds else { return rules.mask.update(repeating: 0, count: lanes) }
    words(stream, day, into: scratch.words)
    for i in 0..<lanes where !(Uniform.double(scratch.words[i]) < chance) { rules.mask[i] = 0 }
  }

  private func begin(_ duration: EventDuration, _ end: MoneyRow, _ day: Int) {
    if mode == .worlds {
      words(duration.stream, day, index: 1, into: scratch.words)
    }
    let first = day == 0 ? duration.since ?? day : day
    for i in 0..<lanes where rules.mask[i] > 0 {
      let days = mode == .plan ? duration.plannedDays : max(1, duration.days.days(word: scratch.words[i]))
      let last = first + days
      if last > day { end[i] = Double(last) } else { rules.mask[i] = 0 }
    }
  }

  // MARK: Deeds

  private func `do`(_ deed: RuleCode.Deed, _ day: Int, _ morning: inout Morning) {
    switch deed {
    case .note(let memory):
      let last = rules.memories[memory]
      rules.kept.each { last[$0] = Double(day) }
    case .assign(let parameter, let change):
      apply(change, to: row(parameter))
      let follows = program.rules.follows(from: parameter)
      if follows != .nothing { rules.kept.each { rules.changed[$0] = 1 } }
      morning.follows.add(follows)
    case .assignBeneath(let overlay, let change):
      apply(change, to: rules.beneath[overlay])
      morning.changedOverlays.insert(overlay)
    case .overlay(let overlay): morning.changedOverlays.insert(overlay)
    case .hold(let store, let length): hold(store, day, length)
    case .pay(let payment): pay(payment, day)
    case .payOwner(let draw): pay(draw, program.monthOfDay[day])
    case .forfeit(let account): forfeit(account, program.monthOfDay[day])
    case .quit:
      rules.kept.each {
        books.alive[$0] = 0
        books.quitDay[$0] = Double(day)
      }
    }
  }

  /// Paid once, while the business goes on.
  private func pay(_ code: PaymentCode, _ day: Int) {
    let amount = code.payment.amount
    let law = mode == .worlds ? amount.law : nil
    if law != nil {
      words(code.stream, day, index: code.index, into: scratch.words)
    }
    let cover = row(program.insurance.cover)
    let deductible = row(program.insurance.deductible)
    rules.kept.each { i in
      guard books.alive[i] > 0 else { return }
      let due = law?.quantile(Uniform.double(scratch.words[i])) ?? amount.mean
      let insured = code.payment.isDamages ? min(cover[i], max(0, due - deductible[i])) : 0
      payOther(due - insured, program.monthOfDay[day], i)
    }
  }

  /// The owner takes money out, as far as it is there. It is no cost.
  private func pay(_ draw: OwnerDraw, _ month: Int) {
    let profit = ledger.row(.netProfit, max(0, month - 1))
    rules.kept.each { i in
      let wanted =
        switch draw {
        case .amount(let amount): amount
        case .shareOfProfit(let share): share * max(0, profit[i])
        }
      let taken = min(wanted, max(0, books.cash[i]))
      ledger.add(taken, .ownerDraws, month: month, lane: i)
      books.cash[i] -= taken
      books.drawn[i] += taken
    }
  }

  /// A hold that the store's processor begins now, unless one goes on.
  private func hold(_ store: Int, _ day: Int, _ length: HoldLength) {
    guard let hold = program.stores[store].hold, let held = stores[store].hold else { return }
    if mode == .worlds, case .drawn(let stream, let index) = length {
      words(stream, day, index: index, into: scratch.words)
    }
    let share = row(hold.share)
    rules.kept.each { i in
      guard held.until[i] == 0 else { return }
      held.until[i] =
        switch length {
        case .event(let memory): rules.memories[memory][i]
        case .drawn: Double(day + (mode == .plan ? hold.plannedDays : hold.days.days(word: scratch.words[i])))
        }
      held.share[i] = share[i]
    }
  }

  private func apply(_ change: LiveChange, to row: MoneyRow) {
    rules.kept.each { row[$0] = change.applied(to: row[$0]) }
  }

  // MARK: Lasting events

  private func ends(_ overlay: Overlay, _ day: Int) -> Bool {
    overlay.effects.contains { effect in
      let end = rules.memories[effect.memory]
      return (0..<lanes).contains { end[$0] == Double(day) }
    }
  }

  /// What is in force follows from what lies beneath and the events that go on; other numbers follow from it.
  private func settle(_ morning: Morning, _ day: Int) {
    var follows = morning.follows
    for index in morning.changedOverlays {
      let overlay = program.rules.overlays[index]
      let beneath = rules.beneath[index]
      let inForce = row(overlay.parameter)
      for i in 0..<lanes { inForce[i] = beneath[i] }
      for effect in overlay.effects {
        let end = rules.memories[effect.memory]
        for i in 0..<lanes where end[i] > Double(day) { inForce[i] = effect.change.applied(to: inForce[i]) }
      }
      follows.add(program.rules.follows(from: overlay.parameter))
    }
    convertAmounts()
    switch follows {
    case .nothing: break
    case .products(let products) where morning.changedOverlays.isEmpty:
      // In the few worlds that it concerns.
      for lane in 0..<lanes where rules.changed[lane] > 0 { derive(products, in: lane..<lane + 1) }
    case .products(let products): derive(products, in: 0..<lanes)
    case .everything: derive()
    }
    if follows != .nothing { rules.changed.update(repeating: 0, count: lanes) }
  }

  // MARK: What is shut

  /// Takes from a row, which is 1 where something is open, the paths in which rules or events have shut it.
  func close(_ subject: Subject, in open: Row<Number>) {
    for parameter in program.rules.switches[subject] {
      let shut = row(parameter)
      for i in 0..<lanes where shut[i] > 0 { open[i] = 0 }
    }
  }

  /// Counts in a row the paths in which rules or events have shut something.
  func addShut(_ subject: Subject, to shut: Row<Number>) {
    for parameter in program.rules.switches[subject] {
      let thrown = row(parameter)
      for i in 0..<lanes where thrown[i] > 0 { shut[i] = 1 }
    }
  }

  /// Is there a rule or event that ever shuts it?
  func canBeShut(_ subject: Subject) -> Bool { !program.rules.switches[subject].isEmpty }
}

extension Condition.Relation {
  /// What rows call it.
  fileprivate var row: Int32 {
    let relation =
      switch self {
      case .less: crows_less
      case .lessOrEqual: crows_less_or_equal
      case .greater: crows_greater
      case .greaterOrEqual: crows_greater_or_equal
      case .equal: crows_equal
      case .notEqual: crows_not_equal
      }
    return Int32(relation.rawValue)
  }

  /// A figure that is no number compares with nothing.
  func holdsForNumbers(_ a: Double, _ b: Double) -> Bool {
    self == .notEqual ? a < b || a > b : holds(a, b)
  }
}
