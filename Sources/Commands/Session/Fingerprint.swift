import CLibmd
package import Scenarios
import Simulation
package import Statistics
import Tabular

/// Tells runs apart: equal fingerprints mean equal results.
package enum Fingerprint {
  /// SHA-256, in hexadecimal, over the canonical scenario, the values it takes from files, the strategy, the seed, the
  /// number of worlds (none for a plan alone), the kind of sampling and the version of the engine's random streams.
  package static func text(
    of scenario: Scenario, strategy: String, seed: UInt64, paths: Int?, sampling: ParameterSampling = .random
  ) -> String {
    let parts =
      [
        "dropcast \(Program.streamVersion)", scenario.yaml(strategies: []), strategy, String(seed),
        paths.map(String.init) ?? "plan", sampling.rawValue,
      ] + observations(in: scenario)
    // With its length before it no part can run into the next.
    return sha256(parts.flatMap { Array("\($0.utf8.count):\($0)".utf8) })
  }

  /// Does it take values from files?
  static func restsOnFiles(_ scenario: Scenario) -> Bool { !observations(in: scenario).isEmpty }

  /// What was read from files, parameter by parameter: the scenario itself only names the files.
  private static func observations(in scenario: Scenario) -> [String] {
    scenario.slots.compactMap { slot in
      guard case .spread(let spread) = scenario.uncertain[slot.path] else { return nil }
      let values = spread.law.observations
      guard !values.isEmpty else { return nil }
      return slot.path + " " + values.map { String($0.bitPattern, radix: 16) }.joined(separator: " ")
    }
  }

  /// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
  package static func sha256(_ bytes: [UInt8]) -> String { sha256(bytes[...]) }

  static func sha256(_ bytes: ArraySlice<UInt8>) -> String {
    hex(digest(bytes))
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// Of all bytes of a source; nil where they cannot be read.
  static func sha256(of source: any ByteSource) -> String? {
    var context = SHA2_CTX()
    SHA256Init(&context)
    do throws(ReadFailure) {
      try source.rewind()
      while true {
        let bytes = try source.next(atMost: 1 << 16)
        if bytes.isEmpty { break }
        bytes.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
      }
    } catch { return nil }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    return hex(digest)
  }

  /// The same as bytes.
  static func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var context = SHA2_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    return digest
  }
}

extension Law {
  /// The values of all empirical laws in it.
  fileprivate var observations: [Double] {
    switch self {
    case .empirical(let law): law.values
    case .mixture(let law): law.parts.flatMap(\.law.observations)
    case .truncated(let law): law.law.observations
    case .certain, .uniform, .normal, .lognormal, .triangular, .pert, .beta, .gamma, .percentiles: []
    }
  }
}
