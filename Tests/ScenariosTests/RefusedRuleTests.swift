import Language
import Testing

@testable import Scenarios

/// Rules that speak of what there is not, each with its place and what to do: read the transcript as the operator would.
@Suite("Refused rules")
struct RefusedRuleTests {
  @Test("every fault of every rule is told at once, with the caret under it")
  func transcript() {
    let shop = smallShop(
      "cash: {budget: 1000 USD}", with: "cash: {budget: 1000 USD}\ncosts:\n  plan: {amount: 39 USD per month}")
    let told = findings(shop + Self.rules).map { $0.rendered() }.joined(separator: "\n") + "\n"
    #expect(told == Self.transcript, "\(told)")
  }

  private static let rules = #"""
    rules:
      - when raos(7) < 1.2 then pause ads
      - when roas < 1.2 then ads.meta.bugdet *= 0.8
      - when cash(7) < 500 USD then products.lamp.return_rate = 8 %
      - when refund_rate(30) > 8 then pause ads.mta
      - when ads.mta.roas(7) < 1 then ads.meta.budget = 10 CHF
      - when ads.roas(7) < 1 then suppliers.yiwu.capacity -= 5
      - when suppliers.yiwu.open > 0 then ads.meta.budget += 5 % min 50 max 10
      - when suppliers.yiwu.roas(7) > 0 then costs.plan.amount = 10 USD per day
      - when roas(7) < cash then ads.meta.budget = 10 to 20
      - when cash then stores.shop.pause_ads_when_out_of_stock x2
      - when ads.meta.budget < 10 then ads.meta.budget = 2e9
      - when open then quit
      - when ads.meta.refund_rate(7) > 1 % then close shop
      - when stock < 5 then products.lamp.offers.yiwu.own_stock.order_quantity = 5
      - when cash > 5,000 then pay 20 to 40 USD, pay 5 CHF, pay 8 %, hold stores.shop
    events:
      - {name: c, from: 5, then: "pay damages 9 USD per day, hold ads.meta, pay same as cash.budget"}
      - {preset: viral-video}
      - {name: a, then: quit}
      - {name: a, chance: 40 %, then: close suppliers.yiwu}
      - {name: b, chance: 2 % per month, when: raos(7) > 1, then: pause ads.meta}
    product_tests: {candidates: 3, keep_if: roas >= 1.4, stop_if: roas(14) < 1.1 for 2 days}

    """#

  private static let transcript = #"""
    shop.yaml:19:10: error: no such figure: raos
        - when raos(7) < 1.2 then pause ads
               ^^^^
      nearest: roas
    shop.yaml:20:10: error: over how many days does roas look back?
        - when roas < 1.2 then ads.meta.bugdet *= 0.8
               ^^^^
      write: roas(7)
    shop.yaml:20:26: error: no such parameter: ads.meta.bugdet
        - when roas < 1.2 then ads.meta.bugdet *= 0.8
                               ^^^^^^^^^^^^^^^
      nearest: ads.meta.budget
    shop.yaml:21:15: error: cash cannot look back over a number of days
        - when cash(7) < 500 USD then products.lamp.return_rate = 8 %
                    ^
      write: cash
    shop.yaml:21:33: error: products.lamp.return_rate cannot change during a run
        - when cash(7) < 500 USD then products.lamp.return_rate = 8 %
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^
      in products.lamp, these can change: price, units_per_order, conversion_factor
    shop.yaml:22:28: error: refund_rate: a share is at most 1
        - when refund_rate(30) > 8 then pause ads.mta
                                 ^
      if you mean a percentage, write: 8 %
    shop.yaml:22:41: error: there is nothing called ads.mta that you can pause
        - when refund_rate(30) > 8 then pause ads.mta
                                              ^^^^^^^
      nearest: ads.meta
    shop.yaml:23:10: error: no such part of the scenario: ads.mta
        - when ads.mta.roas(7) < 1 then ads.meta.budget = 10 CHF
               ^^^^^^^
      nearest: ads.meta
    shop.yaml:23:53: error: ads.meta.budget: no exchange rate is given for CHF
        - when ads.mta.roas(7) < 1 then ads.meta.budget = 10 CHF
                                                          ^^^^^^
      give fx: {CHF: {rate: …, volatility: …}}
    shop.yaml:24:10: error: which part of ads do you mean?
        - when ads.roas(7) < 1 then suppliers.yiwu.capacity -= 5
               ^^^
      available: ads.meta
    shop.yaml:24:31: error: suppliers.yiwu.capacity has no value
        - when ads.roas(7) < 1 then suppliers.yiwu.capacity -= 5
                                    ^^^^^^^^^^^^^^^^^^^^^^^
      give it a value in the scenario; rules only change values that are there
    shop.yaml:25:10: error: open can only be yes or no
        - when suppliers.yiwu.open > 0 then ads.meta.budget += 5 % min 50 max 10
               ^^^^^^^^^^^^^^^^^^^
      write: suppliers.yiwu.open, or: not suppliers.yiwu.open
    shop.yaml:25:58: error: ads.meta.budget: expected money, not a percentage
        - when suppliers.yiwu.open > 0 then ads.meta.budget += 5 % min 50 max 10
                                                               ^^^
    shop.yaml:25:73: error: max is below min
        - when suppliers.yiwu.open > 0 then ads.meta.budget += 5 % min 50 max 10
                                                                              ^^
    shop.yaml:26:10: error: roas does not exist for a supplier
        - when suppliers.yiwu.roas(7) > 0 then costs.plan.amount = 10 USD per day
               ^^^^^^^^^^^^^^^^^^^^^^
      it exists for the whole business, a store, an ad channel, a product
    shop.yaml:26:62: error: the period of costs.plan.amount cannot be changed
        - when suppliers.yiwu.roas(7) > 0 then costs.plan.amount = 10 USD per day
                                                                   ^^^^^^^^^^^^^^
      use the period it already has
    shop.yaml:27:20: error: roas and cash are not in the same unit
        - when roas(7) < cash then ads.meta.budget = 10 to 20
                         ^^^^
    shop.yaml:27:48: error: ads.meta.budget: expected one value
        - when roas(7) < cash then ads.meta.budget = 10 to 20
                                                     ^^^^^^^^
      write one fixed value: a rule or event cannot set this to a range, because values are picked from ranges before a run begins
    shop.yaml:28:10: error: cash is a number, so compare it with another number
        - when cash then stores.shop.pause_ads_when_out_of_stock x2
               ^^^^
      write: cash > …
    shop.yaml:28:20: error: stores.shop.pause_ads_when_out_of_stock can only be yes or no
        - when cash then stores.shop.pause_ads_when_out_of_stock x2
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      write: = yes, or: = no
    shop.yaml:29:10: error: ads.meta.budget is a parameter, but rules look at figures
        - when ads.meta.budget < 10 then ads.meta.budget = 2e9
               ^^^^^^^^^^^^^^^
      available: cash, day, month, spend, clicks, orders, revenue, roas, cpa, margin, refund_rate, dispute_rate, stock, open
    shop.yaml:29:54: error: ads.meta.budget: out of range
        - when ads.meta.budget < 10 then ads.meta.budget = 2e9
                                                           ^^^
      allowed: 0 USD per day to 10000000 USD per day
    shop.yaml:30:10: error: open of what?
        - when open then quit
               ^^^^
      write: stores.shop.open
    shop.yaml:31:10: error: refund_rate does not exist for an ad channel
        - when ads.meta.refund_rate(7) > 1 % then close shop
               ^^^^^^^^^^^^^^^^^^^^^^^
      it exists for the whole business, a store, a product
    shop.yaml:31:51: error: there is nothing called shop that you can close
        - when ads.meta.refund_rate(7) > 1 % then close shop
                                                        ^^^^
      nearest: stores.shop
    shop.yaml:32:25: error: this offer is not sold from your own stock
        - when stock < 5 then products.lamp.offers.yiwu.own_stock.order_quant…
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      give it an order_quantity in the scenario
    shop.yaml:33:32: error: expected one amount
        - when cash > 5,000 then pay 20 to 40 USD, pay 5 CHF, pay 8 %, hold stores.shop
                                     ^^^^^^^^^^^^
      only an event can pay an amount written as a range
    shop.yaml:33:50: error: no exchange rate is given for CHF
        - when cash > 5,000 then pay 20 to 40 USD, pay 5 CHF, pay 8 %, hold stores.shop
                                                       ^^^^^
      give fx: {CHF: {rate: …, volatility: …}}
    shop.yaml:33:61: error: expected money, not a percentage
        - when cash > 5,000 then pay 20 to 40 USD, pay 5 CHF, pay 8 %, hold stores.shop
                                                                  ^^^
      expected: USD
    shop.yaml:33:66: error: only an event can hold payouts: the processor withholds them, not you
        - when cash > 5,000 then pay 20 to 40 USD, pay 5 CHF, pay 8 %, hold stores.shop
                                                                       ^^^^^^^^^^^^^^^^
      write an event
    shop.yaml:35:43: error: wrong unit: per day
        … {name: c, from: 5, then: "pay damages 9 USD per day, hold ads.meta, pay same as cash.budget"}
                                                ^^^^^^^^^^^^^
      for example: 40 USD
    shop.yaml:35:63: error: there is nothing called ads.meta that you can hold
        … {name: c, from: 5, then: "pay damages 9 USD per day, hold ads.meta, pay same as cash.budget"}
                                                                    ^^^^^^^^
      available: stores, stores.shop
    shop.yaml:35:77: error: expected one amount
        … {name: c, from: 5, then: "pay damages 9 USD per day, hold ads.meta, pay same as cash.budget"}
                                                                                  ^^^^^^^^^^^^^^^^^^^
    shop.yaml:36:14: error: traffic.*.visits += 800: no such parameter: traffic.*.visits
        - {preset: viral-video}
                   ^^^^^^^^^^^
      preset viral-video does not fit here: give then yourself
    shop.yaml:37:12: error: when does a happen?
        - {name: a, then: quit}
                 ^
      write "chance: 2 % per month", or give a date with "from" or a condition with "when"
    shop.yaml:37:21: error: an event cannot quit: closing the store for good is your decision
        - {name: a, then: quit}
                          ^^^^
      write a rule
    shop.yaml:38:12: error: two events have the same name: a
        - {name: a, chance: 40 %, then: close suppliers.yiwu}
                 ^
      an event's random numbers depend on its name: rename one of the two events
    shop.yaml:38:23: error: on which day does luck decide whether a happens?
        - {name: a, chance: 40 %, then: close suppliers.yiwu}
                            ^^^^
      write "chance: 2 % per month", or give a date with "from"
    shop.yaml:39:44: error: no such figure: raos
        - {name: b, chance: 2 % per month, when: raos(7) > 1, then: pause ads.meta}
                                                 ^^^^
      nearest: roas
    shop.yaml:40:41: error: over how many days does roas look back?
        product_tests: {candidates: 3, keep_if: roas >= 1.4, stop_if: roas(14) < 1.1 for 2 days}
                                                ^^^^
      write: roas(7)
    shop.yaml:40:63: error: this condition looks at one morning at a time, so you cannot write "for N days" here
        product_tests: {candidates: 3, keep_if: roas >= 1.4, stop_if: roas(14) < 1.1 for 2 days}
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^
      look back over more days instead, for example: roas(14)

    """#
}
