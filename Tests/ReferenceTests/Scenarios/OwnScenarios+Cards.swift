/// Ads and goods on cards (model 9).
extension OwnScenarios {
  /// One card for a supplier, a channel and an ad account, which its limit does not always bear; another that is too small
  /// from the beginning. Payouts come late, so that some statements cannot be paid.
  static let cards = """
    name: cards
    start: 2027-05-03
    months: 4
    cash: {budget: 500, credit_line: 150}
    fx: {EUR: {rate: 1.1, volatility: 0.3}}
    cards:
      visa: {limit: 1500 to 2500, statement_day: 20, due_days: 11, interest_rate: 30 % per year}
      small: {limit: 90 EUR, statement_day: 28, due_days: 0, interest_rate: 20 % per year}
    ad_accounts:
      google: {pays: threshold, threshold: 130, card: visa}
      tiktok: {pays: prepaid, top_up: 60, card: small}
    products:
      lamp: {price: 36, share: 60 %, offers: {yiwu: {unit_cost: 12, shipping_cost: 4}}}
      vase: {price: 30, share: 40 %, offers: {mill: {unit_cost: 9, own_stock: {order_quantity: 40, deposit: 30 %, reorder_point: 15, lead_days: 12, fulfilment: 4}}}}
    stores:
      shop: {conversion: 2.4 % to 3.8 %, payment_fee: 3 %, payout_days: 16, payout_cycle: 14}
    ads:
      reels: {card: visa, budget: 16, cpc: 0.5, noise_sd: 0.4}
      search: {account: google, budget: 12, cpc: 0.5}
      spark: {account: tiktok, budget: 8, cpc: 0.4}
      plain: {budget: 5, cpc: 0.4}
    suppliers:
      yiwu: {card: visa, terms_days: 4, transit_days: 6}
      mill: {card: visa, transit_days: 3}
    """
}
