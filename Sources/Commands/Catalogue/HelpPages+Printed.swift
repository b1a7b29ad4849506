import Analysis
import Importers
import Language
import Reports
import Scenarios
import Statistics

extension HelpPages {
  /// What there is to say on a text as answers print it, whole: a column's head, the name of a row, a status, a sign. Nothing
  /// where it is no such text.
  static func printed(_ topic: String, in session: Session) -> [Fact] {
    let key = PrintedText.key(topic)
    guard !key.isEmpty else { return [] }
    let facts =
      terms(printedAs: key) + figures(printedAs: key) + parts(printedAs: key) + presets(printedAs: key)
      + shocks(printedAs: key) + questions(printedAs: key, in: session) + spellings(printedAs: key)
      + settings(printedAs: key)
      + exports(printedAs: key) + grades(printedAs: key) + units(printedAs: key)
    return facts.reduce(into: []) { list, fact in if !list.contains(fact) { list.append(fact) } }
  }

  /// The same for a text that is made of several: `Final cash, P50 by ads.meta.budget`. Every word of it has to be known,
  /// but for numbers, currencies and the small words between them.
  static func pieces(of topic: String, in session: Session) -> [Fact] {
    let words = topic.split { $0.isWhitespace || separators.contains($0) }.map(String.init)
    var facts: [Fact] = []
    var start = 0
    while start < words.count {
      let ends = (start + 1...min(words.count, start + longestName)).reversed()
      let found = ends.lazy.map { (end: $0, facts: known(words[start..<$0].joined(separator: " "), in: session)) }
        .first { !$0.facts.isEmpty }
      if let found {
        for fact in found.facts where !facts.contains(fact) { facts.append(fact) }
        start = found.end
      } else {
        guard isSmall(words[start], session.scenario.currency) else { return [] }
        start += 1
      }
    }
    return Array(facts.prefix(mostPieces))
  }

  private static let separators = Set<Character>(",;:()<>=|·…+×*，；：（）、")
  private static let smallWords = Set(
    "by for of vs per and to in on a the at with 与 和 的 到 每 要做到".split(separator: " ").map(String.init))
  /// Words of the longest name that is looked for in a longer text.
  private static let longestName = 6
  private static let mostPieces = 6

  private static func known(_ name: String, in session: Session) -> [Fact] {
    if smallWords.contains(name) { return [] }
    let facts = printed(name, in: session)
    if !facts.isEmpty { return facts }
    return parameters(named: name).prefix(1).map { Fact($0.path, [TextRun($0.info.doc.said)]) }
  }

  /// A number, a currency, or a word that only joins others.
  private static func isSmall(_ word: String, _ currency: String) -> Bool {
    !word.contains(where: \.isLetter) || word.contains(where: \.isNumber) || smallWords.contains(word)
      || word.uppercased() == currency.uppercased() || ["usd", "pts", "points"].contains(word)
  }

  // MARK: Catalogues

  private static func terms(printedAs key: String) -> [Fact] {
    Glossary.printedAs(key).map { Fact($0.word, [TextRun($0.meaning.said)]) }
  }

  /// By their titles, long and short, also with a statistic behind them.
  private static func figures(printedAs key: String) -> [Fact] {
    let statistics = [""] + statisticKeys
    return Figure.all.flatMap { figure -> [Fact] in
      let titles = Set([figure.title, figure.shortTitle].flatMap(inBothLanguages))
      guard
        let title = titles.first(where: { title in
          key.hasPrefix(title) && statistics.contains { title + $0 == key || title + "," + $0 == key }
        })
      else { return [] }
      let isAlone = title == key
      return [Fact(figure.title.said, [TextRun(figure.doc.said)], note: figure.name)]
        + (isAlone ? [] : terms(printedAs: String(key.dropFirst(title.count).drop { $0 == "," })))
    } + observables(printedAs: key)
  }

  private static let statisticKeys =
    ["mean", "sd", "p5", "p25", "p50", "p75", "p95", "worst 5 %"].flatMap(inBothLanguages)

  private static func observables(printedAs key: String) -> [Fact] {
    Observable.allCases.filter {
      key == PrintedText.key($0.rawValue) + "(days)" || key == $0.rawValue + PrintedText.key("(days)".in(.chinese))
    }
    .map { Fact($0.rawValue + "(days)", [TextRun($0.row.doc.said)]) }
  }

  /// The parts of a scenario, by the last word of their path or by all of it: `own_stock`, `products.lamp`.
  private static func parts(printedAs key: String) -> [Fact] {
    let typed = key.split(separator: ".").map(String.init)
    func parts(in outline: Outline, at path: String) -> [Fact] {
      outline.groups.flatMap { group -> [Fact] in
        let inner = path + group.name + (group.arrangement == .section ? "" : ".NAME")
        let names = inner.split(separator: ".").map(String.init)
        let isMeant = typed == [group.name] || typed.count > 1 && isPath(typed, to: names)
        return (isMeant ? [Fact(inner, [TextRun(group.doc.said)])] : []) + parts(in: group.content, at: inner + ".")
      }
    }
    func isPath(_ typed: [String], to names: [String]) -> Bool {
      typed.count == names.count && zip(typed, names).allSatisfy { $1 == "NAME" || $0 == $1 }
    }
    let group = PresetGroup.allCases.filter { $0.rawValue == key }.map {
      Fact("presets \($0.rawValue)", [TextRun(say("lists presets: ready-made values with their sources"))])
    }
    return parts(in: Scenario.shape.outline, at: "") + group
  }

  private static func presets(printedAs key: String) -> [Fact] {
    PresetCatalogue.all.filter { PrintedText.key($0.name) == key || inBothLanguages($0.summary).contains(key) }
      .map { Fact("preset \($0.name)", [TextRun($0.summary.said)], note: "show preset \($0.name)") }
  }

  private static func shocks(printedAs key: String) -> [Fact] {
    ShockCatalogue.all.filter { shock in
      PrintedText.key(shock.name) == key || inBothLanguages(shock.title).contains(key)
    }
    .map { Fact($0.title.said, [TextRun($0.doc.said)], note: "stress \($0.name)") }
  }

  /// Questions, with the commands that answer them in the store at hand.
  private static func questions(printedAs key: String, in session: Session) -> [Fact] {
    PlainQuestion.all.filter { inBothLanguages($0.words).contains(key) }.map { question in
      let commands = question.commands(session)
      let words =
        commands.isEmpty
        ? say("this scenario lacks the part that the question asks about") : commands.joined(separator: "; ")
      return Fact(question.words.said, [TextRun(words)])
    }
  }

  /// How ranges, rules and events are written.
  private static func spellings(printedAs key: String) -> [Fact] {
    let laws = LawCatalogue.entries.filter { [$0.name, $0.usage].map(PrintedText.key).contains(key) }
      .map { Fact($0.usage, [TextRun($0.summary.said)], note: "help ranges") }
    let ranges = spellings.filter { PrintedText.key($0.text) == key }
      .map { Fact($0.text, [TextRun($0.meaning.said)], note: "help ranges") }
    let rules = ruleSpellings.filter { PrintedText.key($0.text) == key }
      .map { Fact($0.text, [TextRun($0.meaning.said)], note: "help rules") }
    return laws + ranges + rules
  }

  /// Settings of `ui`, and options of commands.
  private static func settings(printedAs key: String) -> [Fact] {
    let settings = Look.settings.filter { ([$0.name] + $0.synonyms).contains(key) }.map {
      Fact("ui \($0.name)", [TextRun($0.summary.said)])
    }
    let options = Catalogue.commands.flatMap { command in
      command.options.map { (command.verb, option: $0, text: "--\($0.name)\($0.value.map { " " + $0 } ?? "")") }
    }
    let named = options.filter { PrintedText.key($0.text) == key || "--" + PrintedText.key($0.option.name) == key }
    return settings + named.map { Fact($0.text, [TextRun($0.option.summary.said)]) }
      + Catalogue.commands.flatMap(\.glossary).filter { PrintedText.key($0.word) == key }
      .map { Fact($0.word, [TextRun($0.meaning.said)]) }
  }

  /// Exports that `import` reads, and niches that stores are begun from.
  private static func exports(printedAs key: String) -> [Fact] {
    let formats = Format.all.filter { inBothLanguages($0.title).contains(key) || PrintedText.key($0.name) == key }
      .map {
        Fact($0.title.said, [TextRun(say("an export file that import can read"))], note: "import FILE as \($0.name)")
      }
    let niches = Starter.all.filter { PrintedText.key($0.name) == key || inBothLanguages($0.summary).contains(key) }
      .map { Fact($0.name, [TextRun($0.summary.said)], note: "new NAME from \($0.name)") }
    let screens = Format.all.flatMap { format in format.screens.values.sorted().map { (format, screen: $0) } }
      .filter { inBothLanguages($0.screen).contains(key) }
      .map { Fact($0.screen.said, [TextRun(say("where the platform shows the same sum"))], note: $0.0.title.said) }
    let sold = BundledNiche.all.filter { niche in
      niche.text.split(separator: "\n").contains { line in
        line.hasPrefix("niche: ") && inBothLanguages(String(line.dropFirst(7))).contains(key)
      }
    }
    return formats + niches + screens
      + sold.map { Fact($0.file, [TextRun(say("the example store of a niche"))], note: "niches") }
  }

  /// How good a source is.
  private static func grades(printedAs key: String) -> [Fact] {
    Grade.allCases.filter { PrintedText.key($0.rawValue) == key }.map { Fact($0.rawValue, [TextRun($0.words)]) }
  }

  /// What parameters are measured in, and one that is.
  private static func units(printedAs key: String) -> [Fact] {
    let money = Tongue.allCases.map { tongue in (tongue, word: "money".in(tongue)) }
    func units(_ parameter: FieldInfo) -> [String] {
      money.map { tongue, word in PrintedText.key(tongue.speaking { parameter.kind.unit(currency: word) }) }
    }
    let measured = allParameters.filter { units($0.info).contains(key) }
    return measured.prefix(1).map { first in
      Fact(first.info.kind.unit(currency: say("money")), [TextRun(say("the unit of \(first.path), for example"))])
    }
  }

  private static func inBothLanguages(_ text: String) -> [String] {
    [PrintedText.key(text), PrintedText.key(text.in(.chinese))]
  }
}

extension String {
  /// The text in a language.
  func `in`(_ tongue: Tongue) -> String { tongue.speaking { said } }
}
