import Scenarios

/// Freight by weight and duty by tariff (model 6).
extension Kernel {
  /// What a parcel of so many units costs by a price list today.
  private func freight(_ list: FreightProgram, _ parcel: ParcelProgram, units: Double, _ lane: Int) -> Double {
    guard let weight = parcel.weight else { return 0 }
    let rates = FreightRates(
      parcelFee: row(list.parcelFee)[lane], firstWeight: row(list.firstWeight)[lane],
      firstPrice: row(list.firstPrice)[lane], kilogramPrice: row(list.kilogramPrice)[lane],
      stepWeight: row(list.stepWeight)[lane], volumeDivisor: list.volumeDivisor.map { row($0)[lane] },
      factor: list.zones.reduce(1 + row(list.surcharge)[lane]) { $0 + row($1.share)[lane] * row($1.surcharge)[lane] })
    return rates.price(weight: row(weight)[lane] * units, volume: volume(parcel, lane).map { $0 * units })
  }

  /// Cubic centimetres of one unit; nil where its size is not given.
  private func volume(_ parcel: ParcelProgram, _ lane: Int) -> Double? {
    parcel.sides.map { $0.reduce(1) { $0 * row($1)[lane] } }
  }

  /// Freight of an order from an offer, and the duty on it as a line of its own.
  func parcelCost(_ offer: OfferProgram, of item: ProductProgram, _ lane: Int) -> Double {
    var cost = 0.0
    if let list = offer.freight {
      cost += freight(list, item.parcel, units: row(item.unitsPerOrder)[lane], lane)
    }
    // Goods of one's own came in by the load, not by the parcel.
    if let tariff = offer.tariff, offer.ownStock == nil { cost += row(tariff.dutyPerLine)[lane] }
    return cost
  }

  /// The duty on an offer's goods as a share of their cost.
  func dutyRate(_ offer: OfferProgram, _ lane: Int) -> Double {
    let ofSupplier = row(program.suppliers[offer.supplier].dutyRate)[lane]
    return offer.tariff.map { ofSupplier + row($0.dutyRate)[lane] } ?? ofSupplier
  }

  /// What so many units cost in the warehouse, which is bought for a price: that, duty, and the way there.
  func purchaseCost(_ units: Double, for price: Double, _ offer: OfferProgram, of item: ProductProgram, _ lane: Int)
    -> Double
  {
    let landed = price * (1 + dutyRate(offer, lane))
    guard units > 0, let list = offer.ownStock?.headFreight else { return landed }
    return landed + freight(list, item.parcel, units: units, lane)
  }

  /// What a day of storage costs for so many units by their volume.
  func storageByVolume(_ terms: OwnStockProgram, of item: ProductProgram, _ units: Double, _ lane: Int) -> Double {
    guard let price = terms.storageByVolume, let volume = volume(item.parcel, lane) else { return 0 }
    return units * volume / 1e6 * row(price)[lane]
  }
}
