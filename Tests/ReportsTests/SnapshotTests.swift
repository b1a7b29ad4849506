import Testing

@testable import Reports

@Suite struct SnapshotTests {
  @Test("blocks, glyphs and letters look as they were approved", arguments: [60, 80, 120])
  func approvedLook(width: Int) throws {
    let document = Samples.everything
    try Snapshot.check(document.rendered(on: Surface(width: width, rows: 40)), "mono-\(width)")
    try Snapshot.check(document.rendered(on: Surface(width: width, rows: 40, glyphs: .ascii)), "ascii-\(width)")
    let colour = document.lines(on: Surface(width: width, rows: 40, colour: .ansi256))
    try Snapshot.check(Snapshot.inked(colour), "colour-\(width)")
  }

  @Test("Markdown looks as it was approved")
  func approvedMarkdown() throws {
    try Snapshot.check(Samples.everything.markdown(), "markdown")
  }
}
