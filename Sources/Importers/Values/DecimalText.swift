import Language

/// A number as a cell spells it, and what its marks prove.
///
/// `1,200.25` and `1.200,25` each tell which of the two parts the decimals; `1,200` does not, and `1.5` does.
struct DecimalText {
  /// Under the mark that it proves, else under the one that was assumed; nil where the digits cannot stand so.
  let amount: Amount?
  /// The mark that its spelling proves.
  let proves: Mark?
  /// Would the other mark give another number, and nothing tell?
  let isOpen: Bool
  /// A sign or letters beside the digits.
  let currency: String?

  /// Longer ones are no numbers of people or programs.
  static let mostBytes = 64

  /// nil for what is no number at all.
  init?(_ cell: ArraySlice<UInt8>, assuming mark: Mark) {
    guard cell.count <= Self.mostBytes else { return nil }
    if let plain = Plain(cell) {
      (proves, isOpen) = (plain.proves, plain.isOpen)
      currency = nil
      amount = plain.amount(assuming: mark)
      return
    }
    guard let spelling = Spelling(cell) else { return nil }
    (proves, isOpen) = spelling.evidence
    currency = spelling.currency
    amount = spelling.amount(decimal: proves ?? mark)
  }

  /// Digits with at most one point, as nearly every cell is: read without a look at letters.
  private struct Plain {
    let isNegative: Bool
    let digits: Int
    let whole: Int
    /// Digits behind the point; nil without one.
    let decimals: Int?

    init?(_ cell: ArraySlice<UInt8>) {
      var rest = cell
      isNegative = rest.first == UInt8(ascii: "-")
      if isNegative { rest = rest.dropFirst() }
      guard !rest.isEmpty, rest.count <= 18 else { return nil }
      var value = 0
      var whole = 0
      var decimals: Int?
      for byte in rest {
        if byte == UInt8(ascii: "."), decimals == nil {
          (decimals, whole) = (0, value)
          continue
        }
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte & 0xF)
        if let known = decimals { decimals = known + 1 }
      }
      // A point at either end, and more places than an amount has, are looked at closely.
      guard decimals != 0, decimals ?? 0 <= 6, rest.first != UInt8(ascii: ".") else { return nil }
      (digits, self.whole, self.decimals) = (value, decimals == nil ? value : whole, decimals)
    }

    var proves: Mark? { decimals == nil || decimals == 3 && whole > 0 && whole < 1000 ? nil : .point }
    var isOpen: Bool { decimals == 3 && whole > 0 && whole < 1000 }

    func amount(assuming mark: Mark) -> Amount? {
      var places = decimals ?? 0
      if isOpen, mark == .comma { places = 0 }
      var value = Int128(digits)
      for _ in places..<6 { value *= 10 }
      let amount = Amount(millionths: isNegative ? -value : value)
      return amount.magnitude > .limit ? nil : amount
    }
  }
}

/// A cell in what matters of it: digits, marks, signs, a percent sign and letters of money.
private struct Spelling {
  private enum Sign: Equatable {
    case digit(Int)
    case mark(Mark)
    /// A blank or an apostrophe.
    case group
  }

  private var isNegative = false
  private var isPercent = false
  private(set) var currency: String?
  private var signs: [Sign] = []

  init?(_ cell: ArraySlice<UInt8>) {
    var scalars = Array(String(decoding: cell, as: UTF8.self).unicodeScalars)
    guard let first = scalars.firstIndex(where: { Self.isDigitOrMark($0) }),
      let last = scalars.lastIndex(where: { Self.isDigit($0) })
    else { return nil }
    let behind = Array(scalars[(last + 1)...])
    let before = Array(scalars[..<first])
    scalars = Array(scalars[first...last])
    for scalar in scalars {
      guard let sign = Self.sign(scalar) else { return nil }
      signs.append(sign)
    }
    guard take(before, behind) else { return nil }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("\u{FF10}"..."\u{FF19}").contains(scalar)
  }

  private static func isDigitOrMark(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || [".", ",", "\u{FF0E}", "\u{FF0C}"].contains(scalar)
  }

  private static func sign(_ scalar: Unicode.Scalar) -> Sign? {
    switch scalar {
    case "0"..."9", "\u{FF10}"..."\u{FF19}": .digit(Int(scalar.value & 0xF))
    case ".", "\u{FF0E}": .mark(.point)
    case ",", "\u{FF0C}": .mark(.comma)
    case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}": .group
    default: nil
    }
  }

  /// What stands around the digits: one minus or a pair of brackets, `%`, and the name of a currency.
  private mutating func take(_ before: [Unicode.Scalar], _ behind: [Unicode.Scalar]) -> Bool {
    var word = String.UnicodeScalarView()
    var (signs, opened, closed, percents) = (0, 0, 0, 0)
    for (index, scalar) in (before + behind).enumerated() {
      switch Fold.folded(scalar) {
      case "-", "+":
        signs += 1
        if Fold.folded(scalar) == "-" { isNegative = true }
      case "(" where index < before.count: opened += 1
      case ")" where index >= before.count: closed += 1
      case "%" where index >= before.count: percents += 1
      case " ": continue
      default: word.append(scalar)
      }
    }
    guard signs <= 1, opened == closed, opened <= 1, opened == 0 || signs == 0, percents <= 1 else { return false }
    if opened == 1 { isNegative = true }
    isPercent = percents == 1
    if word.isEmpty { return true }
    guard !isPercent, case .money(let code) = Currency.word(String(word)) else { return false }
    currency = code
    return true
  }

  /// What the marks prove.
  var evidence: (proves: Mark?, isOpen: Bool) {
    let places = signs.indices.filter { if case .mark = signs[$0] { true } else { false } }
    guard let last = places.last, case .mark(let mark) = signs[last] else { return (nil, false) }
    let kinds = places.map { signs[$0] }
    if kinds.contains(where: { $0 != .mark(mark) }) { return (mark, false) }
    // A mark that comes twice groups digits.
    if places.count > 1 { return (mark == .point ? .comma : .point, false) }
    let (before, behind) = (signs[..<last], signs[(last + 1)...])
    let cannotGroup =
      behind.count != 3 || before.isEmpty || before.count > 3 || before.first == .digit(0) || before.contains(.group)
    return cannotGroup ? (mark, false) : (nil, true)
  }

  func amount(decimal: Mark) -> Amount? {
    let parts = signs.split(separator: .mark(decimal), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Self.whole(parts[0]),
      let fraction = parts.count == 2 ? Self.digits(parts[1]) : []
    else { return nil }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    var value: Int128 = 0
    for digit in whole {
      value = value * 10 + Int128(digit)
      if value > 10_000_000_000_000 { return nil }
    }
    let places = isPercent ? 8 : 6
    for place in 0..<places { value = value * 10 + Int128(place < fraction.count ? fraction[place] : 0) }
    if isPercent { value = (value + 5000) / 10_000 } else if fraction.count > 6, fraction[6] >= 5 { value += 1 }
    let amount = Amount(millionths: isNegative ? -value : value)
    return amount.magnitude > .limit ? nil : amount
  }

  /// One run of digits, or groups of three under one mark.
  private static func whole(_ signs: ArraySlice<Sign>) -> [Int]? {
    var runs: [[Int]] = [[]]
    var mark: Sign?
    for sign in signs {
      if case .digit(let digit) = sign {
        runs[runs.count - 1].append(digit)
        continue
      }
      guard mark == nil || mark == sign else { return nil }
      mark = sign
      runs.append([])
    }
    if runs.count == 1 { return runs[0] }
    guard (1...3).contains(runs[0].count), runs.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return runs.flatMap(\.self)
  }

  private static func digits(_ signs: ArraySlice<Sign>) -> [Int]? {
    var digits: [Int] = []
    for sign in signs {
      guard case .digit(let digit) = sign else { return nil }
      digits.append(digit)
    }
    return digits
  }
}
