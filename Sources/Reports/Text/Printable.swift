/// Text made fit to be shown: nothing in a name may steer the terminal or turn the line around.
extension Unicode.Scalar {
  /// Control characters (ESC among them), line and paragraph separators, and the marks that change the direction
  /// of writing. All of them lie in the basic plane.
  var actsOnTerminal: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Four digits, as JSON wants them.
  var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension String {
  /// Harmful characters written out, such as `\u{1B}`; with ASCII glyphs, typographic characters spelt in ASCII.
  ///
  /// Other characters stay in ASCII mode too: they are somebody's names.
  func printable(_ glyphs: Surface.Glyphs, keeping kept: [Unicode.Scalar] = []) -> String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar.actsOnTerminal, !kept.contains(scalar) {
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else if glyphs == .ascii, let spelling = spellings[scalar] {
        text += spelling
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

/// What our own sentences use beyond ASCII, and what stands for it where only ASCII is shown.
private let spellings: [Unicode.Scalar: String] = [
  "−": "-", "–": "-", "—": "-", "…": "...", "±": "+/-", "×": "x", "÷": "/", "·": "|", "•": "*",
  "→": "->", "←": "<-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "∞": "inf",
  "“": "\"", "”": "\"", "‘": "'", "’": "'", "\u{A0}": " ", "─": "-",
]
