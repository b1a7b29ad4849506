/// Borrowed money (model 9).
extension OwnScenarios {
  /// Loans that begin at once, at a month's end and too late; advances of two stores, one of which ends before the run does.
  static let borrowed = """
    name: borrowed
    currency: EUR
    start: 2027-01-20
    months: 4
    cash: {budget: 900, credit_line: 500, interest_rate: 15 % per year}
    tax: {rate: 20 %}
    fx: {USD: {rate: 0.9, volatility: 0.3}}
    loans:
      bank: {amount: 3000 to 6000, fee: 2 %, interest_rate: 24 % per year, months: 6}
      family: {amount: 800 USD, months: 2, starts: 2027-01-31}
      late: {amount: 500, interest_rate: 10 % per year, months: 24, starts: 90}
    advances:
      capital: {amount: 2000, fee: 8 % to 14 %, share: 20 %, store: shop}
      again: {amount: 600, fee: 10 %, share: 15 %, store: market, starts: 25}
    costs: {plan: {amount: 39 per month}}
    products:
      lamp: {store: shop, price: 40, return_rate: 8 %, offers: {yiwu: {unit_cost: 12, shipping_cost: 4}}}
      vase: {store: market, price: 30, offers: {yiwu: {unit_cost: 10, shipping_cost: 4}}}
    stores:
      shop: {conversion: 3 %, payment_fee: 3 %, payout_days: 5, vat_rate: 19 %}
      market: {conversion: 5 %, commission: 12 %, payout_days: 9}
    ads:
      meta: {store: shop, budget: 70, cpc: 0.5, noise_sd: 0.3}
    traffic:
      visitors: {store: market, visits: 60}
    suppliers:
      yiwu: {transit_days: 6, failure_rate: 20 % per month, failure_days: 6}
    """
}
