import Language
import Scenarios
import Testing

@Suite("What a field does not allow is cut off")
struct TruncationTests {
  static let cases = [
    Spelling("stores.shop.conversion", "normal(3 %, 3 %)", ClosedLaw.normal(0.03, 0.03).cut(0, 1)),
    Spelling("stores.shop.conversion", "lognormal(30 %, 1)", ClosedLaw.lognormal(0.3, 1).cut(0, 1)),
    Spelling("ads.meta.carryover", "uniform(0.5, 1)", ClosedLaw.uniform(0.5, 1).cut(0, 0.99)),
    Spelling("stores.shop.payout_days", "normal(2, 4)", ClosedLaw.normal(2, 4).cut(0, 365).rounded),
    Spelling(
      "products.lamp.return_rate", "50%: normal(5 %, 5 %) | 50%: 10 %",
      ClosedLaw.mixture([(0.5, .normal(0.05, 0.05)), (0.5, .certain(0.1))]).cut(0, 1)),
  ]

  @Test("the rest of the law is drawn, scaled to all worlds", arguments: cases)
  func drawn(_ spelling: Spelling) throws {
    let values = try Draws(try spelling.shop.scenario()).values(spelling.path)
    #expect(kolmogorov(values, spelling.law.cdf) < 1.95)
  }

  @Test("more than a hundredth is told with its place, less is not")
  func told() throws {
    let much = try Shop(["stores.shop.conversion": "normal(3 %, 3 %)"]).file()
    #expect(
      much.notes.map { $0.rendered() } == [
        """
        shop.yaml:17:17: note: 15.9 % of the values of normal(3 %, 3 %) lie outside the allowed range (0 % to 100 %) and are never drawn
            conversion: normal(3 %, 3 %)
                        ^^^^^^^^^^^^^^^^
        """
      ])
    #expect(try Shop(["stores.shop.conversion": "normal(3 %, 1.2 %)"]).file().notes.isEmpty)
    #expect(try Shop(["stores.shop.conversion": "1 to 4 %"]).file().notes.isEmpty)
  }

  @Test("the plan uses the mean of what is left: for a normal law cut at 0, μ + σ φ(μ/σ)/Φ(μ/σ)")
  func planned() throws {
    let scenario = try Shop(["stores.shop.conversion": "normal(3 %, 3 %)"]).scenario()
    let conversion = try #require(scenario.stores["shop"]?.conversion)
    // φ(1) and Φ(1).
    #expect(abs(conversion - (0.03 + 0.03 * 0.241_970_724_519_143_4 / 0.841_344_746_068_542_9)) < 1e-9)
  }

  @Test("a law that lies outside altogether is refused with what is allowed")
  func outside() {
    let desk = Desk()
    desk.perform("set stores.shop.conversion = normal(-5, 0.1)")
    #expect(
      desk.complaints == """
        <prompt>:1:30: error: stores.shop.conversion: out of range
            set stores.shop.conversion = normal(-5, 0.1)
                                         ^^^^^^^^^^^^^^^
          allowed: 0 % to 100 %
        """)
  }
}
