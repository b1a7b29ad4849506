import Scenarios
import Simulation
import Testing

/// Parcels that pay by weight, tariffs, and the way to a warehouse abroad, by hand in both simulators (model 6).
@Suite("Freight, by hand") struct FreightTests {
  /// Two orders a day at 50; goods cost 10 a unit with 20 % duty, and shipping 1.
  private static func shop(_ product: String, _ offer: String, freight: String, more: String = "") throws -> Scenario {
    try scenario(
      """
      name: by hand
      start: 2027-06-01
      months: 1
      cash: {budget: 5000}
      fx: {CNY: {rate: 0.14, spread: 1 %}}
      products:
        product: {price: 50, \(product), offers: {supplier: {unit_cost: 10, shipping_cost: 1, \(offer)}}}
      stores:
        shop: {conversion: 5 %}
      ads:
        meta: {budget: 20, cpc: 0.5}
      suppliers:
        supplier: {duty_rate: 20 %}
      freight: {\(freight)}
      \(more)
      """)
  }

  /// What the supplier is paid each day, with the reference simulator and the question of one order in agreement.
  private func payments(_ scenario: Scenario) -> [Int: Double] {
    let days = Program(scenario, seed: 1).replayPlan().days.compactMap { day in
      day.amounts[.supplierPayments].map { (day.day, $0) }
    }
    let reference = ReferenceOutcome(planOf: scenario)
    for metric in [Metric.supplierPayments, .goodsAndShipping, .stock, .otherPayments, .closingCash, .netProfit] {
      let engine = Program(scenario, seed: 1).plan().monthly(metric, month: 0)[0]
      #expect(abs(reference.monthly(metric, month: 0)[0] - engine) < 1e-6, "\(metric)")
    }
    return Dictionary(days) { first, _ in first }.mapValues { ($0 * 1e6).rounded() / 1e6 }
  }

  /// 345 g are 35 steps of 10 g: 0.35 kg at 90 a kilogram is 31.50; 5 % surcharge and 10 % of parcels that cost half as much
  /// again make it 34.65; with 18 for the parcel 52.65 yuan, at 0.14 and 1 % spread 7.44471 dollars.
  @Test("a small parcel by the gram, priced in another currency") func byTheGram() throws {
    let scenario = try Self.shop(
      "parcel: {weight: 345 g}", "freight: line",
      freight:
        "line: {parcel_fee: 18 CNY, kilogram_price: 90 CNY, step_weight: 10 g, surcharge: 5 %, zones: {far: {share: 10 %, surcharge: 50 %}}}"
    )
    let order = 10 * 1.2 + 1.0 + 7.444_71
    #expect(payments(scenario)[5] == 2 * order)
  }

  /// 40 · 30 · 20 cm are 24,000 cm³ or 4.8 kg: 4.3 kg beyond the first half kilogram are nine halves at 8, and 15.
  @Test("a bulky parcel by its volume, first and further weight") func byVolume() throws {
    let list =
      "courier: {first_weight: 500 g, first_price: 15, kilogram_price: 16, step_weight: 0.5 kg, volume_divisor: 5000}"
    let size = "length: 40 cm, width: 30 cm, height: 20 cm"
    let scenario = try Self.shop("parcel: {weight: 1.2 kg, \(size)}", "freight: courier", freight: list)
    let order = 10 * 1.2 + 1.0 + 15 + 72
    #expect(payments(scenario)[5] == 2 * order)
  }

  /// Two units of 100 g stay below the first half kilogram; the tariff adds 5 % of the goods and 3 a line.
  @Test("a parcel within the first weight, with a tariff of its own") func withinFirstWeight() throws {
    let list = "courier: {first_weight: 500 g, first_price: 15, kilogram_price: 16, step_weight: 0.5 kg}"
    let scenario = try Self.shop(
      "units_per_order: 2, parcel: {weight: 100 g}", "freight: courier, tariff: lamps", freight: list,
      more: "tariffs: {lamps: {duty_rate: 5 %, duty_per_line: 3}}")
    let order = 20 * 1.25 + 1.0 + 15 + 3
    #expect(payments(scenario)[5] == 2 * order)
  }

  /// A unit of 400 g and 6,000 cm³ counts as 1 kg by sea: 60 of them are 60 kg at 1.50 and 30 for the load, 120 in all, 2 a
  /// unit, so that one costs 10 · 1.25 + 2 = 14.50 in the warehouse. Each order pays 1 for shipping, 2.50 for picking and
  /// 6 for its last leg. The duty of a line is not due on goods that came by the load.
  @Test("a purchase for the warehouse pays its head leg, an order its last leg, a cubic metre its day") func headLeg()
    throws
  {
    let scenario = try Self.shop(
      "parcel: {weight: 400 g, length: 30 cm, width: 20 cm, height: 10 cm}",
      """
      freight: last_mile, tariff: lamps, own_stock: {order_quantity: 60, reorder_point: 8, opening_units: 14, lead_days: 10, \
      head_freight: sea, storage_by_volume: 5 USD per cbm-day, fulfilment: 2.50}
      """,
      freight:
        "sea: {parcel_fee: 30, kilogram_price: 1.50, step_weight: 1 kg, volume_divisor: 6000}, last_mile: {first_weight: 450 g, first_price: 6, kilogram_price: 3}",
      more: "tariffs: {lamps: {duty_rate: 5 %, duty_per_line: 3}}")
    let paid = payments(scenario)
    // 14 units are 14 kg by volume: 21 and 30 for the load. Two orders a day.
    let orders = 19.0
    let opening = 14 * 12.5 + 51.0
    #expect(paid[0] == opening + orders)
    // On the morning of day 3 eight are left.
    let bought = 60 * 14.50
    #expect(paid[3] == bought + orders)
    #expect(paid[5] == orders)
    let days = Program(scenario, seed: 1).replayPlan().days
    let storage = days[1].amounts[.otherPayments] ?? 0
    #expect(abs(storage - 12 * 0.006 * 5) < 1e-9, "\(storage)")
  }

  @Test("the question of one order counts freight and tariff as the run does") func oneOrder() throws {
    let scenario = try Self.shop(
      "parcel: {weight: 345 g}", "freight: line, tariff: lamps",
      freight: "line: {parcel_fee: 2, kilogram_price: 10, step_weight: 10 g}",
      more: "tariffs: {lamps: {duty_rate: 5 %, duty_per_line: 3}}")
    #expect(abs(scenario.freightPrice("line", of: scenario.products.entries[0].value, units: 1) - 5.5) < 1e-12)
    let order = 10 * 1.25 + 1.0 + 5.5 + 3
    #expect(payments(scenario)[5] == 2 * order)
  }
}
