/// Money in several currencies (model 2 and 9).
extension OwnScenarios {
  /// Yuan at home, a shop that is paid in dollars through an account, one that is paid in euros by a bank, and costs in all of
  /// them.
  static let abroad = """
    name: abroad
    currency: CNY
    start: 2027-05-05
    months: 4
    cash: {budget: 60000, credit_line: 4000 USD, interest_rate: 20 % per year}
    fx:
      USD: {rate: 7, volatility: 0.4, spread: 1 %}
      EUR: {rate: 8, volatility: 0.3, correlation: 0.9, spread: 2 %}
    payout_accounts:
      pingpong: {fee: 1 %, fee_fixed: 2 USD, spread: 0.5 %, days: 3}
    costs: {plan: {amount: 39 USD per month}, desk: {amount: 20 per day}}
    products:
      lamp:
        store: shop
        price: 40 USD
        return_rate: 12 %
        express: {uptake: 20 %, price: 8 EUR, cost: 5 USD, transit_days: 3}
        offers:
          yiwu: {unit_cost: 60, shipping_cost: 4 USD}
      vase:
        store: market
        price: 25 EUR
        promised_days: 9
        late_complaint: 30 %
        offers:
          quoter: {unit_cost: 8, shipping_cost: 25 CNY}
    stores:
      shop:
        currency: USD
        payout_account: pingpong
        conversion: 5 %
        payment_fee: 3 %
        payment_fee_fixed: 0.30 USD
        payout_days: 6
        reserve_rate: 15 %
        reserve_days: 25
        hold_rate: 20 % per month
        hold_share: 60 %
        hold_days: 12
      market:
        currency: EUR
        conversion: 6 %
        commission: 12 %
        vat_rate: 19 %
        payment_fee_fixed: 2
        payout_days: 7
        payout_from: delivery
    ads:
      meta: {store: shop, budget: 50 USD per day, cpc: 0.5 USD, carryover: 30 %, saturation: 900, noise_sd: 0.3}
      google: {store: market, budget: 250, cpc: 0.4 EUR, creative_refresh: 20, creative_cost: 40 USD}
    suppliers:
      yiwu: {transit_days: "lognormal(8, 0.3)", defect_rate: 6 %, lost_rate: 2 %, supplier_recovery: 40 %}
      quoter: {currency: USD, transit_days: 7, defect_rate: 4 %, duty_rate: 5 %, duty_per_order: 1 EUR, failure_rate: 40 % per month, failure_days: 6, detection_days: 3}
    returns:
      refund_days: 3 to 12
      fraud_rate: 2 %
      dispute_share: 30 %
      dispute_days: 12
      chargeback_fee: 15 USD
      win_rate: 40 %
      dispute_decision_days: 15
      keep_it_threshold: 20 USD
      to_supplier: {return_shipping: 6 USD, seller_share: 50 %}
    rules:
      - when roas(7) > 2 then ads.meta.budget += 2 max 80 every 7 days
    events:
      - {name: devaluation, from: 2027-07-01, then: fx.USD.rate = 7.7}
    """

  /// Everything a customer pays is refunded at once or kept for long, so that what is left is small beside what rates do.
  static let reserves = """
    name: reserves
    currency: CNY
    start: 2027-01-01
    months: 3
    cash: {budget: 80000}
    fx: {USD: {rate: 7, volatility: 0.5, spread: 3 %}}
    products:
      lamp: {price: 40 USD, return_rate: 60 %, offers: {yiwu: {unit_cost: 30}}}
    stores:
      shop: {currency: USD, conversion: 5 %, payout_days: 20, reserve_rate: 50 %, reserve_days: 40}
    ads:
      meta: {budget: 150, cpc: 2}
    suppliers:
      yiwu: {transit_days: 2}
    returns: {refund_days: 1}
    """
}
