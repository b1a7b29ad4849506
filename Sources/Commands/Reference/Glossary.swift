import Analysis
import Language

/// A word of the trade, or of this program, that is no command and no single figure: what it means, and what belongs to it.
package struct Term: Sendable {
  package let name: String
  /// Other words for it; the Chinese ones are those of the trade.
  package let synonyms: [String]
  package let meaning: String
  /// Commands, metrics, parameters and topics, as `help` knows them.
  package let related: [String]
  /// Texts of the program that it explains, as answers print them, with places for what changes: `M{1} {2}`.
  package let printed: [String]

  /// The term in the language of the moment.
  var word: String {
    guard Tongue.current == .chinese else { return name }
    return synonyms.first { $0.unicodeScalars.contains { !$0.isASCII } } ?? name
  }

  init(_ name: String, _ synonyms: [String], _ meaning: String, _ related: [String], printed: [String] = []) {
    self.name = name
    self.synonyms = synonyms
    self.meaning = meaning
    self.related = related
    self.printed = printed
  }

  /// A figure of a run; nil when the trade has no word for it.
  init?(_ figure: Figure) {
    guard let word = figure.words.first else { return nil }
    let names = word == figure.name ? [] : [figure.name]
    self.init(word, names + figure.words.dropFirst(), figure.doc, figure.related)
  }
}

/// The terms that `help` explains and the reference of metrics lists.
package enum Glossary {
  static func term(_ topic: String) -> Term? {
    terms.first { $0.name == topic || $0.synonyms.contains(topic) }
  }

  /// The terms that a text belongs to, as answers print it in either language.
  ///
  /// - Parameter key: the text, as ``PrintedText`` compares it.
  static func printedAs(_ key: String) -> [Term] {
    let whole = terms.filter { ([$0.name] + $0.synonyms).contains { PrintedText.key($0) == key } }
    return whole
      + patterns.filter { $0.text.fits(key) }.map { terms[$0.term] }.filter { term in
        !whole.contains { $0.name == term.name }
      }
  }

  private static let patterns: [(text: PrintedText, term: Int)] = terms.enumerated().flatMap { place, term in
    (term.printed + [term.name, term.name.prefix(1).uppercased() + term.name.dropFirst()]).flatMap {
      [$0, $0.in(.chinese)]
    }
    .map { (PrintedText($0), place) }
  }

  package static let terms =
    Figure.endings.compactMap(Term.init) + tradeTerms + endingTerms + verdictTerms + caseTerms + differenceTerms
    + questionTerms + moneyTerms + listingTerms + programTerms

  private static let tradeTerms: [Term] = [
    Term(
      "world", ["worlds", "path", "future", "一次模拟", "模拟次数", "世界"],
      "One possible future of the store, day by day. Each draws its own luck, and its own value for every uncertain number.",
      ["run", "explain", "ranges"]),
    Term(
      "plan", ["均值推算", "按均值", "计划", "预算表"],
      "What a spreadsheet would say: every number at its mean, no luck. A run shows it beside the results of the worlds, under “averages”.",
      ["run"]),
    Term(
      "seed", ["随机种子", "种子"],
      "The number that chooses which worlds are run. The same seed gives exactly the same worlds on every machine.",
      ["run"]),
    Term(
      "percentile", ["p5", "p25", "p50", "p75", "p95", "median", "quantile", "百分位", "分位数", "中位数", "中位情形"],
      "P50 is the median: half of the worlds have less. 5 of 100 worlds have less than P5, and 5 of 100 more than P95.",
      ["run", "assert"]),
    Term(
      "cvar5", ["expected shortfall", "尾部均值"],
      "The mean of the worst 5 % of worlds: how bad it gets when things go badly.", ["assert", "optimize"]),
    Term(
      "mean", ["average", "均值", "平均值"],
      "The sum over all worlds divided by their number: a few very good worlds can lift it above P50.",
      ["run", "assert"]),
    Term(
      "standard deviation", ["sd", "标准差"],
      "How far apart the worlds lie: most lie within one standard deviation of the mean.",
      ["assert"]),
    Term(
      "paired", ["same worlds", "同样的模拟"],
      "In each world, all strategies face the same luck, so the difference between two of them is known more precisely than the result of either one.",
      ["compare", "whatif"]),
    Term(
      "return on ad spend", ["投产比", "广告回报率"],
      "Revenue ÷ ad spend. At the break-even ROAS, an order just pays for its ads.",
      ["roas", "breakeven"]),
    Term(
      "click price", ["cost per click", "点击单价"],
      "What a click costs. It swings from day to day, with the season, and with what competitors bid.",
      ["ads.cpc", "ads.price_sd", "ads.season_ads"]),
    Term(
      "buyer cost", ["cac", "cost per acquisition", "获客成本"],
      "Ad spend ÷ orders, which equals click price ÷ conversion.",
      ["cpa", "breakeven"]),
    Term(
      "conversion rate", ["cvr", "转化率"], "Orders ÷ visitors.",
      ["stores.conversion", "products.conversion_factor", "ads.intent"]),
    Term(
      "gross margin", ["毛利润", "毛利", "毛利率"],
      "Revenue minus goods, shipping and duty, as money or as a share of revenue.",
      ["gross_profit", "margin"]),
    Term(
      "net margin", ["净利率", "净利润率"], "Net profit ÷ revenue.", ["net_profit", "breakeven"]),
    Term(
      "order value", ["aov", "average order value", "客单价"], "Revenue ÷ orders.",
      ["revenue", "orders", "products.price", "products.units_per_order"]),
    Term("net profit", ["净利润"], "What is left of revenue after all costs; it is not cash.", ["net_profit", "run"]),
    Term(
      "ad share", ["acos", "广告花费占销售额比例", "广告花费占比", "广告占比"], "Ad spend ÷ revenue, which is 1 ÷ ROAS.", ["ads", "roas"]),
    Term(
      "cash flow", ["现金流", "现金"],
      "Money that actually comes in and goes out. Ads and suppliers are paid today, payouts come later: a store may make a profit and still run out of money.",
      ["closing_cash", "lowest_cash", "payouts", "stores.payout_days"]),
    Term(
      "processor", ["payment processor", "收款平台", "支付服务商"],
      "The company that collects what your customers pay and then pays it out to you, or the marketplace itself.",
      ["stores.payment_fee", "stores.payout_days", "stores.hold_rate"]),
    Term(
      "payout", ["回款", "结算", "提现", "放款"],
      "The money from your sales that a processor collected and, some days later, passes on to you.",
      ["payouts", "stores.payout_days", "stores.payout_from"]),
    Term(
      "hold", ["frozen payouts", "冻结", "资金冻结"], "A processor withholds payouts, for weeks or months.",
      ["stores.hold_rate", "stores.hold_share", "stores.hold_days", "stress"]),
    Term(
      "reserve", ["准备金", "滚动准备金", "保证金"], "A share of each sale that a processor keeps for some months.",
      ["stores.reserve_rate", "stores.reserve_days", "released"]),
    Term(
      "refund", ["退款", "退款损失", "退货"],
      "Money given back for orders lost, broken, late or unwanted. You do not get the card fees back.",
      ["refunds", "refunds_and_chargebacks", "products.return_rate", "returns.refund_days"]),
    Term(
      "chargeback", ["dispute", "拒付", "争议", "纠纷"],
      "The customer's bank takes the money of an order back from you, and you pay a fee as well.",
      ["chargebacks", "returns.dispute_share", "returns.chargeback_fee", "returns.win_rate"]),
    Term(
      "backup supplier", ["second supplier", "备选供应商", "备用供应商"],
      "A second offer for a product, from another supplier, listed below the first. From the day you notice that the first supplier is closed until it opens again, the second one gets the orders.",
      ["suppliers.failure_rate", "suppliers.detection_days", "products.offers.unit_cost", "scorecard"]),
    Term(
      "defect", ["次品", "残次"], "An order that arrives wrong, broken or not as described.",
      ["suppliers.defect_rate", "returns.dispute_share"]),
    Term(
      "own stock", ["自主备货", "备货", "自备货", "囤货", "海外仓"],
      "Goods bought in bulk before they are sold, and kept in a warehouse: cheaper to buy and quicker to deliver, but paid for in advance.",
      ["products.offers.own_stock.order_quantity", "products.offers.own_stock.lead_days"]),
    Term(
      "candidate", ["待测品", "测品", "候选品"],
      "A product that is tried with a little ad money: kept if it sells, dropped if not.",
      ["product_tests.candidates", "product_tests.test_spend", "winner_found", "winner_earns"]),
    Term(
      "copycat", ["imitator", "抄款的同行", "抄款", "跟卖者"],
      "Someone who sells the same product as you and takes some of your buyers.",
      ["market.copycats", "brand.copycat_shield"]),
    Term(
      "adstock", ["carry-over", "carryover", "广告滞后效应"], "Adstock: a part of an ad's effect comes on later days.",
      ["ads.carryover"]),
    Term(
      "uncertain number", ["range", "distribution", "不确定的数", "不确定"],
      "A number written as a range: each world draws its own value. That is not the same as a value that swings from day to day.",
      ["ranges"]),
    Term(
      "rule", ["规则"], "What you decide in advance: the rule acts on every morning on which its condition holds.",
      ["rules"]),
    Term(
      "event", ["事件"], "Something that happens to the store, the same under every strategy.",
      ["rules", "presets", "stress"]),
  ]
}
