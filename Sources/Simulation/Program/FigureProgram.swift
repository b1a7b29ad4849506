import Scenarios

/// What a rule looks at, ready to be looked up each morning: one register of the block.
enum FigureProgram: Hashable, Sendable {
  case cash
  case day
  case month
  case trailing(TrailingFigure)
  /// Own stock of some offers of products.
  case stock([OfferPlace])
  case supplierOpen(Int)
  /// One of several slots of product tests is enough.
  case productOpen([Int])
  case storeOpen(Int)
  case channelOpen([Int])
  case trafficOpen(Int)
}

/// An offer, by its product's place in the program.
struct OfferPlace: Hashable, Sendable {
  let product: Int
  let offer: Int
}

/// Finds what figures of the scenario are in the program.
struct FigureCompiler {
  let scenario: Scenario
  let channels: [ChannelProgram]
  let products: [ProductProgram]
  /// The places of the tested product's slots; none without tests.
  let slots: [Int]
  /// The channels of the slots.
  let slotChannels: [[Int]]

  /// nil for the figures of a tested product, which belong to a slot.
  func figure(_ figure: RuleFigure, _ watch: inout WatchProgram) -> FigureProgram? {
    switch figure.observable {
    case .cash: return .cash
    case .day: return .day
    case .month: return .month
    case .stock: return .stock(stock(of: figure.subject))
    case .open: return open(figure.subject)
    default: return crowd(figure.subject).map { .trailing(watch.add(figure.observable, window: figure.window, of: $0)) }
    }
  }

  func crowd(_ subject: Subject) -> Crowd? {
    switch subject {
    case .business:
      Crowd(channels: Array(channels.indices), products: Array(products.indices), side: .whole)
    case .store(let store):
      Crowd(
        channels: channels.indices.filter { channels[$0].store == store },
        products: products.indices.filter { products[$0].store == store }, side: .whole)
    case .channel(let channel):
      Crowd(channels: places(ofChannel: channel), products: [], side: .channel)
    case .product(let product):
      Crowd(channels: [], products: places(ofProduct: product), side: .product)
    case .supplier, .traffic, .offer, .candidate: nil
    }
  }

  /// The candidate of a slot of product tests.
  func crowd(ofSlot slot: Int) -> Crowd {
    Crowd(channels: slotChannels[slot], products: [slots[slot]], side: .whole)
  }

  /// A channel, and its copies that serve further slots of product tests.
  func places(ofChannel channel: Int) -> [Int] {
    channels.indices.filter { channels[$0].origin == channel }
  }

  /// A product, or the slots of the tested one.
  func places(ofProduct product: Int) -> [Int] {
    guard let first = slots.first, product >= first else { return [product] }
    return product == first ? slots : [product + slots.count - 1]
  }

  /// Where a part of the scenario stands in the program.
  func places(of subject: Subject) -> [Subject] {
    switch subject {
    case .channel(let channel): places(ofChannel: channel).map(Subject.channel)
    case .product(let product): places(ofProduct: product).map(Subject.product)
    default: [subject]
    }
  }

  private func stock(of subject: Subject) -> [OfferPlace] {
    let all = products.enumerated().flatMap { product, item in
      item.offers.indices.filter { item.offers[$0].ownStock != nil }.map { OfferPlace(product: product, offer: $0) }
    }
    switch subject {
    case .product(let product): return all.filter { places(ofProduct: product).contains($0.product) }
    case .offer(let product, let offer):
      return all.filter { places(ofProduct: product).contains($0.product) && $0.offer == offer }
    default: return all
    }
  }

  private func open(_ subject: Subject) -> FigureProgram? {
    switch subject {
    case .store(let store): .storeOpen(store)
    case .channel(let channel): .channelOpen(places(ofChannel: channel))
    case .product(let product): .productOpen(places(ofProduct: product))
    case .supplier(let supplier): .supplierOpen(supplier)
    case .traffic(let traffic): .trafficOpen(traffic)
    case .business, .offer, .candidate: nil
    }
  }
}
