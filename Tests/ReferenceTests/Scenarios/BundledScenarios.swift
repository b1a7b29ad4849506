import Foundation

/// The scenario files that come with the program.
enum BundledScenarios {
  static var files: [URL] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../scenarios")
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
  }
}
