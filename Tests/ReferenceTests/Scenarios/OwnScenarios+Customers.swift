/// What customers buy beside the goods, say and remember (model 7 and 8).
extension OwnScenarios {
  /// Express shipping, and parcels that come back to a local address.
  static let express = """
    name: express
    start: 2027-03-10
    months: 3
    cash: {budget: 8000}
    fx: {CNY: {rate: 0.15, volatility: 0.2}}
    products:
      lamp:
        price: 35
        promised_days: 12
        late_complaint: 60 %
        return_rate: 15 %
        express: {uptake: 40 %, price: 9, cost: 45, transit_days: "lognormal(5, 0.3)"}
        offers: {yiwu: {unit_cost: 60, shipping_cost: 25}}
      cup: {price: 15, return_rate: 20 %, express: {uptake: 20 %, price: 25, cost: 30, transit_days: 2}, offers: {yiwu: {unit_cost: 30}}}
    stores:
      shop: {conversion: 6 %, payment_fee: 4 %, payout_days: 3, payout_from: delivery}
    ads:
      meta: {budget: 40, cpc: 0.5}
    suppliers:
      yiwu: {currency: CNY, handling_days: 1, transit_days: "lognormal(11, 0.3)", failure_rate: 40 % per month, failure_days: 5, detection_days: 4}
    returns:
      refund_days: 4
      keep_it_threshold: 30
      resale_share: 50 %
      return_to: local
      to_local: {return_shipping: 7, seller_share: 60 %}
      to_supplier: {return_shipping: 20, seller_share: 30 %}
    """

  /// Problems that make work and a bad name.
  static let reputation = """
    name: reputation
    start: 2027-03-01
    months: 3
    cash: {budget: 8000}
    products:
      lamp: {price: 40, promised_days: 8, late_complaint: 50 %, return_rate: 12 %, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
    stores:
      shop: {conversion: 7 %, payout_days: 3}
    ads:
      meta: {budget: 50, cpc: 0.5}
    suppliers:
      yiwu: {transit_days: "lognormal(7, 0.3)", lost_rate: 4 %, defect_rate: 8 %, slide_rate: 40 % per month, slide_days: 20, slide_factor: 4}
    returns: {fraud_rate: 5 %, refund_days: 3}
    operations: {tickets_per_order: 0.4, tickets_per_problem: 2.5, ticket_cost: 1.2, ticket_minutes: 6, order_minutes: 5, ads_minutes: 25, setup_hours: 30}
    brand: {reputation_halflife: 2 days, reputation_weight: 4, bad_reference: 10 %}
    """

  /// A brand that is built in days and keeps imitators off.
  static let brand = """
    name: brand
    start: 2027-03-01
    months: 4
    cash: {budget: 9000}
    market: {copycats: 90 % per year}
    products:
      tea:
        price: 30
        reference_price: 20
        elasticity: 2
        repeat_rate: 40 %
        repeat_days: 8
        return_rate: 5 %
        offers: {yiwu: {unit_cost: 6, shipping_cost: 3}}
    stores:
      shop: {conversion: 8 %, payout_days: 3}
    ads:
      meta: {budget: 40, cpc: 0.5}
    suppliers:
      yiwu: {transit_days: 6}
    brand: {spend: 12, halflife: 20 days, scale: 8, repeat_lift: 0.9, price_acceptance: 60 %, copycat_shield: 80 %}
    """

  /// A second store, a channel and visitors that come later.
  static let opening = """
    name: opening
    start: 2027-03-20
    months: 3
    cash: {budget: 5000}
    costs:
      plan: {amount: 60 USD per month}
    products:
      lamp: {store: shop, price: 40, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
      vase: {store: market, price: 30, repeat_rate: 20 %, repeat_days: 15, offers: {yiwu: {unit_cost: 8, shipping_cost: 4}}}
    stores:
      shop: {conversion: 5 %, payout_days: 3}
      market: {conversion: 6 %, commission: 12 %, payout_days: 7, opens: 2027-04-25, pause_ads_when_out_of_stock: yes}
    ads:
      meta: {store: shop, budget: 40, cpc: 0.5, price_sd: 0.4, learning_days: 6, learning_factor: 0.4}
      late: {store: shop, opens: 30, budget: 30, cpc: 0.4, carryover: 60 %, fatigue_halflife: 9, creative_refresh: 20, creative_cost: 70, learning_days: 8, learning_factor: 0.3}
      promoted: {store: market, opens: 10, budget: 20, cpc: 0.4, fatigue_halflife: 12, learning_days: 6, learning_factor: 0.3}
    traffic:
      browsing: {store: market, visits: 80, ramp_days: 30, cost: 45, noise_sd: 0.3}
      search: {store: shop, opens: 20, visits: 50, ramp_days: 20, cost: 30}
    suppliers:
      yiwu: {transit_days: 8, failure_rate: 20 % per month, failure_days: 5}
    """
}
