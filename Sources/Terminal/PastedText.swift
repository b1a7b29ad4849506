/// Makes one editable line of what a terminal pasted.
package enum PastedText {
  /// A paste larger than this many Unicode scalars is cut: no line may be longer.
  package static let limit = 1 << 20

  /// - Parameters:
  ///   - pasted: the raw text; its newlines may be any mixture of CR and LF, because the terminal swaps them.
  ///   - before: what stands before the cursor; the first pasted row goes on from it.
  ///   - isIncomplete: whether a command goes on after the text given; then the newline stays.
  ///   - joint: what replaces a newline between two complete commands, by the text before it; nil keeps it.
  /// - Returns: printable text: tabs are spaces, empty rows and control characters are gone.
  package static func joined(
    _ pasted: String, after before: String, isIncomplete: (String) -> Bool, joint: ((String) -> String)?
  ) -> String {
    let rows = pasted.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map(cleaned).filter {
      !$0.allSatisfy { $0 == " " }
    }
    guard let joint else { return rows.joined(separator: "\n") }
    var result = ""
    // What the parser is asked about: from the last joint on, so that a long paste is read once, not once per row.
    var open = before
    for (index, row) in rows.enumerated() {
      result += row
      open += row
      if index == rows.count - 1 { break }
      if isIncomplete(open) {
        result += "\n"
        open += "\n"
      } else {
        result += joint(open)
        open = ""
      }
    }
    return result
  }

  private static func cleaned(_ row: Substring.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    for scalar in row {
      if scalar == "\t" {
        result.append(" ")
      } else if scalar.properties.generalCategory != .control {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
