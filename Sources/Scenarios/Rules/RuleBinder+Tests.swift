import Language

extension RuleBinder {
  mutating func test(_ test: Trigger.Test) -> BoundTrigger.Test? {
    guard let figure = figure(test.observation) else { return nil }
    let row = figure.observable.row
    switch test {
    case .holds(let observation, let isNegated):
      guard row.kind == .flag else {
        report(
          say("\(row.name) is a number, so compare it with another number"),
          help: say("write: \(written(observation)) > …"),
          at: observation.span)
        return nil
      }
      return .holds(figure, isNegated: isNegated)
    case .compares(let observation, let relation, let comparand):
      guard row.kind != .flag else {
        let text = written(observation)
        report(
          say("\(row.name) can only be yes or no"), help: say("write: \(text), or: not \(text)"), at: observation.span)
        return nil
      }
      guard let bound = self.comparand(comparand, of: row) else { return nil }
      return .compares(figure, relation, bound)
    }
  }

  private mutating func comparand(_ comparand: Trigger.Comparand, of row: Observable.Row) -> BoundTrigger.Comparand? {
    switch comparand {
    case .quantity(let quantity):
      let binder = self
      let number = attempt { () throws(Fault) in
        do throws(Fault) {
          let currency = binder.scenario.currency
          return try row.kind.number(of: try binder.converted(quantity, to: currency), currency)
        } catch {
          throw Fault(say("\(row.name): \(error.message)"), at: error.span, help: error.help)
        }
      }
      return number.map(BoundTrigger.Comparand.number)
    case .observation(let observation):
      guard let other = figure(observation) else { return nil }
      guard other.observable.row.kind == row.kind else {
        report(say("\(row.name) and \(other.observable.row.name) are not in the same unit"), at: observation.span)
        return nil
      }
      return .figure(other)
    }
  }

  // MARK: Figures

  private mutating func figure(_ observation: Observation) -> RuleFigure? {
    guard let observable = Observable(name: observation.name.text.lowercased()) else {
      reportUnknown(observation)
      return nil
    }
    let row = observable.row
    guard let subject = subject(of: observation, row) else { return nil }
    switch (observation.window, row.hasWindow) {
    case (nil, true):
      report(
        say("over how many days does \(row.name) look back?"), help: say("write: \(written(observation))(7)"),
        at: observation.span)
      return nil
    case (let window?, false):
      report(
        say("\(row.name) cannot look back over a number of days"), help: say("write: \(written(observation))"),
        at: window.span)
      return nil
    case (let window, _): return RuleFigure(observable: observable, subject: subject, window: window?.days ?? 0)
    }
  }

  private mutating func reportUnknown(_ observation: Observation) {
    let text = written(observation)
    let known = Observable.allCases.map(\.rawValue)
    if slots.contains(where: { $0.path == text }) {
      report(
        say("\(text.shortened) is a parameter, but rules look at figures"),
        help: say("available: \(known.joined(separator: ", "))"),
        at: observation.span)
    } else {
      report(
        say("no such figure: \(observation.name.text.shortened)"),
        help: Suggestion.text(for: observation.name.text, among: known), at: observation.name.span)
    }
  }

  private mutating func subject(of observation: Observation, _ row: Observable.Row) -> Subject? {
    guard let word = observation.subject else {
      if row.subjects.contains(bare.kind) { return bare }
      if row.subjects.contains(.business) { return .business }
      report(say("\(row.name) of what?"), help: say("write: \(example(of: row)).\(row.name)"), at: observation.span)
      return nil
    }
    guard let subject = subject(word) else { return nil }
    guard row.subjects.contains(subject.kind) else {
      let known = row.subjects.filter { $0 != .candidate }.map(\.words).joined(separator: ", ")
      report(
        say("\(row.name) does not exist for \(subject.kind.words)"), help: say("it exists for \(known)"),
        at: observation.span)
      return nil
    }
    return subject
  }

  private mutating func subject(_ word: Word) -> Subject? {
    let known = scenario.subjects
    if let found = known.first(where: { $0.path == word.text }) { return found.subject }
    let group = scenario.subjectGroups.first { $0.name == word.text }
    if let group, !group.parts.isEmpty {
      report(
        say("which part of \(group.name) do you mean?"),
        help: say("available: \(group.parts.map { "\(group.name).\($0)" }.joined(separator: ", "))"),
        at: word.span)
    } else {
      report(
        say("no such part of the scenario: \(word.text.shortened)"),
        help: Suggestion.text(for: word.text, among: known.map(\.path)), at: word.span)
    }
    return nil
  }

  private func example(of row: Observable.Row) -> String {
    scenario.subjects.first { row.subjects.contains($0.subject.kind) }?.path ?? "suppliers.NAME"
  }

  /// A figure as typed, its window apart.
  private func written(_ observation: Observation) -> String {
    (observation.subject.map { $0.text + "." } ?? "") + observation.name.text
  }
}
