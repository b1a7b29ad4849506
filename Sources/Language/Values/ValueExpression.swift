/// A value as a scenario, a `set` or an option gives it: certain, or spread out.
///
///     40 USD/day                     a quantity
///     0.60 to 1.40 USD   3..30       a range
///     10 to 30 likely 18             a range with a likeliest value
///     p10 20 p90 60                  percentiles
///     lognormal(24, 0.5)             a call
///     80%: 0 | 20%: 1000 to 4000     a mixture
///     25% chance 3000                a value with a chance, else 0
///     from sales.csv column cpc      the values of a column
///
/// Only the shape is read here: which spread a range or a name stands for, and what its arguments may be, is for the
/// field. Mixtures and chances hold none of their kind, so no input nests deeper than two levels.
package enum ValueExpression: Hashable, Sendable {
  /// `p90 60`
  package struct Percentile: Hashable, Sendable {
    /// Above 0, below 100.
    package let percent: Double
    package let value: Quantity
    /// From the `p` to the end of the value.
    package let span: SourceSpan
  }

  /// `lognormal(24, 0.5)`. Which names exist, and what arguments they take, is for the caller.
  package struct Call: Hashable, Sendable {
    package let name: Word
    /// At least one; each with its own unit, or none.
    package let arguments: [Quantity]
    package let span: SourceSpan
  }

  /// A probability, written as a percentage: the `25%` of `25% chance 3000`.
  package struct Share: Hashable, Sendable {
    /// From 0 to 1: 0.25 for `25%`.
    package let fraction: Double
    package let span: SourceSpan
  }

  /// `20%: 1000 to 4000`
  package struct Part: Hashable, Sendable {
    package let weight: Share
    /// Neither a mixture nor a chance.
    package let value: ValueExpression

    package var span: SourceSpan { weight.span.joined(with: value.span) }
  }

  /// `from sales.csv column "cost per click"`
  package struct Sample: Hashable, Sendable {
    /// Not empty.
    package let file: Word
    /// Not empty.
    package let column: Word
    package let span: SourceSpan
  }

  case quantity(Quantity)
  /// What is written once, `USD` or `per day`, is given to both bounds. Bounds of the same unit do not fall.
  case range(low: Quantity, high: Quantity)
  /// As a range; `likely` lies within it where all three have the same unit.
  case rangeLikely(low: Quantity, high: Quantity, likely: Quantity)
  /// Two or more, `percent` ascending; units as in a range, values of the same unit do not fall.
  case percentiles([Percentile])
  case call(Call)
  /// One or more parts, whose weights sum to 1 within 1e-9. Each part has its own unit, or none.
  case mixture([Part])
  /// The value with this probability, else 0. The value is neither a mixture nor a chance.
  indirect case chance(Share, ValueExpression)
  case sample(Sample)

  package var span: SourceSpan {
    switch self {
    case .quantity(let quantity): quantity.span
    case .range(let low, let high): low.span.joined(with: high.span)
    case .rangeLikely(let low, _, let likely): low.span.joined(with: likely.span)
    case .percentiles(let percentiles): Self.span(of: percentiles.map(\.span))
    case .call(let call): call.span
    case .mixture(let parts): Self.span(of: parts.map(\.span))
    case .chance(let share, let value): share.span.joined(with: value.span)
    case .sample(let sample): sample.span
    }
  }

  private static func span(of spans: [SourceSpan]) -> SourceSpan {
    guard let first = spans.first, let last = spans.last else { return SourceSpan(0, 0) }
    return first.joined(with: last)
  }

  /// The currency that is written in a value, or before what follows it; nil where there is none, or nothing can be read.
  package static func currency(in fragment: Fragment) -> String? {
    (try? readPrefix(of: fragment))?.value.quantities.lazy.compactMap(\.currency).first
  }

  /// The numbers that it is made of.
  private var quantities: [Quantity] {
    switch self {
    case .quantity(let quantity): [quantity]
    case .range(let low, let high): [low, high]
    case .rangeLikely(let low, let high, let likely): [low, high, likely]
    case .percentiles(let percentiles): percentiles.map(\.value)
    case .call(let call): call.arguments
    case .mixture(let parts): parts.flatMap(\.value.quantities)
    case .chance(_, let value): value.quantities
    case .sample: []
    }
  }

  /// Reads the whole fragment as a value.
  package init(parsing fragment: Fragment) throws(Fault) {
    var scanner = Scanner(fragment)
    let value = try scanner.value()
    self = value
    try scanner.finish { value.help(forUnexpected: $0) }
  }

  /// Reads a value from the start of a fragment, and gives back what follows it, e.g. `step 10`.
  package static func readPrefix(of fragment: Fragment) throws(Fault) -> (value: ValueExpression, rest: Fragment) {
    var scanner = Scanner(fragment)
    let value = try scanner.value()
    return (value, scanner.rest())
  }

  /// The spelling that was probably meant, when `text` stands behind this value.
  private func help(forUnexpected text: String) -> String? {
    switch Fold.key(text) {
    case "to": return say("write one range, such as 10 to 30")
    case "likely": return say("for example: 10 to 30 likely 18")
    case "chance": return say("for example: 25% chance 3000")
    case "|", ":": return say("for example: 80%: 0 | 20%: 1000 to 4000")
    default: break
    }
    switch self {
    case .call: return say("put units inside the brackets: normal(40 USD, 5 USD)")
    case .sample: return say("a name that contains spaces needs quotes: column \"cost per click\"")
    default:
      let isDash = text.unicodeScalars.first.map { ["-", "~", "–", "—", "…"].contains(Fold.folded($0)) } ?? false
      return isDash ? say("write a range as 10 to 30") : nil
    }
  }
}
