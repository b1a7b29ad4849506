/// Scenarios written so that together they use every parameter. Small shops: the reference takes every order by itself.
enum OwnScenarios {
  static let all = core + rest

  static let core: [(name: String, text: String)] = [
    ("calm", calm), ("channels", channels), ("suppliers", suppliers), ("holidays", holidays), ("slow money", slowMoney),
    ("thin cash", thinCash), ("starving", starving), ("marketplace", marketplace), ("two stores", twoStores),
    ("ranges", ranges), ("together", together), ("judged", judged),
  ]

  /// What the engine learns after its core.
  static let rest: [(name: String, text: String)] = [
    ("stock-outs", stockouts), ("lengths", lengths), ("common cause", commonCause), ("prices", prices),
    ("quality", quality),
    ("hybrid", hybrid), ("own stock", ownStock), ("express", express), ("reputation", reputation), ("brand", brand),
    ("opening", opening), ("ways", ways), ("calendar", calendar), ("chain", chain), ("state", state),
    ("seasonal", seasonal), ("one slot", oneSlot), ("two slots", twoSlots), ("to and fro", toAndFro),
    ("everything", everything), ("mid-life", midLife), ("entered", entered),
    ("abroad", abroad), ("reserves", reserves), ("borrowed", borrowed),
    ("billed", billed), ("deposits", deposits), ("cards", cards), ("freight", freight),
    ("affiliates", affiliates),
  ]

  static func text(_ name: String) -> String { all.first { $0.name == name }?.text ?? "" }

  /// Nothing swings from day to day, so that small mistakes show.
  static let calm = """
    name: calm
    start: 2027-03-01
    months: 2
    cash: {budget: 10000}
    market: {copycats: 40 % per year, fad_halflife: 200 days, delivery_sensitivity: 3 %}
    products:
      tea:
        price: 26
        reference_price: 20
        elasticity: 2
        promised_days: 12
        repeat_rate: 30 %
        repeat_days: 8 days
        offers: {yiwu: {unit_cost: 6, shipping_cost: 3}}
    stores:
      shop: {conversion: 8 %, payment_fee: 3 %}
    ads:
      meta:
        budget: 50
        cpc: 0.5
        carryover: 80 %
        saturation: 80
        hill: 2
        fatigue_halflife: 6 days
        fatigue_floor: 50 %
        creative_refresh: 20
        creative_cost: 30
        learning_days: 5
        learning_factor: 0.2
    traffic:
      search: {visits: 40, ramp_days: 40 days}
    suppliers:
      yiwu: {transit_days: 6}
    """

  /// Two channels with all that section 4 knows of them.
  static let channels = """
    name: channels
    start: 2027-10-15
    months: 3
    cash: {budget: 20000}
    market:
      season: [0.9, 0.85, 0.95, 1, 1, 1, 0.9, 0.9, 1, 1, 1.25, 1.25]
      trend: 20 % per year
      demand_sd: 0.35
      demand_halflife: 20 days
      ads_correlation: 90 %
    products:
      lamp: {price: 40, share: 70 %, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
      cable: {price: 15, conversion_factor: 1.4, units_per_order: 1.5, offers: {yiwu: {unit_cost: 2, shipping_cost: 2}}}
    stores:
      shop: {conversion: 4 %, payment_fee: 2.9 %, payment_fee_fixed: 0.3, payout_days: 5}
    ads:
      meta:
        budget: 60
        cpc: 0.6
        price_sd: 0.4
        price_halflife: 12 days
        season_ads: [0.9, 0.9, 0.9, 1, 1, 1, 0.9, 0.9, 1, 1.1, 1.3, 1.1]
        inflation: 15 % per year
        carryover: 40 %
        saturation: 90
        hill: 1.8
        fatigue_halflife: 12 days
        fatigue_floor: 40 %
        creative_refresh: 24 days
        creative_cost: 55
        learning_days: 6 days
        learning_factor: 0.5
        noise_sd: 0.5
        noise_halflife: 2 days
      views:
        budget: 30
        cpm: 9
        ctr: 1.5 %
        price_sd: 0.5
        price_halflife: 12 days
        saturation: 25
        hill: 0.7
        intent: 0.8
        noise_sd: 0.4
    suppliers:
      yiwu: {handling_days: 2, transit_days: "lognormal(12, 0.3)"}
    """

  /// Three offers of different capacity and watchfulness, all of them failing.
  static let suppliers = """
    name: suppliers
    start: 2027-03-31
    months: 3
    cash: {budget: 15000}
    products:
      lamp:
        price: 40
        promised_days: 20
        late_complaint: 40 %
        share: 60 %
        offers:
          yiwu: {unit_cost: 9, shipping_cost: 4}
          shenzhen: {unit_cost: 10, shipping_cost: 5}
          local: {unit_cost: 16, shipping_cost: 3}
      chair:
        price: 55
        promised_days: 14
        late_complaint: 30 %
        share: 40 %
        offers: {shenzhen: {unit_cost: 20, shipping_cost: 9}, yiwu: {unit_cost: 18, shipping_cost: 11}}
    stores:
      shop: {conversion: 5 %, payment_fee: 3 %, payout_days: 7, payout_from: delivery}
    ads:
      meta: {budget: 80, cpc: 0.5, learning_days: 4, learning_factor: 0.6}
    suppliers:
      yiwu:
        failure_rate: 60 % per month
        failure_days: 7 days
        detection_days: 4 days
        capacity: 6
        handling_days: 1 to 4
        transit_days: "lognormal(11, 0.35)"
        lost_rate: 3 %
        defect_rate: 4 %
      shenzhen:
        failure_rate: 50 % per month
        failure_days: 5 days
        detection_days: 2 days
        capacity: 4
        handling_days: 1
        transit_days: 9
        defect_rate: 3 %
        supplier_recovery: 50 %
      local: {failure_rate: 40 % per month, failure_days: 12 days, capacity: 2, transit_days: "uniform(1, 4)"}
    returns: {refund_days: "uniform(1, 5)"}
    """

  /// Closures known beforehand; a single failing supplier; ads that stop when there is nothing to sell.
  static let holidays = """
    name: holidays
    start: 2027-01-15
    months: 3
    cash: {budget: 12000}
    products:
      lamp: {price: 40, promised_days: 15, late_complaint: 50 %, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
    stores:
      shop: {conversion: 4 %, payout_days: 3, pause_ads_when_out_of_stock: yes}
    ads:
      meta: {budget: 60, cpc: 0.4, carryover: 60 %, learning_days: 5, learning_factor: 0.4}
    suppliers:
      yiwu:
        failure_rate: 30 % per month
        failure_days: 9 days
        detection_days: 3 days
        capacity: 8
        transit_days: 8
        closures:
          - {from: 2027-01-10, days: 8}
          - {from: 2027-02-03, days: 14}
          - {from: 2027-04-12, days: 5}
    """

  /// Visitors that come by themselves, customers that come again, a fad that fades and imitators.
  static let marketplace = """
    name: marketplace
    start: 2027-08-31
    months: 4
    cash: {budget: 3000}
    market:
      demand_sd: 0.2
      demand_halflife: 10 days
      fad_halflife: 150 days
      copycats: 30 % per year
      delivery_sensitivity: 3 %
    products:
      tea:
        price: 22
        reference_price: 20
        elasticity: 1.7
        promised_days: 11
        late_complaint: 20 %
        repeat_rate: 35 %
        repeat_days: 20 days
        offers: {yiwu: {unit_cost: 5, shipping_cost: 3}}
      cup: {price: 14, conversion_factor: 0.6, repeat_rate: 10 %, offers: {yiwu: {unit_cost: 4, shipping_cost: 2}}}
    stores:
      market: {conversion: 6 %, commission: 12 %, payout_days: 14, reserve_rate: 5 %, reserve_days: 30}
    traffic:
      visitors: {visits: 140, ramp_days: 60 days, cost: 40, noise_sd: 0.3, noise_halflife: 4 days}
      search: {visits: 20, intent: 1.5}
    suppliers:
      yiwu: {handling_days: 1, transit_days: "lognormal(8, 0.4)", failure_rate: 10 % per month, failure_days: 8 days, capacity: 12}
    returns: {refund_days: 2}
    """

  /// Two stores with their own terms, products, channels and visitors at the same suppliers.
  static let twoStores = """
    name: two stores
    currency: EUR
    start: 2027-11-20
    months: 3
    cash: {budget: 6000, credit_line: 1000}
    costs:
      plan: {amount: 39 EUR per month}
    market: {ads_correlation: 40 %, demand_sd: 0.15}
    products:
      lamp:
        store: shop
        price: 45
        return_rate: 8 %
        repeat_rate: 15 %
        repeat_days: 25 days
        offers: {yiwu: {unit_cost: 11, shipping_cost: 5}, local: {unit_cost: 17, shipping_cost: 4}}
      vase: {store: market, price: 30, return_rate: 5 %, offers: {local: {unit_cost: 8, shipping_cost: 5}, yiwu: {unit_cost: 7, shipping_cost: 5}}}
    stores:
      shop: {conversion: 4 %, payment_fee: 3 %, payout_days: 2}
      market: {conversion: 7 %, commission: 15 %, payout_days: 10, payout_from: delivery, pause_ads_when_out_of_stock: yes}
    ads:
      meta: {store: shop, budget: 50, cpc: 0.5, price_sd: 0.3, noise_sd: 0.2}
      promoted: {store: market, budget: 12, cpc: 0.3, price_sd: 0.2}
    traffic:
      browsing: {store: market, visits: 60, ramp_days: 40 days}
    suppliers:
      yiwu:
        failure_rate: 25 % per month
        failure_days: 8 days
        detection_days: 3 days
        transit_days: "lognormal(12, 0.3)"
        lost_rate: 2 %
        closures: [{from: 2028-01-26, days: 20}]
      local: {capacity: 5, transit_days: 3, defect_rate: 3 %, failure_rate: 15 % per month, failure_days: 4 days, detection_days: 1}
    returns: {fraud_rate: 6 %, dispute_share: 30 %, dispute_days: 5, refund_days: 2, chargeback_fee: 15, win_rate: 40 %}
    """
}
