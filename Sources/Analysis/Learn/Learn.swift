import Simulation
import Statistics

/// What to find out before choosing among strategies and not starting, and what that is worth.
package struct Learn: Sendable {
  /// A test at several sizes.
  package struct Tested: Sendable {
    package let test: LearnTest
    /// What it would be worth to know its chance.
    package let most: Double
    /// The size that leaves most after its price; nil where none leaves anything.
    package let best: TestWorth.Size?
    /// For the table: sizes around the best one, the smallest first.
    package let sizes: [TestWorth.Size]

    package func net(_ size: TestWorth.Size) -> Double { size.value - test.price(of: size.tries) }
  }

  /// What knowing all drawn numbers is worth: between what is chosen by half of the lucks and counted in the other half, and
  /// what is chosen and counted in the same.
  package struct All: Sendable {
    package let low: Double
    package let high: Double
    /// Lifted to the largest of its parts, than which it cannot be less.
    package let isRaised: Bool
  }

  package let choices: LearnChoices
  /// In the order of what they are worth.
  package let numbers: [KnownNumber]
  package let tests: [Tested]
  package let all: All?

  package init(_ choices: LearnChoices, _ numbers: [KnownNumber], _ tests: [Tested], all: All?) {
    self.choices = choices
    self.numbers = numbers.enumerated().sorted { one, other in
      (-one.element.value.value, one.offset) < (-other.element.value.value, other.offset)
    }.map(\.element)
    self.tests = tests
    self.all = all
  }

  /// Worth knowing beyond chance; and the others.
  package var clear: [KnownNumber] { numbers.filter(\.isClear) }
  package var withinError: [KnownNumber] { numbers.filter { !$0.isClear } }

  /// The test whose best size leaves most.
  package var bestTest: Tested? {
    var best: (tested: Tested, net: Double)?
    for tested in tests {
      guard let size = tested.best else { continue }
      if tested.net(size) > best?.net ?? 0 { best = (tested, tested.net(size)) }
    }
    return best?.tested
  }

  /// - Parameter threads: changes how long it takes, never what is found.
  package static func numbers(
    _ columns: [(path: String, values: [Double])], _ choices: LearnChoices, seed: UInt64, threads: Int
  ) -> [KnownNumber] {
    let differing = columns.filter { column in column.values.contains { $0 != column.values[0] } }
    return Parallel.map(differing.count, threads: threads) { place in
      KnownNumber(differing[place].path, differing[place].values, choices, seed: seed)
    }
  }

  package static func tested(_ tests: [LearnTest], _ choices: LearnChoices, threads: Int) -> [Tested] {
    Parallel.map(tests.count, threads: threads) { Self.tested(tests[$0], choices) }
  }

  private static let mostTries = 20_000

  private static func tested(_ test: LearnTest, _ choices: LearnChoices) -> Tested {
    let worth = TestWorth(test.chances, choices, swing: test.swing)
    let most = max(0, worth.most)
    // A size that costs more than knowing for sure is worth leaves nothing.
    let counts = Self.counts.filter { test.price(of: $0) < most }
    var sizes = counts.map(worth.size)
    func net(_ size: TestWorth.Size) -> Double { size.value - test.price(of: size.tries) }
    func best() -> Int? { sizes.indices.max { (net(sizes[$0]), $1) < (net(sizes[$1]), $0) } }
    if let place = best() {
      let low = place > 0 ? sizes[place - 1].tries : max(1, sizes[place].tries / 2)
      let high = place + 1 < sizes.count ? sizes[place + 1].tries : sizes[place].tries * 2
      // The curve is flat around its top: 32 steps between the neighbours miss nothing.
      for tries in stride(from: low, through: high, by: max(1, (high - low) / 32)) where test.price(of: tries) < most {
        if !sizes.contains(where: { $0.tries == tries }) { sizes.append(worth.size(tries)) }
      }
    }
    guard let place = best(), net(sizes[place]) > 0 else {
      return Tested(test: test, most: most, best: nil, sizes: [])
    }
    let top = sizes[place]
    let around = [top.tries / 4, top.tries / 2, top.tries * 2, top.tries * 4].filter { $0 > 0 && $0 <= mostTries }
    let shown = (around.map(worth.size) + [top]).sorted { $0.tries < $1.tries }
    return Tested(test: test, most: most, best: top, sizes: shown)
  }

  /// 1, 2, 3, 5, 7, 10, and on by steps of √2.
  private static let counts: [Int] =
    [1, 2, 3, 5, 7]
    + (0...22).map { Int((10 * Elementary.pow(2, Double($0) / 2)).rounded()) }.filter { $0 <= mostTries }

  // MARK: All drawn numbers

  /// Worlds of the same drawn numbers under several lucks.
  package struct Lucks: Sendable {
    /// For each luck, choice and world what it brings.
    package var utilities: [[[Double]]] = []

    package init() {}
  }

  /// How many worlds' numbers are looked at, and under how many lucks.
  package static let nestedWorlds = 1_000
  package static let nestedLucks = 16

  /// What knowing all drawn numbers is worth.
  /// - Parameter largest: of the parts.
  package static func all(_ lucks: Lucks, largest: Double, most: Double) -> All? {
    let count = lucks.utilities.first?.first?.count ?? 0
    guard lucks.utilities.count > 1, count > 0 else { return nil }
    let choices = lucks.utilities[0].count
    let halves = [0, 1].map { half in lucks.utilities.indices.filter { $0 % 2 == half } }
    func mean(_ chosen: [Int], _ choice: Int, _ world: Int) -> Double {
      chosen.reduce(0) { $0 + lucks.utilities[$1][choice][world] } / Double(chosen.count)
    }
    var (high, low) = (0.0, 0.0)
    var means = [Double](repeating: 0, count: choices)
    for world in 0..<count {
      let all = (0..<choices).map { mean(Array(lucks.utilities.indices), $0, world) }
      high += max(0, all.max() ?? 0)
      for choice in 0..<choices { means[choice] += all[choice] }
      for half in 0...1 {
        var best: (choice: Int?, value: Double) = (nil, 0)
        for choice in 0..<choices {
          let value = mean(halves[half], choice, world)
          if value > best.value { best = (choice, value) }
        }
        if let choice = best.choice { low += mean(halves[1 - half], choice, world) / 2 }
      }
    }
    let now = max(0, means.max() ?? 0)
    let found = ((low - now) / Double(count), (high - now) / Double(count))
    let isRaised = found.1 < largest
    let top = min(most, max(found.1, largest))
    return All(low: min(top, max(0, found.0, largest)), high: top, isRaised: isRaised)
  }
}
