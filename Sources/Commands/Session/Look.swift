package import Reports

/// How answers look, by the choice of the operator.
package struct Look: Equatable, Sendable {
  package enum Glyphs: String, CaseIterable, Sendable { case auto, blocks, ascii }
  package enum Language: String, CaseIterable, Sendable { case auto, en, zh }
  package enum Choice: String, CaseIterable, Sendable { case auto, on, off }

  package var glyphs = Glyphs.auto
  package var hints = Choice.auto
  package var colour = Choice.auto
  package var pager = Choice.auto
  package var language = Language.auto
  /// Is what is answered read aloud?
  package var isPlain = false
  package var keep = Choice.auto

  package init() {}

  /// - Parameter usesUnicode: does the screen seem to show more than ASCII?
  package func glyphs(usesUnicode: Bool) -> Surface.Glyphs {
    switch glyphs {
    case .auto: usesUnicode ? .unicode : .ascii
    case .blocks: .unicode
    case .ascii: .ascii
    }
  }
}

extension Look {
  /// One row of `ui`.
  struct Setting: Sendable {
    let name: String
    let synonyms: [String]
    let values: [String]
    let summary: String
    let get: @Sendable (Look) -> String
    /// Takes one of `values`.
    let set: @Sendable (inout Look, String) -> Void
  }

  static let settings: [Setting] = [
    Setting(
      name: "glyphs", synonyms: ["字形"], values: Glyphs.allCases.map(\.rawValue),
      summary: "characters for charts and tables; to see whether your terminal can draw them, write: about",
      get: { $0.glyphs.rawValue }, set: { look, word in look.glyphs = Glyphs(rawValue: word) ?? look.glyphs }),
    Setting(
      name: "hints", synonyms: ["提示"], values: Choice.allCases.map(\.rawValue),
      summary: "shows what you can type next, in dim text; auto: only where colours are shown",
      get: { $0.hints.rawValue }, set: { look, word in look.hints = Choice(rawValue: word) ?? look.hints }),
    Setting(
      name: "colour", synonyms: ["color", "颜色"], values: Choice.allCases.map(\.rawValue),
      summary: "colours in answers; auto: on a terminal, unless NO_COLOR is set",
      get: { $0.colour.rawValue }, set: { look, word in look.colour = Choice(rawValue: word) ?? look.colour }),
    Setting(
      name: "pager", synonyms: ["分页"], values: ["auto", "off"],
      summary: "pauses when an answer is taller than the screen",
      get: { $0.pager.rawValue }, set: { look, word in look.pager = Choice(rawValue: word) ?? look.pager }),
    Setting(
      name: "lang", synonyms: ["language", "语言"], values: Language.allCases.map(\.rawValue),
      summary: "the language of answers; auto: set by --lang, else your system's",
      get: { $0.language.rawValue }, set: { look, word in look.language = Language(rawValue: word) ?? look.language }),
    Setting(
      name: "plain", synonyms: ["朗读"], values: ["off", "on"],
      summary: "for screen readers: tables as labelled lines, charts as sentences",
      get: { $0.isPlain ? "on" : "off" }, set: { look, word in look.isPlain = word == "on" }),
    Setting(
      name: "keep", synonyms: ["留存"], values: Choice.allCases.map(\.rawValue),
      summary: "keeps finished runs for later; auto: only when you work in a terminal",
      get: { $0.keep.rawValue }, set: { look, word in look.keep = Choice(rawValue: word) ?? look.keep }),
  ]

  static func setting(_ word: String) -> Setting? {
    settings.first { $0.name == word || $0.synonyms.contains(word) }
  }

  /// As commands that bring it about from the defaults.
  var commands: [String] {
    Look.settings.filter { $0.get(self) != $0.get(Look()) }.map { "ui \($0.name) \($0.get(self))" }
  }
}
