import Scenarios

/// An account with an ad platform (model 9), ready to run.
struct AdAccountProgram: Sendable {
  /// `ad_accounts.meta`
  let name: String
  let pays: AdAccount.Payment
  let threshold: Parameter?
  let days: Int
  let topUp: Parameter
  let lostOnBan: Parameter
  /// The card that pays it, by its place.
  let card: Int?

  static func all(_ compiler: inout Compiler) -> [AdAccountProgram] {
    compiler.scenario.adAccounts.entries.map { AdAccountProgram($0.value, "ad_accounts.\($0.name)", &compiler) }
  }

  private init(_ account: AdAccount, _ path: String, _ compiler: inout Compiler) {
    name = path
    pays = account.pays
    threshold = account.pays == .threshold ? compiler.parameter(path + ".threshold", account.threshold) : nil
    days = Int(account.days)
    topUp = compiler.parameter(path + ".top_up", account.topUp)
    card = compiler.scenario.cards.index(of: account.card)
    lostOnBan = compiler.parameter(path + ".lost_on_ban", account.lostOnBan)
  }
}

extension Scenario {
  /// The place of the prepaid account that a channel has, by the channel's place; nil where it has none.
  package func prepaidAccount(ofChannel channel: Int) -> Int? {
    guard ads.entries.indices.contains(channel) else { return nil }
    return adAccounts.index(of: ads.entries[channel].value.account).flatMap {
      adAccounts.entries[$0].value.pays == .prepaid ? $0 : nil
    }
  }
}
