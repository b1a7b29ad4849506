/// Earlier states of the edited line, so that a key can take the last change back.
struct UndoStack {
  /// The line as Unicode scalars and how many of them stand before the cursor.
  struct State: Equatable {
    var scalars: [UInt32]
    var cursor: Int
  }

  private var states: [State] = []
  /// Beyond this the oldest states are forgotten; a line is rarely worth more.
  private let limit = 256
  /// Scalars in all states: after a paste of a megabyte each state is one.
  private let mostScalars = 8 << 20
  private var scalars = 0

  /// Notes the line before a key acts on it. Keys that only move the cursor leave no state behind.
  mutating func note(_ state: State) {
    if let last = states.last, last.scalars == state.scalars {
      states[states.count - 1].cursor = state.cursor
      return
    }
    while let first = states.first, states.count == limit || scalars + state.scalars.count > mostScalars {
      scalars -= first.scalars.count
      states.removeFirst()
    }
    scalars += state.scalars.count
    states.append(state)
  }

  /// The state before `current`, if there is one.
  mutating func undo(from current: State) -> State? {
    while let last = states.popLast() {
      scalars -= last.scalars.count
      if last.scalars != current.scalars { return last }
    }
    return nil
  }

  mutating func removeAll() {
    states.removeAll(keepingCapacity: true)
    scalars = 0
  }
}
