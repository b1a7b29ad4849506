import Assets

/// A text file that the program carries with it, so that it needs none beside it.
package enum Asset {
  /// The text of a file in `Sources/Assets`, by its path there, such as `presets/ads.yaml`; nil where there is none.
  package static func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  static func bytes(_ name: String) -> [UInt8]? {
    guard let asset = asset_named(name) else { return nil }
    return Array(UnsafeBufferPointer(start: asset.pointee.bytes, count: asset.pointee.count))
  }
}
