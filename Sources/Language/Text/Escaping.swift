extension Unicode.Scalar {
  /// Whether a terminal or an editor would act on the scalar or hide it instead of drawing it: controls, format
  /// characters (bidi marks, zero-width spaces and joiners), line separators, private use, unassigned.
  package var isUnsafeToDisplay: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return true
    default: return Self.blankLetters.contains(value)
    }
  }

  /// Letters drawn as nothing: the Hangul fillers.
  private static let blankLetters: [UInt32] = [0x115F, 0x1160, 0x3164, 0xFFA0]

  /// `\u{1B}` for what is unsafe to display, otherwise the scalar itself.
  var escapedForDisplay: String {
    isUnsafeToDisplay ? "\\u{" + String(value, radix: 16, uppercase: true) + "}" : String(self)
  }
}

extension StringProtocol {
  /// The text with everything unsafe written out, e.g. `\u{1B}[31m`: names come from strangers, and a terminal obeys.
  package var escapedForDisplay: String {
    guard unicodeScalars.contains(where: \.isUnsafeToDisplay) else { return String(self) }
    return unicodeScalars.reduce(into: "") { $0 += $1.escapedForDisplay }
  }
}
