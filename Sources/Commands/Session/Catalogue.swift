import Language

/// Every command, one line each.
package enum Catalogue {
  package static let commands: [CommandSpec] = [
    .start, .new, .load, .open, .show, .set, .tune, .reset, .undo, .redo, .diff, .save,
    .run, .watch, .merge, .whatif, .keep, .strategy, .compare, .sweep, .solve, .need, .breakeven, .stress, .optimize,
    .check, .why, .drivers, .danger, .learn, .runs, .rerun, .worlds, .explain, .plot, .assert, .report, .share,
    .verify, .presets, .scorecard, .niches, .importActuals, .actuals, .export, .fit, .backtest, .track, .opening,
    .script, .letValue, .forEach, .history, .log, .mcp, .userInterface, .about, .selfTest, .schema, .questions, .help,
    .quit,
  ]

  /// The command a word means: its verb, a synonym, or, where somebody types, an unmistakable beginning.
  static func command(for word: Word, mayShorten: Bool, in source: Source) throws(CommandFailure) -> CommandSpec {
    let typed = word.text.lowercased()
    if let exact = find(typed) { return exact }
    let begun = commands.filter { $0.verb.hasPrefix(typed) }
    if mayShorten, begun.count == 1 { return begun[0] }
    let help: String?
    if mayShorten, begun.count > 1 {
      help = say("which of these? \(begun.map(\.verb).joined(separator: ", "))")
    } else if !begun.isEmpty {
      help = say("in scripts, write commands in full: \(begun.map(\.verb).joined(separator: ", "))")
    } else {
      // Words such as .quit and \h are for those who know them: nobody slips into a dot.
      let names = commands.flatMap { [$0.verb] + $0.synonyms }
        .filter { $0.first?.isLetter == true || $0.first == typed.first }
      help = Invocation.suggestion(typed, names) ?? say("to list the commands, write: help")
    }
    throw CommandFailure([Finding(.error, say("unknown command: \(word.text)"), help: help, at: word.span, in: source)])
  }

  /// The command with that verb or synonym.
  package static func find(_ typed: String) -> CommandSpec? {
    commands.first { $0.verb == typed || $0.synonyms.contains(typed) }
  }
}
