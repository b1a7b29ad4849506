import Analysis
import Scenarios
import Simulation
import Testing

@Suite("What happened in a world")
struct WorldStoryTests {
  @Test(
    "candidates that are tested, kept and given up are told as often as the books count them, in the order of the days")
  func candidates() throws {
    let shop = try scenario(
      plainShop + """

        product_tests:
          candidates: 5
          conversion: lognormal(2.5 %, 0.70)
          keep_if: roas(4) >= 1.1
          stop_if: roas(14) < 1.6
        """)
    let program = Program(shop, seed: 3)
    var options = RunOptions()
    (options.paths, options.keeping) = (32, .worlds)
    let outcome = try #require(try program.run(options))
    var kept = 0
    for world in 0..<32 {
      let story = WorldStory(shop, program.replay(path: world, options))
      let steps = story.happenings.compactMap { happening -> Candidacy.Step? in
        if case .trial(let step, _) = happening.kind { step } else { nil }
      }
      #expect(Double(steps.count { $0 == .started }) == outcome.total(.candidatesTried)[world])
      #expect(Double(steps.count { $0 == .kept }) == outcome.total(.winners)[world])
      #expect(steps.count { $0 == .stopped } <= steps.count { $0 == .kept })
      #expect(steps.first == .started)
      kept += steps.count { $0 == .kept }
    }
    #expect(kept > 0)
  }

  @Test(
    "an offer that is sold out is told with its days, and by its own name where a product is tested in several slots")
  func soldOut() throws {
    let text = plainShop.replacing(
      "shipping_cost: 4 USD}", with: "shipping_cost: 4 USD, stockout_rate: 60 % per month}")
    let shop = try scenario(text)
    let program = Program(shop, seed: 3)
    let stories = (0..<10).map { WorldStory(shop, program.replay(path: $0)) }
    let days = stories.flatMap { story in
      story.happenings.compactMap { happening -> ClosedRange<Int>? in
        guard case .soldOut(let product, let supplier) = happening.kind else { return nil }
        #expect(product == "lamp" && supplier == "yiwu")
        return happening.days
      }
    }
    #expect(!days.isEmpty)
    for (story, world) in zip(stories, 0...) {
      let replay = program.replay(path: world)
      for happening in story.happenings {
        guard case .soldOut = happening.kind else { continue }
        #expect(happening.days.allSatisfy { !replay.days[$0].soldOut.isEmpty })
      }
    }
  }
}
