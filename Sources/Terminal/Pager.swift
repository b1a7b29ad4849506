import CEdit
import Glibc

/// Shows text a screenful at a time where somebody reads it.
///
/// It only goes forward: what has passed stays in the terminal's own memory, and nothing is started that could start a
/// shell. Whoever has typed ahead is not waiting for pages and gets none.
package struct Pager {
  private let rows: Int
  private let columns: Int
  private let write: (String) throws(Output.Failure) -> Void
  private let key: () -> UInt8?

  /// For standard input and output.
  package init(_ size: TerminalSize) {
    self.init(
      rows: size.rows ?? .max, columns: size.columns,
      write: { text throws(Output.Failure) in try Output.standard.write(text) },
      key: { ced_input_waits() ? UInt8(ascii: "G") : KeyPress.next() })
  }

  /// - Parameters:
  ///   - key: the next key; nil when there will be none.
  package init(
    rows: Int, columns: Int, write: @escaping (String) throws(Output.Failure) -> Void, key: @escaping () -> UInt8?
  ) {
    self.rows = rows
    self.columns = columns
    self.write = write
    self.key = key
  }

  /// Writes text, stopping where the screen is full.
  package func show(_ text: String) throws(Output.Failure) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.last?.isEmpty == true { lines.removeLast() }
    // The last row is for the advice.
    let page = rows - 1
    let total = lines.reduce(0) { $0 + height($1) }
    guard page > 0, total > page else { return try write(text) }
    var room = page
    while !lines.isEmpty {
      var taken = 0
      while let line = lines.first, taken == 0 || height(line) <= room {
        try write(line + "\n")
        room -= height(line)
        taken += 1
        lines.removeFirst()
      }
      if lines.isEmpty { return }
      switch try step(left: lines.count) {
      case .line: room = 1
      case .page: room = page
      case .all: room = .max
      case .stop: return
      }
    }
  }

  private enum Step { case line, page, all, stop }

  /// Tells how to go on and waits for a key that does.
  private func step(left: Int) throws(Output.Failure) -> Step {
    let line = DisplayWidth.prefix(
      of: say("… \(left) more (Space: a page, Enter: a line, G: all, q: stop)"), cells: columns - 1)
    try write("\u{1B}[2m\(line)\u{1B}[0m")
    var step: Step?
    while step == nil {
      guard let key = key() else {
        step = .stop
        break
      }
      step = Self.step(key)
    }
    try write("\r\u{1B}[K")
    return step ?? .stop
  }

  private static func step(_ key: UInt8) -> Step? {
    switch key {
    case UInt8(ascii: " "), UInt8(ascii: "f"), UInt8(ascii: "d"), 0x06: .page
    case UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "j"), UInt8(ascii: "e"): .line
    case UInt8(ascii: "G"), UInt8(ascii: ">"), UInt8(ascii: "a"): .all
    case UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x03, 0x04, 0x1B: .stop
    default: nil
    }
  }

  /// Rows that a line takes: longer ones are wrapped.
  private func height(_ line: Substring) -> Int {
    let cells = DisplayWidth.of(Self.withoutColours(line))
    return max(1, (cells + columns - 1) / max(columns, 1))
  }

  private static func withoutColours(_ line: Substring) -> String {
    var result = String.UnicodeScalarView()
    var isInSequence = false
    for scalar in line.unicodeScalars {
      if isInSequence {
        isInSequence = !(0x40...0x7E).contains(scalar.value) || scalar == "["
      } else if scalar == "\u{1B}" {
        isInSequence = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
