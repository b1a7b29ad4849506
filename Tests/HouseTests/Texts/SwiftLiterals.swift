import Foundation

/// A string literal of a source file, as the catalogue of texts would know it.
struct SwiftLiteral {
  let file: String
  let line: Int
  /// With `{1}`, `{2}`, … where something is interpolated.
  let pattern: String
  /// The name of the call it is the first argument of: `say` of `say("…")`; nothing else is looked at.
  let call: String
  /// Stands it inside another literal's `\(…)`?
  let isNested: Bool
}

/// Finds the string literals of Swift source: on one line and on several, raw ones, and those inside of interpolations.
struct SwiftLiterals {
  private let bytes: [UInt8]
  private let file: String
  private var place = 0
  private var found: [SwiftLiteral] = []

  static func all(in text: String, file: String) -> [SwiftLiteral] {
    var scanner = SwiftLiterals(bytes: Array(text.utf8) + [0], file: file)
    scanner.scan()
    return scanner.found
  }

  /// All literals of the Swift files below a folder of the package.
  static func all(below folder: String) throws -> [SwiftLiteral] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
    let swift = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    return try swift.sorted { $0.path < $1.path }.flatMap { url in
      all(in: try String(contentsOf: url, encoding: .utf8), file: String(url.path.dropFirst(root.path.count + 1)))
    }
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  private func at(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  /// The number of `#` before a quote that begins here; nil where no literal begins.
  private var openingHashes: Int? {
    var end = place
    while bytes[end] == UInt8(ascii: "#") { end += 1 }
    return bytes[end] == UInt8(ascii: "\"") ? end - place : nil
  }

  private mutating func scan() {
    while place < bytes.count - 1 {
      if at("//") {
        while place < bytes.count - 1, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      } else if at("/*") {
        while place < bytes.count - 1, !at("*/") { place += 1 }
      } else if let hashes = openingHashes {
        literal(hashes, isNested: false)
      } else {
        place += 1
      }
    }
  }

  private mutating func literal(_ hashes: Int, isNested: Bool) {
    let start = place
    let call = callBefore(start)
    place += hashes
    let isLong = at("\"\"\"")
    place += isLong ? 3 : 1
    let close = (isLong ? "\"\"\"" : "\"") + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    var text: [UInt8] = []
    var values = 0
    while place < bytes.count - 1, !at(close) {
      if at(escape + "(") {
        place += escape.utf8.count + 1
        values += 1
        text += Array("{\(values)}".utf8)
        skipInterpolation()
      } else if at(escape) {
        place += escape.utf8.count
        text += escaped(isLong: isLong)
      } else {
        text.append(bytes[place])
        place += 1
      }
    }
    let end = place
    place += close.utf8.count
    let pattern = String(decoding: text, as: UTF8.self)
    found.append(
      SwiftLiteral(
        file: file, line: 1 + bytes[..<start].count { $0 == UInt8(ascii: "\n") },
        pattern: isLong ? unindented(pattern, by: column(of: end)) : pattern, call: call, isNested: isNested))
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while depth > 0, place < bytes.count - 1 {
      if let hashes = openingHashes {
        literal(hashes, isNested: true)
        continue
      }
      if bytes[place] == UInt8(ascii: "(") { depth += 1 }
      if bytes[place] == UInt8(ascii: ")") { depth -= 1 }
      place += 1
    }
  }

  /// What the sign behind a backslash stands for; a line that goes on is joined with the next by a marker.
  private mutating func escaped(isLong: Bool) -> [UInt8] {
    let sign = bytes[place]
    place += 1
    switch sign {
    case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
    case UInt8(ascii: "t"): return [UInt8(ascii: "\t")]
    case UInt8(ascii: "r"): return [UInt8(ascii: "\r")]
    case UInt8(ascii: "0"): return [0]
    case UInt8(ascii: "u"):
      let digits = bytes[(place + 1)...].prefix { $0 != UInt8(ascii: "}") }
      place += digits.count + 2
      let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
      return scalar.map { Array(String($0).utf8) } ?? []
    case UInt8(ascii: "\n") where isLong:
      while bytes[place] == UInt8(ascii: " ") { place += 1 }
      return []
    default: return [sign]
    }
  }

  private func column(of place: Int) -> Int {
    place - ((bytes[..<place].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
  }

  private func unindented(_ text: String, by columns: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
    return lines.map { $0.prefix(columns).allSatisfy { $0 == " " } ? String($0.dropFirst(columns)) : String($0) }
      .joined(separator: "\n")
  }

  private func callBefore(_ start: Int) -> String {
    var end = start
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    guard end > 0, bytes[end - 1] == UInt8(ascii: "(") else { return "" }
    let name = bytes[..<(end - 1)].reversed().prefix { byte in
      Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
    }
    return String(decoding: name.reversed(), as: UTF8.self)
  }
}
