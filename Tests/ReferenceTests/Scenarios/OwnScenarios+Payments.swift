/// How the money comes, and who takes of it (model 9).
extension OwnScenarios {
  /// Three ways to be paid: at once, in cycles, after business days.
  static let ways = """
    name: ways
    start: 2027-05-05
    months: 3
    cash: {budget: 7000}
    products:
      lamp: {price: 40, return_rate: 12 %, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
    stores:
      shop:
        conversion: 6 %
        commission: 5 %
        payments:
          card: {share: 50 %, payment_fee: 2.9 %, payment_fee_fixed: 0.8, payout_days: 2, payout_business_days: yes}
          wallet: {share: 30 %, payment_fee: 4 %, payment_fee_fixed: 0.5, payout_days: 3, payout_from: delivery, payout_cycle: 14, reserve_rate: 20 %, reserve_days: 30}
          later: {share: 20 %, payment_fee: 6 %, payout_days: 20, payout_business_days: yes, payout_cycle: 10, reserve_rate: 5 %, reserve_days: 50}
    ads:
      meta: {budget: 50, cpc: 0.5}
    suppliers:
      yiwu: {transit_days: "lognormal(8, 0.3)", defect_rate: 5 %}
    returns: {refund_days: 3, dispute_share: 30 %, dispute_days: 12, chargeback_fee: 15, win_rate: 40 %, dispute_decision_days: 15}
    """

  /// A marketplace that pays every other week, and a shop paid on business days.
  static let calendar = """
    name: calendar
    start: 2027-05-08
    months: 2
    cash: {budget: 900, credit_line: 700}
    products:
      lamp: {store: shop, price: 30, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
      vase: {store: market, price: 25, return_rate: 15 %, offers: {yiwu: {unit_cost: 8, shipping_cost: 4}}}
    stores:
      shop: {conversion: 4 %, payout_days: 2, payout_business_days: yes}
      market: {conversion: 8 %, commission: 15 %, payout_days: 1, payout_cycle: 14, reserve_rate: 10 %, reserve_days: 12}
    ads:
      meta: {store: shop, budget: 40, cpc: 0.5, noise_sd: 0.3}
    traffic:
      browsing: {store: market, visits: 40, noise_sd: 0.3}
    suppliers:
      yiwu: {transit_days: 8}
    """

  /// Supplier, late parcels, refunds and chargebacks, a hold, and no cash.
  static let chain = """
    name: chain
    start: 2027-08-01
    months: 4
    cash: {budget: 2500, credit_line: 2000, interest_rate: 40 % per year}
    products:
      lamp: {price: 40, promised_days: 14, late_complaint: 60 %, offers: {yiwu: {unit_cost: 10, shipping_cost: 4}}}
    stores:
      shop:
        conversion: 5 %
        payment_fee: 3 %
        payout_days: 4
        hold_rate: 20 % per month
        hold_share: 70 %
        hold_days: "uniform(3, 12)"
        hold_multiplier: [{above: 0.65 %, times: 3}, {above: 4 %, times: 8}]
    ads:
      meta: {budget: 45, cpc: 0.45, noise_sd: 0.3}
    suppliers:
      yiwu: {transit_days: "lognormal(12, 0.2)", failure_rate: 40 % per month, failure_days: 8, detection_days: 6, defect_rate: 3 %}
    returns: {fraud_rate: 0.5 %, refund_days: 3, dispute_share: 35 %, dispute_days: 20, chargeback_fee: 15, win_rate: 20 %, dispute_decision_days: 20}
    """

  /// VAT, income tax, another currency and bills that wait.
  static let state = """
    name: state
    currency: EUR
    start: 2027-05-01
    months: 5
    cash: {budget: 5000}
    tax: {rate: 30 %}
    fx: {CNY: {rate: 0.13, volatility: 0.3}}
    products:
      lamp:
        price: 48
        return_rate: 20 %
        express: {uptake: 30 %, price: 6, cost: 30, transit_days: 4}
        offers: {yiwu: {unit_cost: 90, shipping_cost: 30}}
    stores:
      shop: {conversion: 4 %, vat_rate: 21 %, commission: 3 %, payment_fee: 5 %, payout_days: 6, reserve_rate: 10 %, reserve_days: 30}
    ads:
      meta: {budget: 35, cpc: 0.5, noise_sd: 0.2}
    suppliers:
      yiwu: {currency: CNY, duty_rate: 12 %, terms_days: 14, transit_days: 12, defect_rate: 5 %, supplier_recovery: 50 %}
    returns:
      fraud_rate: 12 %
      refund_days: 5
      dispute_share: 40 %
      dispute_days: 18
      chargeback_fee: 20
      win_rate: 75 %
      dispute_decision_days: 15
      to_supplier: {return_shipping: 9, seller_share: 50 %}
    """

  /// Losses and profits by turns, so that a quarter is not its months.
  static let seasonal = """
    name: seasonal
    start: 2027-10-01
    months: 4
    cash: {budget: 3000, credit_line: 3000, interest_rate: 60 % per year}
    tax: {rate: 40 %}
    market: {season: [0.6, 0.8, 1, 1, 1, 1, 1, 1, 1, 0.4, 1.2, 2], demand_sd: 0.2}
    products:
      lamp: {price: 40, offers: {yiwu: {unit_cost: 12, shipping_cost: 4}}}
    stores:
      shop: {conversion: 3 %, payout_days: 20}
    ads:
      meta: {budget: 50, cpc: 0.5}
    suppliers:
      yiwu: {transit_days: 8}
    """
}
