import Testing

@testable import Reports

@Suite struct DocumentTests {
  private static let surfaces = [40, 53, 60, 80, 100, 120, 200].flatMap { width in
    Surface.Glyphs.allCases.flatMap { glyphs in
      Surface.Colour.allCases.map { Surface(width: width, rows: 40, colour: $0, glyphs: glyphs) }
    }
  }

  @Test("no line is wider than the surface", arguments: surfaces)
  func width(surface: Surface) {
    let lines = Samples.everything.lines(on: surface)
    #expect(lines.allSatisfy { $0.width <= surface.width })
    #expect(lines.count > 40)
  }

  @Test("there is no escape sequence without colour, and there is one with it")
  func escapes() {
    for surface in Self.surfaces {
      let text = Samples.everything.rendered(on: surface)
      #expect(text.unicodeScalars.contains("\u{1B}") == (surface.colour != .none))
    }
  }

  @Test("without their escape sequences, all colour depths are the same picture")
  func colourDepths() {
    let pictures = [Surface.Colour.ansi16, .ansi256, .trueColour].map { colour in
      Samples.everything.lines(on: Surface(width: 80, rows: 40, colour: colour))
    }
    #expect(pictures.allSatisfy { $0 == pictures[0] })
    let painted = pictures[0].map { $0.painted(.trueColour) }.joined()
    #expect(painted.contains("38;2;255;175;0"))
  }

  @Test("ASCII surfaces get nothing but printable ASCII, names aside", arguments: [40, 80, 120])
  func ascii(width: Int) {
    let text = Samples.everything.rendered(on: Surface(width: width, rows: 40, glyphs: .ascii))
    let name = "稳健方案"
    let others = text.unicodeScalars.filter { !name.unicodeScalars.contains($0) }
    #expect(others.allSatisfy { $0 == "\n" || (0x20...0x7E).contains($0.value) })
    #expect(text.contains(name))
  }

  @Test("a name cannot steer the terminal, break the line or turn it around")
  func hostileNames() {
    let name = "evil\u{1B}[2J\u{9B}31m\n\u{202E}\u{2028}\u{7}end"
    let shown = #"evil\u{1B}[2J\u{9B}31m\u{A}\u{202E}\u{2028}\u{7}end"#
    let table = Table(
      columns: [Table.Column(name, .text)],
      sections: [
        Table.Section(name, rows: [Table.Row([.text(name)])])
      ])
    var chart = Samples.flatFan(1, periods: 2)
    chart.title = name
    chart.periods[0].label = name
    let document = Document([
      .heading(name), .paragraph([TextRun(name)]), .facts([Fact(name, [.good(name)], note: name)]), .table(table),
      .chart(.fan(chart)),
    ])
    for text in [document.rendered(on: Surface(width: 200, rows: 40)), document.markdown()] {
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.actsOnTerminal })
    }
    #expect(document.rendered(on: Surface(width: 200, rows: 40)).hasPrefix(shown + "\n  " + shown + "\n"))
  }

  @Test("a note stands beside its value if there is room, below the other notes if possible")
  func notes() {
    let facts = Block.facts([
      Fact("Ruin", ["18.3 %"], note: "month 3"), Fact("Cash", ["P5 −410   P50 4,910"], note: "start 3,000"),
      Fact("Hours", [TextRun(String(repeating: "8 ", count: 20))], note: "a week"),
    ])
    #expect(
      Document([facts]).rendered(on: Surface(width: 42)) == """
          Ruin    18.3 %   month 3
          Cash    P5 −410   P50 4,910
                  start 3,000
          Hours   8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8
                  8 8 8 8
                  a week

        """)
  }

  @Test("a path that is too long for a label is not cut: its value stands below it")
  func longLabels() {
    let facts = Block.facts([Fact("other", ["Postage."]), Fact("returns.to_supplier.shipping", ["Of a parcel back."])])
    #expect(
      Document([facts]).rendered(on: Surface(width: 50)) == """
          other                 Postage.
          returns.to_supplier.shipping
                                Of a parcel back.

        """)
  }

  @Test("an empty document is empty text")
  func empty() {
    #expect(Document().rendered(on: Surface()).isEmpty)
    #expect(Document().markdown().isEmpty)
    #expect(Document([.blank, .facts([]), .paragraph([])]).rendered(on: Surface()) == "\n\n")
  }

  @Test("unknown and absurd sizes become sensible ones")
  func surfaceLimits() {
    #expect(Surface(width: 0).width == 80)
    #expect(Surface(width: -5).width == 80)
    #expect(Surface(width: 3).width == 40)
    #expect(Surface(width: .max).width == 10_000)
    #expect(Surface(rows: .min).rows == 0)
  }
}
