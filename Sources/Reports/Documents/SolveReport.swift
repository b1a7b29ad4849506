package import Analysis
import Language
import Statistics

/// What `solve` and `need` answer.
package struct SolveReport: Sendable {
  private let solution: Solution
  private let words: ParameterWords
  /// As typed: `ruin <= 5%`.
  private let claim: String
  private let now: Double?
  /// Was the whole range of the parameter tried?
  private let triedAll: Bool
  private let circumstances: Circumstances

  package init(
    _ solution: Solution, _ words: ParameterWords, claim: String, now: Double?, triedAll: Bool,
    _ circumstances: Circumstances
  ) {
    self.solution = solution
    self.words = words
    self.claim = claim
    self.now = now
    self.triedAll = triedAll
    self.circumstances = circumstances
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [circumstances.headline, .blank, .facts(facts(glyphs))]
    blocks += (earnings(glyphs) + remarks).map { .paragraph([TextRun($0)]) }
    blocks += [.blank, .table(curve)]
    if solution.points.count > 1 { blocks += [.blank, .chart(.line(chart(glyphs)))] }
    return Document(blocks)
  }

  // MARK: The answer

  /// In one sentence, also for those who read JSON.
  package var sentence: String {
    say("\(words.path) for \(claim): \(verdict.map(\.text).joined())")
  }

  private func facts(_ glyphs: Surface.Glyphs) -> [Fact] {
    let present = now.map { say("now \(words.text($0))") } ?? ""
    var facts = [Fact(say("\(words.path) for \(claim)"), verdict, note: present)]
    if let answer = solution.answer {
      facts.append(Fact(say("95 % sure"), [TextRun(interval(answer))], note: reached(answer, glyphs)))
    }
    return facts
  }

  private var verdict: [TextRun] {
    if !solution.isFinished, solution.answer == nil { return [TextRun(say("not found yet, tried \(tried)"))] }
    return switch solution.verdict {
    case .from(let crossing): [.strong(words.text(crossing.value)), TextRun(say(" or more"))]
    case .upTo(let crossing): [.strong(words.text(crossing.value)), TextRun(say(" or less"))]
    case .within(let low, let high):
      [.strong(say("\(words.text(low.value)) to \(words.text(high.value))")), TextRun(say(", neither less nor more"))]
    case .always: [.strong(say("every value")), TextRun(say(" from \(tried)"))]
    case .never:
      [
        .strong(say("no value")),
        TextRun(triedAll ? say(" from \(tried), the whole allowed range") : say(" from \(tried)")),
      ]
    }
  }

  /// `0 to 96,000 USD`
  private var tried: String {
    guard let first = solution.scanned.first, let last = solution.scanned.last else { return "" }
    return say("\(words.short(first.value)) to \(words.text(last.value))")
  }

  private func interval(_ crossing: Solution.Crossing) -> String {
    switch wholeEnds(crossing) {
    case (let low?, let high?) where low == high: words.text(low)
    case (let low?, let high?): say("between \(words.short(rounded(low, crossing))) and \(end(high, crossing))")
    case (let low?, nil): say("above \(end(low, crossing)); how far above is not known")
    case (nil, let high?): say("below \(end(high, crossing)); how far below is not known")
    case (nil, nil): say("the margin of error is not known")
    }
  }

  /// Where only whole numbers are meant, those around what was reckoned between them.
  private func wholeEnds(_ crossing: Solution.Crossing) -> (low: Double?, high: Double?) {
    guard words.isWhole else { return (crossing.low, crossing.high) }
    return (crossing.low?.rounded(.down), crossing.high?.rounded(.up))
  }

  /// To as many digits as the answer has.
  private func end(_ value: Double, _ crossing: Solution.Crossing) -> String { words.text(rounded(value, crossing)) }

  private func rounded(_ value: Double, _ crossing: Solution.Crossing) -> Double {
    if words.isWhole { return value }
    let width = max(
      (crossing.high ?? crossing.value) - (crossing.low ?? crossing.value), crossing.value.magnitude / 1000)
    return value.rounded(to: (width / 8).powerOfTen)
  }

  /// `there ruin is 4.98 %`
  private func reached(_ crossing: Solution.Crossing, _ glyphs: Surface.Glyphs) -> String {
    let measure = solution.target.measure
    guard let reading = solution.points.first(where: { $0.value == crossing.value })?.reading else { return "" }
    let value = reading.value
    let format = NumberFormat(glyphs: glyphs)
    let style = measure.isShare ? NumberStyle(.share(decimals: 2)) : measure.style
    let unit = measure.isMoney ? " \(circumstances.currency)" : ""
    return say("at this value, \(measure.name) is \(format.text(value, style))\(unit)")
  }

  /// What becomes of the money at the answer: to last is not to earn.
  private func earnings(_ glyphs: Surface.Glyphs) -> [String] {
    guard let answer = solution.answer, let outlook = answerOutlook else { return [] }
    let fate = outlook.fate(circumstances.currency, NumberFormat(glyphs: glyphs))
    let money = words.text(answer.value)
    guard words.path == "cash.budget", outlook.medianSign == .negative else { return [say("With \(money), \(fate).")] }
    let larger = solution.points.filter { $0.value > answer.value }
    let isIdle = !larger.isEmpty && larger.allSatisfy { $0.outlook.medianSign == .negative }
    let more = isIdle ? [say("None of the larger amounts tried is earned back in the median case.")] : []
    return [say("This money lasts, but it is not earned back: with \(money), \(fate).")] + more
  }

  private var answerOutlook: Outlook? {
    solution.answer.flatMap { answer in solution.points.first { $0.value == answer.value }?.outlook }
  }

  private var remarks: [String] {
    var remarks: [String] = []
    if solution.crossesOften {
      let places = solution.crossings.map { crossing in
        crossing.holdsAbove
          ? say("met from \(words.text(crossing.value)) on")
          : say("missed from \(words.text(crossing.value)) on")
      }
      remarks.append(
        say("More is not always better here. \(claim): \(places.joined(separator: Tongue.current.comma))."))
    }
    if !triedAll, solution.answer == nil || !solution.scannedEndsAreClear {
      remarks.append(say("Values outside \(tried) were not tried. To search another range, add: over A..B"))
    }
    return remarks
  }

  // MARK: The curve

  /// What was scanned, and the answer among it.
  private var shown: [Solution.Point] {
    let answers = solution.crossings.map(\.value)
    return solution.points.filter { point in
      answers.contains(point.value) || solution.scanned.contains { $0.value == point.value }
    }
  }

  private var curve: Table {
    let measure = solution.target.measure
    let answers = solution.crossings.map(\.value)
    return Table(
      columns: [
        Table.Column(words.unit.isEmpty ? words.path : "\(words.path), \(words.unit)", .text),
        Table.Column(measure.fullTitle, short: measure.shortTitle, .number(measure.style)),
        Table.Column("± (95 %)", short: "±", .number(measure.errorStyle)),
        Table.Column(claim, .text), Table.Column("", .text),
      ],
      rows: shown.map { point in
        let isAnswer = answers.contains(point.value)
        let remark = isAnswer ? say("answer") : point.value == now ? say("now") : ""
        return Table.Row(
          [
            .text(words.short(point.value)), point.reading.map { .number($0.value) } ?? .missing,
            point.reading?.reach.map { .number($0, .dim) } ?? .missing,
            .text(holds(point, isSure: point.isClear || isAnswer), point.holds ? .good : .bad),
            .text(remark, .dim),
          ], isAnswer ? .strong : .none)
      })
  }

  /// Without a crossing the points stand evenly, each with its label: what was tried then reaches over decades.
  private func chart(_ glyphs: Surface.Glyphs) -> LineChart {
    let measure = solution.target.measure
    let isEven = solution.crossings.isEmpty
    let points = focus.enumerated().map { place, point in
      let reading = point.reading
      return LineChart.Point(
        isEven ? Double(place) : point.value, label(point.value), reading?.value ?? .nan, reading?.interval)
    }
    let bound = measure.text(solution.target.bound, currency: circumstances.currency, NumberFormat(glyphs: glyphs))
    return LineChart(
      title: say("\(measure.fullTitle) by \(words.path)"), unit: measure.unit(currency: circumstances.currency),
      style: measure.style, placeStyle: isEven ? nil : words.axisStyle, origin: circumstances.origin, points: points,
      level: LineChart.Level(say("the target, \(bound)"), solution.target.bound))
  }

  /// What the search tried between the values shown has digits that mean nothing: four are kept.
  private func label(_ value: Double) -> String {
    guard !shown.contains(where: { $0.value == value }) else { return words.short(value) }
    var unit = 1.0
    while unit * 10_000 <= value.magnitude { unit *= 10 }
    while unit * 1_000 > value.magnitude, unit > 1e-9 { unit /= 10 }
    return words.short(value.rounded(to: unit))
  }

  /// Up to twice the last answer: values far above it would press the interesting part into a corner.
  private var focus: [Solution.Point] {
    guard let last = solution.crossings.map(\.value).max(), last > 0 else { return solution.points }
    let near = solution.points.filter { $0.value <= 2 * max(last, now ?? 0) }
    return near.count > 2 ? near : solution.points
  }

  private func holds(_ point: Solution.Point, isSure: Bool) -> String {
    isSure
      ? point.holds ? say("yes") : say("no") : point.holds ? say("yes, barely") : say("no, but close")
  }

  // MARK: Data

  /// The columns of the curve are the parameter and the figure, with the ends of its interval.
  package static let shape: JSONShape =
    Circumstances.shape + [
      "parameter": .string, "target": .string, "verdict": .string, "value": .number, "low": .number, "high": .number,
      "now": .number, "profit": .number, "p50 gain": .number, "finished": .bool,
      "crossings": .array(["value": .number, "low": .number, "high": .number, "holds_above": .bool]),
      "sentence": .string, "curve": .rows(texts: ["holds"], others: .number),
    ]

  package var json: JSON {
    let answer = solution.answer
    let members: [JSON.Member] = [
      JSON.Member("parameter", .string(words.path)), JSON.Member("target", .string(claim)),
      JSON.Member("verdict", .string(solution.isFinished ? solution.verdict.word : "unfinished")),
      JSON.Member("value", answer.map { .number($0.value) } ?? .null),
      JSON.Member("low", answer?.low.map(JSON.number) ?? .null),
      JSON.Member("high", answer?.high.map(JSON.number) ?? .null),
      JSON.Member("now", now.map(JSON.number) ?? .null),
      JSON.Member("profit", answerOutlook.map { .number($0.profit.estimate) } ?? .null),
      JSON.Member("p50 gain", answerOutlook.map { .number($0.median.value) } ?? .null),
      JSON.Member("finished", .bool(solution.isFinished)),
      JSON.Member("crossings", .array(solution.crossings.map(\.json))),
      JSON.Member("sentence", .string(sentence)), JSON.Member("curve", table.json()),
    ]
    return .object(circumstances.json + members)
  }

  /// All that was tried.
  package var table: Table {
    let key = solution.target.measure.name
    let style = solution.target.measure.style
    return Table(
      columns: [Table.Column(words.path, .number(.number))]
        + [key, "\(key) low", "\(key) high"].map { Table.Column($0, .number(style)) } + [Table.Column("holds", .text)],
      rows: solution.points.map { point in
        let interval = point.reading?.interval
        return Table.Row([
          .number(point.value), point.reading.map { .number($0.value) } ?? .missing,
          interval.map { .number($0.lowerBound) } ?? .missing, interval.map { .number($0.upperBound) } ?? .missing,
          .text(point.holds ? "yes" : "no"),
        ])
      })
  }
}

extension Solution {
  /// Is there no doubt at the ends of what was tried?
  fileprivate var scannedEndsAreClear: Bool { scanned.first?.isClear ?? true && scanned.last?.isClear ?? true }
}

extension Solution.Verdict {
  fileprivate var word: String {
    switch self {
    case .always: "always"
    case .never: "never"
    case .from: "from"
    case .upTo: "up_to"
    case .within: "within"
    }
  }
}

extension Solution.Crossing {
  fileprivate var json: JSON {
    [
      "value": .number(value), "low": low.map(JSON.number) ?? .null, "high": high.map(JSON.number) ?? .null,
      "holds_above": .bool(holdsAbove),
    ]
  }
}
