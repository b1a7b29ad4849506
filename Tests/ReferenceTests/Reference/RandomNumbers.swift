import Foundation
import Scenarios
import Statistics

/// The reference simulator's own luck: nothing here is shared with the engine.
///
/// xoshiro256** (Blackman and Vigna, 2018, doi:10.1145/3460772), seeded by SplitMix64 from run and world.
struct RandomNumbers {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private var spareNormal: Double?

  init(seed: UInt64, world: Int) {
    var mix = seed &+ UInt64(truncatingIfNeeded: world) &* 0xD134_2543_DE82_EF95
    func next() -> UInt64 {
      mix &+= 0x9E37_79B9_7F4A_7C15
      var z = mix
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (next(), next(), next(), next())
  }

  private mutating func bits() -> UInt64 {
    func rotated(_ x: UInt64, by k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// Strictly between 0 and 1.
  mutating func uniform() -> Double { (Double(bits() >> 11) + 0.5) * 0x1p-53 }

  mutating func happens(_ probability: Double) -> Bool { probability > 0 && uniform() < probability }

  /// Standard normal, by Marsaglia's polar method.
  mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spareNormal = y * factor
      return x * factor
    }
  }

  /// By Knuth's product of uniforms, in pieces small enough that e^−mean does not vanish.
  mutating func poisson(_ mean: Double) -> Int {
    var count = 0
    var left = mean
    while left > 0 {
      let piece = min(left, 50)
      let limit = exp(-piece)
      var product = uniform()
      while product > limit {
        count += 1
        product *= uniform()
      }
      left -= piece
    }
    return count
  }

  /// Geometric on 1, 2, 3 … with that mean, which is at least 1.
  mutating func geometric(mean: Double) -> Int {
    guard mean > 1 else { return 1 }
    return 1 + Int(log(uniform()) / log(1 - 1 / mean))
  }

  /// How large something is this time.
  mutating func size(_ size: Size) -> Double { size.law?.quantile(uniform()) ?? size.mean }

  /// Days of a lag, not rounded.
  mutating func days(_ lag: Lag) -> Double {
    switch lag {
    case .fixed(let days): days
    case .lognormal(let median, let sigma): median * exp(sigma * normal())
    case .uniform(let low, let high): low + (high - low) * uniform()
    }
  }
}
