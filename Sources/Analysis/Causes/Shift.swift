import Statistics

/// By how much a drawn number differs between the worlds of an event and all others.
package struct Shift: Sendable {
  package enum Said: String, Sendable {
    case less
    case more
    case noDifference = "no_difference"
  }

  /// nil: the dummy that stands for chance.
  package let input: String?
  package let separation: Separation
  package let floor: Double

  package var said: Said {
    let distance = separation.estimate.value - 0.5
    guard distance.magnitude >= floor, input != nil else { return .noDifference }
    return distance < 0 ? .less : .more
  }

  /// In how many pairs of a world of the event and another one the number is on the side that is said.
  package var share: Double {
    let area = separation.estimate.value
    return area < 0.5 ? 1 - area : area
  }

  /// In the order of how far they differ; the dummy last. None where one of the groups is empty.
  package static func all(_ inputs: [Tornado.Input], _ happened: [Bool], seed: UInt64) -> [Shift] {
    let stream = Stream(seed: seed, name: "why.dummy")
    let dummy = happened.indices.map { Uniform.double(stream.word(path: $0, day: 0)) }
    let columns = inputs.map { ($0.path, $0.values) as (String?, [Double]) } + [(nil, dummy)]
    let count = happened.count { $0 }
    let floor = Separation.floor(rows: columns.count, first: count, second: happened.count - count)
    let shifts = columns.compactMap { input, values -> Shift? in
      let pairs = zip(values, happened)
      return Separation(pairs.filter(\.1).map(\.0), pairs.filter { !$0.1 }.map(\.0)).map {
        Shift(input: input, separation: $0, floor: floor)
      }
    }
    return shifts.enumerated().sorted { one, other in
      func key(_ place: Int, _ shift: Shift) -> (Double, Int) {
        (shift.input == nil ? 1 : -(shift.separation.estimate.value - 0.5).magnitude, place)
      }
      return key(one.offset, one.element) < key(other.offset, other.element)
    }.map(\.element)
  }
}
