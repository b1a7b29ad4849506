import Language
import Testing

@testable import Scenarios

@Suite("Freight")
struct FreightIssueTests {
  private static func shop(
    product: String = "parcel: {weight: 350 g}", offer: String = "freight: line",
    freight: String = "line: {kilogram_price: 12}", more: String = ""
  ) -> String {
    """
    name: lamps
    start: 2027-06-01
    months: 3
    cash: {budget: 1000}
    products:
      lamp: {price: 35, \(product), offers: {yiwu: {unit_cost: 9, \(offer)}}}
    stores: {shop: {conversion: 2 %}}
    suppliers: {yiwu: {}}
    freight: {\(freight)}
    \(more)
    """
  }

  private func issues(_ text: String) throws -> [String] {
    do throws(FindingsError) {
      _ = try ScenarioFile(reading: Source(name: "lamps.yaml", text: text))
      return []
    } catch {
      return error.findings.map { "\($0.message) | \($0.help ?? "")" }
    }
  }

  @Test("a shop whose parcels pay by weight has no issues") func whole() throws {
    #expect(try issues(Self.shop()) == [])
  }

  @Test("lists and tariffs that do not exist are told with the nearest, or with how to add them") func missing() throws
  {
    #expect(
      try issues(Self.shop(offer: "freight: lime")) == [
        "no such freight list: lime | nearest: line"
      ])
    #expect(
      try issues(Self.shop(offer: "freight: yunexpress-parcel")) == [
        "no such freight list: yunexpress-parcel | to add it, write freight: {yunexpress-parcel: {preset: yunexpress-parcel}}"
      ])
    #expect(
      try issues(Self.shop(offer: "tariff: eu-parcel-line")) == [
        "no such tariff: eu-parcel-line | to add it, write tariffs: {eu-parcel-line: {preset: eu-parcel-line}}"
      ])
  }

  @Test("what is charged by weight needs a weight, and what is charged by volume a size") func unknownGoods() throws {
    #expect(
      try issues(Self.shop(product: "share: 100 %")) == [
        "products.lamp.parcel.weight is missing: freight line is charged by weight | for example: parcel: {weight: 350 g}"
      ])
    let size = "give length, width and height; for example: parcel: {length: 30 cm, width: 20 cm, height: 10 cm}"
    #expect(
      try issues(Self.shop(freight: "line: {kilogram_price: 12, volume_divisor: 6000}")) == [
        "freight line is also charged by volume, but the size of products.lamp is not given | \(size)"
      ])
    #expect(
      try issues(Self.shop(offer: "own_stock: {order_quantity: 50, storage_by_volume: 0.5}")) == [
        "storage is charged by volume, but the size of products.lamp is not given | \(size)"
      ])
  }

  @Test("zones are parts of the same parcels") func zones() throws {
    let zones = "zones: {far: {share: 70 %, surcharge: 20 %}, farther: {share: 40 %, surcharge: 50 %}}"
    #expect(
      try issues(Self.shop(freight: "line: {kilogram_price: 12, \(zones)}")) == [
        "the shares of line's zones sum to 1.1 | make them sum to 1 or less; the rest pays the plain price"
      ])
  }

  @Test("weight and size are read in the units of both worlds, and written back") func measures() throws {
    let product = "parcel: {weight: 0.35 公斤, length: 12 inches, width: 300 mm, height: 10厘米}"
    let file = try ScenarioFile(reading: Source(name: "lamps.yaml", text: Self.shop(product: product)))
    let parcel = file.scenario.products.entries[0].value.parcel
    #expect(parcel.weight == 350 && parcel.length == 30.48 && parcel.width == 30 && parcel.height == 10)
    let again = try ScenarioFile(reading: Source(name: "again", text: file.scenario.yaml(strategies: []))).scenario
    #expect(again == file.scenario)
  }

  @Test("a parcel pays first the first weight, then whole steps, by weight or volume")
  func price() {
    var list = Freight()
    list.parcelFee = 2
    list.firstWeight = 500
    list.firstPrice = 10
    list.kilogramPrice = 8
    list.stepWeight = 250
    list.volumeDivisor = 5000
    list.surcharge = 0.5
    func price(_ grams: Double, _ volume: Double? = nil) -> Double { list.rates.price(weight: grams, volume: volume) }
    #expect(price(1) == 17 && price(500) == 17)
    #expect(price(500.1) == 20 && price(750) == 20 && price(751) == 23)
    // 5,000 cm³ are a kilogram.
    #expect(price(100, 5000) == 23 && price(1200, 5000) == 26)
  }
}
