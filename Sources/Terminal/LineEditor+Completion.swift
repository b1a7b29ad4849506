import CEdit
import Glibc

extension LineEditor {
  /// The completion key.
  func completeAtCursor() -> KeyOutcome {
    let state = currentLine
    let line = state.text
    let completion = complete(line, state.textBeforeCursor.count)
    switch completion.step(in: line) {
    case .nothing:
      return .refuse
    case .insert(let text, let range):
      replace(scalarRange(of: range, in: line), with: text)
      return .lineChanged
    case .list:
      // The list is printed below the line, so the cursor has to be drawn at its end first.
      pendingList = (completion.candidates, state.scalars.count - state.cursor)
      moveCursor(to: state.scalars.count)
      push(PushedKey.showList)
      return .cursorMoved
    }
  }

  func showPendingList() -> KeyOutcome {
    guard let list = pendingList else { return .nothing }
    pendingList = nil
    let size = TerminalSize(descriptor: STDOUT_FILENO)
    // The prompt and the line have to stay on the screen.
    let height = max((size.rows ?? 24) - 3, 3)
    let rows = CandidateList.layOut(list.candidates, columns: size.columns - 1, rows: height)
    ced_print("\n" + rows.joined(separator: "\n") + "\n")
    moveCursor(to: currentLine.scalars.count - list.cursorFromEnd)
    redraw()
    return .nothing
  }

  private func scalarRange(of range: Range<Int>, in line: String) -> Range<Int> {
    let start = line.index(line.startIndex, offsetBy: range.lowerBound)
    let end = line.index(start, offsetBy: range.count)
    let before = line.unicodeScalars.distance(from: line.startIndex, to: start)
    return before..<before + line.unicodeScalars.distance(from: start, to: end)
  }
}
