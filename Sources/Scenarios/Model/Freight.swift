/// A carrier's price list: what a parcel costs by its weight (model 6).
package struct Freight: Equatable, Sendable {
  package var parcelFee = 0.0
  package var firstWeight = 0.0
  package var firstPrice = 0.0
  package var kilogramPrice = 0.0
  package var stepWeight = 1.0
  package var volumeDivisor: Double?
  package var surcharge = 0.0
  package var zones = Named<FreightZone>()
  package init() {}
}

extension Freight: Described {
  package static let shape = Shape<Freight>(
    fields: [
      Field(
        "parcel_fee", \.parcelFee, .money(per: .parcel), 0...1e5, live: true,
        "A fee for each parcel, whatever its weight, such as a registration fee."
      ).paid,
      Field(
        "first_weight", \.firstWeight, .measure(.weight), 0...1e6,
        "The weight that first_price pays for, such as the first 500 g; 0 g: every gram is charged at kilogram_price."),
      Field(
        "first_price", \.firstPrice, .money(per: .parcel), 0...1e5, live: true,
        "The price of the first weight; lighter parcels pay it in full."
      ).paid,
      Field(
        "kilogram_price", \.kilogramPrice, .money(per: .kilogram), 0...1e5, live: true,
        "The price of each kilogram beyond the first weight. If a list says 15 USD for each further 500 g, enter 30 USD per kg."
      ).paid,
      Field(
        "step_weight", \.stepWeight, .measure(.weight), 1...1e6,
        "Weight beyond the first weight is rounded up to whole steps of this size, such as 500 g."),
      Field(
        "volume_divisor", \.volumeDivisor, .factor, 100...100_000,
        "Cubic centimetres that count as one kilogram, usually 5000, 6000 or 8000. A parcel pays for its weight or for its volume, whichever is more; none: for its weight alone."
      ),
      Field(
        "surcharge", \.surcharge, .share, 0...1, live: true,
        "What is added to first_price and kilogram_price, as a share, such as for fuel or for the peak season; the parcel fee stays as it is."
      ),
    ],
    groups: [
      Group(
        unaided: "zones", \.zones,
        "Zones that cost more, such as remote areas; every parcel pays the average over all zones.")
    ])
}

/// A part of the parcels that costs more to deliver.
package struct FreightZone: Equatable, Sendable {
  package var share = 0.0
  package var surcharge = 0.0
  package init() {}
}

extension FreightZone: Described {
  package static let shape = Shape<FreightZone>(fields: [
    Field("share", \.share, .share, 0...1, required: true, "The share of your parcels that go to this zone."),
    Field(
      "surcharge", \.surcharge, .share, 0...1, required: true,
      "What the zone adds to first_price and kilogram_price: 30 % makes both 30 % higher; the parcel fee stays as it is."
    ),
  ])
}

/// How heavy and how large one unit is, packed (model 6).
package struct Parcel: Equatable, Sendable {
  package var weight: Double?
  package var length: Double?
  package var width: Double?
  package var height: Double?
  package init() {}

  /// Cubic centimetres; nil where a side is not given.
  package var volume: Double? {
    guard let length, let width, let height else { return nil }
    return length * width * height
  }
}

extension Parcel: Described {
  package static let shape = Shape<Parcel>(fields: [
    Field("weight", \.weight, .measure(.weight), 1...1e6, "Weight of one unit with its packaging, such as 350 g."),
    Field("length", \.length, .measure(.length), 0.1...1000, "Length of one packed unit, such as 30 cm."),
    Field("width", \.width, .measure(.length), 0.1...1000, "Width of one packed unit."),
    Field("height", \.height, .measure(.length), 0.1...1000, "Height of one packed unit."),
  ])
}

/// What customs take for one kind of goods, on top of what a supplier's goods pay anyway (model 6).
package struct Tariff: Equatable, Sendable {
  package var dutyRate = 0.0
  package var dutyPerLine = 0.0
  package init() {}
}

extension Tariff: Described {
  package static let shape = Shape<Tariff>(fields: [
    Field(
      "duty_rate", \.dutyRate, .share, 0...1, live: true,
      "Duty on these goods as a share of their cost, on top of the supplier's duty_rate."),
    Field(
      "duty_per_line", \.dutyPerLine, .money(per: .itemLine), 0...1e4, live: true,
      "Duty for each order of these goods: a fixed sum per line of the customs declaration, such as 3 EUR in the EU. Goods you import in bulk (own_stock) do not pay it."
    ).paid,
  ])
}

/// A price list as it is on one day in one world: numbers alone.
package struct FreightRates: Sendable {
  package var parcelFee: Double
  package var firstWeight: Double
  package var firstPrice: Double
  package var kilogramPrice: Double
  package var stepWeight: Double
  package var volumeDivisor: Double?
  /// One plus the surcharge and what zones add on average.
  package var factor: Double

  package init(
    parcelFee: Double, firstWeight: Double, firstPrice: Double, kilogramPrice: Double, stepWeight: Double,
    volumeDivisor: Double?, factor: Double
  ) {
    self.parcelFee = parcelFee
    self.firstWeight = firstWeight
    self.firstPrice = firstPrice
    self.kilogramPrice = kilogramPrice
    self.stepWeight = stepWeight
    self.volumeDivisor = volumeDivisor
    self.factor = factor
  }

  /// What a parcel costs (model 6):
  ///
  ///     chargeable = max(weight, 1000 · volume ÷ divisor)
  ///     price      = parcel fee + factor · (first price + kilogram price · step ÷ 1000 · ⌈(chargeable − first) ÷ step⌉)
  ///
  /// - Parameters:
  ///   - weight: in grams.
  ///   - volume: in cubic centimetres; nil where it is not known.
  package func price(weight: Double, volume: Double?) -> Double {
    var chargeable = weight
    if let volumeDivisor, let volume { chargeable = max(weight, 1000 * volume / volumeDivisor) }
    // A millionth of a step is rounding.
    let steps = max(0, ((chargeable - firstWeight) / stepWeight - 1e-6).rounded(.up))
    return parcelFee + factor * (firstPrice + kilogramPrice * stepWeight / 1000 * steps)
  }
}

extension Freight {
  /// The list as the scenario gives it.
  package var rates: FreightRates {
    FreightRates(
      parcelFee: parcelFee, firstWeight: firstWeight, firstPrice: firstPrice, kilogramPrice: kilogramPrice,
      stepWeight: stepWeight, volumeDivisor: volumeDivisor,
      factor: 1 + surcharge + zones.entries.map { $0.value.share * $0.value.surcharge }.reduce(0, +))
  }
}

extension Scenario {
  /// What a parcel of so many units of a product costs by a price list; nothing where there is no such list.
  package func freightPrice(_ list: String, of product: Product, units: Double) -> Double {
    guard let freight = freight[list], let weight = product.parcel.weight else { return 0 }
    return freight.rates.price(weight: weight * units, volume: product.parcel.volume.map { $0 * units })
  }

  /// The duty on the goods of an offer, as a share of their cost: the supplier's and the tariff's.
  package func dutyRate(_ offer: Offer, from supplier: Supplier) -> Double {
    supplier.dutyRate + (tariffs[offer.tariff]?.dutyRate ?? 0)
  }
}
