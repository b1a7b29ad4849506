import Language
import Statistics

extension SelfCheck {
  /// Known answers of Random123 (D. E. Shaw Research, BSD licence).
  static var randomWords: SelfCheck {
    let pi: SIMD4<UInt32> = [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344]
    let known: [(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, words: SIMD4<UInt32>)] = [
      (.zero, .zero, [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]),
      (
        .init(repeating: .max), .init(repeating: .max), [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]
      ),
      (pi, [0xA409_3822, 0x299F_31D0], [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]),
    ]
    return SelfCheck(say("random numbers"), by: say("the same as the known results of Random123")) {
      let right = known.count { Philox4x32.block(counter: $0.counter, key: $0.key) == $0.words }
      return right == known.count ? nil : say("known results that match: only \(right) of \(known.count)")
    }
  }

  /// Quantiles by SciPy 1.17.1, at 5 %, 50 % and 99.9 %.
  static var distributions: SelfCheck {
    let at = [0.05, 0.5, 0.999]
    return SelfCheck(say("distributions"), by: say("the same as SciPy's quantiles, to nine digits")) {
      let laws: [(law: Law?, quantiles: [Double])] = [
        (
          (try? NormalLaw(mean: -3, standardDeviation: 2)).map(Law.normal), [-6.289707253902946, -3, 3.180464612335626]
        ),
        (
          (try? LognormalLaw(median: 0.9, sigma: 0.3)).map(Law.lognormal),
          [0.5494614821666975, 0.9, 2.274383840076649]
        ),
        (
          (try? PERTLaw(low: 5, mode: 8, high: 15)).map(Law.pert),
          [5.957042835291989, 8.509994849491182, 13.963691376284508]
        ),
        (
          (try? BetaLaw(alpha: 2, beta: 23)).map(Law.beta),
          [0.015011778763587415, 0.06895180994686372, 0.3251561118635581]
        ),
        (
          (try? GammaLaw(shape: 4, scale: 10)).map(Law.gamma),
          [13.663183967498309, 36.72060748850897, 130.6224077918807]
        ),
      ]
      for (law, quantiles) in laws {
        for (u, wanted) in zip(at, quantiles) {
          let found = law?.quantile(u) ?? .nan
          guard abs(found - wanted) <= 1e-9 * wanted.magnitude else { return say("\(found) instead of \(wanted)") }
        }
      }
      return nil
    }
  }
}
