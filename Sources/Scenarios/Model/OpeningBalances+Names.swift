/// Whom a business owes (model 17).
package enum OpeningCreditor: Equatable, Sendable {
  /// By its place among the suppliers.
  case supplier(Int)
  case state
  case others
}

extension Scenario {
  /// Whom `suppliers.yiwu`, `state` or `other` means; nil where it means nobody.
  package func creditor(_ name: String) -> OpeningCreditor? {
    switch name {
    case "state": .state
    case "other": .others
    default:
      name.hasPrefix("suppliers.")
        ? suppliers.index(of: String(name.dropFirst("suppliers.".count))).map(OpeningCreditor.supplier) : nil
    }
  }

  /// The product and the supplier that `products.lamp.offers.own` means; nil where there is no such offer.
  package func offer(at path: String) -> (product: Int, supplier: String)? {
    let keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard keys.count == 4, keys[0] == "products", keys[2] == "offers", let product = products.index(of: keys[1]),
      products.entries[product].value.offers[keys[3]] != nil
    else { return nil }
    return (product, keys[3])
  }

  /// Is an offer own stock, in some world at least?
  package func isOwnStock(_ offer: (product: Int, supplier: String)) -> Bool {
    let entry = products.entries[offer.product]
    let path = "products.\(entry.name).offers.\(offer.supplier).own_stock.order_quantity"
    return uncertain[path] != nil || (entry.value.offers[offer.supplier]?.ownStock.orderQuantity ?? 0) > 0
  }
}
