/// Where the money goes, and where it ends.
extension OwnScenarios {
  /// Payouts from delivery, a rolling reserve, and every way for money to go back.
  static let slowMoney = """
    name: slow money
    start: 2027-05-01
    months: 4
    cash: {budget: 9000, credit_line: 3000}
    costs:
      plan: {amount: 39 USD per month}
      course: {amount: 500 USD once, row: other}
      apps: {amount: 90 USD per 30 days}
      insurance: {amount: 240 USD per year, row: other}
      tea: {amount: 1 USD per day, row: other}
    products:
      lamp:
        price: 48
        promised_days: 14
        late_complaint: 25 %
        return_rate: 9 %
        offers: {yiwu: {unit_cost: 12, shipping_cost: 4}}
      cable: {price: 12, return_rate: 6 %, units_per_order: 2, offers: {yiwu: {unit_cost: 3, shipping_cost: 2}}}
    stores:
      shop:
        conversion: 5 %
        commission: 4 %
        payment_fee: 2.9 %
        payment_fee_fixed: 0.3
        payout_days: 6
        payout_from: delivery
        reserve_rate: 10 %
        reserve_days: 45
    ads:
      meta: {budget: 70, cpc: 0.5}
    suppliers:
      yiwu:
        handling_days: 2
        transit_days: "lognormal(11, 0.3)"
        lost_rate: 4 %
        defect_rate: 6 %
        supplier_recovery: 60 %
    returns:
      fraud_rate: 2 %
      refund_days: "lognormal(4, 0.5)"
      keep_it_threshold: 30
      resale_share: 70 %
      dispute_share: 40 %
      dispute_days: "lognormal(20, 0.4)"
      chargeback_fee: 15
      win_rate: 30 %
      dispute_decision_days: 20
    """

  /// Money that is gone before the payouts come, in some worlds.
  static let thinCash = """
    name: thin cash
    start: 2027-06-01
    months: 3
    cash: {budget: 600, credit_line: 1300}
    costs:
      draw: {amount: 300 USD per month, row: other}
    market: {demand_sd: 0.3, demand_halflife: 25 days}
    products:
      lamp: {price: 35, return_rate: 10 %, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
    stores:
      shop: {conversion: 3 %, payment_fee: 3 %, payout_days: 9}
    ads:
      meta: {budget: 45, cpc: 0.45, price_sd: 0.3, price_halflife: 15 days}
    suppliers:
      yiwu: {transit_days: 12, failure_rate: 8 % per month, failure_days: 6 days}
    returns: {refund_days: 3}
    """

  /// A long holiday with ads that go on: worlds without money for two weeks stop.
  static let starving = """
    name: starving
    start: 2028-02-01
    months: 3
    cash: {budget: 2300}
    market: {demand_sd: 0.3, demand_halflife: 40 days}
    products:
      lamp: {price: 35, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
    stores:
      shop: {conversion: 3 %, payment_fee: 3 %, payout_days: 45}
    ads:
      meta: {budget: 35, cpc: 0.45, noise_sd: 0.4, noise_halflife: 6 days}
      late: {budget: 10, cpc: 0.5}
    suppliers:
      yiwu: {transit_days: 12, closures: [{from: 2028-02-21, days: 50}]}
    """

  /// What is sold each day is spent each day: worth goes up and down around the money put in.
  static let toAndFro = """
    name: to and fro
    choice: no
    start: 2027-01-01
    months: 4
    cash: {budget: 3000}
    costs:
      draw: {amount: 100 USD per day, row: other}
    products:
      gadget: {price: 10, offers: {maker: {unit_cost: 0}}}
    stores:
      shop: {conversion: 10 %, payout_days: 0}
    traffic:
      search: {visits: 100}
    suppliers:
      maker: {}
    """
}
