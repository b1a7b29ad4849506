import Foundation

/// A colour as a screen shows it, and as others see it.
struct Colour: Hashable, CustomStringConvertible {
  /// From 0 to 1, as sRGB writes them.
  let red: Double
  let green: Double
  let blue: Double

  init(_ red: Int, _ green: Int, _ blue: Int) {
    (self.red, self.green, self.blue) = (Double(red) / 255, Double(green) / 255, Double(blue) / 255)
  }

  /// `#1b66a8`, or `#fff` for it.
  init?(hex: some StringProtocol) {
    let digits = hex.dropFirst().flatMap { hex.count == 4 ? [$0, $0] : [$0] }
    guard hex.first == "#", digits.count == 6, let value = Int(String(digits), radix: 16) else { return nil }
    self.init(value >> 16, value >> 8 & 255, value & 255)
  }

  /// A cell of xterm's 256 colours: 16 that terminals choose, the cube of 6, and greys.
  init?(xterm number: Int) {
    switch number {
    case 16...231:
      let level = { (step: Int) in step == 0 ? 0 : 55 + 40 * step }
      self.init(level((number - 16) / 36), level((number - 16) / 6 % 6), level((number - 16) % 6))
    case 232...255: self.init(8 + 10 * (number - 232), 8 + 10 * (number - 232), 8 + 10 * (number - 232))
    default: return nil
    }
  }

  var description: String { "(\(Int(red * 255)), \(Int(green * 255)), \(Int(blue * 255)))" }
}

/// Eyes: those that see three colours, and those that lack one kind of cone. The matrices are those of Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, Table 1,
/// severity 1.0, for linear RGB.
enum ColourVision: String, CaseIterable {
  case full, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// What is seen of a colour, in CIE Lab under daylight (D65).
  func lab(_ colour: Colour) -> [Double] {
    let light = [colour.red, colour.green, colour.blue].map {
      $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
    }
    let seen = matrix.map { row in min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) }
    let xyz = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
    ].map { row in zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } }
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
      let part = value / white
      return part > 216.0 / 24389 ? cbrt(part) : (24389.0 / 27 * part + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  /// How far two colours are apart for these eyes (CIE 1976). About 2.3 is just seen side by side.
  func distance(_ one: Colour, _ other: Colour) -> Double {
    zip(lab(one), lab(other)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }
}
