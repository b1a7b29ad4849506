import Language

/// Why a file cannot be changed in place.
package struct CannotKeep: Error, Equatable, Sendable {
  /// What it is that stands in the way.
  package let reason: String

  package init(reason: String) { self.reason = reason }
}

/// The text of a YAML file, changed where it has to be and nowhere else: comments, order and spelling stay.
///
/// Every edit finds its place anew in the parsed text. The edits know the usual spellings; what they make of unusual ones is
/// checked by who uses them, by reading the result.
package struct YAMLText {
  package private(set) var text: String
  private var root: YAMLValue
  private var bytes: [UInt8]

  package init(_ text: String) throws(CannotKeep) {
    self.text = text
    bytes = Array(text.utf8)
    root = try Self.parsed(text)
  }

  private static func parsed(_ text: String) throws(CannotKeep) -> YAMLValue {
    do throws(FindingsError) {
      return try YAMLValue.parse(Source(name: "", text: text))
    } catch {
      throw CannotKeep(reason: say("the text would no longer be YAML"))
    }
  }

  // MARK: Edits

  /// Gives a key its value, where it stands or, if it is not given yet, behind the last of its siblings.
  package mutating func set(_ keys: [String], to node: YAMLNode) throws(CannotKeep) {
    let trail = trail(of: keys)
    if trail.count == keys.count, let last = trail.last {
      return try replace(last, by: node, insideBraces: isInsideBraces(trail), keys)
    }
    let rest = keys[trail.count...]
    guard let first = rest.first else { return }
    // Parts that are not begun yet are begun.
    let whole = rest.dropFirst().reversed().reduce(node) { YAMLNode.mapping([($1, $0)]) }
    try insert(first, whole, into: trail, keys)
  }

  /// Gives a key another list: further items go behind those that stay, else the list is written anew.
  package mutating func setList(_ keys: [String], from old: [String], to items: [String]) throws(CannotKeep) {
    let trail = trail(of: keys)
    guard trail.count == keys.count, let pair = trail.last else { return try set(keys, to: .list(items)) }
    if byte(pair.value.span.start) == UInt8(ascii: "["), let end = endOfBracket(from: pair.value.span.start) {
      return try apply(pair.value.span.start, end, YAMLNode.list(items).flow)
    }
    guard case .sequence = pair.value.content, !old.isEmpty, items.starts(with: old) else {
      try remove(keys, withComment: false)
      if !items.isEmpty { try set(keys, to: .list(items)) }
      return
    }
    let indent = indent(lineRange(at: pair.value.span.start))
    let lines = items.dropFirst(old.count).map { YAMLNode.item($0, indent: indent) }
    try insert(lines, behind: lineRange(ofBlock: pair))
  }

  /// Takes a key out, with its value and, in a file of one key a line, the comment right above it.
  package mutating func remove(_ keys: [String], withComment: Bool = true) throws(CannotKeep) {
    let trail = trail(of: keys)
    guard trail.count == keys.count, let pair = trail.last else { return }
    if isInsideBraces(trail) {
      try removeFromBraces(pair, keys)
    } else {
      var lines = lineRange(ofBlock: pair)
      while withComment, let above = line(before: lines.lowerBound), isComment(above), indent(above) == indent(lines) {
        lines = above.lowerBound..<lines.upperBound
      }
      try apply(lines.lowerBound, lines.upperBound, "")
    }
  }

  package mutating func rename(_ keys: [String], to name: String) throws(CannotKeep) {
    let trail = trail(of: keys)
    guard trail.count == keys.count, let key = trail.last?.key else { return }
    let (start, end) = try range(ofScalar: key, keys)
    try apply(start, end, YAMLNode.quoted(name, insideBraces: isInsideBraces(trail)))
  }

  // MARK: Finding

  private typealias Pair = (key: YAMLValue, value: YAMLValue)

  /// The pairs that lead to a key, as far as they are there.
  private func trail(of keys: [String]) -> [Pair] {
    var trail: [Pair] = []
    var value = root
    for key in keys {
      guard case .mapping(let pairs) = value.content,
        let pair = pairs.first(where: { $0.key.fragment?.text == key })
      else { break }
      trail.append(pair)
      value = pair.value
    }
    return trail
  }

  private func isInsideBraces(_ trail: [Pair]) -> Bool {
    isBraces(root) || trail.dropLast().contains { isBraces($0.value) }
  }

  private func isBraces(_ value: YAMLValue) -> Bool {
    guard case .mapping = value.content else { return false }
    return byte(value.span.start) == UInt8(ascii: "{")
  }

  private func byte(_ offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  /// From the first byte of a scalar to behind its last, quotes among them.
  private func range(ofScalar value: YAMLValue, _ keys: [String]) throws(CannotKeep) -> (Int, Int) {
    guard case .scalar(let text) = value.content else { throw cannot(keys, say("is not a single value in the file")) }
    if value.isQuoted {
      let start = value.span.start - 1
      guard let mark = byte(start), mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"),
        let end = endOfQuote(from: start, mark)
      else { throw cannot(keys, say("is quoted in an unusual way")) }
      return (start, end)
    }
    let end = value.span.start + text.utf8.count
    guard end <= bytes.count, bytes[value.span.start..<end].elementsEqual(text.utf8) else {
      throw cannot(keys, say("spans several lines, or is part of an alias"))
    }
    return (value.span.start, end)
  }

  private func endOfQuote(from start: Int, _ mark: UInt8) -> Int? {
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] == mark {
        guard mark == UInt8(ascii: "'"), byte(index + 1) == mark else { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Behind the bracket that closes the one at `start`.
  private func endOfBracket(from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = endOfQuote(from: index, bytes[index]) else { return nil }
        index = end - 1
      case UInt8(ascii: "#"):
        while index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "\n") { index += 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  private func cannot(_ keys: [String], _ reason: String) -> CannotKeep {
    CannotKeep(reason: "\(keys.joined(separator: ".")) \(reason)")
  }

  // MARK: Changing

  private mutating func apply(_ start: Int, _ end: Int, _ replacement: String) throws(CannotKeep) {
    bytes.replaceSubrange(start..<max(start, end), with: Array(replacement.utf8))
    text = String(decoding: bytes, as: UTF8.self)
    root = try Self.parsed(text)
  }

  private mutating func replace(
    _ pair: Pair, by node: YAMLNode, insideBraces: Bool, _ keys: [String]
  ) throws(CannotKeep) {
    let written: String
    switch node {
    case .scalar(let text): written = YAMLNode.quoted(text, insideBraces: insideBraces)
    case .raw(let text): written = text
    case .mapping, .list, .lines: throw cannot(keys, say("is a group of settings, not a single value"))
    }
    if case .sequence = pair.value.content {
      guard byte(pair.value.span.start) == UInt8(ascii: "["), let end = endOfBracket(from: pair.value.span.start) else {
        throw cannot(keys, say("is a list with one item per line"))
      }
      return try apply(pair.value.span.start, end, written)
    }
    if case .scalar("") = pair.value.content, !pair.value.isQuoted {
      // `key:` and nothing behind it.
      let (_, end) = try range(ofScalar: pair.key, keys)
      guard byte(end) == UInt8(ascii: ":") else {
        throw cannot(keys, say("has no value, and no colon directly after its name"))
      }
      return try apply(end + 1, end + 1, " " + written)
    }
    let (start, end) = try range(ofScalar: pair.value, keys)
    try apply(start, end, written)
  }

  private mutating func insert(
    _ key: String, _ node: YAMLNode, into trail: [Pair], _ keys: [String]
  ) throws(CannotKeep) {
    let parent = trail.last?.value ?? root
    if isBraces(parent) {
      let start = parent.span.start + 1
      guard let end = endOfBracket(from: start - 1) else {
        throw cannot(keys, say("belongs between braces that are not closed"))
      }
      let isEmpty = bytes[start..<(end - 1)].allSatisfy { $0 <= 32 }
      let pair = "\(YAMLNode.quoted(key, insideBraces: true)): \(node.flow)"
      return try apply(start, start, pair + (isEmpty ? "" : ", "))
    }
    if isInsideBraces(trail) {
      throw cannot(keys, say("belongs in an empty part inside braces { }, and nothing can be added there"))
    }
    switch parent.content {
    case .mapping(let pairs):
      guard let first = pairs.first, let last = pairs.last else { return }
      let block = node.block(key, indent: indent(lineRange(at: first.key.span.start)))
      try insert(block, behind: lineRange(ofBlock: last))
    case .scalar(""):
      guard let opened = trail.last?.key else { return }
      let line = lineRange(at: opened.span.start)
      try insert(node.block(key, indent: indent(line) + 2), behind: line)
    case .scalar, .sequence:
      throw cannot(keys, say("belongs inside a list or a single value, where nothing can be added"))
    }
  }

  private mutating func insert(_ lines: [String], behind range: Range<Int>) throws(CannotKeep) {
    let end = text.utf8.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    let isWhole = range.upperBound > 0 && bytes[range.upperBound - 1] == UInt8(ascii: "\n")
    try apply(
      range.upperBound, range.upperBound, (isWhole ? "" : end) + lines.map { $0 + end }.joined())
  }

  private mutating func removeFromBraces(_ pair: Pair, _ keys: [String]) throws(CannotKeep) {
    let (start, _) = try range(ofScalar: pair.key, keys)
    var end: Int
    switch pair.value.content {
    case .scalar: end = try range(ofScalar: pair.value, keys).1
    case .mapping, .sequence:
      guard let close = endOfBracket(from: pair.value.span.start) else {
        throw cannot(keys, say("has a bracket that is not closed"))
      }
      end = close
    }
    var begin = start
    while let next = byte(end), next <= 32 { end += 1 }
    if byte(end) == UInt8(ascii: ",") {
      end += 1
      while byte(end) == UInt8(ascii: " ") { end += 1 }
    } else {
      while let before = byte(begin - 1), before <= 32 || before == UInt8(ascii: ",") {
        begin -= 1
        if before == UInt8(ascii: ",") { break }
      }
    }
    try apply(begin, end, "")
  }

  // MARK: Lines

  /// The line that holds an offset, with its end.
  private func lineRange(at offset: Int) -> Range<Int> {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return start..<min(end + 1, bytes.count)
  }

  private func line(before start: Int) -> Range<Int>? { start > 0 ? lineRange(at: start - 1) : nil }

  private func indent(_ line: Range<Int>) -> Int { bytes[line].prefix { $0 == UInt8(ascii: " ") }.count }

  private func isBlank(_ line: Range<Int>) -> Bool { bytes[line].allSatisfy { $0 <= 32 } }

  private func isComment(_ line: Range<Int>) -> Bool {
    bytes[line].first { $0 > 32 } == UInt8(ascii: "#")
  }

  /// The lines of a pair that begins a line: its own, and those below it that stand further in. Blank lines and comments
  /// behind the last of them belong to what follows.
  private func lineRange(ofBlock pair: Pair) -> Range<Int> {
    let first = lineRange(at: pair.key.span.start)
    var end = first.upperBound
    var next = lineRange(at: end)
    while next.lowerBound < bytes.count, !next.isEmpty {
      let isOwn = indent(next) > indent(first) || isListItem(next, of: first)
      if !isBlank(next), !isComment(next) {
        guard isOwn else { break }
        end = next.upperBound
      }
      next = lineRange(at: next.upperBound)
    }
    return first.lowerBound..<end
  }

  /// Lists may stand as far out as their key.
  private func isListItem(_ line: Range<Int>, of key: Range<Int>) -> Bool {
    indent(line) == indent(key) && bytes[line].first { $0 > 32 } == UInt8(ascii: "-")
  }
}
