/// A paid channel (model 4).
package struct AdChannel: Equatable, Sendable {
  package var store = ""
  package var account = ""
  package var card = ""
  package var opens = Opening.day(0)
  package var budget = 0.0
  package var clickPrice: Double?
  package var thousandViewsPrice: Double?
  package var clickThrough: Double?
  package var priceDeviation = 0.0
  package var priceHalflife = 3.0
  package var seasonAds = Season.flat
  package var inflation = 0.0
  package var carryover = 0.0
  package var saturation: Double?
  package var hill = 1.0
  package var intent = 1.0
  package var fatigueHalflife: Double?
  package var fatigueFloor = 0.0
  package var creativeRefresh: Double?
  package var creativeCost = 0.0
  package var learningDays = 0.0
  package var learningFactor = 1.0
  package var noiseDeviation = 0.0
  package var noiseHalflife = 3.0
  package init() {}

  /// The click price, given or made from `cpm` and `ctr`; nil when neither is complete.
  package var cpc: Double? {
    if let clickPrice { return clickPrice }
    guard let thousandViewsPrice, let clickThrough, clickThrough > 0 else { return nil }
    return thousandViewsPrice / (1000 * clickThrough)
  }
}

extension AdChannel: Described {
  package static let shape = Shape<AdChannel>(
    fields: [
      Field(
        "store", \.store, .reference(to: "stores"), "The store in which its visitors land; by default, the first store."
      ),
      Field(
        "opens", \.opens,
        "The day on which it starts; not before its store opens. A negative number means a day before the start of the run."
      ),
      Field(
        "account", \.account, .reference(to: "ad_accounts"),
        "The ad account that pays for this channel; by default, its ads are paid for on the day they run."),
      Field(
        "card", \.card, .reference(to: "cards"),
        "The card that pays for the channel's ads; by default, they are paid from cash."),
      Field(
        "budget", \.budget, .moneyPerDay, 0...1e7, live: true, required: true,
        "Ad money spent per day, as far as cash and credit line allow."
      ).paid,
      Field(
        "cpc", \.clickPrice, .money(per: .click), 0.001...1000, live: true,
        "Average price of a click (spend ÷ clicks over a long time) while you spend little."
      ).paid,
      Field(
        "cpm", \.thousandViewsPrice, .money(per: .thousandViews), 0.01...10_000, live: true,
        "Price of a thousand views; together with ctr, it replaces cpc."
      ).paid,
      Field(
        "ctr", \.clickThrough, .share, 0.0001...1, live: true, "Share of views that lead to a click; used with cpm."),
      Field(
        "price_sd", \.priceDeviation, .factor, 0...2,
        "How far the daily click price swings: 0.2 is about ±20 % (standard deviation of its logarithm)."),
      Field(
        "price_halflife", \.priceHalflife, .days, 0...1000, "Days until a swing of the click price has faded by half."),
      Field(
        "season_ads", \.seasonAds, 0.01...100,
        "Click price by calendar month, as factors: 1.2 is 20 % above average. If their mean is not 1, they are scaled so that it becomes 1, and a note says so."
      ),
      Field("inflation", \.inflation, .rate(per: .year), -0.9...10, live: true, "Growth of the click price per year."),
      Field(
        "carryover", \.carryover, .share, 0...0.99,
        "Adstock: the share of an ad's effect that carries over to the next day."),
      Field(
        "saturation", \.saturation, .moneyPerDay, 0.01...1e9,
        "How soon the market is saturated: the daily spend at which the average click costs twice its low-spend price; none: never."
      ).paid,
      Field(
        "hill", \.hill, .factor, 0.1...10,
        "How suddenly saturation sets in. 1: the click price rises evenly with the spend. Higher: clicks stay cheap for longer, then get expensive faster."
      ),
      Field(
        "intent", \.intent, .factor, 0...100, live: true,
        "Conversion of its visitors as a multiple of the store's: 0.8 means 20 % fewer orders."),
      Field(
        "fatigue_halflife", \.fatigueHalflife, .days, 0.5...10_000,
        "Days until a creative (an ad's picture, video and text) has lost half its effect; none: it never wears out."),
      Field("fatigue_floor", \.fatigueFloor, .share, 0...1, "The share of its effect that a worn-out creative keeps."),
      Field(
        "creative_refresh", \.creativeRefresh, .wholeDays, 1...10_000,
        "Days from one creative to the next; none: it is never replaced."),
      Field(
        "creative_cost", \.creativeCost, .money(per: .creative), 0...1e7, live: true,
        "Cost of a new creative; the first is free."
      ).paid,
      Field(
        "learning_days", \.learningDays, .wholeDays, 0...365,
        "Days of the channel's learning phase after a start or restart."),
      Field(
        "learning_factor", \.learningFactor, .factor, 0...1,
        "Conversion during the learning phase, as a multiple of the channel's usual conversion: 0.8 means 20 % fewer orders."
      ),
      Field(
        "noise_sd", \.noiseDeviation, .factor, 0...2,
        "How far the channel's conversion swings from day to day: 0.2 is about ±20 % (standard deviation of its logarithm)."
      ),
      Field("noise_halflife", \.noiseHalflife, .days, 0...1000, "Days until a swing of conversion has faded by half."),
    ])
}

/// Visitors that are not paid by the click (model 4).
package struct NaturalTraffic: Equatable, Sendable {
  package var store = ""
  package var opens = Opening.day(0)
  package var visits = 0.0
  package var rampDays = 0.0
  package var cost = 0.0
  package var hours = 0.0
  package var commission = 0.0
  package var intent = 1.0
  package var noiseDeviation = 0.0
  package var noiseHalflife = 3.0
  package init() {}
}

extension NaturalTraffic: Described {
  package static let shape = Shape<NaturalTraffic>(
    fields: [
      Field(
        "store", \.store, .reference(to: "stores"), "The store in which its visitors land; by default, the first store."
      ),
      Field(
        "opens", \.opens,
        "The day on which it starts; not before its store opens. A negative number means a day before the start of the run."
      ),
      Field(
        "visits", \.visits, .count(of: "visits per day"), 0...1e7, live: true,
        "Visits per day once this traffic has fully grown."),
      Field(
        "ramp_days", \.rampDays, .days, 0...3650,
        "Days until visits have climbed from 5 % to 95 % of their full number (logistic curve); 0: at once."),
      Field(
        "cost", \.cost, .money(per: .month), 0...1e7, live: true, "Monthly cost, paid on the first day of each month."
      ).paid,
      Field(
        "hours", \.hours, .factor, 0...1000, live: true,
        "Hours per month the owner spends writing posts and answering comments; 12 ÷ 365 of them are counted each day."),
      Field(
        "commission", \.commission, .share, 0...0.9, live: true,
        "The share of the order value that goes to those who bring these visitors, such as affiliates; it is taken off the store's next payouts, and is not returned when an order is refunded."
      ),
      Field(
        "intent", \.intent, .factor, 0...100, live: true,
        "Conversion of its visitors as a multiple of the store's: 0.8 means 20 % fewer orders."),
      Field(
        "noise_sd", \.noiseDeviation, .factor, 0...2,
        "How far its conversion swings from day to day: 0.2 is about ±20 % (standard deviation of its logarithm)."),
      Field("noise_halflife", \.noiseHalflife, .days, 0...1000, "Days until a swing of conversion has faded by half."),
    ])
}

/// What is sold (model 4, 6 and 7).
package struct Product: Equatable, Sendable {
  package var store = ""
  package var price = 0.0
  package var referencePrice: Double?
  /// The mean of published estimates, 2.62 (Bijmolt, van Heerde and Pieters 2005, from memory): nobody sells as much at any price.
  package var elasticity = 2.62
  package var share: Double?
  package var unitsPerOrder = 1.0
  package var conversionFactor = 1.0
  package var promisedDays = 7.0
  package var lateComplaint = 0.0
  package var returnRate = 0.0
  package var repeatRate = 0.0
  package var repeatDays = 60.0
  package var offers = Named<Offer>()
  package var express = Express()
  package var parcel = Parcel()
  package init() {}

  /// What a customer pays for one order.
  package var orderValue: Double { price * unitsPerOrder }
}

extension Product: Described {
  package static let shape = Shape<Product>(
    fields: [
      Field("store", \.store, .reference(to: "stores"), "The store in which it is sold; by default, the first store."),
      Field(
        "price", \.price, .money(per: .unit), 0.01...1e6, live: true, required: true,
        "What a customer pays for one unit."),
      Field(
        "reference_price", \.referencePrice, .money(per: .unit), 0.01...1e6,
        "The price at which the store's conversion applies; by default, the price in the scenario file."),
      Field(
        "elasticity", \.elasticity, .factor, 0...20,
        "How strongly buyers react to price: with 2.62, a price 10 % higher brings about 22 % fewer orders. 2.62 is the mean of published values and applies unless you give another."
      ),
      Field(
        "share", \.share, .share, 0...1, certain: true,
        "This product's share of the store's visitors; by default, all products have equal shares. The shares in a store sum to 1."
      ),
      Field("units_per_order", \.unitsPerOrder, .factor, 0.01...1000, live: true, "Units in one order."),
      Field(
        "conversion_factor", \.conversionFactor, .factor, 0...100, live: true,
        "Conversion as a multiple of the store's: 0.8 means 20 % fewer orders."),
      Field(
        "promised_days", \.promisedDays, .wholeDays, 0...365,
        "Days from order to delivery that you promise to customers."),
      Field(
        "late_complaint", \.lateComplaint, .share, 0...1,
        "Of the orders that arrive later than promised, the share whose customers want their money back."),
      Field(
        "return_rate", \.returnRate, .share, 0...1,
        "Share of shipped orders that customers no longer want and are refunded for, whether or not the goods come back."
      ),
      Field(
        "repeat_rate", \.repeatRate, .share, 0...0.95,
        "Of the orders that end well, the share after which the customer buys again."),
      Field(
        "repeat_days", \.repeatDays, .days, 1...3650,
        "Mean number of days from a delivery to the repeat order; the actual days vary at random (geometric)."),
    ],
    groups: [
      Group(entities: "offers", \.offers, "Suppliers of this product, by name, in order of preference."),
      Group(section: "express", \.express, "Faster shipping that customers may buy."),
      Group(section: "parcel", \.parcel, "Weight and size of one packed unit, for freight that is charged by weight."),
    ])
}

/// Faster shipping that some customers pay for (model 7).
package struct Express: Equatable, Sendable {
  package var uptake = 0.0
  package var price = 0.0
  package var cost = 0.0
  package var transitDays = Lag.fixed(5)
  package init() {}
}

extension Express: Described {
  package static let shape = Shape<Express>(fields: [
    Field("uptake", \.uptake, .share, 0...1, "Share of customers who buy express; 0: it is not offered."),
    Field(
      "price", \.price, .money(per: .order), 0...1e6, live: true,
      "What the customer pays for express; it is part of the order value."),
    Field(
      "cost", \.cost, .money(per: .order), 0...1e6, live: true,
      "What the supplier charges for express, on top of the shipping cost, in the supplier's currency."
    ).quoted.paid,
    Field("transit_days", \.transitDays, 0...365, "Days in transit by express, instead of the supplier's usual days."),
  ])
}
