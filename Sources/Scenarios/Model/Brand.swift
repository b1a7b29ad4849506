/// Reputation and brand (model 8).
package struct Brand: Equatable, Sendable {
  package var reputationHalflife = 30.0
  package var reputationWeight = 0.0
  package var badReference = 0.0
  package var spend = 0.0
  package var halflife = 120.0
  package var scale = 10.0
  package var repeatLift = 0.0
  package var priceAcceptance = 0.0
  package var copycatShield = 0.0
  package init() {}
}

extension Brand: Described {
  package static let shape = Shape<Brand>(fields: [
    Field(
      "reputation_halflife", \.reputationHalflife, .days, 1...3650,
      "Days until the effect of a problem order (lost, defective or late) on your reputation has faded by half."),
    Field(
      "reputation_weight", \.reputationWeight, .factor, 0...1000, live: true,
      "How strongly problem orders (lost, defective or late) change conversion. At 5, conversion falls by about 5 % for each percentage point of problem orders above bad_reference, and rises by about 5 % for each point below; it always stays between 0.2 and 1.2 times its usual value. At 0, there is no effect."
    ),
    Field(
      "bad_reference", \.badReference, .share, 0...1,
      "The share of problem orders (lost, defective or late) at which conversion is unchanged."),
    Field(
      "spend", \.spend, .moneyPerDay, 0...1e6, live: true,
      "Money spent on the brand per day: thank-you cards, packaging, content."
    ).paid,
    Field(
      "halflife", \.halflife, .days, 1...3650,
      "Days until the effect of brand spend has faded by half; 90 to 180 is usual."),
    Field(
      "scale", \.scale, .moneyPerDay, 0.01...1e6,
      "The steady daily spend at which the brand reaches half its full strength."
    ).paid,
    Field(
      "repeat_lift", \.repeatLift, .factor, 0...10,
      "How much higher the repeat rate is at full brand strength; 0.3: 30 % higher."),
    Field(
      "price_acceptance", \.priceAcceptance, .share, 0...1,
      "How much less buyers react to the price at full brand strength; 20 %: the price elasticity is 20 % lower."),
    Field(
      "copycat_shield", \.copycatShield, .share, 0...1,
      "How well the brand, at full strength, protects you from imitators; 20 %: they take 20 % less of your conversion."
    ),
  ])
}
