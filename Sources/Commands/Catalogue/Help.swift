import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let help = CommandSpec(
    "help", synonyms: ["?", ".help", "\\h", "帮助"], "explains a command, a parameter, a figure or a term",
    syntax: "help [all | COMMAND | PARAMETER | FIGURE | TERM | metrics | ranges | rules]",
    examples: [
      "help", "help all", "help run", "help ads.cpc", "help roas", "help 退款", "help metrics", "help ranges",
      "help rules",
    ],
    operand: .topic, scenario: .never, takesRest: true
  ) { session, invocation throws(CommandFailure) in
    guard let first = invocation.operands.first, let last = invocation.operands.last else {
      return Answer(HelpPages.overview)
    }
    let topic = invocation.operands.map { $0.text.lowercased() }.joined(separator: " ")
    if let page = HelpPages.page(on: topic, in: session) { return Answer(page) }
    throw invocation.failure(
      say("no help on \(topic)"), at: first.span.joined(with: last.span),
      help: Invocation.suggestion(topic, HelpPages.topics) ?? say("to list all commands, write: help all"))
  }

  static let quit = CommandSpec(
    "quit", synonyms: ["exit", "bye", ":q", ".quit", ".exit", "\\q", "quit()", "exit()", "退出"], "leaves the shell",
    syntax: "quit", examples: ["quit"], scenario: .never
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 0)
    var answer = Answer()
    answer.quits = true
    return answer
  }
}

/// What `help` says, made from the catalogues. The first screen: `HelpPages+Overview`.
enum HelpPages {
  /// What there is to say on a topic: a command, a figure, a word of the trade, a parameter, else where the word occurs.
  static func page(on topic: String, in session: Session) -> Document? {
    let currency = session.scenario.currency
    if let command = Catalogue.find(topic) { return page(of: command) }
    switch topic {
    case "all", "commands": return everything
    case "metrics": return metrics
    case "ranges": return ranges
    case "rules": return rules
    default: break
    }
    let figures = [Metric(name: topic).map { page(of: $0) }, Observable(name: topic).map { page(of: $0) }]
    let parameters = parameters(named: topic)
    let pages =
      figures.compactMap(\.self) + (parameters.isEmpty ? [] : [page(of: parameters, currency: currency)])
      + (Glossary.term(topic).map { [page(of: $0)] } ?? [])
    let shown = Set(pages.flatMap(\.blocks).flatMap(\.labels))
    var more = printed(topic, in: session).filter { !shown.contains($0.label) }
    if pages.isEmpty, more.isEmpty { more = pieces(of: topic, in: session) }
    if !more.isEmpty || !pages.isEmpty {
      let blocks = pages.map(\.blocks) + (more.isEmpty ? [] : [[.facts(more)]])
      return Document(Array(blocks.joined(separator: [.blank])))
    }
    // A command as it is typed, with all its words.
    let verb = topic.split(separator: " ").dropLast().first.flatMap { Catalogue.find(String($0)) }
    return page(about: topic) ?? verb.map(page(of:)) ?? occurrences(of: topic)
  }

  /// What `help` knows by name.
  static var topics: [String] {
    Catalogue.commands.map(\.verb) + ["all", "metrics", "ranges", "rules"] + Metric.reported.map(\.name)
      + Observable.allCases.map(\.rawValue) + Glossary.terms.flatMap { [$0.name] + $0.synonyms }
      + allParameters.map(\.path)
  }

  static func page(of command: CommandSpec) -> Document {
    var blocks: [Block] = [.paragraph([.strong(command.verb), TextRun(" — " + command.summary.said)]), .blank]
    blocks += lines(titled: say("Write"), [command.saidSyntax])
    if !command.options.isEmpty {
      let options = command.options.map {
        Fact("  --\($0.name)\($0.value.map { " " + $0 } ?? "")", [TextRun($0.summary.said)])
      }
      blocks += [.paragraph([.dim(say("Options"))]), .facts(options), .blank]
    }
    if !command.glossary.isEmpty {
      let words = command.glossary.map { Fact("  " + $0.word, [TextRun($0.meaning.said)]) }
      blocks += [.paragraph([.dim(say("Keywords"))]), .facts(words), .blank]
    }
    blocks += lines(titled: say("Examples"), command.examples)
    if !command.synonyms.isEmpty {
      blocks += lines(titled: say("You can also type"), [command.synonyms.joined(separator: "   ")])
    }
    if !command.related.isEmpty { blocks += lines(titled: say("See also"), [command.related.joined(separator: "   ")]) }
    return Document(Array(blocks.dropLast()))
  }

  private static func lines(titled title: String, _ lines: [String]) -> [Block] {
    [.paragraph([.dim(title)])] + lines.map { .paragraph([TextRun("  " + $0)]) } + [.blank]
  }

  static var metrics: Document {
    func facts(_ figures: [Figure]) -> Block { .facts(figures.map { Fact($0.name, [TextRun($0.doc.said)]) }) }
    let shares = Figure.shares.map(\.name).joined(separator: Tongue.current.comma)
    return Document([
      .paragraph([.dim(say("How worlds end"))]), facts(Figure.endings), .blank,
      .paragraph([.dim(say("Month by month, and over all months"))]), facts(Figure.metrics), .blank,
      .paragraph([
        TextRun(
          say(
            "Each of these figures is one number for all worlds together: \(shares). Every other figure differs between worlds and needs a statistic, as in p50 gain. Days are counted from 1, both on the screen and in CSV and JSON output."
          ))
      ]),
    ])
  }

  static func page(of metric: Metric) -> Document {
    Document([
      .facts([
        Fact(metric.name, [TextRun(metric.row.doc.said)]),
        Fact(say("kind of value"), [TextRun(metric.row.unit == .money ? say("money") : say("count"))]),
        Fact(say("total"), [TextRun(metric.row.total.words)]),
      ])
    ])
  }

  /// A figure that rules look at.
  static func page(of observable: Observable) -> Document {
    let subjects = observable.row.subjects.map(\.words.said).joined(separator: ", ")
    return Document([
      .facts([
        Fact(observable.rawValue + (observable.row.hasWindow ? "(days)" : ""), [TextRun(observable.row.doc.said)]),
        Fact(say("rules use it for"), [TextRun(subjects)]),
      ])
    ])
  }

  static func page(of term: Term) -> Document {
    Document([
      .facts([Fact(term.word, [TextRun(term.meaning.said)])]), .blank, .paragraph([.dim(say("See also"))]),
      .facts(term.related.compactMap(entry)),
    ])
  }

  /// A line on a command, figure, parameter or topic.
  private static func entry(_ topic: String) -> Fact? {
    if let command = Catalogue.find(topic) { return Fact(command.verb, [TextRun(command.summary.said)]) }
    if let metric = Metric(name: topic) { return Fact(metric.name, [TextRun(metric.row.doc.said)]) }
    if let figure = Observable(name: topic) { return Fact(topic, [TextRun(figure.row.doc.said)]) }
    if let figure = Figure(name: topic) { return Fact(figure.name, [TextRun(figure.doc.said)]) }
    if topic == "ranges" {
      return Fact("help ranges", [TextRun(say("how to write a number that you do not know exactly"))])
    }
    if topic == "rules" { return Fact("help rules", [TextRun(say("how to write rules and events"))]) }
    return parameters(named: topic).first.map { Fact($0.path, [TextRun($0.info.doc.said)]) }
  }

  /// More would be no answer.
  private static let mostOccurrences = 16

  /// Where a word stands in names and meanings, whole; nil where it does not.
  private static func occurrences(of topic: String) -> Document? {
    let wanted = words(in: topic)
    guard !wanted.isEmpty else { return nil }
    func holds(_ texts: String...) -> Bool {
      wanted.isSubset(of: texts.reduce(into: []) { $0.formUnion(words(in: $1)) })
    }
    let commands = Catalogue.commands.filter { holds($0.verb, $0.summary, $0.summary.said) }
    let metrics = Metric.reported.filter { holds($0.name, $0.row.doc, $0.row.doc.said) }
    let parameters = allParameters.filter { holds($0.path, $0.info.doc, $0.info.doc.said) }
    let facts =
      commands.compactMap { entry($0.verb) } + metrics.compactMap { entry($0.name) }
      + parameters.map { Fact($0.path, [TextRun($0.info.doc.said)]) }
    guard !facts.isEmpty else { return nil }
    var blocks: [Block] = [
      .paragraph([.dim(say("There is no topic called \(topic). The word is mentioned in"))]),
      .facts(Array(facts.prefix(mostOccurrences))),
    ]
    let rest = facts.count - mostOccurrences
    if rest > 0 { blocks.append(.paragraph([.dim(say("… and \(rest) more; to list every parameter, write: schema"))])) }
    return Document(blocks)
  }

  /// Whole words, one or several of a thing alike.
  private static func words(in text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
        word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : String(word)
      })
  }

  static func page(of parameters: [(path: String, info: FieldInfo)], currency: String) -> Document {
    let pages = parameters.map { parameter -> Block in
      var facts = [
        Fact(parameter.path, [TextRun(parameter.info.doc.said)]),
        Fact(say("kind of value"), [TextRun(parameter.info.kind.unit(currency: currency))]),
      ]
      if let allowed = Parameters.allowed(parameter.info, currency: currency) {
        facts.append(Fact(say("allowed"), [TextRun(allowed)]))
      }
      return .facts(facts)
    }
    return Document(Array(pages.map { [$0] }.joined(separator: [.blank])))
  }

  /// Every parameter of the schema; NAME stands for the operator's own names, N for a place.
  static var allParameters: [(path: String, info: FieldInfo)] { parameters(in: Scenario.shape.outline, at: "") }

  private static func parameters(in outline: Outline, at prefix: String) -> [(path: String, info: FieldInfo)] {
    outline.fields.map { (prefix + $0.name, $0) }
      + outline.groups.flatMap { group in
        let item = group.arrangement == .section ? "" : group.arrangement == .numbered ? "N." : "NAME."
        return parameters(in: group.content, at: prefix + group.name + "." + item)
      }
  }

  /// The parameters that a topic means: `ads.meta.cpc` and `ads.cpc` are `ads.NAME.cpc`, `cpc` is every one so called.
  static func parameters(named topic: String) -> [(path: String, info: FieldInfo)] {
    let typed = topic.split(separator: ".").map(String.init)
    return allParameters.filter { parameter in
      let parts = parameter.path.split(separator: ".").map(String.init)
      let plain = parts.filter { $0 != "NAME" && $0 != "N" }
      if typed.count == 1 { return parts.last == typed[0] }
      if typed == plain { return true }
      return parts.count == typed.count && zip(parts, typed).allSatisfy { ["NAME", "N"].contains($0) || $0 == $1 }
    }
  }

  /// All that a Chinese word is about: what has it in its title or its meaning.
  static func page(about word: String) -> Document? {
    guard word.unicodeScalars.contains(where: { !$0.isASCII }) else { return nil }
    let commands = Catalogue.commands.map { (name: $0.verb, title: "", meaning: $0.summary) }
    let metrics = Metric.reported.map { (name: $0.name, title: $0.row.title, meaning: $0.row.doc) }
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

extension Block {
  /// What it explains.
  fileprivate var labels: [String] {
    guard case .facts(let facts) = self else { return [] }
    return facts.map(\.label)
  }
}

extension Metric.Total {
  var words: String {
    switch self {
    case .sum: say("the sum of the months")
    case .first: say("the first month's value")
    case .last: say("the last month's value")
    case .minimum: say("the lowest monthly value")
    }
  }
}
