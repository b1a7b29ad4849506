import Scenarios
import Statistics

/// How long something lasts that befalls now and then and passes: a failure, a stock-out, a slide of quality.
struct SpellLength {
  enum Law {
    /// A geometric number of days, by its mean: it ends with the same chance on every day.
    case geometric(mean: Double)
    /// Whole days, drawn when it begins.
    case drawn(LagTable)
  }

  let law: Law
  /// The stream that begins it, by index 0; index 1 says how long it lasts.
  let stream: Stream

  init(_ days: Lag, _ stream: Stream) {
    self.stream = stream
    if case .fixed(let mean) = days {
      law = .geometric(mean: mean)
    } else {
      law = .drawn(LagTable(days.distribution))
    }
  }
}
