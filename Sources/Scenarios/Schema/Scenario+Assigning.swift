extension Scenario {
  /// The scenario with one parameter at another value. Where that is the same in every world, the correlations it had a
  /// part in go on without it. What follows a supplier's scores goes on following them.
  package func assigning(_ value: FieldValue?, to slot: Slot) -> Scenario {
    var changed = self
    slot.set(&changed, value)
    if changed.quotes != quotes { changed.declareCurrencies() }
    changed = changed.rescored(since: self)
    guard changed.uncertain[slot.path] == nil, uncertain[slot.path] != nil else { return changed }
    changed.correlations = correlations.compactMap { correlation in
      let paths = correlation.paths.filter { $0 != slot.path }
      guard paths.count > 1 else { return nil }
      return Correlation(paths: paths, rho: correlation.rho, crashesTogether: correlation.crashesTogether)
    }
    return changed
  }

  /// What the plan uses for a parameter: its value, or the mean of the values that worlds draw.
  package func planned(_ slot: Slot) -> FieldValue? {
    var plain = settled
    plain.uncertain = [:]
    return slot.get(plain)
  }
}
