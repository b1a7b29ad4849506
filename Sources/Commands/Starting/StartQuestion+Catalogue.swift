import Language
import Reports
import Scenarios

extension StartQuestion {
  /// Every question, in the order in which they are asked.
  static let all = [money, place, advertising, price, cost, monthly, running, payouts, bills, owner, tests]

  private static let money = StartQuestion(
    "money", "MONEY", asks: "How much of your own money can you put in?",
    why: """
      This is the money you can lose: when it is gone, the store must close. How-to articles advise 1,000 to 2,000 \
      USD, which seldom lasts. All results are in the currency of this answer: to see them in yuan, write 15000 CNY.
      """,
    of: { _ in true }, usual: { _ in "2000 USD" },
    take: { typed, answers throws(Fault) in
      let money = try StartMoney(typed, in: 50...1_000_000)
      guard answers.wishes.running == nil || money.currency == StartMoney.currency else {
        throw Fault(
          say("a running business with money in \(money.currency) cannot be entered yet"), at: typed.span,
          help: say("write the amount in \(StartMoney.currency)"))
      }
      answers.wishes.currency = money.currency
      answers.wishes.budget = try answers.value(money)
      answers.wishes.budgetDollars = money.dollars.rounded()
    })

  private static let place = StartQuestion(
    "from", "PLACE", asks: "Where will you sell?",
    why: """
      This decides the fees, when you are paid, and whether buyers are already there or ads must bring them. A niche \
      is a complete example store, so you are not asked for its numbers.
      """,
    of: { _ in true }, usual: { _ in Starter.usual },
    choices: places,
    take: { typed, answers throws(Fault) in
      let starter = try chosen(typed, of: places(answers)) { Starter.find($0) }
      guard answers.wishes.running == nil || starter.preset != nil else {
        throw Fault(
          say("an example store cannot be a business that sells already"), at: typed.trimmed.span,
          help: say("name the place where you sell, such as \(Starter.usual)"))
      }
      answers.starter = starter
    })

  private static let advertising = StartQuestion(
    "ads", "CHANNEL BUDGET", asks: "Where will you advertise, and for how much a day?",
    why:
      "Ads are the largest cost of nearly every new store. Platforms limit a new ad account to about 50 USD a day. On a marketplace you use its own ads, so you give only the amount.",
    usual: { answers in
      answers.parts.map { $0.isMarketplace ? "10 USD" : "meta 30 USD" } ?? ""
    },
    choices: channels,
    take: { typed, answers throws(Fault) in
      var rest = typed.trimmed
      if answers.parts?.isMarketplace == false, rest.text.first?.isLetter == true {
        let (channel, money) = rest.firstWord
        answers.wishes.channel = try chosen(channel, of: channels(answers)) { PresetCatalogue.find($0, for: .ads) }
        rest = money.trimmed
        if rest.isEmpty { return }
      }
      let money = try StartMoney(rest, in: 1...10_000, per: .day)
      answers.wishes.adBudget = try answers.value(money)
      answers.wishes.adDollars = money.dollars
    })

  private static let price = StartQuestion(
    "price", "PRICE", asks: "What price will buyers pay for one piece?",
    why:
      "After goods, shipping and fees, the rest of the price has to pay for ads. Most independent stores fall into one of three groups, by what an order is worth: about 25 USD, 35 to 50 USD, or 80 USD.",
    usual: { answers in answers.parts.map { "\($0.goods.price) USD" } ?? "" },
    take: { typed, answers throws(Fault) in
      let money = try StartMoney(typed, in: 1...100_000)
      answers.wishes.price = try answers.value(money)
      answers.wishes.priceDollars = money.dollars
    })

  private static let cost = StartQuestion(
    "cost", "GOODS + SHIPPING", asks: "What do you pay for one piece: goods, and shipping to the buyer?",
    why: """
      Ask the supplier for both; quotes for the same thing differ by a third or more. If you give one number, it is \
      split in the usual proportion. Duty is added by the supplier's preset.
      """,
    usual: { answers in answers.parts.map { "\($0.goods.unitCost) + \($0.goods.shipping) USD" } ?? "" },
    unknown: { answers in
      guard let goods = answers.parts?.goods else { return }
      answers.wishes.unitCost = range(around: goods.unitCost)
      answers.wishes.shipping = range(around: goods.shipping)
      answers.wishes.costNote = say("M: assumption: quotes differ by a third or more; ask the supplier")
    },
    take: { typed, answers throws(Fault) in
      let parts = typed.split(at: "+")
      guard parts.count <= 2, let first = parts.first, let last = parts.last else {
        throw Fault(
          say("two numbers are expected"), at: typed.span, help: say("write: goods + shipping, such as 9 + 5"))
      }
      let range = 0...50_000.0
      guard parts.count == 1 else {
        // A currency behind both is that of both: 75 + 45 CNY.
        let shipping = try StartMoney(last, in: range)
        let goods = try StartMoney(first, in: range, plain: shipping.currency)
        answers.wishes.unitCost = try answers.value(goods).text
        answers.wishes.shipping = try answers.value(shipping).text
        answers.wishes.costNote = StartMoney.yours
        return
      }
      let both = try StartMoney(first, in: range)
      let usual = answers.parts?.goods ?? .init(price: 0, unitCost: 1, shipping: 0)
      let share = Double(usual.shipping) / Double(max(1, usual.unitCost + usual.shipping))
      let shipping = (both.amount * share * 100).rounded() / 100
      let note = try answers.value(both).note
      answers.wishes.costNote = say("\(note), split in the usual proportion")
      (answers.wishes.unitCost, answers.wishes.shipping) = (
        both.written(both.amount - shipping), both.written(shipping)
      )
    })

  private static let monthly = StartQuestion(
    "monthly", "MONEY", asks: "What else do you pay every month: apps, software, a helper?",
    why: """
      You pay this whether anything sells or not. The store's own plan and domain are already counted. The apps of an \
      independent store cost 60 to 120 USD a month; a marketplace needs none.
      """,
    usual: { $0.parts?.isMarketplace == true ? "0 USD" : "60 USD" },
    unknown: { answers in
      if answers.parts?.isMarketplace == true { return }
      answers.wishes.monthly = .init("60 to 120 USD per \(UnitWord.month)", say("C: 60 to 120 a month is usual"))
    },
    take: { typed, answers throws(Fault) in
      let money = try StartMoney(typed, in: 0...100_000, per: .month)
      answers.wishes.monthly = try answers.value(money)
    })

  private static let running = StartQuestion(
    "running", "ORDERS", asks: "You sell already: how many orders do you get a day?",
    why:
      "Some orders from recent weeks will still be delivered, refunded or disputed. From your answer, the program works out what share of visitors buys: it is set so that your ads bring, on average, the number of orders you get now.",
    of: { $0.wishes.running != nil && $0.parts != nil }, usual: { _ in "5" },
    take: { typed, answers throws(Fault) in
      let count = try Quantity(parsing: typed.trimmed)
      let isDaily = count.per.map { $0.count == 1 && $0.unit == .day } ?? true
      let range = RunningShop.range
      guard !count.isPercent, count.currency == nil, isDaily, range.contains(count.value) else {
        let (least, most) = (
          NumberFormat().text(range.lowerBound, .number), NumberFormat().text(range.upperBound, .number)
        )
        throw Fault(
          say("expected a number of orders a day"), at: typed.trimmed.span, help: say("allowed: \(least) to \(most)"))
      }
      answers.wishes.running?.orders = count.value
    })

  private static let payouts = StartQuestion(
    "payouts", "MONEY in DAYS",
    asks: "What do payment processors still owe you, and within how many days will it come?",
    why:
      "You have made these sales already, but the money has not reached you yet. Look up the amount in your account with the processor; it is spread evenly over the days. Do not count it as your own money above.",
    of: { $0.wishes.running != nil && $0.parts != nil },
    usual: { answers in
      guard let parts = answers.parts, let shop = answers.wishes.running else { return "0 USD" }
      let sales = shop.orders * (answers.wishes.priceDollars ?? Double(parts.goods.price)) * Double(parts.owedDays)
      return "\((sales * 0.9).rounded().plain) USD in \(parts.owedDays) days"
    },
    take: { typed, answers throws(Fault) in answers.wishes.running?.payouts = try RunningShop.Spread(typed) })

  private static let bills = StartQuestion(
    "bills", "MONEY in DAYS", asks: "How much do you still owe from before, and within how many days must you pay it?",
    why:
      "Goods you took on credit, ads not charged yet, a card bill, tax. The amount is spread evenly over the days. Leave out the monthly costs above: they are counted already.",
    of: { $0.wishes.running != nil && $0.parts != nil }, usual: { _ in "0 USD" },
    take: { typed, answers throws(Fault) in answers.wishes.running?.bills = try RunningShop.Spread(typed) })

  private static let owner = StartQuestion(
    "owner", "WHO", asks: "What will you do if nothing sells?",
    why: """
      Most of the money is lost after it is clear that nothing sells. The careful owner drops a product once the ad \
      money for its test is spent, stops ads that lose money, and then closes the store. The command compare shows \
      what that is worth.
      """,
    usual: { _ in "careful" },
    choices: owners,
    take: { typed, answers throws(Fault) in
      answers.wishes.owner = try chosen(typed, of: owners(answers)) { PresetCatalogue.find($0, for: .owner) }
    })

  private static let tests = StartQuestion(
    "tests", "PRODUCTS x MONEY", asks: "How many products will you try, and with how much ad money for each?",
    why: """
      Few products sell through ads at all, and nobody knows in advance which. The only way to find one is to try \
      several, each with a small stake; 50, 150 or 300 USD per product are usual. Answer 0 to sell one product without \
      testing.
      """,
    of: { $0.parts != nil && $0.wishes.running == nil && $0.wishes.owner?.name != "never_stops" },
    usual: { _ in "7 x 150 USD" },
    take: { typed, answers throws(Fault) in
      let parts = Fragment(
        typed.text.replacing("×", with: "x ").replacing("*", with: "x"), start: typed.span.start
      ).split(at: "x")
      guard parts.count <= 2, let first = parts.first, let last = parts.last else {
        throw Fault(
          say("expected a number of products"), at: typed.span, help: say("write: products x money, such as 7 x 150"))
      }
      let count = try Quantity(parsing: first.trimmed)
      // A unit such as "products" says nothing else.
      let isNumber = !count.isPercent && count.currency == nil && count.per == nil
      guard isNumber, count.value == count.value.rounded(), (0...50).contains(count.value) else {
        throw Fault(
          say("expected a whole number of products"), at: first.trimmed.span, help: say("allowed: \("0") to \("50")")
        )
      }
      let stake = parts.count == 2 ? try answers.value(StartMoney(last, in: 10...10_000)) : nil
      answers.wishes.tests = (Int(count.value), stake?.text, StartMoney.yours)
    })

  // MARK: Choices

  typealias Choice = (word: String, meaning: String)

  private static func places(_ answers: StoreAnswers) -> [Choice] {
    PresetCatalogue.presets(for: .stores).compactMap { Starter.find($0.name) }.map { ($0.name, $0.summary.said) }
      + Starter.all.filter { $0.preset == nil }.map { ($0.name, say("niche: \($0.summary.said)")) }
  }

  private static func channels(_ answers: StoreAnswers) -> [Choice] {
    guard answers.parts?.isMarketplace == false else { return [] }
    return PresetCatalogue.presets(for: .ads)
      .filter { $0.currency == StartMoney.currency && !StarterParts.isMarketplaces($0) }
      .map { ($0.name, $0.summary.said) }
  }

  private static func owners(_ answers: StoreAnswers) -> [Choice] {
    PresetCatalogue.presets(for: .owner).map { ($0.name, $0.summary.said) }
  }

  // MARK: Reading

  /// What one of the words offered stands for; its beginning will do where no other begins so, and its number in the list.
  private static func chosen<Value>(
    _ typed: Fragment, of choices: [Choice], _ find: (String) -> Value?
  ) throws(Fault) -> Value {
    let word = Fold.folded(typed.trimmed.text).lowercased()
    let words = choices.map(\.word)
    if let number = Int(word), words.indices.contains(number - 1), let value = find(words[number - 1]) { return value }
    let begun = words.filter { $0.hasPrefix(word) }
    if let exact = words.contains(word) ? word : begun.count == 1 ? begun[0] : nil, let value = find(exact) {
      return value
    }
    throw Fault(
      say("not one of the choices: \(typed.trimmed.text)"), at: typed.trimmed.span,
      help: Invocation.suggestion(word, words) ?? say("choose one of \(words.joined(separator: ", "))"))
  }

  private static func range(around usual: Int) -> String {
    let (low, high) = ((Double(usual) * 0.7 * 100).rounded() / 100, (Double(usual) * 1.5 * 100).rounded() / 100)
    return "\(low.plain) to \(high.plain) likely \(usual) USD"
  }
}
