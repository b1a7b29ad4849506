import Language
import Scenarios

/// Finding parameters by what operators type.
enum Parameters {
  /// The parameters a path means: itself, all that its `*` stand for, or those it is the end of.
  static func matching(_ typed: String, in slots: [Slot]) -> [Slot] {
    if let exact = slots.first(where: { $0.path == typed }) { return [exact] }
    let pattern = typed.split(separator: ".", omittingEmptySubsequences: false)
    if typed.contains("*") {
      return slots.filter { slot in
        let parts = slot.path.split(separator: ".")
        return parts.count == pattern.count && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
      }
    }
    return slots.filter { $0.path.hasSuffix("." + typed) }
  }

  static func suggestion(for typed: String, in slots: [Slot]) -> String? {
    Invocation.suggestion(typed, slots.map { generalized($0.path, like: typed) })
  }

  /// The path with a `*` wherever what was typed has one.
  private static func generalized(_ path: String, like typed: String) -> String {
    let pattern = typed.split(separator: ".", omittingEmptySubsequences: false)
    let parts = path.split(separator: ".")
    guard typed.contains("*"), parts.count == pattern.count else { return path }
    return zip(pattern, parts).map { $0 == "*" ? "*" : $1 }.joined(separator: ".")
  }

  /// The range of a parameter in words.
  static func allowed(_ info: FieldInfo, currency: String) -> String? {
    switch info.kind {
    case .choice, .flag, .reference, .currency, .date, .opening, .condition, .actions, .chance:
      info.kind.unit(currency: currency)
    default:
      info.range.map { range in
        if case .amount = info.kind {
          return say(
            "\(range.lowerBound.plain) to \(range.upperBound.plain) \(currency) per day, month or year, or once")
        }
        if case .lag = info.kind {
          let bounds = say("\(range.lowerBound.plain) to \(range.upperBound.plain) days")
          return say("\(bounds); or a range, such as 10 to 30 days, lognormal(24, 0.5) or uniform(3, 10)")
        }
        let low = info.kind.write(.number(range.lowerBound), currency: currency)
        let high = info.kind.write(.number(range.upperBound), currency: currency)
        return info.isOptional ? say("\(low) to \(high), or none") : say("\(low) to \(high)")
      }
    }
  }
}

extension Session {
  /// The parameters that a path as typed means: one, or all that its `*` stand for.
  func parameters(meantBy word: Word, _ invocation: Invocation) throws(CommandFailure) -> [Slot] {
    let slots = scenario.slots
    let matches = Parameters.matching(word.text, in: slots)
    guard !matches.isEmpty else {
      if let name = word.text.split(separator: ".").last, Scenario.shape.outline.hasList(called: String(name)) {
        let part = word.text.dropLast(name.count + 1)
        if name == "closures" {
          throw invocation.failure(
            say("\(name) is a list, so it has no single value to set"), at: word.span,
            help: say("write: set \(part) closed for 17 days from \(scenario.start), or write the list into the file"))
        }
        throw invocation.failure(
          say("\(name) is a list, so it has no single value to set"), at: word.span,
          help: say("write it in the file, starting each item with -; for rules and events, see help rules"))
      }
      throw invocation.failure(
        say("no such parameter: \(word.text)"), at: word.span,
        help: Parameters.suggestion(for: word.text, in: slots) ?? say("to list the parameters, write: show"))
    }
    guard matches.count == 1 || word.text.contains("*") else {
      throw invocation.failure(
        say("\(word.text) matches more than one parameter"), at: word.span,
        help: say("which? \(matches.map(\.path).joined(separator: ", "))"))
    }
    return matches
  }

  /// The one parameter that a path as typed means.
  func parameter(meantBy word: Word, _ invocation: Invocation) throws(CommandFailure) -> Slot {
    let matches = try parameters(meantBy: word, invocation)
    guard let slot = matches.first, matches.count == 1 else {
      throw invocation.failure(
        say("\(word.text) stands for more than one parameter"), at: word.span,
        help: say("which? \(matches.prefix(8).map(\.path).joined(separator: ", "))"))
    }
    return slot
  }
}

extension Outline {
  /// Is there a list of that name somewhere in a scenario?
  fileprivate func hasList(called name: String) -> Bool {
    groups.contains { group in
      switch group.arrangement {
      case .list, .sentences: group.name == name
      case .section, .entities, .numbered: group.content.hasList(called: name)
      }
    }
  }
}
