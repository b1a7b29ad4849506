import CRows

extension Uniform {
  /// `float(_:)` for a row. The rows must not overlap.
  package static func row(
    words: UnsafePointer<UInt32>, into uniforms: UnsafeMutablePointer<Float>, count: Int
  ) {
    crows_uniform(words, uniforms, count)
  }
}
