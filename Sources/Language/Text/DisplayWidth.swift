extension Unicode.Scalar {
  /// Terminal cells: 2 for East Asian wide and full-width and for emoji, 0 for combining and invisible scalars,
  /// otherwise 1. Ambiguous width (box lines, `±`) counts 1, as glibc has it.
  package var displayWidth: Int {
    if value < 0x300 { return isUnsafeToDisplay || value == 0xAD ? 0 : 1 }
    // Vowels and finals of old Hangul are drawn into the cell of the consonant before them.
    if (0x1160...0x11FF).contains(value) { return 0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: return DisplayWidth.isWide(value) ? 2 : 1
    }
  }
}

/// Where the cells of a padded text go.
package enum Alignment: Sendable {
  case leading, trailing
}

extension StringProtocol {
  /// Terminal cells of the text, scalar by scalar: the way terminals and `wcwidth` count.
  package var displayWidth: Int {
    let plain = utf8.withContiguousStorageIfAvailable { text in
      text.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text.count : nil
    }
    if let cells = plain ?? nil { return cells }
    return String(self).unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  /// The text filled with spaces to a number of cells; longer text stays as it is.
  package func padded(to cells: Int, _ alignment: Alignment = .leading) -> String {
    let width = displayWidth
    guard cells > width else { return String(self) }
    let blanks = String(repeating: " ", count: cells - width)
    return alignment == .leading ? self + blanks : blanks + self
  }

  /// The text cut to at most `cells`, the cut marked with `…`. A wide character is never halved.
  package func truncated(to cells: Int) -> String {
    guard displayWidth > cells else { return String(self) }
    guard cells > 0 else { return "" }
    var result = ""
    var used = 0
    for character in self {
      let width = String(character).displayWidth
      guard used + width < cells else { break }
      result.append(character)
      used += width
    }
    return result + "…"
  }
}
