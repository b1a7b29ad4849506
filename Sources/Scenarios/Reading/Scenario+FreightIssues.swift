import Language

extension Scenario {
  /// Price lists and tariffs that do not exist, and goods of which too little is known to price their parcels.
  var freightIssues: [Issue] {
    products.entries.flatMap { product in
      product.value.offers.entries.flatMap { offer in
        offerIssues(offer.value, of: product.value, "products.\(product.name)", ".offers.\(offer.name)")
      }
    } + zoneIssues
  }

  private func offerIssues(_ offer: Offer, of product: Product, _ owner: String, _ place: String) -> [Issue] {
    let lists = [
      ("\(owner)\(place).freight", offer.freight),
      ("\(owner)\(place).own_stock.head_freight", offer.ownStock.headFreight),
    ]
    var issues = lists.compactMap { missing($0.1, at: $0.0, among: freight.names, in: .freight) }
    issues += [missing(offer.tariff, at: "\(owner)\(place).tariff", among: tariffs.names, in: .tariffs)].compactMap(
      \.self)
    let used = lists.compactMap { path, name in freight[name].map { (path, name, $0) } }
    if let (_, name, _) = used.first, product.parcel.weight == nil {
      issues.append(
        Issue(
          "\(owner).parcel.weight", say("\(owner).parcel.weight is missing: freight \(name) is charged by weight"),
          help: say("for example: parcel: {weight: 350 g}")))
    }
    let byVolume = used.first { $0.2.volumeDivisor != nil }?.1
    let isStoredByVolume = offer.ownStock.orderQuantity > 0 && offer.ownStock.storageByVolume > 0
    let missingSize =
      byVolume.map { say("freight \($0) is also charged by volume, but the size of \(owner) is not given") }
      ?? (isStoredByVolume ? say("storage is charged by volume, but the size of \(owner) is not given") : nil)
    if product.parcel.volume == nil, let missingSize {
      issues.append(
        Issue(
          "\(owner).parcel", missingSize,
          help: say("give length, width and height; for example: parcel: {length: 30 cm, width: 20 cm, height: 10 cm}"))
      )
    }
    return issues
  }

  /// What names a part that does not exist.
  private func missing(_ name: String, at path: String, among names: [String], in group: PresetGroup) -> Issue? {
    guard !name.isEmpty, !names.contains(name) else { return nil }
    let preset = PresetCatalogue.find(name, for: group)
    return Issue(
      path,
      group == .freight
        ? say("no such freight list: \(name.shortened)") : say("no such tariff: \(name.shortened)"),
      help: preset == nil
        ? Suggestion.text(for: name, among: names)
        : say("to add it, write \(group.rawValue): {\(name): {preset: \(name)}}"))
  }

  /// Zones are parts of the same parcels.
  private var zoneIssues: [Issue] {
    freight.entries.compactMap { entry in
      let sum = entry.value.zones.entries.map(\.value.share).reduce(0, +)
      guard sum > 1 + 1e-9 else { return nil }
      let shown = ((sum * 1e6).rounded() / 1e6).plain
      return Issue(
        "freight.\(entry.name).zones", say("the shares of \(entry.name)'s zones sum to \(shown)"),
        help: say("make them sum to 1 or less; the rest pays the plain price"))
    }
  }
}
