import Language
import Reports
import Scenarios

extension CommandSpec {
  static let new = CommandSpec(
    "new", synonyms: ["新建"], "writes a sample scenario and opens it, or adds a part to yours",
    syntax: "new [supplier|channel|traffic|store] NAME [from NICHE|PRESET] [--force]",
    examples: [
      "new my-shop", "new supplier us from spocket", "new channel clips from tiktok", "new craft from craft-tools",
      "new clips from tiktok --force",
    ], changes: .disk,
    operand: .starter, options: [OptionSpec("force", nil, "overwrite a file of that name")], scenario: .never,
    answer: Session.newPartShape, related: ["load", "presets", "niches", "show"]
  ) { session, invocation throws(CommandFailure) in
    let words = invocation.operands
    if words.count == 4, words[2].isKeyword("from"), let kind = NewPart.Kind(words[0]) {
      return try session.add(NewPart(kind, words[1], words[3], invocation), invocation)
    }
    guard let first = words.first else {
      throw invocation.failure(
        say("the new scenario needs a name"), at: invocation.command.words[0].span,
        help: say("write: new my-store, or new my-store from meta"))
    }
    if let last = words.last, words.count > 1, last.isKeyword("running") {
      throw invocation.failure(
        say("a shop that already sells needs answers that the command new does not ask for"), at: last.span,
        help: say("write: start \(first.text) running"))
    }
    guard words.count == 1 || words.count == 3 && words[1].isKeyword("from") else {
      throw invocation.failure(
        say("cannot read this"), at: words[1].span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    let starter = try Starter.named(words.count == 3 ? words[2] : Word(Starter.usual, at: first.span), invocation)
    let stem = first.text.hasSuffix(".yaml") ? String(first.text.dropLast(5)) : first.text
    let name = stem.split(separator: "/").last.map(String.init) ?? stem
    if let fault = EntityName.fault(name, at: first.span) { throw invocation.failure(fault) }
    let file = stem + ".yaml"
    do throws(Files.Problem) {
      try Files.write(starter.text(named: name), to: session.resolve(file), over: invocation.overwriting)
    } catch {
      throw invocation.failure(say("cannot write \(file): \(error.message)"), at: first.span, help: error.help)
    }
    var answer = try session.load(file)
    answer.document.blocks.insert(.paragraph([TextRun(say("written: \(file)"))]), at: 0)
    answer.hint = say("Next: run · show · set products.*.price = 45")
    return answer
  }
}

extension Starter {
  fileprivate static func named(_ word: Word, _ invocation: Invocation) throws(CommandFailure) -> Starter {
    let typed = word.text.lowercased()
    if let starter = find(typed) { return starter }
    if let preset = PresetCatalogue.find(typed) {
      throw invocation.failure(
        say("\(typed) is only a part of a store, so a new store cannot be made from it"), at: word.span,
        help: say("it belongs in \(preset.group.place.replacing("…", with: typed))"))
    }
    throw invocation.failure(
      say("no such niche or preset: \(word.text)"), at: word.span,
      help: Invocation.suggestion(typed, all.map(\.name))
        ?? say(
          "niches: \(BundledNiche.all.map { $0.file.dropLast(5) }.joined(separator: ", ")); to list the presets, write: presets"
        ))
  }
}
