import Glibc
import Scenarios
import Testing

/// One spelling of a spread-out number, where it is typed, and the law it stands for.
struct Spelling: Sendable, CustomTestStringConvertible {
  let path: String
  let text: String
  let law: ClosedLaw

  init(_ path: String, _ text: String, _ law: ClosedLaw) {
    (self.path, self.text, self.law) = (path, text, law)
  }

  var testDescription: String { "\(path) = \(text)" }

  /// The columns that spellings read.
  static let files = ["cpc": [0.3, 0.4, 0.45, 0.7, 1.2], "cost per click": [0.2, 0.9]]

  static let columns: ColumnReader = { file, column in
    guard file == "past.csv", let values = files[column] else { return .failure(ColumnProblem("no such column")) }
    return .success(values)
  }

  /// The same columns as a file.
  static let csv = "cpc,cost per click\n0.7,0.2\n0.3,\n1.2,0.9\n0.45,\n0.4,\n"
}

extension Spelling {
  /// Every form of the language, on money for one click.
  static let forms = [
    Spelling("ads.meta.cpc", "0.60 to 1.40", .lognormal(from: 0.6, to: 1.4)),
    Spelling("ads.meta.cpc", "0.60 to 1.40 USD", .lognormal(from: 0.6, to: 1.4)),
    Spelling("ads.meta.cpc", "$0.60 to $1.40 per click", .lognormal(from: 0.6, to: 1.4)),
    Spelling("ads.meta.cpc", "0.60..1.40", .lognormal(from: 0.6, to: 1.4)),
    Spelling("ads.meta.cpc", "10 to 30 likely 15", .pert(10, 30, 2, 4)),
    Spelling("ads.meta.cpc", "10 to 30 USD likely 20", .pert(10, 30, 3, 3)),
    Spelling("ads.meta.cpc", "p10 0.20 p90 0.60", .lognormal(from: 0.2, to: 0.6, z: ClosedLaw.z90)),
    Spelling("ads.meta.cpc", "p25 0.20 USD p75 0.60 USD", .lognormal(from: 0.2, to: 0.6, z: ClosedLaw.z75)),
    Spelling(
      "ads.meta.cpc", "p10 0.20 p50 0.50 p90 0.60",
      .percentiles([(-ClosedLaw.z90, 0.2), (0, 0.5), (ClosedLaw.z90, 0.6)])),
    Spelling("ads.meta.cpc", "uniform(0.5, 2)", .uniform(0.5, 2)),
    Spelling("ads.meta.cpc", "normal(5, 0.5)", .normal(5, 0.5)),
    Spelling("ads.meta.cpc", "normal(5 USD, 0.5 USD)", .normal(5, 0.5)),
    Spelling("ads.meta.cpc", "lognormal(0.9, 0.35)", .lognormal(0.9, 0.35)),
    Spelling("ads.meta.cpc", "triangular(0.5, 0.7, 2)", .triangular(0.5, 0.7, 2)),
    Spelling("ads.meta.cpc", "pert(10, 15, 30)", .pert(10, 30, 2, 4)),
    Spelling("ads.meta.cpc", "beta(3, 5)", ClosedLaw.beta(3, 5).cut(0.001, 1000)),
    Spelling("ads.meta.cpc", "gamma(4, 0.1)", ClosedLaw.gamma(4, 0.1).cut(0.001, 1000)),
    Spelling("ads.meta.cpc", "empirical(0.3, 0.4, 0.4, 0.7)", .empirical([0.3, 0.4, 0.4, 0.7])),
    Spelling("ads.meta.cpc", "from past.csv column cpc", .empirical([0.3, 0.4, 0.45, 0.7, 1.2])),
    Spelling("ads.meta.cpc", "from past.csv column \"cost per click\"", .empirical([0.2, 0.9])),
    Spelling(
      "ads.meta.cpc", "80%: 0.50 | 20%: 1 to 4",
      .mixture([(0.8, .certain(0.5)), (0.2, .lognormal(from: 1, to: 4))])),
    Spelling(
      "ads.meta.cpc", "50 %: 0.50 to 0.90 USD | 30 %: uniform(2, 3) | 20 %: 4 to 9 likely 5",
      .mixture([
        (0.5, .lognormal(from: 0.5, to: 0.9)), (0.3, .uniform(2, 3)), (0.2, mixturePERT),
      ])),
    Spelling("cash.budget", "25% chance 3000", .chance(0.25, .certain(3000))),
    Spelling("cash.budget", "25% chance 1k to 4k", .chance(0.25, .lognormal(from: 1000, to: 4000))),
  ]

  /// 4 to 9 likely 5: alpha 1 + 4 · 1/5 is not whole, so its law is cut from the table by Simpson's rule.
  private static let mixturePERT = ClosedLaw { x in
    let density = { (t: Double) in pow(t, 0.8) * pow(1 - t, 3.2) }
    let area = { (end: Double) in simpson(density, to: end) }
    return area(min(max((x - 4) / 5, 0), 1)) / area(1)
  }

  /// ∫ from 0, in steps so fine that the bend at 0 does not matter.
  private static func simpson(_ f: (Double) -> Double, to end: Double) -> Double {
    let steps = 400
    let width = end / Double(steps)
    let inner = (1..<steps).reduce(0.0) { $0 + ($1 % 2 == 1 ? 4 : 2) * f(Double($1) * width) }
    return (f(0) + inner + f(end)) * width / 3
  }

  /// Every kind of field, in its own units.
  static let fields = [
    Spelling("cash.budget", "2k to 8k", .lognormal(from: 2000, to: 8000)),
    Spelling("cash.budget", "0.002M to 8,000 USD", .lognormal(from: 2000, to: 8000)),
    Spelling("cash.credit_line", "normal(10k, 1k)", .normal(10_000, 1000)),
    Spelling("ads.meta.budget", "20 to 40 USD per day", .lognormal(from: 20, to: 40)),
    Spelling("ads.meta.budget", "140 to 280 USD per week", .lognormal(from: 20, to: 40)),
    Spelling("costs.plan.amount", "30 to 60 USD per month", .lognormal(from: 30, to: 60)),
    Spelling("costs.plan.amount", "30 USD per month to 60 USD per month", .lognormal(from: 30, to: 60)),
    Spelling("costs.plan.amount", "100 to 150 USD once", .lognormal(from: 100, to: 150)),
    Spelling("stores.shop.conversion", "1 to 4 %", .lognormal(from: 0.01, to: 0.04)),
    Spelling("stores.shop.conversion", "1% to 4%", .lognormal(from: 0.01, to: 0.04)),
    Spelling("stores.shop.conversion", "0.01 to 0.04", .lognormal(from: 0.01, to: 0.04)),
    Spelling("stores.shop.conversion", "lognormal(1.4 %, 0.5)", .lognormal(0.014, 0.5)),
    Spelling("stores.shop.conversion", "beta(3, 97)", .beta(3, 97)),
    Spelling("stores.shop.commission", "p10 5 % p90 15 %", .lognormal(from: 0.05, to: 0.15, z: ClosedLaw.z90)),
    Spelling("suppliers.yiwu.failure_rate", "2 to 6 % per month", .lognormal(from: 0.02, to: 0.06)),
    Spelling("ads.meta.inflation", "-10 to 30 % per year", .normal(from: -0.1, to: 0.3)),
    Spelling("market.trend", "-5% to 20%", .normal(from: -0.05, to: 0.2)),
    Spelling("products.lamp.repeat_days", "5 days to 3 weeks", .lognormal(from: 5, to: 21)),
    Spelling("stores.shop.payout_days", "3 to 14 days", ClosedLaw.lognormal(from: 3, to: 14).rounded),
    Spelling("stores.shop.payout_days", "uniform(2, 9)", ClosedLaw.uniform(2, 9).rounded),
    Spelling("suppliers.yiwu.capacity", "20 to 50", ClosedLaw.lognormal(from: 20, to: 50).rounded),
    Spelling("suppliers.yiwu.capacity", "20 to 50 orders per day", ClosedLaw.lognormal(from: 20, to: 50).rounded),
    Spelling("traffic.search.visits", "5 to 50 visits per day", .lognormal(from: 5, to: 50)),
    Spelling("traffic.search.visits", "4 to 24 per day likely 9", .pert(4, 24, 2, 4)),
    Spelling("ads.meta.intent", "0.8 to 2.3", .lognormal(from: 0.8, to: 2.3)),
    Spelling("ads.meta.intent", "1e0 to 2.5e0", .lognormal(from: 1, to: 2.5)),
  ]

  /// Full-width digits and punctuation, as a Chinese input method writes them.
  static let fullWidth = [
    Spelling("ads.meta.cpc", "０．６０　to　１．４０", .lognormal(from: 0.6, to: 1.4)),
    Spelling("ads.meta.cpc", "ｎｏｒｍａｌ（５，０．５）", .normal(5, 0.5)),
    Spelling("ads.meta.cpc", "lognormal（０.９、０.３５）", .lognormal(0.9, 0.35)),
    Spelling("stores.shop.conversion", "１％ to ４％", .lognormal(from: 0.01, to: 0.04)),
    Spelling(
      "ads.meta.cpc", "８０％：０.５｜２０％：１ to ４", .mixture([(0.8, .certain(0.5)), (0.2, .lognormal(from: 1, to: 4))])),
    Spelling("cash.budget", "￥２ｋ to ￥８ｋ", .lognormal(from: 2000, to: 8000)),
  ]

  static let all = forms + fields + fullWidth

  /// The shop with this in place.
  var shop: Shop {
    var shop = plainShop
    shop[path] = text
    return shop
  }

  /// The shop before it is typed, in the money it speaks of.
  var plainShop: Shop {
    var shop = text.contains("￥") ? Shop(Self.inYuan) : Shop()
    if path.hasPrefix("traffic.") { shop[path] = "10" }
    return shop
  }

  private static let inYuan: KeyValuePairs<String, String> = [
    "currency": "CNY", "cash.budget": "3000", "costs.plan.amount": "39 per month", "products.lamp.price": "35",
    "products.lamp.offers.yiwu.unit_cost": "11", "ads.meta.budget": "0", "ads.meta.cpc": "0.50",
  ]

  var isWhole: Bool { path.hasSuffix("payout_days") || path.hasSuffix("capacity") }

  /// What the plan makes of it.
  func planned(in scenario: Scenario) throws -> Double {
    guard case .spread(let spread) = scenario.uncertain[path] else { throw NotSpread() }
    switch spread.planned {
    case .number(let number): return number
    case .amount(let amount): return amount.value
    case .lag, .size, .opening, .chance, .text, .flag, .date, .list, .uncertain, .quoted: throw NotSpread()
    }
  }

  private struct NotSpread: Error {}
}
