import Language

extension RuleBinder {
  /// One action may change several parameters, or shut several parts; none where something is wrong with it.
  mutating func action(_ action: Action) -> [BoundAction] {
    switch action.deed {
    case .quit:
      if mayQuit { return [.quit] }
      report(
        say("an event cannot quit: closing the store for good is your decision"), help: say("write a rule"),
        at: action.span)
      return []
    case .pay(let text, let isDamages): return payment(text, isDamages).map { [.pay($0)] } ?? []
    case .payOwner, .payOwnerOfProfit:
      if mayQuit { return draw(action).map { [.payOwner($0)] } ?? [] }
      report(
        say("only a rule can pay the owner: paying yourself is your decision"), help: say("write a rule"),
        at: action.span)
      return []
    case .verb(.hold, let word):
      if !mayQuit { return parts(.hold, word).map(BoundAction.hold) }
      report(
        say("only an event can hold payouts: the processor withholds them, not you"), help: say("write an event"),
        at: action.span
      )
      return []
    case .verb(let verb, let word):
      let isEnd = verb == .pause || verb == .close
      return parts(verb, word).map { isEnd ? .shut($0) : .reopen($0) }
    case .change(let change, let least, let most):
      return targets(change).compactMap { assignment(change, min: least, max: most, to: $0) }.map(BoundAction.assign)
    }
  }

  // MARK: Paying

  private static let mostPaid = 0.0...1e9

  private mutating func payment(_ text: Fragment, _ isDamages: Bool) -> Payment? {
    let (binder, isDecision) = (self, mayQuit)
    return attempt { () throws(Fault) in
      let currency = binder.scenario.currency
      switch try binder.read(text, as: .money(per: nil), in: Self.mostPaid, currency: currency) {
      case .number(let amount): return Payment(amount: Size(amount, text: text.text), isDamages: isDamages)
      case .uncertain(.spread(let spread)) where !isDecision:
        return Payment(amount: Size(spread.law, text: spread.text), isDamages: isDamages)
      default:
        throw Fault(
          say("expected one amount"), at: text.span,
          help: isDecision ? say("only an event can pay an amount written as a range") : nil)
      }
    }
  }

  private mutating func draw(_ action: Action) -> OwnerDraw? {
    switch action.deed {
    case .payOwner(let text): return amount(text).map(OwnerDraw.amount)
    case .payOwnerOfProfit(let share):
      guard share.isPercent, (0...100).contains(share.value) else {
        report(
          say("expected a share of the profit, 0 to 100 %"), help: say("for example: pay owner 20 % of profit monthly"),
          at: share.span)
        return nil
      }
      return .shareOfProfit(share.fraction)
    default: return nil
    }
  }

  private mutating func amount(_ text: Fragment) -> Double? {
    let binder = self
    return attempt { () throws(Fault) in
      guard
        case .number(let amount) = try binder.read(
          text, as: .money(per: nil), in: Self.mostPaid, currency: binder.scenario.currency)
      else { throw Fault(say("expected one amount"), at: text.span) }
      return amount
    }
  }

  /// Profit is known by the month.
  mutating func checkDraws(_ sentence: RuleSentence) {
    for action in sentence.actions {
      guard case .payOwnerOfProfit = action.deed, !sentence.isMonthly else { continue }
      report(
        say("a share of the profit is paid once a month"), help: say("add: monthly"), at: action.span)
    }
  }

  // MARK: Pausing, closing, holding

  private mutating func parts(_ verb: Action.Verb, _ word: Word) -> [Subject] {
    let groups = scenario.subjectGroups.filter { verb.means($0.name) }
    let typed = word.text.split(separator: ".", omittingEmptySubsequences: false)
    if let group = groups.first(where: { typed.first.map(String.init) == $0.name }) {
      if typed.count == 1 || (typed.count == 2 && typed[1] == "*") { return group.parts.indices.map(group.subject) }
      if typed.count == 2, let index = group.parts.firstIndex(of: String(typed[1])) { return [group.subject(index)] }
      if typed.count == 2 {
        let parts = group.parts.map { "\(group.name).\($0)" }
        report(
          say("there is nothing called \(word.text.shortened) that you can \(verb.rawValue)"),
          help: Suggestion.text(for: word.text, among: parts), at: word.span)
        return []
      }
    }
    let known = groups.flatMap { group in [group.name] + group.parts.map { "\(group.name).\($0)" } }
    let names = groups.map(\.name).joined(separator: ", ")
    report(
      say("there is nothing called \(word.text.shortened) that you can \(verb.rawValue)"),
      help: Suggestion.text(for: word.text, among: known) ?? say("you can \(verb.rawValue) \(names)"), at: word.span)
    return []
  }

  // MARK: Assigning

  /// The live parameters that a path means; `*` stands for any name.
  private mutating func targets(_ change: Change) -> [Slot] {
    let pattern = change.path.text.split(separator: ".", omittingEmptySubsequences: false)
    let found = slots.filter { slot in
      if !change.path.text.contains("*") { return slot.path == change.path.text }
      let parts = slot.path.split(separator: ".")
      return parts.count == pattern.count && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }
    guard let first = found.first else {
      let live = slots.filter(\.info.isLive).map(\.path)
      report(
        say("no such parameter: \(change.path.text.shortened)"),
        help: Suggestion.text(for: change.path.text, among: live),
        at: change.path.span)
      return []
    }
    guard first.info.isLive else {
      let part = first.path.split(separator: ".").dropLast().joined(separator: ".")
      let live = slots.filter { $0.info.isLive && $0.path == "\(part).\($0.info.name)" }.map(\.info.name)
      report(
        say("\(change.path.text) cannot change during a run"),
        help: live.isEmpty
          ? say("to list all parameters, write: schema; those with \"yes\" under \"In rules\" can change")
          : say("in \(part), these can change: \(live.joined(separator: ", "))"),
        at: change.path.span)
      return []
    }
    return found
  }

  private mutating func assignment(_ change: Change, min least: Fragment?, max most: Fragment?, to slot: Slot)
    -> Assignment?
  {
    let before = faultCount
    let operation = operation(change, slot)
    let range = slot.info.range ?? 0...1
    let low = least.flatMap { value($0, of: slot) }
    let high = most.flatMap { value($0, of: slot) }
    if let low, let high, low > high, let most { report(say("max is below min"), at: most.span) }
    guard faultCount == before, let operation else { return nil }
    let bounds =
      Swift.max(range.lowerBound, low ?? range.lowerBound)...Swift.min(range.upperBound, high ?? range.upperBound)
    return Assignment(path: slot.path, operation: operation, bounds: bounds, isWhole: slot.info.kind.isWhole)
  }

  private mutating func operation(_ change: Change, _ slot: Slot) -> Assignment.Operation? {
    guard slot.get(scenario) != nil else {
      report(
        say("\(slot.path) has no value"),
        help: say("give it a value in the scenario; rules only change values that are there"),
        at: change.path.span)
      return nil
    }
    if slot.info.name == "order_quantity", slot.get(scenario) == .number(0) {
      report(
        say("this offer is not sold from your own stock"), help: say("give it an order_quantity in the scenario"),
        at: change.path.span
      )
      return nil
    }
    switch change.operation {
    case .set(let text): return value(text, of: slot).map(Assignment.Operation.set)
    case .add(let quantity): return number(quantity, of: slot).map(Assignment.Operation.add)
    case .subtract(let quantity): return number(quantity, of: slot).map { .add(-$0) }
    case .multiply(let factor):
      guard slot.info.kind.isNumber else {
        report(say("\(slot.path) can only be yes or no"), help: say("write: = yes, or: = no"), at: change.span)
        return nil
      }
      return .multiply(factor)
    }
  }

  private mutating func number(_ quantity: Quantity, of slot: Slot) -> Double? {
    let (binder, currency) = (self, scenario.currency(of: slot))
    return attempt { () throws(Fault) in
      do throws(Fault) {
        return try slot.info.kind.number(of: try binder.converted(quantity, to: currency), currency)
      } catch {
        throw Fault(say("\(slot.path): \(error.message)"), at: error.span, help: error.help)
      }
    }
  }

  /// One value of a parameter, as a number.
  private mutating func value(_ text: Fragment, of slot: Slot) -> Double? {
    let (binder, scenario, info) = (self, scenario, slot.info)
    return attempt { () throws(Fault) in
      let value: FieldValue
      do throws(Fault) {
        value = try binder.read(text, as: info.kind, in: info.range, currency: scenario.currency(of: slot))
      } catch {
        throw Fault(say("\(slot.path): \(error.message)"), at: error.span, help: error.help)
      }
      switch value {
      case .number(let number): return number
      case .flag(let flag): return flag ? 1 : 0
      case .amount(let amount):
        guard case .amount(let old)? = scenario.plannedValue(of: slot), old.period == amount.period else {
          throw Fault(
            say("the period of \(slot.path) cannot be changed"), at: text.span,
            help: say("use the period it already has"))
        }
        return amount.value
      default:
        throw Fault(
          say("\(slot.path): expected one value"), at: text.span,
          help: say(
            "write one fixed value: a rule or event cannot set this to a range, because values are picked from ranges before a run begins"
          ))
      }
    }
  }
}

extension Action.Verb {
  /// Is it for the parts of that group?
  fileprivate func means(_ group: String) -> Bool {
    switch self {
    case .pause, .resume: group == "ads"
    case .hold: group == "stores"
    case .open, .close: true
    }
  }
}
