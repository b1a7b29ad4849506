/// Draws some parameters of a path anew, given the others: from their law when these are known.
///
/// In a Gaussian group with the matrix R the normals of those that are drawn anew, given those that are kept, have the mean
/// R_CK R_KK⁻¹ z_K and the covariance R_CC − R_CK R_KK⁻¹ R_KC. Both come of themselves from Cholesky's factor of R with the
/// kept ones first: what is kept says its own independent normals, and the fresh ones stand in the places behind them. A
/// group that crashes together has no such law in one step: it is kept or drawn anew as a whole.
package struct ConditionalCopula: Sendable {
  /// The groups of a Gaussian copula.
  private let groups: [Group]
  /// The members of each group that crashes together.
  package let wholes: [[Int]]

  private struct Group: Sendable {
    let members: [Int]
    /// By which members are kept, a bit each: Cholesky's rows with these first, and the order they are in.
    let factors: [(order: [Int], rows: [[Double]])]
  }

  /// Beyond so many members the factors of all subsets would fill the memory; such a group is kept or drawn as a whole.
  private static let mostMembers = 12

  package init(_ copula: Copula?) {
    var groups: [Group] = []
    var wholes: [[Int]] = []
    for (members, matrix) in copula?.matrices ?? [] {
      guard let matrix, members.count <= Self.mostMembers else {
        wholes.append(members)
        continue
      }
      let factors = (0..<(1 << members.count)).map { kept in
        let order = members.indices.filter { kept & (1 << $0) != 0 } + members.indices.filter { kept & (1 << $0) == 0 }
        let sorted = SymmetricMatrix(count: members.count) { matrix[order[$0], order[$1]] }
        return (order: order, rows: sorted.choleskyRows() ?? [])
      }
      groups.append(Group(members: members, factors: factors))
    }
    self.groups = groups
    self.wholes = wholes
  }

  /// - Parameters:
  ///   - own: the path's uniforms, correlated.
  ///   - raw: another path's, as they are drawn; `whole`: the same, correlated.
  ///   - keeps: which parameters stay; of a group that crashes together all or none.
  /// - Returns: the uniforms, those that stay bit for bit.
  package func redrawn(_ own: [Double], raw: [Double], whole: [Double], keeps: [Bool]) -> [Double] {
    var uniforms = own
    for place in own.indices where !keeps[place] { uniforms[place] = whole[place] }
    for group in groups {
      var kept = 0
      for (index, member) in group.members.enumerated() where keeps[member] { kept |= 1 << index }
      // With none kept the other path's are right as they are.
      guard kept != 0, kept != (1 << group.members.count) - 1 else { continue }
      let (order, rows) = group.factors[kept]
      guard rows.count == order.count else { continue }
      var normals: [Double] = []
      for (place, index) in order.enumerated() {
        let (member, row) = (group.members[index], rows[place])
        let before = (0..<place).reduce(0.0) { $0 + row[$1] * normals[$1] }
        if keeps[member] {
          let z = Normal.quantile(own[member])
          normals.append(row[place] > 0 ? (z - before) / row[place] : 0)
        } else {
          normals.append(Normal.quantile(raw[member]))
          let uniform = Normal.cdf(before + row[place] * normals[place])
          uniforms[member] = min(max(uniform, 0x1p-53), 1 - 0x1p-53)
        }
      }
    }
    return uniforms
  }
}
