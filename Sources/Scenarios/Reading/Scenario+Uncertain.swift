import Language

extension Scenario {
  /// The scenario with every number that is the same as another one set to that one's.
  package var settled: Scenario {
    guard uncertain.values.contains(where: { if case .same = $0 { true } else { false } }) else { return self }
    var settled = self
    for slot in slots {
      guard case .same = uncertain[slot.path], let target = origin(of: slot.path), let other = self.slot(target)
      else { continue }
      let value = plannedValue(of: other)
      let kept = settled.uncertain[slot.path]
      slot.set(&settled, value)
      settled.uncertain[slot.path] = kept
    }
    return settled
  }

  /// What the plan uses for a parameter.
  func plannedValue(of slot: Slot) -> FieldValue? {
    guard case .uncertain(let uncertain) = slot.get(self) else { return slot.get(self) }
    return uncertain.planned
  }

  /// The parameter whose draw a path has in the end; nil when that leads nowhere or in a circle.
  package func origin(of path: String) -> String? {
    var current = path
    for _ in 0..<10 {
      guard case .same(let target) = uncertain[current] else { return current }
      current = target
    }
    return nil
  }

  var uncertainIssues: [Issue] {
    let slots = slots
    return slots.compactMap { slot in
      guard case .same(let target) = uncertain[slot.path] else { return nil }
      guard let other = slots.first(where: { $0.path == target }) else {
        return Issue(
          slot.path, "no such parameter: \(target)", help: Suggestion.text(for: target, among: slots.map(\.path)))
      }
      guard other.info.kind.isNumber, origin(of: slot.path) != nil else {
        return Issue(slot.path, "\(slot.path) cannot be the same as \(target)", help: "name another number")
      }
      return nil
    } + correlationIssues(slots) + repeatedPairs
  }

  /// Two correlations of the same two parameters: which of them is meant?
  private var repeatedPairs: [Issue] {
    var seen: Set<Set<String>> = []
    return correlations.flatMap(\.pairs).compactMap { pair in
      guard !seen.insert([pair.first, pair.second]).inserted else { return nil }
      return Issue(
        "correlations", "the correlation of \(pair.first) and \(pair.second) is given twice", help: "keep one of them")
    }
  }

  private func correlationIssues(_ slots: [Slot]) -> [Issue] {
    correlations.flatMap { correlation in
      correlation.paths.compactMap { path -> Issue? in
        guard slots.contains(where: { $0.path == path }) else {
          return Issue(
            "correlations", "no such parameter: \(path)", help: Suggestion.text(for: path, among: slots.map(\.path)))
        }
        guard case .spread = uncertain[path] else {
          return Issue(
            "correlations", "\(path) is the same in every world", help: "give it a range, or take it out here")
        }
        return nil
      }
    }
  }

  /// Numbers of which more than a little was cut off, in the order of the schema.
  package var cutNotes: [Issue] {
    slots.compactMap { slot in
      guard case .spread(let spread) = uncertain[slot.path], spread.cut > 0.01 else { return nil }
      let percent = ((spread.cut * 1000).rounded() / 10).plain
      let range = slot.info.range.map { " \(allowed($0, slot.info.kind))" } ?? ""
      return Issue(slot.path, "\(percent) % of \(spread.text) lies outside\(range) and is cut off")
    }
  }

  private func allowed(_ range: ClosedRange<Double>, _ kind: Kind) -> String {
    "\(kind.write(.number(range.lowerBound), currency: currency)) to "
      + kind.write(.number(range.upperBound), currency: currency)
  }
}
