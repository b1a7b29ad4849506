import Analysis
import Language
import Scenarios
import Statistics

/// What `learn` says in sentences.
struct LearnWords {
  private let learn: Learn
  private let circumstances: Circumstances
  private let format: NumberFormat
  private let glyphs: Surface.Glyphs

  init(_ learn: Learn, _ circumstances: Circumstances, _ glyphs: Surface.Glyphs) {
    self.learn = learn
    self.circumstances = circumstances
    self.glyphs = glyphs
    format = NumberFormat(glyphs: glyphs)
  }

  private var choices: LearnChoices { learn.choices }
  private func name(_ choice: Int?) -> String { choice.map { choices.choices[$0].name } ?? say("not starting") }
  private func money(_ value: Double) -> String { "\(format.money(value)) \(circumstances.currency)" }
  private func share(_ value: Double) -> String { format.text(value, NumberStyle(.share(decimals: 0))) }

  // MARK: First

  var now: [String] {
    let names = choices.choices.map(\.name).joined(separator: Tongue.current.comma)
    let list = say("Choices: not starting, \(names).")
    guard let now = choices.now else {
      let gains = choices.choices.map(\.meanGain)
      guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }) else { return [list] }
      let lead = choices.choices[best].name
      return [
        list,
        say(
          "For now, not starting is best. Of the strategies, \(lead) does best: its average gain is \(money(gains[best]))."
        ),
      ]
    }
    let choice = choices.choices[now]
    let (gain, ruin) = (money(choice.meanGain), share(choice.ruin))
    return [
      list,
      say(
        "For now, \(choice.name) is best: it gains \(gain) on average, and runs out of money in \(ruin) of the worlds."),
    ] + [choice.outlook.flatMap(beyondTheAverage)].compactMap(\.self)
  }

  /// The best by its average, told as the verdict on it tells it: an average that a few worlds make pays nobody's rent.
  private func beyondTheAverage(_ outlook: Outlook) -> String? {
    switch outlook.recommendation {
    case .worthATry, .tooFewWorlds, .notAChoice: return nil
    case .doNotStart, .coinToss, .mayBreak: break
    }
    let verdict = say(
      "Yet its verdict is “\(outlook.recommendation.words)”: \(outlook.fate(circumstances.currency, format))."
    )
    guard outlook.isLottery else { return verdict }
    return verdict + Tongue.current.sentenceGap + outlook.lottery(circumstances.currency, format)
  }

  var priceOfRuin: String? {
    guard choices.priceOfRuin > 0 else { return nil }
    return say("Each world that runs out of money counts as if it had gained \(money(choices.priceOfRuin)) less.")
  }

  var verdict: [String] {
    guard let number = learn.clear.first else {
      return [
        say(
          "Nothing here is worth finding out first: knowing any one of the uncertain numbers would not change what you do."
        )
      ]
    }
    let first = say("Find out \(number.path) first: knowing it for sure is worth up to \(money(number.value.value)).")
    guard let tested = learn.bestTest, let size = tested.best else { return [first] }
    let price = money(tested.test.price(of: size.tries))
    return [
      first, say("A test that costs \(price) is worth \(money(size.value)): \(test(tested.test, size.tries))."),
    ]
  }

  // MARK: Numbers

  /// What is best where the number would change the choice, in the largest stretch of worlds.
  func decision(_ number: KnownNumber) -> String {
    let others = number.stretches.enumerated().filter { $0.element.choice != choices.now }
    guard let largest = others.max(by: { ($0.element.share, $1.offset) < ($1.element.share, $0.offset) }) else {
      return ""
    }
    let stretch = largest.element
    let best = name(stretch.choice)
    let (from, to) = (short(stretch.from, of: number.path), short(stretch.to, of: number.path))
    if largest.offset == number.stretches.count - 1 { return say("\(best) if above \(from)") }
    if largest.offset == 0 { return say("\(best) if below \(to)") }
    return say("\(best) if between \(from) and \(to)")
  }

  private func short(_ value: Double, of path: String) -> String {
    guard let slot = circumstances.scenario.slot(path) else { return format.text(value.toThreeDigits, .number) }
    return ParameterWords(slot, in: circumstances.scenario, glyphs).short(value.toThreeDigits)
  }

  /// `1,500 to 1,950`
  func span(_ all: Learn.All) -> String {
    let (low, high) = (format.money(all.low), format.money(all.high))
    return low == high ? low : say("\(low) to \(high)")
  }

  var belowNumbers: [String] {
    let within = learn.withinError.map(\.path)
    return [
      learn.all == nil
        ? nil
        : say(
          "If you knew all uncertain numbers and could also foresee all luck, which nobody can, that would be worth \(money(choices.valueOfAll)) in total. No test can be worth more."
        ),
      within.isEmpty
        ? nil
        : say(
          "Worth nothing, or too little to tell from chance (\(within.count)): \(within.joined(separator: Tongue.current.comma))."
        ),
    ].compactMap(\.self)
  }

  // MARK: Tests

  func tries(_ kind: LearnTest.Kind) -> String {
    switch kind {
    case .ads: say("Clicks")
    case .sampleOrders: say("Sample orders")
    case .supplierDays: say("Days watched")
    }
  }

  private func test(_ test: LearnTest, _ tries: Int) -> String {
    let plain = self.plain(test, tries)
    return test.strategy.map { say("\(plain) (strategy \($0))") } ?? plain
  }

  private func plain(_ test: LearnTest, _ tries: Int) -> String {
    let count = format.count(tries)
    switch test.kind {
    case .ads(let channel, let product):
      guard let perDay = test.perDay, Double(tries) > perDay, perDay > 0 else {
        return say("\(count) clicks on \(channel) for \(product)")
      }
      let days = format.count(Int((Double(tries) / perDay).rounded(.up)))
      return say("\(count) clicks on \(channel) for \(product), in about \(days) days")
    case .sampleOrders(let product, let supplier): return say("\(count) sample orders of \(product) from \(supplier)")
    case .supplierDays(let supplier): return say("\(count) days of watching \(supplier)")
    }
  }

  func best(_ tested: Learn.Tested) -> String {
    guard let size = tested.best else { return "" }
    let what = test(tested.test, size.tries)
    let decisions = size.steps.map { step in
      step.from == 0 ? say("\(name(step.choice)) (from 0)") : say("\(name(step.choice)) (from \(step.from))")
    }.joined(separator: Tongue.current.comma)
    switch tested.test.kind {
    case .ads: return say("\(what). Choose by how many orders they bring: \(decisions).")
    case .sampleOrders: return say("\(what). Choose by how many of them are bad or lost: \(decisions).")
    case .supplierDays: return say("\(what). Choose by how many days the supplier is shut: \(decisions).")
    }
  }

  // MARK: Last

  var remarks: [String] {
    let useless = learn.tests.filter { $0.best == nil }
    let names = useless.map { tested in
      let name = named(tested.test.kind)
      return tested.test.strategy.map { say("\(name) (strategy \($0))") } ?? name
    }
    let list = names.joined(separator: Tongue.current.comma)
    return [
      say(
        "Worth: how much more you gain on average because you choose better. What you earn from orders during the test is not counted."
      ),
      useless.isEmpty ? nil : say("Tests that do not pay for themselves at any size: \(list)."),
      learn.tests.isEmpty
        ? say(
          "There is nothing to test: a test tells you nothing about a number that is the same in all worlds. Give a number a range first."
        )
        : nil,
    ].compactMap(\.self)
  }

  private func named(_ kind: LearnTest.Kind) -> String {
    switch kind {
    case .ads(let channel, let product): say("clicks on \(channel) for \(product)")
    case .sampleOrders(let product, let supplier): say("sample orders of \(product) from \(supplier)")
    case .supplierDays(let supplier): say("watching \(supplier)")
    }
  }
}
