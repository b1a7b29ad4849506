import Disk
import Language
import Scenarios
import YAML

extension CommandSpec {
  static let save = CommandSpec(
    "save", synonyms: ["保存"], "writes the scenario with its changes and strategies to a file",
    syntax: "save [FILE.yaml] [--force]",
    examples: ["save my-store.yaml", "save", "save my-store.yaml --force"],
    changes: .disk, operand: .file(suffix: ".yaml"),
    options: [OptionSpec("force", nil, "also overwrite a file that you did not load, or one that has changed on disk")],
    related: ["load", "diff"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    let word = invocation.operands.first
    if let word, word.text.isEmpty {
      throw invocation.failure(say("the file name is empty"), at: word.span, help: say("write: save FILE.yaml"))
    }
    let path = word.map { session.resolve($0.text) } ?? session.path ?? ""
    let isOwn = session.path == path
    let endings = [".yaml", ".yml"]
    if let word, !isOwn, !endings.contains(where: { word.text.lowercased().hasSuffix($0) }) {
      throw invocation.failure(
        say("scenarios are written as YAML"), at: word.span,
        help: say("use a name that ends in .yaml: save my-store.yaml"))
    }
    let (text, obstacle) = session.savedText
    if let obstacle, isOwn {
      return try session.saveBeside(path, text, obstacle, word, invocation)
    }
    // What somebody else has written since is not written over.
    let known = isOwn ? session.source.map { FileWriter.Precondition.only(Array($0.text.utf8)) } : nil
    let expected = invocation.has("force") ? .anything : known ?? .nothing
    do throws(DiskFault) {
      try session.write(text, to: path, over: expected)
    } catch {
      throw session.cannotSave(path, error, word, invocation)
    }
    var answer = Answer(say("saved to \(session.shown(path))"))
    answer.notices = obstacle.map { [say("comments could not be kept: \($0)")] } ?? []
    answer.notices += session.loadingNotices
    return answer
  }
}

extension Session {
  /// The text to save: the loaded one with only what changed written anew; or in our own spelling, and why.
  var savedText: (text: String, obstacle: String?) {
    guard let source else { return (scenario.yaml(strategies: strategies), nil) }
    do throws(CannotKeep) {
      return (try ScenarioFile.rewritten(source, as: scenario, strategies, presets: presets, columns: columns), nil)
    } catch {
      return (scenario.yaml(strategies: strategies), error.reason)
    }
  }

  /// A path as the operator would write it here.
  fileprivate func shown(_ path: String) -> String {
    let directory = surroundings.directory
    return !directory.isEmpty && path.hasPrefix(directory + "/") ? String(path.dropFirst(directory.count + 1)) : path
  }

  /// The operator's own file stays as it is when its comments could not be kept.
  fileprivate mutating func saveBeside(
    _ path: String, _ text: String, _ obstacle: String, _ word: Word?, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    let stem = path.hasSuffix(".yaml") ? String(path.dropLast(5)) : path
    for number in 2...999 {
      let free = "\(stem)-\(number).yaml"
      do throws(DiskFault) {
        try write(text, to: free, over: .nothing)
      } catch {
        guard error == .exists else { throw cannotSave(free, error, word, invocation) }
        continue
      }
      var answer = Answer(say("saved to \(shown(free)); \(shown(path)) is unchanged"))
      answer.notices = [say("the new file has none of the comments of \(shown(path)): \(obstacle)")] + loadingNotices
      return answer
    }
    throw invocation.failure(
      say("cannot save \(shown(path)): \(obstacle)"), at: word?.span ?? invocation.command.span)
  }

  /// What stands in the way of loading what was just saved: a file of numbers that the user named, and that a scenario
  /// may not read.
  fileprivate var loadingNotices: [String] {
    guard let source else { return [] }
    do throws(FindingsError) {
      _ = try ScenarioFile.read(source, home: surroundings.home)
      return []
    } catch {
      return [say("this file cannot be loaded as it is:")] + error.findings.map { $0.rendered() }
    }
  }

  fileprivate mutating func write(
    _ text: String, to path: String, over expected: FileWriter.Precondition
  ) throws(DiskFault) {
    try FileWriter.write(Array(text.utf8), to: path, over: expected)
    self.path = path
    source = Source(name: path, text: text)
    saved = work
  }

  fileprivate func cannotSave(
    _ path: String, _ fault: DiskFault, _ word: Word?, _ invocation: Invocation
  ) -> CommandFailure {
    let span = word?.span ?? invocation.command.span
    if fault == .changed {
      return invocation.failure(
        say("\(shown(path)) has changed on disk since it was loaded"), at: span,
        help: say("save under another name, or add --force to overwrite it"))
    }
    let problem = Files.problem(fault, path)
    return invocation.failure(
      say("cannot save \(shown(path)): \(problem.message)"), at: span, help: problem.help)
  }
}

extension Session {
  /// Writes unsaved changes where they can be found again, for the operator alone.
  ///
  /// - Returns: where, in words; nil when there are none, or nobody typed them.
  package func rescue() throws(Files.Problem) -> String? {
    try rescued().map { say("unsaved changes kept in \($0)") }
  }

  /// The same, as a path.
  func rescued() throws(Files.Problem) -> String? {
    guard isChanged, surroundings.isInteractive else { return nil }
    guard let state = surroundings.stateDirectory else {
      throw Files.Problem(say("there is no home directory to keep them in"))
    }
    let directory = state + "/recovered"
    try Files.makeDirectory(directory)
    // Other sessions may be ending at the same moment: a name is only ours once the file is there.
    for number in 1...9999 {
      let path = "\(directory)/\(rescuedStem)-\(number).yaml"
      do throws(DiskFault) {
        try FileWriter.write(Array(savedText.text.utf8), to: path, over: .nothing, mode: 0o600)
        return path
      } catch {
        guard error == .exists else {
          throw Files.Problem(say("\(path): \(Files.problem(error, path).message)"))
        }
      }
    }
    throw Files.Problem(
      say("the folder \(directory) already holds too many files with unsaved changes; delete some of these files"))
  }

  /// The scenario's name without its ending, short enough for a number behind it.
  private var rescuedStem: String {
    let file = path?.split(separator: "/").last.map(String.init) ?? ""
    let name = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
    var stem = ""
    for character in name where stem.utf8.count + character.utf8.count <= 200 { stem.append(character) }
    return stem
  }
}
