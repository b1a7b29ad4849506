import Language
import Reports

extension HelpPages {
  /// The first screen, by what one wants to do: only what is needed every day. A title takes its cells beside the first
  /// of its lines, so that all fits into the 24 rows of a small terminal.
  private static let everyday: [(want: String, verbs: [String])] = [
    ("Begin", ["start", "load", "show"]),
    ("Ask", ["run", "explain", "need", "stress"]),
    ("Try", ["set", "undo", "whatif"]),
    ("Decide", ["strategy", "compare", "optimize"]),
    ("Keep", ["save", "log"]),
  ]

  private static let tasks: [(want: String, verbs: [String])] = [
    (
      "Begin and look",
      [
        "start", "new", "load", "open", "show", "presets", "scorecard", "niches", "questions", "help",
      ]
    ),
    ("Change", ["set", "tune", "reset", "undo", "redo", "diff", "save"]),
    (
      "Simulate",
      [
        "run", "watch", "merge", "runs", "rerun", "worlds", "explain", "plot", "report", "share", "verify", "assert",
        "export",
      ]
    ),
    ("Decide", ["whatif", "keep", "strategy", "compare", "sweep", "solve", "need", "breakeven", "stress", "optimize"]),
    ("Find out", ["check", "why", "drivers", "danger", "learn"]),
    ("Your own numbers", ["import", "actuals", "fit", "backtest", "track", "opening"]),
    ("Repeat", ["script", "let", "for", "history", "log", "mcp"]),
    ("You can also type", ["ui", "about", "selftest", "schema", "quit"]),
  ]

  static var overview: Document {
    // One blank between the columns: the longest summaries need the others.
    let margin = (everyday.map(\.want.said.displayWidth).max() ?? 0) + 1
    let width = (everyday.flatMap(\.verbs).map(\.count).max() ?? 0) + 1
    let groups = everyday.map { want, verbs -> [Block] in
      lines(of: verbs, width: width).enumerated().map { index, line in
        let title = (index == 0 ? want.said : "").padded(to: margin)
        return .paragraph([.dim(title)] + line)
      }
    }
    return Document(
      groups.joined(separator: [.blank]) + [
        .blank,
        .paragraph([TextRun(say("Help on a command: help run · a parameter: help cpc · a figure: help roas"))]),
        .paragraph([TextRun(say("Every command: help all. Tab completes, Ctrl-C stops, Ctrl-D leaves."))]),
      ])
  }

  /// Every command, by task, a line each.
  static var everything: Document {
    let width = (Catalogue.commands.map(\.verb.count).max() ?? 0) + 3
    let sections = tasks.flatMap { want, verbs -> [Block] in
      [.paragraph([.dim(want.said)])] + lines(of: verbs, width: width).map { .paragraph($0) } + [.blank]
    }
    return Document(
      sections + [
        .paragraph([
          TextRun(say("Help on a command: help run · on a parameter: help ads.cpc"))
        ]),
        .paragraph([TextRun(say("Uncertain numbers: help ranges · rules and events: help rules"))]),
      ])
  }

  /// A verb and what it does.
  private static func lines(of verbs: [String], width: Int) -> [[TextRun]] {
    verbs.compactMap(Catalogue.find).map { command in
      [.strong(command.verb.padded(to: width)), TextRun(command.summary.said)]
    }
  }
}
