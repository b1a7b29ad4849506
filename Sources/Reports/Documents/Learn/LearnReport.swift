package import Analysis
import Language
import Scenarios
import Statistics

/// What `learn` answers.
package struct LearnReport: Report {
  private let learn: Learn
  private let circumstances: Circumstances
  private let fingerprint: String
  private let runs: Int

  /// - Parameter runs: how many there were.
  package init(_ learn: Learn, _ circumstances: Circumstances, fingerprint: String, runs: Int) {
    self.learn = learn
    self.circumstances = circumstances
    self.fingerprint = fingerprint
    self.runs = runs
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    let words = LearnWords(learn, circumstances, glyphs)
    var blocks: [Block] = [circumstances.headline, .blank]
    blocks += (words.now + [words.priceOfRuin].compactMap(\.self)).map { .paragraph([TextRun($0)]) }
    blocks += words.verdict.map { .paragraph([.strong($0)]) }
    if !learn.clear.isEmpty || learn.all != nil { blocks += [.blank, .table(numbers(words))] }
    blocks += [.blank] + words.belowNumbers.map { .paragraph([.dim($0)]) }
    for tested in learn.tests where tested.best != nil {
      blocks += [.blank, .paragraph([TextRun(words.best(tested))]), .blank, .table(sizes(tested, words))]
    }
    let rest = words.remarks
    if !rest.isEmpty { blocks += [.blank] + rest.map { .paragraph([.dim($0)]) } }
    return Document(blocks)
  }

  /// What the first of the worlds tell already, of the numbers alone.
  package func firstAnswer(in worlds: Int, _ glyphs: Surface.Glyphs) -> [String] {
    let words = LearnWords(learn, circumstances, glyphs)
    let worlds = NumberFormat(glyphs: glyphs).worlds(worlds)
    return [say("A first look, at \(worlds):")] + words.now + words.verdict
  }

  private func numbers(_ words: LearnWords) -> Table {
    let money = NumberStyle.money
    var rows = learn.clear.map { number in
      let share = number.changes(from: learn.choices.now)
      return Table.Row([
        .text(number.path), .number(number.value.value), .number(number.value.halfWidth, .dim),
        share > 0 ? .number(share) : .text(""), .text(words.decision(number)),
      ])
    }
    if let all = learn.all {
      rows.append(Table.Row([.text(say("all uncertain numbers")), .text(words.span(all))]))
    }
    return Table(
      columns: [
        Table.Column(say("Number to find out"), .text),
        Table.Column(
          say("Worth up to, \(circumstances.currency)"), short: say("worth, \(circumstances.currency)"),
          .number(money)), Table.Column("± (95 %)", short: "±", .number(money)),
        Table.Column(
          say("Chance it changes your choice"), short: say("you switch"), .number(NumberStyle(.share(decimals: 0)))),
        Table.Column(say("Best choice then"), .text),
      ], rows: rows)
  }

  private func sizes(_ tested: Learn.Tested, _ words: LearnWords) -> Table {
    let money = NumberStyle.money
    return Table(
      columns: [
        Table.Column(words.tries(tested.test.kind), .number(.count)),
        Table.Column(say("Price, \(circumstances.currency)"), short: say("price"), .number(money)),
        Table.Column(say("Test is worth"), .number(money)),
        Table.Column(
          say("Worth minus price"), .number(NumberStyle(.money(cents: false), showsPlus: true))),
        Table.Column(
          say("Chance you start the shop after the test"), short: say("you start"),
          .number(NumberStyle(.share(decimals: 0)))),
        Table.Column("", .text),
      ],
      rows: tested.sizes.map { size in
        let isBest = size.tries == tested.best?.tries
        return Table.Row([
          .number(Double(size.tries)), .number(tested.test.price(of: size.tries)), .number(size.value),
          .number(tested.net(size)), .number(size.starts), .text(isBest ? say("best") : ""),
        ])
      })
  }

  // MARK: Data

  package var table: Table {
    Table(
      columns: [Table.Column("input", .text)]
        + [
          "evppi", "evppi_standard_error", "evppi_low", "evppi_high", "floor", "cross_checked", "changes",
        ].map { Table.Column($0, .number(.number)) },
      rows: learn.numbers.map { number in
        let value = number.value
        return Table.Row([
          .text(number.path), .number(value.value), .number(value.standardError), .number(value.low),
          .number(value.high), .number(number.floor), .number(number.crossChecked),
          .number(number.changes(from: learn.choices.now)),
        ])
      })
  }

  package static let shape: JSONShape =
    Circumstances.shape + [
      "fingerprint": .string, "worlds": .integer, "runs": .integer, "target": .string, "choices": .array(.string),
      "now": ["choice": choiceShape, "utility": .number, "gain": .number, "ruin": .number, "verdict?": .string],
      "price_of_ruin": .number,
      "evpi": .number, "inputs": .array(inputShape),
      "all_inputs": .either([["low": .number, "high": .number, "raised": .bool], .null]), "tests": .array(testShape),
      "best": testShape.orNull(),
    ]

  /// Null is not to start.
  private static let choiceShape = JSONShape.either([.string, .null])

  private static let inputShape: JSONShape = [
    "input": .string, "evppi": .estimate, "floor": .number, "cross_checked": .number, "beyond_chance": .bool,
    "decision": .array(["from": .number, "to": .number, "choice": choiceShape, "share": .number]),
  ]

  private static let testShape: JSONShape = [
    "kind": .string, "channel?": .string, "product?": .string, "supplier?": .string, "strategy?": .string,
    "size": .integer, "evsi": .number, "price": .number, "net": .number,
    "decide": .array(["from": .integer, "choice": choiceShape]), "start_after": .number, "ruin_after": .number,
  ]

  package var json: JSON {
    let choices = learn.choices
    let best = choices.now.map { choices.choices[$0] }
    let now = JSON.object(
      [
        JSON.Member("choice", name(choices.now)), JSON.Member("utility", .number(choices.valueNow)),
        JSON.Member("gain", .number(best?.meanGain ?? 0)), JSON.Member("ruin", .number(best?.ruin ?? 0)),
      ] + (best?.outlook.map { [JSON.Member("verdict", .string($0.recommendation.rawValue))] } ?? []))
    let all: JSON =
      learn.all.map { ["low": .number($0.low), "high": .number($0.high), "raised": .bool($0.isRaised)] } ?? .null
    return .object(
      circumstances.json + [
        JSON.Member("fingerprint", .string(fingerprint)), JSON.Member("worlds", .integer(circumstances.paths)),
        JSON.Member("runs", .integer(runs)), JSON.Member("target", .string("gain")),
        JSON.Member("choices", .array(choices.choices.map { .string($0.name) })), JSON.Member("now", now),
        JSON.Member("price_of_ruin", .number(choices.priceOfRuin)), JSON.Member("evpi", .number(choices.valueOfAll)),
        JSON.Member("inputs", .array(learn.numbers.map(json))), JSON.Member("all_inputs", all),
        JSON.Member("tests", .array(learn.tests.flatMap(json))), JSON.Member("best", bestTest),
      ])
  }

  package var numbers: [AnswerNumber] {
    let net = learn.bestTest.flatMap { tested in tested.best.map(tested.net) } ?? 0
    return [
      AnswerNumber("ceiling", learn.choices.valueOfAll, .money), AnswerNumber("now", learn.choices.valueNow, .money),
      AnswerNumber("net", net, .money),
    ]
      + learn.numbers.flatMap { number in
        [
          AnswerNumber("worth", of: number.path, number.value, .money),
          AnswerNumber("changes", of: number.path, number.changes(from: learn.choices.now), .share),
        ]
      }
      + learn.tests.flatMap { tested -> [AnswerNumber] in
        let id = tested.test.kind.name + (tested.test.strategy.map { ":\($0)" } ?? "")
        guard let size = tested.best else { return [AnswerNumber("net", of: id, 0, .money)] }
        return [
          AnswerNumber("net", of: id, tested.net(size), .money), AnswerNumber("value", of: id, size.value, .money),
          AnswerNumber("price", of: id, tested.test.price(of: size.tries), .money),
          AnswerNumber("size", of: id, Double(size.tries), .plain),
        ]
      }
  }

  private func name(_ choice: Int?) -> JSON { choice.map { .string(learn.choices.choices[$0].name) } ?? .null }

  private func json(_ number: KnownNumber) -> JSON {
    let stretches = number.stretches.map { stretch -> JSON in
      [
        "from": .number(stretch.from), "to": .number(stretch.to), "choice": name(stretch.choice),
        "share": .number(stretch.share),
      ]
    }
    return [
      "input": .string(number.path), "evppi": JSON(number.value), "floor": .number(number.floor),
      "cross_checked": .number(number.crossChecked), "beyond_chance": .bool(number.isClear),
      "decision": .array(stretches),
    ]
  }

  private func json(_ tested: Learn.Tested) -> [JSON] { tested.sizes.map { json(tested, $0) } }

  private func json(_ tested: Learn.Tested, _ size: TestWorth.Size) -> JSON {
    var members = [JSON.Member("kind", .string(tested.test.kind.id))]
    switch tested.test.kind {
    case .ads(let channel, let product):
      members += [JSON.Member("channel", .string(channel)), JSON.Member("product", .string(product))]
    case .sampleOrders(let product, let supplier):
      members += [JSON.Member("product", .string(product)), JSON.Member("supplier", .string(supplier))]
    case .supplierDays(let supplier): members.append(JSON.Member("supplier", .string(supplier)))
    }
    if let strategy = tested.test.strategy { members.append(JSON.Member("strategy", .string(strategy))) }
    let steps = size.steps.map { step -> JSON in ["from": .integer(step.from), "choice": name(step.choice)] }
    return .object(
      members + [
        JSON.Member("size", .integer(size.tries)), JSON.Member("evsi", .number(size.value)),
        JSON.Member("price", .number(tested.test.price(of: size.tries))), JSON.Member("net", .number(tested.net(size))),
        JSON.Member("decide", .array(steps)), JSON.Member("start_after", .number(size.starts)),
        JSON.Member("ruin_after", .number(size.ruin)),
      ])
  }

  private var bestTest: JSON {
    guard let tested = learn.bestTest, let size = tested.best else { return .null }
    return json(tested, size)
  }
}
