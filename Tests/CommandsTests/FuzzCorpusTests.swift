import Foundation
import FuzzSupport
import Testing

/// What `.ci/fuzz` has found stays found, and each reader takes a few hundred new inputs in each run of the suite.
@Suite("Any bytes are answered or refused, and what is printed is printable")
struct FuzzCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzz/Corpora")

  private func corpus(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = Self.folder.appending(path: target.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  @Test("the files of the corpus, past findings among them", arguments: FuzzTarget.allCases)
  func known(_ target: FuzzTarget) throws {
    let corpus = try corpus(target)
    #expect(!corpus.isEmpty)
    for (name, bytes) in corpus { #expect(target.run(bytes) == nil, "\(target)/\(name)") }
  }

  @Test("mutations of them", arguments: FuzzTarget.allCases)
  func mutated(_ target: FuzzTarget) throws {
    let seeds = try target.seeds + corpus(target).map(\.bytes)
    var mutator = Mutator(seeds, vocabulary: target.vocabulary, seed: 27)
    for _ in 0..<200 {
      let input = mutator.next()
      #expect(target.run(input) == nil, "\(target): \(String(decoding: input, as: UTF8.self).debugDescription)")
    }
  }
}
