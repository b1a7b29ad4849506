import Language
import Reports
import Simulation

extension CommandSpec {
  static let about = CommandSpec(
    "about", synonyms: ["version", "关于"], "shows the version, and whether this terminal can draw the charts",
    syntax: "about", examples: ["about"], scenario: .never, related: ["ui", "help"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 0)
    var facts = [
      Fact(
        "dropcast", [.strong(session.surroundings.version)],
        note: say("random numbers: version \(Program.streamVersion)"))
    ]
    facts.append(Fact(say("engine"), [TextRun(Program.build)], note: say("all engines give the same results")))
    facts += session.surroundings.terminalFacts().map { Fact($0.label.said, [TextRun($0.value.said)]) }
    facts.append(Fact(say("glyphs"), [TextRun(session.glyphs == .ascii ? "ascii" : "blocks")]))
    return Answer(Document([.facts(facts), .blank] + GlyphTest.blocks(session.glyphs)))
  }
}

/// Two lines of the same width wherever the glyphs of charts and tables take one cell each.
private enum GlyphTest {
  private static let glyphs = "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉░▒▓│─┤┬┴┼±×·…−→"

  static func blocks(_ shown: Surface.Glyphs) -> [Block] {
    guard shown == .unicode else {
      return [
        .paragraph([
          .dim(say("Charts and tables now use only ASCII characters. To try block characters, write: ui glyphs blocks"))
        ])
      ]
    }
    return [
      .paragraph([TextRun(glyphs + "│ " + say("do the vertical bars line up, and is every"))]),
      .paragraph([TextRun("123456789012345678901234567890│ " + say("character drawn? If not: ui glyphs ascii"))]),
    ]
  }
}
