import Foundation
import PtySupport
import Testing

/// The session that `.ci/mcp` holds with the protocol's own client, asked here without it.
@Suite("A program asks: is it worth starting, and why not?")
struct WorthStartingTests {
  private struct Step {
    let tool: String
    let arguments: String
    var told: [(pointer: String, value: String)] = []
  }

  private func steps() throws -> [Step] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts/WorthStarting.txt")
    var steps: [Step] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      switch words[0] {
      case "call": steps.append(Step(tool: words[1], arguments: words[2]))
      case "=": steps[steps.count - 1].told.append((words[1], words[2]))
      default: break
      }
    }
    return steps
  }

  private func value(_ answer: Any, at pointer: String) -> Any? {
    pointer.split(separator: "/").reduce(answer as Any?) { value, step in
      if let list = value as? [Any], let place = Int(step), list.indices.contains(place) { return list[place] }
      return (value as? [String: Any])?[String(step)]
    }
  }

  private func read(_ text: String) throws -> NSObject? {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) as? NSObject
  }

  @Test("the answers are those on record")
  func session() throws {
    let steps = try steps()
    #expect(steps.count >= 6)
    var lines = [
      #"{"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#,
      #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
    ]
    for (number, step) in steps.enumerated() {
      lines.append(
        "{\"jsonrpc\":\"2.0\",\"id\":\(number),\"method\":\"tools/call\",\"params\":{\"name\":\"\(step.tool)\",\"arguments\":\(step.arguments)}}"
      )
    }
    let shop = Shop()
    let result = try shop.dropcast(
      "mcp", Shop.bundled, "--seconds", "600", input: lines.joined(separator: "\n") + "\n")
    #expect(result.exitCode == 0 && result.errors == "")
    let answers = try result.output.split(separator: "\n").dropFirst().map { try read(String($0)) as? [String: Any] }
    try #require(answers.count == steps.count)
    for (step, answer) in zip(steps, answers) {
      #expect(!step.told.isEmpty)
      for (pointer, told) in step.told {
        let found = value(answer?["result"] ?? NSNull(), at: pointer) as? NSObject
        #expect(found == (try read(told)), "\(step.tool) \(step.arguments) \(pointer): \(String(describing: found))")
      }
    }
  }
}
