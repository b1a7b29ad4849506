import Language
package import Scenarios

/// Something bad that happens to a business, told as a change of its scenario.
package struct Shock: Sendable {
  /// Why a shock says nothing about a scenario.
  package struct Unfit: Error, Equatable, Sendable {
    package let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  /// What it is called at the prompt: `ad-prices`.
  package let name: String
  /// In a table: `Ad prices +50 % in the fourth quarter`.
  package let title: String
  /// What exactly it changes.
  package let doc: String
  let apply: @Sendable (inout Scenario) throws(Unfit) -> Void

  init(
    _ name: String, _ title: String, _ doc: String, apply: @escaping @Sendable (inout Scenario) throws(Unfit) -> Void
  ) {
    self.name = name
    self.title = title
    self.doc = doc
    self.apply = apply
  }

  /// The scenario with the shock in it.
  package func applied(to scenario: Scenario) throws(Unfit) -> Scenario {
    var shocked = scenario
    try apply(&shocked)
    guard shocked != scenario else { throw Unfit("it changes nothing here") }
    if let issue = shocked.issues.first { throw Unfit(issue.message) }
    return shocked
  }
}

// MARK: - Changes that shocks are made of

extension Scenario {
  /// The parameters whose path ends so, in every entity of a group: `each("stores", "conversion")`.
  private func each(_ group: String, _ field: String) -> [Slot] {
    slots.filter { $0.path.hasPrefix(group + ".") && $0.path.hasSuffix("." + field) }
  }

  /// Multiplies a parameter of every entity of a group, ranges with all their values. Certain numbers stop at the end of what
  /// their field allows.
  mutating func multiply(_ group: String, _ field: String, by factor: Double) throws(Shock.Unfit) {
    for slot in each(group, field) { try multiply(slot, by: factor) }
  }

  /// Multiplies one parameter; one that is not given stays so.
  mutating func multiply(_ path: String, by factor: Double) throws(Shock.Unfit) {
    guard let slot = slot(path), slot.get(self) != nil else { return }
    try multiply(slot, by: factor)
  }

  private mutating func multiply(_ slot: Slot, by factor: Double) throws(Shock.Unfit) {
    let old = slot.get(self)
    // What is the same as another number follows that one.
    if case .uncertain(.same) = old { return }
    if case .number(let number) = old, let range = slot.info.range {
      slot.set(&self, .number(min(max(number * factor, range.lowerBound), range.upperBound)))
      return
    }
    do throws(Fault) {
      slot.set(
        &self,
        try slot.info.value(after: .multiply(factor), from: old, currency: currency, columns: noColumns))
    } catch { throw Shock.Unfit("\(slot.path): \(error.message)") }
  }

  /// Adds to a parameter of every entity of a group; a range is multiplied so that its mean rises by as much.
  mutating func add(_ amount: Double, to group: String, _ field: String) throws(Shock.Unfit) {
    for slot in each(group, field) {
      if case .number(let number) = slot.get(self), let range = slot.info.range {
        slot.set(&self, .number(min(number + amount, range.upperBound)))
      } else if let mean = slot.get(self)?.number, mean > 0 {
        try multiply(slot, by: (mean + amount) / mean)
      }
    }
  }

  /// The suppliers that every product's orders go to first: those of the first offer with any capacity.
  var mainSuppliers: [String] {
    let names = products.entries.compactMap { product in
      product.value.offers.names.first { suppliers[$0].map { $0.capacity != 0 } ?? false }
    }
    return suppliers.names.filter(names.contains)
  }

  /// Closes suppliers on the days of the run from `first` on.
  mutating func close(_ names: [String], from first: Int, days: Int) {
    for name in names {
      // One closure lasts a year at most.
      for start in stride(from: first, to: first + days, by: 365) {
        var closure = Closure()
        closure.from = date(ofDay: start)
        closure.days = Double(min(365, first + days - start))
        suppliers[name]?.closures.append(closure)
      }
    }
  }

  /// Does any day of the run fall into one of these calendar months?
  func touches(months wanted: ClosedRange<Int>) -> Bool {
    (0..<dayCount).contains { wanted.contains(date(ofDay: $0).month) }
  }
}
