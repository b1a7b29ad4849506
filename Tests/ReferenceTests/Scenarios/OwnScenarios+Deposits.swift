/// Own stock that is paid in two parts (model 6).
extension OwnScenarios {
  /// One purchase has its rest due on arrival, the other before it; both less than the smallest order.
  static let deposits = """
    name: deposits
    start: 2027-02-20
    months: 4
    cash: {budget: 2500, credit_line: 600}
    products:
      lamp:
        price: 34
        offers:
          factory: {unit_cost: 9, own_stock: {order_quantity: 30, minimum_order: 70, deposit: 30 %, reorder_point: 35, opening_units: 40, lead_days: 14 to 26, fulfilment: 3, leftover_share: 50 %}}
      vase:
        price: 26
        offers:
          mill: {unit_cost: 7, own_stock: {order_quantity: 40, minimum_order: 25, deposit: 20 % to 40 %, balance_days: 9, reorder_point: 20, lead_days: 20, fulfilment: 3}}
          agent: {unit_cost: 11, shipping_cost: 3}
    stores:
      shop: {conversion: 4 %, payment_fee: 3 %, payout_days: 4}
    ads:
      meta: {budget: 35, cpc: 0.5, noise_sd: 0.4}
    suppliers:
      factory: {duty_rate: 6 %, transit_days: 3}
      mill: {terms_days: 5, transit_days: 4, price_jump_rate: 40 % per month}
      agent: {transit_days: 8}
    """
}
