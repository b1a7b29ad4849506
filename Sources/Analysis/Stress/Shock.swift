import Language
package import Scenarios

/// Something bad that happens to a business: events of the world (model 11), which lie over whatever the scenario's
/// own rules and events decide, and so do what they say in any scenario. Only what cannot change inside a run is changed
/// in the scenario itself.
package struct Shock: Sendable {
  /// Why a shock says nothing about a scenario.
  package struct Unfit: Error, Equatable, Sendable {
    package let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  /// What it is called at the prompt: `ad-prices`.
  package let name: String
  /// In a table: `Ad prices +50 % in Q4`.
  package let title: String
  /// What exactly it changes.
  package let doc: String
  /// Does it stop sales or ads, and so also what they cost?
  package let stopsSales: Bool
  let apply: @Sendable (inout Scenario) throws(Unfit) -> Void

  init(
    _ name: String, _ title: String, _ doc: String, stopsSales: Bool = false,
    apply: @escaping @Sendable (inout Scenario) throws(Unfit) -> Void
  ) {
    self.name = name
    self.title = title
    self.doc = doc
    self.stopsSales = stopsSales
    self.apply = apply
  }

  /// The scenario with the shock in it.
  package func applied(to scenario: Scenario) throws(Unfit) -> Scenario {
    var shocked = scenario
    try apply(&shocked)
    guard shocked != scenario else { throw Unfit("it changes nothing here") }
    guard shocked.issues.isEmpty else { throw Unfit("it conflicts with other values of the scenario") }
    return shocked
  }
}

// MARK: - What shocks are made of

extension Scenario {
  /// Something happens on days of the run; on days outside of it nothing does.
  mutating func happen(_ name: String, from first: Int, to last: Int, _ actions: [String]) {
    let (first, end) = (max(0, first), min(last + 1, dayCount))
    guard first < end, !actions.isEmpty else { return }
    var event = Event()
    event.name = eventName(name)
    event.from = .day(Double(first))
    event.lasts = .fixed(Double(end - first))
    event.then = actions.joined(separator: ", ")
    events.append(event)
  }

  /// On all days of the run.
  mutating func happen(_ name: String, _ actions: [String]) { happen(name, from: 0, to: dayCount - 1, actions) }

  /// A name that no event has: by its name an event has its luck.
  private func eventName(_ name: String) -> String {
    var free = name
    while events.contains(where: { $0.name == free }) { free += " again" }
    return free
  }

  /// An action for a parameter of every entity of a group that has it: `each("ads", "cpc", "*= 1.5")`. What is 0 stays so
  /// when it is multiplied and needs no action.
  func each(_ group: String, _ field: String, _ change: String) -> [String] {
    slots.filter { slot in
      guard slot.path.hasPrefix(group + "."), slot.path.hasSuffix("." + field), slot.get(self) != nil else {
        return false
      }
      return !change.hasPrefix("*") || planned(slot)?.number != 0
    }.map { "\($0.path) \(change)" }
  }

  /// Multiplies a parameter of every entity of a group, ranges with all their values. Certain numbers stop at the end of what
  /// their field allows; what is the same as another number follows that one.
  mutating func multiply(_ group: String, _ field: String, by factor: Double) throws(Shock.Unfit) {
    for slot in slots where slot.path.hasPrefix(group + ".") && slot.path.hasSuffix("." + field) {
      let old = slot.get(self)
      if case .uncertain(.same) = old { continue }
      if case .number(let number) = old, let range = slot.info.range {
        slot.set(&self, .number(min(max(number * factor, range.lowerBound), range.upperBound)))
        continue
      }
      do throws(Fault) {
        slot.set(
          &self, try slot.info.value(after: .multiply(factor), from: old, currency: currency, columns: noColumns))
      } catch { throw Shock.Unfit("one of the parameters cannot be changed this way") }
    }
  }

  /// The suppliers that every product's orders go to first: those of the first offer with any capacity.
  var mainSuppliers: [String] {
    let names = products.entries.compactMap { product in
      product.value.offers.names.first { suppliers[$0].map { $0.capacity != 0 } ?? false }
    }
    return suppliers.names.filter(names.contains)
  }

  /// The ad channel that most is spent on.
  var mainChannel: String? {
    let budgets = ads.names.map { name in slot("ads.\(name).budget").flatMap { planned($0)?.number } ?? 0 }
    guard let most = budgets.max(), most > 0, let place = budgets.firstIndex(of: most) else { return nil }
    return ads.names[place]
  }

  /// Closures lie beside those that the scenario knows; a product whose main supplier is shut goes to its next offer.
  mutating func close(_ names: [String], from first: Int, to last: Int) {
    happen("supplier shut", from: first, to: last, names.map { "close suppliers.\($0)" })
  }
}
