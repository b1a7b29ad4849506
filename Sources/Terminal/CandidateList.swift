/// Lays candidates out in columns.
package enum CandidateList {
  /// Rows of at most `columns` cells, read from left to right; at most `rows` of them, the last one then telling how
  /// many candidates are not shown.
  package static func layOut(_ candidates: [Completion.Candidate], columns: Int, rows: Int) -> [String] {
    let texts = candidates.map { printable($0.text) }
    let textWidth = texts.map(DisplayWidth.of).max() ?? 0
    let cells = zip(texts, candidates).map { text, candidate in
      candidate.note.isEmpty ? text : pad(text, to: textWidth + gap) + printable(candidate.note)
    }
    let cellWidth = min(cells.map(DisplayWidth.of).max() ?? 0, max(columns, 1))
    let perRow = max(1, (columns + gap) / (cellWidth + gap))
    let isCut = cells.count > perRow * rows
    let shown = isCut ? cells.prefix(perRow * max(rows - 1, 1)) : cells[...]
    let lines = stride(from: 0, to: shown.count, by: perRow).map { start in
      row(shown[start..<min(start + perRow, shown.count)], cellWidth: cellWidth)
    }
    return isCut ? lines + [say("… \(cells.count - shown.count) more: keep typing")] : lines
  }

  private static let gap = 3

  private static func row(_ cells: ArraySlice<String>, cellWidth: Int) -> String {
    let fitted = cells.map { DisplayWidth.prefix(of: $0, cells: cellWidth) }
    let padded = fitted.dropLast().map { pad($0, to: cellWidth + gap) }
    return padded.joined() + (fitted.last ?? "")
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// Candidates may come from a file someone else wrote: control, format and bidirectional marks must not act.
  static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
