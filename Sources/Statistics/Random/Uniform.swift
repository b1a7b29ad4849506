/// Random words as numbers strictly between 0 and 1: the midpoints of equal cells, so that neither end is ever met.
package enum Uniform {
  /// (⌊word / 2⁹⌋ + ½) · 2⁻²³, exact: a float has no room for a finer midpoint near 1.
  @inlinable @inline(__always)
  package static func float(_ word: UInt32) -> Float {
    Float(Int32(bitPattern: word &>> 9)) * 0x1p-23 + 0x1p-24
  }

  /// (word + ½) · 2⁻³², exact.
  @inlinable @inline(__always)
  package static func double(_ word: UInt32) -> Double {
    // The word becomes the low bits of 2⁵²: the conversion that vector units without AVX-512 lack.
    (Double(bitPattern: 0x4330_0000_0000_0000 | UInt64(word)) - 0x1p52) * 0x1p-32 + 0x1p-33
  }

  /// (⌊(high · 2³² + low) / 2¹²⌋ + ½) · 2⁻⁵², exact: a double has no room for a finer midpoint near 1.
  @inline(__always)
  package static func double(high: UInt32, low: UInt32) -> Double {
    Double(UInt64(high) << 20 | UInt64(low >> 12)) * 0x1p-52 + 0x1p-53
  }
}
