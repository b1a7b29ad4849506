/// Some lanes of a block, rising: those in which something happens.
final class LaneList {
  private let lanes: WordRow
  private var count = 0

  init(_ arena: Arena) { lanes = arena.words() }

  /// Lists the lanes in which a mask is kept.
  func list(_ mask: MoneyRow, lanes all: Int) {
    count = 0
    for lane in 0..<all where mask[lane] > 0 {
      lanes[count] = UInt32(truncatingIfNeeded: lane)
      count += 1
    }
  }

  func each(_ body: (Int) -> Void) {
    for place in 0..<count { body(Int(lanes[place])) }
  }
}
