/// Values of a parameter to try, in ascending order.
package enum Grid {
  /// No table and no search looks at more values of one parameter.
  package static let most = 200

  /// `low`, `low + step` … up to `high`, without the dust of binary fractions. Nil when there would be too many of them, or
  /// the step is not above 0.
  package static func values(from low: Double, to high: Double, step: Double) -> [Double]? {
    guard step > 0, low <= high, (high - low) / step < Double(most) else { return nil }
    // A step that fits but for rounding counts.
    let count = Int(((high - low) / step + 1e-9).rounded(.down))
    return (0...count).map { min((low + Double($0) * step).withoutDust, high) }
  }

  /// A round step that makes six to about twelve values between two ends.
  package static func step(from low: Double, to high: Double, isWhole: Bool) -> Double {
    let span = high - low
    guard span > 0, span.isFinite else { return 1 }
    let steps = roundNumbers(near: span / 11)
    let step = steps.first { span / $0 <= 11 } ?? span
    return isWhole ? max(1, step.rounded()) : step
  }

  /// Around a value: 0 where that is allowed, and from a quarter of it to its eightfold in steps of about √2, rounded to
  /// two digits.
  package static func around(_ value: Double, in range: ClosedRange<Double>, isWhole: Bool) -> [Double] {
    let centre = value > 0 ? value : start(in: range)
    let factors = [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.6, 8]
    let spread = factors.map { ($0 * centre).rounded(digits: 2) }
    return tidy(spread + [value] + (range.lowerBound == 0 ? [0] : []), range, isWhole: isWhole)
  }

  /// Where to look further when nothing around a value decides: up to sixty-four times of it.
  package static func beyond(_ value: Double, in range: ClosedRange<Double>, isWhole: Bool) -> [Double] {
    let centre = value > 0 ? value : start(in: range)
    return tidy([11, 16, 22, 32, 45, 64].map { ($0 * centre).rounded(digits: 2) }, range, isWhole: isWhole)
  }

  /// Where nothing is known: a thousandth of a wide range's end, a tenth of a narrow one's.
  private static func start(in range: ClosedRange<Double>) -> Double {
    range.upperBound > 1000 ? 1000 : range.upperBound / 10
  }

  private static func tidy(_ values: [Double], _ range: ClosedRange<Double>, isWhole: Bool) -> [Double] {
    let cut = values.map { min(max(isWhole ? $0.rounded() : $0, range.lowerBound), range.upperBound) }
    return Set(cut).sorted()
  }

  /// 1, 2, 2.5 and 5 times powers of ten, ascending, the first about as large as `size`.
  private static func roundNumbers(near size: Double) -> [Double] {
    let power = size.powerOfTen
    return [power, power * 10].flatMap { power in [1, 2, 2.5, 5].map { ($0 * power).withoutDust } }
  }
}

extension Double {
  /// The largest power of ten that is not above it; 1 for what is no normal number above 0, which has no digits left to
  /// tell powers apart.
  package var powerOfTen: Double {
    guard isNormal, self > 0 else { return 1 }
    var power = 1.0
    while power > self { power /= 10 }
    while power * 10 <= self { power *= 10 }
    return power
  }

  /// So many significant digits.
  package func rounded(digits: Int, _ rule: FloatingPointRoundingRule = .toNearestOrEven) -> Double {
    guard isFinite, self != 0 else { return self }
    var unit = 1.0
    while magnitude / unit >= 10 { unit *= 10 }
    while magnitude / unit < 1 { unit /= 10 }
    for _ in 1..<max(1, digits) { unit /= 10 }
    return rounded(to: unit, rule)
  }

  /// A multiple of a power of ten. Divided where the unit is small: 0.1 has no exact double, 10 has.
  package func rounded(to unit: Double, _ rule: FloatingPointRoundingRule = .toNearestOrEven) -> Double {
    guard unit < 1 else { return (self / unit).rounded(rule) * unit }
    let scale = (1 / unit).rounded()
    let scaled = self * scale
    guard scaled.isFinite else { return self }
    return scaled.rounded(rule) / scale
  }

  /// The shortest decimal within the error of an addition or two: 0.1 + 0.2 is 0.3.
  package var withoutDust: Double {
    guard isFinite, self != 0 else { return self }
    let short = rounded(digits: 12)
    return (short - self).magnitude <= magnitude * 4e-15 ? short : self
  }
}
