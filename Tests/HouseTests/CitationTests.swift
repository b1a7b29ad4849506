import Foundation
import Testing

/// Comments, tests and pages cite the papers of the house by number: `model 9`, `model 4 and 6`, `model 16.6`,
/// `contract 5`.
@Suite("Citations of the papers")
struct CitationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A page that is cited, and the numbers it has.
  private struct Paper {
    let numbers: [String]

    init(_ file: String) throws {
      let text = try String(contentsOf: root.appending(path: "Documentation/\(file)"), encoding: .utf8)
      numbers = text.matches(of: /(?m)^(?:## (\d+) |- \*\*(\d+\.\d+)\*\* )/).compactMap { match in
        (match.output.1 ?? match.output.2).map(String.init)
      }
    }
  }

  /// The text of every file that people write, with comments that go on in the next line joined.
  private static func texts() throws -> [(file: String, text: String)] {
    let folders = ["Sources", "Tests", "Documentation", "scenarios", ".ci"]
    let inside = folders.flatMap { folder -> [URL] in
      let found = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
      return found?.allObjects as? [URL] ?? []
    }
    let pages = try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
    let written: Set = ["swift", "c", "h", "inc", "def", "md", "yaml", "drop", "po"]
    return try (inside + pages).filter { written.contains($0.pathExtension) }.map { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return (file.lastPathComponent, text.replacing(/\n[ \t]*(?:\/\/\/?|#)?[ \t]*/, with: " "))
    }
  }

  @Test("the numbers of a page are in order, none twice and none left out", arguments: ["Model.md", "Contracts.md"])
  func numbering(file: String) throws {
    let numbers = try Paper(file).numbers
    let sections = numbers.filter { !$0.contains(".") }
    #expect(sections == (1...max(1, sections.count)).map(String.init))
    let details = numbers.filter { $0.contains(".") }
    #expect(details == details.indices.map { "16.\($0 + 1)" })
  }

  @Test("every citation of the model or a contract names a number that there is")
  func resolve() throws {
    let papers = ["model": try Paper("Model.md"), "contract": try Paper("Contracts.md")]
    let citation = /\b([Mm]odel|[Cc]ontract) (\d+(?:\.\d+)?(?:(?:, | and |, and )\d+(?:\.\d+)?)*)/
    var count = 0
    for (file, text) in try Self.texts() {
      for match in text.matches(of: citation) {
        let paper = try #require(papers[match.output.1.lowercased()])
        for number in match.output.2.matches(of: /\d+(?:\.\d+)?/).map({ String($0.output) }) {
          count += 1
          #expect(paper.numbers.contains(number), "\(file) cites \(match.output.0), which is not in Documentation")
        }
      }
    }
    #expect(count > 100)
  }

  @Test("citations have one form: model 9, not model section 9 or section 9 of the model")
  func form() throws {
    let others = /(?:[Mm]odel|[Cc]ontract) sections? \d+|[Ss]ections? \d+(?: and \d+)? of the model/
    for (file, text) in try Self.texts() where file != "CitationTests.swift" && text.contains("ection") {
      for match in text.matches(of: others) {
        Issue.record("\(file) writes \(match.output): write model and the number, as CONTRIBUTING.md says")
      }
    }
  }

  @Test("the model page's own references resolve")
  func ownReferences() throws {
    let numbers = try Paper("Model.md").numbers
    let text = try #require(try Self.texts().first { $0.file == "Model.md" && $0.text.contains("**16.1**") }?.text)
    for match in text.matches(of: /\b(?:section (\d+)|(16\.\d+))\b/) {
      let number = String(match.output.1 ?? match.output.2 ?? "")
      #expect(numbers.contains(number), "\(match.output.0)")
    }
  }
}
