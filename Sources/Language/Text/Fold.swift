/// Full-width and typographic characters as the ASCII they stand for.
///
/// A Chinese input method writes `（３，１０）` where `(3, 10)` is meant; outside quotes both are the same.
package enum Fold {
  /// The ASCII counterpart of a scalar, or the scalar itself.
  package static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    switch scalar {
    case "\u{FF01}"..."\u{FF5E}": return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case "“", "”": return "\""
    case "‘", "’": return "'"
    case "、": return ","
    case "。": return "."
    case "\u{2212}": return "-"
    default: return scalar.properties.generalCategory == .spaceSeparator ? " " : scalar
    }
  }

  /// Every scalar folded, quotes or not.
  package static func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(folded(scalar)) }
    return String(result)
  }

  /// The form under which names are compared: folded and in lower case.
  package static func key(_ text: some StringProtocol) -> String {
    folded(text).lowercased()
  }
}
