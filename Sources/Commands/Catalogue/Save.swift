import Language
import Scenarios

extension CommandSpec {
  static let save = CommandSpec(
    "save", synonyms: ["保存"], "writes the scenario with its changes and strategies to a file",
    syntax: "save [FILE.yaml] [--force]",
    examples: ["save my-store.yaml", "save", "save my-store.yaml --force"],
    changes: .disk, operand: .file(suffix: ".yaml"),
    options: [OptionSpec("force", nil, "overwrite another file, or one that changed on disk")],
    related: ["load", "diff"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    let word = invocation.operands.first
    if let word, word.text.isEmpty {
      throw invocation.failure(say("the name is empty"), at: word.span, help: say("write save FILE.yaml"))
    }
    let path = word.map { session.resolve($0.text) } ?? session.path ?? ""
    let isOwn = session.path == path
    if isOwn { try session.checkUntouched(path, word, invocation) }
    let (text, obstacle) = session.savedText
    if let obstacle, isOwn {
      return try session.saveBeside(path, text, obstacle, word, invocation)
    }
    try session.write(text, to: path, overwrite: isOwn || invocation.has("force"), word, invocation)
    var answer = Answer(say("saved to \(session.shown(path))"))
    answer.notices = obstacle.map { [say("comments are not carried over: \($0)")] } ?? []
    answer.notices += session.loadingNotices
    return answer
  }
}

extension Session {
  /// The text to save: the loaded one with only what changed written anew; or in our own spelling, and why.
  fileprivate var savedText: (text: String, obstacle: String?) {
    guard let source else { return (scenario.yaml(strategies: strategies), nil) }
    do throws(CannotKeep) {
      return (try ScenarioFile.rewritten(source, as: scenario, strategies, columns: columns), nil)
    } catch {
      return (scenario.yaml(strategies: strategies), error.reason)
    }
  }

  /// A path as the operator would write it here.
  fileprivate func shown(_ path: String) -> String {
    let directory = surroundings.directory
    return !directory.isEmpty && path.hasPrefix(directory + "/") ? String(path.dropFirst(directory.count + 1)) : path
  }

  /// Refuses to write over what somebody else has written since.
  fileprivate func checkUntouched(
    _ path: String, _ word: Word?, _ invocation: Invocation
  ) throws(CommandFailure) {
    guard !invocation.has("force"), let source, let bytes = try? Files.read(path),
      !bytes.elementsEqual(source.text.utf8)
    else { return }
    throw invocation.failure(
      say("\(shown(path)) has changed on disk since it was loaded"), at: word?.span ?? invocation.command.span,
      help: say("save under another name, or add --force to overwrite it"))
  }

  /// The operator's own file stays as it is when its comments could not be kept.
  fileprivate mutating func saveBeside(
    _ path: String, _ text: String, _ obstacle: String, _ word: Word?, _ invocation: Invocation
  ) throws(CommandFailure) -> Answer {
    let stem = path.hasSuffix(".yaml") ? String(path.dropLast(5)) : path
    let free = (2...999).map { "\(stem)-\($0).yaml" }.first { !Files.exists($0) }
    guard let free else {
      throw invocation.failure(
        say("cannot save \(shown(path)): \(obstacle)"), at: word?.span ?? invocation.command.span)
    }
    try write(text, to: free, overwrite: false, word, invocation)
    var answer = Answer(say("saved to \(shown(free)); \(shown(path)) is as it was"))
    answer.notices = [say("the comments of \(shown(path)) could not be kept: \(obstacle)")] + loadingNotices
    return answer
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
    _ text: String, to path: String, overwrite: Bool, _ word: Word?, _ invocation: Invocation
  ) throws(CommandFailure) {
    do throws(Files.Problem) {
      try Files.write(text, to: path, overwrite: overwrite)
    } catch {
      throw invocation.failure(
        say("cannot save \(shown(path)): \(error.message)"), at: word?.span ?? invocation.command.span, help: error.help
      )
    }
    self.path = path
    source = Source(name: path, text: text)
    saved = work
  }
}

extension Session {
  /// Writes unsaved changes where they can be found again; says where. nil when there are none or no place for them.
  package func rescue() -> String? {
    guard isChanged, surroundings.isInteractive, let state = surroundings.stateDirectory else { return nil }
    let directory = state + "/recovered"
    Files.makeDirectory(directory)
    for number in 1...999 {
      let path = "\(directory)/\(prompt.replacing("*", with: ""))-\(number).yaml"
      guard !Files.exists(path) else { continue }
      guard (try? Files.write(savedText.text, to: path, overwrite: false)) != nil else {
        return nil
      }
      return say("unsaved changes kept in \(path)")
    }
    return nil
  }
}
