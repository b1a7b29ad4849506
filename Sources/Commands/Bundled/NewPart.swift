import Language
import Reports
import Scenarios

/// A part that is added to the scenario with the values of a preset: `supplier us from spocket`.
struct NewPart {
  enum Kind: String, CaseIterable {
    case supplier, channel, traffic, store

    /// What is typed in Chinese, too.
    private var synonym: String {
      switch self {
      case .supplier: "供应商"
      case .channel: "广告渠道"
      case .traffic: "自然流量"
      case .store: "店铺"
      }
    }

    init?(_ word: Word) {
      let kind = Self.allCases.first { word.isKeyword($0.rawValue) || word.text == $0.synonym }
      guard let kind else { return nil }
      self = kind
    }

    var group: PresetGroup {
      switch self {
      case .supplier: .suppliers
      case .channel: .ads
      case .traffic: .traffic
      case .store: .stores
      }
    }
  }

  let kind: Kind
  let name: Word
  let preset: Preset

  init(_ kind: Kind, _ name: Word, _ presetName: Word, _ invocation: Invocation) throws(CommandFailure) {
    (self.kind, self.name) = (kind, name)
    if let fault = EntityName.fault(name.text, at: name.span) { throw invocation.failure(fault) }
    let typed = presetName.text.lowercased()
    guard let preset = PresetCatalogue.find(typed, for: kind.group) else {
      let known = PresetCatalogue.presets(for: kind.group).map(\.name)
      if let other = PresetCatalogue.find(typed) {
        throw invocation.failure(
          say("\(typed) is not a preset for \(kind.group.rawValue)"), at: presetName.span,
          help: say("it belongs in \(other.group.place.replacing("…", with: typed))"))
      }
      throw invocation.failure(
        say("no such preset: \(presetName.text)"), at: presetName.span,
        help: Suggestion.text(for: typed, among: known)
          ?? say("for \(kind.group.rawValue), choose from: \(known.joined(separator: ", "))"))
    }
    self.preset = preset
  }

  /// What no preset knows, so that the part changes nothing before it is given.
  var own: [(key: String, value: String)] {
    let given = Set(preset.current.rows.map(\.path))
    switch kind {
    case .channel where !given.contains("budget"): return [("budget", "0")]
    case .store where !given.contains("conversion"): return [("conversion", "lognormal(1.4 %, 0.95)")]
    case .supplier, .channel, .traffic, .store: return []
    }
  }

  /// What to type next, before it matters.
  func next(in scenario: Scenario) -> String {
    let name = name.text
    let product = scenario.products.names.first ?? "PRODUCT"
    switch kind {
    case .supplier:
      return say(
        "\(name) has no offer yet and ships nothing. Give it one: set products.\(product).offers.\(name).unit_cost = 12"
      )
    case .channel where own.isEmpty:
      return say("This channel's ads run from the first day. To see its values: show ads.\(name)")
    case .channel:
      return say("\(name) has no budget yet and shows no ads. Give it one: set ads.\(name).budget = 20 USD per day")
    case .traffic:
      return say("This traffic source brings visitors from the first day. To see its values: show traffic.\(name)")
    case .store:
      return say("Nothing is sold in \(name) yet. To sell a product there: set products.\(product).store = \(name)")
    }
  }
}

extension Session {
  static let newPartShape = JSONShape.rows(texts: ["parameter", "now"])

  /// Adds the part; `undo` takes it away.
  mutating func add(_ part: NewPart, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    guard isLoaded else {
      throw invocation.failure(
        say("no scenario is loaded, so this part cannot be added"), at: invocation.command.words[0].span,
        help: say("first write: new my-store, or: load FILE.yaml"))
    }
    let (group, name) = (part.kind.group.rawValue, part.name.text)
    let path = "\(group).\(name)"
    guard !scenario.slots.contains(where: { $0.path.hasPrefix(path + ".") }) else {
      throw invocation.failure(
        say("\(path) exists already"), at: part.name.span, help: say("give it another name, or change it with set"))
    }
    let added: (scenario: Scenario, presets: [String: String])
    do throws(FindingsError) {
      added = try scenario.adding(part.preset, named: name, giving: part.own)
    } catch { throw CommandFailure(error.findings) }
    try check(added.scenario, invocation, at: part.name.span)
    edit(to: added.scenario)
    presets.merge(added.presets) { $1 }
    let slots = scenario.slots.filter { $0.path.hasPrefix(path + ".") && added.presets[$0.path] != nil }
    let facts = slots.map { Fact($0.path, [TextRun(text($0, in: scenario))]) }
    let title = say("added \(path) from preset \(part.preset.name); undo takes it back")
    var answer = Answer(
      Document([.paragraph([.strong(title)]), .facts(facts), .blank, .paragraph([TextRun(part.next(in: scenario))])]))
    let table = Table(
      columns: ["parameter", "now"].map { Table.Column($0, .text) },
      rows: slots.map { Table.Row([.text($0.path), .text(text($0, in: scenario))]) })
    answer.json = { table.json() }
    answer.csv = { table.csv() }
    answer.hint = say("Next: show \(path) · run · save")
    return answer
  }
}
