/// A pseudo-random permutation of 0 ..< count whose every value can be computed alone, without the others.
///
/// A Feistel network permutes the next power of two (at least 256); a value that leaves the range goes through it again
/// until it is back (cycle walking, less than twice on average from 128 on). Source: Black and Rogaway, "Ciphers with
/// arbitrary finite domains", CT-RSA 2002, doi:10.1007/3-540-45760-7_9.
package struct KeyedPermutation: Sendable, Equatable {
  package let count: Int
  private let keys: [UInt32]
  private let rightBits: UInt64
  private let leftMask: UInt64
  private let rightMask: UInt64

  /// - Parameters:
  ///   - count: from 1 to 2⁴⁰; cut to it.
  ///   - keys: random words, one for each round of the network; eight are plenty.
  package init(count: Int, keys: [UInt32]) {
    let count = min(max(count, 1), 1 << 40)
    self.count = count
    self.keys = keys
    // Halves of fewer bits would mix too few of the possible permutations.
    let bits = max(UInt64(Int.bitWidth - (count - 1).leadingZeroBitCount), 8)
    rightBits = (bits + 1) / 2
    leftMask = 1 << (bits / 2) - 1
    rightMask = 1 << rightBits - 1
  }

  /// Where `index` (in 0 ..< count) goes.
  package func callAsFunction(_ index: Int) -> Int {
    var value = UInt64(truncatingIfNeeded: index)
    repeat { value = network(value) } while value >= UInt64(count)
    return Int(value)
  }

  /// Halves take turns in being mixed into one another; each turn can be undone, whatever the mixing.
  private func network(_ value: UInt64) -> UInt64 {
    var left = value >> rightBits
    var right = value & rightMask
    var intoLeft = true
    for key in keys {
      if intoLeft { left ^= Self.mix(right, key) & leftMask } else { right ^= Self.mix(left, key) & rightMask }
      intoLeft.toggle()
    }
    return left << rightBits | right
  }

  /// MurmurHash3's 32-bit finaliser over value and key.
  private static func mix(_ value: UInt64, _ key: UInt32) -> UInt64 {
    var hash = UInt32(truncatingIfNeeded: value) &* 0x9E37_79B1 &+ key
    hash = (hash ^ (hash >> 16)) &* 0x85EB_CA6B
    hash = (hash ^ (hash >> 13)) &* 0xC2B2_AE35
    return UInt64(hash ^ (hash >> 16))
  }
}
