import Language
import Scenarios

/// The shocks that `stress` knows, a small declaration each.
package enum ShockCatalogue {
  package static let all: [Shock] = [
    adPrices, supplierLost, payoutsHeld, duty, returns, newYear, demand, currency,
  ]

  /// Shocks that no parameter can tell yet: they begin and end inside a run, and so need events.
  package static let awaitingEvents = ["ad account banned for 30 days"]

  package static func shock(named name: String) -> Shock? { all.first { $0.name == name } }

  private static let adPrices = Shock(
    "ad-prices", "Ad prices +50 % in Q4",
    "Clicks cost half as much again from October to December; other months stay as they are."
  ) { scenario throws(Shock.Unfit) in
    guard !scenario.ads.isEmpty else { throw Shock.Unfit("there are no ads") }
    guard scenario.touches(months: 10...12) else { throw Shock.Unfit("no day of the run is in the fourth quarter") }
    for name in scenario.ads.names {
      let old = scenario.ads[name]?.seasonAds ?? Season.flat
      let new = old.enumerated().map { $0.offset >= 9 ? $0.element * 1.5 : $0.element }
      scenario.ads[name]?.seasonAds = new
      // A season is scaled to mean 1, so what it gained goes into the price.
      let gain = new.reduce(0, +) / old.reduce(0, +)
      try scenario.multiply("ads.\(name).cpc", by: gain)
      try scenario.multiply("ads.\(name).cpm", by: gain)
    }
  }

  private static let supplierLost = Shock(
    "supplier-lost", "Main supplier lost, month 3",
    "The first supplier of each product ships nothing from the first day of month 3 on, known from that day."
  ) { scenario throws(Shock.Unfit) in
    let starts = scenario.monthStarts
    guard starts.count > 3 else { throw Shock.Unfit("the run ends before month 3") }
    scenario.close(scenario.mainSuppliers, from: starts[2], days: scenario.dayCount - starts[2])
  }

  private static let payoutsHeld = Shock(
    "payouts-held", "Payouts held 90 days",
    "From the second day on every processor keeps all payouts for 90 days at a time."
  ) { scenario throws(Shock.Unfit) in
    for name in scenario.stores.names {
      guard var store = scenario.stores[name] else { continue }
      store.holdShare = 1
      store.holdDays = .fixed(90)
      store.holdRate = 1
      scenario.stores[name] = store
      for field in ["hold_share", "hold_rate"] { scenario.uncertain["stores.\(name).\(field)"] = nil }
    }
  }

  private static let duty = Shock(
    "duty", "Duty +20 points", "Every supplier's goods pay 20 points more duty, from the first day."
  ) { scenario throws(Shock.Unfit) in try scenario.add(0.2, to: "suppliers", "duty_rate") }

  private static let returns = Shock(
    "returns", "Returns doubled", "Twice as many goods come back as unwanted, and twice as many arrive defective."
  ) { scenario throws(Shock.Unfit) in
    try scenario.multiply("products", "return_rate", by: 2)
    try scenario.multiply("suppliers", "defect_rate", by: 2)
  }

  private static let newYear = Shock(
    "new-year", "Chinese New Year, 25 days",
    "The first supplier of each product is shut for 25 days from a week before every Chinese New Year of the run."
  ) { scenario throws(Shock.Unfit) in
    let end = scenario.dayCount
    for festival in festivals {
      let first = max(0, scenario.start.days(until: festival) - 7)
      let last = min(end, scenario.start.days(until: festival) + 18)
      if first < last { scenario.close(scenario.mainSuppliers, from: first, days: last - first) }
    }
  }

  private static let demand = Shock(
    "demand", "Demand halves", "Half as many visitors buy, from the first day; ads cost as much as before."
  ) { scenario throws(Shock.Unfit) in
    try scenario.multiply("ads", "intent", by: 0.5)
    try scenario.multiply("traffic", "intent", by: 0.5)
  }

  private static let currency = Shock(
    "currency", "Currency −10 %", "The scenario's currency buys 10 % less of every supplier's, from the first day."
  ) { scenario throws(Shock.Unfit) in
    guard !scenario.currencies.isEmpty else { throw Shock.Unfit("all suppliers quote in \(scenario.currency)") }
    try scenario.multiply("fx", "rate", by: 1 / 0.9)
  }

  /// The first days of the Chinese year, 2024 to 2040 (Hong Kong Observatory, Gregorian–lunar calendar conversion tables).
  private static let festivals: [CalendarDate] = [
    (2024, 2, 10), (2025, 1, 29), (2026, 2, 17), (2027, 2, 6), (2028, 1, 26), (2029, 2, 13), (2030, 2, 3),
    (2031, 1, 23), (2032, 2, 11), (2033, 1, 31), (2034, 2, 19), (2035, 2, 8), (2036, 1, 28), (2037, 2, 15),
    (2038, 2, 4), (2039, 1, 24), (2040, 2, 12),
  ].compactMap { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }
}
