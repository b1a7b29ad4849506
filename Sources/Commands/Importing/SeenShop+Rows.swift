import Analysis
import Importers
import Language
import Scenarios

extension SeenShop {
  /// The rows of a folder, by the names that the scenario gives its parts. Bills count where they are in the currency that
  /// the supplier's offers are in.
  /// - Parameter presets: those that the scenario's parts build on, by path.
  init(_ rows: ShopRows, in scenario: Scenario, presets: [String: String]) {
    self.init()
    let names = ScenarioNames(scenario, presets: presets)
    let channels = Self.channels(of: Set(rows.ads.map(\.platform)).sorted(), in: scenario)
    ads = rows.ads.compactMap { row in
      channels[row.platform].map { AdDay(channel: $0, day: row.day, spend: row.spend, clicks: row.clicks) }
    }
    strangers = Set(rows.ads.map(\.platform)).filter { channels[$0] == nil }.sorted()
    orders = rows.orders.map { order in
      let store = names.store(order.channel)
      return Order(
        name: order.name, day: order.day, value: order.value, customer: order.customer, store: store,
        product: names.product(in: rows.wares[order.name] ?? "", store: store))
    }
    let products = Dictionary(orders.map { ($0.name, $0.product) }) { first, _ in first }
    refunds = rows.moneyBack.filter { !$0.isChargeback }.map { Refund(order: $0.order, day: $0.day, amount: $0.amount) }
    chargebacks = rows.moneyBack.filter(\.isChargeback).map {
      Refund(order: $0.order, day: $0.day, amount: $0.amount)
    }
    sales = rows.sales.map {
      Sale(
        processor: $0.processor, store: names.store($0.processor), day: $0.day, gross: $0.gross, fee: $0.fee,
        payout: $0.payout, paid: $0.paid)
    }
    let currencies = Set(
      scenario.suppliers.entries.map { $0.value.currency.isEmpty ? scenario.currency : $0.value.currency })
    costs = rows.costs.map { cost in
      let isKnown = currencies.count == 1 && currencies.contains(cost.currency)
      let named = names.product(in: cost.sku, store: "")
      return Cost(
        supplier: cost.supplier, product: named.isEmpty ? products[cost.order] ?? "" : named, ordered: cost.ordered,
        delivered: cost.delivered,
        goods: isKnown ? cost.goods : nil, shipping: isKnown ? cost.shipping : nil)
    }
  }

  /// Which channel the days of a platform belong to: the one of its name, the one that goes by another name of it, or the
  /// only one that there is.
  static func channels(of platforms: [String], in scenario: Scenario) -> [String: String] {
    let names = scenario.ads.names
    let others = [
      "google": ["google_ads", "search", "shopping", "ads"], "tiktok": ["tiktok_ads"],
      "meta": ["facebook", "instagram"],
    ]
    var channels: [String: String] = [:]
    for platform in platforms {
      let meant = [platform] + (others[platform] ?? [])
      if let name = meant.first(where: names.contains) { channels[platform] = name }
    }
    if platforms.count == 1, names.count == 1, channels.isEmpty { channels[platforms[0]] = names[0] }
    return channels
  }
}

extension Session {
  /// What the files beside the scenario, or in a folder that was named, tell of the shop.
  func seenShop(named word: Word?, _ invocation: Invocation) throws(CommandFailure) -> (shop: SeenShop, folder: String)
  {
    let folder = try actualsFolder(named: word, invocation)
    var tables: [TableKind: RowStore] = [:]
    do throws(Files.Problem) {
      for kind in [TableKind.orders, .lines, .adDays, .ledger, .payouts, .refunds, .costs] {
        tables[kind] = try folder.table(kind)
      }
    } catch {
      throw CommandFailure([Finding(.error, error.message, help: error.help, source: folder.name)])
    }
    let read = tables
    let rows = ShopRows(currency: scenario.currency) { read[$0] ?? RowStore($0) }
    if rows.orders.isEmpty, let other = rows.others.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
      let money = other.key.isEmpty ? say("none given") : other.key
      throw invocation.failure(
        say(
          "the orders in \(folder.name) are not in the scenario's currency (orders: \(money); scenario: \(scenario.currency))"
        ),
        at: word?.span ?? invocation.command.words[0].span,
        help: say(
          "write: set currency \(other.key.isEmpty ? scenario.currency : other.key); if the files name no currency, import them again with --currency"
        ))
    }
    return (SeenShop(rows, in: scenario, presets: presets), folder.name)
  }
}
