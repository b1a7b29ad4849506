import Analysis
import Language
import Scenarios

/// Causes, and what is told of them, in words.
struct CauseWords {
  let scenario: Scenario
  let glyphs: Surface.Glyphs

  /// As the world would be without it.
  func absence(of cause: Cause) -> String {
    switch cause.kind {
    case .failures: say("suppliers never fail")
    case .closures: say("no scheduled closures")
    case .stockouts: say("suppliers never run out of stock")
    case .slides: say("quality never slides")
    case .supplierPrices: say("supplier prices and exchange rates stay the same")
    case .adPrices: say("click prices stay steady")
    case .visitorNoise: say("visitor numbers stay steady")
    case .fatigue: say("ads never wear out")
    case .demand: say("demand stays steady")
    case .fading: say("demand does not fade, and nobody copies the product")
    case .event(let name): say("no \(name)")
    case .refunds: say("no refunds")
    case .chargebacks: say("no chargebacks")
    case .payoutLag: say("payouts on the same day")
    case .reserves: say("no reserves held back")
    case .holds: say("no payouts withheld")
    case .testLuck: say("every tested product equally good")
    case .inputs(let paths): inputs(paths)
    }
  }

  private func inputs(_ paths: [String]) -> String {
    guard paths.count == 1, let slot = scenario.slot(paths[0]), let planned = scenario.planned(slot)?.number else {
      return say("\(paths.joined(separator: Tongue.current.comma)) all at their averages")
    }
    let value = ParameterWords(slot, in: scenario, glyphs).short(planned.toThreeDigits)
    return say("\(paths[0]) at its average (\(value))")
  }

  /// Who shares with others.
  func title(of player: CausePlayer) -> String {
    switch player.kind {
    case .group(let group): Self.title(of: group)
    case .cause(let cause): title(of: cause)
    case .rest(let group): say("other causes (\(Self.title(of: group)))")
    }
  }

  /// As something that is there.
  func title(of cause: Cause) -> String {
    switch cause.kind {
    case .failures: say("supplier failures")
    case .closures: say("scheduled closures")
    case .stockouts: say("suppliers out of stock")
    case .slides: say("sliding quality")
    case .supplierPrices: say("supplier prices and exchange rates")
    case .adPrices: say("swings in click prices")
    case .visitorNoise: say("swings in visitor numbers")
    case .fatigue: say("ads that wear out")
    case .demand: say("swings in demand")
    case .fading: say("fading demand and copycats")
    case .event(let name): name
    case .refunds: say("refunds")
    case .chargebacks: say("chargebacks")
    case .payoutLag: say("waiting for payouts")
    case .reserves: say("reserves")
    case .holds: say("withheld payouts")
    case .testLuck: say("luck with tested products")
    case .inputs(let paths): paths.joined(separator: Tongue.current.comma)
    }
  }

  static func title(of group: Cause.Group) -> String {
    switch group {
    case .suppliers: say("suppliers")
    case .visitors: say("visitors")
    case .demand: say("demand")
    case .events: say("events")
    case .returns: say("refunds and chargebacks")
    case .payouts: say("payouts")
    case .numbers: say("uncertain numbers")
    }
  }

  static func title(of account: Bridge.Account) -> String {
    switch account {
    case .revenue: say("Revenue")
    case .goodsAndShipping: say("Goods and shipping")
    case .ads: say("Ads")
    case .platformAndTools: say("Platform and tools")
    case .paymentFees: say("Payment fees")
    case .refundsAndChargebacks: say("Refunds and chargebacks")
    case .other: say("Other")
    case .exchange: say("Currency exchange")
    case .financingCosts: say("Financing costs")
    case .owedByProcessors: say("Not paid out yet")
    case .withheld: say("Withheld")
    case .reserves: say("Reserves")
    case .stock: say("Stock")
    case .owedToSuppliers: say("Owed to suppliers")
    case .owedToState: say("Owed in taxes")
    case .owedToOthers: say("Owed to others")
    case .owedToLenders: say("Owed to lenders")
    case .adBalance: say("Ad accounts")
    case .ownerDraws: say("Owner's draws")
    }
  }

  static func title(of happening: RuinStory.Happening) -> String {
    switch happening {
    case .shut(let supplier): say("\(supplier) shuts down for days")
    case .soldOut(let supplier): say("\(supplier) runs out of stock")
    case .event(let name): say("\(name) happens")
    case .hold: say("payouts are withheld")
    case .nothing: say("nothing in particular happens")
    }
  }
}

extension Double {
  /// More would be noise.
  var toThreeDigits: Double {
    guard self != 0, isFinite else { return self }
    var scale = 1.0
    while magnitude * scale < 100, scale < 1e12 { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
