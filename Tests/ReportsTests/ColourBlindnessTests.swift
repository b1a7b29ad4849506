import Foundation
import Language
import Testing

@testable import Reports

/// Whoever lacks a kind of cone reads the same answers: colours that stand beside each other stay apart, and none says what
/// nothing else says.
@Suite("Colours for everybody")
struct ColourBlindnessTests {
  /// The least distance in CIE Lab (1976) of colours that have to be told apart: some nine times what is just seen.
  private static let apart = 20.0
  /// The same of neighbours on a ramp, which are also ever brighter.
  private static let stepApart = 10.0

  /// Colours that stand beside each other on a terminal.
  private static let groups: [[Swatch]] = [
    [.good, .bad, .accent], [.outerBand, .innerBand, .median, .plan], [.zero, .outerBand, .plan],
    [.zeroOverBand, .outerBand, .innerBand], [.median, .plan, .zero],
    (0..<6).map(Swatch.series),
  ]

  private func colour(_ swatch: Swatch, _ depth: Surface.Colour) throws -> Colour {
    let sequence = try #require(Palette.sequence(Ink(foreground: swatch), depth))
    let codes = sequence.dropFirst(2).dropLast().split(separator: ";").compactMap { Int($0) }
    if depth == .ansi256 { return try #require(codes.last.flatMap(Colour.init(xterm:))) }
    try #require(codes.count == 5)
    return Colour(codes[2], codes[3], codes[4])
  }

  private func expectApart(_ colours: [(name: String, colour: Colour)], by least: Double = apart) {
    for (place, one) in colours.enumerated() {
      for other in colours[..<place] {
        for eyes in ColourVision.allCases {
          let distance = eyes.distance(one.colour, other.colour)
          #expect(distance >= least, "\(other.name) and \(one.name), \(eyes): \(distance)")
        }
      }
    }
  }

  @Test(
    "what stands beside each other on a terminal is told apart by everybody",
    arguments: [Surface.Colour.ansi256, .trueColour])
  func terminal(depth: Surface.Colour) throws {
    for group in Self.groups { expectApart(try group.map { ("\($0)", try colour($0, depth)) }) }
    #expect(try Swatch.allCases.allSatisfy { try colour($0, .ansi256) == colour($0, .trueColour) || $0 == .zero })
  }

  @Test("a ramp rises for everybody, and its neighbours are told apart", arguments: ColourVision.allCases)
  func ramp(eyes: ColourVision) throws {
    let steps = try Swatch.ramp.map { try colour($0, .trueColour) }
    for (low, high) in zip(steps, steps.dropFirst()) {
      #expect(eyes.lab(high)[0] > eyes.lab(low)[0] + 4, "\(low) \(high)")
      #expect(eyes.distance(low, high) >= Self.stepApart, "\(low) \(high)")
    }
  }

  /// The colours that a sheet gives to names, in each of its blocks: a light screen, a dark one, paper.
  private func palettes() throws -> [[String: Colour]] {
    let css = try ["report/picture.css", "report/report.css"].map { try #require(Asset.text($0)) }.joined()
    return css.matches(of: /:root\{(?<rows>[^}]*--ruin:[^}]*)\}/).map { block in
      block.output.rows.split(separator: ";").reduce(into: [:]) { colours, row in
        let parts = row.split(separator: ":")
        guard parts.count == 2, let colour = Colour(hex: parts[1]) else { return }
        colours[String(parts[0].dropFirst(2))] = colour
      }
    }
  }

  @Test("how worlds end is told apart by everybody in a report, on light and dark screens and on paper")
  func report() throws {
    let palettes = try palettes()
    #expect(palettes.count == 3)
    for palette in palettes {
      let inks = try ["ruin", "loss", "profit", "keep"].map { ($0, try #require(palette[$0])) }
      expectApart(inks + [("paper", try #require(palette["paper"]))])
    }
  }

  @Test("pictures of maps have the colours of the terminal's")
  func sameRamp() throws {
    let css = try #require(Asset.text("report/picture.css"))
    for (step, swatch) in Swatch.ramp.enumerated() {
      let match = try #require(css.firstMatch(of: try Regex("\\.r\(step)\\{fill:(#[0-9a-f]{6})\\}")))
      let written = try #require(match.output[1].substring.flatMap { Colour(hex: $0) })
      #expect(try written == colour(swatch, .trueColour))
    }
  }

  @Test("the model of eyes: red and green of one lightness become one, blue and yellow do not")
  func model() {
    let (red, green) = (Colour(200, 80, 60), Colour(125, 122, 40))
    #expect(ColourVision.full.distance(red, green) > 50)
    #expect(ColourVision.deuteranopia.distance(red, green) < 25)
    #expect(ColourVision.deuteranopia.distance(Colour(0, 0, 255), Colour(255, 255, 0)) > 100)
    #expect(ColourVision.full.lab(Colour(255, 255, 255)).map { ($0 * 10).rounded() } == [1000, 0, 0])
  }

  // MARK: Not by colour alone

  @Test("the endings of worlds have signs and words of their own")
  func signs() {
    let signs: [WorldSign] = [.out, .loss, .profit]
    #expect(Set(signs.map(\.sign)).count == 3)
    #expect(
      Set(
        Kinds.all.compactMap { kind -> [Character]? in
          if case .signs(let signs) = kind.chart { signs.kinds.map(\.sign) } else { nil }
        }.joined()
      ).count == 3)
  }

  @Test(
    "other values of a chart look different without colour, in characters", arguments: [Surface.Glyphs.unicode, .ascii])
  func withoutColour(glyphs: Surface.Glyphs) {
    let surface = Surface(width: 80, rows: 40, glyphs: glyphs)
    func text(_ chart: Chart) -> String { Document([.chart(chart)]).rendered(on: surface) }
    var dots = Kinds.dots
    dots.dots[49].sign = .out
    #expect(text(.dots(dots)) != text(.dots(Kinds.dots)))
    let map = { (value: Double) in
      Chart.heat(
        HeatMap(
          title: "Ruin", unit: "", style: .share, origin: "", rowName: "a", columnName: "b", rowLabels: ["1", "2"],
          columnLabels: ["3", "4"], values: [[0.1, value], [0.9, 0.4]]))
    }
    #expect(text(map(0.2)) != text(map(0.8)))
    let lines = { (first: [Double], second: [Double]) in
      Chart.overlay(
        OverlayChart(
          title: "Cash", unit: "USD", style: .money, origin: "seed 1", labels: ["1", "2", "3"],
          series: [.init("base", p50: first, p5: first), .init("lean", p50: second, p5: second)]))
    }
    #expect(text(lines([1, 2, 3], [3, 2, 0])) != text(lines([3, 2, 0], [1, 2, 3])))
    let bars = { (part: SignBars.Part) in
      Chart.bars(SignBars(title: "Gain", origin: "", rows: [.init("above 0", 43, [part])], key: []))
    }
    #expect(text(bars(.init("+", 43, .good))) != text(bars(.init("x", 43, .bad))))
  }
}
