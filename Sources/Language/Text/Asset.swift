import Assets

/// A text file that the program carries with it, so that it needs none beside it.
package enum Asset {
  /// The text of a file in `Sources/Assets`, by its path there, such as `presets/ads.yaml`; nil where there is none.
  package static func text(_ name: String) -> String? {
    guard let asset = asset_named(name) else { return nil }
    return String(
      decoding: UnsafeBufferPointer(start: asset.pointee.bytes, count: asset.pointee.count), as: UTF8.self)
  }
}
