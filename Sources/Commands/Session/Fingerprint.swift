import CLibmd
package import Scenarios
import Simulation

/// Tells runs apart: equal fingerprints mean equal results.
package enum Fingerprint {
  /// SHA-256, in hexadecimal, over the canonical scenario, the strategy, the seed, the number of worlds (none for a plan
  /// alone) and the version of the engine's random streams.
  package static func text(of scenario: Scenario, strategy: String, seed: UInt64, paths: Int?) -> String {
    let parts = [
      "dropcast \(Program.streamVersion)", scenario.yaml(strategies: []), strategy, String(seed),
      paths.map(String.init) ?? "plan",
    ]
    // With its length before it no part can run into the next.
    return sha256(parts.flatMap { Array("\($0.utf8.count):\($0)".utf8) })
  }

  /// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
  package static func sha256(_ bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
