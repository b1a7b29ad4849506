import Foundation
import PtySupport

/// A temporary folder with a small scenario in it, and the built program run there without a terminal.
final class Shop {
  let folder = TemporaryFolder()

  init() { folder.write(Self.yaml.utf8, to: "shop.yaml") }

  /// One product, one supplier, one channel, three months: it runs in a blink.
  static let yaml = """
    name: small shop
    currency: USD
    start: 2027-01-01
    months: 3
    cash: {budget: 3000 USD}
    products:
      lamp:
        price: 35 USD
        offers:
          yiwu: {unit_cost: 11 USD}
    stores:
      shop: {conversion: 3 %, payment_fee: 2.9 %, payout_days: 4}
    ads:
      meta: {budget: 30 USD per day, cpc: 0.50 USD, price_sd: 0.2}
    suppliers:
      yiwu: {failure_rate: 5 % per month, failure_days: 10 days, lost_rate: 2 %}
    strategies:
      lean:
        ads.meta.budget: 10 USD per day

    """

  /// The repository's folder of bundled scenarios, with a slash at its end.
  static let bundled = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scenarios/").path()

  var environment: [String] { ["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(folder.path)"] }

  func dropcast(
    _ arguments: String..., input: String = "", environment extra: [String] = []
  ) throws -> BuiltProgram.Result {
    // Of two entries for a name the C library takes the first.
    try BuiltProgram.run(
      "dropcast", arguments, input: input, in: folder.path, environment: extra + environment)
  }
}

extension BuiltProgram.Result {
  /// Neither stream may hold what only terminals understand.
  var hasEscapes: Bool { (output + errors).contains("\u{1B}") }

  var json: [String: Any] {
    get throws { try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:] }
  }
}
