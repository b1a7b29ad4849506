/// Ads that are paid before or after they run (model 9).
extension OwnScenarios {
  /// Two channels on one bill, one that is billed monthly, one on a balance that bans take; little money, so that some bills
  /// cannot be paid.
  static let billed = """
    name: billed
    start: 2027-04-12
    months: 3
    cash: {budget: 700, credit_line: 100}
    fx: {EUR: {rate: 1.1, volatility: 0.3, spread: 1 %}}
    ad_accounts:
      meta: {pays: threshold, threshold: 200 EUR}
      google: {pays: monthly, days: 12}
      tiktok: {pays: prepaid, top_up: 150 EUR, lost_on_ban: 80 %}
    costs: {plan: {amount: 39 per month}}
    products:
      lamp: {price: 36, return_rate: 10 %, offers: {yiwu: {unit_cost: 11, shipping_cost: 4}}}
    stores:
      shop: {conversion: 2.2 % to 3.6 %, payment_fee: 3 %, payout_days: 9}
    ads:
      reels: {account: meta, budget: 25 EUR, cpc: 0.5, noise_sd: 0.4}
      feed: {account: meta, budget: 10, cpc: 0.4}
      search: {account: google, budget: 14, cpc: 0.6, noise_sd: 0.3}
      spark: {account: tiktok, budget: 16, cpc: 0.4, learning_days: 3, learning_factor: 0.5}
      plain: {budget: 6, cpc: 0.4}
    suppliers:
      yiwu: {transit_days: 6}
    events:
      - {name: ban, chance: 50 % per month, lasts: 2 to 9 days, then: pause ads.spark}
    rules:
      - when roas(7) < 0.8 then pause ads.feed
    """
}
