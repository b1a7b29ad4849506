import Crypto
import Scenarios
import Simulation

/// Tells runs apart: equal fingerprints mean equal results.
enum Fingerprint {
  /// SHA-256, in hexadecimal, over the canonical scenario, the strategy, the seed, the number of worlds (none for a plan
  /// alone) and the version of the engine's random streams.
  static func text(of scenario: Scenario, strategy: String, seed: UInt64, paths: Int?) -> String {
    let parts = [
      "dropcast \(Program.streamVersion)", scenario.yaml(strategies: []), strategy, String(seed),
      paths.map(String.init) ?? "plan",
    ]
    var hash = SHA256()
    for part in parts {
      // With its length before it no part can run into the next.
      hash.update(data: Array("\(part.utf8.count):".utf8))
      hash.update(data: Array(part.utf8))
    }
    let digits = Array("0123456789abcdef")
    return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
