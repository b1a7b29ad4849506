import Scenarios
import Statistics

/// Numbers that the operator does not know ("uncertain parameters" of the model): each is drawn once for a world and
/// holds on all its days.
struct UncertainNumbers {
  /// Those with a law of their own, in the order of the schema.
  private var numbers: [(slot: Slot, spread: Spread)] = []
  /// Those given as the same as another, and what that is in the end.
  private var copies: [(slot: Slot, origin: Slot)] = []
  private let groups: [CorrelatedNumbers]
  private let fault: ReferenceFault?

  init(_ scenario: Scenario, fault: ReferenceFault?) {
    let slots = Dictionary(uniqueKeysWithValues: scenario.slots.map { ($0.path, $0) })
    for slot in scenario.slots {
      switch scenario.uncertain[slot.path] {
      case .spread(let spread): numbers.append((slot, spread))
      case .same(var path):
        while case .same(let next) = scenario.uncertain[path] { path = next }
        if let origin = slots[path] { copies.append((slot, origin)) }
      case nil: break
      }
    }
    groups = fault == .numbersUncorrelated ? [] : CorrelatedNumbers.groups(scenario.correlations)
    self.fault = fault
  }

  var isEmpty: Bool { numbers.isEmpty && copies.isEmpty }

  /// Makes every number of the scenario a certain one.
  func draw(into scenario: inout Scenario, _ random: inout RandomNumbers) {
    var ranks: [String: Double] = [:]
    for group in groups {
      for (path, rank) in zip(group.paths, group.ranks(&random)) { ranks[path] = rank }
    }
    for (slot, spread) in numbers {
      slot.set(&scenario, value(of: spread, at: ranks[slot.path] ?? random.uniform()))
    }
    for (slot, origin) in copies {
      slot.set(&scenario, copy(of: origin, in: scenario, &random))
      scenario.quoteLike(origin.path, slot)
    }
  }

  /// The value below which a world lies with that probability.
  private func value(of spread: Spread, at rank: Double) -> FieldValue {
    var number = spread.law.quantile(rank)
    if spread.isWhole { number = (fault == .wholeDrawsRoundedDown ? number : number + 0.5).rounded(.down) }
    guard case .amount(let amount) = spread.planned else { return .number(number) }
    return .amount(PeriodAmount(number, amount.period))
  }

  private func copy(of origin: Slot, in scenario: Scenario, _ random: inout RandomNumbers) -> FieldValue? {
    if fault == .sameDrawnApart, let spread = numbers.first(where: { $0.slot.path == origin.path })?.spread {
      return value(of: spread, at: random.uniform())
    }
    return origin.get(scenario)
  }
}
