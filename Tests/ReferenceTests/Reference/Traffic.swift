import Foundation
import Scenarios

/// Visitors of one source on one day, and how willing they are to buy (the product apart).
struct Visitors {
  var count = 0.0
  var willingness = 0.0
}

/// Section 4 of the model: one ad channel.
struct ReferenceChannel {
  var terms: AdChannel
  let store: Int
  private let fault: ReferenceFault?
  private var priceSwing: Swing
  private var noise: Swing
  private var adstock = 0.0
  private(set) var learningSince = 0
  private var wasPaused = false
  /// Did it rest on its last day?
  var isPaused: Bool { wasPaused }
  var resumesAsIfNothingWere = false
  private var clickPrice = 0.0
  private var dayNoise = 1.0

  init(_ terms: AdChannel, store: Int, fault: ReferenceFault?) {
    self.terms = terms
    self.store = store
    self.fault = fault
    priceSwing = Swing(deviation: terms.priceDeviation, halflife: terms.priceHalflife)
    noise = Swing(deviation: terms.noiseDeviation, halflife: terms.noiseHalflife)
  }

  /// Draws the day's click price and noise.
  mutating func begin(
    _ day: Int, calendarMonth: Int, market: ReferenceMarket, correlation: Double, _ random: inout RandomNumbers
  ) {
    let innovation =
      correlation.squareRoot() * market.commonInnovation + (1 - correlation).squareRoot() * random.normal()
    let correction = fault == .clickPriceCorrectionOmitted ? 0 : priceSwing.variance / 2
    clickPrice =
      (terms.cpc ?? 1) * terms.seasonAds[calendarMonth] * Time.growth(terms.inflation, day)
      * exp(priceSwing.step(innovation) + correction)
    let noiseCorrection = fault == .noiseCorrectionOmitted ? 0 : noise.variance / 2
    dayNoise = exp(noise.step(random.normal()) - noiseCorrection)
  }

  /// What a new creative costs today; the first one is free.
  func creativeCost(_ day: Int) -> Double {
    guard let refresh = terms.creativeRefresh, day > 0, day.isMultiple(of: Int(refresh)) else { return 0 }
    return terms.creativeCost
  }

  /// Money it would spend today. A channel that runs again after a pause learns anew.
  mutating func plannedSpend(_ day: Int, isPaused: Bool) -> Double {
    if wasPaused && !isPaused && !resumesAsIfNothingWere { learningSince = day }
    wasPaused = isPaused
    return isPaused ? 0 : terms.budget
  }

  /// The clicks that today's spend and the carried-over spend of earlier days bring.
  mutating func spend(_ money: Double, _ day: Int) -> Visitors {
    adstock = (1 - terms.carryover) * money + terms.carryover * adstock
    return Visitors(count: clicks, willingness: terms.intent * fatigue(day) * learning(day) * dayNoise)
  }

  private var clicks: Double {
    let unsaturated = adstock / clickPrice
    guard let saturation = terms.saturation else { return unsaturated }
    let hill = fault == .hillIgnored ? 1 : terms.hill
    return unsaturated / pow(1 + (pow(2, hill) - 1) * pow(adstock / saturation, hill), 1 / hill)
  }

  private func fatigue(_ day: Int) -> Double {
    guard let halflife = terms.fatigueHalflife else { return 1 }
    let age = terms.creativeRefresh.map { day % Int($0) } ?? day
    return max(terms.fatigueFloor, pow(0.5, Double(age) / halflife))
  }

  private func learning(_ day: Int) -> Double {
    Double(day - learningSince) < terms.learningDays ? terms.learningFactor : 1
  }
}

/// Section 4 of the model: visitors that are not paid by the click.
struct ReferenceNaturalTraffic {
  var terms: NaturalTraffic
  let store: Int
  private var noise: Swing

  init(_ terms: NaturalTraffic, store: Int) {
    self.terms = terms
    self.store = store
    noise = Swing(deviation: terms.noiseDeviation, halflife: terms.noiseHalflife)
  }

  mutating func visitors(_ day: Int, _ random: inout RandomNumbers) -> Visitors {
    let dayNoise = exp(noise.step(random.normal()) - noise.variance / 2)
    return Visitors(count: terms.visits * ramp(day), willingness: terms.intent * dayNoise)
  }

  /// Logistic: 5 % on day 0, 95 % after `ramp_days`.
  private func ramp(_ day: Int) -> Double {
    guard terms.rampDays > 0 else { return 1 }
    let span = log(19.0)
    return 1 / (1 + exp(span - 2 * span * Double(day) / terms.rampDays))
  }
}
