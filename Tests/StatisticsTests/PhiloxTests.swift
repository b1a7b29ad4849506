import CRows
import Statistics
import Testing

@Suite struct PhiloxTests {
  /// From the known answers that come with Random123 (D. E. Shaw Research, BSD licence).
  struct KnownAnswer {
    let rounds: Int
    let counter: SIMD4<UInt32>
    let key: SIMD2<UInt32>
    let words: SIMD4<UInt32>
  }

  static let ones = UInt32.max
  static let pi: SIMD4<UInt32> = [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344]
  static let piKey: SIMD2<UInt32> = [0xA409_3822, 0x299F_31D0]
  static let known = [
    KnownAnswer(
      rounds: 7, counter: .zero, key: .zero, words: [0x5F6F_B709, 0x0D89_3F64, 0x4F12_1F81, 0x4F73_0A48]),
    KnownAnswer(
      rounds: 7, counter: .init(repeating: ones), key: .init(repeating: ones),
      words: [0x5207_DDC2, 0x4516_5E59, 0x4D8E_E751, 0x8C52_F662]),
    KnownAnswer(rounds: 7, counter: pi, key: piKey, words: [0x4DFC_CABA, 0x190A_87F0, 0xC473_62BA, 0xB6B5_242A]),
    KnownAnswer(
      rounds: 10, counter: .zero, key: .zero, words: [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]),
    KnownAnswer(
      rounds: 10, counter: .init(repeating: ones), key: .init(repeating: ones),
      words: [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]),
    KnownAnswer(rounds: 10, counter: pi, key: piKey, words: [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]),
  ]

  @Test("the known answers of Random123 come out, with 7 and with 10 rounds", arguments: known)
  func knownAnswer(_ answer: KnownAnswer) {
    let words = Philox4x32.block(counter: answer.counter, key: answer.key, rounds: answer.rounds)
    #expect(words == answer.words)
  }
}

@Suite struct StreamTests {
  let stream = Stream(seed: 0x0123_4567_89AB_CDEF, name: "suppliers.yiwu.failure")

  @Test(
    "a row holds the words that the paths have one by one",
    arguments: [(0, 0, 0), (32, 3, 1), (99_999_968, 364, 4_095), (1 << 33, 1_048_575, 7)])
  func rowAndScalarAgree(_ firstPath: Int, _ day: Int, _ index: Int) {
    var row = [UInt32](repeating: 0, count: 96)
    stream.words(firstPath: firstPath, day: day, index: index, into: &row, count: 96)
    let single = (0..<96).map { stream.word(path: firstPath + $0, day: day, index: index) }
    #expect(row == single)
  }

  @Test("orders have the words of their blocks, drawn one by one or many at a time", arguments: [0, 1, 7, 8, 9, 61])
  func manyBlocks(_ count: Int) {
    let room = (count + 8) / 8 * 8
    var lanes = (0..<room).map { UInt32(3 * $0 + 1) }
    var numbers = (0..<room).map { UInt32(900 * $0) }
    var words = [UInt32](repeating: 0, count: 4 * room)
    lanes.withUnsafeMutableBufferPointer { lanes in
      numbers.withUnsafeMutableBufferPointer { numbers in
        words.withUnsafeMutableBufferPointer { words in
          let orders = crows_orders(
            lane: lanes.baseAddress, number: numbers.baseAddress, words: words.baseAddress, room: room)
          stream.draw(orders, count: count, firstPath: 4_096, day: 300)
        }
      }
    }
    let drawn = (0..<count).map { place in
      SIMD4(words[place], words[room + place], words[2 * room + place], words[3 * room + place])
    }
    #expect(
      drawn == (0..<count).map { stream.block(path: 4_096 + Int(lanes[$0]), day: 300, index: Int(numbers[$0])) })
  }

  @Test("seed, name, day and index each change the words")
  func everyPartCounts() {
    let base = stream.word(path: 5, day: 1)
    #expect(stream.word(path: 5, day: 2) != base)
    #expect(stream.word(path: 5, day: 1, index: 1) != base)
    #expect(Stream(seed: 1, name: "suppliers.yiwu.failure").word(path: 5, day: 1) != base)
    #expect(Stream(seed: stream.seed, name: "suppliers.yiwu.failurf").word(path: 5, day: 1) != base)
    let high = Stream(seed: stream.seed ^ 1 << 63, name: "suppliers.yiwu.failure")
    #expect(high.word(path: 5, day: 1) != base)
  }

  @Test("neighbouring days, indices and paths share no word")
  func noCollisions() {
    var seen: Set<UInt64> = []
    for day in 0..<16 {
      for index in 0..<16 {
        for path in 0..<64 {
          // Two words of the same draw in different streams make 64 bits: chance matches are out of reach.
          let other = Stream(seed: stream.seed, name: "other").word(path: path, day: day, index: index)
          seen.insert(UInt64(stream.word(path: path, day: day, index: index)) << 32 | UInt64(other))
        }
      }
    }
    #expect(seen.count == 16 * 16 * 64)
  }

  /// Computed by another program from the definitions of FNV-1a and of the finaliser.
  @Test("identifiers of names never change")
  func identifiersAreStable() {
    #expect(Stream(seed: 0, name: "").identifier == 0xEFD0_1F60_BA99_2926)
    #expect(Stream(seed: 0, name: "suppliers.yiwu.failure").identifier == 0x065D_6AE9_EA39_72D0)
  }

  @Test("days, indices and paths out of range wrap instead of trapping")
  func outOfRange() {
    #expect(stream.word(path: 3, day: 1 << 20, index: 1 << 12) == stream.word(path: 3, day: 0))
    #expect(stream.word(path: -1, day: -1, index: -1) == stream.word(path: (1 << 34) - 1, day: -1, index: 4_095))
  }

  @Test("single bits of the words are fair")
  func bitsAreFair() {
    let sample = words(1 << 16, stream: "bits")
    for bit in 0..<32 {
      let ones = sample.count { $0 >> bit & 1 == 1 }
      // Four standard deviations of a fair coin.
      #expect(abs(ones - 32_768) < 512)
    }
  }
}

@Suite struct UniformTests {
  @Test("the smallest and the largest word stay inside the open interval")
  func openAtBothEnds() {
    #expect(Uniform.float(0) == 0x1p-24)
    #expect(Uniform.float(.max) == 1 - 0x1p-24)
    #expect(Uniform.double(0) == 0x1p-33)
    #expect(Uniform.double(.max) == 1 - 0x1p-33)
  }

  @Test("a row of uniforms follows the uniform law")
  func lawOfTheRow() {
    let sample = words(20_000, stream: "uniform")
    let uniforms = row(sample.count) { Uniform.row(words: sample, into: $0, count: sample.count) }
    #expect(uniforms.map(Double.init) == sample.map { Double(Uniform.float($0)) })
    #expect(kolmogorov(uniforms.map(Double.init)) { $0 } < 1.95)
  }
}
