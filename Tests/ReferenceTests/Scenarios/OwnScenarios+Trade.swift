extension OwnScenarios {
  /// Half of the orders come from affiliates, messages calm those who wait, the state is paid every quarter, and suppliers
  /// keep their holidays; in one store orders are paid abroad, and some are taken by nobody.
  static let affiliates = """
    name: affiliates
    start: 2027-08-20
    months: 7
    cash: {budget: 6000, credit_line: 1000}
    tax: {rate: 20 %, period: year, vat_period: quarter}
    fx: {EUR: {rate: 1.1, volatility: 0.1, spread: 1 %}}
    products:
      lamp:
        store: shop
        price: 40
        promised_days: 12
        late_complaint: 50 %
        express: {uptake: 20 %, price: 8, cost: 5, transit_days: 4}
        offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}
      mug: {store: abroad, price: 25, promised_days: 12, late_complaint: 40 %, offers: {yiwu: {unit_cost: 6, shipping_cost: 4}}}
    stores:
      shop: {conversion: 4 %, vat_rate: 20 %, commission: 6 %, payment_fee: 2 %, payout_days: 7, payout_from: delivery}
      abroad: {conversion: 4 %, currency: EUR, payment_fee: 3 %, payout_days: 4, reserve_rate: 10 %, reserve_days: 20}
    ads:
      meta: {store: shop, budget: 20, cpc: 0.5}
    traffic:
      affiliates: {store: shop, visits: 60, commission: 15 %, noise_sd: 0.2}
      search: {store: shop, visits: 30}
      creators: {store: abroad, visits: 70, commission: 10 % to 20 %}
    suppliers:
      yiwu:
        transit_days: 8 to 16
        capacity: 8
        closures: [{from: golden-week - 1 day, days: 8}, {from: chinese-new-year - 2 days, days: 10}]
    operations: {tickets_per_order: 0.3, tickets_per_problem: 1, ticket_cost: 3, messages: {sent: yes, cost: 0.1, fewer_tickets: 40 %, fewer_late_complaints: 60 %}}
    returns: {refund_days: 3, dispute_share: 10 %, chargeback_fee: 15}
    events:
      - {name: rush, from: golden-week + 10 days, lasts: 3 to 9 days, chance: 60 %, then: traffic.affiliates.visits *= 2}
    """
}
