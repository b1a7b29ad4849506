import Language

/// How a column or a sentence writes its numbers.
package struct NumberStyle: Hashable, Sendable {
  package enum Unit: Hashable, Sendable {
    /// With this many decimals (0 to 6), or, for nil, as many as the number has, up to six.
    case plain(decimals: Int?)
    case money(cents: Bool)
    /// Three significant digits: `950`, `12.3k`, `1.25M`.
    case compact
    /// A fraction of one, written in percent: 0.234 is `23.4 %`.
    case share(decimals: Int)
    /// A difference of two shares: 0.127 is `12.7 pts`, in a sentence `12.7 points`.
    case points(decimals: Int)
    case count
  }

  package var unit: Unit
  /// Whether gains carry a plus sign, as differences should.
  package var showsPlus: Bool

  package init(_ unit: Unit, showsPlus: Bool = false) {
    self.unit = unit
    self.showsPlus = showsPlus
  }

  package static let number = NumberStyle(.plain(decimals: nil))
  package static func decimals(_ decimals: Int) -> NumberStyle { NumberStyle(.plain(decimals: decimals)) }
  package static let money = NumberStyle(.money(cents: false))
  package static let cents = NumberStyle(.money(cents: true))
  package static let compact = NumberStyle(.compact)
  package static let share = NumberStyle(.share(decimals: 1))
  package static let points = NumberStyle(.points(decimals: 1))
  package static let count = NumberStyle(.count)

  /// The style for the difference of two such numbers: with sign, shares in percentage points.
  package var difference: NumberStyle {
    if case .share(let decimals) = unit { return NumberStyle(.points(decimals: decimals), showsPlus: true) }
    return NumberStyle(unit, showsPlus: true)
  }
}

/// Numbers as text, the same on every machine: no locale, and rounding of the exact decimal value, half to even.
///
/// NaN and infinities are `n/a`. What rounds to zero carries no sign. From 10^15 on, and below the last place that a
/// compact number has, the form is `1.80e308`.
package struct NumberFormat: Hashable, Sendable {
  /// Decides between the true minus `−` and the hyphen.
  package var glyphs: Surface.Glyphs

  package init(glyphs: Surface.Glyphs = .unicode) {
    self.glyphs = glyphs
  }

  package func text(_ value: Double, _ style: NumberStyle) -> String { text(value, style, points: say("pts")) }

  /// As sentences write it: the unit of percentage points is not shortened.
  package func spelled(_ value: Double, _ style: NumberStyle) -> String { text(value, style, points: say("points")) }

  private func text(_ value: Double, _ style: NumberStyle, points: String) -> String {
    guard value.isFinite else { return say("n/a") }
    let magnitude = magnitudeText(value.magnitude, style.unit, points: points)
    // Judged by the digits: −0.4 without decimals is plainly 0.
    guard magnitude.contains(where: { ("1"..."9").contains($0) }) else { return magnitude }
    if value < 0 { return (glyphs == .ascii ? "-" : "−") + magnitude }
    return (style.showsPlus ? "+" : "") + magnitude
  }

  package func money(_ value: Double, cents: Bool = false) -> String { text(value, cents ? .cents : .money) }
  package func compact(_ value: Double) -> String { text(value, .compact) }
  package func share(_ value: Double) -> String { text(value, .share) }

  package func count(_ value: Int) -> String {
    let magnitude = Rounding.grouped(UInt128(value.magnitude))
    return (value < 0 ? (glyphs == .ascii ? "-" : "−") : "") + magnitude
  }

  /// `10,000 worlds`.
  package func worlds(_ count: Int) -> String {
    let number = self.count(count)
    return count == 1 ? say("1 world") : say("\(number) worlds")
  }

  /// `10,000 worlds · seed 1`
  func worlds(_ count: Int, seed: UInt64) -> String { say("\(worlds(count)) · seed \(seed)") }

  /// For the ticks of an axis: compact without zeros that say nothing (`2M`, `1.5M`, `500k`), shares in percent.
  func tick(_ value: Double, _ style: NumberStyle) -> String {
    switch style.unit {
    case .share, .points:
      let suffix = style.unit.isPoints ? " " + say("pts") : " %"
      return text(value * 100, .number) + suffix
    case .plain, .money, .compact, .count:
      return trimmingZeros(text(value, .compact))
    }
  }

  private func magnitudeText(_ magnitude: Double, _ unit: NumberStyle.Unit, points: String) -> String {
    switch unit {
    case .plain(let decimals?): return fixed(magnitude, decimals: decimals)
    case .plain(nil): return trimmingZeros(fixed(magnitude, decimals: 6))
    case .money(let cents): return fixed(magnitude, decimals: cents ? 2 : 0)
    case .count: return fixed(magnitude, decimals: 0)
    case .share(let decimals): return fixed(magnitude, decimals: decimals, powerOfUnit: 2) + " %"
    case .points(let decimals): return fixed(magnitude, decimals: decimals, powerOfUnit: 2) + " " + points
    case .compact: return compactText(magnitude)
    }
  }

  /// `powerOfUnit` 2 writes hundredths, without the error that multiplying by 100 would add.
  private func fixed(_ magnitude: Double, decimals: Int, powerOfUnit: Int = 0) -> String {
    guard magnitude < 1e15 else { return scientific(magnitude) }
    let places = min(max(decimals, 0), 6)
    return Rounding.text(Rounding.scaled(magnitude, power: places + powerOfUnit), decimals: places)
  }

  /// The first unit and number of decimals under which the *rounded* number has at most three digits:
  /// so 999,600 is `1.00M` and never `1000k`.
  private func compactText(_ magnitude: Double) -> String {
    if magnitude == 0 { return "0" }
    guard magnitude < Rounding.limit else { return scientific(magnitude) }
    for (power, suffix) in [(0, ""), (3, "k"), (6, "M"), (9, "B"), (12, "T")] {
      for decimals in (power == 0 ? [6, 5, 4, 3, 2, 1, 0] : [2, 1, 0]) {
        let digits = Rounding.scaled(magnitude, power: decimals - power)
        if digits == 0 { return scientific(magnitude) }
        if digits < 1000 {
          let text = Rounding.text(digits, decimals: decimals) + suffix
          return power == 0 ? trimmingZeros(text) : text
        }
      }
    }
    return scientific(magnitude)
  }

  /// Three significant digits of the shortest decimal that reads back as the same number.
  private func scientific(_ magnitude: Double) -> String {
    let (significand, exponent) = decimalParts(magnitude)
    let digits = Rounding.scaled(significand, power: 2)
    let (rounded, shift) = digits < 1000 ? (digits, 0) : (digits / 10, 1)
    return "\(Rounding.text(rounded, decimals: 2))e\(exponent + shift)"
  }

  /// `value = significand × 10^exponent`, the significand from 1 up to 10.
  private func decimalParts(_ value: Double) -> (significand: Double, exponent: Int) {
    let parts = value.description.split(separator: "e")
    if parts.count == 2, let significand = Double(parts[0]), let exponent = Int(parts[1]) {
      return (significand, exponent)
    }
    // The description is written out between 10^-4 and 2^54.
    var (significand, exponent) = (value, 0)
    while significand >= 10 { (significand, exponent) = (significand / 10, exponent + 1) }
    while significand < 1, significand > 0 { (significand, exponent) = (significand * 10, exponent - 1) }
    return (significand, exponent)
  }

  /// `1.50M` becomes `1.5M`, `2.00` becomes `2`; digits before the point and exponents stay.
  private func trimmingZeros(_ text: String) -> String {
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return text }
    let end = text[point...].dropFirst().firstIndex { !$0.isNumber } ?? text.endIndex
    var kept = text[point..<end]
    while kept.last == "0" { kept.removeLast() }
    if kept == "." { kept.removeLast() }
    return String(text[..<point] + kept + text[end...])
  }
}

extension NumberStyle.Unit {
  fileprivate var isPoints: Bool {
    if case .points = self { true } else { false }
  }
}
