/// Scenarios whose rules and events together have every form of trigger and action.
enum RuleScenarios {
  static let all: [(name: String, text: String)] = [
    ("plain decisions", plain), ("decisions", decisions), ("what the world does", world), ("doors", doors),
    ("by channel and product", parts), ("bills and holds", bills), ("draws", draws),
  ]

  static func text(_ name: String) -> String { all.first { $0.name == name }?.text ?? "" }

  /// Little chance, so that a day's difference shows.
  static let plain = """
    name: plain decisions
    start: 2027-03-01
    months: 2
    cash: {budget: 20000}
    costs:
      plan: {amount: 10 USD per day}
    products:
      lamp: {price: 40, offers: {yiwu: {unit_cost: 10, shipping_cost: 4}}}
    stores:
      shop: {conversion: 10 %, payment_fee: 3 %, payout_days: 6}
    ads:
      meta: {budget: 40, cpc: 0.5, learning_days: 10, learning_factor: 0.2}
    suppliers:
      yiwu: {transit_days: 5, failure_rate: 60 % per month, failure_days: 8 days, detection_days: 4 days}
    rules:
      - when spend(2) >= 80 then ads.meta.budget = 30 every 400 days
      - when spend(3) > 95 and day > 10 then ads.meta.budget = 60 every 400 days
      - when day = 20 then pause ads
      - when day = 26 then resume ads
      - when refund_rate(20) > 4 % then products.lamp.price = 48
      - when day = 50 then quit
    """

  /// Budgets that follow results, with pauses, and an end by choice.
  static let decisions = """
    name: decisions
    start: 2027-03-01
    months: 3
    cash: {budget: 2500}
    costs:
      plan: {amount: 3 USD per day}
      draw: {amount: 150 USD per month, row: other}
    market: {demand_sd: 0.4, demand_halflife: 15 days}
    products:
      lamp: {price: 35, return_rate: 12 %, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
    stores:
      shop: {conversion: 3 %, payment_fee: 3 %, payout_days: 6}
    ads:
      meta: {budget: 40, cpc: 0.5, price_sd: 0.3, price_halflife: 10 days, learning_days: 4, learning_factor: 0.5}
    suppliers:
      yiwu: {transit_days: 8}
    returns: {refund_days: 3}
    rules:
      - when roas(7) < 1.5 then ads.meta.budget *= 0.8 min 15 every 3 days
      - when roas(7) > 2.4 for 3 days then ads.meta.budget +20% max 60 every 4 days
      - when cash < 700 and margin(10) < 5 % then pause ads
      - when cash >= 1000 then resume ads.meta
      - when refund_rate(21) > 11 % and day > 30 then products.lamp.price = 33, stores.shop.conversion *= 1.02 max 4 %
      - when cash < 650 and day >= 40 then quit
      - when month = 5 and day < 70 then costs.plan.amount = 5 USD per day every 60 days
    """

  /// An owner who takes a share of the profit, a fixed sum while there is money, and what is left of it.
  static let draws = """
    name: draws
    start: 2027-03-12
    months: 4
    cash: {budget: 900, credit_line: 300}
    tax: {rate: 15 %}
    products:
      lamp: {price: 35, return_rate: 10 %, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
    stores:
      shop: {conversion: 2 % to 4 %, payment_fee: 3 %, payout_days: 4}
    ads:
      meta: {budget: 20, cpc: 0.5, noise_sd: 0.3}
    suppliers:
      yiwu: {transit_days: 6}
    rules:
      - pay owner 30 % of profit monthly
      - when cash > 800 then pay owner 120 USD monthly
      - when day = 50 then pay owner 2,000, pay 60 every 300 days
    """

  /// Bans, a holiday, a tariff, a price war, a burst of visitors; two that overlap.
  static let world = """
    name: what the world does
    start: 2027-01-10
    months: 3
    cash: {budget: 6000}
    products:
      lamp: {price: 40, reference_price: 40, elasticity: 1.5, offers: {yiwu: {unit_cost: 10, shipping_cost: 4}, local: {unit_cost: 17}}}
    stores:
      shop: {conversion: 4 %, payment_fee: 3 %, payout_days: 3}
    ads:
      meta: {budget: 40, cpc: 0.6, learning_days: 6, learning_factor: 0.4}
    traffic:
      tiktok: {visits: 20, noise_sd: 0.3}
    suppliers:
      yiwu: {transit_days: 9, lost_rate: 3 %, capacity: 4}
      local: {transit_days: 2, capacity: 1}
    returns: {refund_days: 2}
    rules:
      - when day = 60 then resume ads
    events:
      - {name: account banned, chance: 60 % per month, lasts: 3 to 12 days, then: pause ads.meta}
      - {name: banned again, chance: 40 % per month, lasts: "uniform(2, 9)", then: "pause ads, cash.credit_line = 500"}
      - {name: new year, from: 2027-01-28, lasts: 16 days, then: close suppliers.yiwu}
      - {name: before the start, from: 2026-12-30, lasts: 15 to 30 days, then: suppliers.local.capacity += 2}
      - {name: dearer, from: 2027-02-20, chance: 40 %, then: products.lamp.offers.yiwu.unit_cost *= 1.5}
      - {name: price war, chance: 50 % per month, when: day > 30, then: products.lamp.price *= 0.9}
      - {name: viral video, chance: 70 % per month, lasts: 5 days, then: traffic.tiktok.visits += 150}
      - {name: dear clicks, chance: 99 % per year, lasts: 20 days, then: ads.meta.cpc *= 1.4}
      - {name: inspection, when: orders(10) > 55, lasts: 4 days, then: stores.shop.payment_fee += 5 %}
    """

  /// Shops and suppliers that open and close, and rules that see it.
  static let doors = """
    name: doors
    start: 2027-05-01
    months: 2
    cash: {budget: 9000}
    products:
      lamp:
        price: 40
        repeat_rate: 40 %
        repeat_days: 6 days
        offers: {yiwu: {unit_cost: 10, shipping_cost: 4}, local: {unit_cost: 15}}
      chair: {store: second, price: 60, offers: {yiwu: {unit_cost: 20}}}
    stores:
      shop: {conversion: 4 %, payment_fee: 3 %, payout_days: 3}
      second: {conversion: 2 %, payout_days: 5, payout_from: delivery}
    ads:
      meta: {budget: 35, cpc: 0.6, learning_days: 3, learning_factor: 0.3}
      other: {store: second, budget: 20, cpc: 0.5, carryover: 60 %}
    traffic:
      search: {visits: 40, hours: 6}
    suppliers:
      yiwu: {transit_days: 5, failure_rate: 50 % per month, failure_days: 6 days, detection_days: 2 days, defect_rate: 6 %}
      local: {transit_days: 2, failure_rate: 30 % per month, failure_days: 4 days}
    returns: {dispute_share: 50 %, dispute_days: 10, refund_days: 4, chargeback_fee: 15}
    rules:
      - when not suppliers.yiwu.open for 2 days then products.lamp.price = 46, suppliers.local.detection_days = 0
      - when suppliers.yiwu.open for 3 days then products.lamp.price = 40
      - when not products.chair.open then pause ads.other, stores.second.pause_ads_when_out_of_stock = yes
      - when products.chair.open and not ads.other.open then resume ads.other
      - when stores.second.dispute_rate(30) > 3 % and day > 25 then close stores.second
      - when not stores.second.open for 6 days then open stores
      - when stores.shop.refund_rate(14) > 9 % then close traffic.search every 20 days
      - when not traffic.search.open for 4 days then open traffic, close products.chair
    """

  /// What is paid once, damages with an insurance, and payouts that events hold.
  static let bills = """
    name: bills and holds
    start: 2027-03-01
    months: 3
    cash: {budget: 5000, credit_line: 500}
    insurance: {cover: 1500, deductible: 250}
    products:
      lamp: {price: 40, offers: {yiwu: {unit_cost: 10, shipping_cost: 4}}}
    stores:
      shop: {conversion: 4 %, payment_fee: 3 %, payout_days: 5, hold_share: 60 %, hold_days: 6 to 20, hold_rate: 4 % per month}
      second: {conversion: 2 %, payout_days: 2, hold_days: 12}
    ads:
      meta: {budget: 40, cpc: 0.6}
    suppliers:
      yiwu: {transit_days: 6, lost_rate: 3 %}
    returns: {refund_days: 3, dispute_share: 30 %, dispute_days: 12}
    rules:
      - when orders(7) > 17 then pay 90 USD, ads.meta.budget += 1 max 60 every 14 days
      - when cash < 1500 then pay 25, quit
      - when day = 80 then pay 10 every 2 days
    events:
      - name: somebody is hurt
        chance: 40 % per month
        then: pay damages 400 to 5,000 USD
      - {name: fine, chance: 30 % per month, lasts: 4 days, then: "pay lognormal(150, 0.8), pay damages 300, pause ads.meta"}
      - {name: review, chance: 60 % per month, lasts: 2 days, then: hold stores}
      - {name: yearly review, from: 2027-04-10, then: "hold stores.shop, insurance.cover = 900"}
      - {name: suspended, chance: 20 % per month, lasts: 5 to 15 days, then: "close stores.shop, hold stores.shop, pay 900"}
    """

  /// Two products and two channels that share a scarce supplier: who brought what?
  static let parts = """
    name: by channel and product
    start: 2027-03-01
    months: 2
    cash: {budget: 20000}
    products:
      lamp: {price: 40, share: 65 %, offers: {yiwu: {unit_cost: 9, shipping_cost: 4}}}
      cable: {price: 15, conversion_factor: 1.5, offers: {yiwu: {unit_cost: 2, shipping_cost: 3}}}
    stores:
      shop: {conversion: 4 %, payment_fee: 3 %, payment_fee_fixed: 0.3, payout_days: 4}
    ads:
      meta: {budget: 40, cpc: 0.5, noise_sd: 0.4, noise_halflife: 4 days}
      tiktok: {budget: 25, cpc: 0.4, intent: 0.7, price_sd: 0.3, price_halflife: 6 days}
    traffic:
      search: {visits: 30}
    suppliers:
      yiwu: {transit_days: 6, capacity: 6, failure_rate: 30 % per month, failure_days: 3 days, detection_days: 1 day, lost_rate: 4 %}
    returns: {refund_days: 2}
    rules:
      - when ads.meta.roas(5) < ads.tiktok.roas(5) then ads.meta.budget -= 2 USD min 10, ads.tiktok.budget += 2 USD max 60
      - when ads.tiktok.cpa(7) > 14 for 2 days then ads.tiktok.budget *= 70% min 8 every 3 days
      - when ads.meta.margin(10) > 15 % and ads.meta.orders(4) > 8 then ads.meta.budget +10% max 70 every 2 days
      - when products.cable.margin(12) < -60 % then products.cable.price = 18, suppliers.yiwu.capacity -= 1 min 4
      - when products.lamp.spend(6) > 190 and clicks(3) > 200 then ads.tiktok.budget -20% min 8
      - when products.lamp.orders(8) < 20 and spend(3) < 170 then ads.meta.budget += 5 max 80 every 5 days
    """
}
