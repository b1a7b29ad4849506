/// What a document is drawn on: how wide, how high, which colours and characters it shows.
package struct Surface: Hashable, Sendable {
  package enum Colour: Hashable, Sendable, CaseIterable {
    case none, ansi16, ansi256, trueColour
  }

  package enum Glyphs: Hashable, Sendable, CaseIterable {
    /// Block elements, box lines, `−` and `…`.
    case unicode
    /// Bytes 0x20 to 0x7E only, except in names that the user wrote.
    case ascii
  }

  /// Cells in a line, from 40 to 10,000: below that no table fits, beyond it nobody reads.
  package let width: Int
  /// Lines of the screen; nil when there is no screen (a pipe or a file).
  package let rows: Int?
  /// Do rows of tables stay whole, however wide? Without a screen they do, unless somebody asked for a width: programs
  /// read them then.
  package let keepsRowsWhole: Bool
  package let colour: Colour
  package let glyphs: Glyphs
  /// Is it read aloud? Then there are no columns and no pictures.
  package let isPlain: Bool

  /// A width of zero or less counts as unknown and becomes 80.
  /// - Parameter isWidthAsked: did the operator say how wide?
  package init(
    width: Int = 80, rows: Int? = nil, isWidthAsked: Bool = false, colour: Colour = .none, glyphs: Glyphs = .unicode,
    isPlain: Bool = false
  ) {
    self.width = width < 1 ? 80 : min(max(width, 40), 10_000)
    self.rows = rows.map { max(0, $0) }
    keepsRowsWhole = rows == nil && !isWidthAsked
    self.colour = colour
    self.glyphs = glyphs
    self.isPlain = isPlain
  }

  var numbers: NumberFormat { NumberFormat(glyphs: glyphs) }
}

/// Everything but headings stands two cells in, so that the eye finds the answer below the question.
let indentation = 2
