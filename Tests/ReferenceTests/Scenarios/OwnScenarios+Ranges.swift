/// Numbers that the operator does not know.
extension OwnScenarios {
  /// Every spelling, whole days, an amount with its period, and draws that are used twice.
  static let ranges = """
    name: ranges
    start: 2027-04-10
    months: 3
    cash: {budget: 800 to 4000 likely 1500, credit_line: "70%: 0 | 30%: 500 to 1500"}
    costs:
      tools: {amount: 30 to 200 USD per month}
      rent: {amount: same as costs.tools.amount, row: other}
      course: {amount: 25% chance 12 USD per day}
    market:
      trend: -30 % to 60 % per year
      demand_sd: 0.05 to 0.5
      fad_halflife: p10 60 days p90 400 days
      ads_correlation: uniform(0 %, 80 %)
      delivery_sensitivity: 1 % to 4 %
    products:
      lamp:
        price: 30 to 45
        elasticity: 0.5 to 3.5 likely 2
        promised_days: 6 to 20 likely 12
        late_complaint: uniform(10 %, 60 %)
        return_rate: "p5 1 % p50 4 % p95 12 %"
        repeat_rate: beta(2, 6)
        repeat_days: 8 days to 40 days
        offers:
          yiwu: {unit_cost: 7 to 12, shipping_cost: "triangular(2, 4, 9)"}
          local: {unit_cost: 13 to 20, shipping_cost: same as products.lamp.offers.yiwu.shipping_cost}
    stores:
      shop:
        conversion: lognormal(3 %, 0.6)
        payment_fee: 2 % to 4 %
        payout_days: uniform(1, 10)
        reserve_rate: 40% chance 20 %
        reserve_days: normal(30 days, 10 days)
        pause_ads_when_out_of_stock: yes
    ads:
      meta:
        budget: 25 to 60
        cpc: 0.4 to 1
        price_sd: 0.1 to 0.5
        price_halflife: 2 days to 20 days
        inflation: normal(6 % per year, 30 % per year)
        carryover: 0 % to 80 %
        saturation: 40 to 200
        hill: 0.7 to 2
        fatigue_halflife: gamma(4, 5 days)
        fatigue_floor: 20 % to 70 %
        creative_refresh: 8 to 30
        creative_cost: 10 to 60
        learning_days: uniform(0, 14)
        learning_factor: 0.3 to 0.9 likely 0.7
        noise_sd: 0.1 to 0.5
        noise_halflife: 1 day to 6 days
      views: {budget: 15, cpm: 6 to 14, ctr: 0.6 % to 2.5 %, intent: 0.5 to 1.5}
    traffic:
      search: {visits: 5 to 60, ramp_days: 20 days to 300 days, cost: 10 to 80 USD per month, noise_sd: 0.3}
    suppliers:
      yiwu:
        failure_rate: 3 % to 40 % per month
        failure_days: 4 days to 20 days
        detection_days: 0 to 6 likely 1
        capacity: uniform(2, 8)
        transit_days: "lognormal(9, 0.3)"
        lost_rate: 0.5 % to 6 %
        defect_rate: 1 % to 10 %
        supplier_recovery: uniform(0 %, 80 %)
      local:
        failure_rate: same as suppliers.yiwu.failure_rate
        capacity: 5
        transit_days: 3
        lost_rate: same as suppliers.yiwu.lost_rate
    returns:
      fraud_rate: 0.2 % to 3 %
      refund_days: 3
      keep_it_threshold: uniform(20, 60)
      resale_share: 0 % to 90 %
      dispute_share: 5 % to 60 %
      dispute_days: 12
      chargeback_fee: 10 to 30
      win_rate: 10 % to 60 %
      dispute_decision_days: 10 to 40
    correlations:
      stores.shop.conversion, products.lamp.return_rate, ads.meta.cpc: 0.5
      ads.meta.cpc, ads.views.cpm: 0.7
      suppliers.yiwu.lost_rate, suppliers.yiwu.defect_rate: crash together 0.6
    """

  /// Little else than what goes together or is rounded, so that mistakes in just these show.
  static let together = """
    name: together
    start: 2027-06-01
    months: 2
    cash: {budget: 20000}
    products:
      lamp: {price: 30, offers: {yiwu: {unit_cost: 8}}}
      cup: {price: 20, offers: {local: {unit_cost: 5}}}
    stores:
      shop: {conversion: 5 %, payout_days: 3}
    ads:
      meta: {budget: 10, cpc: 0.3 to 1.2}
      search: {budget: 10, cpc: 0.3 to 1.2}
    traffic:
      blog: {visits: 10 to 60}
      social: {visits: same as traffic.blog.visits}
    suppliers:
      yiwu: {}
      local: {capacity: "uniform(1, 3)"}
    correlations:
      ads.meta.cpc, ads.search.cpc: 0.8
    """
}
