/// How a piece of text is painted. `Palette` knows which numbers a terminal wants for it.
struct Ink: Hashable {
  enum Weight: Hashable { case normal, bold, faint }

  var foreground: Swatch?
  var background: Swatch?
  var weight: Weight = .normal

  static let plain = Ink()
  static let faint = Ink(weight: .faint)
  static let bold = Ink(weight: .bold)
}

extension Ink {
  init(_ tone: Tone) {
    switch tone {
    case .plain: self = .plain
    case .strong: self = .bold
    case .dim: self = .faint
    case .good: self.init(foreground: .good)
    case .bad: self.init(foreground: .bad)
    case .accent: self.init(foreground: .accent)
    }
  }
}

/// The few colours of the house, chosen to be readable on dark and on light ground. Good is blue and bad is rust: to Chinese
/// readers red means up and green means down, and the common colour blindnesses keep blue and rust apart. Bands are blue and
/// the median is orange, for the same reason. What stands beside each other is at least 20 apart in CIE Lab for everybody, in
/// full colour and with each of the three kinds of colour blindness (`ColourBlindnessTests`).
enum Swatch: Hashable, CaseIterable {
  case good, bad, accent
  case outerBand, innerBand, median, plan, zero, zeroOverBand
  case series0, series1, series2, series3, series4, series5

  /// The colour of one of several things that are drawn together. Six are told apart; from the seventh on they repeat,
  /// and a letter or a name tells which is which.
  static func series(_ index: Int) -> Swatch {
    let all: [Swatch] = [.series0, .series1, .series2, .series3, .series4, .series5]
    return all[index % all.count]
  }

  case ramp0, ramp1, ramp2, ramp3, ramp4, ramp5, ramp6, ramp7, onDark, onBright

  /// From low to high: dark to bright, and readable without telling hues apart (after viridis).
  static let ramp: [Swatch] = [.ramp0, .ramp1, .ramp2, .ramp3, .ramp4, .ramp5, .ramp6, .ramp7]
}

extension Ink {
  /// A cell of a heat map with text in it.
  static func ramp(_ step: Int) -> Ink {
    let step = min(max(step, 0), Swatch.ramp.count - 1)
    return Ink(foreground: step < Swatch.ramp.count / 2 ? .onDark : .onBright, background: Swatch.ramp[step])
  }
}

/// Codes of "select graphic rendition" (ECMA-48, and xterm's extensions for 256 and 24-bit colours).
enum Palette {
  static let reset = "\u{1B}[0m"

  /// The escape sequence that switches to an ink, or nil when there is nothing to switch.
  static func sequence(_ ink: Ink, _ colour: Surface.Colour) -> String? {
    guard colour != .none, ink != .plain else { return nil }
    var codes: [String] = []
    switch ink.weight {
    case .normal: break
    case .bold: codes.append("1")
    case .faint: codes.append("2")
    }
    if let swatch = ink.foreground { codes.append(code(swatch, colour, isBackground: false)) }
    if let swatch = ink.background { codes.append(code(swatch, colour, isBackground: true)) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func code(_ swatch: Swatch, _ colour: Surface.Colour, isBackground: Bool) -> String {
    let row = row(swatch)
    switch colour {
    case .none, .ansi16: return String(isBackground ? row.ansi16 + 10 : row.ansi16)
    case .ansi256: return "\(isBackground ? 48 : 38);5;\(row.ansi256)"
    case .trueColour:
      return "\(isBackground ? 48 : 38);2;\(row.red);\(row.green);\(row.blue)"
    }
  }

  /// 256-colour numbers are cells of xterm's 6×6×6 cube; the 24-bit values are the colours of the same cells.
  private static func row(_ swatch: Swatch) -> (ansi16: Int, ansi256: Int, red: Int, green: Int, blue: Int) {
    switch swatch {
    case .good: (94, 32, 0, 135, 215)
    case .bad: (31, 166, 215, 95, 0)
    case .accent: (36, 99, 135, 95, 255)
    case .outerBand: (34, 24, 0, 95, 135)
    case .innerBand: (36, 74, 95, 175, 215)
    case .median: (93, 214, 255, 175, 0)
    case .plan: (35, 135, 175, 95, 255)
    case .zero: (90, 245, 138, 138, 138)
    case .zeroOverBand: (30, 16, 0, 0, 0)
    case .series0: (94, 74, 95, 175, 215)
    case .series1: (93, 214, 255, 175, 0)
    case .series2: (35, 135, 175, 95, 255)
    case .series3: (32, 65, 95, 135, 95)
    case .series4: (33, 143, 175, 175, 95)
    case .series5: (31, 94, 135, 95, 0)
    case .ramp0: (35, 17, 0, 0, 95)
    case .ramp1: (35, 53, 95, 0, 95)
    case .ramp2: (34, 24, 0, 95, 135)
    case .ramp3: (34, 66, 95, 135, 135)
    case .ramp4: (36, 72, 95, 175, 135)
    case .ramp5: (36, 78, 95, 215, 135)
    case .ramp6: (33, 118, 135, 255, 0)
    case .ramp7: (33, 228, 255, 255, 135)
    case .onDark: (97, 231, 255, 255, 255)
    case .onBright: (30, 16, 0, 0, 0)
    }
  }
}
