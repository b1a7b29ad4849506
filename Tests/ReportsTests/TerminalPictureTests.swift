import Language
import Testing

@testable import Reports

@Suite("Pictures on a terminal")
struct TerminalPictureTests {
  private func lines(_ place: Int, _ surface: Surface) -> [String] {
    let text = Document([.chart(Kinds.all[place].chart)]).rendered(on: surface)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test(
    "every kind looks as it was approved with colour, without it and in ASCII, and no line is too wide",
    arguments: [60, 80, 120])
  func approvedLook(width: Int) throws {
    let document = Document(Kinds.all.flatMap { [.chart($0.chart), .blank] })
    for (name, glyphs) in [("mono", Surface.Glyphs.unicode), ("ascii", .ascii)] {
      let text = document.rendered(on: Surface(width: width, rows: 40, glyphs: glyphs))
      #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= width })
      try Snapshot.check(text, "kinds-\(name)-\(width)")
    }
    let colour = document.lines(on: Surface(width: width, rows: 40, colour: .ansi256))
    try Snapshot.check(Snapshot.inked(colour), "kinds-colour-\(width)")
  }

  @Test("in ASCII a picture has the same rows, with ASCII alone but for names", arguments: Kinds.all.indices)
  func ascii(place: Int) {
    for width in [60, 80, 120] {
      let (plain, drawn) = (
        lines(place, Surface(width: width, rows: 40, glyphs: .ascii)), lines(place, Surface(width: width, rows: 40))
      )
      #expect(plain.count == drawn.count, "\(Kinds.all[place].name) at \(width)")
      for line in plain {
        let rest = line.replacing("退款和拒付", with: "").replacing("稳健", with: "")
        #expect(rest.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 }, "\(line)")
      }
    }
  }

  @Test("axes are straight: what stands on one is in the same column in every row", arguments: Kinds.all.indices)
  func square(place: Int) {
    for width in [60, 80, 120] {
      let columns = lines(place, Surface(width: width, rows: 40)).compactMap { line -> Int? in
        guard let axis = line.firstIndex(where: { "┤├└".contains($0) }) else { return nil }
        return String(line[..<axis]).displayWidth
      }
      #expect(Set(columns).count <= 1, "\(Kinds.all[place].name) at \(width): \(columns)")
    }
  }

  @Test("an icon array is ten by ten signs, a map as many cells as it has values, fifty dots are fifty")
  func counts() throws {
    let of = { (name: String) in Kinds.all.firstIndex { $0.name == name } ?? 0 }
    let surface = Surface(width: 80, rows: 40)
    // The signs stand in the first eleven pairs of columns, in blocks of ten.
    let signs = lines(of("signs"), surface).map { String($0.dropFirst(2).prefix(21)) }
    let whole = signs.filter { $0.allSatisfy { "xo+ ".contains($0) } && $0.count { $0 != " " } == 20 }
    #expect(whole.count == 5, "\(signs)")
    let dots = lines(of("dots"), surface).dropFirst().prefix { !$0.contains("─") }
    #expect(dots.joined().count { "xo+".contains($0) } == 50)
  }
}
