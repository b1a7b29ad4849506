import Simulation
import Statistics

/// How far two independent samples of one figure are apart, in standard errors.
struct Difference: CustomStringConvertible {
  let figure: String
  let reference: Double
  let engine: Double
  let z: Double
  /// From here on it is not chance: 4 for figures of the whole run; 5 for single months, of which there are hundreds.
  let limit: Double

  var isTooFar: Bool { !(abs(z) < limit) }
  var description: String { "\(figure): reference \(reference), engine \(engine), z \(z)" }
}

/// Engine and reference side by side, figure by figure.
struct Comparison {
  let differences: [Difference]

  /// Each month's means are compared too: a wrong lag only moves money from one to another.
  init(_ reference: ReferenceOutcome, _ engine: Outcome) {
    differences =
      Self.totals.flatMap { Self.total($0, reference, engine) } + Self.ruin(reference, engine)
      + Self.worth(reference, engine) + Self.breakEven(reference, engine)
      + Metric.allCases.flatMap { Self.months($0, reference, engine) }
  }

  var tooFar: [Difference] { differences.filter(\.isTooFar) }

  private static let totals: [Metric] = [
    .closingCash, .lowestCash, .clicks, .orders, .revenue, .refundsAndChargebacks, .refunds, .chargebacks, .lostSales,
    .cancelledOrders, .supplierDownDays, .netProfit, .goodsAndShipping, .other, .released, .supplierPayments,
    .taxPayments, .ownerHours, .candidatesTried, .winners, .testSpend, .withheld, .stock, .owedToSuppliers,
    .owedToState, .owedToOthers, .owedToLenders, .financingCosts, .borrowed, .repaid, .adBalance, .ownerDraws,
  ]

  private static func total(_ metric: Metric, _ reference: ReferenceOutcome, _ engine: Outcome) -> [Difference] {
    spread(metric.name, reference.total(metric), engine.total(metric))
  }

  private static func worth(_ reference: ReferenceOutcome, _ engine: Outcome) -> [Difference] {
    spread("final worth", reference.worlds.map(\.finalWorth), engine.finalWorth)
  }

  /// In which month the money put in is back; 0 in worlds in which it never is.
  private static func breakEven(_ reference: ReferenceOutcome, _ engine: Outcome) -> [Difference] {
    spread("break-even month", reference.worlds.map { Double($0.breakEvenMonth ?? 0) }, engine.breakEvenMonth)
  }

  private static func spread(_ figure: String, _ ours: [Double], _ theirs: [Double]) -> [Difference] {
    [mean("\(figure), mean", ours, theirs, limit: 4)]
      + [0.05, 0.5, 0.95].map { quantile("\(figure), quantile \($0)", ours, theirs, probability: $0) }
  }

  private static func months(_ metric: Metric, _ reference: ReferenceOutcome, _ engine: Outcome) -> [Difference] {
    (0..<reference.months).map { month in
      mean(
        "\(metric.name), month \(month + 1)", reference.monthly(metric, month: month),
        engine.monthly(metric, month: month), limit: 5)
    }
  }

  private static func ruin(_ reference: ReferenceOutcome, _ engine: Outcome) -> [Difference] {
    [(RuinCause.insolvent, "insolvent"), (.starved, "starved")].map { cause, name in
      let ours = Proportion(
        successes: reference.worlds.count { $0.ruinCause == cause }, trials: reference.worlds.count)
      let theirs = Proportion(
        successes: engine.ruinCause.count { Int($0) == cause.rawValue }, trials: engine.paths)
      return share(name, ours, theirs, reference: ours.estimate, engine: theirs.estimate)
    } + [quit(reference, engine)]
  }

  private static func quit(_ reference: ReferenceOutcome, _ engine: Outcome) -> Difference {
    let ours = Proportion(successes: reference.worlds.count { $0.quitDay != nil }, trials: reference.worlds.count)
    let theirs = Proportion(successes: engine.quitDay.count { $0 >= 0 }, trials: engine.paths)
    return share("quit", ours, theirs, reference: ours.estimate, engine: theirs.estimate)
  }
}

extension Comparison {
  /// The spread is taken from both samples together: if they agree it is the same, and rare events that one of the
  /// samples happened to miss do not make its error zero.
  private static func mean(_ figure: String, _ ours: [Double], _ theirs: [Double], limit: Double) -> Difference {
    var pooled = Moments(ours)
    pooled.merge(Moments(theirs))
    let (a, b) = (Moments(ours).mean, Moments(theirs).mean)
    let error = pooled.standardDeviation * (1 / Double(ours.count) + 1 / Double(theirs.count)).squareRoot()
    // Where nothing is left to chance the two may still round differently.
    let rounding = 1e-6 * max(1, abs(a), abs(b))
    let z = abs(a - b) < rounding ? 0 : (a - b) / error
    return Difference(figure: figure, reference: a, engine: b, z: z, limit: limit)
  }

  /// Quantiles agree when the same share of both samples lies at or below them. That is the test by order statistics
  /// seen from the other side, and it also holds for counts and for values that many worlds share.
  ///
  /// Asked at the quantile of either sample, the milder answer counts: at a step of the distribution one of them tells
  /// only that the step is there.
  private static func quantile(
    _ figure: String, _ ours: [Double], _ theirs: [Double], probability: Double
  ) -> Difference {
    let a = Quantiles.of(ours, at: [probability])[0]
    let b = Quantiles.of(theirs, at: [probability])[0]
    let both = [share(figure, ours, theirs, at: a, a, b), share(figure, ours, theirs, at: b, a, b)]
    return abs(both[0].z) > abs(both[1].z) ? both[1] : both[0]
  }

  private static func share(
    _ figure: String, _ ours: [Double], _ theirs: [Double], at value: Double, _ a: Double, _ b: Double
  ) -> Difference {
    let limit = value + 1e-6 * max(1, abs(value))
    let mine = Proportion(successes: ours.count { $0 <= limit }, trials: ours.count)
    let other = Proportion(successes: theirs.count { $0 <= limit }, trials: theirs.count)
    return share(figure, mine, other, reference: a, engine: b)
  }

  private static func share(
    _ figure: String, _ ours: Proportion, _ theirs: Proportion, reference: Double, engine: Double
  ) -> Difference {
    let pooled = Proportion(
      successes: ours.successes + theirs.successes, trials: ours.trials + theirs.trials)
    let p = pooled.estimate
    let error = (p * (1 - p) * (1 / Double(ours.trials) + 1 / Double(theirs.trials))).squareRoot()
    let distance = ours.estimate - theirs.estimate
    return Difference(
      figure: figure, reference: reference, engine: engine, z: distance == 0 ? 0 : distance / error, limit: 4)
  }
}
