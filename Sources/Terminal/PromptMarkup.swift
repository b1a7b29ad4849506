/// Turns a prompt as a program would print it into the form libedit draws without miscounting columns.
///
/// libedit wants each run of escape sequences between two bytes 0x01. It swallows the text after two runs side by side,
/// drops a run at the very end and newlines, and shows the rest of an escape sequence it was not told of. So: one run
/// where several stand together, the last run before the last visible character, and no other control characters.
package struct PromptMarkup {
  /// What libedit is given.
  package let text: String
  /// Its width on the terminal.
  package let cells: Int

  /// - Parameter prompt: one row; colours are escape sequences of the form `ESC [ … m`, all others are dropped.
  package init(_ prompt: String) {
    var pieces = Self.split(prompt)
    Self.moveLastEscapeBeforeLastCharacter(&pieces)
    var text = ""
    var cells = 0
    for piece in pieces {
      switch piece {
      case .visible(let visible):
        text += visible
        cells += DisplayWidth.of(visible)
      case .escape(let sequences):
        text += "\u{1}\(sequences)\u{1}"
      }
    }
    self.text = text
    self.cells = cells
  }

  private enum Piece {
    case visible(String)
    case escape(String)
  }

  private static func split(_ prompt: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = prompt.unicodeScalars[...]
    while let scalar = rest.first {
      if let sequence = takeEscapeSequence(&rest) {
        if sequence.last == "m" { append(.escape(sequence), to: &pieces) }
      } else {
        rest.removeFirst()
        if scalar.properties.generalCategory != .control { append(.visible(String(scalar)), to: &pieces) }
      }
    }
    return pieces
  }

  /// Takes a control sequence (ECMA-48, section 5.4) from the front, if one stands there.
  private static func takeEscapeSequence(_ rest: inout Substring.UnicodeScalarView) -> String? {
    guard rest.starts(with: "\u{1B}[".unicodeScalars) else { return nil }
    guard let end = rest.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0.value) }) else { return nil }
    let sequence = String(rest[...end])
    rest = rest[rest.index(after: end)...]
    return sequence
  }

  private static func append(_ piece: Piece, to pieces: inout [Piece]) {
    switch (pieces.last, piece) {
    case (.visible(let before)?, .visible(let text)): pieces[pieces.count - 1] = .visible(before + text)
    case (.escape(let before)?, .escape(let text)): pieces[pieces.count - 1] = .escape(before + text)
    default: pieces.append(piece)
    }
  }

  private static func moveLastEscapeBeforeLastCharacter(_ pieces: inout [Piece]) {
    guard case .escape(let sequences)? = pieces.last else { return }
    pieces.removeLast()
    guard case .visible(var text)? = pieces.popLast(), let last = text.popLast() else { return }
    if !text.isEmpty { pieces.append(.visible(text)) }
    append(.escape(sequences), to: &pieces)
    pieces.append(.visible(String(last)))
  }
}
