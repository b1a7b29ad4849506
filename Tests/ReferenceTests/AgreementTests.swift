import Foundation
import Scenarios
import Simulation
import Testing

/// The engine samples whole days at once, the reference takes each order by itself: they must be the same business.
@Suite("The engine agrees with the reference simulator", .serialized) struct AgreementTests {
  @Test("on scenarios that together use every parameter", arguments: OwnScenarios.all.map(\.name))
  func own(_ name: String) throws {
    try expectAgreement(OwnScenarios.text(name))
  }

  @Test("on every bundled scenario", arguments: BundledScenarios.files)
  func bundled(_ file: URL) throws {
    try expectAgreement(String(contentsOf: file, encoding: .utf8))
  }

  private func expectAgreement(_ text: String) throws {
    let scenario = try scenario(text)
    let reference = ReferenceOutcome(ReferenceInput(scenario), worlds: 4_000, seed: 7)
    let engine = try engineWorlds(scenario, paths: 20_000, seed: 1)
    let comparison = Comparison(reference, engine)
    #expect(comparison.tooFar.isEmpty)
    let zs = comparison.differences.map(\.z).filter { $0 != 0 }; print(scenario.name, "n", zs.count, "rms z", (zs.map { $0 * $0 }.reduce(0, +) / Double(zs.count)).squareRoot(), "max", comparison.differences.max { abs($0.z) < abs($1.z) }!.description) // DEBUG
  }
}

/// The scenario files that come with the program.
enum BundledScenarios {
  static var files: [URL] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../scenarios")
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
  }
}
