import Analysis
import Testing

@testable import Reports

@Suite("A share in a sentence")
struct ShareInWordsTests {
  @Test(
    "is no less than nothing and no more than all, and says when chance may have made it",
    arguments: [
      (-0.004, 0.006, "0 % (within the margin of error)"), (0.003, 0.004, "0 % (within the margin of error)"),
      (0.021, 0.005, "2 %"),
      (1.006, 0.01, "100 %"),
    ])
  func words(_ value: Double, _ standardError: Double, _ words: String) {
    #expect(Estimated(value, standardError: standardError).shareInWords == words)
  }
}
