package import Language

/// What one business is said to be: the whole input of a run.
package struct Scenario: Equatable, Sendable {
  package var name = ""
  package var currency = "USD"
  package var start = CalendarDate.epoch
  package var months = 12.0
  package var niche = ""
  /// Shown, but never recommended, where it is not.
  package var isChoice = true
  package var commonCause = 0.0
  package var cash = Cash()
  package var tax = Tax()
  package var currencies = Named<Currency>()
  package var payoutAccounts = Named<PayoutAccount>()
  package var loans = Named<Loan>()
  package var advances = Named<Advance>()
  package var cards = Named<Card>()
  package var costs = Named<FixedCost>()
  package var market = Market()
  package var products = Named<Product>()
  package var stores = Named<Store>()
  package var ads = Named<AdChannel>()
  package var adAccounts = Named<AdAccount>()
  package var traffic = Named<NaturalTraffic>()
  package var suppliers = Named<Supplier>()
  package var freight = Named<Freight>()
  package var tariffs = Named<Tariff>()
  package var returns = Returns()
  package var productTests = ProductTests()
  package var operations = Operations()
  package var brand = Brand()
  package var insurance = Insurance()
  package var opening = OpeningBalances()
  package var rules: [Rule] = []
  package var events: [Event] = []
  package var scorecard = ScoreWeights()

  /// Numbers that are not the same in every world, by path; the fields above hold what the plan uses.
  package var uncertain: [String: Uncertain] = [:]
  package var correlations: [Correlation] = []
  /// Amounts that are written in another currency than their parameters have unless told.
  package var quotes = Quotes()

  package init() {}
}

extension Scenario: Described {
  package static let shape = Shape<Scenario>(
    fields: [
      Field("name", \.name, .text, "The name of the scenario in tables and at the prompt."),
      Field(
        "currency", \.currency, .currency,
        "Three letters: the currency of your own money and of the statements; amounts without a currency are in this one, too."
      ),
      Field("start", \.start, "The first simulated day."),
      Field("niche", \.niche, .text, "A few words about what is sold; the simulation does not use them."),
      Field(
        "choice", \.isChoice,
        "Can you really choose this strategy? Write no if it is illegal or only shows a mistake: it is then compared with the others, but never recommended."
      ),
      Field(
        "common_cause", \.commonCause, .share, 0...1,
        "Share of supplier shutdowns that hit every supplier of the same region at once."),
      Field("months", \.months, .count(of: "months"), 1...60, certain: true, "How many calendar months are simulated."),
    ],
    groups: [
      Group(section: "cash", \.cash, "The owner's own money."),
      Group(section: "tax", \.tax, "Income tax."),
      Group(entities: "fx", \.currencies, "Currencies other than the scenario's own, each named by its three letters."),
      Group(
        entities: "payout_accounts", \.payoutAccounts,
        "Accounts that collect what stores pay out, convert it and send it home, such as PingPong or PayPal."),
      Group(entities: "loans", \.loans, "Borrowed money that is paid back in monthly instalments."),
      Group(
        entities: "advances", \.advances,
        "Money now, paid back with a share of future sales (merchant cash advance), such as Shopify Capital or PayPal Working Capital."
      ),
      Group(
        entities: "cards", \.cards,
        "Credit cards that pay for ads and goods; each channel, ad account or supplier names the card it uses."),
      Group(entities: "costs", \.costs, "Fixed costs by name: plans, apps, the money the owner takes out."),
      Group(section: "market", \.market, "Demand, and what all ad channels have in common."),
      Group(entities: "products", \.products, "What is sold, and from which suppliers."),
      Group(entities: "stores", \.stores, "Where you sell, and how the money is paid out."),
      Group(entities: "ads", \.ads, "Ad channels, which you pay for."),
      Group(
        entities: "ad_accounts", \.adAccounts,
        "Ad accounts, which you pay either before or after the ads run; each channel names the account it uses."),
      Group(
        entities: "traffic", \.traffic,
        "Visitors you do not pay for by the click: from a marketplace, search engines or social media."),
      Group(entities: "suppliers", \.suppliers, "Who ships your orders."),
      Group(
        entities: "freight", \.freight,
        "Price lists of carriers: what a parcel costs by weight and size. An offer names the price list that applies to its parcels."
      ),
      Group(
        entities: "tariffs", \.tariffs,
        "What customs take for one kind of goods (a tariff line). An offer names the tariff its goods pay."),
      Group(section: "returns", \.returns, "Refunds and chargebacks."),
      Group(section: "product_tests", \.productTests, "Trying products until one sells."),
      Group(section: "operations", \.operations, "Support tickets and the owner's hours."),
      Group(section: "brand", \.brand, "Reputation and brand."),
      Group(section: "insurance", \.insurance, "Liability insurance: how much of a damages claim it pays."),
      Group(
        section: "opening", \.opening,
        "What a business that is already running has on the first morning besides cash: payouts and bills to come, open orders, stock."
      ),
      Group(
        rules: "rules", \.rules,
        "What the owner does in the morning if yesterday's figures meet a condition: when CONDITION [and CONDITION] [for N days] then ACTION[, ACTION] [every N days]."
      ),
      Group(list: "events", \.events, "Events that happen to the store, the same under every strategy."),
      Group(section: "scorecard", \.scorecard, "How much weight each of a supplier's scores has."),
    ],
    notYet: ["extends"])
}
