import Language

/// A part of a scenario that rules look at, or open and close: by its place in the scenario.
package enum Subject: Hashable, Sendable {
  case business
  case store(Int)
  case channel(Int)
  case product(Int)
  case supplier(Int)
  case traffic(Int)
  case offer(product: Int, offer: Int)
  /// What a slot of product tests tries or sells; which slot is for the engine.
  case candidate

  package enum Kind: Sendable, CaseIterable {
    case business, store, channel, product, supplier, traffic, offer, candidate

    /// As messages call it.
    package var words: String {
      switch self {
      case .business: say("the whole business")
      case .store: say("a store")
      case .channel: say("an ad channel")
      case .product: say("a product")
      case .supplier: say("a supplier")
      case .traffic: say("natural traffic")
      case .offer: say("an offer")
      case .candidate: say("a tested product")
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .business: .business
    case .store: .store
    case .channel: .channel
    case .product: .product
    case .supplier: .supplier
    case .traffic: .traffic
    case .offer: .offer
    case .candidate: .candidate
    }
  }
}

extension Scenario {
  /// The parts that rules may name, by the groups they stand in.
  var subjectGroups: [(name: String, parts: [String], subject: @Sendable (Int) -> Subject)] {
    [
      ("stores", stores.names, { .store($0) }), ("ads", ads.names, { .channel($0) }),
      ("traffic", traffic.names, { .traffic($0) }), ("products", products.names, { .product($0) }),
      ("suppliers", suppliers.names, { .supplier($0) }),
    ]
  }

  /// Every part that rules may name, by its path.
  var subjects: [(path: String, subject: Subject)] {
    let groups = subjectGroups.flatMap { group in
      group.parts.enumerated().map { ("\(group.name).\($0.element)", group.subject($0.offset)) }
    }
    let offers = products.entries.enumerated().flatMap { product, entry in
      entry.value.offers.names.enumerated().map { offer, name in
        ("products.\(entry.name).offers.\(name)", Subject.offer(product: product, offer: offer))
      }
    }
    return groups + offers
  }
}
