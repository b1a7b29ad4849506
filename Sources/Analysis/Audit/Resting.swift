package import Scenarios

/// What the chance of ruin rests on, luck apart: how good the sources of the numbers are that decide it.
///
/// An assumption is a number that a preset marks as one (grade M: nobody publishes it). A number without a grade is the
/// owner's own; whether somebody measured it no file says.
package struct Resting: Sendable {
  package struct Part: Sendable {
    /// nil: the owner's own.
    package let grade: Grade?
    /// Of the shares of all drawn numbers.
    package let share: Double
    /// From the largest share on.
    package let paths: [String]
  }

  /// The owner's own first, then the best sources.
  package let parts: [Part]
  /// What changes the figure in no world, by itself or through another number.
  package let canBePoints: [String]
  /// What it is about: ruin, or gain where ruin is too rare or too common to tell.
  package let figure: Figure
  package let shares: DriverShares

  /// - Parameter grade: of the source of a number; nil for the owner's own.
  package init(_ shares: DriverShares, of figure: Figure, grade: (String) -> Grade?) {
    self.init(
      shares.inputs.map { (paths: $0.paths, share: $0.share.value) }, shares, of: figure, grade: grade)
  }

  package init(
    _ inputs: [(paths: [String], share: Double)], _ shares: DriverShares, of figure: Figure, grade: (String) -> Grade?
  ) {
    self.figure = figure
    self.shares = shares
    let graded = inputs.flatMap { input in
      // Numbers that are not told apart share alike.
      input.paths.map { (path: $0, share: max(0, input.share) / Double(input.paths.count), grade: grade($0)) }
    }
    let all = graded.reduce(0) { $0 + $1.share }
    parts = ([nil] + Grade.allCases).compactMap { (grade: Grade?) -> Part? in
      let members = graded.filter { $0.grade == grade && $0.share > 0 }
      guard !members.isEmpty, all > 0 else { return nil }
      let ordered = members.enumerated().sorted { one, other in
        (-one.element.share, one.offset) < (-other.element.share, other.offset)
      }
      return Part(
        grade: grade, share: members.reduce(0) { $0 + $1.share } / all, paths: ordered.map(\.element.path))
    }
    // Exactly nothing by itself, and no number that goes together with it.
    canBePoints = shares.inputs.filter { $0.doesNothingItself && $0.linkedWith.isEmpty }.flatMap(\.paths)
  }

  package var assumptions: Part? { parts.first { $0.grade == .assumption } }
  /// Is luck all that can be told?
  package var isTold: Bool { !shares.isLuckAlone && !parts.isEmpty }
}
