package import Analysis
import Language

/// What `backtest` answers: how well months were foretold.
package struct BacktestReport: Report {
  private let backtest: Backtest
  private let currency: String
  /// The titles of figures, and which of them is money.
  private let titles: [String: (title: String, isMoney: Bool)]

  package init(_ backtest: Backtest, currency: String, titles: [String: (title: String, isMoney: Bool)]) {
    (self.backtest, self.currency, self.titles) = (backtest, currency, titles)
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    let months = backtest.figures.map(\.months.count).max() ?? 0
    let headline =
      backtest.horizon == 1
      ? say("\(months) months predicted, each from what was known the day before it began")
      : say("\(months) months predicted, each \(backtest.horizon) months ahead, so the predictions overlap")
    var blocks: [Block] = [.paragraph([.strong(headline)]), .blank, .table(figures(glyphs)), .blank]
    blocks += backtest.figures.flatMap { sentences(on: $0, NumberFormat(glyphs: glyphs)) }.map { .paragraph([$0]) }
    blocks.append(
      .paragraph([
        .dim(
          backtest.givenAds
            ? say("Ads: each prediction uses what was really spent.")
            : say("Ads: each prediction uses the budgets of the scenario."))
      ]))
    blocks.append(.paragraph([.dim(Self.words(backtest.begins))]))
    return Document(blocks)
  }

  static func words(_ begins: Backtest.Begins) -> String {
    switch begins {
    case .opening:
      say(
        "Start: each prediction begins with the payouts, orders and debts that were open on the morning of its first day."
      )
    case .firstDayOfTests:
      say("Start: each prediction runs from the scenario's first day, because the scenario tests products.")
    case .firstDayWithoutBooks:
      say(
        "Start: each prediction runs from the scenario's first day, because no payment processor's file was imported.")
    case .firstDayPaidAbroad:
      say(
        "Start: each prediction runs from the scenario's first day, because a store is paid in another currency or through a payout account."
      )
    }
  }

  private func name(_ figure: Backtest.Figure) -> String {
    guard let title = titles[figure.figure] else { return figure.figure }
    return title.isMoney ? "\(title.title) \(currency)" : title.title
  }

  private func figures(_ glyphs: Surface.Glyphs) -> Table {
    let format = NumberFormat(glyphs: glyphs)
    return Table(
      columns: [
        Table.Column(say("Figure"), .text), Table.Column(say("In 90 % range"), .text),
        Table.Column(
          say("Share of months in range, in the long run (95 % sure)"), short: say("In the long run"), .text),
        Table.Column(say("Verdict"), .text),
        Table.Column(say("Error per month"), short: say("Error"), .number(.number)),
        Table.Column(
          say("Error of the guess \"same as the month before\""), short: say("Error by guessing"), .number(.number)),
      ],
      rows: backtest.figures.map { figure in
        let share =
          figure.share.map { share in
            let ends = [share.lowerBound, share.upperBound].map { format.text($0 * 100, .decimals(0)) }
            return say("\(ends[0]) to \(ends[1]) %")
          } ?? ""
        let decimals: (Double) -> Double = { value in
          titles[figure.figure]?.isMoney ?? false ? value.rounded() : (value * 10).rounded() / 10
        }
        return Table.Row([
          .text(name(figure)), .text(say("\(figure.inside) of \(figure.months.count)")), .text(share),
          .text(Self.words(figure.word)), .number(decimals(figure.crps)), .number(decimals(figure.naiveScore)),
        ])
      })
  }

  static func words(_ word: Backtest.Word) -> String {
    switch word {
    case .tooFew: say("too few months to judge")
    case .narrow: say("too narrow")
    case .wide: say("too wide")
    case .right: say("as it should be")
    case .unclear: say("cannot tell yet")
    case .overlapping: say("months overlap: not judged")
    }
  }

  private func sentences(on figure: Backtest.Figure, _ format: NumberFormat) -> [TextRun] {
    let title = titles[figure.figure]?.title ?? figure.figure
    let percent = format.text(figure.skill.magnitude * 100, .decimals(0))
    let skill =
      figure.skill > 0.005
      ? say(
        "\(title): the simulation's predictions are \(percent) % more accurate than guessing \"same as the month before\"."
      )
      : figure.skill < -0.005
        ? say(
          "\(title): the simulation's predictions are \(percent) % less accurate than guessing \"same as the month before\"."
        )
        : say("\(title): the simulation's predictions are no more accurate than guessing \"same as the month before\".")
    guard backtest.horizon == 1 else { return [TextRun(skill)] }
    let score = format.text(figure.bias, .decimals(1))
    let bias =
      figure.bias > 2
      ? TextRun.bad(
        say(
          "Here, the real figures tend to be higher than predicted (bias score \(score); by chance alone, it nearly always stays within ±2)."
        ))
      : figure.bias < -2
        ? TextRun.bad(
          say(
            "Here, the real figures tend to be lower than predicted (bias score \(score); by chance alone, it nearly always stays within ±2)."
          ))
        : TextRun(
          say(
            "Here, predictions are neither too high nor too low on average (bias score \(score); by chance alone, it nearly always stays within ±2)."
          ))
    var runs = [TextRun(skill), bias]
    if figure.word == .narrow, let widening = figure.widening {
      let factor = format.text(widening.factor, .decimals(1))
      let level = format.text(widening.level * 100, .decimals(0))
      runs.append(TextRun(say("Ranges \(factor) times as wide would contain \(level) % of months.")))
    }
    return runs
  }

  // MARK: Data

  package var table: Table {
    let numbers = ["actual", "p5", "p50", "p95", "pit", "crps", "naive"]
    return Table(
      columns: [Table.Column("month", .text), Table.Column("figure", .text)]
        + numbers.map { Table.Column($0, .number(.number)) } + [Table.Column("inside", .text)],
      rows: backtest.months.map { month in
        let values = [month.actual, month.p5, month.p50, month.p95, month.place, month.crps, month.naive]
        return Table.Row(
          [.text(month.month), .text(month.figure)] + values.map { .number($0) }
            + [.text(month.isInside ? "yes" : "no")])
      })
  }

  package static let shape: JSONShape = [
    "horizon": .integer, "given_ads": .bool, "begins": .string,
    "months": .array([
      "month": .string, "figure": .string, "actual": .number, "p5": .number, "p50": .number, "p95": .number,
      "pit": .number, "crps": .number, "naive": .number, "inside": .bool,
    ]),
    "figures": .array([
      "figure": .string, "months": .integer, "inside": .integer, "low": .number, "high": .number, "word": .string,
      "crps": .number, "naive_crps": .number, "skill": .number, "bias_z": .number,
      "widen": .either([["level": .number, "factor": .number], .null]),
    ]),
  ]

  package var json: JSON {
    [
      "horizon": .integer(backtest.horizon), "given_ads": .bool(backtest.givenAds),
      "begins": .string(backtest.begins.rawValue),
      "months": .array(
        backtest.months.map {
          [
            "month": .string($0.month), "figure": .string($0.figure), "actual": .number($0.actual),
            "p5": .number($0.p5), "p50": .number($0.p50), "p95": .number($0.p95), "pit": .number($0.place),
            "crps": .number($0.crps), "naive": .number($0.naive), "inside": .bool($0.isInside),
          ]
        }),
      "figures": .array(backtest.figures.map(json)),
    ]
  }

  private func json(_ figure: Backtest.Figure) -> JSON {
    [
      "figure": .string(figure.figure), "months": .integer(figure.months.count), "inside": .integer(figure.inside),
      "low": figure.share.map { .number($0.lowerBound) } ?? .null,
      "high": figure.share.map { .number($0.upperBound) } ?? .null, "word": .string(figure.word.rawValue),
      "crps": .number(figure.crps), "naive_crps": .number(figure.naiveScore), "skill": .number(figure.skill),
      "bias_z": .number(figure.bias),
      "widen": figure.widening.map { ["level": .number($0.level), "factor": .number($0.factor)] } ?? .null,
    ]
  }
}
