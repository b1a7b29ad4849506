import Language
import Statistics

extension Scenario {
  /// Is any number the same as another?
  var hasSame: Bool { uncertain.values.contains { if case .same = $0 { true } else { false } } }

  var sameIssues: [Issue] {
    guard hasSame else { return [] }
    let slots = slots
    return slots.compactMap { sameIssue($0, slots) }
  }

  /// What is wrong with a parameter that is the same as another; nil where nothing is, or where it is a value of its own.
  private func sameIssue(_ slot: Slot, _ slots: [Slot]) -> Issue? {
    guard case .same(let target) = uncertain[slot.path] else { return nil }
    guard let named = slots.first(where: { $0.path == target }) else {
      return Issue(
        slot.path, say("no such parameter: \(target)"), help: Suggestion.text(for: target, among: slots.map(\.path)))
    }
    let refusal = say("\(slot.path) cannot be the same as \(target)")
    guard named.info.kind.isNumber, let origin = origin(of: slot.path),
      let end = slots.first(where: { $0.path == origin })
    else { return Issue(slot.path, refusal, help: say("name another parameter, one that holds a number")) }
    // An amount of money comes with the period in which it is paid, other numbers come without.
    guard (slot.info.kind == .amount) == (end.info.kind == .amount) else {
      return Issue(
        slot.path, refusal,
        help: say(
          "one of them is a cost that states its own period (per day, per month, per year, once), the other is not"))
    }
    // Plain numbers, of which one is a supplier's price, mean what their currencies say.
    let own = QuotedCurrencies(self)
    let (mine, other) = (
      own.plainCurrency(of: slot.info, at: slot.path), own.plainCurrency(of: end.info, at: end.path)
    )
    guard mine == other || quotes[end.path] != nil else {
      return Issue(slot.path, refusal, help: say("one is in \(mine), the other in \(other)"))
    }
    guard let value = end.get(self) else {
      return Issue(slot.path, say("\(slot.path) cannot be the same as \(target), which has no value"))
    }
    if slot.info.kind.isWhole, !value.isWhole {
      return Issue(slot.path, refusal, help: say("\(slot.path) takes whole numbers only"))
    }
    guard let range = slot.info.range, value.reaches(beyond: range) else { return nil }
    return Issue(
      slot.path,
      say("\(slot.path) cannot be the same as \(target), which may be larger or smaller than is allowed here"),
      help: allowed(range, slot.info.kind))
  }
}

extension FieldValue {
  /// Is it a whole number in every world?
  fileprivate var isWhole: Bool {
    switch self {
    case .number(let number): number == number.rounded()
    case .uncertain(.spread(let spread)): spread.isWhole
    case .amount, .lag, .size, .opening, .chance, .text, .flag, .date, .list, .quoted, .uncertain(.same): false
    }
  }

  /// Does it lie outside in more worlds than anybody will ever run?
  fileprivate func reaches(beyond range: ClosedRange<Double>) -> Bool {
    switch self {
    case .number(let number): !range.contains(number)
    case .amount(let amount): !range.contains(amount.value)
    case .uncertain(.spread(let spread)):
      spread.law.cdf(range.lowerBound.nextDown) + (1 - spread.law.cdf(range.upperBound)) > 1e-9
    case .lag, .size, .opening, .chance, .text, .flag, .date, .list, .quoted, .uncertain(.same): false
    }
  }
}
