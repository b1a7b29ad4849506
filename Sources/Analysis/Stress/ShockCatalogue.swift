import Language
import Scenarios

/// The shocks that `stress` knows, a small declaration each.
package enum ShockCatalogue {
  package static let all: [Shock] = [
    adPrices, supplierLost, payoutsHeld, adBan, duty, returns, newYear, demand, currency,
  ]

  package static func shock(named name: String) -> Shock? { all.first { $0.name == name } }

  /// Nothing strikes a shop in its first month: then it would hardly have begun.
  private static let quietDays = 30

  private static let adPrices = Shock(
    "ad-prices", "Ad prices +50 % in Q4", "Clicks cost 50 % more from October to December."
  ) { scenario throws(Shock.Unfit) in
    guard !scenario.ads.isEmpty else { throw Shock.Unfit("there are no ads") }
    let prices = scenario.each("ads", "cpc", "*= 1.5") + scenario.each("ads", "cpm", "*= 1.5")
    let last = scenario.date(ofDay: scenario.dayCount - 1)
    let events = scenario.events.count
    for year in scenario.start.year...last.year {
      guard let october = CalendarDate(year: year, month: 10, day: 1) else { continue }
      let first = scenario.start.days(until: october)
      scenario.happen("ad prices rise in \(year)", from: first, to: first + 91, prices)
    }
    guard scenario.events.count > events else { throw Shock.Unfit("no day of the run is in the fourth quarter") }
  }

  private static let supplierLost = Shock(
    "supplier-lost", "Supplier lost in month 3",
    "From the first day of month 3, the first supplier of each product ships nothing; you learn of it on that day.",
    stopsSales: true
  ) { scenario throws(Shock.Unfit) in
    let starts = scenario.monthStarts
    guard starts.count > 3 else { throw Shock.Unfit("the run ends before month 3") }
    scenario.close(scenario.mainSuppliers, from: starts[2], to: scenario.dayCount - 1)
  }

  private static let payoutsHeld = Shock(
    "payouts-held", "Payouts held 90 days",
    "After 30 days of business every processor withholds all payouts for 90 days, then releases them."
  ) { scenario throws(Shock.Unfit) in
    let events = scenario.events.count
    for name in scenario.stores.names {
      guard let store = scenario.stores[name] else { continue }
      let day = max(0, scenario.day(of: store.opens)) + quietDays
      guard day < scenario.dayCount else { continue }
      // How long holds last cannot change inside a run: those that chance brings last 90 days then, too.
      scenario.stores[name]?.holdDays = .fixed(90)
      scenario.uncertain["stores.\(name).hold_days"] = nil
      scenario.happen(
        "payouts of \(name) held", from: day, to: day,
        ["hold_rate = 100 % per month", "hold_share = 100 %"].map { "stores.\(name).\($0)" })
    }
    guard scenario.events.count > events else { throw Shock.Unfit("the run ends before it would happen") }
  }

  private static let adBan = Shock(
    "ad-ban", "Ad account banned 30 days",
    "After its first 30 days, the ad channel with the largest budget stops for 30 days.",
    stopsSales: true
  ) { scenario throws(Shock.Unfit) in
    guard let name = scenario.mainChannel, let channel = scenario.ads[name] else {
      throw Shock.Unfit("there are no ads")
    }
    let day = max(0, scenario.day(of: channel.opens)) + quietDays
    guard day < scenario.dayCount else { throw Shock.Unfit("the run ends before it would happen") }
    scenario.happen("ad account banned", from: day, to: day + 29, ["pause ads.\(name)"])
  }

  private static let duty = Shock(
    "duty", "Duty +20 points", "From the first day, duty on every supplier's goods is 20 percentage points higher."
  ) { scenario throws(Shock.Unfit) in
    scenario.happen("duty rises", scenario.each("suppliers", "duty_rate", "+= 20 %"))
  }

  private static let returns = Shock(
    "returns", "Returns doubled", "Twice as many orders come back unwanted, and twice as many arrive defective."
  ) { scenario throws(Shock.Unfit) in
    try scenario.multiply("products", "return_rate", by: 2)
    scenario.happen("defects double", scenario.each("suppliers", "defect_rate", "*= 2"))
  }

  private static let newYear = Shock(
    "new-year", "Chinese New Year, 25 days",
    "The first supplier of each product is shut for 25 days, starting one week before each Chinese New Year of the run.",
    stopsSales: true
  ) { scenario throws(Shock.Unfit) in
    let before = scenario
    for festival in festivals {
      let day = scenario.start.days(until: festival)
      scenario.close(before.mainSuppliers, from: day - 7, to: day + 17)
    }
  }

  private static let demand = Shock(
    "demand", "Demand halves", "Half as many visitors buy, from the first day; ads cost as much as before."
  ) { scenario throws(Shock.Unfit) in
    scenario.happen(
      "demand halves", scenario.each("ads", "intent", "*= 0.5") + scenario.each("traffic", "intent", "*= 0.5"))
  }

  private static let currency = Shock(
    "currency", "Your currency −10 %",
    "From the first day, the scenario's currency buys 10 % less of each supplier's currency."
  ) { scenario throws(Shock.Unfit) in
    guard !scenario.currencies.isEmpty else { throw Shock.Unfit("all suppliers quote in the currency of the scenario") }
    scenario.happen("currency falls", scenario.each("fx", "rate", "*= \(1 / 0.9)"))
  }

  /// The first days of the Chinese year, 2024 to 2040 (Hong Kong Observatory, Gregorian–lunar calendar conversion tables).
  private static let festivals: [CalendarDate] = [
    (2024, 2, 10), (2025, 1, 29), (2026, 2, 17), (2027, 2, 6), (2028, 1, 26), (2029, 2, 13), (2030, 2, 3),
    (2031, 1, 23), (2032, 2, 11), (2033, 1, 31), (2034, 2, 19), (2035, 2, 8), (2036, 1, 28), (2037, 2, 15),
    (2038, 2, 4), (2039, 1, 24), (2040, 2, 12),
  ].compactMap { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }
}
