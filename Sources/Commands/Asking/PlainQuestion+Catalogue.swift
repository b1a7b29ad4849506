import Reports
import Scenarios

extension PlainQuestion {
  /// Every question that may be asked in plain words, in the order in which a store is thought through.
  package static let all: [PlainQuestion] = [
    PlainQuestion(
      "Is it worth starting?",
      others: [
        "is it worth it", "should I start", "what is the chance of a profit", "值不值得做", "能不能赚钱", "赚钱的概率多大",
      ]
    ) { session in session.strategies.isEmpty ? ["run"] : ["compare"] },
    PlainQuestion(
      "How much money do I need to start?",
      others: ["how much money do I need", "how much money does it take", "要准备多少钱", "需要多少本金"],
      answeredBy: "need for ruin <= 5%"),
    PlainQuestion(
      "When would I run out of money?",
      others: ["when does the money run out", "when does it run out", "什么时候没钱", "钱什么时候花完"],
      answeredBy: "run"),
    PlainQuestion(
      "Why do I lose money?",
      others: ["why did it fail", "why does it fail", "why do the bad cases fail", "败在哪里", "为什么会亏"],
      answeredBy: "why"),
    PlainQuestion(
      "What should I find out first?",
      others: ["what should I find out", "what should I test first", "先查哪件事", "先测什么"],
      answeredBy: "learn"),
    PlainQuestion(
      "Which numbers matter most?",
      others: ["what matters most", "which numbers matter", "哪些数字最要紧", "什么影响最大"],
      answeredBy: "drivers"),
    PlainQuestion(
      "Where does my store go wrong?",
      others: ["where does it go wrong", "where is it dangerous", "where does the money run out", "哪里最危险", "什么情况下会亏"],
      answeredBy: "danger"),
    PlainQuestion(
      "What did I forget?",
      others: ["what is missing", "is my scenario complete", "漏了什么", "方案有什么问题"],
      answeredBy: "check"),
    PlainQuestion(
      "What if my supplier stops shipping?",
      others: ["what if my supplier stops", "what if the supplier fails", "供应商不发货怎么办", "供应商停供怎么办"],
      answeredBy: "stress supplier-lost"),
    PlainQuestion(
      "What if clicks get 30 % more expensive?",
      others: ["what if clicks cost more", "what if ads get more expensive", "广告涨价怎么办", "点击费涨三成会怎样"]
    ) { session in session.scenario.ads.entries.isEmpty ? [] : ["whatif ads.*.cpc +30%"] },
    PlainQuestion(
      "What if payouts are held for 90 days?",
      others: ["what if my payouts are held", "what if the money is frozen", "回款被冻结怎么办", "资金被冻结怎么办"],
      answeredBy: "stress payouts-held"),
    PlainQuestion(
      "What if twice as many goods come back?",
      others: ["what if refunds double", "what if returns double", "退货翻倍怎么办", "退款多了怎么办"],
      answeredBy: "stress returns"),
    PlainQuestion(
      "How much can I pay for a click?",
      others: [
        "what may a click cost", "when do ads pay for themselves", "what is my break-even roas", "广告多少钱不亏", "保本点在哪里",
      ],
      answeredBy: "breakeven"),
    PlainQuestion("What price should I set?", others: ["which price is best", "定什么价合适", "卖多少钱合适"]) { session in
      session.scenario.products.entries.prefix(1).compactMap { product in
        guard product.value.price > 0 else { return nil }
        return sweep("products.\(product.name).price", around: product.value.price, [0.8, 0.9, 1, 1.1, 1.25])
      }
    },
    PlainQuestion(
      "How much should I spend on ads?",
      others: ["how fast may I scale", "can I double my ad budget", "广告预算多少合适", "可以加大投放吗"]
    ) { session in
      session.scenario.ads.entries.first { $0.value.budget > 0 }.map { channel in
        [sweep("ads.\(channel.name).budget", around: channel.value.budget, [0.5, 1, 2, 4])]
      } ?? []
    },
    PlainQuestion(
      "How many products can I test?",
      others: ["how many products should I test", "测几个品", "该测多少个品"]
    ) { session in
      session.scenario.productTests.candidates > 0
        ? ["sweep product_tests.candidates over 1,3,5,7,10 for ruin, profit, p50 gain"] : []
    },
    PlainQuestion(
      "When do I stop an ad, a product or the shop?",
      others: ["when should I stop", "when do I quit", "什么时候该关店", "什么时候停广告"],
      answeredBy: "show rules"),
    PlainQuestion(
      "Which supplier should I choose?",
      others: ["which supplier is better", "which of two suppliers is better", "选哪家供应商", "哪家供应商好"],
      answeredBy: "scorecard"),
    PlainQuestion(
      "How many returns can I afford?",
      others: [
        "how many returns can I bear", "what return rate is too much", "what refund rate kills me", "退货率多少会亏",
        "退款到多少会亏",
      ]
    ) { session in
      session.scenario.products.entries.prefix(1).map {
        "sweep products.\($0.name).return_rate over 0%,5%,10%,20%,30% for ruin, profit, p50 gain"
      }
    },
    PlainQuestion(
      "Do I need stock of my own?",
      others: ["should I buy stock", "should I buy in bulk", "is a local warehouse worth it", "要不要备货", "要不要用海外仓"]
    ) { session in stock(in: session.scenario) },
    PlainQuestion(
      "Should I use a credit card, borrow, or wait for payouts?",
      others: [
        "card, cash advance, or wait", "should I use my credit card", "should I borrow money", "刷信用卡还是等回款", "要不要借款",
      ]
    ) { session in
      let money = session.scenario.cash.budget
      guard money > 0 else { return [] }
      let lines = [0.25, 0.5, 1].map { rounded(money * $0) }.joined(separator: ",")
      return ["sweep cash.credit_line over 0,\(lines) for ruin, profit, p50 gain"]
    },
    PlainQuestion(
      "I have sales but no money: where is it?",
      others: ["where is my money", "where did the money go", "有销售额没有钱", "钱去哪了"],
      answeredBy: "show months"),
    PlainQuestion(
      "Am I on track, or was it luck?",
      others: ["am I on track", "was it luck", "这个月算正常吗", "是不是运气"]
    ) { session in
      // Without actual numbers, the cash of each month in the bad, typical and good case is there to compare with.
      session.hasActuals ? ["track"] : ["show months"]
    },
    PlainQuestion(
      "What do my last months say about the next?",
      others: ["what do my own numbers say", "how do I use my own numbers", "用我这几个月的数据看后面", "用我自己的数据看后面", "怎么用我自己的数据"]
    ) { session in session.hasActuals ? ["fit"] : ["help import"] },
    PlainQuestion(
      "Own store or marketplace first?",
      others: ["own site, Amazon or TikTok first", "should I sell on Amazon", "先做独立站还是平台", "先做亚马逊还是独立站"],
      answeredBy: "presets stores"),
    PlainQuestion(
      "How do I show this to my partner?",
      others: ["how do I share this", "where is the report", "怎么发给合伙人", "怎么分享结果"],
      answeredBy: "report"),
    PlainQuestion(
      "Where are my earlier runs?",
      others: ["where are yesterday's runs", "昨天的结果在哪", "以前的运行在哪", "昨天跑的在哪"],
      answeredBy: "runs"),
    PlainQuestion(
      "Which strategy is best?",
      others: ["which plan is best", "哪个策略最好", "选哪个方案"],
      answeredBy: "compare"),
    PlainQuestion(
      "Which niche is best?",
      others: ["what should I sell", "哪个类目最好", "卖什么好", "做什么类目好"],
      answeredBy: "niches"),
  ]

  /// What values around the present one do.
  private static func sweep(_ path: String, around value: Double, _ factors: [Double]) -> String {
    let values = factors.map { rounded(value * $0) }
    return "sweep \(path) over \(values.joined(separator: ",")) for ruin, profit, p50 gain"
  }

  /// The most that stock could bring: goods a fifth cheaper (10 to 35 % is usual, see the preset hybrid-stock) that arrive
  /// within a week, without the money tied up in them; help says how to add that. Where there is stock, what doing without it
  /// would bring.
  private static func stock(in scenario: Scenario) -> [String] {
    for product in scenario.products.entries {
      for offer in product.value.offers.entries where offer.value.ownStock.orderQuantity > 0 {
        return ["whatif products.\(product.name).offers.\(offer.name).own_stock.order_quantity = 0"]
      }
    }
    guard let product = scenario.products.entries.first, let offer = product.value.offers.entries.first else {
      return ["help own stock"]
    }
    let changes = [
      "products.\(product.name).offers.\(offer.name).unit_cost -20%", "suppliers.\(offer.name).transit_days = 5 days",
      "products.\(product.name).promised_days = 7",
    ]
    return ["whatif " + changes.joined(separator: ", "), "help own stock"]
  }

  /// In whole units from 10 on, in cents below.
  private static func rounded(_ value: Double) -> String {
    let rounded = value >= 10 ? value.rounded() : (value * 100).rounded() / 100
    // A comma would begin the next value.
    return NumberFormat().text(rounded, .number).replacing(",", with: "")
  }
}
