/// How many cells of a terminal a text takes.
///
/// The C library's `wcwidth` answers by locale; this answers the same everywhere: East Asian wide and full-width
/// characters (Unicode Standard Annex 11) and emoji take two cells, marks and format characters none, all others one.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// `text`, cut to at most `cells` cells.
  package static func prefix(of text: String, cells: Int) -> String {
    var used = 0
    let kept = text.unicodeScalars.prefix { scalar in
      used += of(scalar)
      return used <= cells
    }
    return String(kept)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul Jamo
    0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,  // CJK, kana, Yi
    0xA960...0xA97F, 0xAC00...0xD7A3,  // Hangul
    0xF900...0xFAFF, 0xFE30...0xFE6F,  // CJK compatibility
    0xFF00...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,  // emoji
    0x20000...0x3FFFD,  // CJK extensions
  ]
}
