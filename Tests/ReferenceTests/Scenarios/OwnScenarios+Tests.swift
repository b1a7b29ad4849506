/// Trying products, and all parts together (model 5).
extension OwnScenarios {
  /// One product at a time.
  static let oneSlot = """
    name: one slot
    start: 2027-03-01
    months: 4
    cash: {budget: 2500}
    market: {fad_halflife: 40 days}
    product_tests:
      candidates: 12
      test_spend: 160
      test_days: 4
      keep_if: roas(4) >= 1.4
      stop_if: roas(9) < 1.1 and spend(9) >= 350
      conversion: "lognormal(2.5 %, 0.6)"
    products:
      candidate: {price: 40, repeat_rate: 30 %, repeat_days: 12, return_rate: 5 %, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
    stores:
      shop: {conversion: 2 %, payout_days: 3}
    ads:
      meta:
        budget: 60
        cpc: 0.5
        price_sd: 0.2
        carryover: 50 %
        fatigue_halflife: 12 days
        fatigue_floor: 30 %
        creative_refresh: 15
        creative_cost: 40
        learning_days: 3
        learning_factor: 0.6
        noise_sd: 0.3
    operations: {search_hours: 6}
    suppliers:
      yiwu: {transit_days: 8, failure_rate: 20 % per month, failure_days: 6, detection_days: 2, capacity: 12}
    """

  /// Two at a time from one pool, beside a store with a product of its own; two channels, and visitors that come anyway.
  static let twoSlots = """
    name: two slots
    start: 2027-03-15
    months: 3
    cash: {budget: 3000, credit_line: 500}
    product_tests:
      candidates: 7
      product: candidate
      test_spend: 120
      test_days: 5
      keep_if: orders(3) >= 4
      stop_if: margin(7) < 5 %
      conversion: "60 %: 1 % | 40 %: 4 % to 8 %"
      live: 2
    products:
      tea: {store: home, price: 25, offers: {yiwu: {unit_cost: 7, shipping_cost: 3}}}
      candidate: {store: lab, price: 38, offers: {yiwu: {unit_cost: 9, shipping_cost: 4, stockout_rate: 30 % per month, stockout_days: 5}, local: {unit_cost: 14}}}
    stores:
      home: {conversion: 4 %, payout_days: 5}
      lab: {conversion: 1 %, payment_fee: 3 %, payout_days: 4, opens: 6, pause_ads_when_out_of_stock: yes}
    ads:
      meta: {store: lab, budget: 40, cpc: 0.5, saturation: 90, carryover: 60 %}
      search: {store: lab, budget: 20, cpc: 0.7, intent: 1.6, noise_sd: 0.4}
      house: {store: home, budget: 15, cpc: 0.4}
    traffic:
      visitors: {store: lab, visits: 40, ramp_days: 20}
    suppliers:
      yiwu: {transit_days: 8, capacity: 6, failure_rate: 30 % per month, failure_days: 6}
      local: {transit_days: 3, capacity: 5}
    """

  /// A bit of everything.
  static let everything = """
    name: everything
    niche: lamps and what goes with them
    currency: EUR
    start: 2027-09-20
    months: 4
    cash: {budget: 4000, credit_line: 2000, interest_rate: 20 % per year}
    tax: {rate: 25 %}
    common_cause: 50 %
    fx: {CNY: {rate: 0.13, volatility: 0.25}}
    costs:
      plan: {amount: 40 EUR per month}
    market: {copycats: 30 % per year, demand_sd: 0.2, ads_correlation: 50 %}
    products:
      lamp:
        price: 48
        reference_price: 44
        elasticity: 1.5
        promised_days: 12
        late_complaint: 40 %
        return_rate: 8 %
        repeat_rate: 15 %
        repeat_days: 20
        express: {uptake: 25 %, price: 6, cost: 30, transit_days: 5}
        offers:
          warehouse:
            unit_cost: 11
            shipping_cost: 3
            own_stock: {order_quantity: 60, reorder_point: 25, opening_units: 30, lead_days: "lognormal(15, 0.3)", storage: 0.8, fulfilment: 1.5, leftover_share: 50 %}
          yiwu: {unit_cost: 80, shipping_cost: 30, stockout_rate: 30 % per month, stockout_days: 6}
    stores:
      shop:
        conversion: 4 %
        vat_rate: 19 %
        payments:
          card: {share: 70 %, payment_fee: 2.9 %, payment_fee_fixed: 0.3, payout_days: 2, payout_business_days: yes}
          wallet: {share: 30 %, payment_fee: 4 %, payout_days: 5, payout_from: delivery, reserve_rate: 15 %, reserve_days: 30}
        hold_rate: 15 % per month
        hold_share: 60 %
        hold_days: 15 to 30
        hold_multiplier: [{above: 1 %, times: 2}]
    ads:
      meta: {budget: 40, cpc: 0.5, noise_sd: 0.3}
      late: {opens: 2027-10-20, budget: 15, cpc: 0.4}
    suppliers:
      warehouse: {region: cn, transit_days: 3, duty_rate: 10 %, terms_days: 10, failure_rate: 15 % per month, failure_days: 5, detection_days: 2}
      yiwu: {region: cn, currency: CNY, transit_days: "lognormal(11, 0.3)", duty_per_order: 1, failure_rate: 30 % per month, failure_days: 6, detection_days: 3, slide_rate: 30 % per month, defect_rate: 4 %, test_order_days: 25, price_jump_rate: 20 % per month}
    returns: {fraud_rate: 1 %, refund_days: 4, dispute_share: 30 %, dispute_days: 15, chargeback_fee: 15, win_rate: 30 %, dispute_decision_days: 20, to_supplier: {return_shipping: 5}}
    operations: {tickets_per_order: 0.3, tickets_per_problem: 2, ticket_cost: 1, ticket_minutes: 5, order_minutes: 3, ads_minutes: 20, search_hours: 6, setup_hours: 25}
    brand: {reputation_weight: 2, bad_reference: 6 %, spend: 3, halflife: 30, scale: 5, repeat_lift: 0.5, price_acceptance: 30 %, copycat_shield: 50 %}
    """
}
