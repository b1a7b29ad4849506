import CRows

/// Some lanes of a block, rising: those in which something happens.
final class LaneList {
  private let lanes: WordRow
  private var count = 0

  init(_ arena: Arena) { lanes = arena.words() }

  var isEmpty: Bool { count == 0 }

  /// Lists the lanes in which a mask is kept.
  func list(_ mask: MoneyRow, lanes all: Int) { crows_list_kept(mask, lanes, &count, all) }

  func each(_ body: (Int) -> Void) {
    for place in 0..<count { body(Int(lanes[place])) }
  }
}
