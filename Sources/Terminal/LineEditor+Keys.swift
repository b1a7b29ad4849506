import CEdit

/// What a key function has libedit do next.
enum KeyOutcome {
  case nothing
  case end
  case lineChanged
  case cursorMoved
  case refuse

  var code: UInt8 {
    let outcome =
      switch self {
      case .nothing: CED_NORMAL
      case .end: CED_END
      case .lineChanged: CED_REFRESH
      case .cursorMoved: CED_CURSOR
      case .refuse: CED_REFUSE
      }
    return UInt8(truncatingIfNeeded: outcome.rawValue)
  }
}

/// A function of ours that keys can be bound to.
private struct KeyFunction: Sendable {
  let name: String
  let help: String
  let keys: [String]
  let action: @convention(c) @Sendable (OpaquePointer?, Int32) -> UInt8
}

extension LineEditor {
  /// Keys that only we press, through `push`: a key function cannot call libedit's own ones, nor have the cursor drawn
  /// at its new place before it prints. No terminal sends them.
  enum PushedKey {
    static let accept = "\u{1B}[98~"
    static let finishInterrupt = "\u{1B}[99~"
    static let showList = "\u{1B}[97~"
    /// In vi's insert mode ESC alone; see `ced_use_lone_escape`.
    static let loneEscape = "^]"
  }

  func installKeys(on handle: OpaquePointer) {
    for function in Self.functions { _ = ced_add_function(handle, function.name, function.help, function.action) }
    ced_read_user_settings(handle)
    for function in Self.functions {
      for key in function.keys { bind(key, to: function.name, on: handle) }
    }
    for (function, keys) in Self.libeditKeys {
      for key in keys { _ = ced_bind(handle, key, function) }
    }
    isVi = ced_use_lone_escape(handle)
    if isVi { _ = ced_bind(handle, PushedKey.loneEscape, "vi-command-mode") }
    // In vi's command mode `v` would start an editor of the user's, a way out to a shell.
    _ = ced_bind_command_mode(handle, "v", "shell-nothing")
  }

  /// In vi's command mode, too: Enter, ^C, paste and the others mean the same everywhere.
  private func bind(_ key: String, to function: String, on handle: OpaquePointer) {
    _ = ced_bind(handle, key, function)
    _ = ced_bind_command_mode(handle, key, function)
  }

  private static func act(_ line: OpaquePointer?, _ action: (LineEditor) -> KeyOutcome) -> UInt8 {
    (LineEditor.of(line).map(action) ?? .refuse).code
  }

  private static let functions: [KeyFunction] = [
    KeyFunction(name: "shell-complete", help: "Complete or list", keys: ["^I"]) { line, _ in
      act(line) { $0.completeAtCursor() }
    },
    KeyFunction(name: "shell-show-list", help: "List candidates", keys: [PushedKey.showList]) { line, _ in
      act(line) { $0.showPendingList() }
    },
    KeyFunction(name: "shell-accept", help: "Accept or continue", keys: ["^J", "^M"]) { line, _ in
      act(line) { $0.acceptOrContinue() }
    },
    KeyFunction(name: "shell-new-row", help: "New row", keys: ["\u{1B}^J", "\u{1B}^M"]) { line, _ in
      act(line) { $0.startRow() }
    },
    KeyFunction(name: "shell-paste", help: "Pasted text", keys: ["\u{1B}[200~"]) { line, _ in
      act(line) { $0.paste() }
    },
    KeyFunction(name: "shell-search", help: "Search history", keys: ["^R"]) { line, _ in
      act(line) { $0.searchHistory() }
    },
    KeyFunction(name: "shell-undo", help: "Undo", keys: ["^_"]) { line, _ in
      act(line) { $0.undoChange() }
    },
    KeyFunction(name: "shell-interrupt", help: "Forget the line", keys: ["^C"]) { line, _ in
      act(line) { $0.interrupt() }
    },
    KeyFunction(name: "shell-finish-interrupt", help: "", keys: [PushedKey.finishInterrupt]) { line, _ in
      act(line) { $0.finishInterrupt() }
    },
    KeyFunction(name: "shell-suspend", help: "Suspend", keys: ["^Z"]) { line, _ in
      act(line) { editor in
        editor.suspend()
        return .nothing
      }
    },
    KeyFunction(name: "shell-nothing", help: "", keys: silentKeys) { _, _ in KeyOutcome.nothing.code },
  ]

  /// Insert, page up and down, Shift-Tab, focus reports, F1 to F12, ^\: unbound, they would leave a `~` in the line.
  private static let silentKeys: [String] =
    ["^\\", "\u{1B}[2~", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[Z", "\u{1B}[I", "\u{1B}[O"]
    + ["P", "Q", "R", "S"].map { "\u{1B}O\($0)" }
    + [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map { "\u{1B}[\($0)~" }

  private static let libeditKeys: [(function: String, keys: [String])] = [
    ("ed-newline", [PushedKey.accept]),
    ("ed-search-prev-history", ["\u{1B}[A", "\u{1B}OA", "^P"]),
    ("ed-search-next-history", ["\u{1B}[B", "\u{1B}OB", "^N"]),
    ("ed-move-to-beg", ["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"]),
    ("ed-move-to-end", ["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"]),
    ("ed-delete-next-char", ["\u{1B}[3~"]),
    ("em-next-word", ["\u{1B}[1;5C", "\u{1B}[5C"]),
    ("ed-prev-word", ["\u{1B}[1;5D", "\u{1B}[5D"]),
    ("ed-delete-prev-word", ["^W"]),
    ("vi-kill-line-prev", ["^U"]),
  ]
}

// MARK: - Enter, undo, interrupt

extension LineEditor {
  private func acceptOrContinue() -> KeyOutcome {
    guard !isIncomplete(currentLine.text) else { return startRow() }
    push(PushedKey.accept)
    return .nothing
  }

  /// libedit draws no second prompt inside a line; indented rows show that they belong to the first.
  private func startRow() -> KeyOutcome {
    insert("\n  ")
    return .lineChanged
  }

  private func undoChange() -> KeyOutcome {
    guard let earlier = undo.undo(from: currentLine) else { return .refuse }
    replace(0..<currentLine.scalars.count, with: earlier.text)
    moveCursor(to: earlier.cursor)
    return .lineChanged
  }

  /// The cursor goes to the end first, so that `^C` does not overprint a line of several rows.
  func interrupt() -> KeyOutcome {
    interruptedEmptyLine = currentLine.scalars.isEmpty
    moveCursor(to: currentLine.scalars.count)
    push(PushedKey.finishInterrupt)
    return .cursorMoved
  }

  private func finishInterrupt() -> KeyOutcome {
    ced_print("^C\n")
    wasInterrupted = true
    return .end
  }
}
