import Scenarios
import Statistics

/// Product tests (model 5), ready to run.
struct ProductTestsProgram {
  let candidates: Int
  let conversion: Size
  let testSpend: Parameter
  let testDays: Parameter
  let store: Int
  let slots: [Slot]
  /// What candidates are like, by their number.
  let stream: Stream

  /// A place for one candidate: a product and the channels that bring visitors to it.
  struct Slot {
    let product: Int
    let channels: [Int]
  }

  /// nil without tests.
  init?(_ channels: [ChannelProgram], _ compiler: inout Compiler) {
    let tests = compiler.scenario.productTests
    testSpend = compiler.parameter("product_tests.test_spend", tests.testSpend)
    testDays = compiler.parameter("product_tests.test_days", tests.testDays)
    guard let tested = compiler.scenario.testedProduct else { return nil }
    candidates = Int(tests.candidates)
    conversion = compiler.pins.makesCandidatesAlike ? Size(tests.conversion.mean) : tests.conversion
    store = compiler.scenario.storeIndex(compiler.scenario.products.entries[tested].value.store)
    slots = compiler.slots.map { product in
      Slot(
        product: product,
        channels: channels.indices.filter { channels[$0].links.contains { $0.product == product } })
    }
    stream = Stream(seed: compiler.seed, name: "product_tests.conversion")
  }
}
