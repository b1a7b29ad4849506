import Language

extension Scenario {
  /// The scenario with every number that is the same as another one set to that one's.
  package var settled: Scenario {
    guard hasSame else { return self }
    var settled = self
    let slots = slots
    for slot in slots {
      guard case .same = uncertain[slot.path], let target = origin(of: slot.path),
        let other = slots.first(where: { $0.path == target })
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

  /// Correlations that name what is not there, or the same two twice.
  var correlationIssues: [Issue] { correlations.isEmpty ? [] : unknownCorrelated(slots) + repeatedPairs }

  /// Two correlations of the same two parameters: which of them is meant?
  private var repeatedPairs: [Issue] {
    var seen: Set<Set<String>> = []
    return correlations.enumerated().flatMap { index, correlation in
      correlation.pairs.compactMap { pair in
        guard !seen.insert([pair.first, pair.second]).inserted else { return nil }
        return Issue(
          "correlations.\(index + 1)", say("the correlation of \(pair.first) and \(pair.second) is given twice"),
          help: say("keep one of them"))
      }
    }
  }

  /// Correlated names, each with the place where it is given: `correlations.1.ads.meta.cpc`.
  private var correlated: [(path: String, place: String)] {
    correlations.enumerated().flatMap { index, correlation in
      correlation.paths.map { ($0, "correlations.\(index + 1).\($0)") }
    }
  }

  private func unknownCorrelated(_ slots: [Slot]) -> [Issue] {
    correlated.compactMap { path, place in
      guard !slots.contains(where: { $0.path == path }) else { return nil }
      return Issue(place, say("no such parameter: \(path)"), help: Suggestion.text(for: path, among: slots.map(\.path)))
    }
  }

  /// Correlated parameters that worlds do not draw. In a file that is a mistake; a strategy or an edit may well make one
  /// certain, and then the others go on together without it.
  package var idleCorrelations: [Issue] {
    correlated.compactMap { path, place in
      switch uncertain[path] {
      case .spread: nil
      case .same(let other):
        Issue(place, say("\(path) is the same as \(other)"), help: say("here, write: \(other)"))
      case nil:
        Issue(place, say("\(path) is the same in every world"), help: say("give it a range, or remove it here"))
      }
    }
  }

  /// Numbers of which more than a little was cut off, in the order of the schema.
  package var cutNotes: [Issue] {
    guard uncertain.values.contains(where: { if case .spread(let spread) = $0 { spread.cut > 0.01 } else { false } })
    else { return [] }
    return slots.compactMap { slot in
      guard case .spread(let spread) = uncertain[slot.path], spread.cut > 0.01 else { return nil }
      let percent = ((spread.cut * 1000).rounded() / 10).plain
      guard let range = slot.info.range else { return nil }
      let (low, high) = ends(of: range, slot.info.kind)
      return Issue(
        slot.path,
        say(
          "\(percent) % of the values of \(spread.text) lie outside the allowed range (\(low) to \(high)) and are never drawn"
        )
      )
    }
  }

  func allowed(_ range: ClosedRange<Double>, _ kind: Kind) -> String {
    let (low, high) = ends(of: range, kind)
    return say("allowed: \(low) to \(high)")
  }

  private func ends(of range: ClosedRange<Double>, _ kind: Kind) -> (low: String, high: String) {
    (
      kind.write(.number(range.lowerBound), currency: currency),
      kind.write(.number(range.upperBound), currency: currency)
    )
  }
}
