import Language

extension Scenario {
  var cardIssues: [Issue] {
    let named =
      ads.entries.map { ("ads.\($0.name).card", $0.value.card) }
      + adAccounts.entries.map { ("ad_accounts.\($0.name).card", $0.value.card) }
      + suppliers.entries.map { ("suppliers.\($0.name).card", $0.value.card) }
    let unknown = named.compactMap { path, name -> Issue? in
      guard !name.isEmpty, cards.index(of: name) == nil else { return nil }
      return Issue(
        path, say("no such card: \(name.shortened)"),
        help: Suggestion.text(for: name, among: cards.names)
          ?? say("add it to the scenario: cards: {\(name.shortened): {limit: 5000, statement_day: 5, due_days: 20}}"))
    }
    let twice = ads.entries.compactMap { entry -> Issue? in
      guard !entry.value.card.isEmpty, !entry.value.account.isEmpty else { return nil }
      return Issue(
        "ads.\(entry.name).card", say("this channel is already paid through its ad account"),
        help: say("give the card to the account: ad_accounts.\(entry.value.account.shortened).card"))
    }
    return unknown + twice
  }
}
