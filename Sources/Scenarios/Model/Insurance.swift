/// A liability insurance (model 11): what it bears of the damages that events make the business pay.
package struct Insurance: Equatable, Sendable {
  package var cover = 0.0
  package var deductible = 0.0
  package init() {}
}

extension Insurance: Described {
  package static let shape = Shape<Insurance>(fields: [
    Field(
      "cover", \.cover, .money(per: nil), 0...1e9, live: true,
      "The most that the insurance pays for one claim; 0: no insurance. Enter its premium under costs."),
    Field(
      "deductible", \.deductible, .money(per: nil), 0...1e9, live: true,
      "The part of each claim that you pay before the insurance pays."),
  ])
}
