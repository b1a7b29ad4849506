/// Random numbers that are the same on every machine. Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014, doi:10.1145/2660193.2660195.
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  package init(_ seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes new inputs of known ones: where no compiler guides the search by what was reached, a vocabulary does.
package struct Mutator {
  private let seeds: [[UInt8]]
  private let vocabulary: [[UInt8]]
  private var random: SplitMix

  package init(_ seeds: [[UInt8]], vocabulary: [[UInt8]], seed: UInt64) {
    self.seeds = seeds.isEmpty ? [[]] : seeds
    self.vocabulary = vocabulary.isEmpty ? [[0x20]] : vocabulary
    random = SplitMix(seed)
  }

  /// One of the seeds, changed in one to eight places.
  package mutating func next() -> [UInt8] {
    var input = pick(seeds)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0...input.count, using: &random)
      let end = min(input.count, place + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<9, using: &random) {
      case 0, 1: input.insert(contentsOf: pick(vocabulary), at: place)
      case 2: input.replaceSubrange(place..<end, with: pick(vocabulary))
      case 3: input.removeSubrange(place..<end)
      case 4: input.insert(contentsOf: input[place..<end], at: Int.random(in: 0...input.count, using: &random))
      case 5: if place < input.count { input[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
      case 6: input.removeSubrange(place...)
      case 7: swapLines(&input)
      default:
        let other = pick(seeds)
        let begin = Int.random(in: 0...other.count, using: &random)
        input.insert(contentsOf: other[begin..<min(other.count, begin + 60)], at: place)
      }
    }
    return input
  }

  private mutating func pick(_ all: [[UInt8]]) -> [UInt8] { all[Int.random(in: all.indices, using: &random)] }

  private mutating func swapLines(_ input: inout [UInt8]) {
    var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 1 else { return }
    lines.swapAt(Int.random(in: lines.indices, using: &random), Int.random(in: lines.indices, using: &random))
    input = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
