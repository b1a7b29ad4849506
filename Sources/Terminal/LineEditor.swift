import CEdit
import Glibc

/// Edits lines at a terminal: history, completion, undo, paste, Chinese text. One per process, used from one thread.
///
/// While it is open, SIGINT, SIGTERM, SIGHUP, SIGWINCH and SIGCONT are its own and SIGQUIT is ignored. Between two
/// lines the terminal is in its usual mode.
package final class LineEditor {
  /// What came instead of or as a line.
  package enum Input: Equatable, Sendable {
    /// A line without its newline at the end; newlines inside it were typed with Alt-Enter or belong to a command
    /// that `isIncomplete` had go on.
    case line(String)
    /// ^C: the line is to be forgotten. At an empty one somebody may be looking for the way out.
    case interrupted(atEmptyLine: Bool)
    /// ^D at an empty line, or the terminal is gone.
    case endOfInput
    /// The process was asked to end by SIGTERM or SIGHUP.
    case ended(signal: Int32)
  }

  /// What may stand at the cursor, given the line and the number of its characters before the cursor.
  package var complete: (String, Int) -> Completion = { _, cursor in
    Completion(replace: cursor..<cursor, candidates: [])
  }

  /// Whether Enter should start another row of the same command, because the text given cannot be a whole one.
  package var isIncomplete: (String) -> Bool = { _ in false }

  /// What takes the place of a pasted newline after a complete command; nil keeps newlines as they are, which a language
  /// in which they end commands wants.
  package var pasteJoint: ((String) -> String)?

  /// What to show dimly behind the end of the line given. It is cut to the row.
  package var hint: ((String) -> String)? {
    didSet {
      guard let handle else { return }
      ced_set_hint_function(handle) { context, room in
        guard let context else { return nil }
        return Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().hintForC(room: Int(room))
      }
    }
  }
  private let hintStorage = CText()

  /// Does the user's `~/.editrc` ask for vi's keys?
  package internal(set) var isVi = false

  var undo = UndoStack()
  /// Whether a key function reads on by itself, so that the line is not in between two keys.
  var isReadingKeys = false
  /// Set by the key for ^C, whose line ends in the same way as one ended by ^D.
  var wasInterrupted = false
  var interruptedEmptyLine = false
  /// The completion to be listed once the cursor stands at the end of the line, and how far back it then has to go.
  var pendingList: (candidates: [Completion.Candidate], cursorFromEnd: Int)?
  /// What can be recalled, oldest first.
  private(set) var remembered: [String] = []
  private var prompt = ""
  private var handle: OpaquePointer?
  private var history: HistoryFile?

  /// Fails when standard input or output is no terminal, when it cannot move its cursor (`TERM` empty or `dumb`), or
  /// when an editor is open already. The caller then reads lines with `ScriptReader`.
  ///
  /// - Parameters:
  ///   - program: the name by which the user's `~/.editrc` may address this program.
  ///   - history: where earlier lines come from and new ones go; nil remembers them for this session only.
  package init?(program: String, history: HistoryFile? = nil) {
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, terminal != "", terminal != "dumb" else { return nil }
    self.history = history
    let context = Unmanaged.passUnretained(self).toOpaque()
    handle = ced_open(program, context) { context in
      guard let context else { return }
      Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().noteForUndo()
    }
    guard let handle else { return nil }
    installKeys(on: handle)
    remembered = history?.entries ?? []
    for entry in remembered { ced_remember(handle, entry) }
  }

  deinit { close() }

  /// Gives terminal and signals back. May be called more than once; afterwards `readLine` answers `.endOfInput`.
  package func close() {
    guard let handle else { return }
    ced_close(handle)
    self.handle = nil
  }

  /// Lets the user edit one line.
  ///
  /// - Parameter prompt: one row, ending in a visible character. It may hold colours as `ESC [ … m`.
  package func readLine(prompt: String) -> Input {
    guard let handle else { return .endOfInput }
    undo.removeAll()
    wasInterrupted = false
    pendingList = nil
    ced_forget_interrupt()
    self.prompt = prompt
    show(prompt: prompt)
    if let line = ced_read(handle) {
      let text = String(cString: line)
      return .line(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
    return inputWithoutLine()
  }

  private func inputWithoutLine() -> Input {
    // The key has ended the row already.
    if wasInterrupted { return .interrupted(atEmptyLine: interruptedEmptyLine) }
    ced_print("\n")
    if let signal = Interrupts.endingSignal { return .ended(signal: signal) }
    return ced_interrupt_requested() ? .interrupted(atEmptyLine: false) : .endOfInput
  }

  /// Adds a line to what the arrow keys recall and to the history file. Blank lines and lines that begin with a space
  /// are not remembered.
  ///
  /// - Returns: what went wrong with the file, once; the line is remembered for this session all the same.
  @discardableResult
  package func remember(_ line: String) -> String? {
    guard let handle, HistoryFile.isWorthKeeping(line) else { return nil }
    ced_remember(handle, line)
    remembered.append(line)
    return history?.append(line)
  }
}

// MARK: - The line under the keys

extension LineEditor {
  /// The editor that a key function was called for.
  static func of(_ line: OpaquePointer?) -> LineEditor? {
    guard let line, let context = ced_context(line) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  }

  var currentLine: UndoStack.State {
    guard let handle else { return UndoStack.State(scalars: [], cursor: 0) }
    let line = ced_current_line(handle)
    return UndoStack.State(
      scalars: Array(UnsafeBufferPointer(start: line.scalars, count: line.count)), cursor: line.cursor)
  }

  /// Replaces `range`, counted in scalars, and leaves the cursor behind the new text.
  func replace(_ range: Range<Int>, with text: String) {
    guard let handle else { return }
    ced_move_cursor(handle, Int32(clamping: range.upperBound - currentLine.cursor))
    if !range.isEmpty { ced_delete_before_cursor(handle, Int32(clamping: range.count)) }
    if !text.isEmpty { _ = ced_insert(handle, text) }
  }

  func insert(_ text: String) {
    let cursor = currentLine.cursor
    replace(cursor..<cursor, with: text)
  }

  func moveCursor(to position: Int) {
    guard let handle else { return }
    ced_move_cursor(handle, Int32(clamping: position - currentLine.cursor))
  }

  func push(_ keys: String) {
    guard let handle else { return }
    ced_push(handle, keys)
  }

  /// Shows another prompt and line while a key function goes on reading.
  ///
  /// - Parameter prompt: nil for the line's own.
  func show(prompt: String?, line: String) {
    guard let handle else { return }
    ced_erase(handle)
    show(prompt: prompt ?? self.prompt)
    replace(0..<currentLine.scalars.count, with: line)
    ced_redraw(handle)
  }

  private func show(prompt: String) {
    guard let handle else { return }
    let markup = PromptMarkup(prompt)
    _ = ced_set_prompt(handle, markup.text, Int32(clamping: markup.cells))
  }

  func redraw() {
    guard let handle else { return }
    ced_redraw(handle)
  }

  func suspend() {
    guard let handle else { return }
    ced_suspend(handle)
  }

  /// The next typed character, or nil at the end of input or when a signal came.
  func nextScalar(isPasted: Bool) -> Unicode.Scalar? {
    guard let handle else { return nil }
    var value: UInt32 = 0
    return ced_next_character(handle, isPasted, &value) ? Unicode.Scalar(value) ?? "\u{FFFD}" : nil
  }

  /// Has the last character come alone, as a pressed key does?
  var isAlone: Bool { handle.map(ced_is_alone) ?? true }

  /// Borrowed until the next call: C writes it out at once.
  private func hintForC(room: Int) -> UnsafePointer<CChar>? {
    guard let hint else { return nil }
    let text = DisplayWidth.prefix(of: CandidateList.printable(hint(currentLine.text)), cells: room)
    guard !text.isEmpty else { return nil }
    hintStorage.replace(with: text)
    return hintStorage.pointer
  }

  private func noteForUndo() {
    if !isReadingKeys { undo.note(currentLine) }
  }
}

/// Text that C borrows.
private final class CText {
  private(set) var pointer: UnsafePointer<CChar>?
  private var storage: UnsafeMutablePointer<CChar>?

  func replace(with text: String) {
    free(storage)
    storage = strdup(text)
    pointer = storage.map { UnsafePointer($0) }
  }

  deinit { free(storage) }
}

extension UndoStack.State {
  var text: String { String(scalars[...]) }
  var textBeforeCursor: String { String(scalars[..<cursor]) }
}

extension String {
  /// Unicode scalars by their values; what is none becomes U+FFFD.
  init(_ values: ArraySlice<UInt32>) {
    var view = String.UnicodeScalarView()
    for value in values { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    self.init(view)
  }
}
