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
    guard !sections.isEmpty else { return Answer("no rules: see help rules") }
    var answer = Answer(
      Document([.table(Table(columns: ["#", "Rule"].map { Table.Column($0, .text) }, sections: sections))]))
    let flat = Table(
      columns: ["strategy", "rule"].map { Table.Column($0, .text) },
      rows: sets.flatMap { set in set.rules.map { Table.Row([.text(set.strategy), .text($0.text)]) } })
    answer.json = { flat.json() }
    answer.csv = { flat.csv() }
    return answer
  }

  /// The events of the scenario.
  var eventsAnswer: Answer {
    guard !scenario.events.isEmpty else { return Answer("no events: see help rules") }
    let fields = Event.shape.fields
    let rows = scenario.events.map { event in
      fields.map { field in
        field.get(event).map { field.info.kind.write($0, currency: scenario.currency) } ?? ""
      }
    }
    func table(_ titles: [String]) -> Table {
      Table(
        columns: titles.map { Table.Column($0, .text) }, rows: rows.map { Table.Row($0.map { .text($0) }) })
    }
    let flat = table(fields.map(\.info.name))
    var answer = Answer(Document([.table(table(fields.map { $0.info.name.capitalizedWord }))]))
    answer.json = { flat.json() }
    answer.csv = { flat.csv() }
    return answer
  }

  /// `2 rules, 3 events`; nil without any.
  var rulesLine: String? {
    func count(_ number: Int, _ noun: String) -> String? {
      number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let ofStrategies = strategies.filter { !$0.rules.isEmpty }.compactMap { strategy in
      count(strategy.rules.count, "rule").map { "\($0) in \(strategy.name)" }
    }
    let parts = [count(scenario.rules.count, "rule"), count(scenario.events.count, "event")].compactMap(\.self)
    let all = parts + ofStrategies
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }
}

extension String {
  fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
