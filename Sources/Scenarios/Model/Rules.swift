package import Language

/// What the operator does when something is seen (model 11), as a sentence:
/// `when roas(7) < 1.2 then ads.meta.budget *= 0.8 min 10 every 3 days`, with or without a name before it
/// (`less: when …`).
///
/// In a strategy also what takes rules away: `no less` the one of that name, `no owner` those of the presets for owners,
/// `no rules` all that stand before it.
package struct Rule: Equatable, Sendable {
  package var text: String

  package init(_ text: String) { self.text = text }

  package init(_ name: String, _ sentence: String) { self.init("\(name): \(sentence)") }

  package static let none = Rule("no rules")
  package static let noneOfOwner = Rule("no owner")

  /// `less` of `less: when …`; nil for a rule without a name.
  package var name: String? {
    guard let end = text.firstIndex(where: { $0 == ":" || $0 == "：" }), end > text.startIndex else { return nil }
    let name = text[..<end]
    return name.contains(" ") ? nil : String(name)
  }

  /// The name in `no NAME`; nil for a rule.
  package var withdrawn: String? {
    let words = text.split(separator: " ")
    return words.count == 2 && words[0].lowercased() == "no" ? String(words[1]) : nil
  }

  /// What is wrong with a rule's name; nil where nothing is.
  static func fault(ofName name: String, at span: SourceSpan) -> Fault? {
    guard ![Rule.none, Rule.noneOfOwner].contains(where: { $0.withdrawn == name }) else {
      return Fault(
        say("a rule cannot be called \(name)"), at: span,
        help: say("choose another name: in a strategy, \"no \(name)\" removes several rules at once")
      )
    }
    return EntityName.fault(name, at: span)
  }
}

extension [Rule] {
  /// The rules that are left when each has been heard in turn: one takes the place of the one of its name, `no …` takes
  /// away what stands before it.
  package var settled: [Rule] {
    var left: [Rule] = []
    for rule in self {
      if rule == .none {
        left = []
      } else if rule == .noneOfOwner {
        left.removeAll { $0.name.map(Rule.namesOfOwners.contains) ?? false }
      } else if let name = rule.withdrawn {
        left.removeAll { $0.name == name }
      } else if let name = rule.name, let known = left.firstIndex(where: { $0.name == name }) {
        left[known] = rule
      } else {
        left.append(rule)
      }
    }
    return left
  }

  /// What is wrong with taking a rule away from these; nil where nothing is.
  package func fault(withdrawing rule: Rule, at span: SourceSpan) -> Fault? {
    guard let name = rule.withdrawn, rule != .none, rule != .noneOfOwner, !contains(where: { $0.name == name }) else {
      return nil
    }
    let known = compactMap(\.name)
    return Fault(
      say("no rule is called \(name.shortened)"), at: span,
      help: Suggestion.text(for: name, among: known) ?? say("to remove all rules, write: no rules"))
  }
}

/// What the world does (model 11): the same in every strategy.
///
/// Events happen in the morning after suppliers have failed or reopened, rules fire after them; both see the figures of
/// the days before. A chance that they change is drawn with from the next day on, prices and budgets count at once.
///
/// What an event with `lasts` changes lies over what rules and other events decide: these go on changing the value
/// beneath, and what is in force is that value, changed by the events that last, in the order in which they are written.
/// So nothing of it is left when it ends, whatever else happened meanwhile. What the world has paused or closed no rule
/// opens; of two events that close the same both must end.
///
/// What is paid is paid once, that morning, while the business goes on: an amount that is a range is drawn each time. Of
/// damages the insurance bears what exceeds the deductible, at most its cover. `hold` begins a hold of the store's payouts
/// at once, for as long as the event lasts or, where it has no `lasts`, for the store's `hold_days`, unless one goes on.
package struct Event: Equatable, Sendable {
  package var name = ""
  package var chance: Chance?
  package var from: Opening?
  package var when = ""
  package var lasts: Lag?
  package var then = ""
  package init() {}

  /// Does it come back every year?
  package var comesBack: Bool { if case .holiday = from { true } else { false } }
}

extension Event: Described {
  package static let shape = Shape<Event>(fields: [
    Field(
      "name", \.name, .text, required: true,
      "The event's name. Its random numbers depend on it, so a new name means different luck."),
    Field(
      "chance", \.chance,
      "How likely it is to happen, per month or per year; it can happen on any day but the first. If you write only a percentage, such as 40 %, luck decides only once whether it happens: on the day given in \"from\"."
    ),
    Field(
      "from", \.from,
      "The day or date on which it happens, or days around a holiday, such as golden-week or chinese-new-year - 2 days, which come back every year. With a condition (when) or a chance per month or year, a day or date is the first on which it may happen."
    ),
    Field("when", \.when, .condition, "The condition under which it happens, such as day > 90; written as in rules."),
    Field(
      "lasts", \.lasts, 1...3650,
      "How many days it lasts; a range is drawn anew each time. When it ends, its changes are undone, and payouts that it withheld are released. Without this line, its changes are permanent, and payouts are held for the store's hold_days. It cannot start again while it lasts, nor on the day it ends."
    ),
    Field(
      "then", \.then, .actions, required: true,
      "What it changes: one or more actions, separated by commas, as in rules."),
  ])
}

/// How likely an event is.
package struct Chance: Equatable, Sendable {
  package var share: Double
  /// nil: decided once.
  package var per: Kind.RatePeriod?

  package init(_ share: Double, per: Kind.RatePeriod?) {
    self.share = share
    self.per = per
  }
}
