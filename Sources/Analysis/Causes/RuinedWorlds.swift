/// Ruined worlds by the day on which their money runs out, and by their numbers.
package enum RuinedWorlds {
  package static func ordered(_ ruinDay: [Double]) -> [Int] {
    ruinDay.indices.filter { ruinDay[$0] >= 0 }.sorted { (ruinDay[$0], $0) < (ruinDay[$1], $1) }
  }

  /// The one in the middle, the lower of two; nil of none.
  package static func median(_ ruinDay: [Double]) -> Int? {
    let ordered = ordered(ruinDay)
    return ordered.isEmpty ? nil : ordered[(ordered.count - 1) / 2]
  }

  /// At most so many of them, at equal steps.
  package static func sample(_ ordered: [Int], atMost most: Int) -> [Int] {
    guard ordered.count > most, most > 1 else { return ordered }
    return (0..<most).map { ordered[$0 * (ordered.count - 1) / (most - 1)] }
  }
}
