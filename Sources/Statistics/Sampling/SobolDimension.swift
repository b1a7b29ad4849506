/// Points that fill the unit cube evenly: each dimension of the first 2ᵏ points holds one in every interval of width
/// 2⁻ᵏ.
///
/// Source: Sobol', USSR Computational Mathematics and Mathematical Physics 7 (1967), doi:10.1016/0041-5553(67)90144-9;
/// direction numbers of Joe and Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM
/// Journal on Scientific Computing 30 (2008), doi:10.1137/070709359. Scrambled after Owen by hashing: Burley,
/// "Practical hash-based Owen scrambling", Journal of Computer Graphics Techniques 9 (2020).
package struct SobolDimension: Sendable, Equatable {
  /// How many dimensions the table of direction numbers holds.
  package static let most = JoeKuo.rows.count + 1

  /// Direction numbers, the first bit of the index first.
  private let directions: [UInt32]

  /// - Parameter dimension: in 0 ..< `most`.
  package init(_ dimension: Int) {
    guard dimension > 0 else {
      directions = (0..<32).map { 1 << (31 - $0) }
      return
    }
    let row = JoeKuo.rows[dimension - 1]
    let degree = row.initial.count
    var directions = row.initial.enumerated().map { UInt32($1) << (31 - UInt32($0)) }
    // The recurrence of the primitive polynomial, whose inner coefficients are the bits of `coefficients`.
    for k in degree..<32 {
      var next = directions[k - degree] ^ (directions[k - degree] >> UInt32(degree))
      for i in 1..<degree where (row.coefficients >> (degree - 1 - i)) & 1 == 1 {
        next ^= directions[k - i]
      }
      directions.append(next)
    }
    self.directions = directions
  }

  /// The coordinate of a point, as a fraction of 2³². Points are counted in the natural binary order.
  package func word(_ index: UInt32) -> UInt32 {
    var word: UInt32 = 0
    var rest = index
    var bit = 0
    while rest != 0 {
      if rest & 1 == 1 { word ^= directions[bit] }
      rest >>= 1
      bit += 1
    }
    return word
  }

  /// Exchanges the halves of random intervals of every size: keeps how evenly the points lie, and makes each of them
  /// uniform.
  ///
  /// Laine and Karras' hash lets bits influence only higher ones; on the reversed word that is what Owen asks for.
  package static func scrambled(_ word: UInt32, key: UInt32) -> UInt32 {
    var hash = reversed(word) &+ key
    hash ^= hash &* 0x6C50_B47C
    hash ^= hash &* 0xB82F_1E52
    hash ^= hash &* 0xC7AF_E638
    hash ^= hash &* 0x8D22_F6E6
    return reversed(hash)
  }

  private static func reversed(_ word: UInt32) -> UInt32 {
    var bits = word.byteSwapped
    bits = (bits & 0x0F0F_0F0F) << 4 | (bits >> 4) & 0x0F0F_0F0F
    bits = (bits & 0x3333_3333) << 2 | (bits >> 2) & 0x3333_3333
    return (bits & 0x5555_5555) << 1 | (bits >> 1) & 0x5555_5555
  }
}
