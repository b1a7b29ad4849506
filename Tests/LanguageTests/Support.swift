import Testing

@testable import Language

/// What a parser complained about, and the source text its carets stand under.
struct Complaint: Equatable, CustomStringConvertible {
  let message: String
  let under: String

  init(_ message: String, under: String) {
    self.message = message
    self.under = under
  }

  var description: String { "\(message) | under: \(under)" }
}

/// The complaint of parsing a text, or nil when it parsed.
func complaint(_ text: String, _ parse: (Fragment) throws(Fault) -> some Any) -> Complaint? {
  do {
    _ = try parse(Fragment(text))
    return nil
  } catch {
    return Complaint(error.message, under: Fragment(text).slice(error.span).text)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195): small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// ASCII as a Chinese input method would write it: every visible character full width, blanks ideographic.
func fullWidth(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let wide = scalar == " " ? 0x3000 : (0x21...0x7E).contains(scalar.value) ? scalar.value + 0xFEE0 : scalar.value
    result.append(Unicode.Scalar(wide) ?? scalar)
  }
  return String(result)
}

extension Quantity {
  /// The quantity without its span, to compare what was read from different spellings.
  var unplaced: Quantity {
    Quantity(value, isPercent: isPercent, currency: currency, unit: unit, per: per)
  }
}
