/// What a set of changes does to a run: together, each alone, and what they do only together.
package struct WhatIf: Sendable {
  /// One change alone, or what they all do beyond the sum of what each does.
  package struct Part: Sendable {
    /// As typed.
    package let words: String
    /// From the base, a difference for each of ``WhatIf/partMeasures``; nil where the change alone makes no sense.
    package let differences: [Difference]?
  }

  /// Base and what-if, in this order.
  package let comparison: Comparison
  package let parts: [Part]
  /// Nil for one change, and where one of several cannot be made alone.
  package let together: [Difference]?

  /// What the effect is split for.
  package static let partMeasures = Comparison.named([
    (nil, "ruin"), (nil, "profit"), (.p50, "gain"), (.p50, "final_cash"), (.p50, "net_profit"),
  ])

  /// The figures of one change alone, so that its run need not be kept.
  package struct Alone: Sendable {
    let words: String
    let estimates: [Estimate]?

    /// - Parameter run: nil where the change alone makes no sense.
    package init(_ words: String, _ run: RunRecord?) {
      self.words = words
      estimates = run?.summary.map { WhatIf.estimates(of: $0) }
    }
  }

  /// - Parameter alone: one for each change; none where there is only one.
  package init(base: RunRecord, changed: RunRecord, alone: [Alone], by measures: [Measure], criterion: Measure) {
    comparison = Comparison([base, changed], against: 0, by: measures, criterion: criterion)
    guard let before = base.summary.map(Self.estimates), let after = changed.summary.map(Self.estimates) else {
      (parts, together) = ([], nil)
      return
    }
    parts = alone.map { part in
      Part(words: part.words, differences: part.estimates.map { zip($0, before).map { Difference($0, minus: $1) } })
    }
    let single = alone.compactMap(\.estimates)
    guard single.count > 1, single.count == alone.count else {
      together = nil
      return
    }
    together = before.indices.map { index in
      // (all − base) − Σ (one − base)
      let parts = single.map { (weight: -1.0, estimate: $0[index]) }
      return Difference([(1, after[index]), (Double(single.count - 1), before[index])] + parts)
    }
  }

  private static func estimates(of summary: Summary) -> [Estimate] {
    partMeasures.map { $0.estimate(in: summary.outcome) }
  }
}
