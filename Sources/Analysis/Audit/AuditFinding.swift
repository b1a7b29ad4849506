/// Something about a scenario that its owner should know before relying on it.
package struct AuditFinding: Equatable, Sendable {
  package enum Severity: String, CaseIterable, Sendable {
    /// It is not what can have been meant.
    case wrong
    case doubtful
    case note
  }

  /// What is found, with what is told of it.
  package enum What: Equatable, Sendable {
    case orderLoses(product: String, leaves: Double)
    /// The day, from 0.
    case planDies(day: Int)
    case countedTwice(hold: Double, store: String, event: String)
    case deadEvent(String)
    case pointConversion(store: String, value: Double)
    case pointClickPrice(channel: String, value: Double)
    case noRefunds
    case noChargebacks
    case noPaymentFee(store: String)
    case paidAtOnce(store: String)
    case suppliersNeverFail([String])
    case noHolds(store: String)
    case noAdBan([String])
    case rangeNarrow(SourceRange)
    case rangeWide(SourceRange)
    case outsideSource(SourceRange)
    case adsUncorrelated([String])
    case promiseBroken(product: String, promised: Int, late: Double)
    case capacityShort(days: Double)
    /// A day's spend.
    case idleBrand(spend: Double)
    case freeReturns
    case sameSuppliers([String])
    case shortHorizon(days: Int, needed: Int)
    case noSeason
    case noOwnPay(hours: Double)
    /// Of what decides ruin, luck apart.
    case restingOnAssumptions(share: Double, paths: [String])
    /// As the reader of the file says it.
    case cut(String)
  }

  /// A value beside the range of the preset that its part names.
  package struct SourceRange: Equatable, Sendable {
    package let path: String
    package let preset: String
    /// As the preset writes it, and from where.
    package let range: String
    package let source: String
  }

  /// `point-conversion`
  package let rule: String
  package let severity: Severity
  /// The parameter or part that it is about.
  package let path: String
  package let what: What
}
