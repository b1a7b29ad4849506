package import Language

extension Scenario {
  /// The rules, ready to be compiled, in their order. Such that do not fit the scenario are left out: it has issues.
  package var boundRules: [BoundRule] {
    guard !rules.isEmpty else { return [] }
    var binder = RuleBinder(self)
    return rules.compactMap { binder.rule(Fragment($0.text)) }
  }

  /// The events, ready to be compiled, in their order.
  package var boundEvents: [BoundEvent] {
    guard !events.isEmpty else { return [] }
    var binder = RuleBinder(self)
    return events.compactMap { event in
      let trigger = event.when.isEmpty ? nil : binder.trigger(Fragment(event.when))
      guard event.when.isEmpty || trigger != nil, let actions = binder.actions(Fragment(event.then)) else { return nil }
      return BoundEvent(
        name: event.name, chance: event.chance, days: event.from.map(occasions(of:)) ?? [],
        isYearly: event.comesBack, trigger: trigger, lasts: event.lasts, actions: actions)
    }
  }

  /// A condition of product tests, whose bare figures are those of a tested product; nil where none is given.
  package func boundCondition(_ text: String) -> BoundTrigger? {
    guard !text.isEmpty else { return nil }
    var binder = RuleBinder(self)
    binder.bare = .candidate
    return binder.trigger(Fragment(text))
  }
}

extension Scenario {
  /// Does any rule pay the owner?
  package var paysOwner: Bool {
    rules.contains { rule in
      guard rule.text.lowercased().contains("owner"), let sentence = try? RuleSentence(parsing: Fragment(rule.text))
      else { return false }
      return sentence.actions.contains { action in
        switch action.deed {
        case .payOwner, .payOwnerOfProfit: true
        default: false
        }
      }
    }
  }
}

// MARK: - What is wrong with them

extension Scenario {
  /// What is wrong with rules, events and conditions that are kept in this scenario.
  var ruleIssues: [Issue] {
    let sentences = sentences
    guard !sentences.isEmpty else { return [] }
    var binder = RuleBinder(self)
    return sentences.flatMap { sentence in
      binder.check(sentence, Fragment(sentence.text)).map {
        Issue(sentence.path, say("\(sentence.text.shortened): \($0.message)"), help: $0.help)
      }
    }
  }

  /// The same, at their places in a file.
  /// - Parameter typed: the sentences as they stand in the file, by path.
  func ruleFaults(in typed: [String: Fragment]) -> [(path: String, text: String, fault: Fault)] {
    let sentences = sentences
    guard !sentences.isEmpty else { return [] }
    var binder = RuleBinder(self)
    return sentences.flatMap { sentence in
      binder.check(sentence, typed[sentence.path] ?? Fragment(sentence.text)).map {
        (sentence.path, sentence.text, $0)
      }
    }
  }

  /// What is wrong with some rules for this scenario.
  package func faults(inRules texts: [Fragment]) -> [Fault] {
    guard !texts.isEmpty else { return [] }
    var binder = RuleBinder(self)
    for text in texts { _ = binder.rule(text) }
    return binder.takeFaults()
  }

  private var sentences: [KeptSentence] {
    let ofRules = rules.enumerated().map { KeptSentence(path: "rules.\($0 + 1)", text: $1.text, role: .rule) }
    let ofEvents = events.enumerated().flatMap { index, event in
      [
        KeptSentence(path: "events.\(index + 1).when", text: event.when, role: .eventTrigger),
        KeptSentence(path: "events.\(index + 1).then", text: event.then, role: .eventActions),
      ]
    }
    let ofTests = [("keep_if", productTests.keepIf), ("stop_if", productTests.stopIf)].map {
      KeptSentence(path: "product_tests.\($0.0)", text: $0.1, role: .testCondition)
    }
    return (ofRules + ofEvents + ofTests).filter { !$0.text.isEmpty }
  }

  /// What no single field of an event shows.
  var eventIssues: [Issue] {
    events.enumerated().flatMap { index, event -> [Issue] in
      let path = "events.\(index + 1)"
      var issues: [Issue] = []
      if events[..<index].contains(where: { $0.name == event.name }) {
        issues.append(
          Issue(
            "\(path).name", say("two events have the same name: \(event.name)"),
            help: say("an event's random numbers depend on its name: rename one of the two events")))
      }
      if event.chance == nil, event.from == nil, event.when.isEmpty {
        issues.append(
          Issue(
            "\(path).name", say("when does \(event.name) happen?"),
            help: say("write \"chance: 2 % per month\", or give a date with \"from\" or a condition with \"when\"")
          )
        )
      }
      if let chance = event.chance, chance.per == nil, event.from == nil {
        issues.append(
          Issue(
            "\(path).chance", say("on which day does luck decide whether \(event.name) happens?"),
            help: say("write \"chance: 2 % per month\", or give a date with \"from\"")))
      }
      if event.chance?.per != nil, event.comesBack {
        issues.append(
          Issue(
            "\(path).chance", say("\(event.name) happens on a holiday, so it cannot also happen in any month"),
            help: say("give one chance for each year, such as 40 %, or a date instead of the holiday")))
      }
      return issues
    }
  }
}

/// A rule, or a part of an event or of product tests, as a scenario keeps it.
private struct KeptSentence {
  enum Role { case rule, eventTrigger, eventActions, testCondition }
  let path: String
  let text: String
  let role: Role
}

extension RuleBinder {
  fileprivate mutating func check(_ sentence: KeptSentence, _ text: Fragment) -> [Fault] {
    (bare, mayQuit) = (sentence.role == .testCondition ? .candidate : .business, false)
    switch sentence.role {
    case .rule: _ = rule(text)
    case .eventActions: _ = actions(text)
    case .eventTrigger, .testCondition: _ = trigger(text)
    }
    return takeFaults()
  }
}
