package import Scenarios
package import Simulation

extension SeenShop {
  /// A shop of one channel that went as one world of its scenario did: what its files would tell of ads and orders after
  /// so many days. What `fit` finds in it can be held against what that world drew.
  package init(_ replay: WorldReplay, of scenario: Scenario, days: Int) {
    self.init()
    guard let channel = scenario.ads.names.first else { return }
    for day in replay.days.prefix(days) {
      let date = scenario.date(ofDay: day.day)
      ads.append(
        AdDay(channel: channel, day: date, spend: day.amounts[.ads] ?? 0, clicks: day.amounts[.clicks] ?? 0))
      for number in 0..<Int((day.amounts[.orders] ?? 0).rounded()) {
        let name = "\(day.day)-\(number)"
        orders.append(Order(name: name, day: date, value: 0, customer: name))
      }
    }
  }
}
