import Language
import Statistics

/// Gives the numbers of a column of a file, or says why it cannot.
package typealias ColumnReader = @Sendable (_ file: String, _ column: String) -> Result<[Double], ColumnProblem>

package struct ColumnProblem: Error, Equatable, Sendable {
  package let message: String
  package let help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// Where no files can be read.
package let noColumns: ColumnReader = { _, _ in .failure(ColumnProblem("files cannot be read here")) }

extension Kind {
  /// Kinds whose values may differ between worlds.
  var isNumber: Bool {
    switch self {
    case .money, .moneyPerDay, .amount, .share, .rate, .days, .wholeDays, .factor, .count: true
    case .lag, .season, .size, .opening, .condition, .text, .currency, .date, .flag, .choice, .reference: false
    }
  }

  /// A range, a distribution or a reference to another parameter; nil where one number was typed, or something that is
  /// for the caller to refuse.
  func uncertain(
    _ text: Fragment, _ range: ClosedRange<Double>?, _ currency: String, _ columns: @escaping ColumnReader
  ) throws(Fault) -> Uncertain? {
    let words = Fold.folded(text.text).split(separator: " ")
    if words.count == 3, words[0].lowercased() == "same", words[1].lowercased() == "as" {
      return .same(as: String(words[2]))
    }
    let expression: ValueExpression
    do throws(Fault) {
      expression = try ValueExpression(parsing: text)
    } catch {
      // `150 USD once` is no expression and yet a value; whoever read further knows better what is wrong.
      do throws(Fault) {
        _ = try number(of: text, currency)
        return nil
      } catch let other {
        // A noun behind a number is for counts to judge.
        if case .count = self { throw other }
        if other.span.start > error.span.start { throw other }
      }
      throw error
    }
    if case .quantity = expression { return nil }
    var reader = SpreadReader(kind: self, currency: currency, columns: columns)
    let law = try reader.law(expression)
    return .spread(try reader.spread(law, text, range, expression.span))
  }

  /// A number, range or distribution of shares that is drawn anew each time something happens.
  func size(_ text: Fragment, _ range: ClosedRange<Double>?, _ currency: String) throws(Fault) -> Size {
    let expression = try ValueExpression(parsing: text)
    var reader = SpreadReader(kind: self, currency: currency, columns: noColumns)
    let spread = try reader.spread(try reader.law(expression), text, range, expression.span)
    if case .certain(let law) = spread.law { return Size(law.value, text: spread.text) }
    return Size(spread.law, text: spread.text)
  }

  /// One number as its kind reads it, with nothing but its unit behind it.
  private func number(of text: Fragment, _ currency: String) throws(Fault) -> Double {
    switch self {
    case .amount: try text.amount(currency).value
    case .count(let noun): try text.count(of: noun)
    default: try number(of: Quantity(parsing: text), currency)
    }
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
    case .factor, .count: return try quantity.plainNumber()
    case .size: return try quantity.share()
    case .lag, .season, .opening, .condition, .text, .currency, .date, .flag, .choice, .reference:
      throw Fault("no number is expected here", at: quantity.span)
    }
  }

  /// Are only whole numbers meant?
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
  /// Of amounts with a period: the one that all their numbers share.
  private var per: Quantity.Per?

  init(kind: Kind, currency: String, columns: @escaping ColumnReader) {
    self.kind = kind
    self.currency = currency
    self.columns = columns
  }

  private mutating func number(_ quantity: Quantity) throws(Fault) -> Double {
    if case .amount = kind, let given = quantity.per {
      guard per == nil || per == given else { throw Fault("one period for all", at: quantity.span) }
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
        throw Fault("the range must rise", at: expression.span, help: "write the smaller number first")
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
        "no such distribution: \(call.name.text)", at: call.name.span,
        help: Suggestion.text(for: call.name.text.lowercased(), among: known))
    }
    var values: [Double] = []
    for (index, argument) in call.arguments.enumerated() {
      values.append(entry.isShape(index) ? try argument.plainNumber() : try number(argument))
    }
    return try made(call.span, help: "write \(entry.example)") { () throws(LawError) in try entry.make(values) }
  }

  private func law(_ sample: ValueExpression.Sample) throws(Fault) -> Law {
    switch columns(sample.file.text, sample.column.text) {
    case .failure(let problem): throw Fault(problem.message, at: sample.span, help: problem.help)
    case .success(let values):
      return try made(sample.span) { () throws(LawError) in .empirical(try EmpiricalLaw(values)) }
    }
  }

  private func made(
    _ span: SourceSpan, help: String? = nil, _ make: () throws(LawError) -> Law
  ) throws(Fault) -> Law {
    do throws(LawError) { return try make() } catch { throw Fault(error.message, at: span, help: help) }
  }

  /// The law cut to the field's range, with what the plan makes of it.
  func spread(
    _ law: Law, _ text: Fragment, _ range: ClosedRange<Double>?, _ span: SourceSpan
  ) throws(Fault) -> Spread {
    let (kept, cut) = try cutting(law, to: range, span)
    let mean = kind.isWhole ? (kept.mean + 0.5).rounded(.down) : kept.mean
    let planned: FieldValue
    if case .amount = kind {
      guard let per, let period = PeriodAmount.Period(per) else {
        throw Fault("how often is it paid?", at: span, help: "write 30 to 60 \(currency) per month")
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
      throw Fault("out of range", at: span, help: "allowed: \(low) to \(high)")
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
