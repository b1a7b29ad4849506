import Disk
import Language
import Reports

extension CommandSpec {
  static let userInterface = CommandSpec(
    "ui", synonyms: ["界面"], "sets how answers look, their language, and whether runs are kept",
    syntax: "ui [SETTING [VALUE]]",
    examples: ["ui", "ui glyphs ascii", "ui hints off", "ui plain on"], operand: .setting, scenario: .never,
    related: ["about", "help"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 2)
    guard let word = invocation.operands.first else {
      return Answer(Document([.facts(Look.settings.map { $0.fact(session.look) })]))
    }
    guard let setting = Look.setting(word.text.lowercased()) else {
      let names = Look.settings.map(\.name)
      throw invocation.failure(
        say("no such setting: \(word.text)"), at: word.span,
        help: Invocation.suggestion(word.text, names) ?? say("available: \(names.joined(separator: ", "))"))
    }
    guard let value = invocation.operands.dropFirst().first else {
      return Answer(Document([.facts([setting.fact(session.look)])]))
    }
    let wanted = value.text.lowercased()
    guard setting.values.contains(wanted) else {
      throw invocation.failure(
        say("the setting \(setting.name) cannot be \(value.text)"), at: value.span,
        help: say("available: \(setting.values.joined(separator: ", "))"))
    }
    setting.set(&session.look, wanted)
    let now = session
    // Told in the language just set.
    return now.tongue.speaking {
      var answer = Answer(Document([.facts([setting.fact(now.look)])]))
      answer.notices = now.keepLook().map { [$0] } ?? []
      return answer
    }
  }
}

extension Look.Setting {
  fileprivate func fact(_ look: Look) -> Fact {
    Fact(name, [.strong(get(look))], note: values.joined(separator: " ") + " — " + summary.said)
  }
}

extension Session {
  /// Where settings live, as a script of `ui` commands; read when somebody starts to type.
  package var lookFile: String? { surroundings.configDirectory.map { $0 + "/ui.drop" } }

  /// Keeps what an operator has set by hand; says why that failed.
  fileprivate func keepLook() -> String? {
    guard surroundings.isInteractive, nesting.isOutermost, let path = lookFile else { return nil }
    let text =
      (["# " + say("Written by the command ui. Put commands of your own into init.drop beside this file.")]
        + look.commands)
    do throws(Files.Problem) {
      try Files.makeDirectory(Files.directory(of: path))
      try Files.write(text.joined(separator: "\n") + "\n", to: path, over: .anything)
      return nil
    } catch {
      return say("the setting holds for this session, but \(path) cannot be written: \(error.message)")
    }
  }
}
