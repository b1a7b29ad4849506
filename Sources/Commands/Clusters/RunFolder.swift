import Language
import Simulation

/// A run that other machines make, or a question of many runs: a folder that they all see, with the frozen scenario, the
/// script that makes one shard, a text that says what it is, and the parts that are finished.
///
/// The text is lines, each a word and its value, in this order:
///
///     dropcast-run 1
///     fingerprint 5d41…     of the run
///     tasks 64              as many shards
///     on slurm
///     with -p main -t 120   what Slurm is told beside
///     command run 1000000 --strategy lean --seed 7
package struct RunFolder {
  static let scenarioName = "scenario.yaml"
  static let scriptName = "task.sh"
  static let logName = "log"
  static let textName = "run.txt"
  private static let version = 1

  /// Who starts the shards.
  enum Engine: String, CaseIterable { case slurm, files }

  struct Contents: Equatable {
    var fingerprint: String
    var tasks: Int
    var engine: Engine
    var with: [String]
    /// The run or the question, as a line of the language.
    var command: String
  }

  /// As the system finds it.
  let path: String
  /// As it was named.
  let name: String
  let contents: Contents

  func path(of file: String) -> String { path + "/" + file }

  static func partName(_ shard: Int) -> String { "part-\(shard)\(RunPart.suffix)" }

  var shards: [Shard] { (1...contents.tasks).map { Shard($0, of: contents.tasks) } }

  // MARK: Which words name one

  /// Does a folder hold a run?
  static func isOne(_ path: String) -> Bool { Files.exists(path + "/" + textName) }

  /// The folder that the words of `merge FOLDER` and of a command with `--resume FOLDER` name; nil for all others.
  package static func named(by words: [String]) -> String? {
    guard let spec = words.first.flatMap({ Catalogue.find($0) }) else { return nil }
    if spec.verb == "merge" { return words.dropFirst().first.flatMap { isOne($0) ? $0 : nil } }
    guard spec.options.contains(where: { $0.name == "resume" }) else { return nil }
    if let place = words.firstIndex(of: "--resume") { return words.dropFirst(place + 1).first }
    return words.first { $0.hasPrefix("--resume=") }.map { String($0.dropFirst(9)) }
  }

  // MARK: The text

  init(path: String, name: String, _ contents: Contents) {
    (self.path, self.name, self.contents) = (path, name, contents)
  }

  var text: String {
    [
      "dropcast-run \(Self.version)", "fingerprint \(contents.fingerprint)", "tasks \(contents.tasks)",
      "on \(contents.engine.rawValue)", "with \(contents.with.joined(separator: " "))", "command \(contents.command)",
      "",
    ].joined(separator: "\n")
  }

  /// Reads what may be any bytes; nil for what is no such text of this version.
  init?(path: String, name: String, text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    func next(_ key: String) -> Substring? {
      guard let line = lines.popFirst(), line.hasPrefix(key + " ") else { return nil }
      return line.dropFirst(key.utf8.count + 1)
    }
    guard next("dropcast-run") == "\(Self.version)", let fingerprint = next("fingerprint"),
      let tasks = next("tasks").flatMap({ Int($0) }), (1...Shard.most).contains(tasks),
      let engine = next("on").flatMap({ Engine(rawValue: String($0)) }), let with = next("with"),
      let command = next("command"), lines.elementsEqual([""])
    else { return nil }
    self.init(
      path: path, name: name,
      Contents(
        fingerprint: String(fingerprint), tasks: tasks, engine: engine,
        with: with.split(separator: " ").map(String.init), command: String(command)))
  }
}
