/// Shops that are entered in the middle of their life.
extension OwnScenarios {
  /// Payouts from delivery: what customers have heard, and what is still to come, follows from the orders of before.
  static let midLife = """
    name: mid-life
    start: 2027-05-03
    months: 2
    cash: {budget: 4000}
    brand: {reputation_weight: 4, reputation_halflife: 30 days, bad_reference: 3 %}
    products:
      lamp:
        price: 40
        promised_days: 12
        late_complaint: 30 %
        return_rate: 6 %
        repeat_rate: 25 %
        repeat_days: 15 days
        offers: {yiwu: {unit_cost: 10, shipping_cost: 3}, local: {unit_cost: 15, shipping_cost: 2}}
    stores:
      shop:
        conversion: 4 %
        payment_fee: 3 %
        payout_days: 4
        payout_business_days: yes
        payout_from: delivery
        payout_cycle: 2
        reserve_rate: 5 %
        reserve_days: 20
        hold_rate: 8 % per month
        hold_days: 12
        hold_multiplier: [{above: 1 %, times: 4}]
        vat_rate: 10 %
        opens: -100
    ads:
      meta:
        budget: 40
        cpc: 0.5
        carryover: 60 %
        fatigue_halflife: 12 days
        creative_refresh: 20
        creative_cost: 30
        learning_days: 10
        learning_factor: 0.5
        opens: -5
    traffic:
      search: {visits: 60, ramp_days: 120 days, opens: 2027-03-10}
    suppliers:
      yiwu:
        handling_days: 2
        transit_days: "lognormal(9, 0.4)"
        lost_rate: 4 %
        defect_rate: 5 %
        supplier_recovery: 50 %
        capacity: 5
        terms_days: 5
        failure_rate: 40 % per month
        failure_days: 5
        detection_days: 2
      local: {transit_days: 3, defect_rate: 2 %, capacity: 3}
    returns:
      fraud_rate: 2 %
      refund_days: "uniform(1, 5)"
      dispute_share: 40 %
      dispute_days: "lognormal(20, 0.4)"
      chargeback_fee: 15
      win_rate: 40 %
      dispute_decision_days: "uniform(10, 30)"
      keep_it_threshold: 30
      resale_share: 50 %
    opening:
      payouts: [{due: 2027-05-04, amount: 150}]
      holds: [{until: 2027-05-15, withheld: 120}]
      deductions: [{amount: 60}]
      owed:
        - {to: suppliers.yiwu, due: 2027-05-06, amount: 90}
        - {to: state, due: 2027-06-03, amount: 70}
        - {to: other, due: 2027-06-20, amount: 300}
      orders:
        - {product: lamp, ordered: 2027-03-20, count: 9, delivered: yes}
        - {product: lamp, ordered: 2027-04-18, count: 12, claim: 33 USD}
        - {product: lamp, ordered: 2027-04-22, count: 10, delivered: yes, supplier: local, value: 44 USD}
        - {product: lamp, ordered: 2027-04-25, count: 14, delivered: no, claim: 35 USD}
        - {product: lamp, ordered: 2027-05-01, count: 9, taken: no, claim: 36 USD, value: 41 USD}
      disputes:
        - {on: 2027-02-20, count: 2}
        - {on: 2027-04-15, count: 3, open: 2, value: 40 USD}
      ads: {meta: {creative_age: 7 days}}
    """

  /// Two ways to be paid, own stock, and figures that are given or ranges.
  static let entered = """
    name: entered
    start: 2027-05-01
    months: 2
    cash: {budget: 2500}
    brand: {reputation_weight: 5, reputation_halflife: 40 days, bad_reference: 3 %}
    products:
      chair:
        price: 60
        return_rate: 8 %
        offers:
          depot:
            unit_cost: 20
            shipping_cost: 6
            own_stock: {order_quantity: 25, reorder_point: 10, lead_days: 9, storage: 1, leftover_share: 60 %}
    stores:
      shop:
        conversion: 3 %
        hold_share: 40 %
        payments:
          card: {share: 70 %, payment_fee: 3 %, payout_days: 3}
          wallet: {share: 30 %, payment_fee: 4 %, payout_days: 2, reserve_rate: 10 %, reserve_days: 25}
    ads:
      meta: {budget: 40, cpc: 0.6, carryover: 70 %, fatigue_halflife: 15 days, noise_sd: 0.2, opens: -40}
      search: {budget: 10, cpc: 0.8, carryover: 50 %}
    suppliers:
      depot: {handling_days: 1, transit_days: "lognormal(4, 0.3)", lost_rate: 2 %, defect_rate: 3 %, duty_rate: 5 %}
    returns: {refund_days: 3, win_rate: 30 %, dispute_decision_days: 20, fraud_rate: 1 %, dispute_days: 15}
    opening:
      payouts:
        - {store: shop, payments: card, due: 2027-05-01, amount: 100 to 180 USD}
        - {store: shop, payments: wallet, due: 2027-05-03, amount: 80 USD}
      reserves:
        - {store: shop, until: 2027-05-09, amount: 30 USD}
        - {store: shop, until: 2027-07-20, amount: 45 USD}
      holds: [{store: shop, until: 2027-05-12, withheld: 60 to 90 USD, share: 30 %}]
      deductions: [{store: shop, amount: 20 USD}]
      owed: [{to: suppliers.depot, due: 2027-05-10, amount: 200 to 260 USD}]
      orders: [{product: chair, ordered: 2027-04-28, count: 5 to 15, delivered: no, value: 55 to 65 USD, supplier: depot}]
      disputes: [{store: shop, on: 2027-04-20, count: 4, open: 2, value: 60 USD}]
      stock: [{offer: products.chair.offers.depot, units: 12, unit_cost: 21 USD}]
      arriving: [{offer: products.chair.offers.depot, units: 20, on: 2027-05-07, unit_cost: 23 USD}]
      reputation: {bad: 6 %, orders: 80}
      ads: {meta: {adstock: 20 to 40 USD per day, creative_age: 9 days}}
    """
}
