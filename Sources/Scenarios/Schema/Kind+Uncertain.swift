import Language
import Statistics

/// Gives the numbers of a column of a file, or says why it cannot.
package typealias ColumnReader = @Sendable (_ file: String, _ column: String) -> Result<[Double], ColumnProblem>

package struct ColumnProblem: Error, Equatable, Sendable {
  package let message: String
  package let help: String?
  /// Is it the file that cannot be read? Else it is the column.
  package let isAboutFile: Bool

  package init(_ message: String, help: String? = nil, isAboutFile: Bool = false) {
    self.message = message
    self.help = help
    self.isAboutFile = isAboutFile
  }
}

/// Where no files can be read.
package let noColumns: ColumnReader = { _, _ in
  .failure(ColumnProblem(say("files cannot be read here"), isAboutFile: true))
}

extension Kind {
  /// Kinds whose values may differ between worlds.
  var isNumber: Bool {
    switch self {
    case .money, .moneyPerDay, .amount, .share, .rate, .days, .wholeDays, .measure, .factor, .count: true
    case .lag, .season, .size, .opening, .condition, .actions, .chance, .text, .currency, .date, .flag, .choice,
      .reference:
      false
    }
  }

  /// A range, a distribution or a reference to another parameter; nil where one number was typed, or something that is
  /// for the caller to refuse.
  func uncertain(
    _ text: Fragment, _ range: ClosedRange<Double>?, _ currency: String, _ columns: @escaping ColumnReader
  ) throws(Fault) -> Uncertain? {
    let parts = Fold.folded(text.text).split(separator: " ")
    if parts.count == 3, parts[0].lowercased() == "same", parts[1].lowercased() == "as" {
      return .same(as: String(parts[2]))
    }
    let (expression, rest) = try ValueExpression.readPrefix(of: text)
    if case .quantity = expression {
      // What may stand behind one number, such as `once` or `orders`, its own kind knows.
      if !rest.isEmpty, !readsOn(rest) { _ = try ValueExpression(parsing: text) }
      return nil
    }
    let words = try self.words(of: expression, in: text, rest)
    var reader = SpreadReader(kind: self, currency: currency, columns: columns, isOnce: isOnce(rest))
    let law = try reader.law(expression)
    return .spread(try reader.spread(law, words, range, expression.span))
  }

  /// A number, range or distribution of shares that is drawn anew each time something happens.
  func size(_ text: Fragment, _ range: ClosedRange<Double>?, _ currency: String) throws(Fault) -> Size {
    let expression = try ValueExpression(parsing: text)
    var reader = SpreadReader(kind: self, currency: currency, columns: noColumns, isOnce: false)
    let spread = try reader.spread(try reader.law(expression), text, range, expression.span)
    if case .certain(let law) = spread.law { return Size(law.value, text: spread.text) }
    return Size(spread.law, text: spread.text)
  }

  /// Is this a word, which one number of this kind may have behind it?
  private func readsOn(_ rest: Fragment) -> Bool {
    let isWord = rest.text.unicodeScalars.first?.properties.isAlphabetic == true
    switch self {
    case .amount, .count: return isWord
    default: return false
    }
  }

  /// `100 to 150 USD once`
  private func isOnce(_ rest: Fragment) -> Bool { self == .amount && Fold.key(rest.text) == "once" }

  /// The words of a spread without the noun that may stand behind a count; throws where anything else does.
  private func words(
    of expression: ValueExpression, in text: Fragment, _ rest: Fragment
  ) throws(Fault) -> Fragment {
    if rest.isEmpty || isOnce(rest) { return text }
    if case .count(let noun) = self, rest.isNoun(noun) { return text.slice(expression.span) }
    _ = try ValueExpression(parsing: text)
    return text
  }

  func number(of quantity: Quantity, _ currency: String) throws(Fault) -> Double {
    switch self {
    case .money(let basis): return try quantity.money(per: basis, currency)
    case .moneyPerDay: return try quantity.moneyPerDay(currency)
    case .amount:
      try quantity.check(isIn: currency)
      return quantity.value
    case .share: return try quantity.share()
    case .rate(let period): return try quantity.rate(per: period)
    case .days, .wholeDays: return try quantity.days()
    case .measure(let measure): return try quantity.measured(as: measure)
    case .factor: return try quantity.plainNumber()
    case .count(let noun): return try quantity.count(of: noun)
    case .size: return try quantity.share()
    case .lag, .season, .opening, .condition, .actions, .chance, .text, .currency, .date, .flag, .choice, .reference:
      throw Fault(say("no number is expected here"), at: quantity.span)
    }
  }

  /// Are only whole numbers meant? Then draws are rounded to them.
  package var isWhole: Bool {
    switch self {
    case .wholeDays: true
    case .count(let noun): !noun.hasPrefix("visits")
    default: false
    }
  }
}

/// Turns an expression into a law, in the unit of a kind.
private struct SpreadReader {
  let kind: Kind
  let currency: String
  let columns: ColumnReader
  /// Is the amount paid on the first day, and never again?
  let isOnce: Bool
  /// Of amounts with a period: the one that all their numbers share.
  private var per: Quantity.Per?

  init(kind: Kind, currency: String, columns: @escaping ColumnReader, isOnce: Bool) {
    self.kind = kind
    self.currency = currency
    self.columns = columns
    self.isOnce = isOnce
  }

  /// How often it is paid; nil where nothing or two things are said of it.
  private var period: PeriodAmount.Period? {
    isOnce ? (per == nil ? .once : nil) : per.flatMap { PeriodAmount.Period($0) }
  }

  private mutating func number(_ quantity: Quantity) throws(Fault) -> Double {
    if case .amount = kind, let given = quantity.per {
      guard per == nil || per == given else {
        throw Fault(say("use the same period for all numbers"), at: quantity.span)
      }
      per = given
    }
    return try kind.number(of: quantity, currency)
  }

  mutating func law(_ expression: ValueExpression) throws(Fault) -> Law {
    switch expression {
    case .quantity(let quantity):
      let value = try number(quantity)
      return try made(quantity.span) { () throws(LawError) in .certain(try CertainLaw(value)) }
    case .range(let low, let high):
      let points = [(0.05, try number(low)), (0.95, try number(high))]
      guard points[0].1 < points[1].1 else {
        throw Fault(
          say("the range must run from low to high"), at: expression.span, help: say("write the smaller number first"))
      }
      // The 5th and 95th percentile: lognormal when both are positive, else normal.
      return try made(expression.span) { () throws(LawError) in try Law(percentiles: points) }
    case .rangeLikely(let low, let high, let likely):
      let (low, high, likely) = (try number(low), try number(high), try number(likely))
      return try made(expression.span) { () throws(LawError) in
        .pert(try PERTLaw(low: low, mode: likely, high: high))
      }
    case .percentiles(let percentiles):
      var points: [(u: Double, value: Double)] = []
      for percentile in percentiles { points.append((percentile.percent / 100, try number(percentile.value))) }
      return try made(expression.span) { () throws(LawError) in try Law(percentiles: points) }
    case .call(let call): return try law(call)
    case .mixture(let parts):
      var laws: [(weight: Double, law: Law)] = []
      for part in parts { laws.append((part.weight.fraction, try law(part.value))) }
      return try made(expression.span) { () throws(LawError) in .mixture(try MixtureLaw(laws)) }
    case .chance(let share, let value):
      let law = try law(value)
      return try made(expression.span) { () throws(LawError) in
        .mixture(
          try MixtureLaw([(1 - share.fraction, .certain(try CertainLaw(0))), (share.fraction, law)]))
      }
    case .sample(let sample): return try law(sample)
    }
  }

  private mutating func law(_ call: ValueExpression.Call) throws(Fault) -> Law {
    guard let entry = LawCatalogue.entry(named: call.name.text.lowercased()) else {
      let known = LawCatalogue.entries.map(\.name)
      throw Fault(
        say("no such distribution: \(call.name.text)"), at: call.name.span,
        help: Suggestion.text(for: call.name.text.lowercased(), among: known))
    }
    var values: [Double] = []
    for (index, argument) in call.arguments.enumerated() {
      values.append(entry.isShape(index) ? try argument.plainNumber() : try number(argument))
    }
    do throws(LawError) {
      return try entry.make(values)
    } catch {
      let faulty = values.indices.filter { values[$0] == error.value }
      let span = faulty.count == 1 ? call.arguments[faulty[0]].span : call.span
      throw Fault(error.said, at: span, help: say("write: \(entry.example)"))
    }
  }

  private func law(_ sample: ValueExpression.Sample) throws(Fault) -> Law {
    switch columns(sample.file.text, sample.column.text) {
    case .failure(let problem):
      let word = problem.isAboutFile ? sample.file : sample.column
      throw Fault(problem.message, at: word.span, help: problem.help)
    case .success(let values):
      return try made(sample.span) { () throws(LawError) in .empirical(try EmpiricalLaw(values)) }
    }
  }

  private func made(_ span: SourceSpan, _ make: () throws(LawError) -> Law) throws(Fault) -> Law {
    do throws(LawError) { return try make() } catch { throw Fault(error.said, at: span) }
  }

  /// The law cut to the field's range, with what the plan makes of it.
  func spread(
    _ law: Law, _ text: Fragment, _ range: ClosedRange<Double>?, _ span: SourceSpan
  ) throws(Fault) -> Spread {
    let (kept, cut) = try cutting(law, to: range, span)
    let mean = kind.isWhole ? (kept.mean + 0.5).rounded(.down) : kept.mean
    let planned: FieldValue
    if case .amount = kind {
      guard let period else {
        throw Fault(
          say("how often is it paid?"), at: span,
          help: say("for example: 30 to 60 \(currency) per month, or 100 to 150 \(currency) once"))
      }
      planned = .amount(PeriodAmount(mean, period))
    } else {
      planned = .number(mean)
    }
    let words = Fold.folded(text.text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Spread(law: kept, text: words, planned: planned, isWhole: kind.isWhole, cut: cut)
  }

  private func cutting(
    _ law: Law, to range: ClosedRange<Double>?, _ span: SourceSpan
  ) throws(Fault) -> (Law, Double) {
    guard let range else { return (law, 0) }
    let below = law.cdf(range.lowerBound.nextDown)
    let above = 1 - law.cdf(range.upperBound)
    let cut = below + above
    guard cut > 1e-12 else { return (law, 0) }
    let bounds = (below > 0 ? range.lowerBound : -.infinity)...(above > 0 ? range.upperBound : .infinity)
    do throws(LawError) {
      return (.truncated(try TruncatedLaw(law, to: bounds)), cut)
    } catch {
      let low = kind.write(.number(range.lowerBound), currency: currency)
      let high = kind.write(.number(range.upperBound), currency: currency)
      throw Fault(say("out of range"), at: span, help: say("allowed: \(low) to \(high)"))
    }
  }
}

extension LawCatalogue.Entry {
  /// Does an argument shape the law, and so have no unit?
  func isShape(_ argument: Int) -> Bool {
    let name = parameters.indices.contains(argument) ? parameters[argument] : parameters.last ?? ""
    return ["sigma", "alpha", "beta", "shape"].contains(name)
  }
}
