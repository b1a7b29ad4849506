import Foundation
import Testing

/// Holds every import to the layout of the house. SwiftPM lets a module import what another one brought along.
@Suite("The layout of the house")
struct LayoutTests {
  /// What each module may import: modules of the house and of packages.
  private let arrows: [String: Set<String>] = [
    "Language": ["Assets"],
    "Disk": [],
    "SQLite": ["CSQLite"],
    "Statistics": ["CRows"],
    "YAML": ["Language", "Yams"],
    "Scenarios": ["Language", "Statistics", "YAML"],
    "Simulation": ["CRows", "Language", "Statistics", "Scenarios"],
    "Analysis": ["Language", "Statistics", "Scenarios", "Simulation"],
    "Reports": ["Language", "Statistics", "Scenarios", "Simulation", "Analysis"],
    "Commands": [
      "Language", "Disk", "SQLite", "Statistics", "YAML", "Scenarios", "Simulation", "Analysis", "Reports", "Tabular",
      "Importers", "Zip",
      "CLibmd",
    ],
    "Tabular": [],
    "Zip": ["CZlib"],
    "Importers": ["Language", "Tabular", "Zip"],
    "Terminal": ["CEdit", "Disk"],
    "dropcast": ["Language", "Reports", "Commands", "Terminal", "ArgumentParser"],
  ]

  /// What each module may import of the system. Foundation is in no list: it costs start time and hides locales.
  private let system: [String: Set<String>] = [
    "Disk": ["Glibc", "Musl", "Darwin"],
    "Statistics": ["Synchronization", "Glibc", "Musl", "Darwin"],
    "Simulation": ["Synchronization", "Glibc", "Musl", "Darwin"],
    "Tabular": ["Glibc", "Musl", "Darwin"],
    "Terminal": ["Glibc", "Musl", "Darwin"],
    "Commands": ["Glibc", "Musl", "Darwin"],
    "dropcast": ["Glibc", "Musl", "Darwin"],
  ]

  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func files(in folder: String) -> [URL] {
    let found = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  /// The modules that a file imports, whatever stands before `import`.
  private func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").drop {
        $0.hasPrefix("@") || ["package", "internal", "fileprivate", "private", "public"].contains($0)
      }
      guard words.first == "import", let module = words.dropFirst().first else { return nil }
      return module.split(separator: ".").first.map(String.init)
    }
  }

  @Test("every module is in the table, and the table has no others")
  func modules() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
    let inSwift = folders.filter { !files(in: "Sources/\($0)").isEmpty }
    #expect(inSwift.sorted() == arrows.keys.sorted())
  }

  @Test(
    "a module imports only what its arrows allow",
    arguments: [
      "Language", "Disk", "SQLite", "Statistics", "YAML", "Scenarios", "Simulation", "Analysis", "Reports", "Tabular",
      "Zip", "Importers", "Commands", "Terminal", "dropcast",
    ])
  func imports(module: String) throws {
    let allowed = try #require(arrows[module]).union(system[module] ?? [])
    for file in files(in: "Sources/\(module)") {
      for name in try imports(of: file) where !allowed.contains(name) {
        Issue.record("\(module) must not import \(name): \(file.lastPathComponent)")
      }
    }
  }

  @Test("the top level holds doors and papers, beside them only dotfiles")
  func topLevel() throws {
    let known: Set = [
      "Package.swift", "Sources", "Tests", "scenarios", "Documentation", "README.md", "README.zh.md", "CONTRIBUTING.md",
      "DECISIONS.md", "RELEASING.md", "CHANGELOG.md", "LICENSE",
    ]
    // SwiftPM writes this one, and nobody checks it in.
    let made: Set = ["Package.resolved"]
    let found = try FileManager.default.contentsOfDirectory(atPath: root.path)
    #expect(found.filter { !$0.hasPrefix(".") && !known.contains($0) && !made.contains($0) } == [])
  }
}
