package import CRows

/// A named source of random words: each word is a pure function of (seed, name, path, day, index).
///
/// So results depend neither on threads nor on the order of drawing, a new stream changes no other stream's words, and
/// strategies meet the same luck path by path.
///
/// How a draw becomes a Philox counter (key = the seed's 64 bits):
///
/// | word | holds | room |
/// | --- | --- | --- |
/// | 0 | 8·(path / 32) + path % 8 | paths below 2³⁴ |
/// | 1 | day · 4,096 + index | days below 2²⁰, indices below 2¹² |
/// | 2, 3 | the 64-bit identifier of the name | |
///
/// and the path's word of the block is number (path / 8) % 4. One block serves four paths of one stream, and eight
/// neighbouring paths are neighbours in memory. Inside these limits two different draws of one seed never share a word
/// unless two names share an identifier (chance about n²/2⁶⁵ for n names). Outside them, numbers wrap.
package struct Stream: Sendable, Equatable {
  /// Paths come in groups of this size: rows start at a multiple of it and have a multiple of it as length.
  package static let lanes = 32

  package let seed: UInt64
  /// What the name became.
  package let identifier: UInt64

  package init(seed: UInt64, name: String) {
    self.seed = seed
    self.identifier = Self.identifier(of: name)
  }

  /// The words of `count` consecutive paths.
  /// - Parameters:
  ///   - firstPath: a multiple of 32.
  ///   - index: tells draws of one stream on one day apart.
  ///   - count: a multiple of 32; what is left over is not written.
  package func words(
    firstPath: Int, day: Int, index: Int = 0, into words: UnsafeMutablePointer<UInt32>, count: Int
  ) {
    assert(firstPath % Self.lanes == 0 && count % Self.lanes == 0, "rows are made of whole groups of 32 paths")
    let counter = rowCounter(path: firstPath, day: day, index: index)
    Philox4x32.fill(words, groups: count / Self.lanes, counter: counter, key: key)
  }

  /// The word of one path: the same as `words(firstPath:day:index:into:count:)` writes for it.
  package func word(path: Int, day: Int, index: Int = 0) -> UInt32 {
    let block = Philox4x32.block(counter: rowCounter(path: path, day: day, index: index), key: key)
    return block[(path &>> 3) & 3]
  }

  /// All four words of one path's own block, for draws that belong to a single thing such as an order.
  ///
  /// A stream is used either this way or by rows: the two count paths differently. Indices of 2¹² and more go on in the
  /// room of the identifier, as if they were streams of their own.
  package func block(path: Int, day: Int, index: Int) -> SIMD4<UInt32> {
    Philox4x32.block(counter: counter(path: path, day: day, index: index), key: key)
  }

  /// The same of many orders that were placed on a day: the index is the order's number.
  /// - Parameter places: how far beyond the first path that of each lane is; nil: as far as the lane.
  package func draw(
    _ orders: crows_orders, count: Int, firstPath: Int, places: UnsafePointer<UInt32>? = nil, day: Int
  ) {
    withUnsafePointer(to: orders) {
      crows_draw_orders(
        $0, count, UInt32(truncatingIfNeeded: firstPath), places, UInt32(truncatingIfNeeded: day), identifier, key.x,
        key.y)
    }
  }

  private func counter(path: Int, day: Int, index: Int) -> SIMD4<UInt32> {
    let stream = identifier &+ UInt64(truncatingIfNeeded: index &>> 12) &* 0x9E37_79B9_7F4A_7C15
    return SIMD4(
      UInt32(truncatingIfNeeded: path),
      UInt32(truncatingIfNeeded: day) &<< 12 | UInt32(truncatingIfNeeded: index & 0xFFF),
      UInt32(truncatingIfNeeded: stream),
      UInt32(truncatingIfNeeded: stream &>> 32))
  }

  private var key: SIMD2<UInt32> {
    SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
  }

  private func rowCounter(path: Int, day: Int, index: Int) -> SIMD4<UInt32> {
    SIMD4(
      UInt32(truncatingIfNeeded: 8 &* (path &>> 5) &+ (path & 7)),
      UInt32(truncatingIfNeeded: day) &<< 12 | UInt32(truncatingIfNeeded: index & 0xFFF),
      UInt32(truncatingIfNeeded: identifier),
      UInt32(truncatingIfNeeded: identifier &>> 32)
    )
  }

  /// FNV-1a over the UTF-8 bytes (RFC 9923), then MurmurHash3's 64-bit finaliser.
  ///
  /// Swift's own hashes differ from run to run. The finaliser is a bijection, so it merges no names; it spreads a
  /// difference in the last byte, which FNV leaves in a few bits, over the whole identifier.
  static func identifier(of name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    hash = (hash ^ (hash &>> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash &>> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash &>> 33)
  }
}
