import Statistics

extension Dominance {
  /// So many of as many are by chance in 2 · 0.5⁶ = 3 % of cases: the sign test at 95 %.
  private static let fewestWins = 6

  /// Which of several runs of the same worlds dominates which, by their places, as far as it is beyond chance.
  ///
  /// Some run nearly always dominates another in a handful of worlds. It is told when
  /// - the worlds are enough to tell of the worst of them,
  /// - one run does better in six worlds and worse in none, or the mean difference, world by world, is clear at 95 %, and
  /// - the dominance holds again in 95 % of samples drawn from the worlds: whole worlds, so that what the runs share stays
  ///   shared. What holds in every world holds in every sample of them.
  ///
  /// Between runs whose medians may differ by chance only that much is told which is plain in every world: the verdict
  /// calls these runs too close, and is not to be contradicted.
  ///
  /// Sources: Efron, "Bootstrap methods: another look at the jackknife", The Annals of Statistics 7 (1979),
  /// doi:10.1214/aos/1176344552; of dominance: Nelson and Pope, "Bootstrapped insights into empirical applications of
  /// stochastic dominance", Management Science 37 (1991), 1182–1194.
  ///
  /// - Parameter columns: of the same worlds; higher is better, and none is NaN.
  package static func told(of columns: [[Double]]) -> [(over: Int, under: Int, kind: Dominance)] {
    let worlds = columns.map(\.count).min() ?? 0
    guard Precision.tellsOfTails(worlds: worlds) else { return [] }
    let ranked = columns.map(Ranked.init)
    let means = columns.map { Estimate(.mean, of: $0) }
    let medians = columns.map { Estimate(.p50, of: $0) }
    var found: [(over: Int, under: Int, kind: Dominance)] = []
    for over in ranked.indices {
      for under in ranked.indices where over != under {
        guard let kind = of(ranked[over], over: ranked[under]) else { continue }
        if kind == .everyWorld {
          if Duel(columns[over], against: columns[under]).wins >= fewestWins { found.append((over, under, kind)) }
        } else if Difference(means[over], minus: means[under]).isClear,
          Difference(medians[over], minus: medians[under]).isClear
        {
          // What is of the first order is of the second too, and that may be surer.
          found += Dominance.allCases.filter { $0 >= kind }.map { (over, under, $0) }
        }
      }
    }
    let unsure = found.filter { $0.kind != .everyWorld }
    let holds = DominanceSamples.hold(
      unsure.map { DominanceSamples.Walk(columns[$0.over], over: columns[$0.under], $0.kind) }, worlds: worlds)
    var answers = holds.makeIterator()
    let sure = found.filter { $0.kind == .everyWorld || answers.next() ?? false }
    return sure.filter { one in !sure.contains { ($0.over, $0.under) == (one.over, one.under) && $0.kind < one.kind } }
  }
}

/// Samples of the worlds, in which it is looked whether a dominance holds again.
private enum DominanceSamples {
  private static let samples = 200
  /// In so many it may fail: 5 %.
  private static let mostFailures = 10

  /// For each walk: does it hold in 95 % of the samples? The same worlds give the same answer, always.
  static func hold(_ walks: [Walk], worlds: Int) -> [Bool] {
    // The words are not those of any simulated world: the name is no stream of the engine's.
    let stream = Stream(seed: 0, name: "analysis.dominance")
    var words = [UInt32](repeating: 0, count: (worlds + Stream.lanes - 1) / Stream.lanes * Stream.lanes)
    var failures = [Int](repeating: 0, count: walks.count)
    for sample in 0..<samples {
      let open = walks.indices.filter { failures[$0] <= mostFailures }
      guard !open.isEmpty else { break }
      words.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        stream.words(firstPath: 0, day: sample, into: base, count: buffer.count)
      }
      var counts = [Int](repeating: 0, count: worlds)
      for word in words.prefix(worlds) { counts[Int(UInt64(word) * UInt64(worlds) >> 32)] += 1 }
      for index in open where !walks[index].holds(counts) { failures[index] += 1 }
    }
    return failures.map { $0 <= mostFailures }
  }

  /// All values of two runs in ascending order.
  ///
  /// With F the share of worlds at or below a value, A dominates B in the first order where F_A ≤ F_B everywhere, in the
  /// second where the integral of F_B − F_A is nowhere negative.
  struct Walk {
    private struct Step {
      let world: Int
      /// 1 for a value of B, −1 for one of A.
      let sign: Int
      /// From the value before.
      let gap: Double
    }

    private let steps: [Step]
    private let isSecondOrder: Bool
    /// Sums of equal areas in another order differ in their last digits.
    private let dust: Double

    init(_ a: [Double], over b: [Double], _ kind: Dominance) {
      let values =
        b.enumerated().map { ($0.element, $0.offset, 1) } + a.enumerated().map { ($0.element, $0.offset, -1) }
      // Of equal values those of B come first: between them the balance means nothing.
      let sorted = values.sorted { ($0.0, -$0.2, $0.1) < ($1.0, -$1.2, $1.1) }
      var last = sorted.first?.0 ?? 0
      steps = sorted.map { value, world, sign in
        defer { last = value }
        return Step(world: world, sign: sign, gap: value - last)
      }
      isSecondOrder = kind == .secondOrder
      dust = values.reduce(0) { $0 + $1.0.magnitude } * 1e-13
    }

    /// - Parameter counts: how often each world was drawn.
    func holds(_ counts: [Int]) -> Bool {
      var balance = 0
      guard isSecondOrder else {
        for step in steps {
          balance += step.sign * counts[step.world]
          if balance < 0 { return false }
        }
        return true
      }
      var area = 0.0
      for step in steps {
        area += Double(balance) * step.gap
        if area < -dust { return false }
        balance += step.sign * counts[step.world]
      }
      return true
    }
  }
}
