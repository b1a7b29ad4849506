import Language
import Scenarios
import Simulation
import Testing

extension SimulatorTests {
  /// A parameter that no part of the engine reads cannot exist.
  @Suite("Every parameter matters") struct EveryParameterTests {
    /// Shares sum to 1, so that none can be changed alone; another product to be tested needs a store of its own.
    private static let neverAlone: Set = ["products.*.share", "stores.*.payments.*.share", "product_tests.product"]
    /// Names and days of what is on its way, for which another one needs another part, or another day of it; and the start,
    /// which would leave some of it in the past.
    private static let namesOfOpening: Set = [
      "start", "opening.payouts.*.store", "opening.payouts.*.payments", "opening.owed.*.to", "opening.orders.*.ordered",
      "opening.orders.*.supplier",
      "opening.disputes.*.on", "opening.stock.*.offer", "opening.arriving.*.offer",
    ]
    /// Words for the reader.
    private static let wordsOnly: Set = ["name", "currency", "niche", "choice"]

    @Test("a change of any parameter changes some figure of some world")
    func everyParameter() throws {
      let base = try scenario(Self.everything)
      var other = base
      other.returns.returnTo = .supplier
      // A running business cannot be entered with a store that is paid abroad.
      var abroad = base
      abroad.opening = OpeningBalances()
      abroad.stores["shop"]?.currency = "CNY"
      abroad.stores["shop"]?.payoutAccount = "account"
      abroad.stores["market"]?.currency = "EUR"
      var (met, felt): (Set<String>, Set<String>) = ([], [])
      for scenario in [base, other, abroad] {
        let worlds = try figures(scenario)
        for slot in scenario.slots where !Self.wordsOnly.contains(slot.path) {
          let kind = Self.declaration(of: slot, in: scenario)
          guard !felt.contains(kind), let value = Self.other(slot.get(scenario), slot, scenario) else { continue }
          var changed = scenario
          slot.set(&changed, value)
          guard changed.issues.isEmpty else { continue }
          met.insert(kind)
          if try figures(changed) != worlds { felt.insert(kind) }
        }
      }
      #expect(met.subtracting(felt).sorted() == [])
      let declared = Set(
        base.slots.map { Self.declaration(of: $0, in: base) }.filter { kind in
          // Scores act through the rates that they give when a file is read: ScorecardTests.
          !Self.wordsOnly.contains(kind) && !kind.hasPrefix("scorecard.") && !kind.hasPrefix("suppliers.*.scores.")
        })
      #expect(
        declared.subtracting(met).subtracting(Self.neverAlone).subtracting(Self.namesOfOpening).sorted() == [],
        "not tried")
    }

    /// Where a parameter is declared: its path without the names of entities and the places of items.
    private static func declaration(of slot: Slot, in scenario: Scenario) -> String {
      let names = Set(
        scenario.products.names + scenario.stores.names + scenario.ads.names + scenario.traffic.names
          + scenario.suppliers.names + scenario.costs.names + scenario.currencies.names + scenario.payoutAccounts.names
          + scenario.loans.names + scenario.advances.names
          + scenario.adAccounts.names + scenario.cards.names + scenario.freight.names + scenario.tariffs.names
          + scenario.freight.entries.flatMap(\.value.zones.names)
          + scenario.stores.entries.flatMap(\.value.payments.names))
      return slot.path.split(separator: ".").map(String.init)
        .map { names.contains($0) || Int($0) != nil ? "*" : $0 }.joined(separator: ".")
    }

    private func figures(_ scenario: Scenario) throws -> [[Double]] {
      let outcome = try engineWorlds(scenario, paths: 96, seed: 5)
      return [outcome.finalWorth, outcome.ruinDay] + Metric.allCases.map { outcome.total($0) }
    }

    /// Another value that the field allows; nil for what cannot be changed alone.
    private static func other(_ value: FieldValue?, _ slot: Slot, _ scenario: Scenario) -> FieldValue? {
      let range = slot.info.range ?? 0...1
      func moved(_ number: Double) -> Double {
        let step = number == 0 ? 0.3 * min(1, range.upperBound) : number * 0.3
        if case .count = slot.info.kind { return range.contains(number + 1) ? number + 1 : number - 1 }
        let rounded = slot.info.kind == .wholeDays || number.rounded() == number && number > 5
        let up = rounded ? (number + max(1, step)).rounded() : number + step
        return range.contains(up) ? up : max(range.lowerBound, number - step)
      }
      switch value {
      case .number(let number): return .number(moved(number))
      case .amount(let amount): return .amount(PeriodAmount(amount.value + 30, amount.period))
      case .lag(.fixed(let days)): return .lag(.fixed(days + max(3, (0.3 * days).rounded())))
      case .lag(.lognormal(let median, let sigma)): return .lag(.lognormal(median: median * 1.5, sigma: sigma))
      case .lag(.uniform(let low, let high)): return .lag(.uniform(low, high + 5))
      case .size(let size): return .size(Size(size.mean * 1.5))
      case .opening: return .opening(.day(20))
      case .flag(let flag): return .flag(!flag)
      case .date(let date): return date.adding(days: 40).map(FieldValue.date)
      case .list(let list): return .list(list.enumerated().map { $1 * ($0 == 3 ? 1.5 : 1) })
      case .text(let text):
        switch slot.info.kind {
        case .choice(let words): return words.first { $0 != text }.map(FieldValue.text)
        case .reference("stores"): return scenario.stores.names.first { $0 != text }.map(FieldValue.text)
        case .reference("products"): return scenario.products.names.first { $0 != text }.map(FieldValue.text)
        case .reference("cards"): return scenario.cards.names.first { $0 != text }.map(FieldValue.text)
        case .reference("ad_accounts"): return scenario.adAccounts.names.first { $0 != text }.map(FieldValue.text)
        case .reference("freight"): return scenario.freight.names.first { $0 != text }.map(FieldValue.text)
        case .reference("tariffs"): return scenario.tariffs.names.first { $0 != text }.map(FieldValue.text)
        case .reference("fx"): return scenario.currencies.names.first { $0 != text }.map(FieldValue.text)
        case .condition: return .text("roas(3) >= 5")
        case .text: return .text("elsewhere")
        default: return nil
        }
      case .uncertain, .chance, .quoted: return nil
      case nil where slot.info.name == "currency": return .text("CNY")
      case nil where slot.info.name == "payout_account": return .text("account")
      case nil where slot.info.name == "card": return .text("visa")
      case nil where slot.info.name == "account": return .text("bills")
      case nil where slot.info.name == "freight" || slot.info.name == "head_freight": return .text("line")
      case nil where slot.info.name == "tariff": return .text("lamps")
      case nil where slot.info.kind == .text: return .text("elsewhere")
      case nil: return slot.info.kind == .wholeDays || slot.info.kind == .days ? .number(max(range.lowerBound, 3)) : nil
      }
    }

    /// Every part of the model at once, each so strong that it is felt.
    private static let everything = """
      name: everything
      currency: USD
      start: 2027-03-10
      months: 7
      common_cause: 40 %
      cash: {budget: 3000, credit_line: 2000, interest_rate: 30 % per year}
      tax: {rate: 20 %}
      fx: {CNY: {rate: 0.14, volatility: 0.3, spread: 1 %}, EUR: {rate: 1.1, volatility: 0.2, correlation: 0.5, spread: 1 %}}
      payout_accounts: {account: {fee: 1 %, fee_fixed: 2 USD, spread: 1 %, days: 2}}
      loans: {bank: {amount: 500, fee: 3 %, interest_rate: 12 % per year, months: 8, starts: 3}}
      advances: {capital: {store: shop, amount: 700, fee: 10 %, share: 8 %, starts: 5}}
      costs: {plan: {amount: 39 USD per month}, samples: {amount: 50 USD once, row: other}}
      market:
        season: [1, 1, 1, 1.2, 0.8, 1, 1, 1, 1, 1, 1, 1]
        trend: 20 % per year
        demand_sd: 0.2
        fad_halflife: 150 days
        copycats: 30 % per year
        ads_correlation: 40 %
        delivery_sensitivity: 2 %
      product_tests: {candidates: 6, product: novelty, conversion: 1 % to 8 %, test_spend: 120, test_days: 5, keep_if: roas(4) >= 1, stop_if: roas(9) < 0.8, live: 2}
      products:
        lamp:
          store: shop
          price: 40
          reference_price: 38
          elasticity: 1.5
          share: 60 %
          units_per_order: 1.5
          promised_days: 12
          late_complaint: 30 %
          return_rate: 5 %
          repeat_rate: 20 %
          repeat_days: 20
          express: {uptake: 30 %, price: 9, cost: 6, transit_days: 4}
          parcel: {weight: 420 g, length: 30 cm, width: 20 cm, height: 12 cm}
          offers:
            yiwu: {unit_cost: 60, shipping_cost: 20, freight: line, tariff: lamps, stockout_rate: 30 % per month, stockout_days: 6, delisting_rate: 5 % per month}
            warehouse: {unit_cost: 10, shipping_cost: 4, own_stock: {order_quantity: 40, minimum_order: 45, deposit: 30 %, balance_days: 8, reorder_point: 15, opening_units: 30, lead_days: 12, head_freight: sea, storage: 0.5, storage_by_volume: 0.5, fulfilment: 2, leftover_share: 50 %}}
        mug:
          store: shop
          price: 25
          share: 40 %
          conversion_factor: 0.8
          offers:
            yiwu: {unit_cost: 40, shipping_cost: 25}
            warehouse: {unit_cost: 8, shipping_cost: 3, own_stock: {order_quantity: 10, reorder_point: 2, lead_days: 9}}
        novelty:
          store: tests
          price: 30
          offers:
            yiwu: {unit_cost: 50, shipping_cost: 20}
            depot: {unit_cost: 9, shipping_cost: 4}
        spare:
          store: market
          price: 35
          return_rate: 10 %
          offers:
            depot: {unit_cost: 8, shipping_cost: 4}
      stores:
        shop:
          conversion: 4 %
          vat_rate: 10 %
          commission: 2 %
          pause_ads_when_out_of_stock: yes
          hold_rate: 20 % per month
          hold_share: 80 %
          hold_days: 15
          hold_multiplier: [{above: 1 %, times: 3}, {above: 2 %, times: 6}, {above: 3 %, times: 9}, {above: 4 %, times: 12}, {above: 5 %, times: 15}]
          payments:
            card: {share: 70 %, payment_fee: 2.9 %, payment_fee_fixed: 0.3, payout_days: 3, payout_business_days: yes, reserve_rate: 10 %, reserve_days: 30}
            wallet: {share: 30 %, payment_fee: 3.5 %, payment_fee_fixed: 0.5, payout_days: 6, payout_from: delivery, payout_cycle: 7, reserve_rate: 5 %, reserve_days: 20}
        tests: {conversion: 2 %, payment_fee: 2.9 %, payment_fee_fixed: 0.3, payout_days: 4, payout_business_days: yes, payout_cycle: 5, reserve_rate: 5 %, reserve_days: 30}
        market: {conversion: 3 %, opens: 15, payment_fee: 3 %, payout_days: 5}
      ads:
        meta:
          store: shop
          budget: 40
          cpc: 0.7
          price_sd: 0.2
          season_ads: [1, 1, 1, 1.2, 0.8, 1, 1, 1, 1, 1, 1, 1]
          inflation: 10 % per year
          carryover: 50 %
          saturation: 120
          hill: 1.3
          intent: 1.1
          fatigue_halflife: 20
          fatigue_floor: 40 %
          creative_refresh: 25
          creative_cost: 40
          learning_days: 7
          learning_factor: 0.7
          noise_sd: 0.3
        views: {store: market, account: bills, opens: 5, budget: 15, cpm: 8, ctr: 1 %}
        trial: {store: tests, account: purse, budget: 20, cpc: 0.6}
      cards: {visa: {limit: 250, statement_day: 12, due_days: 9, interest_rate: 40 % per year}, spare: {limit: 20}}
      ad_accounts: {bills: {pays: threshold, threshold: 60, days: 4}, purse: {pays: prepaid, top_up: 90, lost_on_ban: 50 %}}
      traffic:
        search: {store: shop, opens: 10, visits: 60, ramp_days: 60, cost: 30, hours: 12, commission: 15 %, intent: 1.3, noise_sd: 0.2}
      freight:
        line: {parcel_fee: 0.4, first_weight: 100 g, first_price: 0.3, kilogram_price: 2, step_weight: 50 g, volume_divisor: 30000, surcharge: 10 %, zones: {far: {share: 30 %, surcharge: 40 %}}}
        sea: {kilogram_price: 0.3, step_weight: 1 kg, volume_divisor: 6000}
      tariffs: {lamps: {duty_rate: 1 %, duty_per_line: 0.2}, toys: {duty_rate: 1 %}}
      suppliers:
        yiwu:
          region: zhejiang
          currency: CNY
          failure_rate: 25 % per month
          failure_days: 9
          detection_days: 2
          capacity: 12
          handling_days: 1 to 4
          transit_days: 8 to 18
          lost_rate: 3 %
          defect_rate: 6 %
          supplier_recovery: 40 %
          price_drift: 15 % per year
          price_jump_rate: 20 % per month
          price_jump: -5 % to 20 %
          slide_rate: 25 % per month
          slide_days: 25
          slide_factor: 3
          test_order_days: 14
          duty_rate: 15 %
          duty_per_order: 0.5
          terms_days: 3
        warehouse: {region: home, failure_rate: 10 % per month, failure_days: 5, handling_days: 1, transit_days: 3 to 6, defect_rate: 2 %, lost_rate: 1 %, duty_rate: 5 %, duty_per_order: 0.3, terms_days: 5, supplier_recovery: 20 %, detection_days: 1, capacity: 6}
        depot: {region: home, card: visa, failure_rate: 12 % per month, handling_days: 2, transit_days: 9, lost_rate: 2 %, defect_rate: 3 %, supplier_recovery: 30 %, price_drift: 10 % per year, duty_rate: 5 %, duty_per_order: 0.2, terms_days: 2}
      returns:
        fraud_rate: 1 %
        refund_days: 3
        keep_it_threshold: 32
        resale_share: 40 %
        dispute_share: 30 %
        dispute_days: 20
        chargeback_fee: 15
        win_rate: 30 %
        dispute_decision_days: 20
        return_to: local
        to_supplier: {return_shipping: 15, seller_share: 60 %}
        to_local: {return_shipping: 6, seller_share: 80 %}
      operations: {tickets_per_order: 0.1, tickets_per_problem: 1, ticket_cost: 2, ticket_minutes: 8, order_minutes: 4, ads_minutes: 15, search_hours: 5, setup_hours: 20, messages: {cost: 0.1, fewer_tickets: 30 %, fewer_late_complaints: 40 %}}
      insurance: {cover: 300, deductible: 100}
      events: [{name: ban, from: 33, lasts: 4 days, then: pause ads.trial}, {name: somebody is hurt, from: 40, then: "pay damages 150 to 900 USD"}]
      brand: {reputation_weight: 3, reputation_halflife: 20, bad_reference: 5 %, spend: 4, halflife: 60, scale: 6, repeat_lift: 0.5, price_acceptance: 30 %, copycat_shield: 50 %}
      opening:
        payouts: [{store: shop, payments: card, due: 2027-03-14, amount: 300}]
        reserves: [{store: shop, until: 2027-03-20, amount: 60}]
        holds: [{store: shop, until: 2027-03-25, withheld: 80, share: 50 %}]
        deductions: [{store: shop, amount: 90}]
        owed: [{to: state, due: 2027-03-22, amount: 70}]
        orders:
          - {product: mug, ordered: 2027-03-04, count: 20, delivered: no, supplier: yiwu, value: 30, claim: 8}
          - {product: lamp, ordered: 2027-02-25, count: 15}
        disputes: [{store: shop, on: 2027-03-01, count: 3, open: 1, value: 40}]
        stock: [{offer: products.mug.offers.warehouse, units: 9, unit_cost: 7}]
        arriving: [{offer: products.lamp.offers.warehouse, units: 10, on: 2027-03-18, unit_cost: 11}]
        reputation: {bad: 20 %, orders: 60}
        ads: {meta: {adstock: 10, creative_age: 12}}
      """
  }
}
