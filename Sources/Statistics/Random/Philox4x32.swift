import CRows

/// The counter-based generator Philox 4x32: a keyed bijection of 128-bit counters whose output passes as random.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC '11,
/// doi:10.1145/2063384.2063405. Ten rounds are the authors' default; seven are the fewest that pass BigCrush.
package enum Philox4x32 {
  static let multiplier0: UInt64 = 0xD251_1F53
  static let multiplier1: UInt64 = 0xCD9E_8D57
  /// The key grows by these each round: the golden ratio and √3 − 1, as 32-bit fractions.
  static let weyl0: UInt32 = 0x9E37_79B9
  static let weyl1: UInt32 = 0xBB67_AE85

  /// Four 32-bit words for one counter.
  package static func block(
    counter: SIMD4<UInt32>, key: SIMD2<UInt32>, rounds: Int = 10
  ) -> SIMD4<UInt32> {
    var state = Lanes(counter.x, counter.y, counter.z, counter.w)
    state.rounds(key, rounds)
    return SIMD4(state.word0, state.word1, state.word2, state.word3)
  }

  /// Words for consecutive counters, ten rounds, in groups of eight counters = 32 words.
  ///
  /// Within a group, word k of counter j stands at 8·k + j: eight counters fill eight neighbouring places, which is what
  /// vector registers hold.
  /// - Parameters:
  ///   - counter: the first counter; only its first word counts on, and it wraps.
  ///   - groups: how many groups of 32 words to write to `words`.
  static func fill(
    _ words: UnsafeMutablePointer<UInt32>, groups: Int, counter: SIMD4<UInt32>, key: SIMD2<UInt32>
  ) {
    crows_philox(words, groups, counter.x, counter.y, counter.z, counter.w, key.x, key.y)
  }

  /// The four words of one counter, each in the low half of a 64-bit lane; the high halves hold left-overs of the
  /// products.
  private struct Lanes {
    private var a, b, c, d: UInt64

    @inline(__always)
    init(_ word0: UInt32, _ word1: UInt32, _ word2: UInt32, _ word3: UInt32) {
      (a, b, c, d) = (UInt64(word0), UInt64(word1), UInt64(word2), UInt64(word3))
    }

    @inline(__always)
    mutating func rounds(_ key: SIMD2<UInt32>, _ count: Int = 10) {
      var key0 = key.x
      var key1 = key.y
      for _ in 0..<count {
        round(key0, key1)
        key0 = key0 &+ weyl0
        key1 = key1 &+ weyl1
      }
    }

    @inline(__always)
    private mutating func round(_ key0: UInt32, _ key1: UInt32) {
      let product0 = (a & 0xFFFF_FFFF) &* multiplier0
      let product1 = (c & 0xFFFF_FFFF) &* multiplier1
      a = (product1 &>> 32) ^ b ^ UInt64(key0)
      b = product1
      c = (product0 &>> 32) ^ d ^ UInt64(key1)
      d = product0
    }

    var word0: UInt32 { @inline(__always) get { UInt32(truncatingIfNeeded: a) } }
    var word1: UInt32 { @inline(__always) get { UInt32(truncatingIfNeeded: b) } }
    var word2: UInt32 { @inline(__always) get { UInt32(truncatingIfNeeded: c) } }
    var word3: UInt32 { @inline(__always) get { UInt32(truncatingIfNeeded: d) } }
  }
}
