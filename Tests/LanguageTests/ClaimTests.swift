import Language
import Testing

@Suite("Claims about figures")
struct ClaimTests {
  private func read(_ text: String) throws(Fault) -> (Claim, String) {
    let (claim, rest) = try Claim.readPrefix(of: Fragment(text))
    return (claim, rest.text)
  }

  @Test("a figure and a number, as in conditions")
  func number() throws {
    let (claim, rest) = try read("p50 cash >= 5k on base")
    #expect(claim.figure.statistic?.text == "p50" && claim.figure.metric.text == "cash" && claim.figure.owner == nil)
    #expect(claim.relation == .greaterOrEqual)
    guard case .quantity(let bound) = claim.bound else { throw Fault("no number", at: claim.span) }
    #expect(bound.value == 5000)
    #expect(rest == "on base")
  }

  @Test("figures of strategies on both sides")
  func figures() throws {
    let (claim, rest) = try read("p50 cash of lean > mean cash of 稳健")
    #expect(claim.figure.owner?.text == "lean")
    guard case .figure(let bound) = claim.bound else { throw Fault("no figure", at: claim.span) }
    #expect(bound.statistic?.text == "mean" && bound.metric.text == "cash" && bound.owner?.text == "稳健")
    #expect(rest.isEmpty)
    let (short, _) = try read("ruin of lean<=ruin of base")
    #expect(short.figure.statistic == nil && short.figure.metric.text == "ruin" && short.figure.owner?.text == "lean")
  }

  @Test("a number of an answer, whose row may have a name of several words, and quotes or none")
  func answers() throws {
    for text in [
      "share of ad account ban in why > 20 %", "share of \"ad account ban\" in why>20%",
      "share  of  ad account ban  in  why  > 20 %",
    ] {
      let (claim, rest) = try read(text)
      #expect(claim.figure.metric.text == "share" && claim.figure.owner?.text == "ad account ban", "\(text)")
      #expect(claim.figure.place?.text == "why" && claim.relation == .greater && rest.isEmpty)
    }
    let (whole, _) = try read("wrong in check = 0")
    #expect(whole.figure.metric.text == "wrong" && whole.figure.owner == nil && whole.figure.place?.text == "check")
    let (both, _) = try read("share of a in why > share of b in why")
    guard case .figure(let bound) = both.bound else { throw Fault("no figure", at: both.span) }
    #expect(bound.owner?.text == "b" && bound.place?.text == "why")
    let (plain, _) = try read("ruin of lean < 5%")
    #expect(plain.figure.place == nil && plain.figure.owner?.text == "lean")
  }

  @Test(
    "what is no claim is refused where it goes wrong",
    arguments: [
      ("", "expected a figure, such as cash"), ("ruin", "expected one of"), ("ruin of", "expected a strategy"),
      ("p50 cash now < 5", "expected one of"), ("ruin <", "expected"),
      ("of lean < 5", "expected a figure, such as cash"),
      ("wrong in < 5", "expected a command"),
      ("ruin of lean < p50 cash now of base", "expected one of"),
    ])
  func refused(text: String, message: String) {
    do {
      let (claim, _) = try read(text)
      Issue.record("read with the text encoding \(claim)")
    } catch {
      #expect(error.message.hasPrefix(message), "\(error.message)")
    }
  }
}
