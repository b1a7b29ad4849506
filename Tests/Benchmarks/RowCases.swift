import CRows

/// The rows the engine spends its time in: nanoseconds per element, in both builds.
enum RowCases {
  private static let count = 2_048

  static var figure: Figure {
    let rows = Rows()
    var members: [(String, Figure)] = []
    for isBase in [false, true] {
      crows_use_base(isBase)
      let figures = rows.cases.map { ($0.name, Figure.number(fastest($0.work), digits: 2)) }
      members.append((String(cString: crows_build()), .object(figures)))
    }
    crows_use_base(false)
    return .object(members)
  }

  /// The least of many rounds: what the machine can do when nobody else wants it.
  private static func fastest(_ work: () -> Void) -> Double {
    var least = Double.infinity
    for _ in 0..<31 {
      let start = ContinuousClock.now
      for _ in 0..<8 { work() }
      least = min(least, (ContinuousClock.now - start) / .nanoseconds(1) / Double(8 * count))
    }
    return least
  }

  /// Rows that the cases share.
  private final class Rows {
    private let words = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    private let more = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    private let inputs: [UnsafeMutablePointer<Float>]
    private let results = UnsafeMutablePointer<Float>.allocate(capacity: count)
    private let others = UnsafeMutablePointer<Float>.allocate(capacity: count)

    init() {
      crows_philox(words, count / 32, 1, 2, 3, 4, 5, 6)
      crows_philox(more, count / 32, 7, 2, 3, 4, 5, 6)
      inputs = ([0.05, 1, 3, 30, 0.02] as [Float]).map { value in
        let row = UnsafeMutablePointer<Float>.allocate(capacity: count)
        row.initialize(repeating: value, count: count)
        return row
      }
      results.initialize(repeating: 0, count: count)
      others.initialize(repeating: 0, count: count)
    }

    var cases: [(name: String, work: () -> Void)] {
      let (words, more, inputs, results, others) = (words, more, inputs, results, others)
      return [
        ("philox word", { crows_philox(results.words, count / 32, 1, 2, 3, 4, 5, 6) }),
        ("exp", { crows_exp(inputs[1], results, count) }),
        ("log", { crows_log(inputs[1], results, count) }),
        ("pair of normals", { crows_normals(words, more, results, others, count) }),
        ("normal quantile", { crows_normal_quantiles(words, results, count) }),
        ("poisson, mean 0.05", { crows_poisson(inputs[0], words, results, count) }),
        ("poisson, mean 1", { crows_poisson(inputs[1], words, results, count) }),
        ("poisson, mean 3", { crows_poisson(inputs[2], words, results, count) }),
        ("poisson, mean 30", { crows_poisson(inputs[3], words, results, count) }),
        ("binomial, 3 of 0.02", { crows_binomial(inputs[2], inputs[4], words, results, count) }),
        ("binomial, 30 of 0.05", { crows_binomial(inputs[3], inputs[0], words, results, count) }),
      ]
    }
  }
}

extension UnsafeMutablePointer<Float> {
  /// The same memory as words.
  fileprivate var words: UnsafeMutablePointer<UInt32> {
    UnsafeMutableRawPointer(self).assumingMemoryBound(to: UInt32.self)
  }
}
