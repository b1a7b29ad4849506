import Language
import Scenarios
import Statistics

/// What is left.
extension FitDesk {
  /// What no file of a shop tells, or what needs more time than was seen.
  func tellRest(_ fit: inout Fit) {
    fit.notSeen.append(Fit.NotSeen(parameter: "market.season", why: .months(needed: 24)))
    fit.notSeen.append(Fit.NotSeen(parameter: "market.trend", why: .months(needed: 24)))
    if isUncertain("market.demand_sd") || planned.market.demandDeviation > 0 {
      fit.notSeen.append(Fit.NotSeen(parameter: "market.demand_sd", why: .notLearnt))
    }
    for name in scenario.suppliers.names where planned.suppliers[name]?.failureRate ?? 0 > 0 {
      fit.notSeen.append(Fit.NotSeen(parameter: "suppliers.\(name).failure_rate", why: .noReader))
    }
    for (name, store) in planned.stores.entries.map({ ($0.name, $0.value) })
    where store.ways.contains(where: { $0.way.reserveRate > 0 }) {
      fit.notSeen.append(Fit.NotSeen(parameter: "stores.\(name).reserve_rate", why: .notLearnt))
    }
  }
}
