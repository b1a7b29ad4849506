import Scenarios

/// A carrier's price list (model 6), ready to run.
struct FreightProgram {
  let parcelFee: Parameter
  let firstWeight: Parameter
  let firstPrice: Parameter
  let kilogramPrice: Parameter
  let stepWeight: Parameter
  let volumeDivisor: Parameter?
  let surcharge: Parameter
  let zones: [(share: Parameter, surcharge: Parameter)]

  /// nil where no list is named.
  init?(_ name: String, _ compiler: inout Compiler) {
    guard let freight = compiler.scenario.freight[name] else { return nil }
    let path = "freight.\(name)"
    parcelFee = compiler.parameter(path + ".parcel_fee", freight.parcelFee)
    firstWeight = compiler.parameter(path + ".first_weight", freight.firstWeight)
    firstPrice = compiler.parameter(path + ".first_price", freight.firstPrice)
    kilogramPrice = compiler.parameter(path + ".kilogram_price", freight.kilogramPrice)
    stepWeight = compiler.parameter(path + ".step_weight", freight.stepWeight)
    volumeDivisor = compiler.parameter(path + ".volume_divisor", freight.volumeDivisor)
    surcharge = compiler.parameter(path + ".surcharge", freight.surcharge)
    zones = freight.zones.entries.map { zone in
      let path = "\(path).zones.\(zone.name)"
      return (
        compiler.parameter(path + ".share", zone.value.share),
        compiler.parameter(path + ".surcharge", zone.value.surcharge)
      )
    }
  }
}

/// Weight and size of one unit, packed, as far as they are given.
struct ParcelProgram {
  let weight: Parameter?
  let sides: [Parameter]?

  init(_ parcel: Parcel, _ path: String, _ compiler: inout Compiler) {
    weight = compiler.parameter(path + ".weight", parcel.weight)
    let sides = [
      compiler.parameter(path + ".length", parcel.length), compiler.parameter(path + ".width", parcel.width),
      compiler.parameter(path + ".height", parcel.height),
    ]
    .compactMap(\.self)
    self.sides = sides.count == 3 ? sides : nil
  }
}

/// What customs take for the goods of an offer beside the supplier's duty.
struct TariffProgram {
  let dutyRate: Parameter
  let dutyPerLine: Parameter

  /// nil where no tariff is named.
  init?(_ name: String, _ compiler: inout Compiler) {
    guard let tariff = compiler.scenario.tariffs[name] else { return nil }
    dutyRate = compiler.parameter("tariffs.\(name).duty_rate", tariff.dutyRate)
    dutyPerLine = compiler.parameter("tariffs.\(name).duty_per_line", tariff.dutyPerLine)
  }
}
