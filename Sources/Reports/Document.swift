/// An answer before it has a look: renderers turn it into terminal text or Markdown.
package struct Document: Sendable {
  package var blocks: [Block]

  package init(_ blocks: [Block] = []) {
    self.blocks = blocks
  }
}

package enum Block: Sendable {
  case heading(String)
  case paragraph([TextRun])
  case facts([Fact])
  case table(Table)
  case chart(Chart)
  case blank
}

/// A line such as `Runs out of money   18.3 %  ± 0.4      usually day 70–121`.
package struct Fact: Hashable, Sendable {
  package var label: String
  package var value: [TextRun]
  /// Said more quietly after the value; empty when there is nothing to add.
  package var note: String

  package init(_ label: String, _ value: [TextRun], note: String = "") {
    self.label = label
    self.value = value
    self.note = note
  }
}

/// A piece of a sentence said in one tone.
package struct TextRun: Hashable, Sendable {
  package var text: String
  package var tone: Tone

  package init(_ text: String, _ tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }

  package static func strong(_ text: String) -> TextRun { TextRun(text, .strong) }
  package static func dim(_ text: String) -> TextRun { TextRun(text, .dim) }
  package static func good(_ text: String) -> TextRun { TextRun(text, .good) }
  package static func bad(_ text: String) -> TextRun { TextRun(text, .bad) }
  package static func accent(_ text: String) -> TextRun { TextRun(text, .accent) }
}

extension TextRun: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

/// How something is said. A tone only underlines: sign, word or place must carry the meaning without it.
package enum Tone: Hashable, Sendable, CaseIterable {
  case plain, strong, dim, good, bad, accent
}
