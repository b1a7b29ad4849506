extension OwnScenarios {
  /// Suppliers of which only scores are known: what these make of them must happen.
  static let judged = """
    name: judged
    start: 2027-03-01
    months: 3
    cash: {budget: 20000}
    scorecard: {quality: 40 %, logistics: 20 %, service: 10 %, price: 30 %}
    products:
      lamp:
        price: 30
        promised_days: 9
        late_complaint: 30 %
        offers: {yiwu: {unit_cost: 8}, local: {unit_cost: 11}}
    stores:
      shop: {conversion: 5 %}
    ads:
      meta: {budget: 50, cpc: 0.5}
    suppliers:
      yiwu:
        scores: {quality: 30, logistics: 20, service: 50, price: 90}
        detection_days: 2 days
        transit_days: 6
      local: {scores: {quality: 95, logistics: 90}, transit_days: 2}
    returns: {dispute_share: 30 %, dispute_days: 20, refund_days: 2, chargeback_fee: 15}
    """
}
