/// The texts of one language by their English ones: a gettext file (`.po`), read where it stands. To begin with its keys
/// are counted over once; a text is read when it is asked for.
package struct TextCatalogue: Sendable {
  /// A text with its translation.
  package struct Message: Hashable, Sendable {
    /// Tells apart what is the same in English; mostly empty.
    package let context: String
    package let english: String
    package let translation: String
  }

  private let file: [UInt8]
  /// Where the message begins whose key has this hash.
  private let places: [UInt64: Int]

  package init(_ file: [UInt8]) {
    self.file = file
    var places = [UInt64: Int](minimumCapacity: file.count / 64)
    var start: Int?
    var key = KeyHash()
    for line in MessageLines(file) {
      if line.beginsMessage {
        start = line.start
        key = KeyHash()
      }
      switch line.field {
      case .context: file.forEachUnescaped(in: line.content) { key.append($0) }
      case .english:
        if line.beginsField { key.endContext() }
        file.forEachUnescaped(in: line.content) { key.append($0) }
      case .translation, .plural:
        if let start { places[key.value] = start }
        start = nil
      }
    }
    self.places = places
  }

  /// The text for an English one; nil where there is none.
  package subscript(english: String, context context: String = "") -> String? {
    // The message without a text is the head of the file.
    if english.isEmpty { return nil }
    var key = KeyHash()
    for byte in context.utf8 { key.append(byte) }
    key.endContext()
    for byte in english.utf8 { key.append(byte) }
    guard let place = places[key.value] else { return nil }
    let found = message(at: place)
    return found.english == english && found.context == context ? found.translation : nil
  }

  /// Every message, in the order of the file.
  package var messages: [Message] { places.values.sorted().map(message).filter { !$0.english.isEmpty } }

  private func message(at place: Int) -> Message {
    var context: [UInt8] = []
    var english: [UInt8] = []
    var translation: [UInt8] = []
    for line in MessageLines(file, from: place) {
      if line.beginsMessage, line.start > place { break }
      switch line.field {
      case .context: file.forEachUnescaped(in: line.content) { context.append($0) }
      case .english: file.forEachUnescaped(in: line.content) { english.append($0) }
      case .translation(form: 0): file.forEachUnescaped(in: line.content) { translation.append($0) }
      case .translation, .plural: break
      }
    }
    return Message(
      context: String(decoding: context, as: UTF8.self), english: String(decoding: english, as: UTF8.self),
      translation: String(decoding: translation, as: UTF8.self))
  }
}

/// A hash of a message's key, taken byte by byte (FNV-1a).
private struct KeyHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func append(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// As gettext parts context and text.
  mutating func endContext() { append(4) }
}
