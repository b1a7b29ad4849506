import Foundation
import Scenarios

/// Visitors of one source on one day, and how willing they are to buy (the product apart).
struct Visitors {
  var count = 0.0
  var willingness = 0.0
}

/// One ad channel; where products are tested, that of one slot (model 4).
struct ReferenceChannel {
  var terms: AdChannel
  let store: Int
  let slot: Int?
  let opensOn: Int
  private let fault: ReferenceFault?
  private var priceSwing: Swing
  private var noise: Swing
  private var adstock = 0.0
  /// From when on there is something to advertise; nil while there is nothing.
  private var begun: Int?
  private var learningSince: Int
  /// Of its creative on the first day, where that is given.
  private let creativeAge: Int?
  /// Did it rest on its last day?
  private(set) var wasPaused = false
  var resumesAsIfNothingWere = false
  private var clickPrice = 0.0
  private var dayNoise = 1.0

  init(_ channel: ReferenceInput.Channel, fault: ReferenceFault?) {
    terms = channel.terms
    store = channel.store
    slot = channel.slot
    opensOn = channel.opensOn
    begun = channel.slot == nil ? min(0, channel.opensOn) : nil
    learningSince = channel.opensOn
    creativeAge = channel.past.creativeAge.map { Int($0) }
    let built = terms.budget * (1 - pow(terms.carryover, Double(max(0, -channel.opensOn))))
    adstock = channel.slot == nil ? channel.past.adstock ?? built : 0
    self.fault = fault
    priceSwing = Swing(deviation: terms.priceDeviation, halflife: terms.priceHalflife)
    noise = Swing(deviation: terms.noiseDeviation, halflife: terms.noiseHalflife)
  }

  /// Draws the day's click price and noise, also before it opens.
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

  // MARK: Beginning and ending

  /// A new candidate: new creatives, nobody has seen an ad yet.
  mutating func restart(_ day: Int) {
    if begun == nil || fault != .candidateKeepsFatigue { begun = day }
    if fault != .candidateKeepsAdstock { adstock = 0 }
    learningSince = max(day, opensOn)
    wasPaused = false
  }

  /// Nothing is left to advertise.
  mutating func stop() {
    begun = nil
    adstock = 0
  }

  /// Days since its first creative; nil while it does not run.
  private func age(_ day: Int) -> Int? {
    guard let begun else { return nil }
    let age = day - max(begun, opensOn)
    return age < 0 ? nil : age
  }

  // MARK: A day

  /// What a new creative costs today; the first one is free. Nobody makes any for a channel without a budget; those of a
  /// slot are made for the test money.
  func creativeCost(_ day: Int) -> Double {
    guard terms.budget > 0 || slot != nil else { return 0 }
    guard let refresh = terms.creativeRefresh, let age = age(day) else { return 0 }
    if let given = creativeAge, day == 0 { return given >= Int(refresh) ? terms.creativeCost : 0 }
    return creativeAge(day) == 0 && age > 0 ? terms.creativeCost : 0
  }

  /// Days since the creative that runs today was new.
  private func creativeAge(_ day: Int) -> Int {
    let refresh = terms.creativeRefresh.map { Int($0) }
    var age = age(day) ?? 0
    if let given = creativeAge { age = refresh.map { given >= $0 } ?? false ? day : given + day }
    return refresh.map { age % $0 } ?? age
  }

  /// Money it would spend today. A channel that runs again after a pause learns anew.
  mutating func plannedSpend(_ day: Int, budget: Double, isPaused: Bool) -> Double {
    guard age(day) != nil else { return 0 }
    if wasPaused && !isPaused && !resumesAsIfNothingWere { learningSince = day }
    wasPaused = isPaused
    return isPaused ? 0 : budget
  }

  /// The clicks that today's spend and the carried-over spend of earlier days bring.
  mutating func spend(_ money: Double, _ day: Int) -> Visitors {
    guard age(day) != nil else { return Visitors() }
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
    return max(terms.fatigueFloor, pow(0.5, Double(creativeAge(day)) / halflife))
  }

  private func learning(_ day: Int) -> Double {
    Double(day - learningSince) < terms.learningDays ? terms.learningFactor : 1
  }
}

/// Visitors that are not paid by the click (model 4).
struct ReferenceNaturalTraffic {
  var terms: NaturalTraffic
  let store: Int
  let opensOn: Int
  private var noise: Swing

  init(_ traffic: ReferenceInput.Traffic) {
    terms = traffic.terms
    store = traffic.store
    opensOn = traffic.opensOn
    noise = Swing(deviation: terms.noiseDeviation, halflife: terms.noiseHalflife)
  }

  func isOpen(_ day: Int) -> Bool { day >= opensOn }

  mutating func visitors(_ day: Int, _ random: inout RandomNumbers) -> Visitors {
    let dayNoise = exp(noise.step(random.normal()) - noise.variance / 2)
    guard isOpen(day) else { return Visitors() }
    return Visitors(count: terms.visits * ramp(day - opensOn), willingness: terms.intent * dayNoise)
  }

  /// Logistic: 5 % on the first day, 95 % after `ramp_days`.
  private func ramp(_ age: Int) -> Double {
    guard terms.rampDays > 0 else { return 1 }
    let span = log(19.0)
    return 1 / (1 + exp(span - 2 * span * Double(age) / terms.rampDays))
  }
}
