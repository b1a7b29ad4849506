import CEdit

/// Asks the terminal how it draws.
package enum CursorProbe {
  /// The cells that it takes for a text, up to some dozens; nil where there is no terminal or it does not answer.
  package static func cells(of text: String) -> Int? {
    let cells = ced_cells_of(text)
    return cells < 0 ? nil : Int(cells)
  }
}
