import Commands
import Scenarios
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
  @Test(
    "SHA-256 of NIST's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func known(text: String, digest: String) {
    #expect(Fingerprint.sha256(Array(text.utf8)) == digest)
  }

  @Test("equal runs have equal fingerprints, runs that differ in anything have others")
  func differs() throws {
    let scenario = try Desk().session.scenario
    func text(
      _ scenario: Scenario, strategy: String = "base", seed: UInt64 = 1, paths: Int? = 100
    ) -> String {
      Fingerprint.text(of: scenario, strategy: strategy, seed: seed, paths: paths)
    }
    var others = [
      text(scenario, strategy: "lean"), text(scenario, seed: 2), text(scenario, paths: 101), text(scenario, paths: nil),
    ]
    for slot in scenario.slots {
      guard case .number(let value)? = slot.get(scenario) else { continue }
      var changed = scenario
      slot.set(&changed, .number(value * 0.5 + 0.125))
      if changed != scenario { others.append(text(changed)) }
    }
    #expect(text(scenario) == text(scenario))
    #expect(others.count > 20)
    #expect(Set(others + [text(scenario)]).count == others.count + 1)
  }
}
