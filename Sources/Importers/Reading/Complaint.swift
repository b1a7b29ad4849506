/// Why a row counts for nothing although it can be read.
package enum SkipReason: String, Sendable, CaseIterable {
  case total
  case headerAgain = "header_again"
  case duplicate, pending, memo
  case notPaid = "not_paid"
  case cancelled, voided, failed, test
  /// A week or day that is not over yet.
  case partialPeriod = "partial_period"
  /// Nothing but dashes.
  case noValues = "no_values"
  /// A rule of the user says so.
  case rule
}

/// Why a row cannot be taken.
package enum RefuseReason: String, Sendable, CaseIterable {
  case badNumber = "bad_number"
  case badDate = "bad_date"
  case tooFewCells = "too_few_cells"
  case tooManyCells = "too_many_cells"
  case roundedID = "rounded_id"
  case orphan, conflict
}

/// What is said of a row that is not used.
enum RowFault: Error {
  case skip(SkipReason, String = "")
  /// The cell or what else is wrong, and the column it stands in.
  case refuse(RefuseReason, String = "", column: String = "")
}

/// A row that was left out, by the line on which it begins.
package struct LeftOut<Reason: Sendable>: Sendable {
  package let line: Int
  package let reason: Reason
  package let detail: String
  package let column: String
}

package typealias SkippedRow = LeftOut<SkipReason>
package typealias RefusedRow = LeftOut<RefuseReason>
