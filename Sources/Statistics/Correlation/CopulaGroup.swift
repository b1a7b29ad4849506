/// A set of parameters that are correlated with one another and with no other.
struct CopulaGroup: Sendable {
  private let kind: CopulaKind
  /// Places of the parameters, ascending.
  let members: [Int]
  /// The correlations of the normals, repaired where they had to be; nil of a t copula.
  let matrix: SymmetricMatrix?
  /// Rows of the factor L: normals z with unit variance become L z, whose first entry is z's own.
  private let rows: [[Double]]
  private let stream: Stream

  /// - Parameter repairs: gets the pairs of the group if their correlations cannot all hold.
  init(members: [Int], pairs: [RankCorrelation], stream: Stream, repairs: inout [Copula.Repair]) {
    let kind: CopulaKind = pairs.contains(where: \.crashTogether) ? .studentT : .gaussian
    let asked = SymmetricMatrix(count: members.count) { i, j in
      i == j ? 1 : Self.rho(members[i], members[j], pairs)
    }
    let wanted = SymmetricMatrix(count: members.count) { kind.normalCorrelation(rho: asked[$0, $1]) }
    (self.kind, self.members, self.stream) = (kind, members, stream)
    if let rows = wanted.choleskyRows() {
      self.rows = rows
      matrix = kind == .gaussian ? wanted : nil
      return
    }
    let nearest = wanted.nearestCorrelation()
    // It has a factor: every eigenvalue has been lifted above 0.
    rows = nearest.choleskyRows() ?? []
    matrix = kind == .gaussian ? nearest : nil
    for i in members.indices {
      for j in members.indices where i < j {
        repairs.append(
          Copula.Repair(
            first: members[i], second: members[j], asked: asked[i, j],
            became: kind.rho(normalCorrelation: nearest[i, j])))
      }
    }
  }

  private static func rho(_ a: Int, _ b: Int, _ pairs: [RankCorrelation]) -> Double {
    pairs.first { ($0.first, $0.second) == (a, b) || ($0.first, $0.second) == (b, a) }?.rho ?? 0
  }

  /// Correlates one path: member j's uniform stands at `uniforms + members[j] * stride`. The first is only read.
  func correlate(_ uniforms: UnsafeMutablePointer<Double>, stride: Int, path: Int) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: members.count) { normals in
      let scale = fill(normals, from: uniforms, stride: stride, path: path)
      for (j, row) in rows.enumerated().dropFirst() {
        var sum = 0.0
        for k in row.indices {
          sum += row[k] * normals[k]
        }
        let uniform = kind == .gaussian ? Normal.cdf(sum) : StudentT4.cdf(scale * sum)
        uniforms[members[j] * stride] = min(max(uniform, 0x1p-53), 1 - 0x1p-53)
      }
    }
  }

  /// Writes the independent normals and gives what they are to be multiplied with: 1, or for the t copula √(4/W) with W
  /// of chi-square law with 4 degrees of freedom.
  ///
  /// So that the first member keeps its uniform, its t is given and W is drawn from its law given t: W · (1 + t²/4) has
  /// 5 degrees of freedom. Source: Ding, "On the conditional distribution of the multivariate t distribution", The
  /// American Statistician 70 (2016), doi:10.1080/00031305.2016.1164756.
  private func fill(
    _ normals: UnsafeMutableBufferPointer<Double>, from uniforms: UnsafeMutablePointer<Double>, stride: Int, path: Int
  ) -> Double {
    for (j, member) in members.enumerated() {
      normals[j] = Normal.quantile(uniforms[member * stride])
    }
    guard kind == .studentT else { return 1 }
    let t = StudentT4.quantile(uniforms[members[0] * stride])
    let scale = Elementary.squareRoot((4 + t * t) / chiSquare5(path: path))
    normals[0] = t / scale
    return scale
  }

  /// −2 ln(u₁u₂) + Z²: four degrees of freedom from two exponentials, one from a squared normal.
  private func chiSquare5(path: Int) -> Double {
    let words = stream.block(path: path, day: 0, index: 0)
    let normal = Normal.quantile(Uniform.double(words.z))
    return -2 * Elementary.log(Uniform.double(words.x) * Uniform.double(words.y)) + normal * normal
  }
}
