package import Analysis
import Language
package import Scenarios

extension AuditFinding.Severity {
  var title: String {
    switch self {
    case .wrong: say("wrong")
    case .doubtful: say("doubtful")
    case .note: say("note")
    }
  }
}

/// What an audit finds, in words, and what to type.
struct AuditWords {
  let scenario: Scenario
  let glyphs: Surface.Glyphs
  private var format: NumberFormat { NumberFormat(glyphs: glyphs) }

  func sentence(_ finding: AuditFinding) -> String {
    switch finding.what {
    case .orderLoses(let product, let leaves):
      say("an order of \(product) leaves \(money(leaves)) before ads, so no click price is low enough")
    case .planDies(let day):
      say("even with every number at its average, without any bad luck, the money runs out on day \(day + 1)")
    case .countedTwice(_, let store, let event):
      say("payouts of \(store) are held twice: by its hold_rate and by the event \(event)")
    case .deadEvent(let name): say("the event \(name) cannot happen within \(scenario.length)")
    case .pointConversion(let store, let value):
      say("the conversion of \(store) is one number, \(share(value)), but nobody knows it before the first sales")
    case .pointClickPrice(let channel, let value):
      say("the click price of \(channel) is one number, \(cents(value)), but nobody knows it before buying clicks")
    case .noRefunds: say("no order is ever refunded; 4 to 15 % is usual")
    case .noChargebacks: say("there is never a chargeback: no stolen card, no dispute")
    case .noPaymentFee(let store): say("\(store) pays no fee for payments; about 3 % is usual")
    case .paidAtOnce(let store):
      say("the money from sales of \(store) arrives on the day of the sale; 4 to 33 days later is usual")
    case .suppliersNeverFail(let names):
      say("suppliers that never shut down and never run out of stock: \(list(names))")
    case .noHolds(let store):
      say("payouts of \(store) are never held: it has no hold_rate and no reserve, and no event withholds them")
    case .noAdBan(let names): say("no ban of the ad account ever pauses these ads: \(list(names))")
    case .rangeNarrow(let range):
      say(
        "the range of \(range.path) is much narrower than in preset \(range.preset), which has \(range.range) (\(range.source.said))"
      )
    case .rangeWide(let range):
      say(
        "the range of \(range.path) is much wider than in preset \(range.preset), which has \(range.range) (\(range.source.said))"
      )
    case .outsideSource(let range):
      say(
        "\(range.path) lies outside the range of its source: preset \(range.preset) has \(range.range) (\(range.source.said))"
      )
    case .adsUncorrelated(let names): say("click prices usually rise together, but here they do not: \(list(names))")
    case .promiseBroken(let product, let promised, let late):
      say("\(share(late)) of the orders of \(product) arrive later than the promised \(promised) days")
    case .capacityShort(let days):
      say("with every number at its average, more orders come in than capacity allows on \(share(days)) of the days")
    case .idleBrand(let spend):
      say(
        "\(money(spend)) a day for the brand has no effect, because repeat_lift, price_acceptance and copycat_shield are 0"
      )
    case .freeReturns: say("sending goods back to the supplier costs nothing here; postage to China is 12 to 45 USD")
    case .sameSuppliers(let names):
      say("these suppliers differ only in name, so it makes no difference which comes first: \(list(names))")
    case .shortHorizon(let days, let needed):
      say(
        "customers' money can take \(needed) days to reach you, longer than the run of \(days) days: money still held at the end counts towards the final worth, but not the final cash"
      )
    case .noSeason:
      say(
        "no season is set, and the run includes months from October to December, when demand is usually up to 1.3 times as high as in other months"
      )
    case .noOwnPay(let hours):
      say("the owner works \(format.text(hours, .count)) hours without pay: the scenario contains no cost for them")
    case .restingOnAssumptions(let part, let paths):
      say(
        "whether the money runs out depends on luck and on your numbers; of the part that depends on numbers, \(percent(part)) comes from assumptions that nobody has measured: \(list(paths))"
      )
    case .cut(let message): message
    }
  }

  /// What to type; nil where that is for the owner to know.
  func fix(_ finding: AuditFinding) -> String? {
    switch finding.what {
    case .orderLoses: "breakeven"
    case .planDies: "need"
    case .countedTwice(_, let store, _): "set stores.\(store).hold_rate = 0%"
    case .deadEvent, .capacityShort, .cut, .noOwnPay, .sameSuppliers: nil
    case .restingOnAssumptions: "learn"
    case .idleBrand: "set brand.repeat_lift = 0.3"
    case .freeReturns: "set \(finding.path) = 20"
    case .pointConversion(_, let value):
      "set \(finding.path) = \(spread(value, in: 100))% to \(spread(value, 2, in: 100))%"
    case .pointClickPrice(_, let value): "set \(finding.path) = \(spread(value)) to \(spread(value, 2))"
    case .noRefunds: "set \(finding.path) = 4% to 9%"
    case .noChargebacks: "presets returns"
    case .noPaymentFee: "set \(finding.path) = 2.9%"
    case .paidAtOnce: "set \(finding.path) = 4"
    case .suppliersNeverFail: "set suppliers.*.failure_rate = 2% per month"
    case .noHolds: "show preset payout-hold"
    case .noAdBan: "show preset ad-account-ban"
    case .rangeNarrow(let range), .rangeWide(let range), .outsideSource(let range):
      "set \(range.path) = \(range.range)"
    case .adsUncorrelated(let names):
      "correlations: {\(names.map { "ads.\($0).cpc" }.joined(separator: ", ")): 0.5}"
    case .promiseBroken(_, let promised, _): "set \(finding.path) = \(promised * 2)"
    case .shortHorizon(_, let needed): "set months = \((needed + 29) / 30)"
    case .noSeason: "set market.season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1.1, 1.25, 1.3]"
    }
  }

  private func list(_ names: [String]) -> String { names.joined(separator: Tongue.current.comma) }
  private func share(_ value: Double) -> String { format.text((value * 100).toThreeDigits, .number) + " %" }
  private func percent(_ value: Double) -> String { format.text(value, NumberStyle(.share(decimals: 0))) }
  private func cents(_ value: Double) -> String { "\(format.text(value, .cents)) \(scenario.currency)" }
  private func money(_ value: Double) -> String { "\(format.text(value, .cents)) \(scenario.currency)" }

  /// Half of a number, or twice it: to begin with, until there is something better.
  private func spread(_ value: Double, _ factor: Double = 0.5, in unit: Double = 1) -> String {
    NumberFormat(glyphs: .ascii).text((value * factor * unit).toThreeDigits, .number).replacing(",", with: "")
  }
}

extension AuditFinding {
  /// In one sentence, with how bad it is.
  package func told(in scenario: Scenario, _ glyphs: Surface.Glyphs) -> String {
    let sentence = AuditWords(scenario: scenario, glyphs: glyphs).sentence(self)
    return say("\(severity.title): \(sentence)")
  }
}
