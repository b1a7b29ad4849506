import Language
import Scenarios

/// The file of a starter: presets, what they give as comments, and behind it what is one's own.
struct StarterText: Sendable {
  private let parts: StarterParts
  private let wishes: StoreWishes

  init?(_ preset: Preset, _ wishes: StoreWishes = StoreWishes()) {
    guard let parts = StarterParts(around: preset, advertised: wishes.channel) else { return nil }
    self.parts = parts
    self.wishes = wishes
  }

  /// What a preset gives, as comments, and behind it what it does not: to change a value, take away its `#` and write
  /// another.
  /// - Parameter isOwn: whether what stands behind it takes the place of what the preset gives.
  private func part(
    _ preset: Preset, else usual: (path: String, value: String, evidence: String), isOwn: Bool = false
  ) -> String {
    let rows = preset.current.rows.filter { !$0.path.contains(".") }
    let given = rows.map { "# \($0.path): \($0.value)  # \($0.evidence.grade.rawValue): \($0.evidence.source.said)" }
    let own =
      rows.contains { $0.path == usual.path } && !isOwn ? [] : ["\(usual.path): \(usual.value)  # \(usual.evidence)"]
    return (["preset: \(preset.name)"] + given + own).map { "    " + $0 }.joined(separator: "\n")
  }

  /// What it is and how to go on, as comments.
  private var introduction: String {
    let about = say("A sample store: \(parts.store.summary.said).")
    let others = say("Ads: \(parts.ads.summary.said). Supplier: \(parts.supplier.summary.said).")
    let advice = say(
      """
      Make it yours: start with price, unit_cost, conversion and budget, which you know best. Each value is followed \
      by a
      grade (A official, B vendor data, C blog, M assumption) and its source. A line that begins with # \
      shows what
      the preset above it gives: remove the # to write your own value. `show` lists all values, `help conversion` \
      explains
      one.
      """)
    return [about, others, "", advice].joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "#" : "# \($0)" }.joined(separator: "\n")
  }

  func text(named name: String) -> String {
    text(named: name, wishes.running.map { RunningNumbers(self, $0) })
  }

  /// - Parameter numbers: what a shop that sells already implies; nil for one that is to open.
  func text(named name: String, _ numbers: RunningNumbers?) -> String {
    let item = parts.isFromChina ? "china-item" : "local-item"
    let goods = parts.goods
    let money =
      wishes.budget
      ?? StoreWishes.Value("3000 USD", say("M: how-to articles advise 1,000 to 2,000, which seldom lasts"))
    let price =
      wishes.price
      ?? .init(
        "\(goods.price) USD          ",
        say("M: orders in stores like this one are worth 25 (low), 35 to 50 (middle) or 80 (high)"))
    let (unitCost, shipping) = (wishes.unitCost ?? "\(goods.unitCost) USD", wishes.shipping ?? "\(goods.shipping) USD")
    return """
      \(introduction)

      name: \(name)
      currency: \(wishes.currency)
      start: \(Self.start)
      months: 12

      cash:
        budget: \(money.line)

      \(rates)\(costs)
      market:
        preset: \(parts.market)

      products:
        product:
          preset: \(item)
          price: \(price.line)
          promised_days: \(parts.promise.days)\(factor)
          offers:
            supplier: {preset: curated-listing, unit_cost: \(unitCost), shipping_cost: \(shipping)}  # \(wishes.costNote ?? say("M: ask the supplier"))

      stores:
        shop:
      \(part(parts.store, else: numbers.map(Self.conversion) ?? Self.conversion, isOwn: numbers != nil))\(paidAbroad)\(open)
          pause_ads_when_out_of_stock: yes

      ads:
        \(parts.ads.name):
      \(part(parts.ads, else: budget))\(open)\(numbers.map(click) ?? "")
      \(visitors)
      suppliers:
        supplier:
      \(part(parts.supplier, else: ("failure_rate", "3 % to 15 % likely 6 % per month", say("M: how often the supplier shuts down for some days"))))

      \(returns)

      operations:
        preset: by-hand

      \(wishes.running.map { "# \(Self.onTheWay)\n\($0.opening(on: Self.start, of: "product", usually: payouts($0)))\n\n" } ?? "")\(owner)
      """
  }

  // MARK: A shop that sells already

  private static let start = CalendarDate(year: 2027, month: 3, day: 1) ?? .epoch

  private static var onTheWay: String {
    say("Still open on the first morning: the payouts and bills you entered, and the orders from recent weeks.")
  }

  /// What a processor owes that pays as the preset says: the orders of so many days, less a tenth for fees and refunds.
  private func payouts(_ shop: RunningShop) -> RunningShop.Spread {
    let owed = parts.owedDays
    return RunningShop.Spread(
      shop.orders * (wishes.priceDollars ?? Double(parts.goods.price)) * Double(owed) * 0.9, within: owed)
  }

  /// It has been open for months, and so have its channels.
  private var open: String { wishes.running == nil ? "" : "\n    opens: \(RunningShop.opened)" }

  private static func conversion(_ numbers: RunningNumbers) -> (path: String, value: String, evidence: String) {
    let why = say(
      "computed so that, with every number at its average, the first month brings as many orders as you get now")
    return ("conversion", numbers.conversion, why)
  }

  /// The orders are known, so a click has one price: each world would begin with other orders.
  private func click(_ numbers: RunningNumbers) -> String {
    let why = say("M: the preset's average; your orders a day determine what an order costs you in ads")
    return numbers.click.isEmpty ? "" : "\n    cpc: \(numbers.click)  # \(why)"
  }

  // MARK: Money from home

  private var isPaidAbroad: Bool { wishes.currency != "USD" }

  /// Presets are in dollars, and answers in any currency: what needs a rate has that of a preset, and yuan the account that
  /// most sellers use.
  private var rates: String {
    let codes = wishes.foreignCurrencies
    guard !codes.isEmpty else { return "" }
    let rates = codes.map { code in
      let preset = Scenario.ratePreset(of: code, in: wishes.currency)
      let rate = preset?.exchangeRate.map { "  # \($0.rate.plain) \(wishes.currency)" } ?? ""
      return "  \(code): {preset: \(preset?.name ?? "")}\(rate)"
    }
    let accounts = account.map { "payout_accounts:\n  \($0): {preset: \($0)}\n\n" } ?? ""
    return "fx:\n\(rates.joined(separator: "\n"))\n\n\(accounts)"
  }

  private var account: String? { wishes.currency == "CNY" ? "pingpong" : nil }

  /// What is sold in dollars is paid in dollars, and changed on its way home.
  private var paidAbroad: String {
    guard isPaidAbroad else { return "" }
    return "\n    currency: USD" + (account.map { "\n    payout_account: \($0)" } ?? "")
  }

  private static var conversion: (path: String, value: String, evidence: String) {
    ("conversion", "lognormal(1.4 %, 0.95)", "B: Littledata, 2,800 Shopify stores, 2023")
  }

  /// Marketplaces pay a week after delivery and later: until then goods and ads are paid from the start money.
  private var budget: (path: String, value: String, evidence: String) {
    if let asked = wishes.adBudget { return ("budget", asked.text, asked.note) }
    return parts.isMarketplace
      ? (
        "budget", "10 USD per day",
        say("M: more orders would use up the money before the marketplace pays")
      )
      : ("budget", "30 USD per day", say("M: a new ad account is limited to about 50 a day at first"))
  }

  /// What one's own store costs beside its plan; a marketplace asks for neither apps nor a domain.
  private var costs: String {
    let plan = parts.plan.map { "\n  plan: {preset: \($0.name)}" } ?? ""
    let other = wishes.monthly.map { "\n  other: {amount: \($0.text)}  # \($0.note)" }
    guard !parts.isMarketplace else {
      let costs = plan + (other ?? "")
      return costs.isEmpty ? "" : "costs:\(costs)\n"
    }
    let apps = "\n  apps: {preset: apps, amount: 60 USD per month}  # \(say("C: 60 to 120 a month is usual"))"
    return """
      costs:\(plan)\(other ?? apps)
        domain: {preset: domain}

      """
  }

  private var factor: String {
    guard parts.promise.factor != 1 else { return "" }
    let why = say(
      "computed: the published conversion already includes the effect of long delivery, which must not count twice")
    return "\n    conversion_factor: \(parts.promise.factor.plain)  # \(why)"
  }

  /// A marketplace's own.
  private var visitors: String {
    guard parts.isMarketplace, let preset = PresetCatalogue.find("marketplace-search", for: .traffic) else { return "" }
    return "\ntraffic:\n  listing:\n\(part(preset, else: ("visits", "5 visits per day", "")))\(open)\n"
  }

  private var returns: String {
    let fraud = say("M: the marketplace bears the loss from stolen cards")
    return "returns:\n  preset: \(parts.isFromChina ? "returns-china" : "returns-local")"
      + (parts.isMarketplace ? "\n  fraud_rate: 0 %  # \(fraud)" : "")
  }

  /// Products are tried, and given up; the strategy has what how-to articles describe.
  private var owner: String {
    let heading =
      wishes.owner == nil && wishes.tests == nil
      ? say(
        "The owner tries seven products, spends a fixed amount on ads for each, and stops ads for those that lose money. See: show preset careful"
      )
      : say("The owner's rules. To see them: show preset \(wishes.owner?.name ?? "careful")")
    return """
      # \(heading)
      owner: \(wishes.owner?.name ?? "careful")
      \(tests)
      strategies:
        \(otherOwner)

      """
  }

  /// The products that are tried, if any: an owner who never stops sells one.
  private var tests: String {
    guard wishes.running == nil, wishes.tests?.candidates != 0, wishes.owner?.name != "never_stops" else { return "" }
    let number =
      wishes.tests.map { "\($0.candidates)  # \($0.note)" }
      ?? "7  # \(say("M: the number of tests that 1,000 to 2,000 USD pays for"))"
    let stake = wishes.tests?.stake.map { "\n  test_spend: \($0)" } ?? ""
    return """

      product_tests:
        candidates: \(number)\(stake)
        conversion: \(candidates)\(bounds)

      """
  }

  /// Who to compare with: one who never stops, or with him one who does.
  private var otherOwner: String {
    wishes.owner?.name == "never_stops"
      ? "careful: {owner: careful}  # \(say("stops ads that lose money, then closes the store"))"
      : "never_stops: {owner: never_stops}  # \(say("sells one product, and advertises as long as there is money"))"
  }

  /// What the owner asks of ads that sell at once, or for which less is spent than his rules are made for: nine days of
  /// 30 USD, which smaller budgets never reach.
  private var bounds: String {
    let share = (wishes.adDollars ?? (parts.isMarketplace ? 10 : 30)) / 30
    if parts.adsSellAtOnce {
      let why = say("M: these ads sell at once, so they must pay off at once")
      return
        "\n  keep_if: margin(4) >= 0 %  # \(why)\n  stop_if: margin(14) < 0 % and spend(14) >= \(Self.part(share, of: 270)) USD"
    }
    let owner = wishes.owner ?? PresetCatalogue.find("careful", for: .owner)
    guard share < 1, let rule = owner?.rows.first(where: { $0.path == "product_tests.stop_if" })?.value,
      let match = rule.firstMatch(of: />= ([0-9]+) USD$/), let spend = Double(match.1)
    else { return "" }
    let why = say("the owner's rule, with its amount scaled to this ad budget")
    return "\n  stop_if: \(rule[..<match.range.lowerBound])>= \(Self.part(share, of: spend)) USD  # \(why)"
  }

  private static func part(_ share: Double, of spend: Double) -> String { max(1, (share * spend).rounded()).plain }

  /// The store's conversion times the product's factor, which candidates stand in for.
  private var candidates: String {
    let law = parts.store.current.rows.first { $0.path == Self.conversion.path }?.value ?? Self.conversion.value
    let why = say("the store's conversion, times the product's conversion_factor if it has one")
    guard let match = law.wholeMatch(of: /lognormal\(([0-9.]+) %, ([0-9.]+)\)/), let median = Double(match.1) else {
      return "\(law)  # \(why)"
    }
    let product = ((median * parts.promise.factor * 100).rounded() / 100).plain
    return "lognormal(\(product) %, \(match.2))  # \(why)"
  }
}
