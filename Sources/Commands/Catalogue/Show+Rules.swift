import Language
import Reports
import Scenarios

extension Session {
  /// The rules of the scenario and of its strategies.
  var rulesAnswer: Answer {
    let own: [(strategy: String, rules: [Rule])] = [(Strategy.base, scenario.rules)]
    let sets = (own + strategies.map { ($0.name, $0.rules) }).filter { !$0.rules.isEmpty }
    let sections = sets.map { set in
      Table.Section(
        set.strategy, rows: set.rules.enumerated().map { Table.Row([.text(String($0 + 1)), .text($1.text)]) })
    }
    guard !sections.isEmpty else { return Answer(say("there are no rules; to see how to write them: help rules")) }
    var answer = Answer(
      Document([.table(Table(columns: ["#", say("Rule")].map { Table.Column($0, .text) }, sections: sections))]))
    let flat = Table(
      columns: ["strategy", "rule"].map { Table.Column($0, .text) },
      rows: sets.flatMap { set in set.rules.map { Table.Row([.text(set.strategy), .text($0.text)]) } })
    answer.json = { flat.json() }
    answer.csv = { flat.csv() }
    return answer
  }

  /// The events of the scenario.
  var eventsAnswer: Answer {
    guard !scenario.events.isEmpty else {
      return Answer(say("there are no events; to see how to write them: help rules"))
    }
    let fields = Event.shape.fields
    let rows = scenario.events.map { event in
      fields.map { field in
        field.get(event).map { field.info.kind.write($0, currency: scenario.currency) } ?? ""
      }
    }
    let origins = scenario.events.indices.map(eventOrigin)
    let flat = Table(
      columns: (fields.map(\.info.name) + ["origin"]).map { Table.Column($0, .text) },
      rows: zip(rows, origins).map { row, origin in Table.Row((row + [origin.words]).map { .text($0) }) })
    // Sentences need the whole line: a fact a field, under the event's name.
    let facts = zip(rows, origins).enumerated().flatMap { index, event -> [Block] in
      let values = zip(fields, event.0).filter { $0.info.name != "name" && !$1.isEmpty }
      let blank: [Block] = index == 0 ? [] : [.blank]
      return blank + [
        .paragraph([
          .strong(event.0[0]), .dim("  " + (event.1.preset.map { say("preset \($0)") } ?? event.1.words.said)),
        ]),
        .facts(
          values.map { field, text in
            let note = event.1.preset != nil && event.1.own.contains(field.info.name) ? say("set in your scenario") : ""
            return Fact(field.info.name, [TextRun(text)], note: note)
          }),
      ]
    }
    var answer = Answer(Document(facts))
    answer.json = { flat.json() }
    answer.csv = { flat.csv() }
    return answer
  }

  /// Where an event comes from: a preset, and which of its fields the file gives itself.
  private func eventOrigin(_ index: Int) -> (preset: String?, own: [String], words: String) {
    let path = "events.\(index + 1)."
    let names = Event.shape.fields.map(\.info.name)
    guard let preset = names.lazy.compactMap({ self.presets[path + $0] }).first else { return (nil, names, "file") }
    return (preset, names.filter { presets[path + $0] == nil }, "preset \(preset)")
  }

  /// `2 rules, 3 events`; nil without any.
  var rulesLine: String? {
    func rules(_ number: Int) -> String? {
      number == 0 ? nil : number == 1 ? say("1 rule") : say("\(number) rules")
    }
    let events = scenario.events.count
    let eventsInWords = events == 0 ? nil : events == 1 ? say("1 event") : say("\(events) events")
    let ofStrategies = strategies.compactMap { strategy in
      rules(strategy.rules.count).map { say("\($0) in \(strategy.name)") }
    }
    let parts = [rules(scenario.rules.count), eventsInWords].compactMap(\.self)
    let all = parts + ofStrategies
    return all.isEmpty ? nil : all.joined(separator: Tongue.current.comma)
  }
}
