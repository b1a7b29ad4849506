/// A bar to the left or to the right of a middle, for a cell of a table: `◂━━━` for less, `━━▸` for more.
struct SwingBar {
  /// The longest swing: its bar has all the cells of its side.
  let longest: Double
  let glyphs: Surface.Glyphs
  /// Cells on either side.
  static let cells = 5

  func text(_ swing: Double) -> String {
    guard longest > 0, swing.isFinite, swing != 0 else { return "" }
    let length = min(Self.cells, max(1, Int((swing.magnitude / longest * Double(Self.cells)).rounded())))
    let (left, line, right) = glyphs == .ascii ? ("<", "-", ">") : ("◂", "━", "▸")
    let shaft = String(repeating: line, count: length - 1)
    let blanks = String(repeating: " ", count: Self.cells - length)
    return swing < 0 ? blanks + left + shaft : String(repeating: " ", count: Self.cells) + shaft + right
  }
}
