import Statistics
import Testing

@Suite struct PairedSharesTests {
  @Test(
    "its ends are those of the numerically greatest likelihood",
    arguments: [
      // Of Fixtures/make_paired_shares.py; the first is the published example of airways before and after a transplant
      // (Fagerland, Lydersen and Laake, Statistics in Medicine 33 (2014), doi:10.1002/sim.6148: −0.517 to −0.026).
      ((1, 7, 21), -0.517_232_277, -0.026_003_033),
      ((4, 0, 2000), 0.000_079_119, 0.005_131_352),
      ((0, 0, 500), -0.007_624_340, 0.007_624_340),
      ((0, 1, 44), -0.118_077_097, 0.059_393_231),
      ((10, 10, 20), -0.401_403_984, 0.401_403_984),
      ((120, 80, 1000), 0.012_388_475, 0.067_911_168),
      ((3, 1, 10), -0.217_085_375, 0.551_453_203),
      ((20, 0, 20), 0.677_749_684, 1),
      ((0, 3, 10_000), -0.000_881_736, 0.000_084_114),
    ])
  func ends(counts: (Int, Int, Int), low: Double, high: Double) {
    let interval = PairedShares(more: counts.0, fewer: counts.1, of: counts.2).interval(confidence: 0.95)
    #expect(abs(interval.lowerBound - low) < 1e-7)
    #expect(abs(interval.upperBound - high) < 1e-7)
  }

  // Of a handful, more often: so few cannot show that all go one way.
  @Test("what changes in few worlds and all one way is held as often as is said", arguments: [1.5, 3, 4, 6, 12, 40])
  func few(expected: Double) {
    let (worlds, share) = (2000, expected / 2000)
    // The number of changed worlds is binomial.
    var chance = Elementary.pow(1 - share, Double(worlds))
    var held = 0.0
    for changed in 0...200 {
      if PairedShares(more: changed, fewer: 0, of: worlds).interval(confidence: 0.95).contains(share) { held += chance }
      chance *= Double(worlds - changed) / Double(changed + 1) * share / (1 - share)
    }
    #expect((0.925...0.998).contains(held), "\(held)")
  }

  @Test("counts that do not fit, no worlds and senseless confidences claim nothing")
  func hostile() {
    #expect(PairedShares(more: 5, fewer: 9, of: 7) == PairedShares(more: 5, fewer: 2, of: 7))
    #expect(PairedShares(more: 0, fewer: 0, of: 0).interval(confidence: 0.95) == -1...1)
    #expect(PairedShares(more: 1, fewer: 0, of: 9).interval(confidence: 1) == -1...1)
    #expect(PairedShares(more: .max, fewer: 0, of: .max).interval(confidence: 0.95).upperBound == 1)
  }
}
