import Statistics

/// When spells end that go on: failures, stock-outs, slides of quality (model 6).
struct SpellRows {
  /// The chance that one ends today.
  let ending: MoneyRow
  /// The day on which it ends, where its length was drawn.
  private let end: MoneyRow

  init(_ arena: Arena) {
    ending = arena.money()
    end = arena.money()
  }

  fileprivate func setEnd(_ day: Int, _ lane: Int) { end[lane] = Double(day) }
  fileprivate func isOver(_ day: Int, _ lane: Int) -> Bool { Double(day) >= end[lane] }
}

extension Kernel {
  func derive(_ rows: SpellRows, _ length: SpellLength) {
    guard case .geometric(let mean) = length.law else { return }
    rows.ending.update(repeating: 1 / mean, count: lanes)
  }

  /// Spells whose length was drawn end on their day, and on no other.
  func endSpells(_ rows: SpellRows, _ length: SpellLength, _ day: Int) {
    guard case .drawn = length.law else { return }
    for i in 0..<lanes { rows.ending[i] = rows.isOver(day, i) ? 1 : 0 }
  }

  /// Draws how long those last that began today: at least a day.
  func beginSpells(_ rows: SpellRows, _ length: SpellLength, _ day: Int, where began: (_ lane: Int) -> Bool) {
    guard case .drawn(let table) = length.law else { return }
    words(length.stream, day, index: 1, into: scratch.moreWords)
    for i in 0..<lanes where began(i) { rows.setEnd(day + max(1, table.days(word: scratch.moreWords[i])), i) }
  }
}
