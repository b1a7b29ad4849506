import Language
import Statistics

/// What one request of another program may cost.
struct ProgramLimits {
  /// Worlds that are run for it, all in all.
  var worlds = 2_000_000
  /// Days that a scenario may last.
  var days = 1900
  var seconds = 60

  static let mostWorlds = 1_000_000_000
  static let mostDays = 36_600
  static let mostSeconds = 86_400
}

/// What a request has cost so far, and whether it is to go on: asked by all threads that work for it.
final class ProgramEffort: Sendable {
  /// Why it is not to go on.
  enum End {
    case withdrawn
    case tooManyWorlds(Int)
    case tooLong
  }

  private let limits: ProgramLimits
  private let begin = ContinuousClock().now
  private let isWithdrawn: @Sendable () -> Bool
  private let worlds = Locked(0)

  init(_ limits: ProgramLimits, isWithdrawn: @escaping @Sendable () -> Bool) {
    self.limits = limits
    self.isWithdrawn = isWithdrawn
  }

  func add(worlds count: Int) { worlds.withLock { $0 = $0.addingReportingOverflow(count).partialValue } }

  var end: End? {
    if isWithdrawn() { return .withdrawn }
    let count = worlds.withLock(\.self)
    if count > limits.worlds { return .tooManyWorlds(count) }
    return ContinuousClock().now - begin > .seconds(limits.seconds) ? .tooLong : nil
  }
}
