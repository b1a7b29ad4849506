import Analysis
import Language
import Scenarios
import Simulation

/// What may stand at the cursor.
package struct Completions: Equatable, Sendable {
  package struct Candidate: Equatable, Sendable {
    package let text: String
    /// Unit, range, current value, or what a verb does.
    package let note: String
    /// Does nothing more belong to this word?
    package let isFinal: Bool

    init(_ text: String, note: String = "", isFinal: Bool = true) {
      self.text = text
      self.note = note
      self.isFinal = isFinal
    }
  }

  /// The characters of the line that a candidate takes the place of.
  package let replace: Range<Int>
  package let candidates: [Candidate]
}

extension Session {
  /// Candidates for the word before the cursor, by its place in the grammar.
  package func completions(of line: String, at cursor: Int) -> Completions {
    let whole = String(line.prefix(cursor))
    if isInterviewing {
      let fitting = interviewCompletions.filter { $0.word.hasPrefix(whole.lowercased()) }
      return Completions(replace: 0..<cursor, candidates: fitting.map { .init($0.word, note: $0.meaning) })
    }
    let before = Fragment(whole)
    let command = before.openCommand.text
    if let inside = Self.unclosedChanges(whole) { return changes(inside, at: cursor) }
    let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
    let typed = command.last.map(\.isWhitespace) ?? true ? "" : words.last ?? ""
    let position = typed.isEmpty ? words.count : words.count - 1
    let candidates = position == 0 ? verbs : operands(typed, at: position, words)
    let fitting = candidates.filter { $0.text.hasPrefix(typed) } + questions(begun: String(command), typed)
    return Completions(replace: (cursor - typed.count)..<cursor, candidates: fitting)
  }

  /// What stands behind a brace that is still open, where changes belong and not commands.
  static func unclosedChanges(_ text: String) -> Substring? {
    guard let open = text.lastIndex(of: "{"), !text[open...].contains("}") else { return nil }
    let verb = Fragment(String(text[..<open])).openCommand.text.split(whereSeparator: \.isWhitespace).first ?? ""
    if Catalogue.find(verb.lowercased())?.takesBlock == true { return nil }
    return text[text.index(after: open)...]
  }

  /// A parameter at the begin of each change.
  private func changes(_ block: Substring, at cursor: Int) -> Completions {
    let change = block.split(omittingEmptySubsequences: false) { $0 == ";" || $0.isNewline }.last ?? ""
    let typed = change.drop { $0 == " " }
    let candidates = typed.contains(" ") ? [] : parameters(String(typed)).filter { $0.text.hasPrefix(typed) }
    return Completions(replace: (cursor - typed.count)..<cursor, candidates: candidates)
  }

  private var verbs: [Completions.Candidate] {
    Catalogue.commands.map { .init($0.verb, note: $0.summary.said) }
      + Catalogue.commands.flatMap { command in
        command.synonyms.filter { $0.unicodeScalars.contains { $0.value > 0x7F } }
          .map { .init($0, note: command.verb) }
      }
  }

  /// Questions in plain words that begin like this, from the word before the cursor on.
  private func questions(begun command: String, _ typed: String) -> [Completions.Candidate] {
    let begun = command.drop(while: \.isWhitespace).lowercased()
    // The beginning of a command is completed as that.
    guard begun.count > 2, begun.contains(" ") || !verbs.contains(where: { $0.text.hasPrefix(begun) }) else {
      return []
    }
    return PlainQuestion.all.map(\.words.said).filter { $0.lowercased().hasPrefix(begun) }
      .map { .init(typed + $0.dropFirst(begun.count)) }
  }

  private func operands(_ typed: String, at position: Int, _ words: [String]) -> [Completions.Candidate] {
    guard let spec = Catalogue.find(words[0].lowercased()) else { return [] }
    if typed.hasPrefix("$") { return variables.keys.sorted().map { .init("$" + $0, note: variables[$0] ?? "") } }
    if typed.hasPrefix("--") {
      if let value = optionValue(typed) { return value }
      return spec.options.map { .init("--" + $0.name, note: $0.summary.said) }
    }
    if position >= 2, words.indices.contains(position - 1), words[position - 1] == "--strategy" {
      return strategyNames.map { .init($0) }
    }
    if position >= 2, words.indices.contains(position - 1), words[position - 1] == "--set" { return parameters(typed) }
    if spec.verb == "show", words.count > 1, words[1] == "preset", position == 2 {
      return PresetCatalogue.all.map { .init($0.name, note: $0.summary.said) }
    }
    switch spec.operand {
    case .parameter where spec.verb == "show" && position == 1:
      let parts: [Completions.Candidate] = [
        .init("rules"), .init("events"), .init("preset", note: say("presets with their sources")),
      ]
      return parts + parameters(typed) + runLabels
    case .parameter: return position == 1 ? parameters(typed) : spec.takesRest ? values(words, at: position) : []
    case .file(let suffix): return position == 1 ? files(typed, suffix) : []
    case .files(let suffix): return files(typed, suffix)
    case .strategy: return strategyNames.map { .init($0) }
    case .run: return position == 1 ? runLabels : []
    case .wordThenRuns(let verbs): return position == 1 ? verbs.map { .init($0) } : runLabels
    case .wordThenStrategy(let verbs):
      return (position == 1 ? verbs : strategies.map(\.name)).map { .init($0) }
    case .comparison: return comparison(words, position)
    case .changes:
      let isNext = position == 1 || words.indices.contains(position - 1) && words[position - 1].hasSuffix(",")
      return isNext ? parameters(typed) : []
    case .metric: return metrics(spec, position)
    case .topic:
      let topics: [Completions.Candidate] = [
        .init("all", note: say("every command")), .init("metrics"),
        .init("ranges", note: say("uncertain numbers")), .init("rules", note: say("rules and events")),
      ]
      return Catalogue.commands.map { .init($0.verb, note: $0.summary.said) } + topics + parameters(typed)
    case .starter:
      if words.count > 1, let kind = NewPart.Kind(Word(words[1], at: SourceSpan(0, 0))), position > 2 {
        let presets = PresetCatalogue.presets(for: kind.group)
        return position == 3
          ? [.init("from")] : position == 4 ? presets.map { .init($0.name, note: $0.summary.said) } : []
      }
      return position == 2
        ? [.init("from")] : position == 3 ? Starter.all.map { .init($0.name, note: $0.summary.said) } : []
    case .words where spec.verb == "explain" && position > 1:
      return position == 3 ? [.init("of")] : position == 4 ? strategyNames.map { .init($0) } + runLabels : []
    case .setting:
      if position == 1 { return Look.settings.map { .init($0.name, note: $0.get(look)) } }
      return position == 2 ? Look.setting(words[1])?.values.map { .init($0) } ?? [] : []
    case .words(let keywords):
      let notes = Dictionary(uniqueKeysWithValues: spec.glossary.map { ($0.word, $0.meaning) })
      return clause(words, keywords, typed, at: position).map { .init($0.text, note: notes[$0.text]?.said ?? $0.note) }
    case .parameterAndClauses(let keywords):
      // Only a sweep takes values that are no numbers.
      guard position == 1 else { return clause(words, keywords, typed, at: position) }
      return parameters(typed) { spec.verb == "sweep" || $0.info.holdsNumbers }
    case .wordThenFile(let words, let suffix):
      return position == 1 ? words.map { .init($0) } : position == 2 ? files(typed, suffix) : []
    case .fileOfStrategies(let suffix):
      if words[..<position].contains("of") { return strategyNames.map { .init($0) } + runLabels }
      return position == 1 ? [.init("of")] + files(typed, suffix) : position == 2 ? [.init("of")] : []
    case .none: return []
    }
  }

  /// `--set=ads.` goes on with parameters.
  private func optionValue(_ typed: String) -> [Completions.Candidate]? {
    guard typed.hasPrefix("--set=") else { return nil }
    return parameters(String(typed.dropFirst(6))).map { .init("--set=" + $0.text, note: $0.note, isFinal: $0.isFinal) }
  }

  /// What the clause before the cursor goes on with, else the keywords that begin another.
  private func clause(
    _ words: [String], _ keywords: [String], _ typed: String, at position: Int
  ) -> [Completions.Candidate] {
    guard words.indices.contains(position - 1), keywords.contains(words[position - 1]) else {
      return keywords.map { .init($0) }
    }
    switch words[position - 1] {
    case "of": return strategyNames.map { .init($0) }
    case "and": return parameters(typed)
    case "for", "with", "maximize", "minimize": return sharesAndStatistics
    default: return keywords.map { .init($0) }
    }
  }

  private func metrics(_ spec: CommandSpec, _ position: Int) -> [Completions.Candidate] {
    let names = Metric.reported.map { Completions.Candidate($0.name, note: $0.row.doc.said) }
    if spec.verb == "plot" {
      let kinds: [Completions.Candidate] = [
        .init("fan", note: say("the range of outcomes, month by month")),
        .init("compare", note: say("the strategies that were compared last")),
      ]
      return position == 1 ? kinds : names
    }
    return position == 1 ? sharesAndStatistics : candidates(Figure.amounts)
  }

  /// What a condition begins with.
  private var sharesAndStatistics: [Completions.Candidate] {
    candidates(Figure.shares) + Measure.statistics.map { .init($0) }
  }

  private func candidates(_ figures: [Figure]) -> [Completions.Candidate] {
    figures.map { .init($0.name, note: $0.doc.said) }
  }

  /// Strategies, behind `by` metrics.
  private func comparison(_ words: [String], _ position: Int) -> [Completions.Candidate] {
    guard let by = words.firstIndex(of: "by"), by < position else {
      return strategyNames.map { .init($0) } + runLabels + [.init("vs"), .init("by")]
    }
    return sharesAndStatistics + candidates(Figure.amounts)
  }

  /// The runs by their numbers and names: those of this session, and the last ones that were kept.
  private var runLabels: [Completions.Candidate] {
    let own = finished.all.map { (label: $0.label, name: $0.name, note: $0.strategy) }
    let kept = latestKept(Self.mostKept).map {
      (label: $0.label, name: $0.name, note: "\($0.strategy) · \($0.madeInWords)")
    }
    var seen: Set<String> = []
    // Numbers first: they are what a # begins.
    let numbers = (own + kept).map {
      Completions.Candidate($0.label, note: ([$0.name].compactMap(\.self) + [$0.note]).joined(separator: " "))
    }
    let names = (own + kept).compactMap { run in run.name.map { Completions.Candidate($0, note: run.label) } }
    return (numbers + names).filter { seen.insert($0.text).inserted }
  }

  /// More than a screen of them nobody reads.
  private static let mostKept = 40

  /// The next segments of parameter paths.
  private func parameters(
    _ typed: String, where isWanted: (Slot) -> Bool = { _ in true }
  ) -> [Completions.Candidate] {
    let depth = typed.split(separator: ".", omittingEmptySubsequences: false).count - 1
    var seen: Set<String> = []
    var candidates: [Completions.Candidate] = []
    for slot in scenario.slots where slot.path.hasPrefix(typed) && isWanted(slot) {
      let parts = slot.path.split(separator: ".")
      let isLeaf = parts.count <= depth + 1
      let text = parts.prefix(depth + 1).joined(separator: ".") + (isLeaf ? "" : ".")
      guard seen.insert(text).inserted else { continue }
      candidates.append(.init(text, note: isLeaf ? note(slot) : "", isFinal: isLeaf))
    }
    return candidates
  }

  /// `set PATH = …`: what the parameter may be where that is a matter of choice, and what it is now.
  private func values(_ words: [String], at position: Int) -> [Completions.Candidate] {
    guard position == 2 || position == 3 && words[2] == "=", let slot = scenario.slot(words[1]) else { return [] }
    let now = text(slot, in: scenario)
    let choices: [String] =
      switch slot.info.kind {
      case .choice(let choices): choices
      case .flag: ["yes", "no"]
      case .reference(let group):
        // Names of the entities of that group, as they stand in paths.
        Set(scenario.slots.filter { $0.path.hasPrefix(group + ".") }.map { String($0.path.split(separator: ".")[1]) })
          .sorted()
      default: [now].filter { $0 != "none" && !$0.contains(" ") }
      }
    if position == 2 { return [.init("=", note: now)] }
    return choices.map { .init($0, note: $0 == now ? say("now") : "") }
  }

  /// `30 USD per day   0 to 10,000 USD, with a period`: the bounds as `show` and `help` tell them.
  private func note(_ slot: Slot) -> String {
    let range = slot.info.range == nil ? nil : Parameters.allowed(slot.info, currency: scenario.currency(of: slot))
    return [text(slot, in: scenario), range].compactMap(\.self).joined(separator: "  ")
  }

  private func files(_ typed: String, _ suffix: String) -> [Completions.Candidate] {
    let directory = Files.directory(of: typed)
    let prefix = directory.isEmpty ? "" : directory == "/" ? "/" : directory + "/"
    let place = resolve(directory)
    return Files.names(in: place).filter { !$0.hasPrefix(".") && ($0.hasSuffix("/") || $0.hasSuffix(suffix)) }
      .map { .init(prefix + $0, isFinal: !$0.hasSuffix("/")) }
  }
}
