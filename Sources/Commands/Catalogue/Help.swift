import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let help = CommandSpec(
    "help", synonyms: ["?", ".help", "\\h", "帮助"], "explains a command, a parameter or a metric",
    syntax: "help [COMMAND | PARAMETER | METRIC | metrics | ranges | rules]",
    examples: ["help", "help run", "help ads.cpc", "help revenue", "help metrics", "help ranges", "help rules"],
    operand: .topic, scenario: .never
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    guard let word = invocation.operands.first else { return Answer(HelpPages.overview) }
    let topic = word.text.lowercased()
    if let command = Catalogue.find(topic) { return Answer(HelpPages.page(of: command)) }
    if let metric = Metric(name: topic) { return Answer(HelpPages.page(of: metric)) }
    if topic == "metrics" { return Answer(HelpPages.metrics) }
    if topic == "ranges" { return Answer(HelpPages.ranges) }
    if topic == "rules" { return Answer(HelpPages.rules) }
    if let page = HelpPages.page(ofTerm: topic) ?? HelpPages.page(ofFigure: topic) { return Answer(page) }
    let parameters = HelpPages.parameters(named: topic)
    if let page = HelpPages.page(about: word.text) { return Answer(page) }
    guard !parameters.isEmpty else {
      let known =
        Catalogue.commands.map(\.verb) + ["metrics", "ranges", "rules"] + Metric.reported.map(\.name)
        + HelpPages.allParameters.map(\.path)
      throw invocation.failure(
        say("no help on \(word.text)"), at: word.span,
        help: Invocation.suggestion(topic, known) ?? say("help lists the commands")
      )
    }
    return Answer(HelpPages.page(of: parameters, currency: session.scenario.currency))
  }

  static let quit = CommandSpec(
    "quit", synonyms: ["exit", "bye", ":q", ".quit", ".exit", "\\q", "quit()", "exit()", "退出"], "leaves",
    syntax: "quit", examples: ["quit"], scenario: .never
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 0)
    var answer = Answer()
    answer.quits = true
    return answer
  }
}

/// What `help` says, made from the catalogues.
enum HelpPages {
  private static let tasks: [(String, [String])] = [
    ("Look", ["new", "load", "show", "presets", "scorecard", "niches", "help"]),
    ("Change", ["set", "reset", "undo", "redo", "diff", "save"]),
    ("Simulate", ["run", "runs", "explain", "plot", "assert", "export"]),
    ("Decide", ["whatif", "keep", "strategy", "compare", "sweep", "solve", "need", "breakeven", "stress", "optimize"]),
    ("Repeat", ["script", "let", "for", "history", "log"]),
    ("Also", ["ui", "about", "schema", "quit"]),
  ]

  /// One screen: what there is, by task, a line each.
  static var overview: Document {
    let widest = Catalogue.commands.map(\.verb.count).max() ?? 0
    let sections = tasks.flatMap { task, verbs -> [Block] in
      let lines = verbs.compactMap(Catalogue.find).map { command -> Block in
        let room = String(repeating: " ", count: widest - command.verb.count + 3)
        return .paragraph([.strong(command.verb), TextRun(room + command.summary.said)])
      }
      return [.paragraph([.dim(task.said)])] + lines + [.blank]
    }
    return Document(
      sections + [
        .paragraph([
          TextRun(say("help run explains a command, help ads.cpc a parameter, help ranges uncertain numbers."))
        ]),
        .paragraph([TextRun(say("help rules explains rules and events."))]),
        .paragraph([TextRun(say("Tab completes, Ctrl-C stops a run, Ctrl-D leaves."))]),
      ])
  }

  static func page(of command: CommandSpec) -> Document {
    var blocks: [Block] = [.paragraph([.strong(command.verb), TextRun(" — " + command.summary.said)]), .blank]
    blocks += lines(titled: say("Write"), [command.syntax.said])
    if !command.options.isEmpty {
      let options = command.options.map {
        Fact("  --\($0.name)\($0.value.map { " " + $0 } ?? "")", [TextRun($0.summary.said)])
      }
      blocks += [.paragraph([.dim(say("Options"))]), .facts(options), .blank]
    }
    if !command.glossary.isEmpty {
      let words = command.glossary.map { Fact("  " + $0.word, [TextRun($0.meaning.said)]) }
      blocks += [.paragraph([.dim(say("It knows"))]), .facts(words), .blank]
    }
    blocks += lines(titled: say("Examples"), command.examples)
    if !command.synonyms.isEmpty { blocks += lines(titled: say("Also"), [command.synonyms.joined(separator: "   ")]) }
    if !command.related.isEmpty { blocks += lines(titled: say("See also"), [command.related.joined(separator: "   ")]) }
    return Document(Array(blocks.dropLast()))
  }

  private static func lines(titled title: String, _ lines: [String]) -> [Block] {
    [.paragraph([.dim(title)])] + lines.map { .paragraph([TextRun("  " + $0)]) } + [.blank]
  }

  static var metrics: Document {
    let rows = Metric.reported.map { Fact($0.name, [TextRun($0.row.doc.said)]) }
    return Document([
      .facts(rows), .blank,
      .paragraph([
        TextRun(
          say("assert also knows ruin, insolvent, starved, quit, final_cash (or cash), final_worth and ruin_day."))
      ]),
    ])
  }

  static func page(of metric: Metric) -> Document {
    Document([
      .facts([
        Fact(metric.name, [TextRun(metric.row.doc.said)]),
        Fact(say("counted in"), [TextRun(metric.row.unit == .money ? say("money") : say("count"))]),
        Fact(say("total"), [TextRun(metric.row.total.words)]),
      ])
    ])
  }

  static func page(of parameters: [(path: String, info: FieldInfo)], currency: String) -> Document {
    let pages = parameters.map { parameter -> Block in
      var facts = [
        Fact(parameter.path, [TextRun(parameter.info.doc.said)]),
        Fact(say("counted in"), [TextRun(parameter.info.kind.unit(currency: currency))]),
      ]
      if let allowed = Parameters.allowed(parameter.info, currency: currency) {
        facts.append(Fact(say("allowed"), [TextRun(allowed)]))
      }
      return .facts(facts)
    }
    return Document(Array(pages.map { [$0] }.joined(separator: [.blank])))
  }

  /// Every parameter of the schema; NAME stands for the operator's own names.
  static var allParameters: [(path: String, info: FieldInfo)] { parameters(in: Scenario.shape.outline, at: "") }

  private static func parameters(in outline: Outline, at prefix: String) -> [(path: String, info: FieldInfo)] {
    outline.fields.map { (prefix + $0.name, $0) }
      + outline.groups.flatMap { group in
        parameters(
          in: group.content, at: prefix + group.name + "." + (group.arrangement == .section ? "" : "NAME."))
      }
  }

  /// The parameters that a topic means: `ads.meta.cpc` and `ads.cpc` are `ads.NAME.cpc`, `cpc` is every one so called.
  static func parameters(named topic: String) -> [(path: String, info: FieldInfo)] {
    let typed = topic.split(separator: ".").map(String.init)
    return allParameters.filter { parameter in
      let parts = parameter.path.split(separator: ".").map(String.init)
      let plain = parts.filter { $0 != "NAME" }
      if typed.count == 1 { return parts.last == typed[0] }
      if typed == plain { return true }
      return parts.count == typed.count && zip(parts, typed).allSatisfy { $0 == "NAME" || $0 == $1 }
    }
  }

  /// All that a Chinese word is about: what has it in its title or its meaning.
  static func page(about word: String) -> Document? {
    guard word.unicodeScalars.contains(where: { !$0.isASCII }) else { return nil }
    let commands = Catalogue.commands.map { (name: $0.verb, title: "", meaning: $0.summary) }
    let metrics = Metric.reported.map { (name: $0.name, title: $0.englishTitle, meaning: $0.row.doc) }
    let figures = Observable.allCases.filter { Metric(name: $0.rawValue) == nil }
      .map { (name: $0.rawValue, title: "", meaning: $0.row.doc) }
    let parameters = allParameters.map { (name: $0.path, title: "", meaning: $0.info.doc) }
    let found = (commands + metrics + figures + parameters).filter { topic in
      Tongue.chinese.speaking { topic.title.said.contains(word) || topic.meaning.said.contains(word) }
    }
    guard !found.isEmpty else { return nil }
    return Document([.facts(found.map { Fact($0.name, [TextRun($0.meaning.said)]) })])
  }
}

extension Metric.Total {
  fileprivate var words: String {
    switch self {
    case .sum: say("the sum of the months")
    case .first: say("the first month's")
    case .last: say("the last month's")
    case .minimum: say("the lowest month's")
    }
  }
}
