import Testing
import Foundation
@testable import Reports
@Test func look() throws {
  for (name, c, g) in [("mono", Surface.Colour.none, Surface.Glyphs.unicode), ("ascii", .none, .ascii), ("colour", .ansi256, .unicode), ("c16", .ansi16, .unicode)] {
    for w in [60, 80, 120] {
      let t = Samples.everything.rendered(on: Surface(width: w, rows: 40, colour: c, glyphs: g))
      try t.write(toFile: "/tmp/look.\(name).\(w)", atomically: true, encoding: .utf8)
    }
  }
  try Samples.everything.markdown().write(toFile: "/tmp/look.md", atomically: true, encoding: .utf8)
  try (Samples.statement.csv() + Samples.comparison.json().text(.pretty)).write(toFile: "/tmp/look.data", atomically: true, encoding: .utf8)
}
