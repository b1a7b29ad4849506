import Language
package import Reports

/// One command, declared once: parsing, help, completion, errors and the manual read this row.
package struct CommandSpec: Sendable {
  package enum Changes: String, Sendable { case nothing, scenario, disk }

  /// What may stand after the verb, for completion.
  package enum Operand: Sendable {
    case none
    case parameter
    case file(suffix: String)
    /// One or more files of that suffix.
    case files(suffix: String)
    case strategy
    /// One of these words, then a strategy.
    case wordThenStrategy([String])
    /// Finished runs.
    case run
    /// One of these words, then finished runs.
    case wordThenRuns([String])
    /// Strategies, then `vs` one of them and `by` metrics.
    case comparison
    /// Changes of parameters, between commas.
    case changes
    case metric
    case topic
    case words([String])
    /// A parameter, then clauses that begin with these keywords.
    case parameterAndClauses([String])
    case setting
    /// A name, then `from` and a niche or preset.
    case starter
    /// One of these words, then a file of that suffix.
    case wordThenFile([String], suffix: String)
    /// A file of that suffix, if any, then `of` and strategies or runs.
    case fileOfStrategies(suffix: String)
  }

  package let verb: String
  /// Other words for it, also Chinese.
  package let synonyms: [String]
  /// One line: what it does.
  package let summary: String
  package let syntax: String
  /// The syntax in the language of answers; a verb alone is typed as it stands, though it may be a word of that language.
  package var saidSyntax: String { syntax == verb ? syntax : syntax.said }
  /// Each runs; a test tries them.
  package let examples: [String]
  package let changes: Changes
  package let operand: Operand
  package let options: [OptionSpec]
  package let scenario: ScenarioNeed
  /// Is the rest of the line one thing (a change, a condition), in which `--` has no meaning?
  package let takesRest: Bool
  /// What its data are made of; nil where it has none.
  package let answer: JSONShape?
  /// Does it mean the same without anything performed before? Then other programs may ask it alone.
  let standsAlone: Bool
  /// Is it about a run, which has to be made first?
  let about: AboutRuns
  package let related: [String]
  /// Words of its own that it knows, and what they mean.
  package let glossary: [(word: String, meaning: String)]
  /// May its answer come to one value, which `let` can name and `$_` stands for?
  let leavesValue: Bool
  /// Is the last word a block of commands, in which variables get their values only when it is performed?
  package let takesBlock: Bool
  /// Does `--to` name a file for the answer? Elsewhere it is the command's own.
  var writesAnswers: Bool { options.contains { $0.name == "to" && $0.value == "FILE" } }
  let run: @Sendable (inout Session, Invocation) throws(CommandFailure) -> Answer
  /// For commands that perform others, and so answer more than once: takes the place of `run`.
  let perform: Performance?

  typealias Performance =
    @Sendable (inout Session, Invocation, (Reply) -> Void) throws(CommandFailure) -> Session.Ending

  init(
    _ verb: String, synonyms: [String] = [], _ summary: String, syntax: String, examples: [String],
    changes: Changes = .nothing, operand: Operand = .none, options: [OptionSpec] = [], scenario: ScenarioNeed = .always,
    takesRest: Bool = false, answer: JSONShape? = nil, standsAlone: Bool = true, about: AboutRuns = .none,
    related: [String] = [], glossary: [(word: String, meaning: String)] = [], leavesValue: Bool = false,
    run: @escaping @Sendable (inout Session, Invocation) throws(CommandFailure) -> Answer
  ) {
    self.verb = verb
    self.synonyms = synonyms
    self.summary = summary
    self.syntax = syntax
    self.examples = examples
    self.changes = changes
    self.operand = operand
    self.options = options
    self.scenario = scenario
    self.takesRest = takesRest
    self.answer = answer
    self.standsAlone = standsAlone
    self.about = about
    self.related = related
    self.glossary = glossary
    self.leavesValue = leavesValue
    takesBlock = false
    self.run = run
    perform = nil
  }

  /// A command that performs others.
  init(
    _ verb: String, synonyms: [String] = [], _ summary: String, syntax: String, examples: [String],
    changes: Changes = .nothing, operand: Operand = .none, options: [OptionSpec] = [],
    scenario: ScenarioNeed = .never, takesRest: Bool = false, takesBlock: Bool = false, related: [String] = [],
    perform: @escaping Performance
  ) {
    self.verb = verb
    self.synonyms = synonyms
    self.summary = summary
    self.syntax = syntax
    self.examples = examples
    self.changes = changes
    self.operand = operand
    self.options = options
    self.scenario = scenario
    self.takesRest = takesRest
    answer = nil
    standsAlone = false
    about = .none
    self.related = related
    glossary = []
    leavesValue = false
    self.takesBlock = takesBlock
    run = { _, _ in Answer() }
    self.perform = perform
  }
}

/// Does a command ask for a loaded scenario? As words of the process its file comes first: `dropcast run x.yaml`.
package enum ScenarioNeed: String, Sendable {
  case always
  /// With one it says more, or only some of its forms need it: `show ads`, `show preset meta`.
  case sometimes
  case never
}

/// Which runs a command asks of.
package enum AboutRuns: Sendable {
  /// None, or those it makes itself.
  case none
  /// One that was made before, in some of its forms.
  case sometimes
  case always
}

/// An option of a command, `--name` or `--name VALUE`.
package struct OptionSpec: Sendable, Equatable {
  package let name: String
  /// nil for a switch.
  package let value: String?
  package let summary: String
  /// May it be given more than once?
  package let repeats: Bool

  package init(_ name: String, _ value: String? = nil, _ summary: String, repeats: Bool = false) {
    self.name = name
    self.value = value
    self.summary = summary
    self.repeats = repeats
  }

  /// What every command that answers with data takes; a test holds the endings to those of its answers.
  package static let output = output("write to a file; its ending sets the format: .json .csv .md .txt")
  /// Of an answer without rows.
  package static let documents = output("write to a file; its ending sets the format: .json .md .txt")
  /// Of an answer that is a chart.
  package static let pictures = output("write to a file; its ending sets the format: .json .csv .svg .md .txt")
  /// Of an answer that is a script.
  package static let scripts = output("write to a file; its ending sets the format: .drop .json .md .txt")

  private static func output(_ to: String) -> [OptionSpec] {
    [
      OptionSpec("json", nil, "answer as JSON"), OptionSpec("to", "FILE", to),
      OptionSpec("force", nil, "overwrite that file"),
    ]
  }

  /// What commands take that answer with rows, beside their document.
  package static let rows: [OptionSpec] = [
    OptionSpec("csv", nil, "answer as CSV"), OptionSpec("md", nil, "answer as Markdown"),
  ]

  /// Which worlds to run.
  static let worlds: [OptionSpec] = [
    OptionSpec("paths", "N", "how many worlds"),
    OptionSpec("seed", "N", "random seed: the same seed gives the same worlds"),
    OptionSpec("threads", "N", "how many threads to use; the result is always the same"),
    OptionSpec(
      "sampling", "KIND",
      "how to pick the values of uncertain numbers: random, or spread evenly over their ranges (lhs or sobol)"),
  ]

  /// What is asked about, beside the scenario itself.
  static let changes: [OptionSpec] = [
    OptionSpec("months", "N", "how many months"), OptionSpec("strategy", "NAME", "which strategy to use"),
    OptionSpec("set", "PARAMETER=VALUE", "change a parameter for this run only; can be repeated", repeats: true),
  ]

  /// What commands take that answer a question by many runs.
  static let question = worlds + changes + rows + output
}
