import Language

/// Lets a parser that stops at the first repeated key go on, so that all findings are told at once: the key's first
/// character is masked by one that no other key has.
struct DuplicateKeys {
  /// What the parser reads: the source without its byte order mark, keys masked.
  private(set) var text: String
  private let source: Source
  /// What stood at each masked offset.
  private(set) var originals: [Int: Unicode.Scalar] = [:]

  /// Private-use characters, one for each repetition.
  private static let masks: UInt32 = 0xE000

  init(_ source: Source) {
    self.source = source
    text = source.startsWithMark ? String(source.text.unicodeScalars.dropFirst()) : source.text
  }

  /// Masks the key that begins at an offset, or just behind its quote; false when that cannot help.
  mutating func maskKey(at start: Int) -> Bool {
    guard originals.count < YAMLBudget.duplicates, let first = scalar(at: start) else { return false }
    let isQuoted = first == "\"" || first == "'"
    let offset = isQuoted ? start + 1 : start
    // Other marks mean something to the parser: aliases, anchors, tags, escapes.
    guard originals[offset] == nil, let original = scalar(at: offset), original.isNamePart,
      let mask = Unicode.Scalar(Self.masks + UInt32(originals.count))
    else { return false }
    originals[offset] = original
    remask(offset, mask)
    return true
  }

  private func scalar(at offset: Int) -> Unicode.Scalar? {
    source.fragment(SourceSpan(offset, offset + 4)).text.unicodeScalars.first
  }

  /// Offsets in the masked text differ from those in the source, characters do not.
  private mutating func remask(_ offset: Int, _ mask: Unicode.Scalar) {
    let position =
      source.fragment(SourceSpan(0, offset)).text.unicodeScalars.count - (source.startsWithMark ? 1 : 0)
    var scalars = text.unicodeScalars
    let index = scalars.index(scalars.startIndex, offsetBy: position)
    scalars.replaceSubrange(index...index, with: CollectionOfOne(mask))
    text = String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isNamePart: Bool { properties.isAlphabetic || ("0"..."9").contains(self) || self == "_" }
}
