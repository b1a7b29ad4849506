import Language

extension Scenario {
  /// What came before the start is no money that comes: what is left of it is a debt of before.
  var lenderIssues: [Issue] {
    let starts =
      loans.entries.map { ("loans.\($0.name)", $0.value.starts) }
      + advances.entries.map { ("advances.\($0.name)", $0.value.starts) }
    return starts.compactMap { path, starts in
      guard day(of: starts) < 0 else { return nil }
      return Issue(
        "\(path).starts", say("\(path) starts before the first day, \(start)"),
        help: say("write what you still owe on it under opening, like this: owed: [{to: other, due: DATE, amount: …}]"))
    }
  }
}
