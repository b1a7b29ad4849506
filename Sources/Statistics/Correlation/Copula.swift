/// Correlates the uniforms of parameters, path by path, without touching their laws.
///
/// Parameters that are linked by correlations, directly or through others, form a group. What holds:
/// - Parameters in no correlation, and the first of each group (in order of place), keep their uniforms bit for bit. So
///   do all laws: equal uniforms give equal values, and each parameter's uniforms stay uniform.
/// - The other members of a group get new uniforms, each a function of the group's uniforms of the same path alone.
///   Path k is therefore the same in a run of any size (if sampling is), and no run has to be complete to be
///   correlated. The price: a correlated parameter's set of draws is not the one it would have alone, and the even
///   slices of a Latin hypercube are kept only by the parameters that keep their uniforms. (Reordering a whole run,
///   after Iman and Conover, 1982, keeps the set and loses the rest.)
/// - Pairs of a group that nobody named have correlation 0 unless the matrix had to be repaired.
package struct Copula: Sendable {
  /// A correlation that had to give way: no joint law has all the correlations asked for.
  package struct Repair: Sendable, Equatable {
    package let first: Int
    package let second: Int
    /// Spearman's ρ as asked, 0 for a pair that nobody named.
    package let asked: Double
    /// Spearman's ρ of the nearest possible matrix.
    package let became: Double
  }

  /// Every pair of the groups that were repaired, in order.
  package let repairs: [Repair]
  private let groups: [CopulaGroup]

  /// The members of each group with the correlations of their normals; nil for a group that crashes together.
  var matrices: [(members: [Int], matrix: SymmetricMatrix?)] { groups.map { ($0.members, $0.matrix) } }

  /// - Parameters:
  ///   - names: the parameters' names, as of `ParameterPoints`.
  ///   - pairs: each pair of places at most once. One `crashTogether` makes the whole group's copula a t copula.
  package init(
    seed: UInt64, names: [String], pairs: [RankCorrelation]
  ) throws(CorrelationError) {
    try Self.check(pairs, names)
    var repairs: [Repair] = []
    groups = Self.components(pairs, count: names.count).map { members in
      CopulaGroup(
        members: members, pairs: pairs.filter { members.contains($0.first) },
        stream: Stream(seed: seed, name: "correlation \(names[members[0]])"), repairs: &repairs)
    }
    self.repairs = repairs
  }

  /// Correlates the columns of `count` consecutive paths in place.
  /// - Parameter uniforms: parameter j's stand from `uniforms + j * stride` on.
  package func correlate(
    _ uniforms: UnsafeMutablePointer<Double>, stride: Int, firstPath: Int, count: Int
  ) {
    for group in groups {
      for i in 0..<count {
        group.correlate(uniforms + i, stride: stride, path: firstPath + i)
      }
    }
  }

  private static func check(_ pairs: [RankCorrelation], _ names: [String]) throws(CorrelationError) {
    for (index, pair) in pairs.enumerated() {
      guard names.indices.contains(pair.first), names.indices.contains(pair.second) else {
        throw CorrelationError(message: "a correlation names a parameter that is not there")
      }
      let (first, second) = (names[pair.first], names[pair.second])
      guard pair.first != pair.second else {
        throw CorrelationError(message: "\(first) cannot be correlated with itself")
      }
      guard pair.rho.magnitude <= 1 else {
        let rho = LawError.plain(pair.rho)
        throw CorrelationError(
          message: "the correlation of \(first) and \(second) must lie between -1 and 1, not \(rho)")
      }
      let isRepeated = pairs[..<index].contains { Set([$0.first, $0.second]) == Set([pair.first, pair.second]) }
      guard !isRepeated else {
        throw CorrelationError(message: "the correlation of \(first) and \(second) is given twice")
      }
    }
  }

  /// The groups, each with its members in ascending order.
  private static func components(_ pairs: [RankCorrelation], count: Int) -> [[Int]] {
    var root = Array(0..<count)
    for pair in pairs {
      let (a, b) = (root[pair.first], root[pair.second])
      for place in root.indices where root[place] == max(a, b) {
        root[place] = min(a, b)
      }
    }
    return (0..<count).map { first in (0..<count).filter { root[$0] == first } }.filter { $0.count > 1 }
  }
}
