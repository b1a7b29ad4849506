import Language

/// Where a session ended, for the next one: a file of lines, each a word and a path or number.
struct SessionMemo: Equatable {
  /// The scenario's file.
  var scenario: String
  /// The file that unsaved changes were kept in.
  var recovered: String?
  /// The last run, by its number in the store.
  var run: Int?

  private static let title = "dropcast session 1"

  init(scenario: String, recovered: String? = nil, run: Int? = nil) {
    (self.scenario, self.recovered, self.run) = (scenario, recovered, run)
  }

  /// nil where the text is none of ours.
  init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard lines.first == Self.title[...] else { return nil }
    let value = { (key: String) in
      lines.first { $0.hasPrefix(key + " ") }.map { String($0.dropFirst(key.count + 1)) }
    }
    guard let scenario = value("scenario"), scenario.hasPrefix("/") else { return nil }
    self.init(scenario: scenario, recovered: value("recovered"), run: value("run").flatMap(Int.init))
  }

  /// nil where a name has a line break, which no line can hold.
  var text: String? {
    let lines =
      [Self.title, "scenario " + scenario] + (recovered.map { ["recovered " + $0] } ?? [])
      + (run.map { ["run \($0)"] } ?? [])
    return lines.contains { $0.contains("\n") } ? nil : lines.joined(separator: "\n") + "\n"
  }
}
