/// A number as a cell spells it: `1,200.25`, `1 200,25`, `−5`, `1e3`, `20k`.
///
/// A point or a comma may part decimals or group digits. Both readings are kept until the column tells which mark it
/// uses: `0,85` can only be 0.85 and `1,200.5` only 1200.5, but `1,200` may be 1200 or 1.2.
struct Numeral: Equatable {
  /// The value where decimals follow a point; nil where that cannot be.
  let point: Double?
  /// The value where decimals follow a comma; nil where that cannot be.
  let comma: Double?

  /// Nobody writes a longer one by hand or by program.
  private static let mostBytes = 64

  /// nil for what is no number under any mark.
  init?(_ cell: ArraySlice<UInt8>) {
    guard cell.count <= Self.mostBytes, let spelling = Spelling(cell) else { return nil }
    point = spelling.value(decimal: .point)
    comma = spelling.value(decimal: .comma)
    if point == nil && comma == nil { return nil }
  }
}

/// A cell in signs that matter: digits and the marks between them.
private struct Spelling {
  enum Sign: Equatable {
    case digit(UInt8)
    case point
    case comma
    /// A blank, an apostrophe or `_`: groups digits, and nothing else.
    case group

    var isMark: Bool { if case .digit = self { false } else { true } }
  }

  private var isNegative = false
  private var signs: [Sign] = []
  /// The power of ten of `e3`, `k` and `M`.
  private var power = 0

  init?(_ cell: ArraySlice<UInt8>) {
    var letters = String(decoding: cell, as: UTF8.self).unicodeScalars[...]
    if let first = letters.first, "+-\u{2212}".unicodeScalars.contains(first) {
      isNegative = first != "+"
      letters = letters.dropFirst()
    }
    while let letter = letters.first, let sign = Self.sign(letter) {
      signs.append(sign)
      letters = letters.dropFirst()
    }
    guard let power = Self.power(letters) else { return nil }
    self.power = power
  }

  private static func sign(_ letter: Unicode.Scalar) -> Sign? {
    switch letter {
    case "0"..."9": .digit(UInt8(letter.value & 0xF))
    // The digits and marks of full width, U+FF10 and on.
    case "\u{FF10}"..."\u{FF19}": .digit(UInt8(letter.value & 0xF))
    case ".", "\u{FF0E}": .point
    case ",", "\u{FF0C}": .comma
    case " ", "\u{A0}", "\u{202F}", "'", "\u{2019}", "_": .group
    default: nil
    }
  }

  /// What stands behind the digits; nil where it is no part of a number.
  private static func power(_ tail: Substring.UnicodeScalarView) -> Int? {
    switch String(tail) {
    case "": return 0
    case "k", "K": return 3
    case "M": return 6
    default:
      guard tail.first == "e" || tail.first == "E", let power = Int(String(tail.dropFirst())) else { return nil }
      // Four digits are beyond any double already.
      return (-9_999...9_999).contains(power) ? power : nil
    }
  }

  /// The value where this mark parts decimals, and any other groups digits; nil where the digits do not stand so.
  func value(decimal: Sign) -> Double? {
    let parts = signs.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Self.whole(parts[0]) else { return nil }
    let fraction = parts.count == 2 ? Self.digits(parts[1]) : ""
    guard let fraction, parts.count == 1 ? !whole.isEmpty : !fraction.isEmpty else { return nil }
    let text = "\(isNegative ? "-" : "")\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)e\(power)"
    guard let value = Double(text), value.isFinite else { return nil }
    let isZero = (whole + fraction).utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    if isZero { return 0 }
    return value == 0 ? nil : value
  }

  /// The digits before the decimals: one run without a zero in front, or groups of three under one mark.
  private static func whole(_ signs: ArraySlice<Sign>) -> String? {
    let runs = signs.split(omittingEmptySubsequences: false, whereSeparator: \.isMark).compactMap { digits($0) }
    if runs.count == 1 { return runs[0].utf8.count > 1 && runs[0].hasPrefix("0") ? nil : runs[0] }
    let marks = signs.filter(\.isMark)
    guard marks.allSatisfy({ $0 == marks[0] }), (1...3).contains(runs[0].utf8.count), !runs[0].hasPrefix("0"),
      runs.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return runs.joined()
  }

  /// Digits as text; nil where something else is among them.
  private static func digits(_ signs: ArraySlice<Sign>) -> String? {
    var text = ""
    for sign in signs {
      guard case .digit(let digit) = sign else { return nil }
      text.unicodeScalars.append(Unicode.Scalar(0x30 + digit))
    }
    return text
  }
}
