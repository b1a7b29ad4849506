import Statistics
import Testing

@Suite struct OrnsteinUhlenbeckTests {
  /// ln 2 / ½: the half-life that belongs to a mean reversion of ½ a day.
  let process = OrnsteinUhlenbeck(standardDeviation: 10, halfLife: 1.386_294_361_119_890_6)

  @Test("the daily step is the exact one, not Euler's")
  func parameters() {
    #expect(close(process.persistence, 0.60653065971263342, relative: 1e-15))
    let variance = process.innovationDeviation * process.innovationDeviation
    #expect(close(variance, 63.212055882855768, relative: 1e-14))
  }

  /// Exact values of a process of standard deviation 10 that starts 20 below its mean.
  @Test(
    "mean and variance after some days are the known ones",
    arguments: [
      (1, 87.869386805747332, 63.212055882855768), (2, 92.642411176571154, 86.466471676338731),
      (3, 95.537396797031403, 95.021293163213606), (6, 99.004258632642721, 99.752124782333364),
      (12, 99.950424956466673, 99.999385578764667), (36, 99.999999695400405, 99.999999999999977),
    ])
  func transient(_ days: Int, _ mean: Double, _ variance: Double) {
    var (distance, spread) = (-20.0, 0.0)
    let innovation = process.innovationDeviation * process.innovationDeviation
    for _ in 0..<days {
      distance *= process.persistence
      spread = process.persistence * process.persistence * spread + innovation
    }
    #expect(close(100 + distance, mean, relative: 1e-14))
    #expect(close(spread, variance, relative: 1e-13))
  }

  @Test("days k apart correlate as a to the k, at constant standard deviation")
  func autocorrelation() {
    let (n, days) = (1 << 14, 13)
    var states = [Float](repeating: 0, count: n)
    var history: [[Float]] = []
    for day in 0..<days {
      let normals = normals(n, day: day)
      if day == 0 {
        process.start(normals: normals, into: &states, count: n)
      } else {
        process.step(&states, normals: normals, count: n)
      }
      history.append(states)
    }
    for (lag, expected) in [(1, 0.60653065971263342), (2, 0.36787944117144232), (12, 0.0024787521766663584)] {
      let products = Moments(zip(history[0], history[lag]).map { Double($0) * Double($1) })
      #expect(abs(products.mean / 100 - expected) < 4 * products.standardError / 100)
    }
    for day in history {
      #expect(abs(Moments(day.map(Double.init)).standardDeviation - 10) < 4 * 10 / Double(2 * n).squareRoot())
    }
  }

  func normals(_ n: Int, day: Int) -> [Float] {
    var sample = [UInt32](repeating: 0, count: n)
    Stream(seed: 7, name: "process").words(firstPath: 0, day: day, into: &sample, count: n)
    return row(n) { Normal.quantileRow(words: sample, into: $0, count: n) }
  }

  @Test("half-life 0 is white noise")
  func whiteNoise() {
    let noise = OrnsteinUhlenbeck(standardDeviation: 0.3, halfLife: 0)
    #expect(noise.persistence == 0)
    #expect(noise.innovationDeviation == 0.3)
  }

  @Test("a very long half-life keeps the digits of the innovation")
  func longHalfLife() {
    let slow = OrnsteinUhlenbeck(standardDeviation: 1, halfLife: 1e12)
    let variance = slow.innovationDeviation * slow.innovationDeviation
    #expect(close(variance, 1.386_294_361_118_930e-12, relative: 1e-12))
    #expect(slow.persistence < 1)
  }
}

@Suite struct RatesTests {
  @Test("a uniform lies below a chance just where it is compared with it, and of what is no chance nowhere")
  func below() {
    for p in [-1, 0, 1e-300, 1e-17, 1e-6, 0.02, 0.5, 0.999, 1, 1.5, Double.nan] as [Double] {
      for m in [0, 12.0 / 365, 0.5, 1, 3, 40] as [Double] {
        let chance = Rates.probability(p, times: m)
        for uniform in [0x1p-53, 1e-9, 0.001, 0.3, chance.nextDown, chance, chance.nextUp, 1 - 0x1p-53]
        where uniform > 0 && uniform < 1 {
          #expect(Rates.isBelow(uniform, p, times: m) == (uniform < chance), "\(uniform) \(p) \(m)")
        }
      }
    }
    #expect(Rates.isBelow(0.001, perMonth: 0.1) && !Rates.isBelow(0.05, perMonth: 0.1))
  }

  @Test("a monthly chance, met every day of a year, makes twelve monthly chances")
  func perMonth() {
    let daily = Rates.dailyProbability(perMonth: 0.02)
    #expect(close(Rates.probability(daily, times: 365), 1 - Elementary.pow(0.98, 12), relative: 1e-14))
  }

  @Test("a yearly chance, met every day of a year, is itself", arguments: [1e-12, 0.02, 0.5, 0.999])
  func perYear(_ x: Double) {
    #expect(close(Rates.probability(Rates.dailyProbability(perYear: x), times: 365), x, relative: 1e-13))
  }

  @Test("never, always and senseless rates")
  func edges() {
    #expect(Rates.dailyProbability(perMonth: 0) == 0)
    #expect(Rates.dailyProbability(perMonth: 1) == 1)
    #expect(Rates.dailyProbability(perYear: 7) == 1)
    #expect(Rates.dailyProbability(perYear: -7) == 0)
    #expect(Rates.dailyProbability(perYear: .nan) == 0)
    #expect(Rates.probability(1, times: 0) == 0)
  }
}
