import Foundation
import Testing

/// `.ci/mutants` plants the faults of `Tests/Mutants` one after the other, which takes hours. Whether each still has a place
/// in the code, and tests that look for it, is known at once.
@Suite("Planted faults")
struct PlantedFaultTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private struct Patch {
    let name: String
    let head: String
    let tests: [String]
    let file: String
    /// The lines of each hunk as they stand without the fault.
    let hunks: [String]

    init(_ url: URL) throws {
      name = url.lastPathComponent
      let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      head = lines.first.map(String.init) ?? ""
      let filter = lines.first { $0.hasPrefix("Tests: ") }?.dropFirst(7) ?? ""
      tests = filter.split(separator: "|").map(String.init)
      file = lines.first { $0.hasPrefix("--- a/") }.map { String($0.dropFirst(6)) } ?? ""
      let body = lines.drop { !$0.hasPrefix("@@") }
      hunks = body.split { $0.hasPrefix("@@") }.map { hunk in
        hunk.filter { $0.hasPrefix(" ") || $0.hasPrefix("-") }.map { String($0.dropFirst()) }.joined(separator: "\n")
      }
    }
  }

  @Test("each says what it breaks, has one place in the code, and names suites that there are")
  func places() throws {
    let folder = Self.root.appending(path: "Tests/Mutants")
    let patches = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "patch" }.map(Patch.init)
    #expect(patches.count >= 50)
    let suites = try Self.suites()
    for patch in patches {
      #expect(patch.head.hasSuffix("."), "\(patch.name)")
      #expect(
        !patch.tests.isEmpty && patch.tests.allSatisfy { test in suites.contains { $0.contains(test) } },
        "\(patch.name)")
      let text = try String(contentsOf: Self.root.appending(path: patch.file), encoding: .utf8)
      #expect(!patch.hunks.isEmpty)
      for hunk in patch.hunks {
        #expect(text.ranges(of: hunk).count == 1, "\(patch.name) does not apply to \(patch.file)")
      }
    }
  }

  /// The names of all suites: test files declare each as `struct NameTests`.
  private static func suites() throws -> [String] {
    let found = FileManager.default.enumerator(at: root.appending(path: "Tests"), includingPropertiesForKeys: nil)
    return try (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.flatMap { url in
      try String(contentsOf: url, encoding: .utf8).matches(of: /\b(?:struct|class|enum|extension) (\w+)/)
        .map { String($0.output.1) }
    }
  }
}
