import Language
import YAML

/// What reading a file found and where each value stands.
final class ReadLog {
  let source: Source
  let currencies: QuotedCurrencies
  var findings: [Finding] = []
  /// Where the value at each path begins.
  var spans: [String: SourceSpan] = [:]
  var uncertain: [String: Uncertain] = [:]
  /// The currencies that amounts are written in where these are others than usual.
  var quotes = Quotes()
  /// Where strategies take rules away, by path and words.
  var withdrawals: [String: SourceSpan] = [:]
  /// Rules, conditions and actions by path, as typed: what they speak of can only be judged when all is read.
  var sentences: [String: Fragment] = [:]
  /// The presets that values come from, by path.
  var presets: [String: String] = [:]
  /// What the operator should know, though nothing is wrong.
  var notes: [Finding] = []
  let columns: ColumnReader

  init(_ source: Source, _ currencies: QuotedCurrencies, columns: @escaping ColumnReader) {
    self.source = source
    self.currencies = currencies
    self.columns = columns
  }

  private static let limit = 100
  private var untold = 0

  func report(_ message: @autoclosure () -> String, help: @autoclosure () -> String? = nil, at span: SourceSpan) {
    guard findings.count < Self.limit else {
      untold += 1
      return
    }
    findings.append(Finding(.error, message(), help: help(), at: span, in: source))
  }

  /// All findings in the order of the file; of a file that is no scenario at all, the first hundred.
  var told: [Finding] {
    let sorted = findings.sortedByPlace()
    guard untold > 0, let last = sorted.last else { return sorted }
    let more = Finding(.error, say("further errors, not shown: \(untold)"), source: last.source)
    return sorted + [more]
  }
}

/// Reads one part of a scenario from its YAML. Whatever is wrong is reported and reading goes on.
struct PartReader {
  let log: ReadLog
  let path: String

  func child(_ name: String) -> PartReader {
    PartReader(log: log, path: path.isEmpty ? name : path + "." + name)
  }

  /// - Parameter presets: which presets may give what the part itself leaves open.
  func readPart<Part: Described>(_ value: YAMLValue, into part: inout Part, presets: PresetGroup? = nil) {
    let completed: YAMLValue? = if let presets { self.completed(value, from: presets) } else { value }
    guard let pairs = mapping(completed ?? value) else { return }
    let shape = Part.shape
    for (key, value) in pairs {
      guard let name = name(key) else { continue }
      if name == Self.presetKey, presets != nil { continue }
      let reader = child(name)
      log.spans[reader.path] = key.span
      if let field = shape.fields.first(where: { $0.info.name == name }) {
        reader.readField(field, value, into: &part)
      } else if let group = shape.groups.first(where: { $0.outline.name == name }) {
        group.read(self, value, &part)
      } else {
        reportUnknown(name, key.span, shape.outline)
      }
    }
    // What a preset would have given that there is not is not missed as well.
    guard completed != nil else { return }
    reportMissing(from: shape.outline, given: Set(pairs.compactMap { $0.key.fragment?.text }), at: value.span)
  }

  /// Required parameters that are not given, also those of sections that are not even begun.
  private func reportMissing(from outline: Outline, given: Set<String>, at span: SourceSpan) {
    for field in outline.fields where field.isRequired && !given.contains(field.name) {
      log.report(say("\(child(field.name).path) is missing"), help: field.doc.said, at: span)
    }
    for group in outline.groups where group.arrangement == .section && !given.contains(group.name) {
      child(group.name).reportMissing(from: group.content, given: [], at: span)
    }
  }

  func readEntities<Part: Described>(
    _ value: YAMLValue, into parts: inout Named<Part>, presets: PresetGroup? = nil
  ) {
    guard let pairs = mapping(value) else { return }
    for (key, value) in pairs {
      guard let name = name(key) else { continue }
      if name == Self.presetKey, case .scalar = value.content {
        reportMisplacedPreset(at: key.span)
        continue
      }
      if let fault = EntityName.fault(name, at: key.span) {
        log.report(fault.message, help: fault.help, at: fault.span)
        continue
      }
      let reader = child(name)
      log.spans[reader.path] = key.span
      // A repeated name is reported already; what either says is read all the same.
      var part = Part()
      reader.readPart(value, into: &part, presets: presets)
      parts[name] = part
    }
  }

  func readList<Part: Described>(_ value: YAMLValue, into parts: inout [Part], presets: PresetGroup? = nil) {
    if value.isNull { return }
    guard case .sequence(let items) = value.content else {
      return log.report(say("expected a list"), help: say("start each item with -"), at: value.span)
    }
    for (index, item) in items.enumerated() {
      var part = Part()
      child(String(index + 1)).readPart(item, into: &part, presets: presets)
      parts.append(part)
    }
  }

  /// Rules, one sentence each. One that cannot be read is reported and left out.
  func readRules(_ value: YAMLValue, mayTakeAway: Bool = false) -> [Rule] {
    if value.isNull { return [] }
    guard case .sequence(let items) = value.content else {
      log.report(say("expected a list of rules"), help: say("start each rule with -"), at: value.span)
      return []
    }
    var rules: [Rule] = []
    for item in items {
      let (key, sentence) = item.namedSentence
      guard let fragment = sentence.fragment else {
        log.report(say("expected a rule"), help: say("for example: - when cash < 500 then pause ads"), at: item.span)
        continue
      }
      if mayTakeAway, key == nil, Rule(fragment.text).withdrawn != nil {
        let rule = Rule(fragment.text.split(separator: " ").joined(separator: " "))
        rules.append(rule)
        log.withdrawals["\(path) \(rule.text)"] = fragment.span
        continue
      }
      do throws(Fault) {
        _ = try RuleSentence(parsing: fragment)
        let text = try fragment.sentence()
        let rule = key.map { Rule($0.text, text) } ?? Rule(text)
        // What stands before the colon is a name, even one that cannot be one.
        if let name = key?.text ?? rule.name {
          let span = key?.span ?? fragment.span
          if let fault = Rule.fault(ofName: name, at: span) { throw fault }
          if rules.contains(where: { $0.name == name }) {
            throw Fault(say("two rules are called \(name)"), at: span, help: say("keep one of them"))
          }
        }
        rules.append(rule)
        log.sentences["\(path).\(rules.count)"] = fragment
        log.presets["\(path).\(rules.count)"] = sentence.origin
        if sentence.origin != nil { log.spans["\(path).\(rules.count)"] = sentence.span }
      } catch {
        log.report(error.message, help: error.help, at: error.span)
      }
    }
    return rules
  }

  /// The rules of a strategy, among which may stand `no rules` and `no NAME`; one of them alone needs no list.
  func readRules(ofStrategy value: YAMLValue) -> [Rule] {
    if let text = value.fragment?.text, Rule(text).withdrawn != nil {
      return readRules(YAMLValue(.sequence([value]), span: value.span), mayTakeAway: true)
    }
    if case .sequence(let items) = value.content, items.isEmpty {
      log.report(
        say("an empty list adds no rules"), help: say("to remove the scenario's rules, write: rules: no rules"),
        at: value.span)
    }
    return readRules(value, mayTakeAway: true)
  }

  private func readField<Part>(_ field: Field<Part>, _ value: YAMLValue, into part: inout Part) {
    do throws(Fault) {
      let read = try read(value, as: field.info, in: log.currencies.currency(of: field.info, at: path))
      if field.info.kind.isSentence, let fragment = value.fragment { log.sentences[path] = fragment }
      log.quotes.note(read, at: path)
      let alone = read?.amountAlone
      if case .uncertain(let uncertain) = alone {
        log.uncertain[path] = uncertain
        if let planned = uncertain.planned { field.set(&part, planned) }
      } else {
        field.set(&part, alone)
      }
      log.spans[path] = value.span
      log.presets[path] = value.origin
    } catch {
      guard let preset = value.origin else {
        return log.report(say("\(path): \(error.message)"), help: error.help, at: error.span)
      }
      // Its text is not in the file: what is wrong can only be that it does not go with this scenario.
      log.report(
        say("\(path): \(error.message)"),
        help: say("preset \(preset) does not fit here: give \(field.info.name) yourself"),
        at: value.span)
    }
  }

  /// A value as that field reads it; nil where an optional field is left open.
  func read(_ value: YAMLValue, as info: FieldInfo, in currency: String) throws(Fault) -> FieldValue? {
    if case .season = info.kind, case .sequence(let items) = value.content {
      var factors: [Double] = []
      for item in items {
        guard let fragment = item.fragment else { throw Fault(say("expected a factor"), at: item.span) }
        let factor = try Kind.factor.read(fragment, in: info.range, currency: currency)
        if case .number(let number) = factor { factors.append(number) }
      }
      return try Kind.season(factors, at: value.span)
    }
    guard let fragment = value.fragment else { throw Fault(say("expected one value"), at: value.span) }
    if value.isNull {
      guard info.isOptional else { throw Fault(say("a value is missing"), at: value.span, help: info.doc.said) }
      return nil
    }
    do throws(Fault) {
      return try info.read(fragment, currency: currency, columns: log.columns)
    } catch {
      let help =
        value.endsInsideBrackets ? say("a comma ends the value inside { }: put quotes around the value") : error.help
      throw Fault(error.message, at: error.span, help: help)
    }
  }

  /// The pairs of a mapping; nothing written is an empty one.
  func mapping(_ value: YAMLValue) -> [(key: YAMLValue, value: YAMLValue)]? {
    if value.isNull { return [] }
    guard case .mapping(let pairs) = value.content else {
      let place = path.isEmpty ? say("a scenario") : path
      log.report(
        say("\(place): expected names with values"),
        help: value.fragment?.text.helpWithWideColon ?? say("write: NAME: VALUE, one per line"), at: value.span)
      return nil
    }
    return pairs
  }

  /// The text of a key. A key that is repeated is reported, and read all the same: there may be more wrong inside.
  func name(_ key: YAMLValue) -> String? {
    guard let fragment = key.fragment else {
      log.report(say("expected a name"), at: key.span)
      return nil
    }
    if key.repeats {
      log.report(
        say("\(child(fragment.text).path.shortened) is given more than once"), help: say("keep one of them"),
        at: key.span)
    }
    return fragment.text
  }

  func reportUnknown(_ name: String, _ span: SourceSpan, _ outline: Outline) {
    let path = child(name).path.shortened
    if outline.notYet.contains(name) {
      return log.report(
        say("\(path) is not modelled yet"), help: say("remove it; this version would ignore it"), at: span)
    }
    if name == Self.presetKey { return reportMisplacedPreset(at: span) }
    let known = outline.fields.map(\.name) + outline.groups.map(\.name)
    let help = name.helpWithWideColon ?? name.helpWithSplitNumber ?? Suggestion.text(for: name, among: known)
    log.report(say("no such parameter: \(path)"), help: help, at: span)
  }
}

extension YAMLValue {
  /// A rule of a list, and its name where it has one: `less: when …` is a pair to YAML.
  fileprivate var namedSentence: (name: Fragment?, sentence: YAMLValue) {
    guard case .mapping(let pairs) = content, pairs.count == 1, let name = pairs[0].key.fragment else {
      return (nil, self)
    }
    return (name, pairs[0].value)
  }
}

extension String {
  /// What to write where this is the rest of a number that a comma cut in two: `{limit: 5,000}`.
  fileprivate var helpWithSplitNumber: String? {
    let digits = prefix { $0.isASCII && $0.isNumber }
    let isRest = digits.count == 3 && dropFirst(3).first?.isLetter != true
    return isRest ? say("inside { } a comma ends the value: write numbers without it, such as 5000") : nil
  }
}
