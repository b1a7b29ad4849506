/// What can go wrong with offers, prices and quality (model 6).
extension OwnScenarios {
  /// Offers that run out and are delisted; the operator notices late.
  static let stockouts = """
    name: stock-outs
    start: 2027-05-15
    months: 3
    cash: {budget: 15000}
    products:
      lamp:
        price: 40
        share: 60 %
        offers:
          yiwu: {unit_cost: 9, shipping_cost: 4, stockout_rate: 70 % per month, stockout_days: 6, delisting_rate: 15 % per month}
          local: {unit_cost: 16, shipping_cost: 3, stockout_rate: 40 % per month, stockout_days: 12 days}
      cup: {price: 18, share: 40 %, offers: {local: {unit_cost: 7, shipping_cost: 2, delisting_rate: 20 % per month}}}
    stores:
      shop: {conversion: 5 %, payout_days: 4, pause_ads_when_out_of_stock: yes}
    ads:
      meta: {budget: 60, cpc: 0.5, learning_days: 4, learning_factor: 0.5}
    suppliers:
      yiwu: {detection_days: 3, transit_days: 10, failure_rate: 20 % per month, failure_days: 6, capacity: 5}
      local: {detection_days: 2, transit_days: 3}
    """

  /// Four suppliers in two regions that mostly fall together.
  static let commonCause = """
    name: common cause
    start: 2027-02-01
    months: 3
    cash: {budget: 20000}
    common_cause: 85 %
    products:
      lamp:
        price: 40
        offers:
          yiwu: {unit_cost: 9, shipping_cost: 4}
          ningbo: {unit_cost: 10, shipping_cost: 4}
          leipzig: {unit_cost: 15, shipping_cost: 4}
      chair: {price: 60, offers: {ningbo: {unit_cost: 20, shipping_cost: 9}, hanau: {unit_cost: 30, shipping_cost: 5}}}
    stores:
      shop: {conversion: 5 %, payout_days: 4}
    ads:
      meta: {budget: 50, cpc: 0.5}
    suppliers:
      yiwu: {region: east, failure_rate: 60 % per month, failure_days: 8}
      ningbo: {region: east, failure_rate: 60 % per month, failure_days: 8}
      leipzig: {region: west, failure_rate: 50 % per month, failure_days: 6, detection_days: 2}
      hanau: {region: west, failure_rate: 30 % per month, failure_days: 6}
    """

  /// Dearer by drift and jumps, in a currency that moves, with duty, and paid weeks later.
  static let prices = """
    name: prices
    start: 2027-04-01
    months: 4
    cash: {budget: 9000}
    fx:
      CNY: {rate: 0.14, volatility: 1}
      EUR: {rate: 1.1, volatility: 0.1}
    products:
      lamp: {price: 45, units_per_order: 1.5, offers: {yiwu: {unit_cost: 70, shipping_cost: 30}}}
      cup: {price: 25, return_rate: 10 %, offers: {porto: {unit_cost: 6, shipping_cost: 4}, local: {unit_cost: 9}}}
    stores:
      shop: {conversion: 5 %, payout_days: 3}
    ads:
      meta: {budget: 50, cpc: 0.5}
    suppliers:
      yiwu:
        currency: CNY
        price_drift: 40 % per year
        price_jump_rate: 40 % per month
        price_jump: "uniform(5 %, 25 %)"
        duty_rate: 30 %
        duty_per_order: 2
        terms_days: 21
        defect_rate: 15 %
        supplier_recovery: 70 %
      porto: {currency: EUR, price_jump_rate: 30 % per month, price_jump: -8 %, duty_rate: 5 %, terms_days: 3, capacity: 3}
      local: {currency: USD, terms_days: 30}
    returns: {resale_share: 60 %, refund_days: 6}
    """

  /// Quality that slides without anybody seeing it, but for the test orders.
  static let quality = """
    name: quality
    start: 2027-06-10
    months: 3
    cash: {budget: 9000}
    products:
      lamp: {price: 40, return_rate: 20 %, units_per_order: 2, offers: {yiwu: {unit_cost: 8, shipping_cost: 4}, local: {unit_cost: 12}}}
    stores:
      shop: {conversion: 5 %, payout_days: 4}
    ads:
      meta: {budget: 40, cpc: 0.5}
    suppliers:
      yiwu:
        capacity: 3
        transit_days: 9
        lost_rate: 5 %
        defect_rate: 8 %
        slide_rate: 60 % per month
        slide_days: 25 days
        slide_factor: 6
        test_order_days: 20
        duty_rate: 10 %
      local: {transit_days: 3, defect_rate: 15 %, slide_rate: 50 % per month, slide_days: 10, slide_factor: 9}
    returns: {fraud_rate: 5 %, refund_days: 2}
    """

  /// Own stock for every day, and a drop shipper behind it.
  static let hybrid = """
    name: hybrid
    start: 2027-07-01
    months: 4
    cash: {budget: 9000}
    products:
      lamp:
        price: 45
        promised_days: 9
        late_complaint: 40 %
        return_rate: 8 %
        units_per_order: 2
        offers:
          warehouse:
            unit_cost: 7
            shipping_cost: 3
            own_stock:
              order_quantity: 120
              reorder_point: 60
              opening_units: 40
              lead_days: "lognormal(16, 0.4)"
              storage: 1.5
              fulfilment: 2
              leftover_share: 40 %
          yiwu: {unit_cost: 9, shipping_cost: 6}
    stores:
      shop: {conversion: 5 %, payout_days: 5}
    ads:
      meta: {budget: 40, cpc: 0.5, noise_sd: 0.4}
    suppliers:
      warehouse:
        handling_days: 1
        transit_days: 3
        failure_rate: 30 % per month
        failure_days: 5
        detection_days: 2
        price_drift: 60 % per year
        duty_rate: 15 %
        duty_per_order: 1
        terms_days: 12
        defect_rate: 5 %
        supplier_recovery: 60 %
      yiwu: {transit_days: "lognormal(11, 0.3)", capacity: 3}
    returns: {resale_share: 80 %, refund_days: 3}
    """

  /// Nothing but own stock: it runs out, which stops the ads, and orders wait in a warehouse that fails unseen.
  static let ownStock = """
    name: own stock
    start: 2027-09-01
    months: 3
    cash: {budget: 4000, credit_line: 2000}
    products:
      lamp:
        price: 40
        offers:
          warehouse:
            unit_cost: 9
            stockout_rate: 30 % per month
            stockout_days: 4
            own_stock: {order_quantity: 60, reorder_point: 20, opening_units: 80, lead_days: 9, leftover_share: 20 %}
    stores:
      shop: {conversion: 6 %, pause_ads_when_out_of_stock: yes}
    ads:
      meta: {budget: 30, cpc: 0.5, learning_days: 3, learning_factor: 0.5}
    suppliers:
      warehouse: {transit_days: 2, failure_rate: 40 % per month, failure_days: 4, detection_days: 3}
    """

  /// Failures, stock-outs, slides and disputes whose days are drawn for each.
  static let lengths = """
    name: lengths
    start: 2027-04-10
    months: 3
    cash: {budget: 6000}
    products:
      lamp:
        price: 40
        offers:
          yiwu: {unit_cost: 9, shipping_cost: 4}
          local: {unit_cost: 16, shipping_cost: 3, stockout_rate: 70 % per month, stockout_days: 5 to 15 days}
    stores:
      shop: {conversion: 6 %, payout_days: 4}
    ads:
      meta: {budget: 40, cpc: 0.5}
    suppliers:
      yiwu: {region: cn, transit_days: 8, failure_rate: 90 % per month, failure_days: "uniform(18, 22)", detection_days: 3, defect_rate: 4 %, slide_rate: 60 % per month, slide_days: "lognormal(20, 0.3)", slide_factor: 6}
      local: {region: cn, transit_days: 3, failure_rate: 10 % per month, failure_days: 6}
    common_cause: 30 %
    returns: {fraud_rate: 5 %, dispute_share: 60 %, dispute_days: 6, chargeback_fee: 15, win_rate: 70 %, dispute_decision_days: "uniform(4, 30)"}
    """
}
