import CRows

/// The rows the engine spends its time in: nanoseconds per element, in both builds.
enum RowCases {
  private static let count = 2_048

  /// What the yardstick calls the same draws, and how many of them one of ours is. Its Poisson functions get one mean for
  /// all elements, ours one for each.
  private static let same: [(ours: String, theirs: String, times: Double)] = [
    ("philox word", "Philox4x32-10 word, vector (wide form)", 1), ("exp", "exp float", 1), ("log", "log float", 1),
    ("pair of normals", "normal, Box-Muller float vector", 2),
    ("normal quantile", "normal, inverse CDF Giles float vector", 1),
    ("poisson, mean 3", "Poisson(3), sequential inversion vector", 1),
    ("poisson, mean 30", "Poisson(50), quantile expansion float vector", 1),
  ]

  static func figure(yardstick: Yardstick?) -> Figure {
    let rows = Rows()
    var members: [(String, Figure)] = []
    var fast: [String: Double] = [:]
    for isBase in [false, true] {
      crows_use_base(isBase)
      let figures = rows.cases.map { ($0.name, fastest($0.work)) }
      if !isBase { fast = Dictionary(figures) { $1 } }
      members.append((String(cString: crows_build()), .object(figures.map { ($0, .number($1, digits: 2)) })))
    }
    crows_use_base(false)
    if let theirs = yardstick?.nanosecondsPerDraw() {
      let pairs = same.compactMap { name, other, times in theirs[other].map { (name, $0 * times) } }
      members.append(("yardstick", .object(pairs.map { ($0, .number($1, digits: 2)) })))
      members.append(("times_yardstick", .object(pairs.map { ($0, .number((fast[$0] ?? .nan) / $1, digits: 2)) })))
    }
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
