extension Scanner {
  /// A digit or a decimal point; signs belong to quantities.
  var beginsNumber: Bool { next?.plain?.isDigit == true || next?.plain == "." }

  /// Reads an unsigned decimal number: `12`, `10,000`, `1_000`, `.5`, `1.5e-3`, `20k`, `1.2M`.
  ///
  /// The suffix moves the exponent before the text is converted, so `1.1k` is exactly the number 1100. Commas group
  /// digits only where `grouped`: between arguments a comma separates. A number of two digits or more does not begin with
  /// zero: `017` is 15 to some programs and 17 to others.
  mutating func number(grouped: Bool) throws(Fault) -> Double {
    let first = position
    let whole = wholeDigits(grouped: grouped)
    let fraction = fractionDigits()
    guard !whole.isEmpty || !fraction.isEmpty else { throw expectedNumber() }
    if whole.utf8.count > 1, whole.hasPrefix("0") {
      let digits = whole.drop { $0 == "0" }
      let meant = (digits.isEmpty ? "0" : digits) + (fraction.isEmpty ? "" : "." + fraction)
      throw Fault(say("this number begins with a zero"), at: span(from: first), help: say("write: \(String(meant))"))
    }
    let power = exponent() ?? "0"
    let scale = scaleSuffix()

    let span = span(from: first)
    // Four digits are beyond any double already.
    guard let exponent = Int(power), (-9_999...9_999).contains(exponent) else {
      throw Fault(say("this number's exponent is out of range"), at: span)
    }
    let text = "\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)e\(exponent + scale)"
    let isZero = (whole + fraction).utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    guard let value = Double(text), value.isFinite else {
      throw Fault(say("this number is too large"), at: span)
    }
    guard value != 0 || isZero else { throw Fault(say("this number is too close to zero"), at: span) }
    return value
  }

  func expectedNumber() -> Fault {
    expected(say("a number"), help: isAtEnd ? nil : say("numbers look like 40 or 10,000 or 0.5 or 20k or 1e6"))
  }

  /// The digits before the decimal point, without separators; empty if there are none.
  ///
  /// A comma or `_` belongs to the number if the digits before it are a group of one to three that does not begin with
  /// zero and exactly three digits follow: `0,500` and `10,00` are somebody's decimals and not to be guessed at.
  mutating func wholeDigits(grouped: Bool) -> String {
    var digits = digitRun()
    let isFirstGroup = (1...3).contains(digits.utf8.count) && !digits.hasPrefix("0")
    guard isFirstGroup, let mark = next?.plain, mark == "_" || (mark == "," && grouped) else { return digits }
    while next?.plain == mark, (1...3).allSatisfy({ isDigit($0) }), !isDigit(4) {
      advance()
      digits += digitRun()
    }
    return digits
  }

  private mutating func fractionDigits() -> String {
    guard next?.plain == ".", isDigit(1) else { return "" }
    advance()
    return digitRun()
  }

  /// `e`, a sign, digits: the signed digits, or nil if no exponent comes next.
  private mutating func exponent() -> String? {
    guard next?.plain == "e" || next?.plain == "E" else { return nil }
    let sign = peek(1)?.plain
    let isSigned = sign == "+" || sign == "-"
    guard isDigit(isSigned ? 2 : 1) else { return nil }
    advance(isSigned ? 2 : 1)
    return (sign == "-" ? "-" : "") + digitRun()
  }

  /// The power of ten of `k`, `K`, `M` or `G` directly behind the digits, unless it begins a word (`5 kg`).
  private mutating func scaleSuffix() -> Int {
    let power: Int
    switch peekName() {
    case "k", "K": power = 3
    case "M": power = 6
    case "G": power = 9
    default: return chineseScale()
    }
    advance()
    return power
  }

  /// The same of `万`, `百万`, `千万` and `亿`, which a word may follow at once: `1.5万元`.
  private mutating func chineseScale() -> Int {
    for (word, power) in [("亿", 8), ("千万", 7), ("百万", 6), ("万", 4), ("千", 3)] {
      let found = takeAfterBlanks { $0.take(word) ? true : nil }
      if found != nil { return power }
    }
    return 0
  }

  private mutating func digitRun() -> String {
    var digits = ""
    while let digit = next?.plain, digit.isDigit {
      digits.unicodeScalars.append(digit)
      advance()
    }
    return digits
  }

  private func isDigit(_ distance: Int) -> Bool { peek(distance)?.plain?.isDigit == true }
}
