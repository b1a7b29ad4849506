import Language

extension Scenario {
  var adAccountIssues: [Issue] {
    let unknown = ads.entries.compactMap { entry -> Issue? in
      let name = entry.value.account
      guard !name.isEmpty, adAccounts.index(of: name) == nil else { return nil }
      return Issue(
        "ads.\(entry.name).account", say("no such ad account: \(name.shortened)"),
        help: Suggestion.text(for: name, among: adAccounts.names)
          ?? say("add it to the scenario: ad_accounts: {\(name.shortened): {pays: threshold, threshold: 500}}"))
    }
    let incomplete = adAccounts.entries.compactMap { entry -> Issue? in
      guard entry.value.pays == .threshold, entry.value.threshold == nil else { return nil }
      return Issue(
        "ad_accounts.\(entry.name)", say("threshold is missing"),
        help: say("add a line such as \"threshold: 500\", or change pays to \"pays: monthly\" or \"pays: prepaid\""))
    }
    return unknown + incomplete
  }
}
