import Analysis
import Statistics
import Testing

/// Worlds that are the same for everybody: each number is the radical inverse of the world in a base of its own, and the
/// event happens more often in a planted box.
private struct PlantedBox: CustomTestStringConvertible {
  struct Peel {
    let input: Int
    let side: BoxLimit.Side
    let limit: Double
    let worlds: Int
    let events: Int

    init(_ input: Int, _ side: BoxLimit.Side, _ limit: Double, _ worlds: Int, _ events: Int) {
      (self.input, self.side, self.limit, self.worlds, self.events) = (input, side, limit, worlds, events)
    }
  }

  let testDescription: String
  let planted: [BoxLimit]
  let inside: Double
  let outside: Double
  /// Numbers that are whole, and how many values they have.
  var levels: [Int: Int] = [:]
  let events: (chosenIn: Int, countedIn: Int)
  let peels: [Peel]
  /// Of the box of the reference procedure, by number.
  let found: [BoxLimit]
  let score: (worlds: Int, events: Int)?

  private static func inverse(_ number: Int, base: Int) -> Double {
    var (digits, power, rest) = (0, 1, number)
    while rest > 0 {
      digits = digits * base + rest % base
      power *= base
      rest /= base
    }
    return Double(digits) / Double(power)
  }

  func worlds(from first: Int) -> (inputs: [[Double]], ruined: [Bool]) {
    let numbers = first..<(first + 4096)
    let inputs = [2, 3, 5, 7, 11].enumerated().map { input, base in
      numbers.map { number in
        let value = Self.inverse(number, base: base)
        return levels[input].map { (value * Double($0)).rounded(.down) } ?? value
      }
    }
    let ruined = numbers.enumerated().map { place, number in
      let isInside = !planted.isEmpty && planted.allSatisfy { $0.holds(inputs[$0.input][place]) }
      return Self.inverse(number, base: 13) < (isInside ? inside : outside)
    }
    return (inputs, ruined)
  }

  static let all = [
    PlantedBox(
      testDescription: "two limits", planted: [BoxLimit(0, .above, 0.6), BoxLimit(1, .below, 0.3)], inside: 0.9,
      outside: 0.1, events: (808, 804),
      peels: [
        Peel(0, .above, 0.0496826171875, 3892, 790), Peel(1, .below, 0.949321749733272, 3698, 771),
        Peel(1, .below, 0.902682517908855, 3514, 753), Peel(1, .below, 0.857415028196921, 3339, 734),
        Peel(1, .below, 0.815119646395366, 3173, 720), Peel(1, .below, 0.773967383020881, 3015, 702),
      ],
      found: [BoxLimit(0, .above, 0.596557617188), BoxLimit(1, .below, 0.312147538485)], score: (516, 445)),
    PlantedBox(
      testDescription: "two-sided",
      planted: [BoxLimit(2, .above, 0.35), BoxLimit(2, .below, 0.7), BoxLimit(4, .above, 0.5)], inside: 0.7,
      outside: 0.05, events: (678, 674),
      peels: [
        Peel(2, .above, 0.049632, 3892, 669), Peel(4, .above, 0.0492794208045899, 3698, 659),
        Peel(4, .above, 0.0962707465337067, 3514, 651), Peel(4, .above, 0.141656990642716, 3339, 642),
        Peel(4, .above, 0.184174578239191, 3173, 634), Peel(2, .above, 0.096672, 3015, 625),
      ],
      found: [BoxLimit(2, .above, 0.347552), BoxLimit(2, .below, 0.70128), BoxLimit(4, .above, 0.498565671744)],
      score: (729, 502)),
    PlantedBox(
      testDescription: "noise", planted: [], inside: 0.2, outside: 0.2, events: (824, 822),
      peels: [
        Peel(2, .above, 0.049632, 3892, 785), Peel(2, .below, 0.952032, 3698, 748),
        Peel(3, .above, 0.0500089248527399, 3514, 711),
      ], found: [], score: nil),
    PlantedBox(
      testDescription: "four limits, of which the weakest goes",
      planted: [
        BoxLimit(0, .above, 0.5), BoxLimit(1, .below, 0.6), BoxLimit(2, .above, 0.4), BoxLimit(3, .below, 0.9),
      ], inside: 0.8, outside: 0.1, events: (870, 871),
      peels: [
        Peel(0, .above, 0.0496826171875, 3892, 852), Peel(1, .below, 0.949321749733272, 3698, 833),
        Peel(1, .below, 0.902682517908855, 3514, 815), Peel(3, .below, 0.949425834473731, 3339, 798),
        Peel(3, .below, 0.901945617897305, 3173, 784), Peel(2, .above, 0.04784, 3015, 767),
      ],
      found: [BoxLimit(0, .above, 0.496948242188), BoxLimit(1, .below, 0.601051668953), BoxLimit(2, .above, 0.39856)],
      score: (745, 537)),
    PlantedBox(
      testDescription: "whole numbers", planted: [BoxLimit(0, .below, 0.4), BoxLimit(3, .above, 1.5)], inside: 0.75,
      outside: 0.15, levels: [3: 4], events: (1106, 1106),
      peels: [
        Peel(3, .above, 0.5, 3068, 951), Peel(3, .above, 1.5, 2044, 797), Peel(0, .below, 0.9498291015625, 1942, 782),
        Peel(0, .below, 0.90283203125, 1845, 769), Peel(0, .below, 0.8577880859375, 1753, 757),
        Peel(0, .below, 0.815185546875, 1666, 741),
      ],
      found: [BoxLimit(0, .below, 0.400390625), BoxLimit(3, .above, 1.5)], score: (821, 615)),
    PlantedBox(
      testDescription: "ruin is the rule: of survival",
      planted: [BoxLimit(1, .above, 0.7), BoxLimit(3, .below, 0.5)], inside: 0.3, outside: 0.92, events: (3388, 3392),
      peels: [
        Peel(1, .above, 0.0496875476299345, 3892, 692), Peel(1, .above, 0.0967840268251791, 3698, 676),
        Peel(1, .above, 0.141594269166286, 3514, 662), Peel(1, .above, 0.184346898338668, 3339, 649),
        Peel(1, .above, 0.225041914342326, 3173, 636), Peel(1, .above, 0.26367931717726, 3015, 623),
      ],
      found: [BoxLimit(1, .above, 0.695168419448), BoxLimit(3, .below, 0.498572023562)], score: (621, 427)),
  ]
}

@Suite("Where it goes wrong: known answers")
struct DangerTests {
  @Test("planted boxes: the peels, the box and its score", arguments: PlantedBox.all)
  fileprivate func planted(_ planted: PlantedBox) {
    let (chosenIn, countedIn) = (planted.worlds(from: 1), planted.worlds(from: 4097))
    #expect(chosenIn.ruined.count { $0 } == planted.events.chosenIn)
    #expect(countedIn.ruined.count { $0 } == planted.events.countedIn)
    let isTheRule = 2 * planted.events.chosenIn > 4096
    let search = BoxSearch(
      BoxWorlds(chosenIn.inputs, isTheRule ? chosenIn.ruined.map { !$0 } : chosenIn.ruined), most: 3)
    for (peel, known) in zip(search.peels, planted.peels) {
      #expect(peel.limit.input == known.input && peel.limit.side == known.side)
      #expect(abs(peel.limit.value - known.limit) < 1e-12)
      #expect(peel.worldsLeft == known.worlds && peel.eventsLeft == known.events)
    }
    #expect(search.peels.count >= planted.peels.count)
    let limits = search.limits.sorted { ($0.input, $0.side.rawValue) < ($1.input, $1.side.rawValue) }
    #expect(limits.count == planted.found.count)
    for (limit, known) in zip(limits, planted.found) {
      #expect(limit.input == known.input && limit.side == known.side)
      #expect(abs(limit.value - known.value) < 1e-9, "\(limit)")
    }
  }

  @Test("what is said is counted in the other worlds, by the limits as they are printed", arguments: PlantedBox.all)
  fileprivate func counted(_ planted: PlantedBox) {
    let danger = danger(planted)
    guard case .box(let limits, let score) = danger.answer else {
      #expect(planted.found.isEmpty)
      return
    }
    guard let known = planted.score else {
      Issue.record("a box where there is none")
      return
    }
    #expect(limits.count == planted.found.count && danger.steps.count == limits.count)
    #expect(abs(score.density.estimate - Double(known.events) / Double(known.worlds)) < 0.04)
    #expect(abs(score.mass.estimate - Double(known.worlds) / 4096) < 0.03)
    for limit in limits {
      #expect(limit.quasiP < 1e-6)
      #expect(limit.input.isWhole || limit.value == limit.value.rounded(digits: 2).withoutDust)
    }
    #expect(danger.steps.last?.worlds == score.worlds)
  }

  private func danger(_ planted: PlantedBox) -> Danger {
    let (chosenIn, countedIn) = (planted.worlds(from: 1), planted.worlds(from: 4097))
    let inputs = chosenIn.inputs.indices.map { place in
      Danger.Input(
        "x\(place)", isWhole: planted.levels[place] != nil, chosenIn: chosenIn.inputs[place],
        countedIn: countedIn.inputs[place])
    }
    return Danger(.ruin, inputs, happened: (chosenIn.ruined, countedIn.ruined), seeds: (1, 2))
  }

  @Test("a box is said where it is clear of chance, holds 30 worlds and is a quarter above the base rate")
  func saidOrNot() {
    let known: [(events: Int, worlds: Int, allEvents: Int, all: Int, z: Double, isSaid: Bool)] = [
      (443, 493, 804, 4096, 41.8591545448, true), (130, 600, 822, 4096, 1.05807114221, false),
      (150, 500, 1000, 5000, 5.89255650989, true), (20, 25, 800, 4096, 7.64982977219, false),
    ]
    for case (let events, let worlds, let allEvents, let all, let z, let isSaid) in known {
      let score = BoxScore(worlds: worlds, events: events, allWorlds: all, allEvents: allEvents)
      #expect(abs(score.z - z) < 1e-9 && score.isSaid == isSaid)
    }
  }

  @Test("the chance that a limit does nothing, to every digit of SciPy")
  func quasiP() {
    for case (let events, let worlds, let more, let without, let known) in [
      (60, 80, 90, 160, 0.000398393205422), (12, 20, 40, 60, 0.809451128435), (5, 50, 10, 101, 0.559602129174),
    ] {
      let chance = Binomial.chance(
        ofAtLeast: events, of: worlds, probability: Double(more) / Double(without))
      #expect(abs(chance - known) < 1e-11)
    }
    #expect(Binomial.chance(ofAtLeast: 0, of: 5, probability: 0.1) == 1)
    #expect(Binomial.chance(ofAtLeast: 6, of: 5, probability: 0.1) == 0)
    #expect(Binomial.chance(ofAtLeast: 5, of: 5, probability: 1) == 1)
  }

  @Test("of noise no box is said")
  func noise() {
    var said = 0
    for seed in UInt64(1)...200 {
      func worlds(_ seed: UInt64) -> (inputs: [[Double]], ruined: [Bool]) {
        let stream = Stream(seed: seed, name: "noise")
        func column(_ day: Int) -> [Double] { (0..<1_000).map { Uniform.double(stream.word(path: $0, day: day)) } }
        return ((0..<6).map(column), column(6).map { $0 < 0.2 })
      }
      let (chosenIn, countedIn) = (worlds(seed), worlds(seed + 1_000))
      let inputs = (0..<6).map {
        Danger.Input("x\($0)", chosenIn: chosenIn.inputs[$0], countedIn: countedIn.inputs[$0])
      }
      let danger = Danger(.ruin, inputs, happened: (chosenIn.ruined, countedIn.ruined), seeds: (seed, seed + 1_000))
      if case .box = danger.answer { said += 1 }
    }
    #expect(said <= 10)
  }

  @Test("of fewer than a hundred bad or good worlds nothing is said")
  func tooFew() {
    let column = (0..<2_000).map(Double.init)
    for bad in [99, 1_901] {
      let happened = column.map { $0 < Double(bad) }
      let danger = Danger(
        .loss, [Danger.Input("x", chosenIn: column, countedIn: column)], happened: (happened, happened), seeds: (1, 2))
      guard case .tooFew(99) = danger.answer else {
        Issue.record("\(danger.answer)")
        continue
      }
    }
  }
}
